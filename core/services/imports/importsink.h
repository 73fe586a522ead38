// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/imports/countednotes.h"
#include "core/services/imports/importer.h"
#include "core/store/write/writetransaction.h"

namespace dw {

/// Where a row of an import stands.
struct ImportPlace {
    QString file;
    qint64 line = 0;
    QStringList cells;
    /// "sales.csv, line 214".
    [[nodiscard]] QString source() const;
};

/// Takes the rows of an import: writes them, counts what came in and keeps what could not.
class ImportSink {
public:
    ImportSink(WriteTransaction &tx, ImportReport &report) : m_tx(tx), m_report(report) {}

    /// Makes the row; nullopt where validity, rights or gate do not let it in, and it is kept with
    /// the reasons. Fails with what concerns the whole import: "store.*", "cancelled".
    Result<std::optional<RecordId>> create(const Record &draft, const ImportPlace &place);
    /// Changes a row; false where it was not let in.
    Result<bool> change(const Record &values, const ImportPlace &place);
    void reject(const ImportPlace &place, std::vector<Message> reasons);
    [[nodiscard]] qint64 rejected() const { return m_report.rejected; }
    /// A row that came in by another way.
    void countCreated(const QString &entity) { ++m_report.created[entity]; }
    /// Adds to the sum of its currency; a sum that would overflow stands still and is noted once.
    void add(const QString &entity, const QString &field, const Money &money);

    void note(Message message) { m_report.notes.push_back(std::move(message)); }
    /// One of several notes that differ by their count alone.
    void count(const Message &note) { m_counted.add(note); }
    /// The counted notes, behind all others.
    void writeNotes() { m_counted.moveTo(m_report.notes); }

private:
    Result<bool> judge(const Error &error, const ImportPlace &place);
    WriteTransaction &m_tx;
    ImportReport &m_report;
    CountedNotes m_counted;
};

/// Ends a unit that only looked: everything it wrote is rolled back ("import.dry_run").
[[nodiscard]] Error onlyLooked();
/// What the gate says of one row, as the same is said of many.
[[nodiscard]] Message warningOfMany(const Message &warning);
/// Notes what the gate warns of: once for each rule and field, with the {count} of rows.
void noteWarnings(ImportReport &report, const std::vector<Message> &warnings);
/// Completes the report of an import that was committed; keeps its rejected rows where nothing came
/// in that they could be kept with. Fails: "store.*".
[[nodiscard]] Result<void> completeReport(Workspace &workspace, ImportReport &report,
                                          const Committed &committed);

} // namespace dw
