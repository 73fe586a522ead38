// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite/rawstatement.h"

namespace dw {

Result<std::unique_ptr<RawStatement>> RawStatement::prepare(Connection &c, const QString &sql) {
    const QByteArray utf8 = sql.toUtf8();
    sqlite3_stmt *stmt = nullptr;
    const int code = sqlite3_prepare_v3(c.handle(), utf8.constData(), int(utf8.size()) + 1,
                                        SQLITE_PREPARE_PERSISTENT, &stmt, nullptr);
    if (code != SQLITE_OK)
        return c.lastError(sql);
    return std::unique_ptr<RawStatement>(new RawStatement(c, stmt));
}

Result<bool> RawStatement::step() {
    switch (sqlite3_step(m_stmt)) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        return false;
    default:
        return m_connection.lastError(QString::fromUtf8(sqlite3_sql(m_stmt)));
    }
}

Result<void> RawStatement::run() {
    const auto stepped = step();
    reset();
    return stepped ? Result<void>() : Result<void>(stepped.error());
}

QByteArray RawStatement::bytes(int column) const {
    const void *data = sqlite3_column_blob(m_stmt, column);
    return {static_cast<const char *>(data), sqlite3_column_bytes(m_stmt, column)};
}

} // namespace dw
