// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace dw::ui {

/// Registers the figures of equal width that the program carries; once per program.
void loadFigures();

/// The chain of families: figures, Latin, Chinese. Inter with Noto Sans CJK SC where they are
/// installed, else the system's.
[[nodiscard]] QStringList interfaceFamilies();

/// The weight to ask for: in a Chinese interface 500 becomes 600 where the Chinese face has no
/// medium.
[[nodiscard]] int availableWeight(int weight);

} // namespace dw::ui
