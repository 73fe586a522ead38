// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/access.h"
#include "core/catalog/catalog.h"
#include "core/catalog/lookup.h"
#include "core/catalog/writeaction.h"

#include <functional>

namespace dw {

/// What a gate judges: one row as it was and as it would be. Plain values; the same on the GUI
/// side, at the door and in a test.
struct GateCase {
    const Catalog &catalog;
    WriteAction action = WriteAction::Change;
    WriteWay way = WriteWay::Edit;
    const Record *before = nullptr; ///< nullptr on create.
    const Record &proposed;
    std::vector<QString> groups; ///< Merge groups that differ.
    Message reason;              ///< What the author gave as reason; may be empty.
    RecordId actor;
    Instant at;  ///< Business time of the change.
    QDate today; ///< In the workspace's zone.
    Lookup &lookup;
};

/// A gate's answer: refusals stop the change, warnings go with it.
struct Verdict {
    std::vector<Message> refusals;
    std::vector<Message> warnings;
};

/// Pure: same case, same verdict.
using Gate = std::function<Verdict(const GateCase &)>;

} // namespace dw
