// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace dw {

/// What a number format makes of a number.
struct NumberLook {
    enum class Kind : quint8 {
        Number,
        Percent,
        Money,
        Day,     ///< Of the calendar, perhaps with a time.
        DayTime, ///< A day with its time.
        Time,    ///< Of a day.
        Elapsed  ///< Hours, minutes or seconds that went by.
    };
    Kind kind = Kind::Number;
    QString currency = {}; ///< Of Money: its code, or its sign where several have it.
    friend bool operator==(const NumberLook &, const NumberLook &) = default;
};

/// By the number of a format that every spreadsheet has built in; Number where there is none.
[[nodiscard]] NumberLook builtInLook(int format);
/// By the code of a format, such as `yyyy"年"m"月"d"日"` or `[$¥-804]#,##0.00`. Its first section
/// counts.
[[nodiscard]] NumberLook lookOf(const QString &code);

/// The text of a number cell: the digits as they stand where it is whole, else the shortest decimal
/// without exponent; what binary arithmetic left behind the fifteenth digit is taken off
/// (3.3000000000000003 is 3.3). Empty where it is no number.
[[nodiscard]] QString plainDecimal(const QString &stored);
/// The decimal times 100, exactly.
[[nodiscard]] QString timesHundred(const QString &decimal);

} // namespace dw
