// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/store/sqlite/sqlite.h"

namespace dw {

/// The steps of the schema, each in its `schema_<n>.cpp` and frozen once it has been shipped.
namespace schema {
constexpr int newest = 4;
template <int N> [[nodiscard]] QString step();
template <> QString step<1>();
template <> QString step<2>();
template <> QString step<3>();
template <> QString step<4>();
/// The part of step 3 that makes the key tables.
[[nodiscard]] QString keyTablesOfStep3();
} // namespace schema

/// Brings an open transaction from the version it finds to `target`, `user_version` too. Fails:
/// "store.*".
[[nodiscard]] Result<void> applySteps(Connection &c, int target);

/// The SQL of all steps: what `check` compares a database with.
[[nodiscard]] QString allSteps();

/// Gives a database that has just got its schema a workspace id, a device, a clock at zero and the
/// versions of the collation keys and of the search tables, inside an open transaction.
[[nodiscard]] Result<void> writeFirstMeta(Connection &c, const QString &zone, Instant now);

/// Makes the collation keys anew where they were made by another version of ICU, in a transaction
/// of its own.
[[nodiscard]] Result<void> refreshCollation(Connection &c);

/// Looks through the database for damage that opening does not find. Fails: "store.damaged",
/// "store.*".
[[nodiscard]] Result<void> quickCheck(Connection &c);

} // namespace dw
