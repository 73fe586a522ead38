// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"
#include "app/cli/texttable.h"

namespace dw::cli {
using namespace Qt::StringLiterals;

namespace {

void printOverview(Session &session) {
    Printer &out = session.printer();
    out.line(session.say(u"cli.help_head"_s));
    out.line(
        u"  dealwright-cli --workspace DIR [--now INSTANT] [--as PERSON] [--lang L] [--json] VERB …"_s);
    out.line();
    TextTable table({{}, {}});
    for (const Verb &verb : verbs())
        table.add({u"  "_s + QString::fromUtf16(verb.name),
                   session.say(QString::fromUtf16(verb.summary))});
    out.lines(table.lines());
    out.line();
    out.lines(session.say(u"cli.help_foot"_s).split(u'\n'));
}

} // namespace

Exit runHelp(Session &session) {
    if (session.words().isEmpty()) {
        printOverview(session);
        return Exit::Done;
    }
    const QString asked = session.words().join(u' ');
    bool found = false;
    for (const Verb &verb : verbs()) {
        const QString name = QString::fromUtf16(verb.name);
        if (name != asked && !name.startsWith(asked + u' '))
            continue;
        session.printer().lines(verb.usageLine().split(u'\n'));
        session.printer().line(session.say(QString::fromUtf16(verb.summary)));
        found = true;
    }
    return found ? Exit::Done
                 : session.misuse({u"cli.unknown_verb"_s, {{u"value"_s, asked.left(100)}}});
}

} // namespace dw::cli
