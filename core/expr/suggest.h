// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <vector>

namespace dw {

/// A word that may have been meant, and what people may write for it.
struct Suggestion {
    QString word;
    QStringList names; ///< Labels; the word itself counts always.
};

/// The word that is nearest to what was typed: a label of its own, or at most a third of the
/// letters inserted, dropped, changed or swapped. Empty when none is near.
[[nodiscard]] QString nearest(const QString &typed, const std::vector<Suggestion> &words);

} // namespace dw
