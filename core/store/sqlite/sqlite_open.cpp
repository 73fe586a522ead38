// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"
#include "core/domain/text.h"
#include "core/store/query/exprfunctions.h"
#include "core/store/schema/migrations.h"
#include "core/store/sqlite/sqlite_cache.h"
#include "core/store/sqlite/sqliteerror.h"

#include <QFileInfo>
#include <QUrl>
#include <array>
#include <cstring>
#include <sqlite3.h>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr int readerWaitMs = 500;
constexpr int writerWaitMs = 5'000;

/// Folded texts of one connection: lists have few distinct texts beside many rows.
class FoldCache {
public:
    const QByteArray &folded(const QByteArray &utf8) {
        if (const auto found = m_folded.constFind(utf8); found != m_folded.constEnd())
            return *found;
        if (m_folded.size() >= mostTexts || utf8.size() > longestText) {
            m_other = fold(QString::fromUtf8(utf8)).toUtf8();
            if (utf8.size() > longestText)
                return m_other;
            m_folded.clear();
        }
        return *m_folded.insert(utf8, fold(QString::fromUtf8(utf8)).toUtf8());
    }

private:
    static constexpr qsizetype mostTexts = 20'000;
    static constexpr qsizetype longestText = 256;
    QHash<QByteArray, QByteArray> m_folded;
    QByteArray m_other;
};

/// dw_fold(x): folded text; what is no text stays as it is.
void foldFunction(sqlite3_context *context, int, sqlite3_value **values) {
    sqlite3_value *value = values[0];
    if (sqlite3_value_type(value) != SQLITE_TEXT) {
        sqlite3_result_value(context, value);
        return;
    }
    const auto *utf8 = reinterpret_cast<const char *>(sqlite3_value_text(value));
    if (!utf8) {
        sqlite3_result_error_nomem(context);
        return;
    }
    auto *cache = static_cast<FoldCache *>(sqlite3_user_data(context));
    const QByteArray &folded = cache->folded(QByteArray(utf8, sqlite3_value_bytes(value)));
    sqlite3_result_text64(context, folded.constData(), quint64(folded.size()), SQLITE_TRANSIENT,
                          SQLITE_UTF8);
}

void deleteFoldCache(void *cache) { delete static_cast<FoldCache *>(cache); }

/// Time comes from Clock and random numbers from seeds, whatever text reaches SQLite: its date
/// functions read the wall clock through a data value 'now'.
int authorize(void *, int action, const char *, const char *name, const char *, const char *) {
    static constexpr std::array denied{
        "date",       "time",           "datetime",      "julianday",         "unixepoch",
        "strftime",   "current_date",   "current_time",  "current_timestamp", "random",
        "randomblob", "load_extension", "fts3_tokenizer"};
    if (action != SQLITE_FUNCTION || !name)
        return SQLITE_OK;
    const bool isDenied = std::any_of(denied.begin(), denied.end(), [name](const char *one) {
        return sqlite3_stricmp(one, name) == 0;
    });
    return isDenied ? SQLITE_DENY : SQLITE_OK;
}

/// A copy of SQLite older than the headers may lack what the program uses, and what it is known to
/// mend.
Result<void> checkLibrary() {
    if (sqlite3_libversion_number() < SQLITE_VERSION_NUMBER || sqlite3_threadsafe() == 0)
        return makeError(ErrorKind::Io, u"store.library"_s,
                         {{u"built"_s, QStringLiteral(SQLITE_VERSION)},
                          {u"found"_s, QString::fromLatin1(sqlite3_libversion())}},
                         QString::fromLatin1(sqlite3_sourceid()));
    if (std::strcmp(sqlite3_sourceid(), SQLITE_SOURCE_ID) != 0)
        qCInfo(lcStore) << "built with SQLite" << SQLITE_SOURCE_ID << "and running with"
                        << sqlite3_sourceid();
    return {};
}

QByteArray immutableUri(const QString &path) {
    return QUrl::fromLocalFile(path).toEncoded() + "?immutable=1";
}

int flagsFor(OpenMode mode) {
    constexpr int always = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_URI;
    switch (mode) {
    case OpenMode::ReadOnly:
        return always | SQLITE_OPEN_READONLY;
    case OpenMode::ReadWrite:
        return always | SQLITE_OPEN_READWRITE;
    case OpenMode::Create:
        return always | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    }
    return always;
}

/// True where a reader failed for want of the shared memory that only a writable folder gives.
bool lacksSharedMemory(int code) {
    return (code & 0xFF) == SQLITE_CANTOPEN || code == SQLITE_READONLY_CANTINIT
           || code == SQLITE_READONLY_RECOVERY || code == SQLITE_READONLY_DIRECTORY;
}

} // namespace

