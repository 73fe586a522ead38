// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/write/undo.h"

#include "core/store/write/undokeep.h"
#include "core/store/write/writetransaction_state.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

Error refused(const QString &id, ErrorKind kind, qint64 set) {
    return makeError(kind, id, {{u"set"_s, QString::number(set)}});
}

bool takesBack(SetKind kind) { return kind == SetKind::Undo || kind == SetKind::Redo; }

/// Sets of a person on a device, newest first, with what was taken back so far.
class OwnSets {
public:
    static Result<OwnSets> open(Connection &c, DeviceId device, RecordId actor) {
        auto s = c.prepare(u"SELECT seq, kind, undo_of FROM change_set"
                           " WHERE device=? AND actor IS ? AND length(head) > 0"
                           " ORDER BY seq DESC"_s);
        if (!s)
            return s.error();
        s->bind(1, device.bytes());
        if (!actor.isNull())
            s->bind(2, actor.bytes());
        return OwnSets(*std::move(s));
    }

    /// Goes on to the next older one; false at the end.
    Result<bool> next() {
        const auto row = m_statement.step();
        if (!row || !*row)
            return row;
        m_seq = m_statement.integer(0);
        m_kind = SetKind(m_statement.integer(1));
        const qint64 undone = m_statement.integer(2);
        if (undone != 0 && stands())
            m_takenBack.insert(undone);
        return true;
    }
    [[nodiscard]] qint64 seq() const { return m_seq; }
    [[nodiscard]] SetKind kind() const { return m_kind; }
    /// Nothing later took it back.
    [[nodiscard]] bool stands() const { return !m_takenBack.contains(m_seq); }

private:
    explicit OwnSets(Statement s) : m_statement(std::move(s)) {}
    Statement m_statement;
    QSet<qint64> m_takenBack;
    qint64 m_seq = 0;
    SetKind m_kind = SetKind::Edit;
};

Result<bool> isTakenBack(Connection &c, qint64 set) {
    auto s = c.prepare(u"SELECT seq, undo_of FROM change_set WHERE undo_of <> 0 AND seq > ?"
                       " ORDER BY seq DESC"_s);
    if (!s)
        return s.error();
    s->bind(1, set);
    QSet<qint64> takenBack;
    for (;;) {
        const auto row = s->step();
        if (!row)
            return row.error();
        if (!*row)
            return takenBack.contains(set);
        if (!takenBack.contains(s->integer(0)))
            takenBack.insert(s->integer(1));
    }
}

/// The rows of a set, in the order in which it touched them last: what was made on top of other
/// rows goes first.
Result<std::vector<std::pair<QString, RecordId>>> rowsOf(Connection &c, qint64 set) {
    auto s = c.prepare(u"SELECT entity, row FROM change_record WHERE set_seq=?"
                       " GROUP BY entity, row ORDER BY max(seq) DESC"_s);
    if (!s)
        return s.error();
    s->bind(1, set);
    std::vector<std::pair<QString, RecordId>> rows;
    for (;;) {
        const auto row = s->step();
        if (!row)
            return row.error();
        if (!*row)
            return rows;
        rows.emplace_back(s->text(0), RecordId::fromBytes(s->blob(1)));
    }
}

Result<RowInverse> inverseOf(Connection &c, const QString &entity, RecordId row, qint64 set) {
    const auto history = RowHistory::load(c, row, changelog::Read::Whole);
    if (!history)
        return history.error();
    return inverseOf(*history, entity, row, set);
}

/// What takes the set back, row by row.
Result<std::vector<RowInverse>> inversesOf(Connection &c, const Catalog &catalog,
                                           const ChangeSet &set,
                                           const std::function<Result<void>()> &mayGoOn) {
    const auto rows = rowsOf(c, set.seq);
    if (!rows)
        return rows.error();
    std::vector<RowInverse> inverses;
    inverses.reserve(rows->size());
    for (const auto &[entity, row] : *rows) {
        if (const auto may = mayGoOn(); !may)
            return may.error();
        auto inverse = inverseOf(c, entity, row, set.seq);
        if (!inverse)
            return inverse.error();
        inverses.push_back(*std::move(inverse));
    }
    if (const auto kept = keepReferred(c, catalog, set, inverses); !kept)
        return kept.error();
    return inverses;
}

