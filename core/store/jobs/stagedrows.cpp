// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/jobs/stagedrows.h"

#include "core/store/log/hash.h"
#include "core/store/schema/columns.h"
#include "core/store/write/shortid.h"
#include "core/store/write/writetransaction_state.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype saltBytes = 16;
constexpr qsizetype saltsAtOnce = 256;

} // namespace

Result<void> StagedRows::open(qint64 cursor) {
    auto items = RawStatement::prepare(
        m_staged, u"SELECT n, kind, entity, row, change, at, trusted, source, groups FROM item"
                  " WHERE n > ?1 ORDER BY n"_s);
    if (!items)
        return damagedJob(m_staged, items.error().detail);
    auto members = RawStatement::prepare(
        m_staged, u"SELECT item, list, member FROM member WHERE item > ?1 ORDER BY n"_s);
    if (!members)
        return damagedJob(m_staged, members.error().detail);
    auto record = RawStatement::prepare(
        m_writer.connection,
        u"INSERT INTO change_record(id, set_seq, entity, row, created, source, at, recorded,"
        " trusted, groups, salt, leaf) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    if (!record)
        return record.error();
    m_items = *std::move(items);
    m_members = *std::move(members);
    m_record = *std::move(record);
    m_items->bind(1, cursor);
    m_members->bind(1, cursor);
    const auto member = m_members->step();
    if (!member)
        return damagedJob(m_staged, member.error().detail);
    m_memberStands = *member;
    return next();
}

Result<void> StagedRows::next() {
    const auto row = m_items->step();
    if (!row)
        return damagedJob(m_staged, row.error().detail);
    m_itemStands = *row;
    return {};
}

StagedItem StagedRows::itemHere() const {
    StagedItem item;
    item.kind = StagedItem::Kind(m_items->integer(1));
    item.entity = m_items->text(2);
    item.row = RecordId::fromBytes(m_items->bytes(3));
    item.change = ChangeId::fromBytes(m_items->bytes(4));
    item.origin = {m_items->text(7), {m_items->integer(5)}, m_items->integer(6) != 0};
    item.groups = m_items->bytes(8);
    return item;
}

bool StagedRows::isLaterHere() const {
    return m_itemStands && m_items->integer(1) == qint64(StagedItem::Kind::Later);
}

Result<bool> StagedRows::run(JobRow &job, const MayGoOn &mayGoOn, ChangeNotice &notice) {
    if (!m_items) {
        if (const auto opened = open(job.cursor); !opened)
            return opened.error();
    }
    m_now = m_writer.wall.now();
    for (auto &[entity, maker] : m_makers)
        maker.counter = -1;
    do {
        if (!m_itemStands)
            break;
        const StagedItem item = itemHere();
        const qint64 n = m_items->integer(0);
        if (n <= job.cursor || m_items->integer(1) < 0
            || m_items->integer(1) > qint64(StagedItem::Kind::Change))
            return damagedJob(m_staged, u"item %1"_s.arg(n));
        if (item.kind == StagedItem::Kind::Change) {
            if (const auto changed = change(job, mayGoOn, notice); !changed)
                return changed.error();
            continue;
        }
        if (item.kind == StagedItem::Kind::Made) {
            if (const auto made = makeRow(item, n, notice); !made)
                return made.error();
        }
        if (const auto added = addRecord(item); !added)
            return added.error();
        job.cursor = n;
        ++job.done;
        if (const auto moved = next(); !moved)
            return moved.error();
        // A row stands as it is at last, so all of its records come with it, or none.
    } while (isLaterHere() || mayGoOn());
    if (const auto counted = writeCounters(); !counted)
        return counted.error();
    return !m_itemStands;
}

Result<StagedRows::Maker *> StagedRows::maker(const QString &entity) {
    if (const auto known = m_makers.find(entity); known != m_makers.end())
        return &known->second;
    const CatalogPtr catalog = m_writer.local.get();
    const EntityDesc *desc = catalog->entity(entity);
    if (!desc)
        return damagedJob(m_staged, u"entity "_s + entity.left(100));
    // The file may know fewer columns than the catalogue does by now.
    auto all = RawStatement::prepare(
        m_staged, u"SELECT * FROM %1 WHERE item >= ?1 ORDER BY item"_s.arg(stagedTable(entity)));
    if (!all)
        return damagedJob(m_staged, all.error().detail);
    const QStringList known = stagedColumns(*desc);
    Maker maker;
    for (const FieldDesc &field : desc->fields) {
        if (field.type == FieldType::Set)
            maker.lists << setTableOf(entity, field);
    }
    maker.key = entity.toUtf8();
    maker.letter = QByteArray(1, desc->letter);
    QStringList columns{u"id"_s, u"short_id"_s, u"deleted"_s};
    for (int i = 2; i < sqlite3_column_count((*all)->handle()); ++i) {
        const QString name = QString::fromUtf8(sqlite3_column_name((*all)->handle(), i));
        if (!known.contains(name))
            return damagedJob(m_staged, u"column "_s + name.left(100));
        columns << name;
        ++maker.columns;
    }
    const QString marks = QString(u",?"_s).repeated(maker.columns);
    auto insert = RawStatement::prepare(
        m_writer.connection,
        u"INSERT INTO %1(%2) VALUES(?, ?, 0%3)"_s.arg(entity, columns.join(u", "_s), marks));
    if (!insert)
        return insert.error();
    maker.read = *std::move(all);
    maker.insert = *std::move(insert);
    maker.read->bind(1, m_items->integer(0));
    const auto row = maker.read->step();
    if (!row)
        return damagedJob(m_staged, row.error().detail);
    maker.stands = *row;
    return &m_makers.emplace(entity, std::move(maker)).first->second;
}

Result<void> StagedRows::readCounter(Maker &maker) {
    auto s = m_writer.connection.prepare(u"SELECT last FROM short_counter WHERE letter=?"_s);
    if (!s)
        return s.error();
    s->bind(1, QString::fromLatin1(maker.letter));
    const auto row = s->step();
    if (!row)
        return row.error();
    maker.counter = *row ? s->integer(0) : 0;
    return {};
}

Result<void> StagedRows::writeCounters() {
    for (const auto &[entity, maker] : m_makers) {
        if (maker.counter < 0)
            continue;
        auto s =
            m_writer.connection.prepare(u"INSERT INTO short_counter(letter, last) VALUES(?1, ?2)"
                                        " ON CONFLICT(letter) DO UPDATE SET last=?2"_s);
        if (!s)
            return s.error();
        s->bind(1, QString::fromLatin1(maker.letter));
        s->bind(2, maker.counter);
        if (const auto written = s->run(); !written)
            return written;
    }
    return {};
}

Result<void> StagedRows::makeRow(const StagedItem &item, qint64 n, ChangeNotice &notice) {
    const auto found = maker(item.entity);
    if (!found)
        return found.error();
    Maker &maker = **found;
    if (maker.counter < 0) {
        if (const auto read = readCounter(maker); !read)
            return read;
    }
    if (!maker.stands || maker.read->integer(0) != n)
        return damagedJob(m_staged, u"row of item %1"_s.arg(n));
    const QByteArray id = maker.read->bytes(1);
    if (RecordId::fromBytes(id) != item.row)
        return damagedJob(m_staged, u"id of item %1"_s.arg(n));
    const QByteArray shortId =
        shortIdOf(maker.letter.at(0), m_writer.deviceCode, ++maker.counter).toUtf8();
    maker.insert->bindBlob(1, id);
    maker.insert->bindText(2, shortId);
    for (int i = 0; i < maker.columns; ++i)
        maker.insert->bindFrom(3 + i, *maker.read, 2 + i);
    if (const auto inserted = maker.insert->run(); !inserted)
        return inserted;
    const auto row = maker.read->step();
    if (!row)
        return damagedJob(m_staged, row.error().detail);
    maker.stands = *row;
    notice.moved.push_back({item.entity, item.row, {}, true});
    return addMembers(n, id, maker);
}

Result<void> StagedRows::addMembers(qint64 n, const QByteArray &row, const Maker &maker) {
    while (m_memberStands && m_members->integer(0) == n) {
        const QString list = m_members->text(1);
        if (!maker.lists.contains(list))
            return damagedJob(m_staged, u"list "_s + list.left(100));
        auto insert = m_lists.value(list);
        if (!insert) {
            auto made = RawStatement::prepare(
                m_writer.connection, u"INSERT INTO %1(row, member) VALUES(?, ?)"_s.arg(list));
            if (!made)
                return damagedJob(m_staged, made.error().detail);
            insert = *std::move(made);
            m_lists.insert(list, insert);
        }
        insert->bindBlob(1, row);
        insert->bindFrom(2, *m_members, 2);
        if (const auto added = insert->run(); !added)
            return added;
        const auto more = m_members->step();
        if (!more)
            return damagedJob(m_staged, more.error().detail);
        m_memberStands = *more;
    }
    return {};
}

QByteArray StagedRows::salt() {
    if (m_salts.isEmpty())
        m_salts = makeSalts(saltsAtOnce);
    QByteArray one = m_salts.right(saltBytes);
    m_salts.chop(saltBytes);
    return one;
}

Result<void> StagedRows::addRecord(const StagedItem &item) {
    LogPosition &position = m_writer.position;
    ChangeRecord record;
    record.id = item.change;
    record.entity = item.entity;
    record.row = item.row;
    record.created = item.kind == StagedItem::Kind::Made;
    record.source = item.origin.source;
    record.at = item.origin.at;
    record.recorded = position.clock = position.clock.next(m_now);
    record.trusted = item.origin.trusted;
    record.salt = salt();
    const QByteArray leaf = m_set.add(record, item.groups);
    m_record->bindFrom(1, *m_items, 4);
    m_record->bind(2, m_set.seq());
    m_record->bindFrom(3, *m_items, 2);
    m_record->bindFrom(4, *m_items, 3);
    m_record->bind(5, record.created ? 1 : 0);
    m_record->bindFrom(6, *m_items, 7);
    m_record->bind(7, record.at.ms);
    m_record->bind(8, qint64(record.recorded.value));
    m_record->bind(9, record.trusted ? 1 : 0);
    m_record->bindBlob(10, item.groups);
    m_record->bindBlob(11, record.salt);
    m_record->bindBlob(12, leaf);
    return m_record->run();
}

Result<void> StagedRows::change(JobRow &job, const MayGoOn &mayGoOn, ChangeNotice &notice) {
    if (const auto counted = writeCounters(); !counted)
        return counted;
    for (auto &[entity, maker] : m_makers)
        maker.counter = -1;
    WriteTransaction::State state(m_writer, m_info);
    state.into = &m_set;
    WriteTransaction tx(state);
    do {
        const StagedItem item = itemHere();
        if (item.kind != StagedItem::Kind::Change)
            break;
        if (const auto changed = changeRow(tx, item, job); !changed)
            return changed;
        job.cursor = m_items->integer(0);
        ++job.done;
        if (const auto moved = next(); !moved)
            return moved;
    } while (m_itemStands && mayGoOn());
    const auto closed = state.close();
    if (!closed)
        return closed.error();
    if (closed->set != 0) {
        state.keep();
        m_writer.shared.set(m_writer.local.get());
    }
    notice.catalogChanged = notice.catalogChanged || closed->notice.catalogChanged;
    notice.moved.insert(notice.moved.end(), closed->notice.moved.begin(),
                        closed->notice.moved.end());
    return {};
}

/// Group by group, so that one that somebody edited meanwhile does not keep the others back.
Result<void> StagedRows::changeRow(WriteTransaction &tx, const StagedItem &item, JobRow &job) {
    const CatalogPtr catalog = tx.catalogPtr();
    const EntityDesc *entity = catalog->entity(item.entity);
    if (!entity)
        return damagedJob(m_staged, u"entity "_s + item.entity.left(100));
    const auto change = decodeStagedChange(*entity, item.row, item.groups);
    if (!change)
        return damagedJob(m_staged, u"item"_s);
    tx.setSource(item.origin.source);
    tx.setTime(item.origin.at, item.origin.trusted);
    std::map<QString, Record> groups;
    for (const auto &[handle, value] : change->values.values()) {
        auto at = groups.try_emplace(entity->field(handle).group, entity->key, item.row).first;
        at->second.set(handle, value);
    }
    for (const auto &[group, values] : groups) {
        const auto done = tx.change(values, change->seen);
        if (done)
            continue;
        const ErrorKind kind = done.error().kind;
        if (kind == ErrorKind::Io || kind == ErrorKind::Full || kind == ErrorKind::Damaged
            || kind == ErrorKind::Busy)
            return done;
        Message note = done.error().message;
        if (kind == ErrorKind::Conflict)
            note = {u"job.stays"_s,
                    {{u"entity"_s, entity->key},
                     {u"title"_s, tx.reader().title(entity->key, item.row)},
                     {u"field"_s, entity->key + u'.' + group},
                     {u"source"_s, item.origin.source}}};
        job.note(std::move(note));
    }
    return {};
}

} // namespace dw
