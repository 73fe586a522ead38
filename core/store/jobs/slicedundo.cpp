// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/jobs/slicedundo.h"

#include "core/store/schema/columns.h"
#include "core/store/schema/keytables.h"
#include "core/store/write/writetransaction_state.h"

#include <limits>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr int rowsAtOnce = 256;

bool isPart(const FieldDesc &field) { return field.tie == Tie::HangsOn && field.validity.required; }

bool wasTakenBack(const RowHistory &history, qint64 undoSet) {
    const auto &changes = history.changes();
    return std::any_of(changes.rbegin(), changes.rend(), [undoSet](const LoggedChange &change) {
        return change.record.set == undoSet;
    });
}

SetInfo infoOf(const ChangeSet &set) {
    SetInfo info;
    info.kind = set.kind;
    info.way = WriteWay::Undo;
    info.actor = set.actor;
    info.label = set.label;
    info.source = set.source;
    info.reason = set.reason;
    info.undoOf = set.undoOf;
    return info;
}

} // namespace

Result<std::vector<SlicedUndo::Touched>> SlicedUndo::before(qint64 cursor) {
    auto s = m_writer.connection.prepare(
        u"SELECT seq, entity, row FROM change_record WHERE set_seq=?1 AND seq < ?2"
        " ORDER BY seq DESC LIMIT ?3"_s);
    if (!s)
        return s.error();
    s->bind(1, m_undone.seq);
    s->bind(2, cursor == 0 ? std::numeric_limits<qint64>::max() : cursor);
    s->bind(3, qint64(rowsAtOnce));
    std::vector<Touched> touched;
    for (;;) {
        const auto row = s->step();
        if (!row)
            return row.error();
        if (!*row)
            return touched;
        touched.push_back({s->integer(0), s->text(1), RecordId::fromBytes(s->blob(2))});
    }
}

Result<bool> SlicedUndo::run(JobRow &job, const MayGoOn &mayGoOn, ChangeNotice &notice) {
    const auto touched = before(job.cursor);
    if (!touched)
        return touched.error();
    if (touched->empty())
        return true;
    WriteTransaction::State state(m_writer, infoOf(m_set.set()));
    state.into = &m_set;
    for (const Touched &one : *touched) {
        if (const auto done = takeBack(state, one, job); !done)
            return done.error();
        job.cursor = one.seq;
        ++job.done;
        if (!mayGoOn())
            break;
    }
    const auto closed = state.close();
    if (!closed)
        return closed.error();
    if (closed->set != 0) {
        state.keep();
        m_writer.shared.set(m_writer.local.get());
    }
    notice.catalogChanged = closed->notice.catalogChanged;
    notice.moved = closed->notice.moved;
    for (const Message &note : closed->notes)
        job.note(note);
    return false;
}

Result<void> SlicedUndo::takeBack(WriteTransaction::State &state, const Touched &touched,
                                  JobRow &job) {
    const auto history = RowHistory::load(m_writer.connection, touched.row, changelog::Read::Whole);
    if (!history)
        return history.error();
    // Several records of one row: the last one took all of them back.
    if (wasTakenBack(*history, m_set.seq()))
        return {};
    RowInverse inverse = inverseOf(*history, touched.entity, touched.row, m_undone.seq);
    const auto title = [&](const QString &entity, RecordId row) {
        return m_writer.reader.title(entity, row);
    };
    if (inverse.binned) {
        const auto need = neededBy(touched.entity, touched.row);
        if (!need)
            return need.error();
        if (!need->row.isNull()) {
            job.note({u"undo.stays_needed"_s,
                      {{u"count"_s, u"1"_s},
                       {u"entity"_s, touched.entity},
                       {u"title"_s, title(touched.entity, touched.row)},
                       {u"target"_s, need->entity},
                       {u"name"_s, title(need->entity, need->row)}}});
            return {};
        }
    }
    for (const UndoPlan::Stays &stays : inverse.stays)
        job.note({u"undo.stays"_s,
                  {{u"entity"_s, stays.entity},
                   {u"title"_s, title(stays.entity, stays.row)},
                   {u"field"_s, stays.entity + u'.' + stays.group}}});
    return inverse.isEmpty() ? Result<void>() : dw::takeBack(state, inverse);
}

/// Rows of the set itself that point here have gone before, so whatever still stands is somebody
/// else's, or stays itself.
Result<SlicedUndo::Need> SlicedUndo::neededBy(const QString &entity, RecordId row) {
    auto need = standingLink(entity, row);
    if (!need || !need->row.isNull())
        return need;
    // Parts (the lines of a deal) go before their owner: they stay where it is going to.
    auto found = m_writer.reader.find(entity, row);
    if (!found)
        return found.error();
    Need owner;
    if (*found) {
        const auto stays = ownerStays(entity, (*found)->record, owner);
        if (!stays)
            return stays.error();
        if (*stays)
            return owner;
    }
    return Need();
}

