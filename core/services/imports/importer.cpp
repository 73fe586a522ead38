// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/importer.h"

#include "core/services/imports/importstage.h"
#include "core/services/jobs/jobs.h"
#include "core/services/works.h"

#include <QFile>

namespace dw {
using namespace Qt::StringLiterals;

ImportRequest importOf(const QString &entity, const QString &file,
                       const std::optional<ImportMapping> &mapping) {
    ImportRequest request;
    request.sources = {{.entity = entity, .file = file, .mapping = mapping}};
    return request;
}

ImportContext ImportContext::of(const Workspace &workspace, RecordId actor) {
    const ReadSource source = ReadSource::of(workspace);
    return {source, workspace.wall().now(), actor, source.paths.jobs()};
}

StagedImport::StagedImport(StagedImport &&other) noexcept
    : m_report(std::move(other.m_report)),
      m_path(std::exchange(other.m_path, {})),
      m_newFields(std::move(other.m_newFields)) {}

StagedImport &StagedImport::operator=(StagedImport &&other) noexcept {
    std::swap(m_report, other.m_report);
    std::swap(m_path, other.m_path);
    std::swap(m_newFields, other.m_newFields);
    return *this;
}

StagedImport::~StagedImport() {
    if (!m_path.isEmpty())
        QFile::remove(m_path);
}

QString StagedImport::release() { return std::exchange(m_path, {}); }

Result<StagedImport> stageImport(const ImportContext &context, const ImportRequest &request,
                                 const ImportProgress &progress, StopToken stop) {
    const auto connection =
        Connection::open(context.source.paths.database(), OpenMode::ReadOnly, context.source.vfs);
    if (!connection)
        return connection.error();
    // What it still brings or takes would not be seen, and so be doubled.
    const auto unfinished = jobtable::unfinished(**connection);
    if (!unfinished)
        return unfinished.error();
    if (!unfinished->empty())
        return makeError(ErrorKind::Busy, u"import.job_unfinished"_s,
                         {{u"number"_s, QString::number(unfinished->front().number)}});
    return ImportStage(context, request, **connection, progress, std::move(stop)).run();
}

namespace {

/// Each new field is a change set of its own, so that it can be put away by itself.
Result<void> makeFields(Workspace &workspace, const StagedImport &staged, RecordId actor) {
    for (const FieldDefinition &field : staged.newFields()) {
        FieldDefinition asked = field;
        asked.field.name.clear();
        asked.field.group.clear();
        const auto made = workspace.run(addFieldWork(asked, {.actor = actor}));
        if (!made)
            return made.error();
        const EntityDesc *entity = workspace.catalog()->entity(field.entity);
        // The rows were staged for the name that was next then.
        if (!entity || entity->byName(field.field.name).isNull())
            return makeError(ErrorKind::Conflict, u"import.fields_moved"_s);
    }
    return {};
}

Result<qint64> start(Workspace &workspace, StagedImport &&staged, RecordId actor) {
    if (const auto made = makeFields(workspace, staged, actor); !made)
        return made.error();
    const QString path = staged.path();
    auto number = workspace.jobs().start(path);
    if (number)
        (void)staged.release();
    return number;
}

/// Staging is half of it, applying the other.
constexpr qint64 halfWay = 1'000'000;

/// A job that was paused by somebody, or failed on the way: it goes on when the program is told to,
/// or starts again.
Error standsStill(const JobInfo &job) {
    Error error = makeError(ErrorKind::Io, u"import.stands_still"_s,
                            {{u"number"_s, QString::number(job.number)}});
    if (job.problem)
        error.reasons = {*job.problem};
    return error;
}

bool bringsNothing(const ImportReport &report) {
    return report.created.isEmpty() && report.updated.isEmpty() && report.rejected == 0;
}

} // namespace

Result<qint64> startImport(Workspace &workspace, StagedImport &&staged) {
    return start(workspace, std::move(staged), workspace.actor());
}

Result<ImportReport> runImport(Workspace &workspace, const ImportRequest &request, RecordId actor,
                               const ImportProgress &progress, StopToken stop) {
    const auto tell = [&progress](qint64 done, qint64 total, qint64 from) {
        if (progress)
            progress(from + (total > 0 ? done * halfWay / total : 0), 2 * halfWay);
    };
    for (const qint64 number : workspace.jobs().running()) {
        if (const auto waited = workspace.jobs().wait(number); !waited)
            return waited.error();
    }
    auto staged = stageImport(
        ImportContext::of(workspace, actor), request,
        [&](qint64 done, qint64 total) { tell(done, total, 0); }, stop);
    if (!staged)
        return staged.error();
    ImportReport report = staged->report();
    if (bringsNothing(report))
        return report;
    const auto number = start(workspace, *std::move(staged), actor);
    if (!number)
        return number.error();
    const auto job = workspace.jobs().wait(
        *number, [&](const JobInfo &info) { tell(info.done, info.total, halfWay); }, stop);
    if (!job)
        return job.error();
    if (job->state == JobState::TakenBack)
        return makeError(ErrorKind::Cancelled, u"cancelled"_s);
    if (job->state != JobState::Done)
        return standsStill(*job);
    report.job = *number;
    report.set = job->set;
    report.notes.insert(report.notes.end(), job->notes.begin(), job->notes.end());
    if (job->moreNotes > 0)
        report.notes.push_back(
            {u"import.more_notes"_s, {{u"count"_s, QString::number(job->moreNotes)}}});
    return report;
}

Result<ImportReport> dryRunImport(Workspace &workspace, const ImportRequest &request,
                                  const ImportProgress &progress, StopToken stop) {
    const auto staged = stageImport(ImportContext::of(workspace, workspace.actor()), request,
                                    progress, std::move(stop));
    return staged ? Result<ImportReport>(staged->report()) : staged.error();
}

} // namespace dw
