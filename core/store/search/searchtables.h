// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/domain/searchtext.h"
#include "core/store/sqlite/sqlite.h"

#include <functional>
#include <span>

namespace dw {

// The search tables: `search` (FTS5 over grams that core/domain/searchtext.h makes, without content
// of its own), `search_row` (which document is which row) and `search_stale` (documents that say
// what a row held before a job changed it). A document is one row with all its searched fields;
// rows in the bin have one too. The door keeps them up to date in the unit that writes a row; a job
// leaves its rows out and fills them in afterwards.

/// True where rows of the entity can be found by a search.
[[nodiscard]] bool isSearched(QStringView entity);

/// A field whose texts are in the tables.
struct IndexedField {
    FieldHandle handle;
    SearchedAs how = SearchedAs::Words;
};
/// Built-in fields that the catalogue marks, and every custom text, phone and e-mail: whether those
/// are searched may change later.
[[nodiscard]] std::vector<IndexedField> indexedFields(const EntityDesc &entity);

/// The grams of a row; not null, empty where it has none. Thread-safe: a job makes them away from
/// the writer.
[[nodiscard]] QByteArray searchTokens(const EntityDesc &entity, const Record &record);

/// What a unit did to a row, taken together.
struct SearchChange {
    const EntityDesc *entity = nullptr;
    const Record *before = nullptr; ///< nullptr for a row that the unit makes.
    const Record *now = nullptr;
};
/// Brings the tables to what the rows hold now. Once a unit, for all its rows.
[[nodiscard]] Result<void> updateSearch(Connection &c, const std::vector<SearchChange> &changes);

/// For a job that changes a row that was there before: the row's document stays as it is, and
/// refreshSearch() makes it anew. Nothing is done for a row that has no document yet.
[[nodiscard]] Result<void> deferSearch(Connection &c, const SearchChange &change);

struct SearchEntry {
    RecordId id;
    QByteArray tokens = {}; ///< Of the row as the job left it; null: made from the row as it is.
};
/// A slice of a job: documents of rows of one entity that the job made; goes on as long as
/// `mayGoOn` says so (asked after each row); returns how many of the run are done. A row that has a
/// document already (somebody edited it, or the slice is repeated) is passed over. Each transaction
/// leaves a piece of the index behind: joinSearch() in between keeps them few.
[[nodiscard]] Result<qsizetype> fillSearch(Connection &c, const EntityDesc &entity,
                                           std::span<const SearchEntry> run,
                                           const std::function<bool()> &mayGoOn);
/// A slice of a job: documents that deferSearch() left stale are made anew from their rows; at
/// least one. True when there are none left.
[[nodiscard]] Result<bool> refreshSearch(Connection &c, const Catalog &catalog,
                                         const std::function<bool()> &mayGoOn);

/// A slice of a job: joins pieces of the index that edits and slices left, for about 3 ms.
[[nodiscard]] Result<void> joinSearch(Connection &c);

/// Makes the tables anew from all rows, in a transaction of its own, and notes the version of the
/// grams in `meta` ("search").
[[nodiscard]] Result<void> rebuildSearch(Connection &c, const Catalog &catalog);
/// The same where the grams were made with another version than this program's.
[[nodiscard]] Result<void> renewSearch(Connection &c);

/// How many rows have a document that is not what their fields say, or none, or are documents of no
/// row; rows without one whose change set is still open are not counted. Reads everything: 20 s a
/// million rows.
[[nodiscard]] Result<qint64> countStaleSearch(Connection &c, const Catalog &catalog);

} // namespace dw
