// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/query/historyrow.h"

#include <algorithm>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

bool standsBefore(const LoggedChange &a, const LoggedChange &b) {
    return a.record.recorded < b.record.recorded;
}

bool hasChanged(const ChangeRecord &record, const QString &group, const QString &field) {
    for (const GroupChange &part : record.groups) {
        if (part.group != group)
            continue;
        for (const FieldChange &change : part.fields) {
            if (change.name == field && (part.op != ChangeOp::Set || change.differs()))
                return true;
        }
    }
    return false;
}

} // namespace

const GroupChange *groupOf(const ChangeRecord &record, const QString &group) {
    const auto it = std::find_if(record.groups.begin(), record.groups.end(),
                                 [&](const GroupChange &part) { return part.group == group; });
    return it == record.groups.end() ? nullptr : &*it;
}

RowHistory::RowHistory(std::vector<LoggedChange> changes) : m_changes(std::move(changes)) {
    if (!std::is_sorted(m_changes.begin(), m_changes.end(), standsBefore))
        std::stable_sort(m_changes.begin(), m_changes.end(), standsBefore);
}

Result<RowHistory> RowHistory::load(Connection &c, RecordId row, changelog::Read read) {
    auto s = c.prepare(changelog::selectChanges(read) + u"WHERE r.row = ? ORDER BY r.seq"_s);
    if (!s)
        return s.error();
    s->bind(1, row.bytes());
    auto changes = changelog::readChanges(*s, read);
    if (!changes)
        return changes.error();
    return RowHistory(*std::move(changes));
}

Result<void> eachRow(Connection &c, const QString &entity,
                     const std::function<void(const RowHistory &)> &take,
                     const std::function<void(const Error &)> &bad) {
    using changelog::Read;
    // Along the index by row; an index by entity would have to be sorted.
    auto s = c.prepare(changelog::selectChanges(Read::State)
                       + u"WHERE (?1 = '' OR r.entity = ?1) ORDER BY r.row, r.seq"_s);
    if (!s)
        return s.error();
    s->bind(1, entity.isNull() ? u""_s : entity);
    std::vector<LoggedChange> changes;
    RecordId row, unreadable;
    const auto handOver = [&] {
        if (!changes.empty() && row != unreadable)
            take(RowHistory(std::move(changes)));
        changes.clear();
    };
    for (;;) {
        const auto more = s->step();
        if (!more)
            return more.error();
        if (!*more)
            break;
        const auto next = RecordId::fromBytes(s->blob(4));
        if (next != row)
            handOver();
        row = next;
        auto change = changelog::readChange(*s, Read::State);
        if (change) {
            changes.push_back(*std::move(change));
            continue;
        }
        if (!bad)
            return change.error();
        bad(change.error());
        unreadable = row;
    }
    handOver();
    return {};
}

const LoggedChange *RowHistory::find(ChangeId id) const {
    if (id.isNull())
        return nullptr;
    if (m_index.isEmpty()) {
        for (size_t i = 0; i < m_changes.size(); ++i)
            m_index.insert(m_changes[i].record.id, i);
    }
    const auto it = m_index.constFind(id);
    return it == m_index.constEnd() ? nullptr : &m_changes[*it];
}

const LoggedChange *RowHistory::last(const QString &group) const {
    for (auto it = m_changes.rbegin(); it != m_changes.rend(); ++it) {
        if (it->record.created || groupOf(it->record, group))
            return &*it;
    }
    return nullptr;
}

const LoggedChange *RowHistory::base(const LoggedChange &change, const QString &group) const {
    const GroupChange *part = groupOf(change.record, group);
    return part ? find(part->base) : nullptr;
}

const LoggedChange *RowHistory::before(const LoggedChange &change, const QString &group) const {
    const LoggedChange *at = &change;
    // Bases lead backwards; damaged ones may not, so the walk is bounded.
    for (size_t steps = 0; at && steps <= m_changes.size(); ++steps) {
        at = base(*at, group);
        if (!at || at->record.set != change.record.set)
            return at;
    }
    return nullptr;
}

const LoggedChange *RowHistory::undone(const LoggedChange &undo, const QString &group) const {
    // A value was put back as it stood before the set, whatever came between and went again; sums
    // and members keep what came between.
    const GroupChange *part = groupOf(undo.record, group);
    if (!part || part->op == ChangeOp::Set) {
        const auto first =
            std::find_if(m_changes.begin(), m_changes.end(), [&](const LoggedChange &change) {
                return change.record.set == undo.undoOf
                       && (change.record.created || groupOf(change.record, group));
            });
        return first == m_changes.end() ? nullptr : &*first;
    }
    const LoggedChange *stood = before(undo, group);
    return stood && stood->record.set == undo.undoOf ? stood : nullptr;
}

const LoggedChange *RowHistory::inForce(const LoggedChange *change, const QString &group) const {
    for (size_t steps = 0; change && change->undoOf != 0 && steps <= m_changes.size(); ++steps) {
        const LoggedChange *taken = undone(*change, group);
        if (!taken)
            return change;
        change = before(*taken, group);
    }
    return change;
}

std::optional<Instant> RowHistory::since(const LoggedChange *change, const QString &group,
                                         const QString &field) const {
    const LoggedChange *at = inForce(change, group);
    for (size_t steps = 0; at && steps <= m_changes.size(); ++steps) {
        if (hasChanged(at->record, group, field))
            return at->record.at;
        at = inForce(base(*at, group), group);
    }
    return std::nullopt;
}

} // namespace dw
