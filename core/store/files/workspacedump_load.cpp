// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/text.h"
#include "core/store/files/workspacedump.h"
#include "core/store/files/workspacedump_schema.h"
#include "core/store/files/workspacedump_text.h"
#include "core/store/schema/keytables.h"
#include "core/store/schema/migrations.h"
#include "core/store/schema/schema.h"
#include "core/store/search/searchtables.h"
#include "core/store/write/writetransaction_rows.h"

#include <QRegularExpression>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

Error badTable(const QString &table, const QString &column = {}) {
    return makeError(ErrorKind::Invalid, u"import.bad_table"_s,
                     {{u"table"_s, table.left(100)}, {u"column"_s, column.left(100)}});
}

QString sqlTypeOf(DumpKind kind) {
    switch (kind) {
    case DumpKind::Real:
        return u"REAL"_s;
    case DumpKind::Text:
        return u"TEXT"_s;
    case DumpKind::Id:
    case DumpKind::Bytes:
        return u"BLOB"_s;
    default:
        return u"INTEGER"_s;
    }
}

/// Names that a custom field can have given its columns.
bool isCustomColumn(const QString &name) {
    static const QRegularExpression form(u"\\Ac_[0-9a-z]{5,20}(_minor|_currency)?\\z"_s);
    return form.match(name).hasMatch();
}

/// The entity and the stable name behind the table of a custom set.
std::optional<std::pair<QString, QString>> customSetOf(const DumpTable &table) {
    static const QRegularExpression form(u"\\A([a-z_]+?)_(c_[0-9a-z]{5,20})\\z"_s);
    static const std::vector<DumpColumn> columns{{u"row"_s, DumpKind::Id},
                                                 {u"member"_s, DumpKind::Text}};
    const auto match = form.match(table.name);
    const QString entity = match.captured(1);
    if (!match.hasMatch() || !Catalog::builtin()->entity(entity) || table.columns != columns)
        return std::nullopt;
    return std::pair(entity, match.captured(2));
}

/// An index that is made from many rows at once takes a fifth of the time.
Result<QStringList> dropIndexes(Connection &c) {
    auto list = c.prepare(u"SELECT name, sql FROM sqlite_schema WHERE type = 'index'"
                          " AND sql IS NOT NULL ORDER BY rowid"_s);
    if (!list)
        return list.error();
    QStringList names;
    QStringList statements;
    for (;;) {
        const auto row = list->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        names << list->text(0);
        statements << list->text(1);
    }
    for (const QString &name : names) {
        if (const auto dropped = c.exec(u"DROP INDEX "_s + dump::quoted(name)); !dropped)
            return dropped.error();
    }
    return statements;
}

} // namespace

struct DumpLoader::State {
    explicit State(std::unique_ptr<Connection> opened) : connection(std::move(opened)) {}

    Result<void> prepare(int schema);
    Result<void> checkComplete();
    Result<void> makeCustom(const DumpTable &table, const dump::SchemaTable &there);
    Result<void> writeMeta(const QMap<QString, QString> &meta);
    Result<void> makeDerived();

    std::unique_ptr<Connection> connection;
    std::unique_ptr<Transaction> transaction;
    QStringList indexes; ///< Statements that make them.
    QStringList begun;   ///< Tables.
    DumpTable table;
    std::vector<size_t> sorted; ///< Columns of the table that have a collation key.
    std::optional<Statement> insert;
};

Result<void> DumpLoader::State::prepare(int schema) {
    // The file is nobody's before it is whole, so it needs no way back.
    if (const auto set = connection->exec(u"PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF"_s);
        !set)
        return set;
    auto opened = Transaction::begin(*connection, Transaction::Kind::Write);
    if (!opened)
        return opened.error();
    transaction = std::move(*opened);
    if (const auto applied = applySteps(*connection, schema); !applied)
        return applied;
    auto dropped = dropIndexes(*connection);
    if (!dropped)
        return dropped.error();
    indexes = std::move(*dropped);
    return {};
}

/// What the schema does not have must be of a custom field.
Result<void> DumpLoader::State::makeCustom(const DumpTable &given, const dump::SchemaTable &there) {
    FieldDesc field;
    if (there.columns.empty()) {
        const auto set = customSetOf(given);
        if (!set)
            return badTable(given.name);
        field.name = set->second;
        field.type = FieldType::Set;
        return addColumns(*connection, set->first, field);
    }
    for (const DumpColumn &column : given.columns) {
        if (there.hasColumn(column.name))
            continue;
        if (!isCustomColumn(column.name) || !Catalog::builtin()->entity(given.name))
            return badTable(given.name, column.name);
        const auto added = connection->exec(u"ALTER TABLE %1 ADD COLUMN %2 %3"_s.arg(
            given.name, column.name, sqlTypeOf(column.kind)));
        if (!added)
            return added;
    }
    return {};
}

Result<void> DumpLoader::State::writeMeta(const QMap<QString, QString> &meta) {
    for (auto it = meta.begin(); it != meta.end(); ++it) {
        if (dump::isDerivedMeta(it.key()))
            continue;
        if (const auto put = setMeta(*connection, it.key(), it.value()); !put)
            return put;
    }
    return setMeta(*connection, u"collation"_s, collationVersion());
}

