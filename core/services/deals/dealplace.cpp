// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/deals/dealplace.h"

#include "core/domain/text.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

Result<std::vector<Row>> rowsByPosition(Reader &reader, const ReadTime &time,
                                        const QString &entity) {
    Query query;
    query.entity = entity;
    query.sort = {{u"position"_s, false}};
    return reader.list(query, time);
}

} // namespace

Result<DealPlace> DealPlace::load(Reader &reader, const ReadTime &time) {
    const auto pipelines = rowsByPosition(reader, time, u"pipeline"_s);
    if (!pipelines)
        return pipelines.error();
    const auto stages = rowsByPosition(reader, time, u"stage"_s);
    if (!stages)
        return stages.error();
    const CatalogPtr catalog = reader.catalog();
    const EntityDesc &stage = *catalog->entity(u"stage");
    const FieldHandle active = catalog->entity(u"pipeline")->byName(u"active");
    const FieldHandle link = stage.byName(u"pipeline");
    const FieldHandle name = stage.byName(u"name");
    const FieldHandle outcome = stage.byName(u"outcome");
    DealPlace place;
    for (const Row &pipeline : *pipelines) {
        for (const Row &row : *stages) {
            const Record &r = row.record;
            if (r.value(link).as<RecordId>() != pipeline.record.id())
                continue;
            place.m_stages.push_back({r.id(), pipeline.record.id(), row.shortId, fold(row.shortId),
                                      fold(r.value(name).as<QString>()),
                                      r.value(outcome).as<QString>() == "open"_L1,
                                      pipeline.record.value(active).as<bool>()});
        }
    }
    return place;
}

void DealPlace::add(const Catalog &catalog, const Record &stage, bool active) {
    const EntityDesc &desc = *catalog.entity(u"stage");
    m_stages.push_back({stage.id(),
                        stage.value(desc.byName(u"pipeline")).as<RecordId>(),
                        {},
                        {},
                        fold(stage.value(desc.byName(u"name")).as<QString>()),
                        stage.value(desc.byName(u"outcome")).as<QString>() == "open"_L1,
                        active});
}

RecordId DealPlace::firstPipeline() const {
    const auto first = std::find_if(m_stages.begin(), m_stages.end(),
                                    [](const Stage &stage) { return stage.active; });
    return first == m_stages.end() ? RecordId() : first->pipeline;
}

/// Stages behind an id or a name; of one pipeline where it is not null, else of the active ones.
std::vector<const DealPlace::Stage *> DealPlace::named(const QString &text,
                                                       RecordId pipeline) const {
    const RecordId id = RecordId::fromText(text.trimmed());
    const QString folded = fold(text);
    std::vector<const Stage *> found;
    for (const Stage &stage : m_stages) {
        const bool exact =
            stage.id == id || (!stage.shortKey.isEmpty() && stage.shortKey == folded);
        const bool within = pipeline.isNull() ? stage.active || exact : stage.pipeline == pipeline;
        if (within && (exact || stage.name == folded))
            found.push_back(&stage);
    }
    return found;
}

std::optional<Message> DealPlace::complete(const EntityDesc &deal, Record &draft,
                                           const QString &stage) const {
    const FieldHandle pipelineField = deal.byName(u"pipeline");
    const FieldHandle stageField = deal.byName(u"stage");
    const RecordId pipeline = draft.value(pipelineField).as<RecordId>();
    const auto put = [&](const Stage &at) {
        draft.set(pipelineField, at.pipeline);
        draft.set(stageField, at.id);
    };
    if (stage.trimmed().isEmpty()) {
        for (const Stage &candidate : m_stages) {
            if (candidate.open
                && (pipeline.isNull() ? candidate.active : candidate.pipeline == pipeline)) {
                put(candidate);
                return std::nullopt;
            }
        }
        return Message{u"import.no_stage"_s, {}};
    }
    const auto found = named(stage, pipeline);
    if (found.size() == 1) {
        put(*found.front());
        return std::nullopt;
    }
    QMap<QString, QString> args{{u"field"_s, u"deal.stage"_s}, {u"value"_s, stage.left(100)}};
    if (found.empty())
        return Message{u"link.unknown"_s, args};
    QStringList ids;
    for (const Stage *candidate : found)
        ids << candidate->shortId;
    args.insert(u"count"_s, QString::number(found.size()));
    args.insert(u"ids"_s, ids.mid(0, 5).join(u", "_s));
    return Message{u"link.ambiguous"_s, args};
}

} // namespace dw
