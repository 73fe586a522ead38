// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDateTime>
#include <optional>

namespace dw::ui {

/// A date as people type it: 2026-03-05, 2026/3/5, 20260305, 2026年3月5日, 3/5 and 3月5日 (in the
/// year of `today`), "today", "tomorrow", 今天, 明天, +7 and -7 (days from today). Nothing where it
/// is no date.
[[nodiscard]] std::optional<QDate> readDate(const QString &typed, QDate today);

/// A date as above and a time of day ("14:30"), or the date alone (its midnight in `zone`).
[[nodiscard]] std::optional<QDateTime> readDateTime(const QString &typed, QDate today,
                                                    const QTimeZone &zone);

} // namespace dw::ui
