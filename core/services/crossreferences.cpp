// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/crossreferences.h"

#include "core/store/query/rowscan.h"
#include "core/store/schema/keytables.h"

namespace dw {
using namespace Qt::StringLiterals;

ImportKey CrossReferences::idKey(const QString &system, const QString &entity,
                                 const QString &externalId) {
    // Ids are exact: other systems tell some apart by case alone.
    return m_maker.start(u"id").add(system).add(entity).add(externalId).key();
}

ImportKey CrossReferences::ownerKey(const QString &system, const QString &entity, RecordId id) {
    return m_maker.start(u"owner").add(system).add(entity).add(id).key();
}

Result<void> CrossReferences::load() {
    if (m_state != State::Unread)
        return {};
    m_state = State::Reading;
    const CatalogPtr catalog = m_reader.catalog();
    const EntityDesc &desc = *catalog->entity(u"cross_reference");
    const FieldHandle system = desc.byName(u"system"), external = desc.byName(u"external_id"),
                      entity = desc.byName(u"entity"), record = desc.byName(u"record");
    const auto scan =
        RowScan::open(m_reader.connection(), desc, {system, external, entity, record});
    if (!scan)
        return scan.error();
    Record row;
    for (;;) {
        const auto more = (*scan)->next(row);
        if (!more)
            return more.error();
        if (!*more)
            break;
        const RecordId id = RecordId::fromText(row.value(record).as<QString>());
        if (!id.isNull())
            add(row.value(system).as<QString>(), row.value(entity).as<QString>(),
                row.value(external).as<QString>(), id);
    }
    m_state = State::Read;
    return {};
}

void CrossReferences::add(const QString &system, const QString &entity, const QString &externalId,
                          RecordId id) {
    m_ids.add(idKey(system, entity, externalId), id).setLine(m_state == State::Read ? 1 : 0);
    m_owners.add(ownerKey(system, entity, id), id);
}

Result<RecordId> CrossReferences::find(const QString &system, const QString &entity,
                                       const QString &externalId) {
    if (const auto loaded = load(); !loaded)
        return loaded.error();
    for (const KeyIndex::Entry *entry = m_ids.find(idKey(system, entity, externalId)); entry;
         entry = m_ids.next(*entry)) {
        // What this import makes is not in the database yet.
        if (entry->isTouched())
            return entry->id;
        const auto is = stands(entity, entry->id);
        if (!is)
            return is.error();
        if (*is)
            return entry->id;
    }
    return RecordId();
}

Result<bool> CrossReferences::stands(const QString &key, RecordId id) {
    const auto known = m_standing.find(key);
    if (known != m_standing.end())
        return std::binary_search(known->second.begin(), known->second.end(), id);
    std::vector<RecordId> &ids = m_standing[key];
    const CatalogPtr catalog = m_reader.catalog();
    const EntityDesc *entity = catalog->entity(key);
    if (!entity)
        return false;
    const auto scan = RowScan::open(m_reader.connection(), *entity, {});
    if (!scan)
        return scan.error();
    Record row;
    for (;;) {
        const auto more = (*scan)->next(row);
        if (!more)
            return more.error();
        if (!*more)
            break;
        ids.push_back(row.id());
    }
    std::sort(ids.begin(), ids.end());
    return std::binary_search(ids.begin(), ids.end(), id);
}

Result<bool> CrossReferences::hasId(const QString &system, const QString &entity, RecordId id) {
    if (const auto loaded = load(); !loaded)
        return loaded.error();
    return m_owners.find(ownerKey(system, entity, id)) != nullptr;
}

Result<RecordId> CrossReferences::findOne(Reader &reader, const QString &system,
                                          const QString &entity, const QString &externalId) {
    const CatalogPtr catalog = reader.catalog();
    const EntityDesc &desc = *catalog->entity(u"cross_reference");
    const KeyTable *keys = keyTableOf(desc.key, u"external_id");
    Q_ASSERT(keys);
    const auto ids = idsByKey(reader.connection(), *keys, externalId);
    if (!ids)
        return ids.error();
    for (const RecordId id : *ids) {
        const auto row = reader.find(desc.key, id);
        if (!row)
            return row.error();
        const auto said = [&](QStringView field) {
            return (*row)->record.value(desc.byName(field)).as<QString>();
        };
        if (!*row || (*row)->deleted || said(u"system") != system || said(u"entity") != entity)
            continue;
        const RecordId target = RecordId::fromText(said(u"record"));
        const auto standing = reader.find(entity, target);
        if (!standing)
            return standing.error();
        if (*standing && !(*standing)->deleted)
            return target;
    }
    return RecordId();
}

Record CrossReferences::draft(const Catalog &catalog, const QString &system, const QString &entity,
                              const QString &externalId, RecordId id, Instant now) {
    const EntityDesc &desc = *catalog.entity(u"cross_reference");
    Record row(desc.key, RecordId{makeUuidV7(now)});
    row.set(desc.byName(u"system"), system);
    row.set(desc.byName(u"external_id"), externalId);
    row.set(desc.byName(u"entity"), entity);
    row.set(desc.byName(u"record"), id.text());
    return row;
}

} // namespace dw
