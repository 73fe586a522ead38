// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/jobs/stagingfile.h"

#include "core/store/files/workspacefiles.h"
#include "core/store/jobs/stagedlayout.h"
#include "core/store/jobs/stagedrow.h"
#include "core/store/log/changelogcodec.h"
#include "core/store/log/hash.h"
#include "core/store/log/replay.h"
#include "core/store/schema/columns.h"
#include "core/store/schema/keytables.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <sqlite3.h>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 rowsPerCommit = 50'000;

Error cancelled() { return makeError(ErrorKind::Cancelled, u"cancelled"_s); }

QString insertRowSql(const EntityDesc &entity) {
    const QStringList columns = QStringList{u"item"_s, u"id"_s} + stagedColumns(entity);
    const QString marks = QString(u"?,"_s).repeated(columns.size()).chopped(1);
    return u"INSERT INTO %1(%2) VALUES(%3)"_s.arg(stagedTable(entity.key), columns.join(u", "_s),
                                                  marks);
}

Error ioError(const QString &path, const QString &detail = {}) {
    return makeError(ErrorKind::Io, u"store.io"_s, {{u"file"_s, QDir::toNativeSeparators(path)}},
                     detail);
}

/// SHA-256 of a file, in hexadecimal. Fails: "store.io".
Result<QString> digestOf(const QString &path) {
    constexpr qint64 pieceSize = 1 << 20;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return ioError(path, file.errorString());
    Sha256 hash;
    for (;;) {
        const QByteArray piece = file.read(pieceSize);
        if (piece.isEmpty())
            break;
        hash.add(piece);
    }
    if (file.error() != QFileDevice::NoError)
        return ioError(path, file.errorString());
    return QString::fromLatin1(hash.finish().toHex());
}

/// A statement that lives as long as the writer does.
Result<std::unique_ptr<Statement>> kept(Connection &c, const QString &sql) {
    auto s = c.prepare(sql);
    if (!s)
        return s.error();
    return std::make_unique<Statement>(*std::move(s));
}

} // namespace

struct StagingWriter::State {
    QString path;
    CatalogPtr catalog;
    Instant now;
    bool finished = false;
    StagedFile counts;
    qint64 item = 0;
    std::unique_ptr<Connection> connection;
    std::unique_ptr<Statement> insertItem, insertMember, insertRejected;
    QHash<QString, std::shared_ptr<Statement>> rowInserts;

    Result<void> prepare();
    Result<Statement *> rowInsert(const EntityDesc &entity);
    Result<void> writeItem(const StagedItem &one);
    Result<void> writeRow(const EntityDesc &entity, const Record &record);
    Result<void> maybeCommit();
    Result<void> sortKeys(const std::function<bool()> &mayGoOn);
    Result<void> writeFacts(const StagedJob &job);
};

