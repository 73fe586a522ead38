// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/importreport.h"

#include "app/cli/messagejson.h"
#include "core/services/format.h"
#include "core/services/wording.h"

namespace dw::cli {
using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostRejectsShown = 20;

void printRejects(Session &session, const ImportReport &report) {
    for (size_t i = 0; i < std::min(report.rejects.size(), mostRejectsShown); ++i) {
        const RejectedRow &row = report.rejects[i];
        QStringList reasons;
        for (const Message &reason : row.reasons)
            reasons << session.say(reason);
        session.printer().line(
            session.say(u"cli.import_reject"_s, {{u"file"_s, row.file},
                                                 {u"line"_s, QString::number(row.line)},
                                                 {u"text"_s, reasons.join(u' ')}}));
    }
    if (report.rejects.size() > mostRejectsShown)
        session.printer().line(
            session.say(u"cli.import_more_rejects"_s,
                        {{u"count"_s, QString::number(report.rejects.size() - mostRejectsShown)}}));
}

} // namespace

QJsonObject rejectJson(const RejectedRow &row, const Catalog &catalog) {
    return {{u"file"_s, row.file},
            {u"line"_s, row.line},
            {u"cells"_s, QJsonArray::fromStringList(row.cells)},
            {u"reasons"_s, messagesJson(row.reasons, catalog)}};
}

QJsonObject reportJson(const ImportReport &report, bool dryRun, const Catalog &catalog) {
    QJsonObject created;
    for (auto it = report.created.cbegin(); it != report.created.cend(); ++it)
        created.insert(it.key(), it.value());
    QJsonArray sums;
    for (const Money &sum : report.sums)
        sums.append(moneyJson(sum));
    QJsonArray rejects;
    for (const RejectedRow &row : report.rejects)
        rejects.append(rejectJson(row, catalog));
    return {{u"dry_run"_s, dryRun},
            {u"set"_s, report.set},
            {u"read"_s, report.read},
            {u"created"_s, created},
            {u"rejected"_s, report.rejected},
            {u"headers_not_used"_s, QJsonArray::fromStringList(report.headerNotUsed)},
            {u"sums"_s, sums},
            {u"rejects"_s, rejects},
            {u"notes"_s, messagesJson(report.notes, catalog)}};
}

void printReport(Session &session, const ImportReport &report, bool dryRun) {
    const QString written = report.set == 0 ? u"cli.import_nothing"_s : u"cli.import_done"_s;
    session.printer().line(session.say(dryRun ? u"cli.import_would"_s : written,
                                       {{u"count"_s, QString::number(report.read)},
                                        {u"rows"_s, QString::number(report.rejected)},
                                        {u"set"_s, QString::number(report.set)}}));
    for (auto it = report.created.cbegin(); it != report.created.cend(); ++it) {
        const EntityDesc *entity = session.catalog().entity(it.key());
        session.printer().line(u"  "_s
                               + (entity ? entity->pluralLabel.in(session.language()) : it.key())
                               + u": "_s + groupedInteger(it.value()));
    }
    QStringList sums;
    for (const Money &sum : report.sums)
        sums << displayMoney(sum, session.language(), Style::Full);
    if (!sums.isEmpty())
        session.printer().line(
            session.say(u"cli.import_sum"_s, {{u"text"_s, sums.join(u" + "_s)}}));
    if (!report.headerNotUsed.isEmpty())
        session.printer().line(session.say(u"cli.import_not_used"_s,
                                           {{u"text"_s, report.headerNotUsed.join(u", "_s)}}));
    for (const Message &note : report.notes)
        session.printer().line(session.say(note));
    printRejects(session, report);
}

} // namespace dw::cli
