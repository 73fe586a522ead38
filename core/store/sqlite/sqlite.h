// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QString>
#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace dw {

class Connection;

/// A prepared statement, borrowed from its connection's cache; reset and unbound when it goes.
/// Parameters count from 1, columns from 0. Used on the thread of its connection.
class Statement {
public:
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&) = delete;
    ~Statement();

    void bindNull(int at);
    void bind(int at, qint64 v);
    void bind(int at, double v);
    void bind(int at, const QString &v);    ///< TEXT; a null QString is NULL.
    void bind(int at, const QByteArray &v); ///< BLOB; a null QByteArray is NULL.

    /// True: a row stands ready; false: done. Fails as Connection::lastError says.
    Result<bool> step();
    /// Steps a statement that returns no rows.
    Result<void> run();
    /// Makes it ready to be stepped again; bindings stay.
    void reset();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    /// SQLITE_INTEGER, SQLITE_FLOAT, SQLITE_TEXT, SQLITE_BLOB or SQLITE_NULL.
    [[nodiscard]] int type(int column) const;
    [[nodiscard]] int columnCount() const;

private:
    friend class Connection;
    Statement(Connection *owner, sqlite3_stmt *stmt, QString sql);
    void noteBinding(int code);
    Connection *m_owner = nullptr;
    sqlite3_stmt *m_stmt = nullptr;
    QString m_sql;
    int m_bindCode = 0; ///< First binding that failed; step() reports it.
};

enum class OpenMode { ReadOnly, ReadWrite, Create };

/// Bounds of read-only connections: bytes of a statement's text (an expression has at most 2,000
/// nodes), and of one value or row (several texts of the greatest length that a field takes, before
/// and after).
constexpr int readerSqlLength = 500'000;
constexpr int readerValueLength = 64 * 1024 * 1024;

/// One connection to a workspace's database. Opened with foreign keys off, DQS off, trusted_schema
/// off, WAL, synchronous=FULL (writers), wal_autocheckpoint=0, secure_delete off, and the program's
/// own functions: `dw_fold(text)`. Triggers and views do not run (a file from elsewhere may carry
/// some), nor do functions that read the wall clock or draw random numbers. Belongs to the thread
/// that opened it.
class Connection {
public:
    /// `vfs`: name of a registered VFS, empty for the system's. A database of another program is
    /// opened but never switched to WAL. A reader works beside a writer, and in a folder that
    /// cannot be written. Fails: "store.open" (Io), "store.damaged" (Damaged: no database),
    /// "store.readonly" (Io), "store.unfinished" (Io: a folder that cannot be written holds changes
    /// that were not brought into the database), "store.full" (Full), "store.busy" (Busy),
    /// "store.library" (Io: SQLite is older than the one the program was built with).
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const QString &path,
                                                                  OpenMode mode,
                                                                  const QString &vfs = {});
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Runs one or more statements without parameters and rows.
    Result<void> exec(const QString &sql);
    /// A statement from the cache, or newly prepared.
    Result<Statement> prepare(const QString &sql);
    /// First column of the first row as integer; 0 when there is none.
    Result<qint64> scalar(const QString &sql);
    /// The last failure as an Error: Full, Damaged, Busy, Io or (a programmer's mistake) Invalid;
    /// `doing` and SQLite's own words go to the detail.
    [[nodiscard]] Error lastError(const QString &doing) const;
    [[nodiscard]] sqlite3 *handle() const { return m_db; }
    /// Absolute path of the database.
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] OpenMode mode() const { return m_mode; }
    /// Rows changed by the last statement.
    [[nodiscard]] int changes() const;

private:
    friend class Statement;
    struct Cache;
    Connection(QString path, OpenMode mode);
    Result<void> openFile(const QByteArray &name, const QString &vfs);
    Result<void> harden();
    Result<void> prepareToRead();
    Result<void> prepareToWrite();
    [[nodiscard]] Error openError(const QString &doing) const;
    void giveBack(const QString &sql, sqlite3_stmt *stmt);
    QString m_path;
    OpenMode m_mode = OpenMode::ReadOnly;
    sqlite3 *m_db = nullptr;
    std::unique_ptr<Cache> m_cache;
};

/// For as long as it lives, statements of the connection that still run when the time is up fail
/// with "store.deadline" (Busy).
class Deadline {
public:
    /// `ms` milliseconds from now; 0 or less does not limit.
    Deadline(Connection &c, int ms);
    ~Deadline();
    Deadline(const Deadline &) = delete;
    Deadline &operator=(const Deadline &) = delete;

private:
    sqlite3 *m_db;
    QDeadlineTimer m_timer;
};

/// BEGIN IMMEDIATE (or a plain read transaction) that rolls back unless committed.
class Transaction {
public:
    enum class Kind { Read, Write };
    [[nodiscard]] static Result<std::unique_ptr<Transaction>> begin(Connection &c, Kind kind);
    ~Transaction();
    Result<void> commit();

private:
    explicit Transaction(Connection &c) : m_connection(c) {}
    Connection &m_connection;
    bool m_open = true;
};

/// "3.40.1": of the library that runs.
[[nodiscard]] QString sqliteVersion();

} // namespace dw
