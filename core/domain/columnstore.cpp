// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/columnstore.h"

#include <algorithm>

namespace dw {

namespace {

constexpr qint64 epochJulianDay = 2'440'588; // 1970-01-01

template <typename T> qint64 bytesOf(const std::vector<T> &values) {
    return qint64(values.capacity()) * qint64(sizeof(T));
}

} // namespace

int ColumnTable::column(QStringView name) const {
    const auto it = std::find_if(m_columns.begin(), m_columns.end(),
                                 [&](const ColumnDesc &column) { return column.name == name; });
    return it == m_columns.end() ? -1 : int(it - m_columns.begin());
}

quint32 ColumnTable::codeOf(int column, RecordId id) const {
    const CodeList<RecordId> &list = ids(column);
    for (quint32 code = 1; code < list.size(); ++code) {
        if (list.at(code) == id)
            return code;
    }
    return 0;
}

FieldValue ColumnTable::value(qsizetype row, int column) const {
    const ColumnData &data = m_blocks[size_t(row / columnBlockRows)]->columns[size_t(column)];
    const auto at = size_t(row % columnBlockRows);
    const ColumnDesc &desc = m_columns[size_t(column)];
    switch (desc.kind) {
    case ColumnKind::Link:
        return data.codes[at] ? FieldValue(ids(column).at(data.codes[at])) : FieldValue();
    case ColumnKind::Text:
        return data.codes[at] ? FieldValue(texts(column).at(data.codes[at])) : FieldValue();
    case ColumnKind::Amount:
        return data.codes[at]
                   ? FieldValue(Money(data.numbers[at], currencies(column).at(data.codes[at])))
                   : FieldValue();
    case ColumnKind::Day:
        return data.days[at] != noDay
                   ? FieldValue(QDate::fromJulianDay(data.days[at] + epochJulianDay))
                   : FieldValue();
    case ColumnKind::Number:
        break;
    }
    if (data.numbers[at] == noNumber)
        return {};
    return desc.isInstant ? FieldValue(Instant{data.numbers[at]}) : FieldValue(data.numbers[at]);
}

RecordId ColumnTable::id(qsizetype row) const {
    return m_blocks[size_t(row / columnBlockRows)]->ids[size_t(row % columnBlockRows)];
}

quint8 ColumnTable::flags(qsizetype row) const {
    return m_blocks[size_t(row / columnBlockRows)]->flags[size_t(row % columnBlockRows)];
}

qint64 ColumnTable::bytes() const {
    qint64 bytes = 0;
    for (const auto &block : m_blocks) {
        bytes += bytesOf(block->ids) + bytesOf(block->flags);
        for (const ColumnData &data : block->columns)
            bytes += bytesOf(data.codes) + bytesOf(data.days) + bytesOf(data.numbers);
    }
    for (const auto &list : m_ids)
        bytes += qint64(list.size()) * qint64(sizeof(RecordId));
    return bytes;
}

const ColumnTable *ColumnStore::table(QStringView entity) const {
    const auto it = std::find_if(m_tables.begin(), m_tables.end(),
                                 [&](const auto &table) { return table->entity() == entity; });
    return it == m_tables.end() ? nullptr : it->get();
}

} // namespace dw
