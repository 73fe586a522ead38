// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/checkparts.h"
#include "core/store/columns.h"
#include "core/store/reader.h"
#include "core/store/replay.h"

#include <optional>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// Keys of the fields in which the row is not what the log says.
QStringList differences(const EntityDesc &entity, const Row &row, const ReplayedRow &logged) {
    QStringList keys;
    for (size_t i = 0; i < entity.fields.size(); ++i) {
        const FieldHandle handle{quint16(i)};
        const FieldDesc &field = entity.fields[i];
        if (field.type != FieldType::Formula
            && row.record.value(handle) != logged.record.value(handle))
            keys << field.key;
    }
    if (row.deleted != logged.deleted)
        keys << u"deleted"_s;
    if (row.mergedInto != logged.mergedInto)
        keys << u"merged_into"_s;
    return keys;
}

class RowCheck {
public:
    RowCheck(CheckScope &scope, const CatalogHolder &catalog)
        : m_scope(scope),
          m_reader(scope.connection, catalog) {}

    Result<void> run() {
        const auto walked = eachRow(m_scope.connection, {}, [&](const RowHistory &history) {
            if (m_failed)
                return;
            if (const auto checked = check(history); !checked)
                m_failed = checked.error();
        });
        if (!walked)
            return walked;
        if (m_failed)
            return *m_failed;
        for (const EntityDesc &entity : m_scope.catalog.entities()) {
            if (const auto checked = checkUnlogged(entity); !checked)
                return checked;
        }
        return {};
    }

private:
    Result<void> check(const RowHistory &history) {
        const ChangeRecord &first = history.changes().front().record;
        const EntityDesc *entity = m_scope.catalog.entity(first.entity);
        const QMap<QString, QString> where{{u"entity"_s, first.entity},
                                           {u"id"_s, first.row.text()}};
        if (!entity) {
            // Of a newer program, perhaps; its history is kept.
            m_scope.findings.note({u"check.log_unknown_entity"_s, where});
            return {};
        }
        const auto row = m_reader.find(entity->key, first.row);
        if (!row)
            return row.error();
        if (!*row) {
            m_scope.findings.damage({u"check.row_missing"_s, where});
            return {};
        }
        const QStringList keys = differences(*entity, **row, replay(*entity, history));
        if (keys.isEmpty())
            return {};
        QMap<QString, QString> args = where;
        args.insert(u"title"_s, m_reader.title(entity->key, first.row));
        args.insert(u"fields"_s, keys.join(u", "_s));
        m_scope.findings.damage({u"check.row_differs"_s, args});
        return {};
    }

    Result<void> checkUnlogged(const EntityDesc &entity) {
        const auto count = m_scope.connection.scalar(u"SELECT count(*) FROM "_s + entity.key);
        if (!count)
            return count.error();
        m_scope.report.records += *count;
        const QString sql = u"SELECT t.id FROM %1 t WHERE NOT EXISTS"
                            " (SELECT 1 FROM change_record r WHERE r.row = t.id)"_s;
        return eachStep(m_scope.connection, sql.arg(entity.key), [&](const Statement &s) {
            m_scope.findings.damage(
                {u"check.row_unlogged"_s,
                 {{u"entity"_s, entity.key}, {u"id"_s, RecordId::fromBytes(s.blob(0)).text()}}});
        });
    }

    CheckScope &m_scope;
    Reader m_reader;
    std::optional<Error> m_failed;
};

/// Members of a set of rows are texts; their rows' ids are bytes.
Result<void> checkMembers(CheckScope &scope, const EntityDesc &entity, const FieldDesc &field) {
    auto exists = scope.connection.prepare(u"SELECT 1 FROM %1 WHERE id=?"_s.arg(field.target));
    if (!exists)
        return exists.error();
    qint64 orphans = 0;
    std::optional<Error> failed;
    const QString sql =
        u"SELECT member, count(*) FROM %1 GROUP BY member"_s.arg(setTableOf(entity.key, field));
    const auto walked = eachStep(scope.connection, sql, [&](const Statement &s) {
        exists->bind(1, RecordId::fromText(s.text(0)).bytes());
        const auto found = exists->step();
        exists->reset();
        if (!found)
            failed = found.error();
        else if (!*found)
            orphans += s.integer(1);
    });
    if (!walked)
        return walked;
    if (failed)
        return *failed;
    if (orphans > 0)
        scope.findings.note({u"check.orphan"_s,
                             {{u"field"_s, entity.key + u'.' + field.key},
                              {u"count"_s, QString::number(orphans)}}});
    return {};
}

Result<void> checkLinks(CheckScope &scope, const EntityDesc &entity, const FieldDesc &field) {
    const QString sql = u"SELECT count(*) FROM %1 t WHERE t.deleted=0 AND t.%2 IS NOT NULL"
                        " AND NOT EXISTS (SELECT 1 FROM %3 o WHERE o.id = t.%2)"_s;
    const auto count = scope.connection.scalar(sql.arg(entity.key, field.name, field.target));
    if (!count)
        return count.error();
    if (*count > 0)
        scope.findings.note(
            {u"check.orphan"_s,
             {{u"field"_s, entity.key + u'.' + field.key}, {u"count"_s, QString::number(*count)}}});
    return {};
}

} // namespace

Result<void> checkRows(CheckScope &scope, const CatalogHolder &catalog) {
    return RowCheck(scope, catalog).run();
}

Result<void> checkReferences(CheckScope &scope) {
    for (const EntityDesc &entity : scope.catalog.entities()) {
        for (const FieldDesc &field : entity.fields) {
            if (field.target.isEmpty() || field.type == FieldType::Formula)
                continue;
            const auto checked = field.type == FieldType::Set ? checkMembers(scope, entity, field)
                                                              : checkLinks(scope, entity, field);
            if (!checked)
                return checked;
        }
    }
    return {};
}

Result<void> checkDuplicates(CheckScope &scope) {
    for (const EntityDesc &entity : scope.catalog.entities()) {
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
