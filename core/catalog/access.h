// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/catalog/writeaction.h"
#include "core/domain/record.h"

#include <QJsonArray>
#include <functional>

namespace dw {

/// A question of rights; asked at the door for every group that a change touches.
struct AccessCase {
    RecordId person;
    WriteAction action = WriteAction::Change;
    QString entity;
    QString group; ///< Empty: the row as a whole.
    const Record *row = nullptr;
};

/// Everyone may, except as data says.
using Access = std::function<bool(const AccessCase &)>;

/// Rights from data: everyone may, except as the rules say; of several that match the last one
/// stands. A rule is {"person": UUID or "*", "action": "create", "change", "delete", "restore" or
/// "*", "entity": key or "*", "group": merge group or "*", "allow": yes or no}; a member that is
/// missing means "*", `allow` must stand, others are refused. A rule for one group does not speak
/// about the row as a whole. The returned function is pure and may be called on any thread. Fails:
/// "access.bad_rule" with {rule: number from 1, member}, "access.too_many" (over 10,000 rules).
[[nodiscard]] Result<Access> accessFromRules(const QJsonArray &rules);

} // namespace dw
