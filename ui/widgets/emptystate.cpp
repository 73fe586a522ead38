// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/widgets/elidedlabel.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace dw::ui {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent),
      m_sentence(makeText("value", {}, this)),
      m_action(new QPushButton(this)) {
    setObjectName(QStringLiteral("emptyState"));
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setMaximumWidth(420);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addStretch(2);
    layout->addWidget(m_sentence, 0, Qt::AlignHCenter);
    layout->addWidget(m_action, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::acted);
}

void EmptyState::say(const QString &sentence, const QString &action) {
    m_sentence->setText(sentence);
    m_sentence->setMinimumWidth(
        std::min(420, m_sentence->fontMetrics().horizontalAdvance(sentence) + 8));
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
}

} // namespace dw::ui
