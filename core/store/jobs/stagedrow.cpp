// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/jobs/stagedrow.h"

#include "core/store/log/changelogcodec.h"
#include "core/store/log/replay.h"

namespace dw {

StagedRow::StagedRow(const EntityDesc &entity, const Record &draft, const StagedOrigin &origin,
                     Instant now)
    : m_entity(entity),
      m_now(now),
      m_state(entity.key, draft.id()) {
    StagedOrigin made = origin;
    if (made.trusted && made.at > now) {
        made.trusted = false;
        ++m_notTrusted;
    }
    StagedItem &item = addItem(StagedItem::Kind::Made, made);
    m_made = {item.change, made.trusted ? made.at : now};
    GroupParts parts;
    Named named(entity.fields.size());
    for (const auto &[handle, value] : draft.values()) {
        const FieldDesc &field = entity.field(handle);
        if (field.derived || field.type == FieldType::Formula)
            continue;
        m_state.set(handle, value);
        parts.add(field.group, ChangeOp::Set,
                  {field.name, LoggedValue::absent(), LoggedValue::given(value)});
        named.add(handle, field);
        if (!value.isEmpty())
            derive(field.name, origin.at);
    }
    addWhatStays(parts, named);
    item.groups = encodeGroups(parts.take());
    for (size_t i = 0; i < entity.fields.size(); ++i) {
        if (isCreationDate(entity.fields[i]))
            m_state.set(FieldHandle{quint16(i)}, origin.at);
    }
}

void StagedRow::Named::add(FieldHandle handle, const FieldDesc &field) {
    fields[handle.index] = true;
    if (isPartOfSets(field))
        sets << field.group;
}

StagedItem &StagedRow::addItem(StagedItem::Kind kind, const StagedOrigin &origin) {
    StagedItem item;
    item.kind = kind;
    item.entity = m_entity.key;
    item.row = m_state.id();
    item.change = {makeUuidV7(m_now)};
    item.origin = origin;
    m_items.push_back(std::move(item));
    return m_items.back();
}

/// Fields that say since when another one stands.
void StagedRow::derive(const QString &name, Instant at) {
    for (size_t i = 0; i < m_entity.fields.size(); ++i) {
        const FieldDesc &field = m_entity.fields[i];
        if (field.derived && datedField(field) == name)
            m_state.set(FieldHandle{quint16(i)}, at);
    }
}

LoggedValue StagedRow::held(FieldHandle handle) const {
    const FieldValue *value = m_state.find(handle);
    if (!value)
        return LoggedValue::absent();
    return m_cleared.contains(m_entity.field(handle).name) ? LoggedValue::changed(*value)
                                                           : LoggedValue::given(*value);
}

/// A Set names every field of its group.
void StagedRow::addWhatStays(GroupParts &parts, const Named &named) const {
    for (size_t i = 0; i < m_entity.fields.size(); ++i) {
        const FieldDesc &field = m_entity.fields[i];
        if (named.fields[i] || !isPartOfSets(field) || !named.sets.contains(field.group))
            continue;
        const LoggedValue stays = held(FieldHandle{quint16(i)});
        parts.add(field.group, ChangeOp::Set, {field.name, stays, stays});
    }
}

void StagedRow::add(const StagedStep &step) {
    GroupParts parts;
    QSet<QString> groups;
    Named named(m_entity.fields.size());
    std::vector<std::pair<FieldHandle, FieldValue>> moved;
    for (const auto &[handle, value] : step.values.values()) {
        const FieldDesc &field = m_entity.field(handle);
        if (field.derived || field.type == FieldType::Formula || m_state.value(handle) == value)
            continue;
        parts.addStep(field, {held(handle), LoggedValue::changed(value)});
        groups << field.group;
        named.add(handle, field);
        moved.emplace_back(handle, value);
    }
    if (moved.empty())
        return;
    addWhatStays(parts, named);
    StagedOrigin origin = step.origin;
    const auto stand = [this](const QString &group) { return m_stands.value(group, m_made); };
    const bool isTrusted =
        origin.at <= m_now && std::all_of(groups.begin(), groups.end(), [&](const QString &group) {
            return stand(group).known <= origin.at;
        });
    if (origin.trusted && !isTrusted) {
        origin.trusted = false;
        ++m_notTrusted;
    }
    StagedItem &item = addItem(StagedItem::Kind::Later, origin);
    std::vector<GroupChange> changes = parts.take();
    for (GroupChange &change : changes)
        change.base = stand(change.group).change;
    item.groups = encodeGroups(changes);
    for (const QString &group : std::as_const(groups))
        m_stands.insert(group, {item.change, origin.trusted ? origin.at : m_now});
    for (auto &[handle, value] : moved) {
        const QString &name = m_entity.field(handle).name;
        if (value.isEmpty())
            m_cleared << name;
        else
            m_cleared.remove(name);
        derive(name, step.origin.at);
        m_state.set(handle, std::move(value));
    }
}

} // namespace dw
