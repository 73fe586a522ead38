// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/entitydesc.h"
#include "core/domain/exactsum.h"
#include "core/domain/fieldvalue.h"
#include "core/store/sqlite/sqlite.h"

#include <vector>

namespace dw {

/// Deals of one stage whose amounts share a currency; those without an amount have none.
struct StageSum {
    RecordId pipeline, stage;
    Currency currency;
    qint64 deals = 0;
    ExactSum minor;
};

/// Rows of an entity that are not in the bin.
[[nodiscard]] Result<qint64> rowCount(Connection &c, const EntityDesc &entity);
/// Deals that are not in the bin, by pipeline, stage and currency.
[[nodiscard]] Result<std::vector<StageSum>> stageSums(Connection &c);

} // namespace dw
