// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/importreference.h"

#include "tests/bench/bench.h"
#include "tests/bench/contactdata.h"

#include "core/base/id.h"

#include <QDate>
#include <QFile>
#include <QHash>
#include <QProcess>
#include <QStandardPaths>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace dw::bench {

namespace {

const char rowTable[] =
    "CREATE TABLE contact (id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,"
    " deleted INTEGER NOT NULL, name TEXT, name_key BLOB, title TEXT,"
    " account BLOB, email TEXT, phone TEXT, owner BLOB, description TEXT,"
    " city TEXT, department TEXT, birthday INTEGER, score REAL,"
    " newsletter INTEGER, created_at INTEGER)";
const char rowInsert[] = "INSERT INTO contact VALUES(?,?,0,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
const char rowIndexes[] = "CREATE INDEX by_short_id ON contact(short_id);"
                          "CREATE INDEX by_name ON contact(name_key);"
                          "CREATE INDEX by_account ON contact(account)";
const char logTable[] =
    "CREATE TABLE change_record (seq INTEGER PRIMARY KEY, id BLOB, set_seq INTEGER, entity TEXT,"
    " row BLOB, created INTEGER, source TEXT, at INTEGER, recorded INTEGER, trusted INTEGER,"
    " groups BLOB, salt BLOB, leaf BLOB)";
const char logInsert[] = "INSERT INTO change_record(id, set_seq, entity, row, created, source, at,"
                         " recorded, trusted, groups, salt, leaf)"
                         " VALUES(?,1,'contact',?,1,'contacts.csv',?,?,0,?,?,?)";
const char logIndexes[] = "CREATE INDEX by_row ON change_record(row, seq);"
                          "CREATE INDEX by_set ON change_record(set_seq, seq)";
/// What the log says of a row of these contacts, about.
constexpr int groupsSize = 560;

/// A database and what goes wrong with it.
class Plain {
public:
    explicit Plain(const QString &path) {
        if (sqlite3_open(path.toUtf8().constData(), &m_db) != SQLITE_OK)
            failed();
    }
    ~Plain() {
        for (sqlite3_stmt *statement : m_statements)
            sqlite3_finalize(statement);
        sqlite3_close(m_db);
    }
    Plain(const Plain &) = delete;
    Plain &operator=(const Plain &) = delete;

    void exec(const char *sql) {
        if (sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            failed();
    }
    sqlite3_stmt *prepare(const char *sql) {
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v2(m_db, sql, -1, &statement, nullptr) != SQLITE_OK)
            failed();
        m_statements.push_back(statement);
        return statement;
    }
    void step(sqlite3_stmt *statement) {
        if (sqlite3_step(statement) != SQLITE_DONE)
            failed();
        sqlite3_reset(statement);
    }

private:
    [[noreturn]] void failed() { fail(QString::fromUtf8(sqlite3_errmsg(m_db))); }
    sqlite3 *m_db = nullptr;
    std::vector<sqlite3_stmt *> m_statements;
};

void bindText(sqlite3_stmt *statement, int at, const QByteArray &text) {
    sqlite3_bind_text(statement, at, text.constData(), int(text.size()), SQLITE_STATIC);
}

void bindBlob(sqlite3_stmt *statement, int at, const QByteArray &bytes) {
    sqlite3_bind_blob(statement, at, bytes.constData(), int(bytes.size()), SQLITE_STATIC);
}

QHash<QByteArray, QByteArray> idsByName(QByteArray (*nameOf)(int), int count) {
    QHash<QByteArray, QByteArray> ids;
    for (int i = 0; i < count; ++i)
        ids.insert(nameOf(i), makeUuidV5(QString::fromLatin1(nameOf(i))).toRfc4122());
    return ids;
}

double run(QProcess &shell, const QStringList &arguments) {
    return milliseconds([&] {
        shell.start(u"sqlite3"_s, arguments);
        if (!shell.waitForFinished(-1) || shell.exitCode() != 0)
            fail(u"sqlite3: "_s + QString::fromUtf8(shell.readAllStandardError()));
    });
}

} // namespace

ShellImport shellImport(const QString &csv, const QString &database) {
    if (QStandardPaths::findExecutable(u"sqlite3"_s).isEmpty())
        return {};
    QProcess shell;
    ShellImport taken;
    taken.import = run(shell, {database, u".mode csv"_s, u".import \"%1\" contact"_s.arg(csv)});
    taken.indexes = run(shell, {database, u"CREATE INDEX by_name ON contact(\"Name\");"
                                          "CREATE INDEX by_account ON contact(\"Account\")"_s});
    return taken;
}

double plainImport(const QString &csv, const QString &database, LogRecords log) {
    const bool withLog = log == LogRecords::OfTheSameSize;
    const auto accounts = idsByName(ContactData::account, ContactData::accounts);
    const auto owners = idsByName(ContactData::owner, ContactData::owners);
    Plain db(database);
    db.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL");
    db.exec(rowTable);
    if (withLog)
        db.exec(logTable);
    const QDate epoch(1970, 1, 1);
    const QByteArray groups(groupsSize, 'g');
    const QByteArray salt(16, 's');
    const QByteArray leaf(32, 'l');
    return milliseconds([&] {
        QFile file(csv);
        if (!file.open(QIODevice::ReadOnly))
            fail(file.errorString());
        sqlite3_stmt *row = db.prepare(rowInsert);
        sqlite3_stmt *record = withLog ? db.prepare(logInsert) : nullptr;
        db.exec("BEGIN");
        file.readLine();
        for (qint64 n = 1; !file.atEnd(); ++n) {
            const QByteArrayList cells = file.readLine().chopped(1).split(',');
            const QByteArray id = makeUuidV7({n}).toRfc4122();
            const QByteArray shortId = "C-7K" + QByteArray::number(n, 32);
            const QByteArray key = cells[0].toLower();
            const QByteArray account = accounts.value(cells[2]);
            const QByteArray owner = owners.value(cells[5]);
            bindBlob(row, 1, id);
            bindText(row, 2, shortId);
            bindText(row, 3, cells[0]);
            bindBlob(row, 4, key);
            bindText(row, 5, cells[1]);
            bindBlob(row, 6, account);
            bindText(row, 7, cells[3]);
            bindText(row, 8, cells[4]);
            bindBlob(row, 9, owner);
            bindText(row, 10, cells[6]);
            bindText(row, 11, cells[7]);
            bindText(row, 12, cells[8]);
            const QDate day = QDate::fromString(QString::fromLatin1(cells[9]), Qt::ISODate);
            sqlite3_bind_int64(row, 13, epoch.daysTo(day));
            sqlite3_bind_double(row, 14, cells[10].toDouble());
            sqlite3_bind_int(row, 15, cells[11] == "yes");
            sqlite3_bind_int64(row, 16, n);
            db.step(row);
            if (!record)
                continue;
            const QByteArray change = makeUuidV7({n}).toRfc4122();
            bindBlob(record, 1, change);
            bindBlob(record, 2, id);
            sqlite3_bind_int64(record, 3, n);
            sqlite3_bind_int64(record, 4, n);
            bindBlob(record, 5, groups);
            bindBlob(record, 6, salt);
            bindBlob(record, 7, leaf);
            db.step(record);
        }
        db.exec("COMMIT");
        db.exec(rowIndexes);
        if (withLog)
            db.exec(logIndexes);
    });
}

} // namespace dw::bench
