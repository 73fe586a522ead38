// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/diagnostics/diagnostics.h"

#include "core/domain/text.h"
#include "core/exchange/ziparchive.h"
#include "core/services/diagnostics/masked.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSysInfo>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// More of a log than this says nothing new.
constexpr qint64 mostOfALog = 4 * 1024 * 1024;

QJsonObject rows(Reader &reader) {
    QJsonObject counts;
    const CatalogPtr catalog = reader.catalog();
    for (const EntityDesc &entity : catalog->entities()) {
        Query query;
        query.entity = entity.key;
        const auto count = reader.count(query, {});
        counts.insert(entity.key, count ? QJsonValue(roundedCount(*count))
                                        : QJsonValue(count.error().message.id));
    }
    return counts;
}

QJsonArray settingKeys(Reader &reader) {
    QJsonArray keys;
    Query query;
    query.entity = u"setting"_s;
    const CatalogPtr catalog = reader.catalog();
    const FieldHandle key = catalog->entity(u"setting")->byName(u"key");
    const auto found = reader.list(query, {});
    for (const Row &row : found ? *found : std::vector<Row>())
        keys.append(row.record.value(key).as<QString>());
    return keys;
}

qint64 sizeOf(const QString &path) { return QFileInfo(path).size(); }

} // namespace

QString databaseVersion() { return sqliteVersion(); }

qint64 roundedCount(qint64 count) {
    qint64 unit = 1;
    while (count / unit >= 100)
        unit *= 10;
    return count / unit * unit;
}

QJsonObject diagnosticReport(Reader &reader, const WorkspacePaths &paths,
                             const ProgramFacts &facts) {
    return {
        {u"program"_s, QJsonObject{{u"version"_s, facts.version},
                                   {u"qt"_s, QString::fromLatin1(qVersion())},
                                   {u"sqlite"_s, sqliteVersion()},
                                   {u"collation"_s, collationVersion()}}},
        {u"system"_s, QJsonObject{{u"kind"_s, QSysInfo::productType()},
                                  {u"version"_s, QSysInfo::productVersion()},
                                  {u"kernel"_s, QSysInfo::kernelType()},
                                  {u"processor"_s, QSysInfo::currentCpuArchitecture()},
                                  {u"platform"_s, facts.platform},
                                  {u"screens"_s, facts.screen},
                                  {u"look"_s, facts.look}}},
        {u"workspace"_s, QJsonObject{{u"bytes"_s, sizeOf(paths.database())},
                                     {u"mode"_s, facts.mode},
                                     {u"journal_bytes"_s, sizeOf(paths.database() + u"-wal"_s)},
                                     {u"rows"_s, rows(reader)},
                                     {u"settings"_s, settingKeys(reader)}}},
    };
}

Result<void> writeDiagnostics(const QString &path, const QJsonObject &report,
                              const QStringList &logs) {
    auto zip = ZipWriter::create(path);
    if (!zip)
        return zip.error();
    if (const auto added = (*zip)->addBytes(u"report.json"_s,
                                            QJsonDocument(report).toJson(QJsonDocument::Indented));
        !added)
        return added;
    for (qsizetype i = 0; i < logs.size(); ++i) {
        QFile log(logs[i]);
        // A log that cannot be read keeps nobody from the rest.
        if (!log.open(QIODevice::ReadOnly))
            continue;
        if (log.size() > mostOfALog)
            log.seek(log.size() - mostOfALog);
        const QString text = QString::fromUtf8(log.readAll());
        QStringList lines;
        for (const QString &line : text.split(u'\n'))
            lines << masked(line);
        if (const auto added = (*zip)->addBytes(u"log.%1.txt"_s.arg(i), lines.join(u'\n').toUtf8());
            !added)
            return added;
    }
    return (*zip)->finish();
}

} // namespace dw
