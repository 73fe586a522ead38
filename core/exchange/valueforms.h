// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/zonetime.h"
#include "core/exchange/table.h"

#include <QString>
#include <optional>
#include <span>

namespace dw {

/// How a column writes numbers: "1.234,56" has the decimal mark `,` and the group mark `.`.
struct NumberForm {
    QChar decimal = u'.';
    QChar group = u','; ///< Null: none. A blank stands for blanks of every width.
    friend bool operator==(const NumberForm &, const NumberForm &) = default;
};

/// In which order day, month and year are read where only their places tell.
enum class DateOrder : quint8 { YearMonthDay, MonthDayYear, DayMonthYear };

/// Two-digit years up to this one are of the 2000s, later ones of the 1900s.
constexpr int lastShortYear = 69;

/// The number as core/catalog/valuetext.h reads it ("-1234.5"), exactly, whatever its length. Takes
/// full-width digits, groups of three and Indian ones, blanks and apostrophes between groups, a
/// percent sign (the figure in front of it counts), the multipliers 百 千 万 亿 万亿 and k m bn,
/// and for negative ones a sign in front or behind or parentheses. Groups that are not where groups
/// can be are refused.
[[nodiscard]] std::optional<QString> plainNumber(const QString &text, const NumberForm &form);

/// An amount as core/catalog/valuetext.h reads it: "CNY 1234.50"; without the code where neither
/// the text nor `currency` (its code, may be empty) tells one. Code, sign or name of the currency
/// may stand in front or behind. A sign that several currencies share ($ ¥ 元) means `currency` if
/// that is one of them, else USD and CNY.
[[nodiscard]] std::optional<QString> plainMoney(const QString &text, const NumberForm &form,
                                                const QString &currency = {});

/// The day as ISO text: "2026-03-05". Takes numbers with `-` `/` `.` or blanks between, 20260305,
/// 2026年3月5日, names of months in English ("5 Mar 2026", "March 5th, 2026"), a weekday in front,
/// and a time behind where it is midnight. A year of four digits in front means year, month, day
/// whatever the order. Days that no calendar has are refused.
[[nodiscard]] std::optional<QString> plainDate(const QString &text, DateOrder order);

/// The instant as ISO text in UTC. A day as plainDate() takes it with a time behind: 24 hours, AM
/// and PM, 上午 and 下午, `T` between, fractions of seconds, an offset or `Z`. Without an offset it
/// is local time of the zone; a day alone means its beginning there. Ten (thirteen) digits from
/// 2001 to 2033 are seconds (milliseconds) since 1970.
[[nodiscard]] std::optional<QString> plainInstant(const QString &text, DateOrder order,
                                                  ZoneTime &zone);

/// The local time (or, where it has no fraction, the day) that a spreadsheet means by a bare
/// number: "2026-03-05" or "2026-03-05T09:30:00". 1 is 1900-01-01 (with the leap day that 1900 had
/// not), or 0 is 1904-01-01. Nothing for numbers below 0, for the day that did not exist, and
/// beyond the year 9999.
[[nodiscard]] std::optional<QString> plainSerial(double serial, bool from1904);
[[nodiscard]] std::optional<QString> plainSerial(const QString &number, bool from1904);

/// What most cells of a column look like.
enum class ColumnLook : quint8 { Empty, Text, Number, Money, Date, Instant, YesNo };

/// What was found out about one column.
struct ColumnForms {
    ColumnLook look = ColumnLook::Empty;
    double confidence = 0; ///< Share of the cells with content that read as that look, 0 to 1.
    NumberForm number;
    bool numberIsAmbiguous = false; ///< "1,234" alone: read with the form above.
    bool numberTells = false;       ///< Its cells read in this form only.
    DateOrder order = DateOrder::YearMonthDay;
    /// Whether its days read in both ways, such as 01/02/2025: the file must tell (commonOrder()).
    bool orderIsAmbiguous = false;
    bool orderTells = false; ///< Its days read in this order only.
    QString example = {};    ///< A cell that reads in both ways.
    QString currency = {};   ///< Code, where all amounts name the same one.
};

/// Judges a column by its cells (a sample of some hundreds is enough); kinds may be empty.
[[nodiscard]] ColumnForms guessColumn(std::span<const QString> cells,
                                      std::span<const CellKind> kinds = {});

/// The order of the days of a whole file: columns that tell decide for those that do not. Nothing
/// where no column tells or two contradict each other, although some column needs it: ask once.
struct FileDates {
    std::optional<DateOrder> order;
    bool isAmbiguous = false;
    QStringList examples = {}; ///< Cells that read in both ways.
};
[[nodiscard]] FileDates datesOfFile(std::span<const ColumnForms> columns);

/// The form of the numbers of a whole file, in the same way; where no column tells or two
/// contradict each other, the point is the decimal mark. For columns whose own is ambiguous.
[[nodiscard]] NumberForm numbersOfFile(std::span<const ColumnForms> columns);

} // namespace dw
