// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/importjob.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

QJsonObject formJson(const TableForm &form) {
    QJsonObject object;
    if (form.format)
        object.insert(u"format"_s, *form.format == TableFormat::Xlsx ? u"xlsx"_s : u"csv"_s);
    if (!form.encoding.isEmpty())
        object.insert(u"encoding"_s, form.encoding);
    if (!form.sheet.isEmpty())
        object.insert(u"sheet"_s, form.sheet);
    return object;
}

QJsonObject countsJson(const QMap<QString, qint64> &counts) {
    QJsonObject object;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

QMap<QString, qint64> countsFrom(const QJsonObject &object) {
    QMap<QString, qint64> counts;
    for (auto it = object.begin(); it != object.end(); ++it)
        counts.insert(it.key(), it->toInteger());
    return counts;
}

QByteArray compact(const QJsonObject &object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

QByteArray jobRequestJson(const ImportRequest &request, const std::vector<ImportSource> &sources,
                          const ImportReport &report) {
    QJsonArray list;
    for (const ImportSource &source : sources) {
        QJsonObject object{{u"entity"_s, source.entity},
                           {u"name"_s, source.name},
                           {u"form"_s, formJson(source.form)}};
        if (source.mapping)
            object.insert(u"mapping"_s, QJsonDocument::fromJson(source.mapping->toJson()).object());
        for (const auto &[name, header] : report.headers) {
            if (name == source.name)
                object.insert(u"header"_s, QJsonArray::fromStringList(header));
        }
        list.append(object);
    }
    QJsonObject object{{u"sources"_s, list}};
    if (!request.source.isEmpty())
        object.insert(u"source"_s, request.source);
    if (request.retryOf != 0)
        object.insert(u"retry_of"_s, request.retryOf);
    return compact(object);
}

QByteArray jobReportJson(const ImportReport &report) {
    QJsonArray sums;
    for (const ImportSum &sum : report.sums)
        sums.append(QJsonObject{{u"entity"_s, sum.entity},
                                {u"field"_s, sum.field},
                                {u"sum"_s, sum.money.toText()},
                                {u"rows"_s, sum.rows}});
    return compact({{u"read"_s, report.read},
                    {u"rejected"_s, report.rejected},
                    {u"created"_s, countsJson(report.created)},
                    {u"updated"_s, countsJson(report.updated)},
                    {u"unchanged"_s, countsJson(report.unchanged)},
                    {u"refused"_s, countsJson(report.refused)},
                    {u"sums"_s, sums}});
}

Result<JobRequest> jobRequestFrom(const QByteArray &json) {
    const Error unreadable = makeError(ErrorKind::Damaged, u"import.job_unreadable"_s);
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject() || !document.object().value(u"sources"_s).isArray())
        return unreadable;
    const QJsonObject object = document.object();
    JobRequest job;
    job.request.source = object.value(u"source"_s).toString();
    const QJsonArray list = object.value(u"sources"_s).toArray();
    for (const auto &one : list) {
        const QJsonObject source = one.toObject();
        ImportSource made{.entity = source.value(u"entity"_s).toString(),
                          .name = source.value(u"name"_s).toString()};
        const auto mapping =
            ImportMapping::fromJson(QJsonDocument(source.value(u"mapping"_s).toObject()).toJson());
        if (made.entity.isEmpty() || !mapping)
            return unreadable;
        made.mapping = *mapping;
        QStringList header;
        const QJsonArray cells = source.value(u"header"_s).toArray();
        for (const auto &cell : cells)
            header << cell.toString();
        job.headers.emplace_back(made.name, header);
        job.request.sources.push_back(std::move(made));
    }
    return job;
}

ImportReport jobReportFrom(const QByteArray &json) {
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    ImportReport report;
    report.read = object.value(u"read"_s).toInteger();
    report.rejected = object.value(u"rejected"_s).toInteger();
    report.created = countsFrom(object.value(u"created"_s).toObject());
    report.updated = countsFrom(object.value(u"updated"_s).toObject());
    report.unchanged = countsFrom(object.value(u"unchanged"_s).toObject());
    report.refused = countsFrom(object.value(u"refused"_s).toObject());
    const QJsonArray sums = object.value(u"sums"_s).toArray();
    for (const auto &one : sums) {
        const QJsonObject sum = one.toObject();
        if (const auto money = Money::fromText(sum.value(u"sum"_s).toString()))
            report.sums.push_back({sum.value(u"entity"_s).toString(),
                                   sum.value(u"field"_s).toString(), *money,
                                   sum.value(u"rows"_s).toInteger()});
    }
    return report;
}

} // namespace dw