Result<void> StagingWriter::State::prepare() {
    // Nothing reads the file before it is whole, and one that is not is dropped. No journal is what
    // SQLite calls undefensive.
    sqlite3_db_config(connection->handle(), SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
    const auto made = connection->exec(
        u"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-32000;"
        " PRAGMA locking_mode=EXCLUSIVE;"_s
        + stagedSchema() + u"BEGIN;"_s);
    if (!made)
        return made;
    auto items = kept(*connection, insertItemSql());
    auto members = kept(*connection, u"INSERT INTO member(item, list, member) VALUES(?, ?, ?)"_s);
    auto rejects =
        kept(*connection, u"INSERT INTO rejected(file, line, cells, reasons) VALUES(?, ?, ?, ?)"_s);
    if (!items || !members || !rejects)
        return (!items ? items.error() : !members ? members.error() : rejects.error());
    insertItem = *std::move(items);
    insertMember = *std::move(members);
    insertRejected = *std::move(rejects);
    return {};
}

Result<Statement *> StagingWriter::State::rowInsert(const EntityDesc &entity) {
    if (const auto known = rowInserts.constFind(entity.key); known != rowInserts.constEnd())
        return known->get();
    QStringList columns = stagedColumns(entity);
    if (const auto made = connection->exec(
            u"CREATE TABLE %1(item INTEGER PRIMARY KEY, id BLOB NOT NULL, %2)"_s.arg(
                stagedTable(entity.key), columns.join(u", "_s)));
        !made)
        return made.error();
    auto s = kept(*connection, insertRowSql(entity));
    if (!s)
        return s.error();
    std::shared_ptr<Statement> shared = *std::move(s);
    rowInserts.insert(entity.key, shared);
    return shared.get();
}

Result<void> StagingWriter::State::writeItem(const StagedItem &one) {
    Statement &s = *insertItem;
    s.bind(1, ++item);
    s.bind(2, qint64(one.kind));
    s.bind(3, one.entity);
    s.bind(4, one.row.bytes());
    s.bind(5, one.change.bytes());
    s.bind(6, one.origin.at.ms);
    s.bind(7, qint64(one.origin.trusted));
    s.bind(8, one.origin.source.isNull() ? u""_s : one.origin.source);
    s.bind(9, one.groups);
    ++counts.records;
    return s.run();
}

Result<void> StagingWriter::State::writeRow(const EntityDesc &entity, const Record &record) {
    const auto insert = rowInsert(entity);
    if (!insert)
        return insert.error();
    Statement &s = **insert;
    s.bind(1, item);
    s.bind(2, record.id().bytes());
    int at = 3;
    for (size_t i = 0; i < entity.fields.size(); ++i) {
        const FieldDesc &field = entity.fields[i];
        const FieldValue &value = record.value(FieldHandle{quint16(i)});
        at = bindValue(s, at, field, value);
        if (field.type != FieldType::Set || value.isEmpty())
            continue;
        const auto members = value.as<QStringList>();
        for (const QString &member : members) {
            insertMember->bind(1, item);
            insertMember->bind(2, setTableOf(entity.key, field));
            insertMember->bind(3, member);
            if (const auto added = insertMember->run(); !added)
                return added;
        }
    }
    return s.run();
}

Result<void> StagingWriter::State::maybeCommit() {
    if (counts.records % rowsPerCommit != 0)
        return {};
    return connection->exec(u"COMMIT; BEGIN;"_s);
}

/// What the key tables take over in their own order, so that the job touches each page once.
Result<void> StagingWriter::State::sortKeys(const std::function<bool()> &mayGoOn) {
    for (const KeyTable &table : keyTables()) {
        if (!rowInserts.contains(table.entity))
            continue;
        if (mayGoOn && !mayGoOn())
            return cancelled();
        const QString sql =
            u"CREATE TABLE %1(n INTEGER PRIMARY KEY, key BLOB, id BLOB, item INTEGER);"
            " INSERT INTO %1(key, id, item) SELECT CAST(%2 AS BLOB), id, item FROM %3"
            " WHERE %2 IS NOT NULL ORDER BY CAST(%2 AS BLOB), id;"_s.arg(
                stagedKeys(table.name), table.column, stagedTable(table.entity));
        if (const auto done = connection->exec(sql); !done)
            return done;
    }
    return {};
}

Result<void> StagingWriter::State::writeFacts(const StagedJob &job) {
    counts.job = job;
    auto s = connection->prepare(u"INSERT INTO facts(key, value) VALUES(?, ?)"_s);
    if (!s)
        return s.error();
    for (const auto &[key, value] : factsOf(counts)) {
        s->bind(1, key);
        s->bind(2, value);
        if (const auto done = s->run(); !done)
            return done;
    }
    return {};
}

Result<void> verifyStaged(const QString &path) {
    const QString name = QFileInfo(path).completeBaseName();
    const auto digest = digestOf(path);
    if (!digest)
        return digest.error();
    if (name.section(u'-', -1) == *digest)
        return {};
    return makeError(ErrorKind::Damaged, u"job.damaged"_s,
                     {{u"file"_s, QFileInfo(path).fileName()}}, u"digest "_s + *digest);
}

StagingWriter::StagingWriter(std::unique_ptr<State> state) : m_state(std::move(state)) {}

StagingWriter::~StagingWriter() {
    if (m_state->finished)
        return;
    const QString path = m_state->path;
    m_state.reset();
    QFile::remove(path);
}

Result<std::unique_ptr<StagingWriter>> StagingWriter::create(const Options &options) {
    auto state = std::make_unique<State>();
    state->path = options.path;
    state->catalog = options.catalog;
    state->now = options.now;
    if (!QDir().mkpath(QFileInfo(options.path).path()))
        return ioError(options.path);
    auto opened = Connection::open(options.path, OpenMode::Create);
    if (!opened)
        return opened.error();
    state->connection = *std::move(opened);
    std::unique_ptr<StagingWriter> writer(new StagingWriter(std::move(state)));
    if (const auto prepared = writer->m_state->prepare(); !prepared)
        return prepared.error();
    return writer;
}

Result<void> StagingWriter::addRow(const Record &draft, const StagedOrigin &origin,
                                   const std::vector<StagedStep> &later) {
    const EntityDesc *entity = m_state->catalog->entity(draft.entity());
    if (!entity)
        return makeError(ErrorKind::NotFound, u"catalog.unknown_entity"_s,
                         {{u"entity"_s, draft.entity().left(100)}});
    StagedRow row(*entity, draft, origin, m_state->now);
    for (const StagedStep &step : later)
        row.add(step);
    m_state->counts.notTrusted += row.notTrusted();
    const std::vector<StagedItem> items = row.takeItems();
    for (size_t i = 0; i < items.size(); ++i) {
        if (const auto written = m_state->writeItem(items[i]); !written)
            return written;
        if (i > 0)
            continue;
        if (const auto written = m_state->writeRow(*entity, row.state()); !written)
            return written;
    }
    ++m_state->counts.rows;
    ++m_state->counts.created[entity->key];
    return m_state->maybeCommit();
}

Result<void> StagingWriter::addChange(const Record &values, const std::vector<GroupVersion> &seen,
                                      const StagedOrigin &origin) {
    const EntityDesc *entity = m_state->catalog->entity(values.entity());
    if (!entity)
        return makeError(ErrorKind::NotFound, u"catalog.unknown_entity"_s,
                         {{u"entity"_s, values.entity().left(100)}});
    StagedItem item;
    item.kind = StagedItem::Kind::Change;
    item.entity = entity->key;
    item.row = values.id();
    item.origin = origin;
    item.groups = encodeStagedChange(*entity, values, seen);
    if (const auto written = m_state->writeItem(item); !written)
        return written;
    ++m_state->counts.changes;
    return m_state->maybeCommit();
}

Result<void> StagingWriter::addRejected(const RejectedRow &row) {
    Statement &s = *m_state->insertRejected;
    s.bind(1, row.file);
    s.bind(2, row.line);
    s.bind(3, rejectedCellsText(row.cells));
    s.bind(4, rejectedReasonsText(row.reasons));
    ++m_state->counts.rejected;
    return s.run();
}

qint64 StagingWriter::rows() const { return m_state->counts.rows; }
qint64 StagingWriter::changes() const { return m_state->counts.changes; }
qint64 StagingWriter::rejected() const { return m_state->counts.rejected; }
qint64 StagingWriter::notTrusted() const { return m_state->counts.notTrusted; }

Result<QString> StagingWriter::finish(const StagedJob &job, const std::function<bool()> &mayGoOn) {
    State &state = *m_state;
    if (const auto sorted = state.sortKeys(mayGoOn); !sorted)
        return sorted.error();
    if (const auto written = state.writeFacts(job); !written)
        return written.error();
    state.insertItem.reset();
    state.insertMember.reset();
    state.insertRejected.reset();
    state.rowInserts.clear();
    if (const auto done = state.connection->exec(u"COMMIT"_s); !done)
        return done.error();
    state.connection.reset();
    const auto digest = digestOf(state.path);
    if (!digest)
        return digest.error();
    const QString whole = state.path.chopped(stagingSuffix.size()) + u'-' + *digest + stagedSuffix;
    const QString folder = QFileInfo(whole).path();
    if (!syncFile(state.path) || !QFile::rename(state.path, whole) || !syncFolder(folder))
        return ioError(whole);
    state.finished = true;
    return whole;
}

} // namespace dw
