// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/log/changelogcodec.h"
#include "core/store/schema/migrations.h"
#include "core/store/search/searchtables.h"
#include "core/store/write/writetransaction_state.h"

#include <algorithm>

namespace dw {
using namespace Qt::StringLiterals;

/// The parts of the change record; `held` is what the fields held before it.
std::vector<GroupChange> WriteTransaction::State::groupsOf(
    const PendingRow &row, const Segment &segment, const QHash<QString, LoggedValue> &held) const {
    const EntityDesc &entity = desc(row);
    GroupParts parts;
    QSet<QString> sets;
    for (const auto &[name, step] : segment.steps) {
        const FieldHandle handle = entity.byName(name);
        if (handle.isNull()) {
            parts.add(name, ChangeOp::Set, {name, step.before, step.after});
            continue;
        }
        const FieldDesc &field = entity.field(handle);
        if (segment.created)
            parts.add(field.group, ChangeOp::Set, {name, step.before, step.after});
        else
            parts.addStep(field, step);
        if (isPartOfSets(field))
            sets << field.group;
    }
    for (const FieldDesc &field : entity.fields) {
        if (!sets.contains(field.group) || !isPartOfSets(field)
            || segment.steps.contains(field.name))
            continue;
        const LoggedValue stays =
            held.contains(field.name) ? held.value(field.name) : loggedBefore(row, field.name);
        parts.add(field.group, ChangeOp::Set, {field.name, stays, stays});
    }
    return parts.take();
}

/// Makes the parts of the change records from the steps; what came to nothing goes.
void WriteTransaction::State::closeRow(PendingRow &row) const {
    for (Segment &segment : row.segments) {
        if (!segment.created)
            std::erase_if(segment.steps, [](const auto &step) { return !step.second.differs(); });
    }
    std::erase_if(row.segments,
                  [](const Segment &segment) { return !segment.created && segment.steps.empty(); });
    QHash<QString, LoggedValue> held;
    QHash<QString, ChangeId> standing;
    for (Segment &segment : row.segments) {
        segment.groups = groupsOf(row, segment, held);
        const ChangeId made = row.before || segment.created ? ChangeId() : row.segments.front().id;
        for (GroupChange &part : segment.groups) {
            if (standing.contains(part.group))
                part.base = standing.value(part.group);
            else
                part.base = row.before ? row.stands.of(part.group).change : made;
        }
        for (const GroupChange &part : segment.groups)
            standing.insert(part.group, segment.id);
        for (const auto &[name, step] : segment.steps)
            held.insert(name, step.after);
        segment.steps.clear();
    }
}

Moved WriteTransaction::State::movedOf(const PendingRow &row) const {
    Moved moved{row.entity(), row.id(), {}, !row.before};
    for (const Segment &segment : row.segments) {
        for (const auto &step : segment.steps) {
            const QString group = groupOf(row, step.first);
            if (!moved.groups.contains(group) && (segment.created || step.second.differs()))
                moved.groups << group;
        }
    }
    moved.groups.sort();
    return moved;
}

/// Rights that were changed must be readable, and count from the commit on.
Result<void> WriteTransaction::State::closeRights() {
    const FieldHandle key = catalog()->entity(u"setting")->byName(u"key");
    const auto isRules = [&](const Row &row) {
        return row.record.value(key).as<QString>() == "access.rules"_L1;
    };
    const bool touched = std::any_of(m_rows.begin(), m_rows.end(), [&](const auto &row) {
        return row->entity() == "setting"_L1 && !row->segments.empty()
               && (isRules(row->now) || (row->before && isRules(*row->before)));
    });
    if (!touched)
        return {};
    auto rights = loadAccess(context.connection);
    if (!rights)
        return rights.error();
    m_access = *std::move(rights);
    return {};
}

/// Hands each change record, with its groups as written, to `leafOf`, and writes it with that leaf.
Result<qint64> WriteTransaction::State::writeRecords(
    qint64 set, const std::function<QByteArray(const ChangeRecord &, const QByteArray &)> &leafOf) {
    std::vector<std::pair<const PendingRow *, const Segment *>> segments;
    for (const auto &row : m_rows) {
        for (const Segment &segment : row->segments)
            segments.emplace_back(row.get(), &segment);
    }
    std::sort(segments.begin(), segments.end(),
              [](const auto &a, const auto &b) { return a.second->order < b.second->order; });
    for (const auto &[row, segment] : segments) {
        ChangeRecord record;
        record.id = segment->id;
        record.set = set;
        record.entity = row->entity();
        record.row = row->id();
        record.created = segment->created;
        record.source = segment->source;
        record.at = segment->at;
        record.recorded = m_position.clock = m_position.clock.next(wall);
        record.trusted = segment->trusted;
        record.salt = makeSalt();
        const QByteArray groups = encodeGroups(segment->groups);
        record.leaf = leafOf(record, groups);
        if (const auto written = changelog::insertChange(context.connection, record, groups);
            !written)
            return written.error();
    }
    return qint64(segments.size());
}

Result<void> WriteTransaction::State::writeLog(Committed &committed) {
    m_position = context.position;
    const auto clock = [this] {
        return setMeta(context.connection, u"clock"_s, QString::number(m_position.clock.value));
    };
    if (into) {
        const auto leafOf = [this](const ChangeRecord &record, const QByteArray &groups) {
            return into->add(record, groups);
        };
        if (const auto written = writeRecords(into->seq(), leafOf); !written)
            return written.error();
        committed.set = committed.notice.set = into->seq();
        return clock();
    }
    ChangeSet set;
    set.seq = ++m_position.set;
    set.previous = m_position.head;
    context.hasher.begin();
    const auto count =
        writeRecords(set.seq, [this](const ChangeRecord &record, const QByteArray &groups) {
            QByteArray leaf = context.hasher.leaf(record, groups);
            context.hasher.addLeaf(leaf);
            return leaf;
        });
    if (!count)
        return count.error();
    set.count = *count;
    set.digest = context.hasher.digest();

    SetUuid undone;
    if (info.undoOf != 0) {
        const auto taken = changelog::findSet(context.connection, info.undoOf);
        if (!taken)
            return taken.error();
        if (*taken)
            undone = (*taken)->id;
    }
    set.id = {makeUuidV7(wall)};
    set.kind = info.kind;
    set.device = context.device;
    set.actor = info.actor;
    set.label = info.label;
    set.source = info.source;
    set.reason = info.reason;
    set.at = now;
    set.recorded = m_position.clock = m_position.clock.next(wall);
    set.undoOf = info.undoOf;
    set.salt = makeSalt();
    set.leaf = context.hasher.setLeaf(set, undone);
    set.head = m_position.head = context.hasher.head(set);
    if (const auto written = changelog::insertSet(context.connection, set); !written)
        return written;
    committed.set = committed.notice.set = set.seq;
    return clock();
}

/// What searches find, as the rows stand at the end. A job brings the documents of rows that were
/// there before to that in slices of their own.
Result<void> WriteTransaction::State::indexRows() {
    std::vector<SearchChange> changes;
    changes.reserve(m_rows.size());
    for (const auto &row : m_rows) {
        const SearchChange change{&desc(*row), row->before ? &row->before->record : nullptr,
                                  &row->now.record};
        if (!into || !row->before) {
            changes.push_back(change);
        } else if (const auto left = deferSearch(context.connection, change); !left) {
            return left;
        }
    }
    return updateSearch(context.connection, changes);
}

Result<Committed> WriteTransaction::State::close() {
    if (const auto is = ready(); !is)
        return is.error();
    Committed committed;
    std::vector<Message> refusals = judge();
    if (const auto rights = closeRights(); !rights)
        return rights.error();
    if (!refusals.empty()) {
        Error error = makeError(ErrorKind::Refused, u"write.refused"_s,
                                {{u"count"_s, QString::number(refusals.size())}});
        error.reasons = std::move(refusals);
        return error;
    }
    if (const auto checked = checkCircles(); !checked)
        return checked.error();
    for (const auto &row : m_rows) {
        Moved moved = movedOf(*row);
        closeRow(*row);
        if (!row->segments.empty())
            committed.notice.moved.push_back(std::move(moved));
    }
    if (m_notTrusted > 0)
        notes.push_back({u"write.not_trusted"_s, {{u"count"_s, QString::number(m_notTrusted)}}});
    committed.notes = notes;
    if (committed.notice.moved.empty())
        return committed;
    committed.warnings = warnings;
    committed.notice.catalogChanged = catalog() != context.shared.get();
    if (const auto written = noted(writeLog(committed)); !written)
        return written.error();
    if (const auto indexed = noted(indexRows()); !indexed)
        return indexed.error();
    // A job that takes rows back looks itself who needs them, without a question for the whole set.
    if (into)
        return committed;
    // A job asks row by row (SlicedUndo): the question goes over all rows of the set.
    if (!into) {
        if (const auto checked = checkInUse(committed); !checked)
            return checked.error();
    }
    return committed;
}

void WriteTransaction::State::keep() {
    context.position = m_position;
    if (m_access)
        context.access = *std::move(m_access);
}

} // namespace dw
