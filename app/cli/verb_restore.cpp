// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"
#include "core/services/exports/backups.h"

#include <QDir>

namespace dw::cli {
using namespace Qt::StringLiterals;

namespace {

constexpr int lockWaitMs = 3'000;

/// Under the lock: whoever writes at this moment must not lose the file under them.
Result<QString> restore(Session &session, const WorkspacePaths &paths, const QString &from) {
    if (const auto kind = checkFolderKind(paths.folder); !kind)
        return kind.error();
    if (const auto made = makeFolders(paths); !made)
        return made.error();
    const auto lock = WorkspaceLock::take(paths, lockWaitMs);
    if (!lock)
        return lock.error();
    return restoreFrom(paths, from, session.wall(), session.stopToken());
}

} // namespace

Exit runRestore(Session &session) {
    if (session.options().workspace.isEmpty())
        return session.misuse({u"cli.no_workspace"_s, {}});
    session.stopOnInterrupt();
    const QString &from = session.words().first();
    const auto kept = restore(session, WorkspacePaths::of(session.options().workspace), from);
    if (!kept)
        return session.fail(kept.error());
    // Brings an older one up to date, and shows that it can be worked with.
    const auto opened = session.open(Workspace::Mode::ReadOnly);
    const bool isOlder = !opened && opened.error().message.id == "opening.older"_L1;
    if (const auto written = isOlder ? session.open(Workspace::Mode::Write) : opened; !written)
        return session.fail(written.error());
    const QString folder = session.workspace().paths().folder;
    if (session.json()) {
        session.printer().json({{u"workspace"_s, folder},
                                {u"restored"_s, from},
                                {u"kept"_s, kept->isEmpty() ? QJsonValue() : QJsonValue(*kept)}});
        return Exit::Done;
    }
    session.printer().line(session.say(u"cli.backup_restored"_s, {{u"file"_s, from}}));
    if (!kept->isEmpty())
        session.printer().line(
            session.say(u"cli.restored_kept"_s, {{u"file"_s, QDir::toNativeSeparators(*kept)}}));
    return Exit::Done;
}

} // namespace dw::cli
