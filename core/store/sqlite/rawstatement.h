// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sqlite/sqlite.h"

#include <sqlite3.h>

namespace dw {

/// A prepared statement that is kept for a million rows: values go from one database to another
/// without becoming Qt's. Goes before its connection does; used on its thread.
class RawStatement {
public:
    [[nodiscard]] static Result<std::unique_ptr<RawStatement>> prepare(Connection &c,
                                                                       const QString &sql);
    ~RawStatement() { sqlite3_finalize(m_stmt); }
    RawStatement(const RawStatement &) = delete;
    RawStatement &operator=(const RawStatement &) = delete;

    [[nodiscard]] sqlite3_stmt *handle() const { return m_stmt; }
    /// True: a row stands ready.
    Result<bool> step();
    /// Steps a statement that gives no rows, and makes it ready for the next.
    Result<void> run();
    void reset() { sqlite3_reset(m_stmt); }

    void bind(int at, qint64 value) { sqlite3_bind_int64(m_stmt, at, value); }
    /// The bytes must stay until run() or reset().
    void bindBlob(int at, const QByteArray &bytes) {
        sqlite3_bind_blob(m_stmt, at, bytes.constData(), int(bytes.size()), SQLITE_STATIC);
    }
    void bindText(int at, const QByteArray &utf8) {
        sqlite3_bind_text(m_stmt, at, utf8.constData(), int(utf8.size()), SQLITE_STATIC);
    }
    /// What another statement stands at.
    void bindFrom(int at, const RawStatement &other, int column) {
        sqlite3_bind_value(m_stmt, at, sqlite3_column_value(other.m_stmt, column));
    }

    [[nodiscard]] qint64 integer(int column) const { return sqlite3_column_int64(m_stmt, column); }
    /// A copy of the bytes of a blob or text.
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] QString text(int column) const { return QString::fromUtf8(bytes(column)); }

private:
    RawStatement(Connection &c, sqlite3_stmt *stmt) : m_connection(c), m_stmt(stmt) {}
    Connection &m_connection;
    sqlite3_stmt *m_stmt;
};

} // namespace dw
