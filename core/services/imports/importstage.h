// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/imports/importloops.h"
#include "core/services/imports/importrows.h"

#include <unordered_map>

namespace dw {

/// One import while it is staged: reads the sources in the order of what depends on what, lets rows
/// wait for rows further down, and hands what is ready to ImportRows.
class ImportStage {
public:
    ImportStage(const ImportContext &context, const ImportRequest &request, Connection &connection,
                const ImportProgress &progress, StopToken stop);
    /// Once.
    Result<StagedImport> run();

private:
    /// A row that points at rows of its own kind which may stand further down.
    struct Waiting {
        PreparedSource *source = nullptr;
        TableRow row;
        bool isDone = false;
    };
    /// What a row that waits would say of itself, were it asked now.
    struct Asked {
        size_t at = 0;
        QString title;
        std::vector<ReadRow::Missing> missing;
    };

    Result<void> prepare();
    Result<void> readSource(PreparedSource &source);
    Result<void> takeRow(PreparedSource &source, const TableRow &row);
    Result<bool> takeOrWait(PreparedSource &source, const TableRow &row, bool mayWait,
                            std::optional<size_t> waiting);
    [[nodiscard]] bool isUnread(const QString &entity) const;
    Result<void> wait(PreparedSource &source, const TableRow &row, const LinkName &name);
    void isDone(size_t waiting);
    Result<void> wake();
    Result<void> settle();
    Result<std::vector<Asked>> askWaiting();
    Result<bool> takeRoots(const std::vector<Asked> &asked);
    Result<void> rejectWaiting(const std::vector<Asked> &asked);
    Result<void> completeLate();
    Result<void> goOn();
    Result<StagedImport> finish();
    void sortRejects();
    [[nodiscard]] SetInfo setInfo() const;

    const ImportContext &m_context;
    const ImportRequest &m_request;
    Connection &m_connection;
    const ImportProgress &m_progress;
    StopToken m_stop;
    CatalogHolder m_holder;
    Reader m_reader;
    ImportReport m_report;
    PreparedSources m_prepared;
    std::unique_ptr<ImportLinks> m_links;
    std::unique_ptr<ImportOut> m_out;
    std::unique_ptr<ImportDeals> m_deals;
    std::unique_ptr<ImportTargets> m_targets;
    std::unique_ptr<ImportRows> m_rows;
    std::map<QString, qsizetype> m_unread; ///< By entity: sources that are not read to their end.
    std::vector<Waiting> m_waiting;
    std::unordered_multimap<quint64, size_t> m_sleepers; ///< By half of the key of what they need.
    qint64 m_waitingBytes = 0;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

} // namespace dw
