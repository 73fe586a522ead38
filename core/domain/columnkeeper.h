// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/columnstore.h"
#include "core/domain/idindex.h"

#include <QHash>
#include <QSet>
#include <map>

namespace dw {

/// Makes and mends the columns of one entity, and publishes them: what was published never changes,
/// blocks that are written to afterwards are copied first. Used by one thread at a time.
class ColumnKeeper {
public:
    ColumnKeeper(QString entity, std::vector<ColumnDesc> columns);

    [[nodiscard]] const QString &entity() const { return m_table.m_entity; }
    [[nodiscard]] const std::vector<ColumnDesc> &columns() const { return m_table.m_columns; }
    [[nodiscard]] qsizetype rows() const { return m_table.m_rows; }

    /// The row of that id, or nothing.
    [[nodiscard]] std::optional<qsizetype> find(RecordId id) const;
    /// A row more, with empty values; `id` is new.
    qsizetype append(RecordId id);

    void setFlags(qsizetype row, quint8 flags);
    // One value; which of them a column takes is said by its kind.
    void setLink(qsizetype row, int column, RecordId id); ///< Null = empty.
    void setText(qsizetype row, int column, const std::optional<QString> &text);
    void setAmount(qsizetype row, int column, const std::optional<Money> &amount);
    void setDay(qsizetype row, int column, qint32 day);       ///< `noDay` = empty.
    void setNumber(qsizetype row, int column, qint64 number); ///< `noNumber` = empty.

    /// The rows whose link column points at one of these.
    [[nodiscard]] std::vector<RecordId> pointingAt(int column, const QSet<RecordId> &targets) const;

    /// The table as it stands.
    [[nodiscard]] std::shared_ptr<const ColumnTable> publish();

private:
    ColumnBlock &writable(qsizetype row);
    ColumnData &data(qsizetype row, int column) { return writable(row).columns[size_t(column)]; }
    template <typename T> void append(CodeList<T> &list, std::vector<char> &own, T value);

    /// Codes of one column: values by code are in the table.
    struct Codes {
        IdIndex ids;
        QHash<QString, quint32> texts;
        std::map<Currency, quint32> currencies;
        std::vector<char> own; ///< Chunks of the list that nobody else sees, by position.
    };

    ColumnTable m_table; ///< Its blocks are the same as m_blocks.
    std::vector<std::shared_ptr<ColumnBlock>> m_blocks;
    std::vector<char> m_own; ///< Blocks that nobody else sees, by position.
    std::vector<Codes> m_codes;
    IdIndex m_index;
};

} // namespace dw
