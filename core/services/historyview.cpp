// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/recordview.h"
#include "core/services/values/linktitles.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// Fields that every row has and no entity describes; they point at rows of the same entity, or
/// nowhere.
FieldDesc describe(const EntityDesc &entity, const QString &name) {
    const FieldHandle handle = entity.byName(name);
    if (!handle.isNull())
        return entity.field(handle);
    FieldDesc field;
    field.name = field.key = name;
    if (name == "merged_into"_L1)
        field.target = entity.key;
    return field;
}

class HistoryReader {
public:
    HistoryReader(Reader &reader, const EntityDesc &entity, const QString &onlyField)
        : m_reader(reader),
          m_entity(entity),
          m_onlyField(onlyField) {}

    [[nodiscard]] HistoryEntry entry(ChangeRecord change) {
        HistoryEntry entry;
        for (const GroupChange &group : change.groups) {
            for (const FieldChange &field : group.fields) {
                if (m_onlyField.isEmpty() || field.name == m_onlyField)
                    entry.lines.push_back(line(group.op, field));
            }
        }
        if (!change.actor.isNull())
            entry.actorName = m_reader.title(u"person"_s, change.actor);
        entry.change = std::move(change);
        return entry;
    }

private:
    [[nodiscard]] HistoryLine line(ChangeOp op, const FieldChange &change) {
        const FieldDesc field = describe(m_entity, change.name);
        return {field.key,
                op,
                change.old,
                change.next,
                linkTitles(m_reader, field, change.old.value),
                linkTitles(m_reader, field, change.next.value)};
    }

    Reader &m_reader;
    const EntityDesc &m_entity;
    QString m_onlyField;
};

} // namespace

Result<std::vector<HistoryEntry>> historyOf(Reader &reader, const QString &entityKey, RecordId id,
                                            const QString &field, int limit) {
    const auto row = reader.find(entityKey, id);
    if (!row)
        return row.error();
    const CatalogPtr catalog = reader.catalog();
    const EntityDesc *entity = catalog->entity(entityKey);
    if (!*row || !entity)
        return makeError(ErrorKind::NotFound, u"record.unknown"_s,
                         {{u"entity"_s, entityKey}, {u"id"_s, id.text()}});
    auto changes = History(reader.connection()).ofRecord(id, field, limit);
    if (!changes)
        return changes.error();
    HistoryReader history(reader, *entity, field);
    std::vector<HistoryEntry> entries;
    entries.reserve(changes->size());
    for (ChangeRecord &change : *changes)
        entries.push_back(history.entry(std::move(change)));
    return entries;
}

} // namespace dw