Result<bool> SlicedUndo::ownerStays(const QString &entity, const Record &record, Need &owner) {
    const CatalogPtr catalog = m_writer.local.get();
    const EntityDesc &desc = *catalog->entity(entity);
    for (size_t i = 0; i < desc.fields.size(); ++i) {
        const auto id = record.value(FieldHandle{quint16(i)}).as<RecordId>();
        if (!isPart(desc.fields[i]) || id.isNull())
            continue;
        const auto history = RowHistory::load(m_writer.connection, id, changelog::Read::Whole);
        if (!history)
            return history.error();
        const RowInverse inverse = inverseOf(*history, desc.fields[i].target, id, m_undone.seq);
        // Not of this set at all: the part is taken back as the set made it.
        const bool isOurs = std::any_of(
            history->changes().begin(), history->changes().end(), [&](const auto &change) {
                return change.record.created && change.record.set == m_undone.seq;
            });
        if (isOurs && !inverse.binned) {
            owner = {desc.fields[i].target, id};
            return true;
        }
    }
    return false;
}

Result<SlicedUndo::Need> SlicedUndo::standingLink(const QString &target, RecordId row) {
    const CatalogPtr catalog = m_writer.local.get();
    for (const EntityDesc &entity : catalog->entities()) {
        for (const FieldDesc &field : entity.fields) {
            if (field.target != target || field.type == FieldType::Formula)
                continue;
            auto need = linkBy(entity, field, row);
            if (!need || !need->row.isNull())
                return need;
        }
    }
    return Need();
}

/// Without a key table one question is a scan: asked once for all rows, and again only of a row
/// that was named then.
Result<bool> SlicedUndo::mayBeNamed(const EntityDesc &entity, const FieldDesc &field,
                                    RecordId row) {
    const QString key = entity.key + u'.' + field.name;
    if (const auto known = m_named.constFind(key); known != m_named.constEnd())
        return known->contains(row);
    const bool isSet = field.type == FieldType::Set;
    auto s = m_writer.connection.prepare(
        isSet ? u"SELECT DISTINCT m.member FROM %1 m CROSS JOIN %2 t ON t.id=m.row"
                " WHERE t.deleted=0"_s.arg(setTableOf(entity.key, field), entity.key)
              : u"SELECT DISTINCT %2 FROM %1 WHERE deleted=0 AND %2 IS NOT NULL"_s.arg(entity.key,
                                                                                       field.name));
    if (!s)
        return s.error();
    QSet<RecordId> &named = m_named[key];
    for (;;) {
        const auto more = s->step();
        if (!more)
            return more.error();
        if (!*more)
            return named.contains(row);
        named.insert(isSet ? RecordId::fromText(s->text(0)) : RecordId::fromBytes(s->blob(0)));
    }
}

Result<SlicedUndo::Need> SlicedUndo::linkBy(const EntityDesc &entity, const FieldDesc &field,
                                            RecordId row) {
    const KeyTable *keys = keyTableOf(entity.key, field.name);
    QString sql;
    if (keys) {
        sql = keys->sql(u"SELECT t.id FROM {keys} k CROSS JOIN {rows} t ON t.id=k.id"
                        u" WHERE k.{column}=?1 AND t.deleted=0 AND t.id<>?1 LIMIT 1");
    } else {
        const auto named = mayBeNamed(entity, field, row);
        if (!named)
            return named.error();
        if (!*named)
            return Need();
        sql =
            field.type == FieldType::Set
                ? u"SELECT t.id FROM %1 m CROSS JOIN %2 t ON t.id=m.row"
                  " WHERE m.member=?1 AND t.deleted=0 LIMIT 1"_s.arg(setTableOf(entity.key, field),
                                                                     entity.key)
                : u"SELECT t.id FROM %1 t WHERE t.%2=?1 AND t.deleted=0 AND t.id<>?1 LIMIT 1"_s.arg(
                    entity.key, field.name);
    }
    auto s = m_writer.connection.prepare(sql);
    if (!s)
        return s.error();
    if (field.type == FieldType::Set)
        s->bind(1, row.text());
    else
        s->bind(1, row.bytes());
    const auto found = s->step();
    if (!found)
        return found.error();
    return *found ? Need{entity.key, RecordId::fromBytes(s->blob(0))} : Need();
}

} // namespace dw
