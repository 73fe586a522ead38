// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/works.h"

#include "core/services/activity/taskdone.h"
#include "core/services/deals/dealclosing.h"
#include "core/services/deals/dealstage.h"
#include "core/services/workinfo.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

Result<void> create(WriteTransaction &tx, Record draft) {
    if (draft.entity() == "deal"_L1) {
        if (const auto placed = placeDeal(tx, draft); !placed)
            return placed;
        if (const auto closed = settleClosing(tx, {}, draft); !closed)
            return closed;
    }
    settleTask(tx, {}, draft);
    const auto id = tx.create(draft);
    if (!id)
        return id.error();
    tx.setLabel(rowLabel(tx, u"set.create"_s, draft.entity(), *id));
    return {};
}

Result<void> change(WriteTransaction &tx, Record values, const std::vector<GroupVersion> &seen) {
    const auto standing = standingRow(tx.reader(), values.entity(), values.id());
    if (!standing)
        return standing.error();
    const CatalogPtr catalog = tx.catalogPtr();
    const EntityDesc &entity = *catalog->entity(values.entity());
    if (const auto closed = settleClosing(tx, standing->record, values); !closed)
        return closed;
    settleTask(tx, standing->record, values);
    if (const auto changed = tx.change(values, seen); !changed)
        return changed;
    Message label = rowLabel(tx, u"set.edit"_s, values.entity(), values.id());
    label.args.insert(u"fields"_s, differingFields(entity, standing->record, values));
    tx.setLabel(std::move(label));
    return {};
}

/// What the set was about, for the label of the set that takes it back; its number where nothing
/// else is known.
QString subjectOf(WriteTransaction &tx, qint64 set) {
    const auto found = History(tx.reader().connection()).set(set);
    if (found && *found) {
        for (const QString &name : {u"title"_s, u"what"_s, u"file"_s, u"key"_s}) {
            if (const QString text = (*found)->label.args.value(name); !text.isEmpty())
                return text;
        }
        if (!(*found)->source.isEmpty())
            return (*found)->source;
    }
    return QString::number(set);
}

Work takeBack(SetKind kind, const QString &label, qint64 set, const Origin &origin) {
    const QMap<QString, QString> args{{u"set"_s, QString::number(set)}};
    SetInfo info = setInfo(origin, {label, args});
    info.kind = kind;
    info.way = WriteWay::Undo;
    info.undoOf = set;
    if (info.reason.isEmpty())
        info.reason = {kind == SetKind::Redo ? u"redo.of"_s : u"undo.of"_s, args};
    return {info, [=](WriteTransaction &tx) {
                Message named{label, args};
                named.args.insert(u"what"_s, subjectOf(tx, set));
                tx.setLabel(std::move(named));
                return undoSet(tx, set);
            }};
}

} // namespace

Work createWork(const Record &draft, const Origin &origin) {
    return {setInfo(origin, {u"set.create"_s, {{u"entity"_s, draft.entity()}}}),
            [draft](WriteTransaction &tx) { return create(tx, draft); }};
}

Work changeWork(const Record &values, const std::vector<GroupVersion> &seen, const Origin &origin) {
    return {setInfo(origin, {u"set.edit"_s, {{u"entity"_s, values.entity()}}}),
            [values, seen](WriteTransaction &tx) { return change(tx, values, seen); }};
}

Work removeWork(const QString &entity, RecordId id, const Origin &origin) {
    return {setInfo(origin, {u"set.delete"_s, {{u"entity"_s, entity}}}),
            [entity, id](WriteTransaction &tx) -> Result<void> {
                tx.setLabel(rowLabel(tx, u"set.delete"_s, entity, id));
                return tx.remove(entity, id);
            }};
}

Work restoreWork(const QString &entity, RecordId id, const Origin &origin) {
    return {setInfo(origin, {u"set.restore"_s, {{u"entity"_s, entity}}}),
            [entity, id](WriteTransaction &tx) -> Result<void> {
                if (const auto restored = tx.restore(entity, id); !restored)
                    return restored;
                tx.setLabel(rowLabel(tx, u"set.restore"_s, entity, id));
                return {};
            }};
}

Work asOneWork(std::vector<Work> works, const Message &label, const Origin &origin) {
    return {setInfo(origin, label),
            [works = std::move(works), label](WriteTransaction &tx) -> Result<void> {
                for (const Work &work : works) {
                    if (const auto done = work.unit(tx); !done)
                        return done;
                }
                tx.setLabel(label);
                return {};
            }};
}

Work undoWork(qint64 set, const Origin &origin) {
    return takeBack(SetKind::Undo, u"set.undo"_s, set, origin);
}

Work redoWork(qint64 undoSet, const Origin &origin) {
    return takeBack(SetKind::Redo, u"set.redo"_s, undoSet, origin);
}

} // namespace dw
