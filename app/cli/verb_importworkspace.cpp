// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_importworkspace.h"

#include "app/cli/session.h"
#include "app/cli/workprogress.h"
#include "core/services/exports/workspaceimport.h"

#include <QDir>

namespace dw::cli {
using namespace Qt::StringLiterals;

bool meansWorkspace(const Session &session) { return session.words().value(0) == "workspace"_L1; }

Exit importWorkspaceInto(Session &session) {
    QStringList options = session.arguments().options.keys();
    options.sort();
    static const QStringList fitting{u"--workspace"_s, u"--json"_s, u"--lang"_s, u"--now"_s,
                                     u"--as"_s};
    for (const QString &option : options) {
        if (!fitting.contains(option))
            return session.misuse({u"cli.option_not_here"_s, {{u"option"_s, option}}});
    }
    if (session.words().size() < 2)
        return session.misuse({u"cli.missing_words"_s, {}});
    if (session.words().size() > 2)
        return session.misuse(
            {u"cli.too_many_words"_s, {{u"value"_s, session.words().at(2).left(100)}}});
    session.stopOnInterrupt();
    const WorkspacePaths paths = WorkspacePaths::of(session.options().workspace);
    const auto report =
        importWorkspace(session.words().at(1), paths, progressOf(session), session.stopToken());
    session.printer().endProgress();
    if (!report)
        return session.fail(report.error());
    if (session.json())
        session.printer().json({{u"folder"_s, paths.folder},
                                {u"workspace"_s, report->workspace},
                                {u"rows"_s, report->rows},
                                {u"files"_s, report->files}});
    else
        session.printer().line(session.say(u"cli.imported_workspace"_s,
                                           {{u"folder"_s, QDir::toNativeSeparators(paths.folder)},
                                            {u"rows"_s, QString::number(report->rows)},
                                            {u"count"_s, QString::number(report->files)}}));
    return Exit::Done;
}

} // namespace dw::cli
