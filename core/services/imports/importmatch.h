// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/imports/importkeys.h"
#include "core/services/imports/importplan.h"
#include "core/store/query/reader.h"

namespace dw {

/// One way in which rows of an entity are the same.
struct MatchLevel {
    std::vector<FieldHandle> fields; ///< The first must be filled, and all of them where `all`.
    bool all = false;
    /// Names a row and no other, so that two rows of a file with the same values of it are one.
    /// Otherwise (name and account) only rows that stood before are found by it.
    bool isIdentity = true;
};

/// The usual ones, the surest first; docs/IMPORT.md lists them. `given`: the fields of the files,
/// which together are what a row without a name of its own is found by.
[[nodiscard]] std::vector<MatchLevel> usualLevels(const EntityDesc &entity,
                                                  const std::vector<FieldHandle> &given);

/// Finds the row of the workspace, or of this import, that a row of a file is. All rows of the
/// entity are read once; memory: 64 bytes for each row and level.
class ImportMatch {
public:
    /// `given`: fields that files give; those with columns of their own are compared by a hash.
    ImportMatch(const EntityDesc &entity, std::vector<MatchLevel> levels,
                std::vector<FieldHandle> given);
    Result<void> load(Connection &c);

    struct Match {
        KeyIndex::Entry *entry = nullptr;       ///< nullptr: nothing matches.
        bool equal = false;                     ///< In all fields that files give, sets aside.
        std::vector<KeyIndex::Entry *> several; ///< None of which is equal in all of them.
    };
    /// `mayBe`: asked of rows that are found by less than the first level; false = another one.
    [[nodiscard]] Result<Match> find(const Record &values,
                                     const std::function<Result<bool>(RecordId)> &mayBe);
    /// The row of that id, where levels or ids were read.
    [[nodiscard]] Match byId(const Record &values, RecordId id);
    /// A row that this import makes in a line.
    void add(const Record &values, RecordId id, qint64 line);
    /// What the row looks like after this import has changed it.
    void touch(KeyIndex::Entry &entry, const Record &values, qint64 line);
    /// Keeps the rows by their ids too; before load().
    void keepIds() { m_keepsIds = true; }

private:
    [[nodiscard]] std::optional<ImportKey> keyOf(size_t level, const Record &values);
    [[nodiscard]] ImportKey idKey(RecordId id);
    [[nodiscard]] ImportKey valuesOf(const Record &values);
    void put(const Record &values, RecordId id, qint64 line, bool identitiesOnly);

    const EntityDesc &m_entity;
    std::vector<MatchLevel> m_levels;
    std::vector<FieldHandle> m_given; ///< With columns, in order.
    std::vector<FieldHandle> m_read;  ///< And those of the levels.
    bool m_keepsIds = false;
    KeyMaker m_maker;
    KeyIndex m_index;
};

} // namespace dw
