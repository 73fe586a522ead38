// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/jobs/jobtable.h"
#include "core/store/jobs/stagedlayout.h"
#include "core/store/sqlite/rawstatement.h"
#include "core/store/write/doorcontext.h"
#include "core/store/write/openset.h"
#include "core/store/write/slicedwork.h"

namespace dw {

/// Applies the items of a staging file in order: new rows and their change records straight from
/// one database into the other, changes of rows that stand through the door's own path. Lives on
/// the writer thread.
class StagedRows {
public:
    StagedRows(Connection &staged, WriterContext &writer, OpenSet &set, const SetInfo &info)
        : m_staged(staged),
          m_writer(writer),
          m_set(set),
          m_info(info) {}

    /// Goes on behind `job.cursor` for as long as it may, at least one item; moves the cursor, and
    /// notes in the job what was left as somebody had edited it. True when no item is left.
    Result<bool> run(JobRow &job, const MayGoOn &mayGoOn, ChangeNotice &notice);

private:
    struct Maker { ///< Of the rows of one entity.
        QByteArray key;
        QByteArray letter;
        std::unique_ptr<RawStatement> read, insert;
        QStringList lists;   ///< Tables of its sets.
        int columns = 0;     ///< Behind item and id.
        bool stands = false; ///< The read statement stands at a row.
        qint64 counter = -1; ///< Of short ids; -1 = not read in this slice.
    };
    Result<void> open(qint64 cursor);
    Result<Maker *> maker(const QString &entity);
    Result<void> makeRow(const StagedItem &item, qint64 n, ChangeNotice &notice);
    Result<void> addMembers(qint64 n, const QByteArray &row, const Maker &maker);
    Result<void> addRecord(const StagedItem &item);
    Result<void> readCounter(Maker &maker);
    Result<void> writeCounters();
    /// Changes of standing rows, one after the other; the last item read is left standing.
    Result<void> change(JobRow &job, const MayGoOn &mayGoOn, ChangeNotice &notice);
    Result<void> changeRow(WriteTransaction &tx, const StagedItem &item, JobRow &job);
    [[nodiscard]] StagedItem itemHere() const;
    [[nodiscard]] bool isLaterHere() const;
    Result<void> next();
    QByteArray salt();

    Connection &m_staged;
    WriterContext &m_writer;
    OpenSet &m_set;
    const SetInfo &m_info;
    std::unique_ptr<RawStatement> m_items, m_members, m_record;
    bool m_itemStands = false;
    bool m_memberStands = false;
    std::map<QString, Maker> m_makers;
    QHash<QString, std::shared_ptr<RawStatement>> m_lists; ///< Inserts of members by table.
    QByteArray m_salts;
    Instant m_now; ///< Of the wall clock when the slice began.
};

} // namespace dw
