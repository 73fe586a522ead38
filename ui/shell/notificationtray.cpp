// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notificationtray.h"

#include "ui/shell/toast.h"
#include "ui/widgets/shadow.h"

#include <QEvent>
#include <QPainter>

namespace dw::ui {

namespace {

constexpr int mostFailures = 3;
constexpr int gap = 8;
constexpr int bottomMargin = 20 - shadowReach;

bool isFailure(const Notification &notification) {
    return notification.tone == ShellServices::Tone::Failure;
}

} // namespace

NotificationTray::NotificationTray(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_theme(theme) {
    parent->installEventFilter(this);
    hide();
}

void NotificationTray::show(const Notification &notification) {
    if (m_behindDialog && !isFailure(notification))
        m_waiting = notification;
    else
        add(notification);
}

void NotificationTray::add(const Notification &notification) {
    makeRoomFor(notification);
    auto *toast = new Toast(notification, m_theme, this);
    connect(toast, &Toast::finished, this, [this, toast] { drop(toast); });
    const auto behindFailures = std::find_if(m_shown.begin(), m_shown.end(),
                                             [](const Toast *t) { return !t->isFailure(); });
    m_shown.insert(isFailure(notification) ? behindFailures : m_shown.end(), toast);
    toast->show();
    place();
}

/// The same sentence never stands twice, because the action of the older one may be spent.
void NotificationTray::makeRoomFor(const Notification &notification) {
    const std::vector<Toast *> before = m_shown;
    for (Toast *toast : before) {
        if (toast->text() == notification.text || (!isFailure(notification) && !toast->isFailure()))
            drop(toast);
    }
    const auto failures = std::count_if(m_shown.begin(), m_shown.end(),
                                        [](const Toast *t) { return t->isFailure(); });
    if (isFailure(notification) && failures >= mostFailures)
        drop(m_shown.front());
}

void NotificationTray::overtake(qint64 set) {
    const auto isOver = [set](qint64 about) { return about != 0 && about < set; };
    if (m_waiting && isOver(m_waiting->set))
        m_waiting.reset();
    const std::vector<Toast *> before = m_shown;
    for (Toast *toast : before) {
        if (isOver(toast->set()))
            drop(toast);
    }
}

void NotificationTray::setBehindDialog(bool behind) {
    m_behindDialog = behind;
    if (behind || !m_waiting)
        return;
    const Notification waiting = *m_waiting;
    m_waiting.reset();
    add(waiting);
}

void NotificationTray::clear() {
    m_waiting.reset();
    while (!m_shown.empty())
        drop(m_shown.back());
}

void NotificationTray::drop(Toast *toast) {
    std::erase(m_shown, toast);
    toast->hide();
    toast->deleteLater();
    place();
}

void NotificationTray::place() {
    int width = 0;
    int height = 2 * shadowReach - gap;
    for (Toast *toast : m_shown) {
        const QSize size = toast->sizeHint();
        width = std::max(width, size.width());
        height += size.height() + gap;
    }
    width += 2 * shadowReach;
    const QWidget &parent = *parentWidget();
    const int left = (parent.width() - width) / 2;
    setGeometry(left, parent.height() - bottomMargin - height, width, height);
    int y = shadowReach;
    for (Toast *toast : m_shown) {
        const QSize size = toast->sizeHint();
        toast->setGeometry((width - size.width()) / 2, y, size.width(), size.height());
        y += size.height() + gap;
    }
    setVisible(!m_shown.empty());
    raise();
}

void NotificationTray::paintEvent(QPaintEvent *) {
    QPainter p(this);
    for (const Toast *toast : m_shown)
        paintShadow(p, toast->geometry(), m_theme.scheme());
}

bool NotificationTray::eventFilter(QObject *watched, QEvent *event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace dw::ui
