// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/newdraft.h"

#include "core/services/board/board.h"

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

void startOnBoard(Record &draft, const EntityDesc &deal, Workspace &workspace) {
    const auto all = pipelines(workspace.reader());
    if (!all || all->empty())
        return;
    const FieldHandle pipelineField = deal.byName(u"pipeline");
    const RecordId given = draft.value(pipelineField).as<RecordId>();
    const auto named = std::find_if(all->begin(), all->end(),
                                    [&](const BoardPipeline &p) { return p.id == given; });
    const BoardPipeline &pipeline = named == all->end() ? all->front() : *named;
    draft.set(pipelineField, pipeline.id);
    const FieldHandle stageField = deal.byName(u"stage");
    const auto open = std::find_if(pipeline.stages.begin(), pipeline.stages.end(),
                                   [](const BoardStage &s) { return s.outcome == Outcome::Open; });
    if (draft.value(stageField).isEmpty() && open != pipeline.stages.end())
        draft.set(stageField, open->id);
}

} // namespace

Record newDraft(const QString &entity, const Record &preset, Workspace &workspace) {
    const EntityDesc &desc = *workspace.catalog()->entity(entity);
    Record draft(entity, preset.id());
    for (const auto &[handle, value] : preset.values())
        draft.set(handle, value);
    const FieldHandle owner = desc.byName(u"owner");
    if (!owner.isNull() && !draft.has(owner) && !workspace.actor().isNull())
        draft.set(owner, workspace.actor());
    if (entity == "deal"_L1)
        startOnBoard(draft, desc, workspace);
    return draft;
}

} // namespace dw::ui
