// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/entitydesc.h"

#include <QStringList>

namespace dw {

/// SQL that is true for a row `alias` of the entity which is in the bin with what it hangs on: one
/// at least of the records that it hangs on is in the bin, and none of them stands. A task of a
/// deal and of a contact stays while either stands. `0` for an entity whose rows hang on nothing,
/// or on tables in `missing` alone.
[[nodiscard]] QString hiddenSql(const EntityDesc &entity, const QString &alias,
                                const QStringList &missing = {});

/// SQL that is true for a row `alias` that is neither in the bin itself nor with what it hangs on.
[[nodiscard]] QString standsSql(const EntityDesc &entity, const QString &alias);

} // namespace dw
