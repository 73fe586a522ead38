// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/catalog/catalog.h"

namespace dw {

/// The one place where message ids become sentences. Arguments are shown as people expect them:
/// field keys as labels, dates and amounts in the reader's format, names as they are. An unknown id
/// is shown as itself, never hidden.
[[nodiscard]] QString word(const Message &message, Language language, const Catalog &catalog);
/// An error with all its reasons, a line each.
[[nodiscard]] QString word(const Error &error, Language language, const Catalog &catalog);
/// True where the id has a wording in both languages (a test asks it of every id in the sources).
[[nodiscard]] bool hasWording(const QString &id);

/// Values for people. Money: symbol and grouping by language, Chinese large numbers as 1,284万
/// / 2.34亿 and English 12.84M when `Short`; dates 3/10 within `today`'s year, else 2026-03-10,
/// when `Short`, always ISO when `Full`. Minus is U+2212. Links give the label.
enum class Style { Short, Full };
[[nodiscard]] QString displayMoney(const Money &money, Language language, Style style);
[[nodiscard]] QString displayDate(QDate date, QDate today, Style style);
[[nodiscard]] QString displayInstant(Instant at, const QTimeZone &zone, QDate today, Style style);
[[nodiscard]] QString displayNumber(double v, Language language);
[[nodiscard]] QString displayValue(const FieldDesc &field, const FieldValue &value,
                                   const QString &label, Language language, const QTimeZone &zone,
                                   QDate today, Style style = Style::Full);

/// zh, zh_CN and en (any case, with - or _); else nothing.
[[nodiscard]] std::optional<Language> languageFromName(const QString &name);

} // namespace dw
