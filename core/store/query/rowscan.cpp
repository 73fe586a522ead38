// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/query/rowscan.h"

#include "core/store/schema/columns.h"
#include "core/store/write/rowplan.h"

namespace dw {
using namespace Qt::StringLiterals;

RowScan::RowScan(const EntityDesc &entity, std::vector<FieldHandle> fields, Statement statement)
    : m_entity(entity),
      m_fields(std::move(fields)),
      m_statement(std::move(statement)) {}

Result<std::unique_ptr<RowScan>> RowScan::open(Connection &c, const EntityDesc &entity,
                                               const std::vector<FieldHandle> &fields) {
    const auto there = columnsInDatabase(c, entity.key);
    if (!there)
        return there.error();
    QStringList columns{u"id"_s};
    std::vector<FieldHandle> known;
    for (const FieldHandle handle : fields) {
        const QStringList own = columnsOf(entity.field(handle));
        if (own.isEmpty() || !there->contains(own.first()))
            continue;
        columns += own;
        known.push_back(handle);
    }
    auto statement =
        c.prepare(u"SELECT %1 FROM %2 WHERE deleted=0"_s.arg(columns.join(u", "_s), entity.key));
    if (!statement)
        return statement.error();
    return std::unique_ptr<RowScan>(new RowScan(entity, std::move(known), *std::move(statement)));
}

Result<bool> RowScan::next(Record &record) {
    const auto row = m_statement.step();
    if (!row || !*row)
        return row;
    record = Record(m_entity.key, RecordId::fromBytes(m_statement.blob(0)));
    int column = 1;
    for (const FieldHandle handle : m_fields)
        record.set(handle, readValue(m_statement, column, m_entity.field(handle)));
    return true;
}

} // namespace dw
