// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/write/door.h"

namespace dw {

struct WriterContext;

/// Asked after each row of a slice: false as soon as somebody waits for the writer, or the slice
/// has taken its time (5 ms).
using MayGoOn = std::function<bool()>;

/// Long work that the writer does in slices while nobody waits: each slice is a transaction of its
/// own that also keeps how far the work has come. Its functions are called on the writer thread.
class SlicedWork {
public:
    virtual ~SlicedWork() = default;

    /// One slice, inside a transaction that the caller commits; false when all is done. What moved
    /// goes into the notice. A failure rolls the slice back and ends the work.
    virtual Result<bool> slice(WriterContext &writer, const MayGoOn &mayGoOn,
                               ChangeNotice &notice) = 0;
    /// The slice was committed.
    virtual void committed() = 0;
    /// Nothing more comes: all was done, it failed, or it was taken off.
    virtual void ended(const Result<void> &how) = 0;
    /// The door closes first; what belongs to its connection has to go.
    virtual void left() = 0;
    /// A unit of somebody else changed rows while the work is under way.
    virtual void noteEdited(const ChangeNotice &notice) = 0;
    /// The last slice makes everything before it durable; the others need not wait for the disk.
    [[nodiscard]] virtual bool isLastSlice() const = 0;
    /// What the next slice does, for the figure of the longest hold: "slice of rows".
    [[nodiscard]] virtual QString nextSlice() const { return QStringLiteral("slice"); }
};

} // namespace dw
