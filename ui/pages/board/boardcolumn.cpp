// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/boardcolumn.h"

#include "ui/models/columnmodel.h"
#include "ui/pages/board/columnhead.h"
#include "ui/pages/board/columnview.h"

#include <QPainter>
#include <QVBoxLayout>

namespace dw::ui {

BoardColumn::BoardColumn(ColumnModel *model, ShellServices &shell, QWidget *parent)
    : QWidget(parent),
      m_shell(shell),
      m_head(new ColumnHead(model->stage(), shell, this)),
      m_view(new ColumnView(model, shell, this)) {
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 6);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    auto *cards = new QHBoxLayout;
    cards->setContentsMargins(7, 0, 7, 0);
    cards->addWidget(m_view);
    layout->addLayout(cards, 1);
    setMinimumWidth(150);
    connect(&shell.theme(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void BoardColumn::setTargeted(bool targeted) {
    if (targeted == m_targeted)
        return;
    m_targeted = targeted;
    update();
}

void BoardColumn::paintEvent(QPaintEvent *) {
    const Tokens &t = m_shell.theme().tokens();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(QPen(m_targeted ? t.accent : t.sunken, 1));
    p.setBrush(m_targeted ? t.accentSoft : t.sunken);
    p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metric::radiusCard,
                      metric::radiusCard);
}

} // namespace dw::ui
