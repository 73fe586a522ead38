// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/importfile.h"
#include "core/services/importsink.h"
#include "core/services/rowreader.h"

namespace dw {

/// An import of one entity as a unit of work: reads the files, judges each row and writes what may
/// come in.
class ImportUnit {
public:
    ImportUnit(WriteTransaction &tx, const ImportRequest &request, const ReadTime &time,
               const ImportProgress &progress, ImportReport &report);
    /// Fails as dryRunImport says, "store.*" and "cancelled".
    Result<void> run();

private:
    /// A file, how its rows are read, and those that wait for others of their kind.
    struct Source {
        std::unique_ptr<ImportFile> file;
        RowReader reader;
        std::vector<ImportPlace> waiting;
    };

    Result<void> prepare();
    Result<void> prepareFile(const QString &path);
    Result<void> readFile(Source &source);
    Result<void> takeRow(Source &source, const ImportPlace &place);
    Result<void> takeWaiting();
    Result<void> rejectWaiting();
    Result<void> write(const Record &draft, const ImportPlace &place);
    Result<void> goOn(qint64 done);
    void sortRejects();

    WriteTransaction &m_tx;
    const ImportRequest &m_request;
    ReadTime m_time;
    const ImportProgress &m_progress;
    ImportReport &m_report;
    ImportSink m_sink;
    LinkFinder m_links;
    const EntityDesc *m_entity = nullptr;
    FieldHandle m_money; ///< The first money field, for the sums.
    std::optional<DealPlace> m_dealPlace;
    std::optional<Currency> m_currency;
    std::vector<Source> m_sources;
    qint64 m_total = 0; ///< Bytes of all files.
    qint64 m_done = 0;  ///< Of the files that are read.
};

} // namespace dw
