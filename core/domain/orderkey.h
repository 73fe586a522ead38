// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace dw {

// Manual order as text: a row that is moved gets a key between those of its new neighbours, and no
// other row changes. A key is the digits of a fraction in base 36 (0-9, a-z) that does not end in
// 0, so that keys compare as plain bytes and there is always room between two of them.

/// True for one to 1,000 characters of 0-9 and a-z of which the last is not 0.
[[nodiscard]] bool isOrderKey(const QString &key);

/// A key strictly between the two; an empty one, or one that is no key, is an open end. Appending
/// or prepending again and again stays at six characters for a milliard times; a move into the same
/// gap again and again adds one character for about five moves. Where nothing lies between (equal,
/// or in the wrong order, as two devices can bring it about) it is a key right behind `before`.
[[nodiscard]] QString orderBetween(const QString &before, const QString &after);

/// `count` keys in ascending order at equal distances, for rows that have none yet. 0 to
/// 1,000,000,000.
[[nodiscard]] QStringList evenOrder(int count);

} // namespace dw
