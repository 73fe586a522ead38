// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/log/changerecord.h"

namespace dw::test {

/// The record that docs/FORMATS.md spells out: every type of value, every operation, every empty.
[[nodiscard]] ChangeRecord goldenRecord();

/// The set that the golden chain begins with; it holds the golden record alone.
[[nodiscard]] ChangeSet goldenSet();

/// What stands behind `name = ` in a file of tests/data/golden; empty where there is no such line.
[[nodiscard]] QByteArray goldenLine(QStringView file, const QByteArray &name);

} // namespace dw::test
