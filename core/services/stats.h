// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/workspace.h"
#include "core/store/query/statsquery.h"

namespace dw {

struct StageStats {
    QString pipeline, stage;
    qint64 deals = 0;
    std::vector<Money> sums;        ///< Per currency.
    std::vector<Currency> tooLarge; ///< Currencies whose sum does not fit in an amount.
};
struct WorkspaceStats {
    std::vector<std::pair<QString, qint64>> rows; ///< Entity key and rows that are not deleted.
    std::vector<StageStats> stages;
};
/// By queries alone: for a program that answers once, columns would cost more to read than they
/// save.
[[nodiscard]] Result<WorkspaceStats> statsOf(Reader &reader);
/// The same with sums that stand already (stageSums() of columns).
[[nodiscard]] Result<WorkspaceStats> statsOf(Reader &reader, const std::vector<StageSum> &sums);

} // namespace dw
