// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/check/checkparts.h"
#include "core/store/log/replay.h"
#include "core/store/query/reader.h"

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
        const auto bad = [&](const Error &error) { m_scope.findings.damage(error.message); };
        const auto walked = eachRow(
            m_scope.connection, {},
            [&](const RowHistory &history) {
                if (m_failed)
                    return;
                if (const auto checked = check(history); !checked)
                    m_failed = checked.error();
            },
            bad);
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
        if (!m_scope.isWhole(*entity))
            return {};
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
        if (m_scope.incomplete.contains(entity.key))
            return {};
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

} // namespace

Result<void> checkRows(CheckScope &scope, const CatalogHolder &catalog) {
    return RowCheck(scope, catalog).run();
}

} // namespace dw
