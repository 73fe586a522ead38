// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/settingvalue.h"
#include "core/store/check/checkparts.h"
#include "core/store/log/standing.h"
#include "core/store/query/references.h"
#include "core/store/schema/columns.h"
#include "core/store/write/writetransaction_state.h"

#include <optional>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// References that lead nowhere, and those that lead into the bin.
struct Loose {
    qint64 orphans = 0;
    qint64 inBin = 0;
};

void tell(CheckScope &scope, const EntityDesc &entity, const FieldDesc &field, const Loose &loose) {
    const auto note = [&](const QString &id, qint64 count) {
        if (count > 0)
            scope.findings.note({id,
                                 {{u"field"_s, entity.key + u'.' + field.key},
                                  {u"count"_s, QString::number(count)}}});
    };
    note(u"check.orphan"_s, loose.orphans);
    // That is what hanging on something means: it is in the bin with it.
    if (field.tie != Tie::HangsOn)
        note(u"check.orphan_bin"_s, loose.inBin);
}

/// Tables that cannot be asked.
QStringList brokenTables(const CheckScope &scope) {
    QStringList broken;
    for (const EntityDesc &entity : scope.catalog.entities()) {
        if (!scope.isWhole(entity))
            broken << entity.key;
    }
    return broken;
}

/// Members of a set of rows are texts; their rows' ids are bytes.
Result<Loose> looseMembers(CheckScope &scope, const EntityDesc &entity, const FieldDesc &field) {
    auto target =
        scope.connection.prepare(u"SELECT deleted FROM %1 WHERE id=?"_s.arg(field.target));
    if (!target)
        return target.error();
    Loose loose;
    std::optional<Error> failed;
    const QString sql = u"SELECT m.member, count(*), total(t.deleted=0 AND NOT (%3)) FROM %1 m"
                        " JOIN %2 t ON t.id = m.row GROUP BY m.member"_s;
    const QString filled = sql.arg(setTableOf(entity.key, field), entity.key,
                                   hiddenSql(entity, u"t"_s, brokenTables(scope)));
    const auto walked = eachStep(scope.connection, filled, [&](const Statement &s) {
        target->bind(1, RecordId::fromText(s.text(0)).bytes());
        const auto found = target->step();
        if (!found)
            failed = found.error();
        else if (!*found)
            loose.orphans += s.integer(1);
        else if (target->integer(0) != 0)
            loose.inBin += qint64(s.real(2));
        target->reset();
    });
    if (!walked)
        return walked.error();
    if (failed)
        return *failed;
    return loose;
}

Result<Loose> looseLinks(CheckScope &scope, const EntityDesc &entity, const FieldDesc &field) {
    const QString sql = u"SELECT total(o.id IS NULL), total(o.deleted<>0 AND NOT (%4)) FROM %1 t"
                        " LEFT JOIN %3 o ON o.id = t.%2 WHERE t.deleted=0 AND t.%2 IS NOT NULL"_s;
    Loose loose;
    const auto walked = eachStep(scope.connection,
                                 sql.arg(entity.key, field.name, field.target,
                                         hiddenSql(entity, u"t"_s, brokenTables(scope))),
                                 [&](const Statement &s) {
                                     loose = {qint64(s.real(0)), qint64(s.real(1))};
                                 });
    if (!walked)
        return walked.error();
    return loose;
}

} // namespace

Result<void> checkReferences(CheckScope &scope) {
    for (const EntityDesc &entity : scope.catalog.entities()) {
        if (!scope.isWhole(entity))
            continue;
        for (const FieldDesc &field : entity.fields) {
            const EntityDesc *target = scope.catalog.entity(field.target);
            if (!target || field.type == FieldType::Formula || !scope.isWhole(*target))
                continue;
            const auto loose = field.type == FieldType::Set ? looseMembers(scope, entity, field)
                                                            : looseLinks(scope, entity, field);
            if (!loose)
                return loose.error();
            tell(scope, entity, field, *loose);
        }
    }
    return {};
}

