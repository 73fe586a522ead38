// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/messagejson.h"
#include "app/cli/session.h"
#include "core/store/check/check.h"

namespace dw::cli {
using namespace Qt::StringLiterals;

namespace {

QJsonObject reportJson(const CheckReport &report, const Catalog &catalog) {
    QJsonArray findings;
    for (const CheckFinding &finding : report.findings) {
        QJsonObject json = messageJson(finding.message, catalog);
        json.insert(u"damage"_s, finding.damage);
        findings.append(json);
    }
    return {{u"damaged"_s, report.damaged()},
            {u"findings"_s, findings},
            {u"records"_s, report.records},
            {u"changes"_s, report.changes},
            {u"sets"_s, report.sets}};
}

QMap<QString, QString> figures(const CheckReport &report) {
    return {{u"records"_s, QString::number(report.records)},
            {u"changes"_s, QString::number(report.changes)},
            {u"sets"_s, QString::number(report.sets)}};
}

void printText(Session &session, const CheckReport &report) {
    for (const CheckFinding &finding : report.findings)
        session.printer().line(session.say(finding.damage ? u"cli.damage"_s : u"cli.finding"_s,
                                           {{u"text"_s, session.say(finding.message)}}));
    if (!report.damaged())
        session.printer().line(session.say(u"cli.check_clean"_s, figures(report)));
}

} // namespace

Exit runCheck(Session &session) {
    Workspace &workspace = session.workspace();
    const auto report = checkWorkspace(session.reader().connection(), workspace.catalogHolder(),
                                       workspace.paths().jobs());
    if (!report)
        return session.fail(report.error());
    if (session.json())
        session.printer().json(reportJson(*report, session.catalog()));
    else
        printText(session, *report);
    if (!report->damaged())
        return Exit::Done;
    return session.fail(makeError(ErrorKind::Damaged, u"cli.check_damaged"_s, figures(*report)));
}

} // namespace dw::cli
