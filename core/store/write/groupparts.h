// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/fielddesc.h"
#include "core/store/log/changerecord.h"

#include <map>

namespace dw {

/// What happened to one field: before and after.
struct FieldStep {
    LoggedValue before, after;
    [[nodiscard]] bool differs() const { return before.value != after.value; }
};

/// True where a Set of the field's group has to name the field.
[[nodiscard]] bool isPartOfSets(const FieldDesc &field);

/// Collects the parts of a change record by group and operation.
class GroupParts {
public:
    void add(const QString &group, ChangeOp op, FieldChange change);
    /// By the policy of the field: an increment, members in and out, or a Set.
    void addStep(const FieldDesc &field, const FieldStep &step);
    /// Sorted by group, then op; their fields by name. Leaves nothing behind.
    [[nodiscard]] std::vector<GroupChange> take();

private:
    std::map<std::pair<QString, ChangeOp>, GroupChange> m_parts;
};

} // namespace dw
