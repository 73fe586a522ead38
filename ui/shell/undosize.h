// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/works.h"

#include <QMap>

namespace dw::ui {

/// Steps that move more records than this ask before they are taken.
constexpr qint64 mostUnasked = 20;

/// What taking a set back does to its records, counted by entity.
struct UndoSize {
    using Counts = QMap<QString, qint64>;
    Counts binned;   ///< What the set made, or took out of the bin.
    Counts restored; ///< What it had put into the bin.
    Counts changed;  ///< What goes back to the values before.

    [[nodiscard]] qint64 records() const;
};

/// Of a set, or where `only` is given of those rows of it that it names; for an undo that is to be
/// done again, of the undo. Empty where the set cannot be read.
[[nodiscard]] UndoSize undoSizeOf(Connection &connection, qint64 set,
                                  const std::vector<Moved> *only = nullptr);

/// The size in the reader's words, a sentence for each thing that happens ("500 deals and 87 other
/// records go to the bin.").
[[nodiscard]] QString sayUndoSize(const UndoSize &size, const Catalog &catalog, Language language);

} // namespace dw::ui
