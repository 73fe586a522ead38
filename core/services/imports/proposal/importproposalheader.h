// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/money.h"

#include <QStringList>
#include <optional>

namespace dw {

/// The name of a column taken apart: "Amount (USD)", "closeDate", "金额（万元）".
struct HeaderText {
    QString whole; ///< squeezedName() of all of it.
    QString name;  ///< The same without the unit: "amount", "closedate", "金额".
    /// Folded: words of Latin text ("close", "date"), characters of Chinese.
    QStringList words;
    std::optional<Currency> currency;
    qint64 multiplier = 1; ///< 10,000 for 万, 1,000 for "k"…
};

[[nodiscard]] HeaderText readHeader(const QString &header);

/// Folded, and nothing but letters and digits: what two names of the same thing share.
[[nodiscard]] QString squeezedName(const QString &name);

/// A unit of money as headers give it: "USD", "€", "k EUR", "万元", "in millions". False where the
/// text says anything else.
[[nodiscard]] bool readMoneyUnit(const QString &text, std::optional<Currency> &currency,
                                 qint64 &multiplier);

} // namespace dw
