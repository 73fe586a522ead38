// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/rejects.h"

#include "core/services/imports/importfile.h"
#include "core/services/targetfile.h"

#include <QTemporaryDir>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

using Places = std::vector<std::pair<QString, qint64>>;

/// One CSV file of rejected rows for each source of the job, whose cells are as they were.
class RetryFiles {
public:
    RetryFiles(const RejectedJob &job, const Catalog &catalog) : m_job(job), m_catalog(catalog) {}

    Result<void> write(const EachRejected &rows) {
        if (!m_folder.isValid())
            return makeError(ErrorKind::Io, u"store.io"_s, {{u"file"_s, m_folder.path()}});
        for (size_t i = 0; i < m_job.asked.request.sources.size(); ++i) {
            const QString &name = m_job.asked.request.sources[i].name;
            const EachRejected own = [&](const TakeRejected &take) {
                return rows([&](const RejectedRow &row) -> Result<void> {
                    if (row.file != name)
                        return {};
                    return take(row);
                });
            };
            qint64 count = 0;
            if (const auto counted = own([&](const RejectedRow &row) -> Result<void> {
                    m_places.emplace_back(row.file, row.line);
                    ++count;
                    return {};
                });
                !counted)
                return counted;
            if (count == 0)
                continue;
            const QString path = m_folder.filePath(QString::number(i) + u".csv"_s);
            if (const auto written =
                    writeRejects(path, m_job.asked.headers, own, Language::English, m_catalog);
                !written)
                return written;
            add(m_job.asked.request.sources[i], path);
        }
        return {};
    }
    /// The rows of a mended file go to the sources that they came from.
    Result<void> take(const QString &path) {
        const auto file = ImportFile::open({.file = path});
        if (!file)
            return file.error();
        const RejectColumns columns((*file)->header());
        const auto &sources = m_job.asked.request.sources;
        if (sources.size() > 1 && !columns.tell())
            return makeError(ErrorKind::Invalid, u"import.retry_needs_columns"_s,
                             {{u"file"_s, (*file)->name()}});
        m_tells = columns.tell();
        std::map<QString, std::vector<TableRow>> bySource;
        TableRow row;
        for (;;) {
            const auto more = (*file)->next(row);
            if (!more)
                return more.error();
            if (!*more)
                break;
            const auto place = columns.of(row.cells);
            const QString name =
                place && !place->first.isEmpty() ? place->first : sources.front().name;
            if (place)
                m_places.emplace_back(name, place->second);
            bySource[name].push_back(row);
        }
        if (bySource.size() == 1 && bySource.begin()->first == sources.front().name) {
            add(sources.front(), path);
            return {};
        }
        return split(bySource, (*file)->header());
    }

    [[nodiscard]] std::vector<ImportSource> sources() const { return m_sources; }
    [[nodiscard]] const Places &places() const { return m_places; }
    [[nodiscard]] bool tells() const { return m_tells; }

private:
    Result<void> split(const std::map<QString, std::vector<TableRow>> &bySource,
                       const QStringList &header) {
        for (size_t i = 0; i < m_job.asked.request.sources.size(); ++i) {
            const ImportSource &source = m_job.asked.request.sources[i];
            const auto rows = bySource.find(source.name);
            if (rows == bySource.end())
                continue;
            const QString path = m_folder.filePath(QString::number(i) + u".csv"_s);
            QFile file(path);
            if (!file.open(QIODevice::WriteOnly))
                return notWritten(u"import.rejects_not_written"_s, path, file);
            CsvWriter writer(file);
            if (const auto written = writer.write(header); !written)
                return written;
            for (const TableRow &row : rows->second) {
                if (const auto written = writer.write(row.cells); !written)
                    return written;
            }
            if (!file.flush())
                return notWritten(u"import.rejects_not_written"_s, path, file);
            add(source, path);
        }
        return {};
    }
    void add(ImportSource source, const QString &path) {
        source.file = path;
        // An older name stands: values say where they stood first.
        source.form = {};
        source.isRetry = true;
        m_sources.push_back(std::move(source));
    }

    const RejectedJob &m_job;
    const Catalog &m_catalog;
    QTemporaryDir m_folder;
    std::vector<ImportSource> m_sources;
    Places m_places;
    bool m_tells = true;
};

Result<void> dropFrom(Workspace &workspace, const RejectedJob &job, const Places &places) {
    return workspace.maintain([&](Connection &c) -> Result<void> {
        const auto transaction = Transaction::begin(c, Transaction::Kind::Write);
        if (!transaction)
            return transaction.error();
        const auto dropped = dropRejectedRows(c, job.info.set, places);
        if (!dropped)
            return dropped.error();
        auto row = jobtable::find(c, job.info.number);
        if (!row)
            return row.error();
        if (*row) {
            (*row)->rejected = std::max<qint64>(0, (*row)->rejected - *dropped);
            if (const auto updated = jobtable::update(c, **row); !updated)
                return updated;
        }
        return (*transaction)->commit();
    });
}

} // namespace

bool RejectedJob::has(const RejectedRow &row) const {
    return std::any_of(asked.headers.begin(), asked.headers.end(),
                       [&](const auto &header) { return header.first == row.file; });
}

Result<RejectedJob> rejectedJob(Workspace &workspace, qint64 number) {
    const auto info = workspace.jobs().find(number);
    if (!info)
        return info.error();
    auto asked = jobRequestFrom(info->request);
    if (!asked)
        return asked.error();
    return RejectedJob{*info, *std::move(asked)};
}

EachRejected rejectedRowsOf(Workspace &workspace, const RejectedJob &job) {
    return [&workspace, &job](const TakeRejected &take) {
        return eachRejectedRow(workspace.reader().connection(), job.info.set,
                               [&](const RejectedRow &row) -> Result<void> {
                                   // Rows of imports that brought nothing else share a place.
                                   if (!job.has(row))
                                       return {};
                                   return take(row);
                               });
    };
}

Result<ImportReport> retryRejects(Workspace &workspace, qint64 number, const QString &mended,
                                  RecordId actor, const ImportProgress &progress, StopToken stop) {
    const auto job = rejectedJob(workspace, number);
    if (!job)
        return job.error();
    const CatalogPtr catalog = workspace.catalog();
    RetryFiles files(*job, *catalog);
    const auto taken =
        mended.isEmpty() ? files.write(rejectedRowsOf(workspace, *job)) : files.take(mended);
    if (!taken)
        return taken.error();
    if (files.sources().empty())
        return makeError(ErrorKind::NotFound, u"import.nothing_rejected"_s,
                         {{u"number"_s, QString::number(number)}});
    ImportRequest request;
    request.sources = files.sources();
    for (ImportSource &source : request.sources) {
        // What was made in the stead of a row is completed by it.
        if (source.mapping && source.mapping->mode.value_or(ImportMode::Add) == ImportMode::Add)
            source.mapping->mode = ImportMode::Fill;
    }
    request.source = job->asked.request.source;
    request.retryOf = number;
    auto report = runImport(workspace, request, actor, progress, std::move(stop));
    if (!report)
        return report;
    if (!files.tells())
        report->notes.push_back({u"import.retry_kept"_s, {{u"number"_s, QString::number(number)}}});
    if (const auto dropped = dropFrom(workspace, *job, files.places()); !dropped)
        return dropped.error();
    return report;
}

} // namespace dw
