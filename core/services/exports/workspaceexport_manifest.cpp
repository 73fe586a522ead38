// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/exports/workspaceexport_manifest.h"

#include "core/base/id.h"
#include "core/store/schema/migrations.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr auto formName = "dealwright.workspace"_L1;
constexpr int formVersion = 1;
constexpr qint64 largestCount = 1LL << 53; ///< What JSON holds exactly.

Error badManifest(const QString &file, const QString &member) {
    return makeError(ErrorKind::Invalid, u"import.bad_manifest"_s,
                     {{u"file"_s, file}, {u"member"_s, member.left(100)}});
}

Error newer(const QString &file, qint64 found, int known) {
    return makeError(ErrorKind::Newer, u"import.newer_export"_s,
                     {{u"file"_s, file},
                      {u"found"_s, QString::number(found)},
                      {u"known"_s, QString::number(known)}});
}

/// A whole number from 0 up; nullopt for anything else.
std::optional<qint64> countFrom(const QJsonValue &value) {
    const double v = value.toDouble(-1);
    const bool isCount = v >= 0 && v <= double(largestCount) && v == double(qint64(v));
    return isCount ? std::optional(qint64(v)) : std::nullopt;
}

QJsonObject tableJson(const ManifestTable &table) {
    QJsonArray columns;
    for (const DumpColumn &column : table.table.columns)
        columns.append(
            QJsonObject{{u"name"_s, column.name}, {u"type"_s, dumpKindName(column.kind)}});
    return {{u"name"_s, table.table.name}, {u"rows"_s, table.rows}, {u"columns"_s, columns}};
}

QJsonObject fileJson(const ManifestFile &file) {
    return {{u"path"_s, file.path}, {u"bytes"_s, file.bytes}, {u"sha256"_s, file.sha256}};
}

bool isName(const QString &name) {
    static const QRegularExpression form(u"\\A[a-z_][a-z0-9_]{0,99}\\z"_s);
    return form.match(name).hasMatch();
}

std::optional<ManifestTable> tableFrom(const QJsonObject &object) {
    const auto rows = countFrom(object.value(u"rows"_s));
    ManifestTable table{{object.value(u"name"_s).toString(), {}}, rows.value_or(0)};
    const QJsonArray columns = object.value(u"columns"_s).toArray();
    if (!rows || !isName(table.table.name) || columns.isEmpty())
        return std::nullopt;
    QSet<QString> names;
    for (const QJsonValue value : columns) {
        const QString name = value.toObject().value(u"name"_s).toString();
        const auto kind = dumpKindFromName(value.toObject().value(u"type"_s).toString());
        if (!kind || !isName(name) || names.contains(name))
            return std::nullopt;
        names.insert(name);
        table.table.columns.push_back({name, *kind});
    }
    return table;
}

std::optional<ManifestFile> fileFrom(const QJsonObject &object) {
    static const QRegularExpression hash(u"\\A[0-9a-f]{64}\\z"_s);
    const auto bytes = countFrom(object.value(u"bytes"_s));
    ManifestFile file{object.value(u"path"_s).toString(), bytes.value_or(0),
                      object.value(u"sha256"_s).toString()};
    const bool isGood = bytes && isSafePath(file.path) && hash.match(file.sha256).hasMatch();
    return isGood ? std::optional(file) : std::nullopt;
}

/// Each table has its file, there is meta.json, and what is left are attached files.
QString wrongPath(const ExportManifest &manifest) {
    QSet<QString> paths;
    for (const ManifestFile &file : manifest.files)
        paths.insert(file.path);
    QSet<QString> needed{u"meta.json"_s, u"catalog.json"_s};
    for (const ManifestTable &table : manifest.tables) {
        if (needed.contains(table.path()))
            return table.path();
        needed.insert(table.path());
    }
    for (const QString &path : needed) {
        if (!paths.contains(path))
            return path;
    }
    for (const QString &path : paths) {
        if (!needed.contains(path) && !isAttachedPath(path))
            return path;
    }
    return {};
}

} // namespace

