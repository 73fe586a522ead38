// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/workspace.h"

namespace dw {

struct SearchRequest {
    QString text;
    QStringList entities = {}; ///< Keys; empty = every entity that can be searched.
    int limit = 10;            ///< Of each entity; 1 to 1,000.
    int deadlineMs = 500;      ///< What was found until then is the answer; 0 = no end.
};

/// A record that answers all words of what was typed, each in any of its fields.
struct SearchHit {
    QString entity;
    RecordId id;
    QString shortId;
    QString title;
    QString field; ///< Key of the field that the first word stands in; "short_id", or
                   ///< "external_id" where the id of another system was meant.
    QString text;  ///< What stands there, around the word: one line of at most 120 characters.
    int rank = 0;  ///< Less is better; comparable between entities.
};

struct SearchAnswer {
    std::vector<SearchHit> hits; ///< By entity in the order of the catalogue, the best first; of
                                 ///< equal ones the newest.
    bool complete = true;        ///< False where the time was up.
};

/// Searches rows that stand: Chinese by one or more characters, pinyin (from any syllable on, also
/// with the readings of surnames) and its initials, the beginnings and inner fragments of other
/// words, digits of phone numbers, short ids; words of four and more Latin letters with one typo
/// where little else is found. Looks at the newest 500 candidates of an entity and reach. Fails:
/// "catalog.unknown_entity", "store.*".
[[nodiscard]] Result<SearchAnswer> search(Reader &reader, const SearchRequest &request);

/// Makes the search tables of a workspace that is open to write anew from its records; nobody else
/// writes meanwhile (10 s a million names). Fails: "workspace.read_only", "store.*".
[[nodiscard]] Result<void> rebuildSearch(Workspace &workspace);

} // namespace dw
