// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/jobreport.h"
#include "app/cli/messagejson.h"
#include "app/cli/session.h"

namespace dw::cli {
using namespace Qt::StringLiterals;

namespace {

/// What was taken back, told after it was: its number and what it had been.
Exit tell(Session &session, const Committed &committed, const ChangeSet &taken,
          const QString &sentence) {
    return session.done(
        committed,
        {sentence,
         {{u"set"_s, QString::number(taken.seq)},
          {u"text"_s, session.say(taken.label)},
          {u"new_set"_s, QString::number(committed.set)}}},
        {{u"undone"_s, taken.seq}, {u"label"_s, messageJson(taken.label, session.catalog())}});
}

/// A large set goes back between what others do.
Result<Committed> takeBack(Session &session, const ChangeSet &set, const Work &work) {
    return set.count >= Jobs::manyRecords ? undoAsJob(session, set.seq)
                                          : session.workspace().run(work);
}

Result<ChangeSet> setToUndo(Session &session) {
    Workspace &workspace = session.workspace();
    if (session.words().isEmpty()) {
        const auto next =
            nextUndo(session.reader().connection(), workspace.device(), workspace.actor());
        if (!next)
            return next.error();
        if (!*next)
            return makeError(ErrorKind::NotFound, u"cli.nothing_to_undo"_s);
        return **next;
    }
    const qint64 number = session.words().first().toLongLong();
    const auto set = workspace.history().set(number);
    if (!set)
        return set.error();
    if (!*set)
        return makeError(ErrorKind::NotFound, u"undo.unknown_set"_s,
                         {{u"set"_s, QString::number(number)}});
    return **set;
}

} // namespace

Exit runUndo(Session &session) {
    if (!session.words().isEmpty()) {
        bool ok = false;
        if (session.words().first().toLongLong(&ok) < 1 || !ok)
            return session.misuse(
                {u"cli.bad_set"_s, {{u"value"_s, session.words().first().left(100)}}});
    }
    const auto set = setToUndo(session);
    if (!set)
        return session.fail(set.error());
    const auto committed = takeBack(session, *set, undoWork(set->seq, session.origin()));
    if (!committed)
        return session.fail(committed.error());
    return tell(session, *committed, *set, u"cli.undone"_s);
}

Exit runRedo(Session &session) {
    Workspace &workspace = session.workspace();
    const auto undo =
        nextRedo(session.reader().connection(), workspace.device(), workspace.actor());
    if (!undo)
        return session.fail(undo.error());
    if (!*undo)
        return session.fail(makeError(ErrorKind::NotFound, u"cli.nothing_to_redo"_s));
    const auto committed = takeBack(session, **undo, redoWork((*undo)->seq, session.origin()));
    if (!committed)
        return session.fail(committed.error());
    const auto redone = workspace.history().set((*undo)->undoOf);
    return tell(session, *committed, redone && *redone ? **redone : **undo, u"cli.redone"_s);
}

} // namespace dw::cli
