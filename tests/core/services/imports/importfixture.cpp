// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/services/imports/importfixture.h"

#include "core/expr/expression.h"
#include "core/services/imports/proposal/importlook.h"
#include "core/store/check/check.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

/// Making a workspace waits for the disk many times, so each zone's is made once and copied.
QString templateOf(const QString &zone) {
    static std::map<QString, std::unique_ptr<QTemporaryDir>> made;
    std::unique_ptr<QTemporaryDir> &folder = made[zone];
    if (folder)
        return folder->path();
    folder = std::make_unique<QTemporaryDir>();
    const FixedClock clock(startInstant());
    const auto workspace =
        Workspace::create({.path = folder->path(), .clock = clock, .wall = clock},
                          {.login = u"tess"_s, .personName = u"Tess Ter"_s, .zone = zone});
    if (!workspace)
        qCritical("%s",
                  qPrintable(workspace.error().message.id + u": "_s + workspace.error().detail));
    return folder->path();
}

} // namespace

Instant startInstant() { return *Instant::fromIso(u"2026-11-24T09:00:00Z"_s); }

ImportFixture::ImportFixture(const QString &zone, const QString &vfs)
    : m_clock(startInstant()),
      m_vfs(vfs) {
    const WorkspacePaths from = WorkspacePaths::of(templateOf(zone));
    const WorkspacePaths to = WorkspacePaths::of(path(u"workspace"_s));
    const QString log = u"-wal"_s; // Whoever reads last may leave it.
    const bool copied = makeFolders(to) && QFile::copy(from.database(), to.database())
                        && (!QFile::exists(from.database() + log)
                            || QFile::copy(from.database() + log, to.database() + log));
    if (!copied || !open())
        qCritical("no workspace in %s", qPrintable(to.folder));
}

QString ImportFixture::close() {
    const QString folder = m_workspace->paths().folder;
    m_workspace.reset();
    return folder;
}

bool ImportFixture::open() {
    auto opened = Workspace::open(
        {.path = path(u"workspace"_s), .clock = m_clock, .wall = m_clock, .vfs = m_vfs});
    const bool is = opened.ok();
    if (is)
        m_workspace = *std::move(opened);
    return is;
}

QString ImportFixture::file(const QString &name, const QByteArray &content) const {
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qCritical("%s", qPrintable(file.errorString()));
    return file.fileName();
}

Result<ImportReport> ImportFixture::import(const QString &entity, const QByteArray &csv,
                                           const std::optional<ImportMapping> &mapping) {
    return runImport(workspace(), importOf(entity, file(u"in.csv"_s, csv), mapping), actor());
}

Result<ImportReport> ImportFixture::importAsProposed(const QString &entity, const QByteArray &csv) {
    const auto look = lookAtSource(ReadSource::of(workspace()),
                                   {.file = file(u"in.csv"_s, csv), .entity = entity});
    if (!look)
        return look.error();
    return import(entity, csv, proposedMapping(*look));
}

Result<ImportReport> ImportFixture::importStrictly(const QString &entity, const QByteArray &csv,
                                                   const std::optional<ImportMapping> &mapping) {
    ImportRequest request = importOf(entity, file(u"in.csv"_s, csv), mapping);
    request.missing = MissingTargets::Reject;
    return runImport(workspace(), request, actor());
}

qint64 ImportFixture::count(const QString &entity, const QString &where) {
    Query query;
    query.entity = entity;
    if (!where.isEmpty()) {
        auto condition = Expression::parse(where, *m_workspace->catalog(), entity);
        if (!condition)
            return -1;
        query.where = *std::move(condition);
    }
    const auto count = m_workspace->reader().count(query, m_workspace->readTime());
    return count ? *count : -1;
}

std::vector<Row> ImportFixture::rows(const QString &entity) {
    Query query;
    query.entity = entity;
    const auto rows = m_workspace->reader().list(query, m_workspace->readTime());
    return rows ? *rows : std::vector<Row>();
}

RecordId ImportFixture::named(const QString &entity, const QString &title) {
    const auto ids = m_workspace->reader().byTitle(entity, title);
    return ids && ids->size() == 1 ? ids->front() : RecordId();
}

FieldValue ImportFixture::value(const QString &entity, RecordId id, QStringView field) {
    const auto row = m_workspace->reader().find(entity, id);
    if (!row || !*row)
        return {};
    return (*row)->record.value(m_workspace->catalog()->entity(entity)->byName(field));
}

QString ImportFixture::linked(const QString &entity, RecordId id, QStringView field) {
    const EntityDesc &desc = *m_workspace->catalog()->entity(entity);
    const QString target = desc.field(desc.byName(field)).target;
    return m_workspace->reader().title(target, value(entity, id, field).as<RecordId>());
}

QStringList ImportFixture::damage() {
    QStringList lines;
    const auto run = m_workspace->maintain([&](Connection &c) -> Result<void> {
        const auto report =
            checkWorkspace(c, m_workspace->catalogHolder(), m_workspace->paths().jobs());
        if (!report)
            return report.error();
        for (const CheckFinding &finding : report->findings) {
            if (finding.damage)
                lines << shown({finding.message});
        }
        return {};
    });
    if (!run)
        lines << run.error().message.id;
    return lines;
}

QStringList shown(const std::vector<Message> &messages) {
    QStringList lines;
    for (const Message &message : messages) {
        QStringList parts{message.id};
        for (const QString &name : {u"field"_s, u"value"_s, u"name"_s, u"count"_s}) {
            if (message.args.contains(name))
                parts << message.args.value(name);
        }
        lines << parts.join(u' ');
    }
    return lines;
}

QStringList rejectsOf(const ImportReport &report) {
    QStringList lines;
    for (const RejectedRow &row : report.rejects)
        lines << QString::number(row.line) + u": "_s + shown(row.reasons).join(u"; "_s);
    return lines;
}

} // namespace dw::test
