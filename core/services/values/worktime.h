// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/calendar.h"
#include "core/base/fiscal.h"
#include "core/base/id.h"

namespace dw {

class Reader;

/// How the team divides time, as its settings say.
struct WorkTime {
    Calendar calendar;     ///< Setting `calendar`.
    FiscalCalendar fiscal; ///< Setting `fiscal`.
};

/// The settings in force for a person; the defaults of their types where a setting is absent. The
/// door refuses a setting that cannot be read, so an older damaged one counts as absent here and is
/// listed by `check`.
[[nodiscard]] WorkTime workTime(Reader &reader, RecordId person);

} // namespace dw
