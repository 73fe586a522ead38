// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/recordview.h"

namespace dw {

/// A field that a formula reads for one record, and the change it has its value from.
struct FormulaRead {
    QString path;   ///< As the formula names it, with keys: "amount", "account.sector",
                    ///< "deal_lines.price".
    QString entity; ///< Whose field it is.
    QString field;  ///< Its key.
    /// Of related rows the newest change. Nothing where none was ever made, or the program keeps
    /// it.
    std::optional<HistoryEntry> last;
};

/// Why a formula has its result.
struct FormulaHistory {
    QString text; ///< The expression with keys; empty where it can no longer be read.
    std::vector<FormulaRead> reads; ///< Each once, in the order of the expression; of a formula
                                    ///< that it uses, what that one reads.
};

/// Fails: "record.unknown" {entity, id}, "store.*".
[[nodiscard]] Result<FormulaHistory> formulaHistoryOf(Reader &reader, const QString &entity,
                                                      RecordId id, const FieldDesc &formula);

} // namespace dw
