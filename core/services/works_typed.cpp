// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/activity/taskdone.h"
#include "core/services/deals/dealclosing.h"
#include "core/services/deals/dealstage.h"
#include "core/services/settings.h"
#include "core/services/values/typedvalue.h"
#include "core/services/workinfo.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// The stage of a deal is taken out: which one a name means depends on the pipeline, which another
/// edit may give.
std::optional<QString> takeStage(const EntityDesc &entity, std::vector<TypedEdit> &edits) {
    std::optional<QString> stage;
    if (entity.key != "deal"_L1)
        return stage;
    std::erase_if(edits, [&](const TypedEdit &edit) {
        if (edit.key != "stage"_L1 || edit.kind != TypedEdit::Kind::Set)
            return false;
        stage = edit.text;
        return true;
    });
    return stage;
}

/// The same fields under another id.
Record renamed(const Record &draft, RecordId id) {
    Record row(draft.entity(), id);
    for (const auto &[field, value] : draft.values())
        row.set(field, value);
    return row;
}

Result<void> createTyped(WriteTransaction &tx, const EntityDesc &entity,
                         std::vector<TypedEdit> edits) {
    const auto stage = takeStage(entity, edits);
    auto typed = readTypedEdits(tx.reader(), entity, {}, edits);
    if (!typed)
        return typed.error();
    Record &draft = typed->values;
    if (entity.key == "deal"_L1) {
        if (const auto placed = placeDealByText(tx, draft, stage.value_or(QString())); !placed)
            return placed;
        if (const auto closed = settleClosing(tx, {}, draft); !closed)
            return closed;
    }
    settleTask(tx, {}, draft);
    // A setting is looked for under the id of its name.
    if (entity.key == "setting"_L1)
        draft = renamed(draft, settingId(entity, draft, tx.device()));
    const auto id = tx.create(draft);
    if (!id)
        return id.error();
    tx.setLabel(rowLabel(tx, u"set.create"_s, entity.key, *id));
    return {};
}

/// A blank text clears the stage, so that the catalogue says it is required.
Result<void> readStage(WriteTransaction &tx, const EntityDesc &deals, const Record &standing,
                       const QString &stage, Record &values) {
    const FieldHandle pipelineField = deals.byName(u"pipeline");
    const FieldHandle stageField = deals.byName(u"stage");
    if (stage.trimmed().isEmpty()) {
        values.set(stageField, FieldValue());
        return {};
    }
    Record placed(deals.key, values.id());
    placed.set(pipelineField, values.has(pipelineField) ? values.value(pipelineField)
                                                        : standing.value(pipelineField));
    if (const auto found = placeDealByText(tx, placed, stage); !found)
        return found;
    values.set(stageField, placed.value(stageField));
    return {};
}

Result<void> changeTyped(WriteTransaction &tx, const EntityDesc &entity, RecordId id,
                         std::vector<TypedEdit> edits) {
    const auto standing = standingRow(tx.reader(), entity.key, id);
    if (!standing)
        return standing.error();
    const auto stage = takeStage(entity, edits);
    auto typed = readTypedEdits(tx.reader(), entity, id, edits);
    if (!typed)
        return typed.error();
    if (stage) {
        if (const auto read = readStage(tx, entity, standing->record, *stage, typed->values); !read)
            return read;
        if (const auto closed = settleClosing(tx, standing->record, typed->values); !closed)
            return closed;
    }
    settleTask(tx, standing->record, typed->values);
    if (const auto written = writeTypedValues(tx, *typed); !written)
        return written;
    Message label = rowLabel(tx, u"set.edit"_s, entity.key, id);
    label.args.insert(u"fields"_s, touchedFields(entity, standing->record, *typed));
    tx.setLabel(std::move(label));
    return {};
}

} // namespace

Work typedWork(const QString &entityKey, RecordId id, const std::vector<TypedEdit> &edits,
               const Origin &origin) {
    const QString label = id.isNull() ? u"set.create"_s : u"set.edit"_s;
    return {setInfo(origin, {label, {{u"entity"_s, entityKey}}}),
            [entityKey, id, edits](WriteTransaction &tx) -> Result<void> {
                const CatalogPtr catalog = tx.catalogPtr();
                const auto entity = catalog->find(entityKey);
                if (!entity)
                    return entity.error();
                return id.isNull() ? createTyped(tx, **entity, edits)
                                   : changeTyped(tx, **entity, id, edits);
            }};
}

} // namespace dw
