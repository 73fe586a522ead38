// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/board/panel/paneldata.h"
#include "ui/shell/page.h"

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace dw::ui {

/// What happened around a deal, newest first: changes of its fields, touchpoints, notes and tasks
/// that were done, each with where it comes from.
class TimelineRows final : public QWidget {
    Q_OBJECT
public:
    TimelineRows(ShellServices &shell, QWidget *parent);
    void show(const PanelData &panel, int most);

signals:
    /// More of it is wanted than show() was given.
    void moreAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    ShellServices &m_shell;
    QLabel *m_head;
    QToolButton *m_more;
    QVBoxLayout *m_rows;
};

/// One line of it: when, what with its details, and a tag for its source.
[[nodiscard]] QWidget *makeChangeRow(const HistoryEntry &entry, const EntityDesc &entity,
                                     ShellServices &shell, QWidget *parent);
[[nodiscard]] QWidget *makeEventRow(const DealEvent &event, ShellServices &shell, QWidget *parent);

} // namespace dw::ui
