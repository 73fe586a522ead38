// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/activity/dealactivity.h"
#include "ui/shell/page.h"

class QToolButton;

namespace dw::ui {

class ElidedLabel;

/// Who stands around a deal in one role (decision makers, competitors), with their history, and a
/// button to name another or to take one away.
class PartyRow final : public QWidget {
    Q_OBJECT
public:
    /// `entity` is what ties them to the deal: deal_contact or deal_competitor.
    PartyRow(QString entity, ShellServices &shell, QWidget *parent);
    void setLabel(const QString &label);
    void show(std::vector<DealParty> parties);

signals:
    void addAsked();
    void whyAsked(const QString &entity, const std::vector<dw::RecordId> &rows,
                  const QPoint &global);

private:
    void openMenu();
    void takeIcons();

    QString m_entity;
    ShellServices &m_shell;
    std::vector<DealParty> m_parties;
    ElidedLabel *m_label, *m_value;
    QToolButton *m_edit, *m_why;
};

} // namespace dw::ui
