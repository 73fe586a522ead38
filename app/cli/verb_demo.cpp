// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"
#include "core/services/demo/demo.h"

#include <limits>

namespace dw::cli {
using namespace Qt::StringLiterals;

namespace {

Result<qint64> numberOption(const Session &session, const QString &name, qint64 usual) {
    const auto typed = session.option(name);
    if (!typed)
        return usual;
    bool ok = false;
    const qint64 number = typed->toLongLong(&ok);
    if (!ok || number < 0)
        return makeError(ErrorKind::Invalid, u"demo.bad_number"_s,
                         {{u"option"_s, name}, {u"value"_s, typed->left(100)}});
    return number;
}

Result<DemoRequest> requestOf(const Session &session) {
    DemoRequest request;
    const auto deals = numberOption(session, u"--deals"_s, request.deals);
    if (!deals)
        return deals.error();
    const auto seed = numberOption(session, u"--seed"_s, qint64(request.seed));
    if (!seed)
        return seed.error();
    request.deals = int(std::min<qint64>(*deals, std::numeric_limits<int>::max()));
    request.seed = quint64(*seed);
    request.language = session.language();
    request.now = Clocks(session.options().now).business().now();
    if (const auto checked = checkDemo(request); !checked)
        return checked.error();
    return request;
}

DemoProgress progressOf(Session &session) {
    if (session.json())
        return {};
    return [&session, shown = qint64(-1)](qint64 done, qint64 total) mutable {
        const qint64 percent = total > 0 ? done * 100 / total : 0;
        if (percent != shown)
            session.printer().progress(QString::number(percent) + u" %"_s);
        shown = percent;
    };
}

/// The workspace that is there, or a new one of the made-up company.
Result<void> openOrMake(Session &session) {
    auto opened = session.open(Workspace::Mode::Write);
    if (opened || opened.error().message.id != "workspace.none"_L1)
        return opened;
    return session.create(demoStart({.language = session.language()}));
}

void tell(Session &session, const DemoRequest &request, const DemoReport &report) {
    if (session.json()) {
        QJsonObject created;
        for (auto it = report.created.constBegin(); it != report.created.constEnd(); ++it)
            created.insert(it.key(), it.value());
        session.printer().json({{u"job"_s, report.job},
                                {u"set"_s, report.set},
                                {u"seed"_s, qint64(request.seed)},
                                {u"created"_s, created}});
        return;
    }
    qint64 rows = 0;
    for (const qint64 count : report.created)
        rows += count;
    session.printer().line(
        session.say(u"demo.done"_s, {{u"count"_s, QString::number(request.deals)},
                                     {u"rows"_s, QString::number(rows)},
                                     {u"set"_s, QString::number(report.set)},
                                     {u"job"_s, QString::number(report.job)}}));
}

} // namespace

Exit runDemoVerb(Session &session) {
    if (session.options().workspace.isEmpty())
        return session.misuse({u"cli.no_workspace"_s, {}});
    // Looked at before a workspace is made for it.
    const auto request = requestOf(session);
    if (!request)
        return session.misuse(request.error().message);
    if (const auto opened = openOrMake(session); !opened)
        return session.fail(opened.error());
    const auto report =
        runDemo(session.workspace(), *request, progressOf(session), session.stopToken());
    session.printer().endProgress();
    if (!report)
        return session.fail(report.error());
    tell(session, *request, *report);
    return Exit::Done;
}

} // namespace dw::cli
