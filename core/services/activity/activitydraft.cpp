// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/activity/activitydraft.h"

#include <QDateTime>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

using Kind = ActivityDraft::Kind;

constexpr qsizetype longestTitle = 300;

QString titleOf(const QString &text) {
    const QString first = text.section(u'\n', 0, 0, QString::SectionSkipEmpty).trimmed();
    return first.size() <= longestTitle ? first : first.left(longestTitle - 1) + u'…';
}

/// The key of a touchpoint's kind.
QString choiceOf(Kind kind) {
    return kind == Kind::Call ? u"call"_s : kind == Kind::Visit ? u"visit"_s : u"message"_s;
}

Instant momentOf(const ActivityDraft &draft, const Workspace &workspace) {
    if (!draft.day.isValid())
        return workspace.clock().now();
    const QDateTime noon(draft.day, QTime(12, 0), workspace.zone());
    return Instant{noon.toMSecsSinceEpoch()};
}

} // namespace

Record recordOf(const ActivityDraft &draft, const ActivityTarget &target,
                const Workspace &workspace) {
    const bool note = draft.kind == Kind::Note, task = draft.kind == Kind::Task;
    const QString key = note ? u"note"_s : task ? u"task"_s : u"touchpoint"_s;
    const CatalogPtr catalog = workspace.catalog();
    const EntityDesc &entity = *catalog->entity(key);
    Record record(key, RecordId{makeUuidV7(workspace.wall().now())});
    const QString text = draft.text.trimmed(), title = titleOf(text);
    record.set(entity.byName(note || task ? u"title" : u"summary"), title);
    if (text != title)
        record.set(entity.byName(task ? u"description" : u"body"), text);
    if (!workspace.actor().isNull())
        record.set(entity.byName(note   ? u"author"
                                 : task ? u"owner"
                                        : u"person"),
                   workspace.actor());
    record.set(entity.byName(u"deal"), target.deal);
    if (!target.account.isNull())
        record.set(entity.byName(u"account"), target.account);
    if (task && draft.day.isValid())
        record.set(entity.byName(u"due_on"), draft.day);
    if (!task && !note) {
        record.set(entity.byName(u"kind"), choiceOf(draft.kind));
        record.set(entity.byName(u"happened_at"), momentOf(draft, workspace));
    }
    return record;
}

} // namespace dw