QString ManifestTable::path() const { return u"tables/%1.csv"_s.arg(table.name); }

bool isAttachedPath(const QString &path) { return path.startsWith("files/"_L1); }

bool isSafePath(const QString &path) {
    static const QRegularExpression form(
        u"\\A(?!\\.+(/|\\z))[A-Za-z0-9._-]{1,200}(/(?!\\.+(/|\\z))[A-Za-z0-9._-]{1,200}){0,5}\\z"_s);
    return form.match(path).hasMatch();
}

QJsonArray manifestFilesToJson(const std::vector<ManifestFile> &files) {
    QJsonArray list;
    for (const ManifestFile &file : files)
        list.append(fileJson(file));
    return list;
}

std::optional<std::vector<ManifestFile>> manifestFilesFromJson(const QJsonArray &list) {
    std::vector<ManifestFile> files;
    QSet<QString> paths;
    for (const QJsonValue value : list) {
        auto file = fileFrom(value.toObject());
        // Some systems take names for the same that differ in case alone.
        if (!file || paths.contains(file->path.toLower()))
            return std::nullopt;
        paths.insert(file->path.toLower());
        files.push_back(std::move(*file));
    }
    return files;
}

QByteArray ExportManifest::toJson() const {
    QJsonArray tableList;
    for (const ManifestTable &table : tables)
        tableList.append(tableJson(table));
    return QJsonDocument(QJsonObject{{u"format"_s, formName},
                                     {u"version"_s, formVersion},
                                     {u"schema"_s, schema},
                                     {u"workspace"_s, workspace},
                                     {u"device"_s, device},
                                     {u"tables"_s, tableList},
                                     {u"files"_s, manifestFilesToJson(files)}})
        .toJson();
}

Result<ExportManifest> ExportManifest::fromJson(const QByteArray &json, const QString &file) {
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.value(u"format"_s).toString() != formName)
        return makeError(ErrorKind::Invalid, u"import.not_an_export"_s, {{u"file"_s, file}});
    const auto version = countFrom(object.value(u"version"_s));
    if (!version || *version < 1)
        return badManifest(file, u"version"_s);
    if (*version > formVersion)
        return newer(file, *version, formVersion);
    const auto schema = countFrom(object.value(u"schema"_s));
    if (!schema || *schema < 1)
        return badManifest(file, u"schema"_s);
    if (*schema > currentSchema())
        return newer(file, *schema, currentSchema());
    ExportManifest manifest{int(*schema),
                            object.value(u"workspace"_s).toString(),
                            object.value(u"device"_s).toString(),
                            {},
                            {}};
    if (uuidFromText(manifest.workspace).isNull())
        return badManifest(file, u"workspace"_s);
    if (uuidFromText(manifest.device).isNull())
        return badManifest(file, u"device"_s);
    for (const QJsonValue value : object.value(u"tables"_s).toArray()) {
        auto table = tableFrom(value.toObject());
        if (!table)
            return badManifest(file, u"tables"_s);
        manifest.tables.push_back(std::move(*table));
    }
    auto files = manifestFilesFromJson(object.value(u"files"_s).toArray());
    if (!files)
        return badManifest(file, u"files"_s);
    manifest.files = std::move(*files);
    if (const QString wrong = wrongPath(manifest); !wrong.isEmpty())
        return badManifest(file, wrong);
    return manifest;
}

QByteArray metaToJson(const QMap<QString, QString> &meta) {
    QJsonObject object;
    for (auto it = meta.begin(); it != meta.end(); ++it)
        object.insert(it.key(), it.value());
    return QJsonDocument(object).toJson();
}

Result<QMap<QString, QString>> metaFromJson(const QByteArray &json, const QString &file) {
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return badManifest(file, u"meta.json"_s);
    QMap<QString, QString> meta;
    const QJsonObject object = document.object();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!it->isString())
            return badManifest(file, u"meta.json"_s);
        meta.insert(it.key(), it->toString());
    }
    return meta;
}

} // namespace dw