Result<void> DumpLoader::State::makeDerived() {
    for (const QString &sql : indexes) {
        if (const auto made = connection->exec(sql); !made)
            return made;
    }
    const auto there = dump::schemaTables(*connection);
    if (!there)
        return there.error();
    for (const KeyTable &keys : keyTables()) {
        // An earlier schema has none; the step that makes it fills it too.
        if (std::none_of(there->begin(), there->end(),
                         [&](const auto &one) { return one.name == keys.name; }))
            continue;
        if (const auto made = rebuildKeys(*connection, keys); !made)
            return made;
    }
    return {};
}

Result<void> DumpLoader::State::checkComplete() {
    const auto there = dump::schemaTables(*connection);
    if (!there)
        return there.error();
    for (const dump::SchemaTable &one : *there) {
        if (!dump::isDerivedTable(one.name) && one.name != "meta"_L1 && !begun.contains(one.name))
            return badTable(one.name);
    }
    return {};
}

DumpLoader::DumpLoader(std::unique_ptr<State> state) : m_state(std::move(state)) {}

DumpLoader::~DumpLoader() = default;

Result<std::unique_ptr<DumpLoader>> DumpLoader::create(const QString &path, int schema,
                                                       const QString &vfs) {
    auto c = Connection::open(path, OpenMode::Create, vfs);
    if (!c)
        return c.error();
    auto state = std::make_unique<State>(std::move(*c));
    if (const auto prepared = state->prepare(schema); !prepared)
        return prepared.error();
    return std::unique_ptr<DumpLoader>(new DumpLoader(std::move(state)));
}

Result<void> DumpLoader::begin(const DumpTable &table) {
    State &s = *m_state;
    s.insert.reset();
    if (dump::isDerivedTable(table.name) || table.name == "meta"_L1 || s.begun.contains(table.name))
        return badTable(table.name);
    s.begun << table.name;
    const auto before = dump::schemaTable(*s.connection, table.name);
    if (!before)
        return before.error();
    if (const auto made = s.makeCustom(table, *before); !made)
        return made;
    const auto there = dump::schemaTable(*s.connection, table.name);
    if (!there)
        return there.error();
    s.table = table;
    s.sorted.clear();
    QStringList names;
    for (const DumpColumn &column : table.columns)
        names << column.name;
    for (const dump::SchemaColumn &column : there->columns) {
        if (column.derived) {
            s.sorted.push_back(size_t(names.indexOf(column.name.chopped(4))));
            names << column.name;
            continue;
        }
        const auto given =
            std::find_if(table.columns.begin(), table.columns.end(),
                         [&](const DumpColumn &one) { return one.name == column.name; });
        if (given == table.columns.end() || sqlTypeOf(given->kind) != column.type
            || names.count(column.name) != 1)
            return badTable(table.name, column.name);
    }
    QStringList quoted;
    for (const QString &name : names)
        quoted << dump::quoted(name);
    const QString places = QStringList(names.size(), u"?"_s).join(u',');
    auto insert = s.connection->prepare(u"INSERT INTO %1(%2) VALUES(%3)"_s.arg(
        dump::quoted(table.name), quoted.join(u','), places));
    if (!insert)
        return insert.error();
    s.insert.emplace(std::move(*insert));
    return {};
}

Result<void> DumpLoader::add(const QStringList &cells) {
    State &s = *m_state;
    Q_ASSERT(s.insert);
    const std::vector<DumpColumn> &columns = s.table.columns;
    if (size_t(cells.size()) != columns.size())
        return makeError(ErrorKind::Invalid, u"import.bad_cell"_s, {{u"column"_s, u""_s}});
    int at = 1;
    for (size_t i = 0; i < columns.size(); ++i, ++at) {
        if (!bindDumpCell(*s.insert, at, columns[i].kind, cells.at(qsizetype(i))))
            return makeError(ErrorKind::Invalid, u"import.bad_cell"_s,
                             {{u"column"_s, columns[i].name}});
    }
    for (const size_t text : s.sorted) {
        const QString &cell = cells.at(qsizetype(text));
        cell.isEmpty()
            ? s.insert->bindNull(at)
            : s.insert->bind(at, collationKey(cell.startsWith(u'\\') ? cell.mid(1) : cell));
        ++at;
    }
    auto added = s.insert->run();
    // A row that is there already, or lacks what it must have.
    if (!added && added.error().kind == ErrorKind::Invalid)
        return makeError(ErrorKind::Invalid, u"import.bad_cell"_s, {{u"column"_s, u""_s}},
                         added.error().detail);
    return added;
}

Result<void> DumpLoader::finish(const QMap<QString, QString> &meta) {
    State &s = *m_state;
    s.insert.reset();
    if (const auto complete = s.checkComplete(); !complete)
        return complete;
    if (const auto written = s.writeMeta(meta); !written)
        return written;
    if (const auto made = s.makeDerived(); !made)
        return made;
    if (const auto committed = s.transaction->commit(); !committed)
        return committed;
    s.transaction.reset();
    if (const auto migrated = migrateTo(*s.connection, currentSchema()); !migrated)
        return migrated;
    if (const auto renewed = renewSearch(*s.connection); !renewed)
        return renewed;
    // As every workspace is; nothing is in the log yet.
    auto journal = s.connection->prepare(u"PRAGMA journal_mode=WAL"_s);
    if (!journal)
        return journal.error();
    if (const auto set = journal->step(); !set)
        return set.error();
    return {};
}

} // namespace dw
