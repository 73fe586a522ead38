// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/log/changelogtable.h"

#include "core/store/log/changelogcodec.h"

namespace dw::changelog {
using namespace Qt::StringLiterals;

namespace {

Error badRecord(const Error &found, qint64 seq) {
    Error error = found;
    error.message.args.insert(u"seq"_s, QString::number(seq));
    return error;
}

SetKind kindOf(qint64 stored) {
    return stored >= 0 && stored <= qint64(SetKind::Seed) ? SetKind(stored) : SetKind::Edit;
}

/// NULL is for what was never there; a text that is there may be empty.
QString present(const QString &text) { return text.isNull() ? u""_s : text; }

} // namespace

const QString &selectChanges(Read read) {
    static const QString state =
        u"SELECT r.seq, r.id, r.set_seq, r.entity, r.row, r.created, r.at, r.recorded, r.trusted,"
        " r.groups, s.undo_of FROM change_record r JOIN change_set s ON s.seq = r.set_seq "_s;
    static const QString whole =
        u"SELECT r.seq, r.id, r.set_seq, r.entity, r.row, r.created, r.at, r.recorded, r.trusted,"
        " r.groups, s.undo_of, r.source, r.salt, r.leaf, s.actor, s.device, s.reason"
        " FROM change_record r JOIN change_set s ON s.seq = r.set_seq "_s;
    return read == Read::Whole ? whole : state;
}

Result<LoggedChange> readChange(const Statement &s, Read read) {
    LoggedChange change;
    ChangeRecord &record = change.record;
    record.seq = s.integer(0);
    record.id = ChangeId::fromBytes(s.blob(1));
    record.set = s.integer(2);
    record.entity = s.text(3);
    record.row = RecordId::fromBytes(s.blob(4));
    record.created = s.integer(5) != 0;
    record.at = {s.integer(6)};
    record.recorded = {quint64(s.integer(7))};
    record.trusted = s.integer(8) != 0;
    change.undoOf = s.integer(10);
    auto groups = decodeGroups(s.blob(9));
    if (!groups)
        return badRecord(groups.error(), record.seq);
    record.groups = *std::move(groups);
    if (read == Read::State)
        return change;
    record.source = s.text(11);
    record.salt = s.blob(12);
    record.leaf = s.blob(13);
    record.actor = RecordId::fromBytes(s.blob(14));
    record.device = DeviceId::fromBytes(s.blob(15));
    auto reason = decodeMessage(s.blob(16));
    if (!reason)
        return badRecord(reason.error(), record.seq);
    record.reason = *std::move(reason);
    return change;
}

Result<std::vector<LoggedChange>> readChanges(Statement &s, Read read) {
    std::vector<LoggedChange> changes;
    for (;;) {
        const auto row = s.step();
        if (!row)
            return row.error();
        if (!*row)
            return changes;
        auto change = readChange(s, read);
        if (!change)
            return change.error();
        changes.push_back(*std::move(change));
    }
}

const QString &selectTouches() {
    static const QString sql =
        u"SELECT r.seq, r.id, r.entity, r.row, r.created, r.groups, r.set_seq, s.kind"
        " FROM change_record r LEFT JOIN change_set s ON s.seq = r.set_seq "_s;
    return sql;
}

const QString &selectImported() {
    static const QString sql =
        u"SELECT r.row, r.set_seq FROM change_set s JOIN change_record r ON r.set_seq = s.seq"
        " WHERE s.kind = %1 AND r.created <> 0 AND r.entity = ?"_s.arg(int(SetKind::Import));
    return sql;
}

Result<qint64> newestSet(Connection &c) { return c.scalar(u"SELECT max(seq) FROM change_set"_s); }

const QString &selectSets() {
    static const QString sql =
        u"SELECT s.seq, s.id, s.kind, s.device, s.actor, s.label, s.source, s.reason, s.at,"
        " s.recorded, s.undo_of, s.count, s.salt, s.leaf, s.digest, s.previous, s.head"
        " FROM change_set s "_s;
    return sql;
}

Result<ChangeSet> readSet(const Statement &s) {
    ChangeSet set;
    set.seq = s.integer(0);
    set.id = SetUuid::fromBytes(s.blob(1));
    set.kind = kindOf(s.integer(2));
    set.device = DeviceId::fromBytes(s.blob(3));
    set.actor = RecordId::fromBytes(s.blob(4));
    set.source = s.text(6);
    set.at = {s.integer(8)};
    set.recorded = {quint64(s.integer(9))};
    set.undoOf = s.integer(10);
    set.count = s.integer(11);
    set.salt = s.blob(12);
    set.leaf = s.blob(13);
    set.digest = s.blob(14);
    set.previous = s.blob(15);
    set.head = s.blob(16);
    auto label = decodeMessage(s.blob(5));
    if (!label)
        return badRecord(label.error(), set.seq);
    set.label = *std::move(label);
    auto reason = decodeMessage(s.blob(7));
    if (!reason)
        return badRecord(reason.error(), set.seq);
    set.reason = *std::move(reason);
    return set;
}

Result<std::optional<ChangeSet>> findSet(Connection &c, qint64 seq) {
    static const QString sql = selectSets() + u"WHERE s.seq = ?"_s;
    auto s = c.prepare(sql);
    if (!s)
        return s.error();
    s->bind(1, seq);
    const auto row = s->step();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<ChangeSet>();
    auto set = readSet(*s);
    if (!set)
        return set.error();
    return std::optional(*std::move(set));
}

Result<bool> isEmpty(Connection &c) {
    const auto sets = c.scalar(u"SELECT EXISTS (SELECT 1 FROM change_set)"_s);
    if (!sets)
        return sets.error();
    return *sets == 0;
}

Result<void> insertChange(Connection &c, const ChangeRecord &record, const QByteArray &groups) {
    auto s = c.prepare(u"INSERT INTO change_record(id, set_seq, entity, row, created, source, at,"
                       " recorded, trusted, groups, salt, leaf)"
                       " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    if (!s)
        return s.error();
    s->bind(1, record.id.bytes());
    s->bind(2, record.set);
    s->bind(3, record.entity);
    s->bind(4, record.row.bytes());
    s->bind(5, qint64(record.created));
    s->bind(6, present(record.source));
    s->bind(7, record.at.ms);
    s->bind(8, qint64(record.recorded.value));
    s->bind(9, qint64(record.trusted));
    s->bind(10, groups);
    s->bind(11, record.salt);
    s->bind(12, record.leaf);
    return s->run();
}

Result<void> insertSet(Connection &c, const ChangeSet &set) {
    auto s = c.prepare(u"INSERT INTO change_set(seq, id, kind, device, actor, label, source,"
                       " reason, at, recorded, undo_of, count, salt, leaf, digest, previous, head)"
                       " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    if (!s)
        return s.error();
    s->bind(1, set.seq);
    s->bind(2, set.id.bytes());
    s->bind(3, qint64(set.kind));
    s->bind(4, set.device.bytes());
    if (!set.actor.isNull())
        s->bind(5, set.actor.bytes());
    s->bind(6, encodeMessage(set.label));
    s->bind(7, present(set.source));
    s->bind(8, encodeMessage(set.reason));
    s->bind(9, set.at.ms);
    s->bind(10, qint64(set.recorded.value));
    s->bind(11, set.undoOf);
    s->bind(12, set.count);
    s->bind(13, set.salt);
    s->bind(14, set.leaf);
    s->bind(15, set.digest);
    s->bind(16, set.previous);
    s->bind(17, set.head);
    return s->run();
}

} // namespace dw::changelog
