// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/imports/importkeys.h"
#include "core/store/query/reader.h"

#include <map>

namespace dw {

/// Which record an id of another system names: the rows of `cross_reference`, held by their keys
/// while an import runs, and those that it makes.
class CrossReferences {
public:
    explicit CrossReferences(Reader &reader) : m_reader(reader) {}

    /// The record behind the id; null where there is none, or it is in the bin. Fails: "store.*".
    [[nodiscard]] Result<RecordId> find(const QString &system, const QString &entity,
                                        const QString &externalId);
    /// True where the record has an id of that system.
    [[nodiscard]] Result<bool> hasId(const QString &system, const QString &entity, RecordId id);
    /// One that this import makes.
    void add(const QString &system, const QString &entity, const QString &externalId, RecordId id);

    /// The same as find(), for one question: without reading all of them first.
    [[nodiscard]] static Result<RecordId> findOne(Reader &reader, const QString &system,
                                                  const QString &entity, const QString &externalId);
    /// The row of `cross_reference` to be, with an id of its own at `now`.
    [[nodiscard]] static Record draft(const Catalog &catalog, const QString &system,
                                      const QString &entity, const QString &externalId, RecordId id,
                                      Instant now);

private:
    Result<void> load();
    /// Whether the row stands in the workspace: ids are read once for each entity, 16 bytes a row.
    [[nodiscard]] Result<bool> stands(const QString &entity, RecordId id);
    [[nodiscard]] ImportKey idKey(const QString &system, const QString &entity,
                                  const QString &externalId);
    [[nodiscard]] ImportKey ownerKey(const QString &system, const QString &entity, RecordId id);
    Reader &m_reader;
    KeyMaker m_maker;
    KeyIndex m_ids;
    KeyIndex m_owners;
    std::map<QString, std::vector<RecordId>> m_standing; ///< Sorted.
    enum class State { Unread, Reading, Read };
    State m_state = State::Unread;
};

} // namespace dw
