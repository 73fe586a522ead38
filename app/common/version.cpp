// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/version.h"

namespace dw {

QString programVersion() { return QStringLiteral(DW_VERSION); }

} // namespace dw
