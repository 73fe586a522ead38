// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/jobs/jobreads.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace dw {

/// Makes the grams of rows that a set made on a thread and a connection of its own, some batches
/// ahead of the writer, who puts them into the search tables. What goes wrong only ends it: the
/// writer then makes them itself.
class DocumentsAhead {
public:
    struct Place {
        QString database;
        QString vfs;
        qint64 set = 0;
        qint64 behind = 0; ///< Place in the log.
    };
    DocumentsAhead(Place place, CatalogPtr catalog);
    ~DocumentsAhead();
    DocumentsAhead(const DocumentsAhead &) = delete;
    DocumentsAhead &operator=(const DocumentsAhead &) = delete;

    /// The next batch, in the order of the log; waits for it as long as `mayGoOn` says so. None: it
    /// is not ready yet, or there will be no more (isWorking()).
    [[nodiscard]] std::optional<RowsMade> next(const std::function<bool()> &mayGoOn);
    [[nodiscard]] bool isWorking();

private:
    void work();
    [[nodiscard]] Result<void> make();
    /// False where it has to end.
    bool put(RowsMade batch);

    Place m_place;
    CatalogPtr m_catalog;
    std::mutex m_mutex;
    std::condition_variable m_moved;
    std::deque<RowsMade> m_ready;
    bool m_stop = false;
    bool m_ended = false; ///< Set behind the last batch.
    std::thread m_thread;
};

} // namespace dw
