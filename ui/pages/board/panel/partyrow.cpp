// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/panel/partyrow.h"

#include "core/services/works.h"
#include "ui/pages/board/panel/dealfield.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/menu.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace dw::ui {
using namespace Qt::StringLiterals;

PartyRow::PartyRow(QString entity, ShellServices &shell, QWidget *parent)
    : QWidget(parent),
      m_entity(std::move(entity)),
      m_shell(shell),
      m_label(new ElidedLabel("secondary", this)),
      m_value(new ElidedLabel("value", this)),
      m_edit(new QToolButton(this)),
      m_why(new QToolButton(this)) {
    setObjectName(u"party_"_s + m_entity);
    setFixedHeight(metric::rowCompact);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_label->setFixedWidth(DealField::labelWidth);
    row->addWidget(m_label);
    row->addWidget(m_value, 1);
    for (QToolButton *button : {m_edit, m_why}) {
        button->setFixedSize(20, 20);
        button->setAutoRaise(true);
        button->setProperty("kind", u"mini"_s);
        button->setIconSize({14, 14});
    }
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(0);
    buttons->addWidget(m_edit);
    buttons->addWidget(m_why);
    row->addLayout(buttons);
    connect(m_edit, &QToolButton::clicked, this, &PartyRow::openMenu);
    connect(m_why, &QToolButton::clicked, this, [this] {
        std::vector<RecordId> rows;
        rows.reserve(m_parties.size());
        for (const DealParty &party : m_parties)
            rows.push_back(party.row);
        emit whyAsked(m_entity, rows,
                      m_why->mapToGlobal(QPoint(m_why->width(), m_why->height() + 2)));
    });
    connect(&shell.theme(), &Theme::changed, this, &PartyRow::takeIcons);
    takeIcons();
}

void PartyRow::takeIcons() {
    m_edit->setIcon(m_shell.theme().icon(u"plus"_s));
    m_why->setIcon(m_shell.theme().icon(u"history"_s));
}

void PartyRow::setLabel(const QString &label) {
    m_label->setWhole(label);
    m_edit->setToolTip(tr("Add or remove"));
    m_edit->setAccessibleName(tr("Add to or remove from “%1”").arg(label));
    m_edit->setEnabled(m_shell.workspace().mode() == Workspace::Mode::Write);
    m_why->setToolTip(tr("Why is this so?"));
    m_why->setAccessibleName(tr("Why is “%1” so?").arg(label));
}

void PartyRow::show(std::vector<DealParty> parties) {
    m_parties = std::move(parties);
    QStringList names;
    for (const DealParty &party : m_parties)
        names << party.name;
    m_value->setRole(names.isEmpty() ? "caption" : "value");
    m_value->setWhole(names.isEmpty() ? tr("Empty") : names.join(u" · "_s));
    m_why->setVisible(!names.isEmpty());
}

/// With nobody there yet there is only one thing to do.
void PartyRow::openMenu() {
    if (m_parties.empty()) {
        emit addAsked();
        return;
    }
    QMenu *menu = makeMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Add…")), &QAction::triggered, this, &PartyRow::addAsked);
    menu->addSeparator();
    for (const DealParty &party : m_parties) {
        QAction *action = menu->addAction(tr("Remove “%1”").arg(party.name));
        connect(action, &QAction::triggered, this, [this, party] {
            m_shell.run(removeWork(m_entity, party.row, {m_shell.workspace().actor()}),
                        tr("Removed “%1”").arg(party.name));
        });
    }
    menu->popup(m_edit->mapToGlobal(QPoint(0, m_edit->height() + 2)));
}

} // namespace dw::ui
