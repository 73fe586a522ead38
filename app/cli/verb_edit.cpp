// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/assignments.h"
#include "app/cli/target.h"

namespace dw::cli {
using namespace Qt::StringLiterals;

namespace {

Message changeSentence(Session &session, const Target &target, const Committed &committed,
                       const QString &id) {
    QMap<QString, QString> args = nameArgs(session, target);
    if (committed.set == 0)
        return {u"cli.nothing_differed"_s, args};
    args.insert(u"set"_s, QString::number(committed.set));
    return {id, args};
}

/// Runs a write of one record and tells about it as it is afterwards.
Exit writeRecord(Session &session, const QString &entity, const QString &record, const Work &work,
                 const QString &sentence) {
    const auto committed = session.workspace().run(work);
    if (!committed)
        return session.fail(committed.error());
    const auto target = findTarget(session, entity, record);
    if (!target)
        return session.fail(target.error());
    return session.done(*committed, changeSentence(session, *target, *committed, sentence),
                        identityJson(target->row));
}

} // namespace

Exit runCreate(Session &session) {
    const auto entity = session.catalog().find(session.words().first());
    if (!entity)
        return session.fail(entity.error());
    const auto edits = assignmentsFrom(**entity, session.words().mid(1));
    if (!edits)
        return session.misuse(edits.error().message);
    const auto committed =
        session.workspace().run(typedWork((*entity)->key, {}, *edits, session.origin()));
    if (!committed)
        return session.fail(committed.error());
    for (const Moved &moved : committed->notice.moved) {
        if (!moved.created || moved.entity != (*entity)->key)
            continue;
        const auto target = findTarget(session, moved.entity, moved.id.text());
        if (!target)
            return session.fail(target.error());
        return session.done(*committed,
                            changeSentence(session, *target, *committed, u"cli.created"_s),
                            identityJson(target->row));
    }
    Q_UNREACHABLE();
}

Exit runSet(Session &session) {
    const auto target = findTarget(session, session.words().at(0), session.words().at(1));
    if (!target)
        return session.fail(target.error());
    const auto edits = assignmentsFrom(*target->entity, session.words().mid(2));
    if (!edits)
        return session.misuse(edits.error().message);
    const QString entity = target->entity->key;
    return writeRecord(session, entity, target->id().text(),
                       typedWork(entity, target->id(), *edits, session.origin()), u"cli.changed"_s);
}

Exit runDelete(Session &session) {
    const auto target = findTarget(session, session.words().at(0), session.words().at(1));
    if (!target)
        return session.fail(target.error());
    const QString entity = target->entity->key;
    return writeRecord(session, entity, target->id().text(),
                       removeWork(entity, target->id(), session.origin()), u"cli.deleted"_s);
}

Exit runRestoreRecord(Session &session) {
    const auto target = findTarget(session, session.words().at(0), session.words().at(1));
    if (!target)
        return session.fail(target.error());
    const QString entity = target->entity->key;
    return writeRecord(session, entity, target->id().text(),
                       restoreWork(entity, target->id(), session.origin()), u"cli.restored"_s);
}

} // namespace dw::cli
