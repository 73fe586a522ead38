// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema/schema.h"

namespace dw::schema {

/// The search tables, empty: what fills them is no SQL (renewSearch). Pieces are joined in small
/// portions by whoever writes, never by FTS5 itself, which would take its time within a commit.
template <> QString step<4>() {
    return QStringLiteral(uR"sql(
CREATE VIRTUAL TABLE search USING fts5(
 grams, content='', columnsize=0, detail=none, tokenize="ascii tokenchars '_'");
INSERT INTO search(search, rank) VALUES('automerge', 0);
INSERT INTO search(search, rank) VALUES('crisismerge', 64);
CREATE TABLE search_row (docid INTEGER PRIMARY KEY, id BLOB NOT NULL);
CREATE INDEX search_row_by_id ON search_row (id);
CREATE TABLE search_stale (docid INTEGER PRIMARY KEY, grams BLOB NOT NULL);
)sql");
}

} // namespace dw::schema
