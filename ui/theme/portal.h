// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <functional>

class QObject;

namespace dw::ui {

/// Tells what org.freedesktop.portal.Settings says about the colour scheme, now and at every
/// change, as long as the parent lives. Never waits; without a session bus (or where the program is
/// built without Qt D-Bus) it stays silent.
void watchPortal(QObject *parent, std::function<void(Scheme)> tell);

} // namespace dw::ui
