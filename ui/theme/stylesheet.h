// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QPalette>

namespace dw::ui {

/// The application's style sheet, made of the tokens. What it knows beside the widgets of Qt are
/// two dynamic properties:
///   role  of a QLabel: "page", "section", "strong", "secondary", "caption", "danger", "warning"
///   kind  of a QPushButton: "primary", "ghost", "danger" (else outlined); of a QToolButton:
///   "boxed" (else bare);
///         of a QFrame: "card", "bar", "note-info", "note-success", "note-warning", "note-danger"
[[nodiscard]] QString styleSheetOf(const Tokens &tokens);
[[nodiscard]] QPalette paletteOf(const Tokens &tokens);

} // namespace dw::ui
