// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QMimeData;

namespace dw::ui {

/// Paths of the files among what is dragged or copied; folders and what lies elsewhere are left
/// out.
[[nodiscard]] QStringList droppedFiles(const QMimeData &data);

} // namespace dw::ui
