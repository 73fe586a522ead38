// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/check/checkparts.h"
#include "core/store/schema/columns.h"
#include "core/store/schema/migrations.h"
#include "core/store/schema/schema.h"
#include "core/store/sqlite/sqliteerror.h"

#include <QMap>
#include <QSet>
#include <memory>
#include <sqlite3.h>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// Names of what a schema has: "table deal", "index deal_by_name", "column deal.name TEXT".
using SchemaNames = QSet<QString>;

constexpr auto listObjects = "SELECT type, name, '' FROM sqlite_schema"
                             " WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
                             " UNION ALL SELECT 'column', s.name || '.' || i.name, ' ' || i.type"
                             " FROM sqlite_schema s JOIN pragma_table_info(s.name) i"
                             " WHERE s.type = 'table' AND s.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";

QString nameOf(const QString &kind, const QString &name, const QString &type) {
    return kind + u' ' + name + type;
}

/// What the steps alone make.
Result<SchemaNames> namesOfSteps() {
    sqlite3 *opened = nullptr;
    const int code =
        sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> db(opened, sqlite3_close);
    SchemaNames names;
    const auto take = [](void *to, int, char **columns, char **) {
        static_cast<SchemaNames *>(to)->insert(nameOf(QString::fromUtf8(columns[0]),
                                                      QString::fromUtf8(columns[1]),
                                                      QString::fromUtf8(columns[2])));
        return 0;
    };
    const QByteArray steps = allSteps().toUtf8();
    if (code != SQLITE_OK
        || sqlite3_exec(db.get(), steps.constData(), nullptr, nullptr, nullptr) != SQLITE_OK
        || sqlite3_exec(db.get(), listObjects, take, &names, nullptr) != SQLITE_OK)
        return makeError(ErrorKind::Io, u"store.open"_s, {{u"file"_s, u":memory:"_s}},
                         QString::fromUtf8(sqlite3_errmsg(db.get())));
    return names;
}

/// What the catalogue asks for beside.
SchemaNames namesOfCatalog(const Catalog &catalog) {
    SchemaNames names;
    for (const EntityDesc &entity : catalog.entities()) {
        names << nameOf(u"table"_s, entity.key, {});
        for (const FieldDesc &field : entity.fields) {
            if (field.type == FieldType::Set) {
                const QString table = setTableOf(entity.key, field);
                names << nameOf(u"table"_s, table, {})
                      << nameOf(u"column"_s, table + u".row"_s, u" BLOB"_s)
                      << nameOf(u"column"_s, table + u".member"_s, u" TEXT"_s);
            }
            const QStringList columns = columnsOf(field);
            const QStringList types = columnTypesOf(field);
            for (qsizetype i = 0; i < columns.size(); ++i)
                names << nameOf(u"column"_s, entity.key + u'.' + columns.at(i), u' ' + types.at(i));
        }
    }
    return names;
}

/// The table that cannot be asked for all its columns without what is named; empty for an index.
QString tableOf(const QString &name) {
    const QString kind = name.section(u' ', 0, 0);
    return kind == "index"_L1 ? QString() : name.section(u' ', 1, 1).section(u'.', 0, 0);
}

QStringList sorted(const SchemaNames &names) {
    QStringList list(names.begin(), names.end());
    list.sort();
    return list;
}

/// Terms that count the values of another storage class than the column's.
struct StorageTerms {
    QStringList names, sql;

    void add(const QString &name, const QString &column, const QString &type) {
        QString wrong = u"typeof(%1) NOT IN ('null','%2')"_s.arg(column, type.toLower());
        names << name;
        sql << u"total(%1)"_s.arg(wrong);
    }
    void addId(const QString &name, const QString &column) {
        names << name;
        sql << u"total(NOT (%1 IS NULL OR (typeof(%1)='blob' AND length(%1)=16)))"_s.arg(column);
    }
};

Result<void> countWrong(CheckScope &scope, const QString &table, const StorageTerms &terms) {
    const QString sql = u"SELECT %1 FROM %2"_s.arg(terms.sql.join(u", "_s), table);
    return eachStep(scope.connection, sql, [&](const Statement &s) {
        for (int i = 0; i < int(terms.names.size()); ++i) {
            const auto count = qint64(s.real(i));
            if (count > 0)
                scope.findings.damage(
                    {u"check.storage"_s,
                     {{u"field"_s, terms.names.at(i)}, {u"count"_s, QString::number(count)}}});
        }
    });
}