/// What stays, worded: each part that was touched later, and the rows that others need by entity.
std::vector<Message> staysMessages(Reader &reader, const std::vector<RowInverse> &inverses) {
    std::vector<Message> messages;
    QMap<QString, std::pair<qint64, const UndoPlan::Stays *>> needed;
    for (const RowInverse &inverse : inverses) {
        for (const UndoPlan::Stays &stays : inverse.stays) {
            if (!stays.forRow.isNull()) {
                auto &[count, first] = needed[stays.entity];
                ++count;
                first = first ? first : &stays;
                continue;
            }
            messages.push_back({u"undo.stays"_s,
                                {{u"entity"_s, stays.entity},
                                 {u"title"_s, reader.title(stays.entity, stays.row)},
                                 {u"field"_s, stays.entity + u'.' + stays.group}}});
        }
    }
    for (const auto &[count, first] : std::as_const(needed))
        messages.push_back({u"undo.stays_needed"_s,
                            {{u"count"_s, QString::number(count)},
                             {u"entity"_s, first->entity},
                             {u"title"_s, reader.title(first->entity, first->row)},
                             {u"target"_s, first->forEntity},
                             {u"name"_s, reader.title(first->forEntity, first->forRow)}}});
    return messages;
}

/// The fields as they shall be, from what the row holds now.
std::vector<FieldAfter> fieldsAfter(WriteTransaction::State &state, PendingRow &row,
                                    const std::vector<FieldInverse> &inverses) {
    std::vector<FieldAfter> fields;
    const EntityDesc &entity = state.desc(row);
    for (const FieldInverse &inverse : inverses) {
        const bool isState = inverse.name == "deleted"_L1 || inverse.name == "merged_into"_L1;
        // A field of a newer program is in the log only.
        if (!isState && entity.byName(inverse.name).isNull())
            continue;
        const FieldValue held = state.value(row, inverse.name);
        LoggedValue next = inverse.value;
        if (inverse.op == ChangeOp::Add) {
            next = LoggedValue::changed(
                qint64(quint64(held.as<qint64>()) + quint64(inverse.increment)));
        } else if (inverse.op == ChangeOp::Include) {
            QStringList members = held.as<QStringList>() + inverse.include;
            members.removeIf(
                [&](const QString &member) { return inverse.exclude.contains(member); });
            next = LoggedValue::changed(members);
        }
        if (inverse.since || inverse.op == ChangeOp::Set)
            row.since.insert(inverse.name, inverse.since);
        fields.push_back({inverse.name, std::move(next)});
    }
    return fields;
}

WriteAction actionOf(const std::vector<FieldAfter> &fields) {
    for (const FieldAfter &field : fields) {
        if (field.name == "deleted"_L1)
            return field.next.value.as<bool>() ? WriteAction::Delete : WriteAction::Restore;
    }
    return WriteAction::Change;
}

} // namespace

Result<void> takeBack(WriteTransaction::State &state, const RowInverse &inverse) {
    const auto row = state.row(inverse.entity, inverse.row);
    if (!row)
        return row.error();
    if (inverse.binned)
        return state.apply(**row, {{u"deleted"_s, LoggedValue::given(true)}}, WriteAction::Delete);
    for (const auto &group : inverse.groups) {
        const auto fields = fieldsAfter(state, **row, group);
        if (const auto done = state.apply(**row, fields, actionOf(fields)); !done)
            return done;
    }
    return {};
}

