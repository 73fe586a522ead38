// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema/schema.h"

namespace dw::schema {

namespace {

constexpr char16_t jobs[] = uR"sql(
CREATE TABLE job (
 number INTEGER PRIMARY KEY, id BLOB NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL,
 phase TEXT NOT NULL, cursor INTEGER NOT NULL, part INTEGER NOT NULL, done INTEGER NOT NULL,
 total INTEGER NOT NULL, set_seq INTEGER NOT NULL, undo_seq INTEGER NOT NULL,
 of_set INTEGER NOT NULL, file TEXT NOT NULL, label BLOB NOT NULL, actor BLOB,
 request TEXT NOT NULL, report TEXT NOT NULL, rejected INTEGER NOT NULL, notes BLOB NOT NULL,
 problem BLOB NOT NULL, started INTEGER NOT NULL, ended INTEGER, bound INTEGER NOT NULL);
CREATE INDEX change_set_by_recorded ON change_set (device, recorded);
)sql";

} // namespace

/// Long jobs, and key tables instead of indexes over scattered keys. A change set stands open, with
/// an empty head, for as long as its job writes: the chain goes in the order of `recorded`.
template <> QString step<3>() { return keyTablesOfStep3() + QString::fromUtf16(jobs); }

} // namespace dw::schema
