// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/board/panel/paneldata.h"
#include "ui/shell/page.h"

#include <QFrame>

namespace dw::ui {

/// "Why is this value so": every change of one field, or of the rows that make it, newest first,
/// with time, person, reason and source. Closes by itself.
class WhyPopover final : public QFrame {
    Q_OBJECT
public:
    /// `label`: what is explained. `entries`: oldest first, of rows of `entity`.
    WhyPopover(const QString &label, const EntityDesc &entity,
               const std::vector<HistoryEntry> &entries, ShellServices &shell, QWidget *parent);

    /// Its right upper corner goes here, moved so far that it stays on the screen.
    void popUp(const QPoint &corner);
};

} // namespace dw::ui
