// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sqlite/sqlite.h"

#include <QHash>
#include <QThread>
#include <list>

namespace dw {

/// Prepared statements that nobody has borrowed, the least recently used going first.
struct Connection::Cache {
public:
    ~Cache() { clear(); }
    /// A statement of this text, no longer in the cache; nullptr when there is none.
    [[nodiscard]] sqlite3_stmt *take(const QString &sql);
    /// Keeps it, unless one of this text is there already.
    void put(const QString &sql, sqlite3_stmt *stmt);
    void clear();
    [[nodiscard]] bool isOwnThread() const { return m_thread == QThread::currentThreadId(); }

private:
    struct Kept {
        QString sql;
        sqlite3_stmt *stmt;
    };
    std::list<Kept> m_kept; ///< Last used first.
    QHash<QString, std::list<Kept>::iterator> m_index;
    Qt::HANDLE m_thread = QThread::currentThreadId();
};

} // namespace dw
