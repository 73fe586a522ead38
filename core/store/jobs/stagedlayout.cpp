// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/jobs/stagedlayout.h"

#include "core/domain/text.h"
#include "core/store/log/changelogcodec.h"
#include "core/store/schema/columns.h"

#include <QFileInfo>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

QByteArray encodeInfo(const SetInfo &info) {
    CanonicalWriter out;
    out.array(8);
    out.integer(qint64(info.kind));
    out.integer(qint64(info.way));
    if (info.actor.isNull())
        out.null();
    else
        out.bytes(info.actor.bytes());
    out.bytes(encodeMessage(info.label));
    out.text(info.source);
    out.bytes(encodeMessage(info.reason));
    if (info.at)
        out.integer(info.at->ms);
    else
        out.null();
    out.boolean(info.trusted);
    return out.data();
}

Result<SetInfo> decodeInfo(const QByteArray &bytes) {
    CanonicalReader in(bytes);
    SetInfo info;
    const bool sized = in.array() == 8;
    const qint64 kind = in.integer();
    const qint64 way = in.integer();
    if (!in.tryNull())
        info.actor = RecordId::fromBytes(in.bytes());
    auto label = decodeMessage(in.bytes());
    info.source = in.text();
    auto reason = decodeMessage(in.bytes());
    if (!in.tryNull())
        info.at = Instant{in.integer()};
    info.trusted = in.boolean();
    if (!label)
        return label.error();
    if (!reason)
        return reason.error();
    if (!sized || in.failed() || kind < 0 || kind > qint64(SetKind::Seed) || way < 0
        || way > qint64(WriteWay::History))
        return makeError(ErrorKind::Damaged, u"job.damaged"_s);
    info.kind = SetKind(kind);
    info.way = WriteWay(way);
    info.label = *std::move(label);
    info.reason = *std::move(reason);
    return info;
}

QByteArray encodeCounts(const StagedFile &file) {
    CanonicalWriter out;
    out.array(5 + quint64(file.created.size()) * 2);
    for (const qint64 n : {file.rows, file.changes, file.rejected, file.records, file.notTrusted})
        out.integer(n);
    for (auto it = file.created.begin(); it != file.created.end(); ++it) {
        out.text(it.key());
        out.integer(it.value());
    }
    return out.data();
}

bool decodeCounts(const QByteArray &bytes, StagedFile &file) {
    CanonicalReader in(bytes);
    const quint64 size = in.array();
    if (size < 5 || size % 2 == 0)
        return false;
    for (qint64 *n : {&file.rows, &file.changes, &file.rejected, &file.records, &file.notTrusted})
        *n = in.integer();
    for (quint64 i = 5; i + 1 < size && !in.failed(); i += 2) {
        const QString entity = in.text();
        file.created.insert(entity, in.integer());
    }
    return !in.failed();
}

} // namespace

QString stagedSchema() {
    return u"CREATE TABLE facts(key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;"
           "CREATE TABLE item(n INTEGER PRIMARY KEY, kind INTEGER NOT NULL, entity TEXT NOT NULL,"
           " row BLOB NOT NULL, change BLOB NOT NULL, at INTEGER NOT NULL,"
           " trusted INTEGER NOT NULL, source TEXT NOT NULL, groups BLOB NOT NULL);"
           "CREATE TABLE member(n INTEGER PRIMARY KEY, item INTEGER NOT NULL, list TEXT NOT NULL,"
           " member TEXT NOT NULL);"
           "CREATE TABLE rejected(n INTEGER PRIMARY KEY, file TEXT NOT NULL, line INTEGER NOT NULL,"
           " cells TEXT NOT NULL, reasons TEXT NOT NULL);"_s;
}

QString insertItemSql() {
    return u"INSERT INTO item(n, kind, entity, row, change, at, trusted, source, groups)"
           " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"_s;
}

QString stagedTable(const QString &entity) { return u"new_"_s + entity; }

QStringList stagedColumns(const EntityDesc &entity) {
    QStringList columns;
    for (const FieldDesc &field : entity.fields)
        columns += columnsOf(field);
    return columns;
}

QString stagedKeys(const QString &keyTable) { return u"keys_"_s + keyTable; }

std::vector<std::pair<QString, QByteArray>> factsOf(const StagedFile &file) {
    return {{u"version"_s, QByteArray::number(stagedVersion)},
            {u"info"_s, encodeInfo(file.job.info)},
            {u"request"_s, file.job.request},
            {u"report"_s, file.job.report},
            {u"counts"_s, encodeCounts(file)},
            {u"collation"_s, collationVersion().toLatin1()}};
}

Error damagedJob(const Connection &c, const QString &detail) {
    return makeError(ErrorKind::Damaged, u"job.damaged"_s,
                     {{u"file"_s, QFileInfo(c.path()).fileName()}}, detail);
}

Result<StagedFile> StagedFile::read(Connection &c) {
    QHash<QString, QByteArray> facts;
    {
        auto s = c.prepare(u"SELECT key, value FROM facts"_s);
        if (!s)
            return damagedJob(c, s.error().detail);
        for (;;) {
            const auto row = s->step();
            if (!row)
                return damagedJob(c, row.error().detail);
            if (!*row)
                break;
            facts.insert(s->text(0), s->blob(1));
        }
    }
    const int version = facts.value(u"version"_s).toInt();
    if (version > stagedVersion)
        return makeError(ErrorKind::Newer, u"job.newer"_s,
                         {{u"file"_s, QFileInfo(c.path()).fileName()}});
    StagedFile file;
    const auto info = decodeInfo(facts.value(u"info"_s));
    if (version != stagedVersion || !info || !decodeCounts(facts.value(u"counts"_s), file))
        return damagedJob(c, u"facts"_s);
    file.job.info = *info;
    file.job.request = facts.value(u"request"_s);
    file.job.report = facts.value(u"report"_s);
    file.collation = QString::fromLatin1(facts.value(u"collation"_s));
    return file;
}

QByteArray encodeStagedChange(const EntityDesc &entity, const Record &values,
                              const std::vector<GroupVersion> &seen) {
    CanonicalWriter out;
    out.array(2);
    out.array(values.values().size() * 2);
    for (const auto &[handle, value] : values.values()) {
        out.text(entity.field(handle).name);
        out.value(LoggedValue::given(value));
    }
    out.array(seen.size() * 2);
    for (const GroupVersion &one : seen) {
        out.text(one.group);
        out.bytes(one.version.bytes());
    }
    return out.data();
}

Result<StagedChange> decodeStagedChange(const EntityDesc &entity, RecordId row,
                                        const QByteArray &bytes) {
    CanonicalReader in(bytes);
    StagedChange change{Record(entity.key, row), {}};
    const bool sized = in.array() == 2;
    const quint64 values = in.array();
    for (quint64 i = 0; i + 1 < values && !in.failed(); i += 2) {
        const FieldHandle handle = entity.byName(in.text());
        const LoggedValue value = in.value();
        if (!handle.isNull())
            change.values.set(handle, value.value);
    }
    const quint64 seen = in.array();
    for (quint64 i = 0; i + 1 < seen && !in.failed(); i += 2) {
        QString group = in.text();
        change.seen.push_back({std::move(group), ChangeId::fromBytes(in.bytes())});
    }
    if (!sized || in.failed())
        return makeError(ErrorKind::Damaged, u"job.damaged"_s, {}, u"change"_s);
    return change;
}

} // namespace dw
