// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"

namespace dw {

class Statement;

// How a record lies in its table. Table = entity key. Columns of every table: `id` BLOB primary key
// (16 bytes), `short_id` TEXT, `deleted` INTEGER, `merged_into` BLOB. Text, long text, choice,
// phone, e-mail: TEXT. Number: REAL. Counter, yes/no: INTEGER. Date: INTEGER days since 1970-01-01.
// Instant: INTEGER milliseconds since 1970-01-01 UTC. Link, person: BLOB of 16 bytes. Money:
// `<name>_minor` INTEGER and `<name>_currency` TEXT. Sortable text: `<name>` TEXT and `<name>_key`
// BLOB. Set: table `<entity>_<name>` (row BLOB, member TEXT, PRIMARY KEY (row, member)) WITHOUT
// ROWID. Formula: nothing.

/// Columns of the entity's table that hold the field, in order: none (set, formula), one, or two
/// (money, sortable text).
[[nodiscard]] QStringList columnsOf(const FieldDesc &field);
/// SQL type of each of columnsOf().
[[nodiscard]] QStringList columnTypesOf(const FieldDesc &field);
/// Name of the child table of a set field.
[[nodiscard]] QString setTableOf(const QString &entity, const FieldDesc &field);

/// Binds a value to the field's columns from parameter `at` on; returns the next free parameter.
int bindValue(Statement &s, int at, const FieldDesc &field, const FieldValue &value);
/// Reads a value from the field's columns from `column` on; moves `column` past them.
[[nodiscard]] FieldValue readValue(const Statement &s, int &column, const FieldDesc &field);

} // namespace dw
