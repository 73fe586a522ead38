// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/money.h"

#include <QByteArray>
#include <optional>

struct sqlite3;

namespace dw {

/// Adds the functions that compiled expressions call to a connection; all are deterministic, and of
/// the statements that the program writes only (not of a schema). Returns an SQLite result code.
///
/// An amount within a statement is a BLOB of 11 bytes, see packed(). Empty arguments give NULL.
/// dw_money(minor, currency); dw_plus(a, b), dw_minus(a, b), dw_negate(a), dw_abs(a), dw_times(a,
/// number), dw_over(a, number), dw_ratio(a, b), dw_compare(a, b), dw_least(a, …), dw_greatest(a, …)
/// of amounts; dw_finite(number), dw_round(number, digits); dw_lower(text), dw_length(text);
/// dw_id(text), dw_id_text(blob); dw_year(date), dw_quarter(date), dw_month(date), dw_day(date),
/// dw_date(instant, zone), dw_shift_date(date, months, days), dw_shift_instant(instant, months, ms,
/// zone); aggregates dw_sum, dw_avg of numbers or amounts, dw_minimum, dw_maximum of amounts.
[[nodiscard]] int registerExpressionFunctions(sqlite3 *db);

/// Eight bytes of minor units (big endian, two's complement), then the three letters of the
/// currency.
[[nodiscard]] QByteArray packed(const Money &money);
/// Nothing where the bytes are no packed amount.
[[nodiscard]] std::optional<Money> unpacked(const char *bytes, int size);

} // namespace dw
