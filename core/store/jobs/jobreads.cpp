// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/jobs/jobreads.h"

#include "core/store/jobs/stagedlayout.h"
#include "core/store/schema/keytables.h"

namespace dw {
using namespace Qt::StringLiterals;

Result<EditedSince> editedSince(Connection &c, qint64 set, qint64 behind) {
    EditedSince edited;
    // First: what is written meanwhile is read once more by the next one who asks.
    const auto last = c.scalar(u"SELECT max(seq) FROM change_record"_s);
    if (!last)
        return last.error();
    edited.upTo = *last;
    // From the place in the log on where one is known, else by the index of the sets.
    auto s =
        c.prepare(behind > 0 ? u"SELECT row FROM change_record WHERE seq > ?2 AND +set_seq > ?1"_s
                             : u"SELECT row FROM change_record WHERE set_seq > ?1 AND seq > ?2"_s);
    if (!s)
        return s.error();
    s->bind(1, set);
    s->bind(2, behind);
    for (;;) {
        const auto row = s->step();
        if (!row)
            return row.error();
        if (!*row)
            return edited;
        edited.rows.insert(RecordId::fromBytes(s->blob(0)));
    }
}

Result<RowsMade> rowsMade(Connection &c, qint64 set, qint64 behind, int most) {
    auto s = c.prepare(u"SELECT seq, entity, row FROM change_record"
                       " WHERE set_seq=? AND seq > ? AND created=1 ORDER BY seq LIMIT ?"_s);
    if (!s)
        return s.error();
    s->bind(1, set);
    s->bind(2, behind);
    s->bind(3, qint64(most));
    RowsMade made;
    for (;;) {
        const auto row = s->step();
        if (!row)
            return row.error();
        if (!*row)
            return made;
        const QString entity = s->text(1);
        if (made.rows.empty())
            made.entity = entity;
        else if (entity != made.entity)
            return made;
        made.places.push_back(s->integer(0));
        made.rows.push_back({RecordId::fromBytes(s->blob(2)), {}});
    }
}

qint64 stagedKeyCount(Connection &staged, const StagedFile &facts) {
    qint64 count = 0;
    for (const KeyTable &table : keyTables()) {
        if (facts.created.value(table.entity) == 0)
            continue;
        const auto n =
            staged.scalar(u"SELECT coalesce(max(n), 0) FROM %1"_s.arg(stagedKeys(table.name)));
        count += n ? *n : 0;
    }
    return count;
}

} // namespace dw
