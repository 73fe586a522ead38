// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/toast.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int mostTextWidth = 460;
constexpr int briefMs = 6'000;
constexpr int longMs = 12'000;

struct Look {
    QString icon;
    QColor Tokens::*color;
    int stays; ///< Milliseconds; 0 = until closed.
};

Look lookOf(ShellServices::Tone tone) {
    switch (tone) {
    case ShellServices::Tone::Success:
        return {u"success"_s, &Tokens::positive, briefMs};
    case ShellServices::Tone::Warning:
        return {u"warning"_s, &Tokens::warning, longMs};
    case ShellServices::Tone::Failure:
        return {u"error"_s, &Tokens::danger, 0};
    case ShellServices::Tone::Info:
        break;
    }
    return {u"info"_s, &Tokens::info, briefMs};
}

QLabel *makeMessage(const QString &text, const Theme &theme, QWidget *parent) {
    QLabel *label = makeText("", text, parent);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    const QFontMetrics metrics(theme.font(metric::body));
    const QRect room(0, 0, mostTextWidth, 10'000);
    const QRect used = metrics.boundingRect(room, Qt::TextWordWrap, text);
    label->setFixedSize(used.width() + 4, used.height());
    return label;
}

} // namespace

Toast::Toast(const Notification &notification, const Theme &theme, QWidget *parent)
    : QFrame(parent),
      m_text(notification.text),
      m_failure(notification.tone == ShellServices::Tone::Failure),
      m_set(notification.set),
      m_run(notification.action.run) {
    setProperty("kind", u"toast"_s);
    setAccessibleName(notification.text);
    const Look look = lookOf(notification.tone);
    auto *icon = new IconLabel(theme, 16, this);
    icon->setIcon(look.icon, look.color);
    auto *close = new QToolButton(this);
    close->setObjectName(u"close"_s);
    close->setIcon(theme.icon(u"close"_s, &Tokens::glyph));
    close->setIconSize({14, 14});
    close->setToolTip(tr("Close"));
    close->setAccessibleName(tr("Close"));
    connect(close, &QToolButton::clicked, this, &Toast::finished);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 8, 8, 8);
    layout->setSpacing(10);
    layout->addWidget(icon);
    layout->addWidget(makeMessage(notification.text, theme, this));
    if (m_run) {
        auto *action = new QPushButton(notification.action.text, this);
        action->setObjectName(u"action"_s);
        action->setProperty("kind", u"link"_s);
        action->setAutoDefault(false);
        connect(action, &QPushButton::clicked, this, &Toast::act);
        layout->addWidget(action);
    }
    layout->addWidget(close);
    m_timer.setSingleShot(true);
    m_timer.setInterval(look.stays);
    connect(&m_timer, &QTimer::timeout, this, &Toast::finished);
    startTimer();
}

void Toast::startTimer() {
    if (m_timer.interval() > 0)
        m_timer.start();
}

void Toast::act() {
    const auto run = std::move(m_run);
    m_run = nullptr;
    emit finished();
    if (run)
        run();
}

void Toast::enterEvent(QEnterEvent *event) {
    m_timer.stop();
    QFrame::enterEvent(event);
}

void Toast::leaveEvent(QEvent *event) {
    startTimer();
    QFrame::leaveEvent(event);
}

} // namespace dw::ui
