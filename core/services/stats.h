// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/workspace.h"

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
[[nodiscard]] Result<WorkspaceStats> statsOf(Reader &reader);

} // namespace dw
