// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/write/groupparts.h"

#include <algorithm>
#include <limits>

namespace dw {

namespace {

QStringList without(QStringList members, const QStringList &others) {
    members.removeIf([&](const QString &member) { return others.contains(member); });
    return members;
}

/// The increment between two counts; nullopt where it has none that fits.
std::optional<qint64> increment(const FieldStep &step) {
    constexpr auto most = std::numeric_limits<qint64>::max();
    constexpr auto least = std::numeric_limits<qint64>::min();
    const auto before = step.before.value.as<qint64>();
    const auto after = step.after.value.as<qint64>();
    const bool fits = before < 0 ? after <= most + before : after >= least + before;
    if (step.after.value.isEmpty() || !fits)
        return std::nullopt;
    return after - before;
}

} // namespace

bool isPartOfSets(const FieldDesc &field) {
    return field.type != FieldType::Formula && !field.derived && field.policy != MergePolicy::Add
           && field.policy != MergePolicy::IncludeExclude;
}

void GroupParts::add(const QString &group, ChangeOp op, FieldChange change) {
    GroupChange &part = m_parts[{group, op}];
    part.group = group;
    part.op = op;
    part.fields.push_back(std::move(change));
}

void GroupParts::addStep(const FieldDesc &field, const FieldStep &step) {
    if (field.policy == MergePolicy::Add) {
        if (const auto by = increment(step)) {
            add(field.group, ChangeOp::Add, {field.name, step.before, LoggedValue::given(*by)});
            return;
        }
    }
    if (field.policy == MergePolicy::IncludeExclude) {
        const auto before = step.before.value.as<QStringList>();
        const auto after = step.after.value.as<QStringList>();
        const QStringList in = without(after, before);
        const QStringList out = without(before, after);
        if (!in.isEmpty())
            add(field.group, ChangeOp::Include,
                {field.name, LoggedValue::absent(), LoggedValue::given(in)});
        if (!out.isEmpty())
            add(field.group, ChangeOp::Exclude,
                {field.name, LoggedValue::absent(), LoggedValue::given(out)});
        return;
    }
    add(field.group, ChangeOp::Set, {field.name, step.before, step.after});
}

std::vector<GroupChange> GroupParts::take() {
    std::vector<GroupChange> groups;
    groups.reserve(m_parts.size());
    for (auto &[key, part] : m_parts) {
        std::sort(part.fields.begin(), part.fields.end(),
                  [](const auto &a, const auto &b) { return a.name < b.name; });
        groups.push_back(std::move(part));
    }
    m_parts.clear();
    return groups;
}

} // namespace dw
