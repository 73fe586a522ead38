// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sqlite.h"

#include <QMap>
#include <QStringList>

namespace dw::test {

/// Everything that a database holds, as text: the schema as it was written, and each row of each
/// table with the types of its values. Collation keys and their version are left out: they follow
/// the ICU at hand.
[[nodiscard]] QMap<QString, QStringList> contentOf(Connection &c);

} // namespace dw::test