namespace {

Result<void> checkHierarchy(CheckScope &scope, Reader &reader, const EntityDesc &entity,
                            const FieldDesc &field) {
    QSet<RecordId> known, told;
    std::optional<Error> failed;
    const QString sql = u"SELECT id FROM %1 WHERE %2 IS NOT NULL ORDER BY id"_s;
    const auto walked =
        eachStep(scope.connection, sql.arg(entity.key, field.name), [&](const Statement &s) {
            const auto circle =
                circleAbove(scope.connection, entity, field, RecordId::fromBytes(s.blob(0)), known);
            if (!circle) {
                failed = circle.error();
                return;
            }
            if (circle->empty() || told.contains(circle->front()))
                return;
            told.unite({circle->begin(), circle->end()});
            scope.findings.note({u"check.loop"_s,
                                 {{u"field"_s, entity.key + u'.' + field.key},
                                  {u"chain"_s, circleText(reader, entity.key, *circle)}}});
        });
    if (!walked)
        return walked;
    return failed ? Result<void>(*failed) : Result<void>();
}

} // namespace

Result<void> checkHierarchies(CheckScope &scope, const CatalogHolder &catalog) {
    Reader reader(scope.connection, catalog);
    for (const EntityDesc &entity : scope.catalog.entities()) {
        if (!scope.isWhole(entity))
            continue;
        for (const FieldDesc &field : entity.fields) {
            if (!isHierarchy(entity, field))
                continue;
            const auto checked = checkHierarchy(scope, reader, entity, field);
            if (!checked)
                return checked;
        }
    }
    return {};
}

Result<void> checkSettings(CheckScope &scope) {
    if (scope.incomplete.contains(u"setting"_s))
        return {};
    return eachStep(scope.connection,
                    u"SELECT key, value FROM setting WHERE deleted=0 ORDER BY key, id"_s,
                    [&](const Statement &s) {
                        const QString key = s.text(0);
                        const QString value = s.text(1);
                        if (checkSetting(key, value))
                            scope.findings.note(
                                {u"check.setting"_s,
                                 {{u"key"_s, key}, {u"value"_s, value.simplified().left(100)}}});
                    });
}

Result<void> checkDuplicates(CheckScope &scope) {
    for (const EntityDesc &entity : scope.catalog.entities()) {
        if (!scope.isWhole(entity))
            continue;
        const QString shortIds = u"SELECT short_id, count(*) FROM %1 GROUP BY short_id"
                                 " HAVING count(*) > 1 ORDER BY short_id"_s;
        const auto listed =
            eachStep(scope.connection, shortIds.arg(entity.key), [&](const Statement &s) {
                scope.findings.note(
                    {u"check.same_short_id"_s,
                     {{u"entity"_s, entity.key}, {u"id"_s, s.text(0)}, {u"count"_s, s.text(1)}}});
            });
        if (!listed)
            return listed;
        // Where people find rows by name, two of one name are worth a look.
        const FieldDesc &title = entity.field(entity.titleField());
        if (!entity.listed || !title.sortable || !title.searched)
            continue;
        const QString titles =
            u"SELECT count(*), sum(n), min(title) FROM (SELECT min(%2) AS title, count(*) AS n "
            u"FROM %1"
            " WHERE deleted=0 AND %2 IS NOT NULL GROUP BY dw_fold(%2) HAVING count(*) > 1)"_s;
        const auto counted =
            eachStep(scope.connection, titles.arg(entity.key, title.name), [&](const Statement &s) {
                if (s.integer(0) > 0)
                    scope.findings.note({u"check.same_title"_s,
                                         {{u"entity"_s, entity.key},
                                          {u"count"_s, s.text(1)},
                                          {u"names"_s, s.text(0)},
                                          {u"title"_s, s.text(2)}}});
            });
        if (!counted)
            return counted;
    }
    return {};
}

} // namespace dw
