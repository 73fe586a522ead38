// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/demo/demo.h"
#include "core/services/demo/demovocabulary.h"
#include "core/services/jobs/jobs.h"
#include "core/services/works.h"
#include "core/store/jobs/stagingfile.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// Share of the whole that drawing takes, in thousandths; writing takes the rest.
constexpr qint64 drawing = 150;
constexpr qint64 whole = 1000;

/// Everything that a workspace begins with, or that is set up in it before there are records.
bool isSetUp(const QString &entity) {
    static const QStringList keys{u"person"_s, u"pipeline"_s, u"stage"_s, u"setting"_s,
                                  u"custom_field"_s};
    return keys.contains(entity);
}

Result<void> refuseUnlessEmpty(Workspace &workspace) {
    const CatalogPtr catalog = workspace.catalog();
    for (const EntityDesc &entity : catalog->entities()) {
        if (isSetUp(entity.key))
            continue;
        qint64 rows = 0;
        for (const bool bin : {false, true}) {
            Query query;
            query.entity = entity.key;
            query.bin = bin;
            const auto count = workspace.reader().count(query, workspace.readTime());
            if (!count)
                return count.error();
            rows += *count;
        }
        if (rows > 0)
            return makeError(ErrorKind::Refused, u"demo.not_empty"_s,
                             {{u"entity"_s, entity.key}, {u"count"_s, QString::number(rows)}});
    }
    return {};
}

/// People get their skills as a field that the team could have added itself.
Result<void> addSkills(Workspace &workspace) {
    if (!workspace.catalog()->entity(u"person")->byKey(u"skills").isNull())
        return {};
    const auto added = workspace.run(
        addFieldWork({u"person"_s, demoSkillsField()}, Origin{.actor = workspace.actor()}));
    return added ? Result<void>() : added.error();
}

/// Draws the company into a staging file.
class DemoStaging {
public:
    DemoStaging(Workspace &workspace, const DemoRequest &request, const DemoProgress &progress,
                StopToken stop, QString source)
        : m_workspace(workspace),
          m_request(request),
          m_progress(progress),
          m_stop(std::move(stop)),
          m_source(std::move(source)) {}

    /// The path of the finished file.
    Result<QString> stage() {
        const QDir jobs(m_workspace.paths().jobs());
        if (!jobs.mkpath(u"."_s))
            return makeError(ErrorKind::Io, u"store.io"_s, {{u"file"_s, jobs.path()}});
        const QString name = makeUuidV7(m_workspace.wall().now()).toString(QUuid::WithoutBraces);
        auto writer = StagingWriter::create({.path = jobs.filePath(name + stagingSuffix),
                                             .catalog = m_workspace.catalog(),
                                             .now = m_workspace.wall().now()});
        if (!writer)
            return writer.error();
        m_writer = std::move(*writer);
        if (const auto rested = restSeededPipeline(); !rested)
            return rested.error();
        const auto drawn = generateDemo(
            *m_workspace.catalog(), m_request, [this](DemoRow &&row) { return take(row); },
            [this](qint64 done, qint64 total) { tell(done, total); }, m_stop);
        if (!drawn)
            return drawn.error();
        return m_writer->finish(job(), [this] { return !m_stop.requested(); });
    }
    [[nodiscard]] const QMap<QString, qint64> &created() const { return m_created; }

private:
    /// The pipeline that every workspace starts with is put to rest: no deal stands in it.
    Result<void> restSeededPipeline() {
        const CatalogPtr catalog = m_workspace.catalog();
        const EntityDesc &pipelines = *catalog->entity(u"pipeline");
        const FieldHandle active = pipelines.byName(u"active");
        const RecordId seeded{makeUuidV5(u"pipeline/default"_s)};
        const auto row = m_workspace.reader().find(pipelines.key, seeded);
        if (!row)
            return row.error();
        if (!*row || (*row)->deleted || !(*row)->record.value(active).as<bool>())
            return {};
        Record rest(pipelines.key, seeded);
        rest.set(active, false);
        return m_writer->addChange(rest, {}, {m_source, m_workspace.clock().now(), false});
    }

    Result<void> take(const DemoRow &row) {
        std::vector<StagedStep> later;
        later.reserve(row.later.size());
        for (const DemoStep &step : row.later)
            later.push_back({step.values, {m_source, step.at, true}});
        ++m_created[row.draft.entity()];
        return m_writer->addRow(row.draft, {m_source, row.at, true}, later);
    }

    [[nodiscard]] StagedJob job() const {
        StagedJob job;
        job.info.kind = SetKind::Import;
        job.info.way = WriteWay::Import;
        job.info.actor = m_workspace.actor();
        job.info.label = {u"demo.set"_s,
                          {{u"count"_s, QString::number(m_request.deals)},
                           {u"seed"_s, QString::number(m_request.seed)}}};
        job.info.source = m_source;
        job.info.at = m_workspace.clock().now();
        job.request = QJsonDocument(QJsonObject{{u"demo"_s,
                                                 QJsonObject{{u"deals"_s, m_request.deals},
                                                             {u"seed"_s, qint64(m_request.seed)}}}})
                          .toJson(QJsonDocument::Compact);
        QJsonObject created;
        for (auto it = m_created.constBegin(); it != m_created.constEnd(); ++it)
            created.insert(it.key(), it.value());
        job.report =
            QJsonDocument(QJsonObject{{u"created"_s, created}}).toJson(QJsonDocument::Compact);
        return job;
    }

    void tell(qint64 done, qint64 total) const {
        if (m_progress && total > 0)
            m_progress(done * drawing / total, whole);
    }

    Workspace &m_workspace;
    const DemoRequest &m_request;
    const DemoProgress &m_progress;
    const StopToken m_stop;
    const QString m_source;
    std::unique_ptr<StagingWriter> m_writer;
    QMap<QString, qint64> m_created;
};

} // namespace

Result<DemoReport> runDemo(Workspace &workspace, DemoRequest request, const DemoProgress &progress,
                           StopToken stop) {
    request.now = workspace.clock().now();
    request.zone = workspace.zone();
    if (const auto code = setting(workspace.reader(), u"currency"_s, {}).toString();
        !code.isEmpty()) {
        const auto currency = Currency::fromCode(code);
        if (!currency)
            return currency.error();
        request.currency = *currency;
    }
    if (const auto checked = checkDemo(request); !checked)
        return checked.error();
    if (const auto empty = refuseUnlessEmpty(workspace); !empty)
        return empty.error();
    if (const auto added = addSkills(workspace); !added)
        return added.error();

    const auto words = DemoVocabulary::load(request.language);
    if (!words)
        return words.error();
    DemoStaging staging(workspace, request, progress, stop, (*words)->source);
    const auto staged = staging.stage();
    if (!staged)
        return staged.error();
    const auto job = workspace.jobs().start(*staged);
    if (!job)
        return job.error();
    const auto ended = workspace.jobs().wait(
        *job,
        [&](const JobInfo &info) {
            if (progress && info.total > 0)
                progress(drawing + info.done * (whole - drawing) / info.total, whole);
        },
        stop);
    if (!ended)
        return ended.error();
    if (ended->problem)
        return Error{ErrorKind::Io, *ended->problem, {}};
    if (ended->state != JobState::Done)
        return makeError(ErrorKind::Cancelled, u"cancelled"_s);
    return DemoReport{ended->number, ended->set, staging.created()};
}

} // namespace dw
