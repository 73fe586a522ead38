// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/jobs/jobtable.h"
#include "core/store/write/openset.h"
#include "core/store/write/slicedwork.h"
#include "core/store/write/undoinverse.h"

namespace dw {

/// Takes a large set back row by row, what it made last first, so that no slice is longer than
/// another: what it made goes to the bin unless somebody has worked on it since or a row that stays
/// needs it; of changed rows each group goes back on its own. What stays is noted in the job.
/// Lives on the writer thread.
class SlicedUndo {
public:
    /// Of the set `undone`, into the open set.
    SlicedUndo(WriterContext &writer, OpenSet &set, ChangeSet undone)
        : m_writer(writer),
          m_set(set),
          m_undone(std::move(undone)) {}

    /// Goes on before `job.cursor` (0: from the end) for as long as it may, at least one row. True
    /// when no row is left.
    Result<bool> run(JobRow &job, const MayGoOn &mayGoOn, ChangeNotice &notice);

    /// Somebody wrote meanwhile: what rows name is read anew when it is asked for.
    void forget() { m_named.clear(); }

private:
    struct Touched {
        qint64 seq = 0;
        QString entity;
        RecordId row;
    };
    Result<std::vector<Touched>> before(qint64 cursor);
    Result<void> takeBack(WriteTransaction::State &state, const Touched &touched, JobRow &job);
    /// A row that stays and needs this one; a null id where there is none.
    struct Need {
        QString entity;
        RecordId row;
    };
    Result<Need> neededBy(const QString &entity, RecordId row);
    Result<Need> standingLink(const QString &target, RecordId row);
    Result<Need> linkBy(const EntityDesc &entity, const FieldDesc &field, RecordId row);
    Result<bool> mayBeNamed(const EntityDesc &entity, const FieldDesc &field, RecordId row);
    Result<bool> ownerStays(const QString &entity, const Record &record, Need &owner);

    WriterContext &m_writer;
    OpenSet &m_set;
    ChangeSet m_undone;
    /// By "entity.field" without a key table: the rows that standing rows named when it was read.
    QHash<QString, QSet<RecordId>> m_named;
};

} // namespace dw
