// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLayout;

namespace dw::ui {

/// Takes everything out of a layout; its widgets go as soon as no event is under way in them.
void clearLayout(QLayout &layout);

} // namespace dw::ui
