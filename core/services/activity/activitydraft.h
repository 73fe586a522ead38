// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/workspace.h"

#include <QDate>

namespace dw {

/// What a quick entry hangs on.
struct ActivityTarget {
    RecordId deal, account;
    QString title; ///< Of the deal.
};

/// A quick entry on its way.
struct ActivityDraft {
    enum class Kind { Note, Call, Visit, Message, Task };
    Kind kind = Kind::Note;
    QString text;
    QDate day; ///< When it was or is due. Invalid: now; no date for a task.
};

/// The note, touchpoint or task that it becomes, by who sits here. The first line that says
/// something is its title (at most 300 characters); where there is more than that, the whole is its
/// text. A touchpoint of another day than now counts at noon of that day: nobody said the hour.
[[nodiscard]] Record recordOf(const ActivityDraft &draft, const ActivityTarget &target,
                              const Workspace &workspace);

} // namespace dw
