// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"

#include <QByteArray>

namespace dw {

/// `catalog.json` of an exported workspace: what its entities and fields are called and hold, for
/// whoever reads the tables with another program. Nothing reads it back.
[[nodiscard]] QByteArray catalogToJson(const Catalog &catalog);

} // namespace dw
