// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/maven/mavenwriter.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

const QString pipelineFile = u"sales_pipeline.csv"_s;

/// How sure an engaged deal is where too few are closed to tell, in percent; and how many are
/// enough.
constexpr double usualWinRate = 50;
constexpr qint64 enoughClosed = 30;
constexpr double prospectingRate = 10;

constexpr qint64 dealsBetweenLooks = 64;

/// What is set up in a workspace before any record stands in it.
bool isSetUp(const QString &entity) {
    static const QStringList keys{u"person"_s, u"pipeline"_s, u"stage"_s, u"setting"_s,
                                  u"custom_field"_s};
    return keys.contains(entity);
}

} // namespace

MavenWriter::MavenWriter(WriteTransaction &tx, const MavenSet &set, const ReadTime &time,
                         const ImportProgress &progress, ImportReport &report)
    : m_tx(tx),
      m_set(set),
      m_time(time),
      m_progress(progress),
      m_sink(tx, report),
      m_base(tx, m_sink, set.firstDay() ? startOfDay(*set.firstDay(), time.zone) : tx.now()) {}

Result<void> MavenWriter::write() {
    auto done = refuseUnlessEmpty();
    if (done)
        done = writePipeline();
    if (done)
        done = writeTag();
    if (done)
        done = m_base.write(m_set, m_time);
    if (done)
        done = writeDeals();
    if (done)
        m_sink.writeNotes();
    return done;
}

Result<void> MavenWriter::refuseUnlessEmpty() {
    const CatalogPtr catalog = m_tx.catalogPtr();
    for (const EntityDesc &entity : catalog->entities()) {
        if (isSetUp(entity.key))
            continue;
        Query query;
        query.entity = entity.key;
        const auto count = m_tx.reader().count(query, m_time);
        if (!count)
            return count.error();
        if (*count > 0)
            return makeError(ErrorKind::Refused, u"import.not_empty"_s,
                             {{u"entity"_s, entity.key}, {u"count"_s, QString::number(*count)}});
    }
    return {};
}

Result<void> MavenWriter::writePipeline() {
    const EntityDesc &pipelines = *m_tx.catalog().entity(u"pipeline");
    m_places.pipeline = {makeUuidV5(u"pipeline/maven"_s)};
    if (const auto done = restSeededPipeline(); !done)
        return done;
    m_base.atStart(pipelineFile);
    Record pipeline(pipelines.key, m_places.pipeline);
    pipeline.set(pipelines.byName(u"name"), u"Opportunities"_s);
    pipeline.set(pipelines.byName(u"position"), 1.0);
    pipeline.set(pipelines.byName(u"active"), true);
    auto done = ensure(pipeline);
    using enum MavenSet::Stage;
    if (done)
        done = writeStage(Prospecting, u"Prospecting"_s, prospectingRate, u"open"_s);
    if (done)
        done = writeStage(Engaging, u"Engaging"_s, winRate(), u"open"_s);
    if (done)
        done = writeStage(Won, u"Won"_s, 100, u"won"_s);
    if (done)
        done = writeStage(Lost, u"Lost"_s, 0, u"lost"_s);
    return done;
}

Result<void> MavenWriter::writeStage(MavenSet::Stage stage, const QString &name, double probability,
                                     const QString &outcome) {
    const EntityDesc &stages = *m_tx.catalog().entity(u"stage");
    const RecordId id{makeUuidV5(u"stage/maven/"_s + name.toLower())};
    m_places.stages.at(size_t(stage)) = id;
    Record values(stages.key, id);
    values.set(stages.byName(u"pipeline"), m_places.pipeline);
    values.set(stages.byName(u"name"), name);
    values.set(stages.byName(u"position"), double(size_t(stage) + 1));
    values.set(stages.byName(u"win_probability"), probability);
    values.set(stages.byName(u"outcome"), outcome);
    return ensure(values);
}

/// The pipeline that every workspace starts with is put to rest: no deal stands in it.
Result<void> MavenWriter::restSeededPipeline() {
    const EntityDesc &pipelines = *m_tx.catalog().entity(u"pipeline");
    const FieldHandle active = pipelines.byName(u"active");
    const auto row = m_tx.reader().find(pipelines.key, {makeUuidV5(u"pipeline/default"_s)});
    if (!row)
        return row.error();
    if (!*row || (*row)->deleted || !(*row)->record.value(active).as<bool>())
        return {};
    m_tx.setSource(pipelineFile);
    Record rest(pipelines.key, (*row)->record.id());
    rest.set(active, false);
    const QString name = (*row)->record.value(pipelines.titleField()).as<QString>();
    m_sink.note({u"import.pipeline_rests"_s, {{u"name"_s, name}}});
    return m_tx.change(rest);
}

/// A row with an id of its own: made, or brought back as it must be where an earlier import was
/// undone.
Result<void> MavenWriter::ensure(const Record &values) {
    const auto row = m_tx.reader().find(values.entity(), values.id());
    if (!row)
        return row.error();
    if (!*row) {
        const auto made = m_sink.create(values, {pipelineFile, 1, {}});
        return made ? Result<void>() : made.error();
    }
    if ((*row)->deleted) {
        if (const auto restored = m_tx.restore(values.entity(), values.id()); !restored)
            return restored;
    }
    m_sink.countCreated(values.entity());
    return m_tx.change(values);
}

/// Percent of the closed deals that were won.
double MavenWriter::winRate() {
    const auto count = [&](MavenSet::Stage stage) {
        return std::count_if(m_set.deals.begin(), m_set.deals.end(),
                             [&](const auto &deal) { return deal.stage == stage; });
    };
    const qint64 won = count(MavenSet::Stage::Won);
    const qint64 closed = won + count(MavenSet::Stage::Lost);
    if (closed < enoughClosed)
        return usualWinRate;
    const qint64 percent = (200 * won + closed) / (2 * closed);
    m_sink.note({u"import.win_rate"_s,
                 {{u"stage"_s, u"Engaging"_s},
                  {u"percent"_s, QString::number(percent)},
                  {u"count"_s, QString::number(won)},
                  {u"total"_s, QString::number(closed)}}});
    return double(percent);
}

/// Deals without a date stand out by a tag; nobody has to read the report to find them.
Result<void> MavenWriter::writeTag() {
    const EntityDesc &tags = *m_tx.catalog().entity(u"tag");
    m_places.undated = {makeUuidV5(u"tag/undated"_s)};
    const bool needed = std::any_of(m_set.deals.begin(), m_set.deals.end(),
                                    [](const auto &deal) { return !deal.engaged; });
    if (!needed)
        return {};
    Record tag(tags.key, m_places.undated);
    tag.set(tags.byName(u"name"), u"undated"_s);
    return ensure(tag);
}

Result<void> MavenWriter::writeDeals() {
    MavenDeals deals(m_tx, m_sink, m_base, m_places, m_time.zone);
    const qint64 total = qint64(m_set.deals.size());
    for (qint64 done = 0; done <= total; ++done) {
        if (done % dealsBetweenLooks == 0 || done == total) {
            if (m_progress)
                m_progress(done, total);
            if (m_tx.stopRequested())
                return makeError(ErrorKind::Cancelled, u"cancelled"_s);
        }
        if (done == total)
            break;
        if (const auto written = deals.write(m_set.deals[size_t(done)]); !written)
            return written;
    }
    return {};
}

} // namespace dw
