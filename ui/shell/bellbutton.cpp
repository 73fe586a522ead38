// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/bellbutton.h"

#include "core/services/wording/wording.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/popupplace.h"

#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int badge = 14, listWidth = 360, listHeight = 360;

struct Look {
    QString icon;
    QColor Tokens::*color;
};

Look lookOf(ShellServices::Tone tone) {
    switch (tone) {
    case ShellServices::Tone::Failure:
        return {u"error"_s, &Tokens::danger};
    case ShellServices::Tone::Warning:
        return {u"warning"_s, &Tokens::warning};
    case ShellServices::Tone::Success:
        return {u"success"_s, &Tokens::positive};
    case ShellServices::Tone::Info:
        break;
    }
    return {u"info"_s, &Tokens::info};
}

} // namespace

BellButton::BellButton(Shell &shell, QWidget *parent)
    : QToolButton(parent),
      m_shell(shell),
      m_log(new NotificationLog(shell, this)) {
    setObjectName(u"bell"_s);
    setIcon(shell.theme().icon(u"bell"_s));
    setIconSize({16, 16});
    setFixedSize(metric::control, metric::control);
    setFocusPolicy(Qt::StrongFocus);
    connect(m_log, &NotificationLog::changed, this, &BellButton::refresh);
    connect(this, &QToolButton::clicked, this, &BellButton::openList);
    connect(&shell.theme(), &Theme::changed, this, [this] { update(); });
    refresh();
}

void BellButton::refresh() {
    setVisible(!m_log->entries().empty());
    retranslate();
    update();
}

void BellButton::retranslate() {
    setToolTip(tr("What was said"));
    setAccessibleName(m_log->unseen() > 0
                          ? tr("What was said, %Ln not seen", nullptr, m_log->unseen())
                          : toolTip());
}

void BellButton::paintEvent(QPaintEvent *event) {
    QToolButton::paintEvent(event);
    if (m_log->unseen() == 0)
        return;
    const Tokens &t = m_shell.theme().tokens();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(Qt::NoPen);
    p.setBrush(t.danger);
    const QRectF where(width() - badge - 1, 1, badge, badge);
    p.drawEllipse(where);
    p.setPen(t.surface);
    p.setFont(m_shell.theme().font(9, 600));
    p.drawText(where, Qt::AlignCenter,
               m_log->unseen() > 9 ? u"9+"_s : QString::number(m_log->unseen()));
}

void BellButton::openList() {
    auto *list = new QFrame(this, Qt::Popup | Qt::FramelessWindowHint);
    list->setObjectName(u"notificationList"_s);
    list->setProperty("kind", u"popup"_s);
    list->setAttribute(Qt::WA_DeleteOnClose);
    list->setFixedWidth(listWidth);
    auto *content = new QWidget;
    content->setProperty("kind", u"content"_s);
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(12, 8, 12, 8);
    rows->setSpacing(10);
    Workspace &workspace = m_shell.workspace();
    const QDate today = workspace.wall().now().toUtc().toTimeZone(workspace.zone()).date();
    for (const NotificationLog::Entry &entry : m_log->entries()) {
        const Look look = lookOf(entry.tone);
        auto *icon = new IconLabel(m_shell.theme(), 16, content);
        icon->setIcon(look.icon, look.color);
        auto *texts = new QVBoxLayout;
        texts->setSpacing(1);
        texts->addWidget(makeText("value", entry.text, content));
        texts->addWidget(makeText(
            "caption", displayInstant(entry.at, workspace.zone(), today, Style::Short), content));
        auto *row = new QHBoxLayout;
        row->setSpacing(8);
        row->addWidget(icon, 0, Qt::AlignTop);
        row->addLayout(texts, 1);
        rows->addLayout(row);
    }
    rows->addStretch(1);
    auto *scroll = new QScrollArea(list);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    const int wanted = rows->hasHeightForWidth() ? rows->totalHeightForWidth(listWidth - 14)
                                                 : content->sizeHint().height();
    constexpr int slack = 6;
    scroll->setFixedHeight(std::min(listHeight, wanted + slack));
    auto *clear = new QPushButton(tr("Clear all"), list);
    clear->setObjectName(u"clearNotifications"_s);
    clear->setProperty("kind", u"link"_s);
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins(1, 1, 1, 4);
    layout->setSpacing(0);
    layout->addWidget(scroll);
    layout->addWidget(makeLine(list));
    layout->addWidget(clear, 0, Qt::AlignRight);
    connect(clear, &QPushButton::clicked, this, [this, list] {
        list->close();
        m_log->clear();
    });
    m_log->see();
    list->adjustSize();
    list->move(popupPlace(this, list->size()));
    list->show();
    clear->setFocus();
}

} // namespace dw::ui
