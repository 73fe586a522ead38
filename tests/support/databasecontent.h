// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sqlite/sqlite.h"

#include <QMap>
#include <QStringList>

namespace dw::test {

/// Everything that a database holds, as text: the schema as it was written, and each row of each
/// table with the types of its values. What is made from other
/// tables is left out: collation keys follow the ICU at hand, and pieces of the search tables how
/// these grew.
[[nodiscard]] QMap<QString, QStringList> contentOf(Connection &c);

} // namespace dw::test
