// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"

namespace dw::cli {
using namespace Qt::StringLiterals;

Exit runInit(Session &session) {
    if (session.options().workspace.isEmpty())
        return session.misuse({u"cli.no_workspace"_s, {}});
    Workspace::Start start;
    start.personName = session.option(u"--name"_s).value_or(QString());
    start.zone = session.option(u"--zone"_s).value_or(QString());
    start.currency = session.option(u"--currency"_s).value_or(QString());
    const auto created = session.create(start);
    if (!created)
        return session.fail(created.error());
    Workspace &workspace = session.workspace();
    const QString folder = workspace.paths().folder;
    const QString name = session.reader().title(u"person"_s, workspace.actor());
    if (session.json())
        session.printer().json({{u"workspace"_s, folder},
                                {u"person"_s, workspace.actor().text()},
                                {u"person_label"_s, name},
                                {u"device"_s, workspace.device().text()},
                                {u"zone"_s, QString::fromLatin1(workspace.zone().id())}});
    else
        session.printer().line(
            session.say(u"cli.made_workspace"_s, {{u"folder"_s, folder}, {u"name"_s, name}}));
    return Exit::Done;
}

} // namespace dw::cli
