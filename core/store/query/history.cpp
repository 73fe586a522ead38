// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/query/history.h"

#include "core/store/log/replay.h"

#include <algorithm>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

using changelog::Read;

bool touchesField(const ChangeRecord &record, const QString &field) {
    for (const GroupChange &part : record.groups) {
        for (const FieldChange &change : part.fields) {
            if (change.name == field && (part.op != ChangeOp::Set || change.differs()))
                return true;
        }
    }
    return false;
}

/// The group that the field was logged in; empty where it never was.
QString groupOfField(const RowHistory &history, const QString &field) {
    for (auto it = history.changes().rbegin(); it != history.changes().rend(); ++it) {
        for (const GroupChange &part : it->record.groups) {
            for (const FieldChange &change : part.fields) {
                if (change.name == field)
                    return part.group;
            }
        }
    }
    return {};
}

} // namespace

Result<std::vector<ChangeRecord>> History::ofRecord(RecordId row, const QString &field, int limit) {
    auto s = m_connection.prepare(changelog::selectChanges(Read::Whole)
                                  + u"WHERE r.row = ? ORDER BY r.seq DESC"_s);
    if (!s)
        return s.error();
    s->bind(1, row.bytes());
    std::vector<ChangeRecord> records;
    while (limit <= 0 || records.size() < size_t(limit)) {
        const auto more = s->step();
        if (!more)
            return more.error();
        if (!*more)
            break;
        auto change = changelog::readChange(*s, Read::Whole);
        if (!change)
            return change.error();
        if (field.isEmpty() || touchesField(change->record, field))
            records.push_back(std::move(change->record));
    }
    std::reverse(records.begin(), records.end());
    return records;
}

Result<std::optional<ChangeRecord>> History::why(RecordId row, const QString &field) {
    const auto history = RowHistory::load(m_connection, row, Read::Whole);
    if (!history)
        return history.error();
    const QString group = groupOfField(*history, field);
    const auto &changes = history->changes();
    const auto last =
        std::find_if(changes.rbegin(), changes.rend(), [&](const LoggedChange &change) {
            return touchesField(change.record, field);
        });
    if (last == changes.rend())
        return std::optional<ChangeRecord>();
    // What an undo put back stands for the reason that it was first given.
    const LoggedChange *standing = history->inForce(&*last, group);
    if (standing && touchesField(standing->record, field))
        return std::optional(standing->record);
    return std::optional(last->record);
}

Result<std::vector<GroupVersion>> History::versions(RecordId row) {
    const auto history = RowHistory::load(m_connection, row, Read::State);
    if (!history)
        return history.error();
    std::vector<GroupVersion> versions;
    QMap<QString, ChangeId> last;
    for (const LoggedChange &change : history->changes()) {
        for (const GroupChange &part : change.record.groups)
            last.insert(part.group, change.record.id);
        if (change.record.created)
            last.insert(QString(), change.record.id);
    }
    for (auto version = last.cbegin(); version != last.cend(); ++version)
        versions.push_back({version.key(), version.value()});
    return versions;
}

Result<std::optional<ChangeSet>> History::set(qint64 seq) {
    return changelog::findSet(m_connection, seq);
}

Result<std::vector<ChangeRecord>> History::ofSet(qint64 seq) {
    auto s = m_connection.prepare(changelog::selectChanges(Read::Whole)
                                  + u"WHERE r.set_seq = ? ORDER BY r.seq"_s);
    if (!s)
        return s.error();
    s->bind(1, seq);
    auto changes = changelog::readChanges(*s, Read::Whole);
    if (!changes)
        return changes.error();
    std::vector<ChangeRecord> records;
    records.reserve(changes->size());
    for (LoggedChange &change : *changes)
        records.push_back(std::move(change.record));
    return records;
}

Result<std::vector<ChangeSet>> History::sets(qint64 before, int limit) {
    auto s = m_connection.prepare(changelog::selectSets()
                                  + u"WHERE ?1 = 0 OR s.seq < ?1 ORDER BY s.seq DESC LIMIT ?2"_s);
    if (!s)
        return s.error();
    s->bind(1, before);
    s->bind(2, qint64(limit > 0 ? limit : -1));
    std::vector<ChangeSet> sets;
    for (;;) {
        const auto more = s->step();
        if (!more)
            return more.error();
        if (!*more)
            return sets;
        auto set = changelog::readSet(*s);
        if (!set)
            return set.error();
        sets.push_back(*std::move(set));
    }
}

Result<std::optional<Record>> History::recordAt(const Catalog &catalog, const QString &entityKey,
                                                RecordId row, Instant t) {
    const EntityDesc *entity = catalog.entity(entityKey);
    if (!entity)
        return makeError(ErrorKind::NotFound, u"catalog.unknown_entity"_s,
                         {{u"entity"_s, entityKey.left(100)}});
    const auto history = RowHistory::load(m_connection, row, Read::State);
    if (!history)
        return history.error();
    const bool isOther =
        history->changes().empty() || history->changes().front().record.entity != entityKey;
    if (isOther)
        return std::optional<Record>();
    ReplayedRow replayed = replay(*entity, *history, t);
    if (!replayed.exists || replayed.deleted)
        return std::optional<Record>();
    return std::optional(std::move(replayed.record));
}

Result<void> History::rowsAt(const Catalog &catalog, const QString &entityKey, Instant t,
                             const std::function<void(const Record &)> &take) {
    const EntityDesc *entity = catalog.entity(entityKey);
    if (!entity)
        return makeError(ErrorKind::NotFound, u"catalog.unknown_entity"_s,
                         {{u"entity"_s, entityKey.left(100)}});
    return eachRow(m_connection, entityKey, [&](const RowHistory &history) {
        const ReplayedRow replayed = replay(*entity, history, t);
        if (replayed.exists && !replayed.deleted)
            take(replayed.record);
    });
}

} // namespace dw
