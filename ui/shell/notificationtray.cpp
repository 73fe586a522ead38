// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notificationtray.h"

#include "ui/shell/toast.h"
#include "ui/widgets/shadow.h"

#include <QEvent>
#include <QPainter>

namespace dw::ui {

namespace {
constexpr size_t mostShown = 3;
constexpr int gap = 8;
constexpr int bottomMargin = 20 - shadowReach;
} // namespace

NotificationTray::NotificationTray(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_theme(theme) {
    parent->installEventFilter(this);
    hide();
}

void NotificationTray::show(const Notification &notification) {
    const auto same = std::find_if(m_shown.begin(), m_shown.end(), [&](const Toast *toast) {
        return toast->text() == notification.text;
    });
    // The action of the older one may be spent; the newer takes its place.
    if (same != m_shown.end())
        drop(*same);
    m_waiting.push_back(notification);
    next();
}

void NotificationTray::clear() {
    m_waiting.clear();
    while (!m_shown.empty())
        drop(m_shown.back());
}

void NotificationTray::next() {
    while (!m_waiting.empty() && m_shown.size() < mostShown) {
        auto *toast = new Toast(m_waiting.front(), m_theme, this);
        m_waiting.pop_front();
        m_shown.push_back(toast);
        connect(toast, &Toast::finished, this, [this, toast] {
            drop(toast);
            next();
        });
        toast->show();
    }
    place();
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
