// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite/sqlite_cache.h"

#include <sqlite3.h>

namespace dw {

namespace {

constexpr size_t mostKept = 128;

} // namespace

sqlite3_stmt *Connection::Cache::take(const QString &sql) {
    const auto found = m_index.constFind(sql);
    if (found == m_index.constEnd())
        return nullptr;
    const auto kept = *found;
    sqlite3_stmt *stmt = kept->stmt;
    m_index.erase(found);
    m_kept.erase(kept);
    return stmt;
}

void Connection::Cache::put(const QString &sql, sqlite3_stmt *stmt) {
    if (m_index.contains(sql)) {
        sqlite3_finalize(stmt);
        return;
    }
    m_kept.push_front({sql, stmt});
    m_index.insert(sql, m_kept.begin());
    if (m_kept.size() > mostKept) {
        sqlite3_finalize(m_kept.back().stmt);
        m_index.remove(m_kept.back().sql);
        m_kept.pop_back();
    }
}

void Connection::Cache::clear() {
    for (const Kept &kept : m_kept)
        sqlite3_finalize(kept.stmt);
    m_kept.clear();
    m_index.clear();
}

} // namespace dw
