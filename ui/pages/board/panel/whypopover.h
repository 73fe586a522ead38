// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/board/panel/paneldata.h"
#include "ui/shell/page.h"

#include <QFrame>

namespace dw::ui {

/// "Why is this value so": every change of one field, newest first, with time, person and source.
/// Closes by itself.
class WhyPopover final : public QFrame {
    Q_OBJECT
public:
    WhyPopover(const FieldDesc &field, const std::vector<HistoryEntry> &entries,
               ShellServices &shell, QWidget *parent);

    /// Its right upper corner goes here, moved so far that it stays on the screen.
    void popUp(const QPoint &corner);
};

/// One entry as a widget: what, then who, when and source.
[[nodiscard]] QWidget *makeChangeRow(const HistoryEntry &entry, const EntityDesc &entity,
                                     ShellServices &shell, QWidget *parent);

} // namespace dw::ui
