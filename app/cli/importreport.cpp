// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/importreport.h"

#include "app/cli/messagejson.h"
#include "core/services/values/format.h"
#include "core/services/wording/wording.h"

#include <QJsonDocument>

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

namespace {

QJsonObject countsJson(const QMap<QString, qint64> &counts) {
    QJsonObject object;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

QJsonObject mappingJson(const ImportMapping &mapping) {
    return QJsonDocument::fromJson(mapping.toJson()).object();
}

/// What `--map` takes.
QJsonObject mappingsJson(const ImportReport &report) {
    QJsonObject files;
    for (const auto &[name, mapping] : report.mappings)
        files.insert(name, mappingJson(mapping));
    return files;
}

/// "Accounts: 12 new, 3 updated, 1 unchanged, 2 rejected", of what there is any.
void printFigures(Session &session, const ImportReport &report) {
    const std::pair<const char16_t *, const QMap<QString, qint64> *> kinds[] = {
        {u"cli.import_created", &report.created},
        {u"cli.import_updated", &report.updated},
        {u"cli.import_unchanged", &report.unchanged},
        {u"cli.import_refused", &report.refused}};
    QStringList entities;
    for (const auto &[id, counts] : kinds) {
        const QStringList keys = counts->keys();
        for (const QString &key : keys) {
            if (!entities.contains(key))
                entities << key;
        }
    }
    for (const QString &key : std::as_const(entities)) {
        const EntityDesc *entity = session.catalog().entity(key);
        QStringList parts;
        for (const auto &[id, counts] : kinds) {
            if (counts->value(key) > 0)
                parts << session.say(QString::fromUtf16(id),
                                     {{u"count"_s, groupedInteger(counts->value(key))}});
        }
        session.printer().line(u"  "_s + (entity ? entity->pluralLabel.in(session.language()) : key)
                               + u": "_s + parts.join(u", "_s));
    }
}

void printSums(Session &session, const ImportReport &report) {
    for (const ImportSum &sum : report.sums) {
        const EntityDesc *entity = session.catalog().entity(sum.entity);
        const FieldHandle field = entity ? entity->byKey(sum.field) : FieldHandle();
        session.printer().line(session.say(
            u"cli.import_sum"_s,
            {{u"field"_s,
              field.isNull() ? sum.field : entity->field(field).label.in(session.language())},
             {u"text"_s, displayMoney(sum.money, session.language(), Style::Full)},
             {u"count"_s, groupedInteger(sum.rows)}}));
    }
}

} // namespace

QJsonObject reportJson(const ImportReport &report, bool dryRun, const Catalog &catalog) {
    QJsonArray sums;
    for (const ImportSum &sum : report.sums) {
        QJsonObject object = moneyJson(sum.money);
        object.insert(u"entity"_s, sum.entity);
        object.insert(u"field"_s, sum.field);
        object.insert(u"rows"_s, sum.rows);
        sums.append(object);
    }
    QJsonArray rejects;
    for (const RejectedRow &row : report.rejects)
        rejects.append(rejectJson(row, catalog));
    QJsonObject object{{u"dry_run"_s, dryRun},
                       {u"set"_s, report.set},
                       {u"job"_s, report.job},
                       {u"read"_s, report.read},
                       {u"created"_s, countsJson(report.created)},
                       {u"updated"_s, countsJson(report.updated)},
                       {u"unchanged"_s, countsJson(report.unchanged)},
                       {u"refused"_s, countsJson(report.refused)},
                       {u"rejected"_s, report.rejected},
                       {u"headers_not_used"_s, QJsonArray::fromStringList(report.headerNotUsed)},
                       {u"sums"_s, sums},
                       {u"rejects"_s, rejects},
                       {u"notes"_s, messagesJson(report.notes, catalog)}};
    if (report.mappings.size() == 1)
        object.insert(u"mapping"_s, mappingJson(report.mappings.front().second));
    else if (!report.mappings.empty())
        object.insert(u"mapping"_s, QJsonObject{{u"files"_s, mappingsJson(report)}});
    return object;
}

void printReport(Session &session, const ImportReport &report, bool dryRun) {
    const QString written = report.set == 0 ? u"cli.import_nothing"_s : u"cli.import_done"_s;
    session.printer().line(session.say(dryRun ? u"cli.import_would"_s : written,
                                       {{u"count"_s, QString::number(report.read)},
                                        {u"rows"_s, QString::number(report.rejected)},
                                        {u"set"_s, QString::number(report.set)},
                                        {u"number"_s, QString::number(report.job)}}));
    printFigures(session, report);
    printSums(session, report);
    if (!report.headerNotUsed.isEmpty())
        session.printer().line(session.say(u"cli.import_not_used"_s,
                                           {{u"text"_s, report.headerNotUsed.join(u", "_s)}}));
    for (const Message &note : report.notes)
        session.printer().line(session.say(note));
    printRejects(session, report);
}

} // namespace dw::cli
