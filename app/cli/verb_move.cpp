// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/assignments.h"
#include "app/cli/messagejson.h"
#include "app/cli/target.h"
#include "core/domain/text.h"
#include "core/services/board/board.h"
#include "core/services/values/linktext.h"

#include <algorithm>

namespace dw::cli {
using namespace Qt::StringLiterals;

namespace {

RecordId linkOf(const Target &deal, QStringView field) {
    return deal.row.record.value(deal.entity->byName(field)).as<RecordId>();
}

/// The stages that a deal can go to: those of its own pipeline.
Result<BoardPipeline> pipelineOf(Reader &reader, const Target &deal) {
    auto all = pipelines(reader);
    if (!all)
        return all.error();
    const RecordId own = linkOf(deal, u"pipeline");
    const auto it =
        std::find_if(all->begin(), all->end(), [&](const BoardPipeline &p) { return p.id == own; });
    if (it == all->end())
        return makeError(ErrorKind::NotFound, u"cli.no_pipeline"_s, {{u"id"_s, deal.row.shortId}});
    return std::move(*it);
}

Result<BoardStage> stageOf(Reader &reader, const BoardPipeline &pipeline, const QString &typed) {
    std::vector<BoardStage> found;
    std::vector<RecordId> ids;
    const auto id = reader.resolve(u"stage"_s, typed);
    const QString folded = fold(typed);
    QStringList names;
    for (const BoardStage &stage : pipeline.stages) {
        names << stage.name;
        if (id ? stage.id == *id : fold(stage.name) == folded)
            found.push_back(stage);
    }
    ids.reserve(found.size());
    for (const BoardStage &stage : found)
        ids.push_back(stage.id);
    if (found.size() == 1)
        return found.front();
    const QString problem = found.empty() ? u"cli.stage_unknown"_s : u"cli.stage_ambiguous"_s;
    return makeError(found.empty() ? ErrorKind::NotFound : ErrorKind::Invalid, problem,
                     {{u"value"_s, typed.left(100)},
                      {u"name"_s, pipeline.name},
                      {u"ids"_s, candidateIds(reader, u"stage"_s, ids)},
                      {u"stages"_s, names.join(u", "_s)}});
}

} // namespace

Exit runMove(Session &session) {
    const auto deal = findTarget(session, u"deal"_s, session.words().at(0));
    if (!deal)
        return session.fail(deal.error());
    auto edits = assignmentsFrom(*deal->entity, session.words().mid(2));
    if (!edits)
        return session.misuse(edits.error().message);
    const auto pipeline = pipelineOf(session.reader(), *deal);
    if (!pipeline)
        return session.fail(pipeline.error());
    const auto stage = stageOf(session.reader(), *pipeline, session.words().at(1));
    if (!stage)
        return session.fail(stage.error());

    MoveRequest request;
    request.deal = deal->id();
    request.stage = stage->id;
    request.edits = std::move(*edits);
    const auto committed = session.workspace().run(moveWork(request, session.origin()));
    if (!committed)
        return session.fail(committed.error());
    QMap<QString, QString> args = nameArgs(session, *deal);
    args.insert(u"stage"_s, stage->name);
    args.insert(u"set"_s, QString::number(committed->set));
    QJsonObject object = identityJson(deal->row);
    object.insert(u"stage"_s, stage->id.text());
    object.insert(u"stage_label"_s, stage->name);
    const QString sentence = committed->set == 0 ? u"cli.nothing_differed"_s : u"cli.moved"_s;
    return session.done(*committed, {sentence, args}, object);
}

} // namespace dw::cli
