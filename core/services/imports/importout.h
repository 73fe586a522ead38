// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/imports/countednotes.h"
#include "core/services/imports/importer.h"
#include "core/services/imports/importlinks.h"
#include "core/store/jobs/stagingfile.h"

namespace dw {

/// Where the rows of an import go: the staging file, the links that others follow, the figures.
class ImportOut {
public:
    ImportOut(const ImportContext &context, CatalogPtr catalog, ImportLinks &links,
              ImportReport &report)
        : m_context(context),
          m_catalog(std::move(catalog)),
          m_links(links),
          m_report(report) {}
    /// Fails: "store.*".
    Result<void> begin();

    /// An id that no row has, greater than those drawn before.
    [[nodiscard]] RecordId drawId();
    /// A row, and what became of it later; an id is drawn where the draft has none.
    Result<RecordId> make(const Record &draft, const StagedOrigin &origin,
                          const std::vector<StagedStep> &later = {});
    /// An id that the record has in another system; what is known already is passed over.
    Result<void> makeReference(const LinkName &name, RecordId id, const StagedOrigin &origin);
    Result<void> change(const Record &values, const std::vector<GroupVersion> &seen,
                        const StagedOrigin &origin);
    /// Completes a row that this import has made: no change of the figures.
    Result<void> complete(const Record &values, const StagedOrigin &origin);
    Result<void> reject(const QString &entity, RejectedRow row);
    void countUnchanged(const QString &entity) { ++m_report.unchanged[entity]; }
    /// Adds to the sum of its field and currency; a sum that would overflow stands still and is
    /// noted once.
    void addSum(const QString &entity, const QString &field, const Money &money);
    void note(Message message) { m_report.notes.push_back(std::move(message)); }
    /// One of several notes that differ by their count alone.
    void count(const Message &note) { m_counted.add(note); }
    /// The counted notes go behind all others.
    void writeNotes() { m_counted.moveTo(m_report.notes); }

    /// From here on the keys of what is made are noted (ImportLinks::keyOf(), low half), as rows
    /// wait for some of them.
    void listen() { m_listens = true; }
    [[nodiscard]] std::vector<quint64> takeNamed() { return std::exchange(m_named, {}); }

    [[nodiscard]] const Catalog &catalog() const { return *m_catalog; }
    [[nodiscard]] ImportReport &report() { return m_report; }
    [[nodiscard]] StagingWriter &writer() { return *m_writer; }

private:
    const ImportContext &m_context;
    CatalogPtr m_catalog;
    ImportLinks &m_links;
    ImportReport &m_report;
    std::unique_ptr<StagingWriter> m_writer;
    CountedNotes m_counted;
    qint64 m_drawn = 0;
    qint64 m_rejectBytes = 0; ///< Of the rejected rows that the report holds.
    bool m_listens = false;
    std::vector<quint64> m_named;
};

} // namespace dw