Result<std::unique_ptr<Connection>> Connection::open(const QString &path, OpenMode mode,
                                                     const QString &vfs) {
    static const Result<void> library = checkLibrary();
    if (!library)
        return library.error();
    const QString absolute = QFileInfo(path).absoluteFilePath();
    std::unique_ptr<Connection> c(new Connection(absolute, mode));
    const QByteArray name = absolute.toUtf8();
    if (const auto opened = c->openFile(name, vfs); !opened)
        return opened.error();
    if (mode != OpenMode::ReadOnly) {
        if (const auto ready = c->prepareToWrite(); !ready)
            return ready.error();
        return c;
    }
    const auto ready = c->prepareToRead();
    if (ready)
        return c;
    if (!lacksSharedMemory(sqlite3_extended_errcode(c->m_db)) || !QFileInfo(absolute).isReadable())
        return ready.error();
    // Nobody writes where there is no -wal; what is in one could not be told from what was never
    // committed.
    if (QFileInfo(absolute + u"-wal"_s).size() > 0) {
        Error error = ready.error();
        error.message.id = u"store.unfinished"_s;
        return error;
    }
    c.reset(new Connection(absolute, mode));
    if (const auto opened = c->openFile(immutableUri(absolute), vfs); !opened)
        return opened.error();
    if (const auto again = c->prepareToRead(); !again)
        return again.error();
    return c;
}

Result<void> Connection::openFile(const QByteArray &name, const QString &vfs) {
    const QByteArray vfsName = vfs.toUtf8();
    const int code = sqlite3_open_v2(name.constData(), &m_db, flagsFor(m_mode),
                                     vfsName.isEmpty() ? nullptr : vfsName.constData());
    if (code != SQLITE_OK)
        return openError(u"open"_s);
    return harden();
}

Result<void> Connection::harden() {
    static constexpr std::array<std::pair<int, int>, 8> switches{
        {{SQLITE_DBCONFIG_DEFENSIVE, 1},
         {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
         {SQLITE_DBCONFIG_DQS_DDL, 0},
         {SQLITE_DBCONFIG_DQS_DML, 0},
         {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
         {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
         {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
         {SQLITE_DBCONFIG_ENABLE_FKEY, 0}}};
    for (const auto &[option, value] : switches) {
        if (sqlite3_db_config(m_db, option, value, nullptr) != SQLITE_OK)
            return openError(u"configure"_s);
    }
    sqlite3_limit(m_db, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(m_db, SQLITE_LIMIT_WORKER_THREADS, 0);
    if (m_mode == OpenMode::ReadOnly) {
        sqlite3_limit(m_db, SQLITE_LIMIT_LENGTH, readerValueLength);
        sqlite3_limit(m_db, SQLITE_LIMIT_SQL_LENGTH, readerSqlLength);
        sqlite3_limit(m_db, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100);
    }
    sqlite3_busy_timeout(m_db, m_mode == OpenMode::ReadOnly ? readerWaitMs : writerWaitMs);
    if (sqlite3_set_authorizer(m_db, authorize, nullptr) != SQLITE_OK
        || sqlite3_create_function_v2(
               m_db, "dw_fold", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
               new FoldCache, foldFunction, nullptr, nullptr, deleteFoldCache)
               != SQLITE_OK
        || registerExpressionFunctions(m_db) != SQLITE_OK)
        return openError(u"configure"_s);
    return {};
}

/// Opening is lazy: the first look at the schema finds what is damaged or cannot be read.
Result<void> Connection::prepareToRead() {
    constexpr auto look = "PRAGMA schema_version; PRAGMA cache_size=-8000";
    if (sqlite3_exec(m_db, look, nullptr, nullptr, nullptr) != SQLITE_OK)
        return openError(u"first look"_s);
    return {};
}

Result<void> Connection::prepareToWrite() {
    if (const auto looked = prepareToRead(); !looked)
        return looked.error();
    if (sqlite3_db_readonly(m_db, "main") != 0)
        return errorOf({SQLITE_READONLY, 0, u"opened read-only"_s, u"open"_s, m_path});
    const auto owner = scalar(u"PRAGMA application_id"_s);
    if (!owner)
        return openError(u"application id"_s);
    // What another program wrote is refused by who asked for it, and stays as it is.
    if (*owner != applicationId && m_mode != OpenMode::Create)
        return {};
    {
        auto journal = prepare(u"PRAGMA journal_mode=WAL"_s);
        if (!journal || !journal->step())
            return openError(u"journal mode"_s);
        if (journal->text(0) != u"wal"_s)
            return errorOf({SQLITE_CANTOPEN, 0, u"no WAL here"_s, u"journal mode"_s, m_path});
    }
    if (const auto set = exec(u"PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0;"
                              "PRAGMA secure_delete=OFF; PRAGMA journal_size_limit=67108864"_s);
        !set)
        return openError(u"configure"_s);
    return {};
}

/// A folder that cannot be written is the usual reason why files beside the database cannot be
/// opened.
Error Connection::openError(const QString &doing) const {
    Error error = lastError(doing);
    const QFileInfo folder(QFileInfo(m_path).absolutePath());
    if (error.message.id == u"store.open"_s && m_mode != OpenMode::ReadOnly && folder.isDir()
        && !folder.isWritable())
        error.message.id = u"store.readonly"_s;
    if (error.kind == ErrorKind::Invalid) {
        error.kind = ErrorKind::Io;
        error.message.id = u"store.open"_s;
    }
    return error;
}

} // namespace dw
