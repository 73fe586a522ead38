// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QMenu>

namespace dw::ui {

/// An empty menu in the workbench's look, with round corners where the system can show them.
[[nodiscard]] QMenu *makeMenu(QWidget *parent);

/// Adds one of several that exclude each other; the one in force carries a check mark.
QAction *addChoice(QMenu &menu, const Theme &theme, const QString &text, bool chosen);

} // namespace dw::ui
