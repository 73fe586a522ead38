// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/valueforms.h"

#include <QDate>
#include <QTime>

namespace dw {

/// How the parts of a day are told apart.
enum class DayShape : quint8 {
    Named,     ///< By names, signs or a year of four digits in front: one reading.
    TwoDigits, ///< Three short numbers: every order is possible.
    YearLast   ///< A year of four digits behind two short numbers.
};

/// What a text says about a day and perhaps a time.
struct ScannedDate {
    DayShape shape = DayShape::Named;
    int parts[3] = {0, 0, 0}; ///< Year, month, day of Named; else as they stand.
    QChar mark;               ///< That stands between the parts of the other shapes.
    std::optional<QTime> time;
    bool endsDay = false;      ///< The time is 24:00.
    std::optional<int> offset; ///< Seconds ahead of UTC.

    /// The day in that order; not valid where there is none.
    [[nodiscard]] QDate day(DateOrder order) const;
};

/// Takes the text apart; nothing where any of it is something else.
[[nodiscard]] std::optional<ScannedDate> scanDate(const QString &text);

} // namespace dw
