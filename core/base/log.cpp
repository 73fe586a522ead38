// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"

namespace dw {

Q_LOGGING_CATEGORY(lcStore, "dealwright.store", QtInfoMsg)
Q_LOGGING_CATEGORY(lcServices, "dealwright.services", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "dealwright.ui", QtInfoMsg)

} // namespace dw
