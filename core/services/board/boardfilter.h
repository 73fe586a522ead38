// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fiscal.h"
#include "core/services/board/board.h"

namespace dw {

/// A span of days as people name it, by today and the fiscal calendar.
enum class CloseSpan {
    Any,
    Overdue, ///< Before today.
    ThisMonth,
    NextMonth,
    ThisQuarter,
    NextQuarter,
    ThisYear,
    NoDate
};

/// What a board shows of its deals beside free text; each part narrows. A null id stands for none
/// (no owner, no team, …).
struct BoardFilter {
    std::vector<RecordId> owners;
    std::vector<RecordId> teams;       ///< Of the owner; with the teams below them.
    std::vector<RecordId> territories; ///< Of the account; with the territories below them.
    std::vector<RecordId> products;    ///< Of any line.
    CloseSpan close = CloseSpan::Any;  ///< Of the expected close; of a closed deal of its own date.
    QString expression;                ///< As typed (docs/EXPRESSIONS.md); empty = all.

    [[nodiscard]] bool isEmpty() const;
    friend bool operator==(const BoardFilter &, const BoardFilter &) = default;
};

/// First and last day of a span; both invalid for Any and NoDate, the first for Overdue.
[[nodiscard]] std::pair<QDate, QDate> daysOf(CloseSpan span, const FiscalCalendar &fiscal,
                                             QDate today);

/// The filter as one expression over deals; empty for an empty filter. Teams and territories below
/// those chosen are read.
[[nodiscard]] Result<QString> conditionOf(Reader &reader, const BoardFilter &filter,
                                          const FiscalCalendar &fiscal, QDate today);

/// Checks a condition over deals as typed. Fails: "expr.*".
[[nodiscard]] Result<void> conditionOverDeals(const QString &text, const Catalog &catalog);

/// The deals of a pipeline that fulfil a condition, in the bin or not. May take longer than a
/// frame: ask the worker. Fails: "expr.*", as Reader::ids does.
[[nodiscard]] Result<QSet<RecordId>> dealsWhere(Reader &reader, const ReadTime &time,
                                                RecordId pipeline, const QString &condition);
/// Which of these deals do. Fails: "expr.*".
[[nodiscard]] Result<QSet<RecordId>> dealsWhere(Reader &reader, const ReadTime &time,
                                                const QString &condition,
                                                const std::vector<RecordId> &deals);

/// Since when a board holds closed deals.
enum class ClosedPeriod { ThisMonth, ThisQuarter, ThisYear, All };
/// Its first day; invalid for All.
[[nodiscard]] QDate firstDayOf(ClosedPeriod period, const FiscalCalendar &fiscal, QDate today);

} // namespace dw
