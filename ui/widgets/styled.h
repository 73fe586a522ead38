// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QVariant;
class QWidget;

namespace dw::ui {

/// Sets a dynamic property that the style sheet asks for, and lets the widget be styled anew where
/// it differs.
void setState(QWidget &widget, const char *property, const QVariant &value);

} // namespace dw::ui
