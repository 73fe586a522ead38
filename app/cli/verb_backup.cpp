// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"
#include "app/cli/texttable.h"
#include "app/cli/workprogress.h"
#include "core/services/exports/backups.h"
#include "core/services/values/format.h"

#include <QDir>

namespace dw::cli {
using namespace Qt::StringLiterals;

namespace {

QString kindName(BackupKind kind) {
    switch (kind) {
    case BackupKind::Migration:
        return u"migration"_s;
    case BackupKind::Scheduled:
        return u"scheduled"_s;
    case BackupKind::Manual:
        return u"manual"_s;
    case BackupKind::Replaced:
        return u"replaced"_s;
    }
    return {};
}

Exit listBackups(Session &session) {
    const std::vector<BackupFile> files = backupFiles(session.workspace().paths());
    if (session.json()) {
        session.printer().beginArray(u"backups"_s);
        for (const BackupFile &file : files)
            session.printer().element({{u"name"_s, QFileInfo(file.path).fileName()},
                                       {u"file"_s, file.path},
                                       {u"at"_s, file.at.toIso()},
                                       {u"kind"_s, kindName(file.kind)},
                                       {u"schema"_s, file.schema},
                                       {u"bytes"_s, file.size}});
        session.printer().endArray();
        return Exit::Done;
    }
    TextTable table({{session.say(u"cli.head_file"_s)},
                     {session.say(u"cli.head_kind"_s)},
                     {session.say(u"cli.head_bytes"_s), Align::Right}});
    for (const BackupFile &file : files)
        table.add({QFileInfo(file.path).fileName(),
                   session.say(u"backup.kind_"_s + kindName(file.kind)),
                   groupedInteger(file.size)});
    session.printer().lines(table.lines());
    return Exit::Done;
}

Exit tell(Session &session, const QString &path) {
    if (session.json())
        session.printer().json({{u"file"_s, path}, {u"bytes"_s, QFileInfo(path).size()}});
    else
        session.printer().line(
            session.say(u"cli.backed_up"_s, {{u"file"_s, QDir::toNativeSeparators(path)}}));
    return Exit::Done;
}

} // namespace

Exit runBackup(Session &session) {
    session.stopOnInterrupt();
    if (session.arguments().has(u"--list"_s)) {
        if (!session.words().isEmpty())
            return session.misuse(
                {u"cli.too_many_words"_s, {{u"value"_s, session.words().first().left(100)}}});
        return listBackups(session);
    }
    Workspace &workspace = session.workspace();
    const ReadSource source = ReadSource::of(workspace);
    QString path = session.words().value(0);
    Result<void> made;
    if (path.isEmpty()) {
        const auto named = backUp(source, BackupKind::Manual, BackupPlan::of(session.reader()),
                                  workspace.wall(), progressOf(session), session.stopToken());
        named ? void(path = *named) : void(made = named.error());
    } else {
        made = backUpTo(source, path, progressOf(session), session.stopToken());
    }
    session.printer().endProgress();
    if (made)
        return tell(session, path);
    const bool isMisuse = made.error().kind == ErrorKind::Invalid
                          && (made.error().message.id.startsWith("export."_L1)
                              || made.error().message.id == "backup.unknown_format"_L1);
    return isMisuse ? session.misuse(made.error().message) : session.fail(made.error());
}

} // namespace dw::cli
