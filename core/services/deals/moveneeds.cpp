// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/deals/moveneeds.h"

#include "core/validation/stagegate.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

Result<Record> recordOf(Reader &reader, const QString &entity, RecordId id) {
    auto row = reader.find(entity, id);
    if (!row)
        return row.error();
    if (!*row)
        return makeError(ErrorKind::NotFound, u"record.unknown"_s,
                         {{u"entity"_s, entity}, {u"id"_s, id.text()}});
    return std::move((*row)->record);
}

bool asksReason(const Message &refusal) {
    return refusal.id == "gate.backward_needs_reason"_L1
           || refusal.id == "gate.reopen_needs_reason"_L1;
}

bool asksField(const Message &refusal) {
    return refusal.id == "gate.won_needs"_L1 || refusal.id == "gate.lost_needs"_L1;
}

} // namespace

Result<MoveNeeds> needsOfMove(Workspace &workspace, RecordId deal, RecordId stage) {
    Reader &reader = workspace.reader();
    auto standing = recordOf(reader, u"deal"_s, deal);
    if (!standing)
        return standing.error();
    const auto target = recordOf(reader, u"stage"_s, stage);
    if (!target)
        return target.error();

    const CatalogPtr catalog = workspace.catalog();
    const EntityDesc &entity = *catalog->entity(u"deal");
    Record proposed = *standing;
    proposed.set(entity.byName(u"stage"), stage);
    // As moveWork does: an open stage takes the closing fields away.
    const EntityDesc &stages = *catalog->entity(u"stage");
    if (target->value(stages.byName(u"outcome")).as<QString>() == "open"_L1)
        proposed.set(entity.byName(u"closed_on"), FieldValue());

    MoveNeeds needs;
    needs.missing = missingForStage(*catalog, *standing, *target);
    const GateCase gateCase{*catalog,
                            WriteAction::Change,
                            WriteWay::Edit,
                            &*standing,
                            proposed,
                            {u"stage"_s},
                            {},
                            workspace.actor(),
                            workspace.clock().now(),
                            workspace.today(),
                            reader};
    for (Message &refusal : stageGate(gateCase).refusals) {
        if (asksReason(refusal))
            needs.reason = std::move(refusal);
        else if (!asksField(refusal))
            needs.refusals.push_back(std::move(refusal));
    }
    needs.deal = std::move(*standing);
    return needs;
}

} // namespace dw