/// What is wanted and not found; of a table that is missing not also its columns.
QStringList missing(const SchemaNames &wanted, const SchemaNames &found) {
    const SchemaNames all = wanted - found;
    QStringList list = sorted(all);
    list.removeIf([&](const QString &name) {
        return name.startsWith(u"column "_s) && all.contains(nameOf(u"table"_s, tableOf(name), {}));
    });
    return list;
}

Result<SchemaNames> namesInDatabase(Connection &c) {
    SchemaNames found;
    const auto listed = eachStep(c, QString::fromLatin1(listObjects), [&](const Statement &s) {
        found << nameOf(s.text(0), s.text(1), s.text(2));
    });
    if (!listed)
        return listed.error();
    return found;
}

} // namespace

Result<QStringList> missingInSchema(Connection &c) {
    const auto wanted = namesOfSteps();
    if (!wanted)
        return wanted.error();
    const auto found = namesInDatabase(c);
    if (!found)
        return found.error();
    return missing(*wanted, *found);
}

Result<void> requireSchema(Connection &c) {
    const auto lacking = missingInSchema(c);
    if (!lacking)
        return lacking.error();
    std::vector<Message> reasons;
    for (const QString &name : *lacking) {
        if (!tableOf(name).isEmpty()) // Without an index all is there, only slower.
            reasons.push_back({u"check.schema_missing"_s, {{u"name"_s, name}}});
    }
    if (reasons.empty())
        return {};
    Error error = damagedError(c.path(), lacking->join(u", "_s));
    error.reasons.insert(error.reasons.begin(), reasons.begin(), reasons.end());
    return error;
}

Result<void> checkSchema(CheckScope &scope) {
    auto wanted = namesOfSteps();
    if (!wanted)
        return wanted.error();
    wanted->unite(namesOfCatalog(scope.catalog));
    const auto listed = namesInDatabase(scope.connection);
    if (!listed)
        return listed.error();
    const SchemaNames &found = *listed;
    for (const QString &name : missing(*wanted, found)) {
        scope.findings.damage({u"check.schema_missing"_s, {{u"name"_s, name}}});
        if (const QString table = tableOf(name); !table.isEmpty())
            scope.incomplete << table;
    }
    for (const QString &name : sorted(found - *wanted))
        scope.findings.damage({u"check.schema_foreign"_s, {{u"name"_s, name}}});
    return {};
}

Result<void> checkStorage(CheckScope &scope) {
    for (const EntityDesc &entity : scope.catalog.entities()) {
        if (!scope.isWhole(entity))
            continue;
        StorageTerms terms;
        const auto prefix = entity.key + u'.';
        terms.addId(prefix + u"id"_s, u"id"_s);
        terms.add(prefix + u"short_id"_s, u"short_id"_s, u"text"_s);
        terms.add(prefix + u"deleted"_s, u"deleted"_s, u"integer"_s);
        terms.addId(prefix + u"merged_into"_s, u"merged_into"_s);
        for (const FieldDesc &field : entity.fields) {
            const QStringList columns = columnsOf(field);
            const QStringList types = columnTypesOf(field);
            const bool isId = field.type == FieldType::Link || field.type == FieldType::Person;
            for (qsizetype i = 0; i < columns.size(); ++i) {
                if (isId)
                    terms.addId(prefix + field.key, columns.at(i));
                else
                    terms.add(prefix + field.key, columns.at(i), types.at(i));
            }
        }
        if (const auto counted = countWrong(scope, entity.key, terms); !counted)
            return counted;
        for (const FieldDesc &field : entity.fields) {
            if (field.type != FieldType::Set)
                continue;
            StorageTerms members;
            members.addId(prefix + field.key, u"row"_s);
            members.add(prefix + field.key, u"member"_s, u"text"_s);
            const auto counted = countWrong(scope, setTableOf(entity.key, field), members);
            if (!counted)
                return counted;
        }
    }
    return {};
}

} // namespace dw
