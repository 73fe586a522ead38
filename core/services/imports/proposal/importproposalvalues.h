// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/imports/proposal/importproposal.h"

namespace dw {

/// What the values of a column look like. Counts of `count` values; a value counts for every kind
/// that it fits.
struct ValueLook {
    qsizetype count = 0;
    qsizetype emails = 0, phones = 0, numbers = 0, years = 0, dates = 0, instants = 0, yesNo = 0;
    qsizetype money = 0;      ///< Numbers, with or without a currency.
    qsizetype inMoney = 0;    ///< Those that name a currency or a scale: "¥12万".
    qsizetype surePhones = 0; ///< Phones that are no other kind of number.
    qsizetype distinct = 0;   ///< Different values.
    qsizetype longest = 0;    ///< Characters.
};

[[nodiscard]] ValueLook lookAtValues(const QStringList &values);

/// How many of the values the field takes; all of them for text that is short enough. Links count
/// what is `known`.
[[nodiscard]] qsizetype fittingValues(const FieldDesc &field, const QStringList &values,
                                      const ValueLook &look, const KnownNames &known);

/// A field of its own for a column: a key and a label from the header, a type from the values
/// (yes/no, number, money, date, time, a choice of few, long or short text).
[[nodiscard]] FieldDesc newFieldFor(const EntityDesc &entity, const SampledColumn &column,
                                    const ValueLook &look);

} // namespace dw
