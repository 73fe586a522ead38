// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite/sqlite.h"

#include "core/store/sqlite/sqlite_cache.h"
#include "core/store/sqlite/sqliteerror.h"

#include <sqlite3.h>

namespace dw {
using namespace Qt::StringLiterals;

Statement::Statement(Connection *owner, sqlite3_stmt *stmt, QString sql)
    : m_owner(owner),
      m_stmt(stmt),
      m_sql(std::move(sql)) {}

Statement::Statement(Statement &&other) noexcept
    : m_owner(other.m_owner),
      m_stmt(std::exchange(other.m_stmt, nullptr)),
      m_sql(std::move(other.m_sql)),
      m_bindCode(other.m_bindCode) {}

Statement::~Statement() {
    if (m_stmt)
        m_owner->giveBack(m_sql, m_stmt);
}

void Statement::noteBinding(int code) {
    if (code != SQLITE_OK && m_bindCode == SQLITE_OK)
        m_bindCode = code;
}

void Statement::bindNull(int at) { noteBinding(sqlite3_bind_null(m_stmt, at)); }

void Statement::bind(int at, qint64 v) { noteBinding(sqlite3_bind_int64(m_stmt, at, v)); }

void Statement::bind(int at, double v) { noteBinding(sqlite3_bind_double(m_stmt, at, v)); }

void Statement::bind(int at, const QString &v) {
    if (v.isNull()) {
        bindNull(at);
        return;
    }
    const QByteArray utf8 = v.toUtf8();
    noteBinding(sqlite3_bind_text64(m_stmt, at, utf8.constData(), quint64(utf8.size()),
                                    SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind(int at, const QByteArray &v) {
    if (v.isNull()) {
        bindNull(at);
        return;
    }
    noteBinding(
        sqlite3_bind_blob64(m_stmt, at, v.constData(), quint64(v.size()), SQLITE_TRANSIENT));
}

Result<bool> Statement::step() {
    if (m_bindCode != SQLITE_OK)
        return errorOf({m_bindCode, 0, QString::fromUtf8(sqlite3_errstr(m_bindCode)),
                        u"binding to "_s + m_sql, m_owner->path()});
    switch (sqlite3_step(m_stmt)) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        return false;
    default:
        return m_owner->lastError(m_sql);
    }
}

Result<void> Statement::run() {
    const auto stepped = step();
    reset();
    if (!stepped)
        return stepped.error();
    return {};
}

void Statement::reset() { sqlite3_reset(m_stmt); }

bool Statement::isNull(int column) const { return type(column) == SQLITE_NULL; }

qint64 Statement::integer(int column) const { return sqlite3_column_int64(m_stmt, column); }

double Statement::real(int column) const { return sqlite3_column_double(m_stmt, column); }

QString Statement::text(int column) const {
    const auto *utf8 = reinterpret_cast<const char *>(sqlite3_column_text(m_stmt, column));
    return utf8 ? QString::fromUtf8(utf8, sqlite3_column_bytes(m_stmt, column)) : QString();
}

QByteArray Statement::blob(int column) const {
    if (isNull(column))
        return {};
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_stmt, column));
    const int size = sqlite3_column_bytes(m_stmt, column);
    return bytes ? QByteArray(bytes, size) : QByteArray("");
}

int Statement::type(int column) const { return sqlite3_column_type(m_stmt, column); }

int Statement::columnCount() const { return sqlite3_column_count(m_stmt); }

Connection::Connection(QString path, OpenMode mode)
    : m_path(std::move(path)),
      m_mode(mode),
      m_cache(std::make_unique<Cache>()) {}

Connection::~Connection() {
    m_cache->clear();
    const int closed = sqlite3_close(m_db);
    Q_ASSERT_X(closed == SQLITE_OK, "Connection", "a statement outlives its connection");
    Q_UNUSED(closed)
}

Result<void> Connection::exec(const QString &sql) {
    Q_ASSERT(m_cache->isOwnThread());
    if (sqlite3_exec(m_db, sql.toUtf8().constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return lastError(sql);
    return {};
}

Result<Statement> Connection::prepare(const QString &sql) {
    Q_ASSERT(m_cache->isOwnThread());
    if (sqlite3_stmt *cached = m_cache->take(sql))
        return Statement(this, cached, sql);
    const QByteArray utf8 = sql.toUtf8();
    sqlite3_stmt *stmt = nullptr;
    const char *rest = nullptr;
    const int code = sqlite3_prepare_v3(m_db, utf8.constData(), int(utf8.size()) + 1,
                                        SQLITE_PREPARE_PERSISTENT, &stmt, &rest);
    if (code != SQLITE_OK)
        return lastError(sql);
    const bool single = stmt && QByteArray(rest).trimmed().isEmpty();
    if (!single) {
        sqlite3_finalize(stmt);
        return errorOf({SQLITE_MISUSE, 0, u"not exactly one statement"_s, sql, m_path});
    }
    return Statement(this, stmt, sql);
}

Result<qint64> Connection::scalar(const QString &sql) {
    auto statement = prepare(sql);
    if (!statement)
        return statement.error();
    const auto row = statement->step();
    if (!row)
        return row.error();
    return *row ? statement->integer(0) : 0;
}

Error Connection::lastError(const QString &doing) const {
    return errorOf({sqlite3_extended_errcode(m_db), sqlite3_system_errno(m_db),
                    QString::fromUtf8(sqlite3_errmsg(m_db)), doing, m_path});
}

int Connection::changes() const { return sqlite3_changes(m_db); }

void Connection::giveBack(const QString &sql, sqlite3_stmt *stmt) {
    sqlite3_reset(stmt);
    sqlite3_clear_bindings(stmt);
    m_cache->put(sql, stmt);
}

namespace {

/// FACTS of SQLite's virtual machine: asking this often costs nothing that can be measured.
constexpr int operationsBetweenLooks = 100;

int hasExpired(void *timer) { return static_cast<QDeadlineTimer *>(timer)->hasExpired() ? 1 : 0; }

} // namespace

Deadline::Deadline(Connection &c, int ms) : m_db(c.handle()), m_timer(ms > 0 ? ms : -1) {
    if (ms > 0)
        sqlite3_progress_handler(m_db, operationsBetweenLooks, hasExpired, &m_timer);
}

Deadline::~Deadline() { sqlite3_progress_handler(m_db, 0, nullptr, nullptr); }

Result<std::unique_ptr<Transaction>> Transaction::begin(Connection &c, Kind kind) {
    // Prepared once: every unit begins and commits.
    auto begin = c.prepare(kind == Kind::Write ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s);
    if (!begin)
        return begin.error();
    if (const auto begun = begin->run(); !begun)
        return begun.error();
    return std::unique_ptr<Transaction>(new Transaction(c));
}

Transaction::~Transaction() {
    // Some failures have rolled it back already.
    if (m_open && sqlite3_get_autocommit(m_connection.handle()) == 0)
        sqlite3_exec(m_connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

Result<void> Transaction::commit() {
    auto commit = m_connection.prepare(u"COMMIT"_s);
    if (!commit)
        return commit.error();
    if (const auto committed = commit->run(); !committed)
        return committed.error();
    m_open = false;
    return {};
}

QString sqliteVersion() { return QString::fromLatin1(sqlite3_libversion()); }

} // namespace dw