Result<ChangeSet> undoableSet(Connection &c, qint64 seq, DeviceId device, RecordId actor) {
    auto set = changelog::findSet(c, seq);
    if (!set)
        return set.error();
    if (!*set)
        return refused(u"undo.unknown_set"_s, ErrorKind::NotFound, seq);
    if ((*set)->device != device || (*set)->actor != actor)
        return refused(u"undo.not_here"_s, ErrorKind::Refused, seq);
    if ((*set)->kind == SetKind::Seed)
        return refused(u"undo.seeded"_s, ErrorKind::Refused, seq);
    if ((*set)->head.isEmpty())
        return refused(u"undo.open"_s, ErrorKind::Busy, seq);
    const auto taken = isTakenBack(c, seq);
    if (!taken)
        return taken.error();
    if (*taken)
        return refused(u"undo.already"_s, ErrorKind::Refused, seq);
    return **std::move(set);
}

Result<std::optional<ChangeSet>> nextUndo(Connection &c, DeviceId device, RecordId actor) {
    auto sets = OwnSets::open(c, device, actor);
    if (!sets)
        return sets.error();
    for (;;) {
        const auto more = sets->next();
        if (!more)
            return more.error();
        if (!*more)
            return std::optional<ChangeSet>();
        const bool own = !takesBack(sets->kind()) && sets->kind() != SetKind::Seed;
        if (own && sets->stands())
            return changelog::findSet(c, sets->seq());
    }
}

Result<std::optional<ChangeSet>> nextRedo(Connection &c, DeviceId device, RecordId actor) {
    auto sets = OwnSets::open(c, device, actor);
    if (!sets)
        return sets.error();
    for (;;) {
        const auto more = sets->next();
        if (!more)
            return more.error();
        if (!*more || !takesBack(sets->kind()))
            return std::optional<ChangeSet>();
        if (sets->kind() == SetKind::Undo && sets->stands())
            return changelog::findSet(c, sets->seq());
    }
}

Result<UndoPlan> planUndo(Connection &c, const Catalog &catalog, qint64 seq, DeviceId device,
                          RecordId actor) {
    const auto set = undoableSet(c, seq, device, actor);
    if (!set)
        return set.error();
    auto inverses = inversesOf(c, catalog, *set, [] { return Result<void>(); });
    if (!inverses)
        return inverses.error();
    UndoPlan plan{*set, {}, {}};
    for (RowInverse &inverse : *inverses) {
        QStringList groups = inverse.groups.keys();
        if (inverse.binned)
            groups = {u"deleted"_s};
        if (!groups.isEmpty())
            plan.undone.push_back({inverse.entity, inverse.row, groups, false});
        std::move(inverse.stays.begin(), inverse.stays.end(), std::back_inserter(plan.stays));
    }
    return plan;
}

Result<void> undoSet(WriteTransaction &tx, qint64 seq) {
    WriteTransaction::State &state = tx.state();
    Connection &c = state.context.connection;
    const auto set = undoableSet(c, seq, tx.device(), tx.info().actor);
    if (!set)
        return set.error();
    state.info.kind = set->kind == SetKind::Undo ? SetKind::Redo : SetKind::Undo;
    state.info.way = WriteWay::Undo;
    state.info.undoOf = seq;
    if (state.info.reason.isEmpty())
        state.info.reason = {u"undo.of"_s, {{u"set"_s, QString::number(seq)}}};

    const auto ready = [&state] { return state.ready(); };
    const auto inverses = state.noted(inversesOf(c, tx.catalog(), *set, ready));
    if (!inverses)
        return inverses.error();
    bool any = false;
    for (const RowInverse &inverse : *inverses) {
        if (inverse.isEmpty())
            continue;
        any = true;
        if (const auto is = ready(); !is)
            return is;
        if (const auto done = takeBack(state, inverse); !done)
            return done;
    }
    std::vector<Message> stays = staysMessages(tx.reader(), *inverses);
    if (!any) {
        Error error = refused(u"undo.nothing"_s, ErrorKind::Refused, seq);
        error.reasons = std::move(stays);
        return error;
    }
    for (Message &message : stays)
        tx.note(std::move(message));
    return {};
}

} // namespace dw
