// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace dw {

/// Folds text for comparison: NFKC, full case folding, width folding, inner white space to one
/// blank, trimmed. "ＡＢＣ　公司" and "abc 公司" fold to the same. Source: Unicode NFKC_Casefold.
/// Thread-safe.
[[nodiscard]] QString fold(const QString &text);

/// Bytes whose memcmp order is the order of the names for people: ICU collation `zh-u-co-pinyin`,
/// which sorts Latin text alphabetically and Chinese by pinyin. Stored beside names; stable per ICU
/// version (collationVersion() is kept in the workspace; a change re-computes the keys).
/// Thread-safe.
[[nodiscard]] QByteArray collationKey(const QString &text);

/// Version of the collation data behind collationKey(), as text.
[[nodiscard]] QString collationVersion();

} // namespace dw
