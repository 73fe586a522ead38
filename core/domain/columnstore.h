// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/fieldvalue.h"

#include <limits>
#include <memory>
#include <span>
#include <vector>

namespace dw {

// A columnar copy of the hot fields of some entities, for boards, sums, metrics and forecasts:
// plain arrays in blocks that never change once they are published, so any thread may read them. A
// change copies only the blocks that it touches (columnkeeper.h makes them).

/// Rows of a block; the last block of a table may hold fewer.
constexpr qsizetype columnBlockRows = 4096;

enum class ColumnKind : quint8 {
    Link,   ///< A row of another entity: a code of ids.
    Text,   ///< A choice or a short text: a code of texts.
    Amount, ///< Money: minor units, and the currency as a code.
    Day,    ///< A date: days since 1970-01-01.
    Number  ///< An instant (milliseconds since 1970 UTC), a counter, or yes and no (1 and 0).
};

/// One column as a table has it.
struct ColumnDesc {
    QString name; ///< Stable name of the field.
    ColumnKind kind = ColumnKind::Text;
    bool isInstant = false; ///< Number: it is a point in time.
    friend bool operator==(const ColumnDesc &, const ColumnDesc &) = default;
};

/// The values behind the codes of one column: code 0 is empty, others count from 1 in the order in
/// which the values were first met. Only grows; copies share what they have in common.
template <typename T> class CodeList {
public:
    /// Codes 0 to size() - 1 are in use.
    [[nodiscard]] quint32 size() const { return m_size; }
    /// The value of a code from 1 to size() - 1.
    [[nodiscard]] const T &at(quint32 code) const {
        return (*m_chunks[(code - 1) / chunkSize])[(code - 1) % chunkSize];
    }

private:
    friend class ColumnKeeper;
    static constexpr quint32 chunkSize = quint32(columnBlockRows);
    quint32 m_size = 1;
    std::vector<std::shared_ptr<std::vector<T>>> m_chunks;
};

/// The values of one column in one block; of the arrays those that its kind needs have a value for
/// each row.
struct ColumnData {
    std::vector<quint32> codes; ///< Link, Text; Amount: the currency, 0 = no amount.
    std::vector<qint32> days;   ///< Day; `noDay` = empty.
    std::vector<qint64>
        numbers; ///< Number, `noNumber` = empty; Amount: minor units, 0 = no amount.
    friend bool operator==(const ColumnData &, const ColumnData &) = default;
};
constexpr qint32 noDay = std::numeric_limits<qint32>::min();
constexpr qint64 noNumber = std::numeric_limits<qint64>::min();

/// Up to columnBlockRows rows.
struct ColumnBlock {
    /// Why a row does not stand; 0 = it does.
    enum Flag : quint8 {
        Deleted = 1, ///< It is in the bin itself.
        Hidden = 2   ///< It is in the bin with what it hangs on.
    };
    std::vector<RecordId> ids;
    std::vector<quint8> flags;
    std::vector<ColumnData> columns; ///< As many as the table has.

    [[nodiscard]] qsizetype rows() const { return qsizetype(ids.size()); }
};

/// All rows of one entity, those in the bin too, in the order in which they came into the
/// workspace.
class ColumnTable {
public:
    [[nodiscard]] const QString &entity() const { return m_entity; }
    [[nodiscard]] const std::vector<ColumnDesc> &columns() const { return m_columns; }
    /// Position of the column of that name; -1 where there is none.
    [[nodiscard]] int column(QStringView name) const;
    [[nodiscard]] qsizetype rows() const { return m_rows; }
    [[nodiscard]] std::span<const std::shared_ptr<const ColumnBlock>> blocks() const {
        return m_blocks;
    }

    /// Behind the codes of a Link column.
    [[nodiscard]] const CodeList<RecordId> &ids(int column) const { return m_ids[size_t(column)]; }
    /// Behind the codes of a Text column.
    [[nodiscard]] const CodeList<QString> &texts(int column) const {
        return m_texts[size_t(column)];
    }
    /// Behind the currencies of an Amount column.
    [[nodiscard]] const CodeList<Currency> &currencies(int column) const {
        return m_currencies[size_t(column)];
    }
    /// The code of a link's target; 0 where no row was ever seen to point there.
    [[nodiscard]] quint32 codeOf(int column, RecordId id) const;

    /// One value as a record would have it, but that a counter and yes or no are a counter.
    [[nodiscard]] FieldValue value(qsizetype row, int column) const;
    [[nodiscard]] RecordId id(qsizetype row) const;
    [[nodiscard]] quint8 flags(qsizetype row) const;

    /// Bytes that the arrays take.
    [[nodiscard]] qint64 bytes() const;

private:
    friend class ColumnKeeper;
    QString m_entity;
    std::vector<ColumnDesc> m_columns;
    qsizetype m_rows = 0;
    std::vector<std::shared_ptr<const ColumnBlock>> m_blocks;
    // By column; empty where the kind has none.
    std::vector<CodeList<RecordId>> m_ids;
    std::vector<CodeList<QString>> m_texts;
    std::vector<CodeList<Currency>> m_currencies;
};

/// One publication: every table as it stood behind one commit.
class ColumnStore {
public:
    ColumnStore() = default;
    ColumnStore(qint64 record, qint64 set, std::vector<std::shared_ptr<const ColumnTable>> tables)
        : m_record(record),
          m_set(set),
          m_tables(std::move(tables)) {}
    /// Local position of the newest change record that it contains.
    [[nodiscard]] qint64 record() const { return m_record; }
    /// Local number of the newest change set of which it contains something.
    [[nodiscard]] qint64 set() const { return m_set; }
    [[nodiscard]] const std::vector<std::shared_ptr<const ColumnTable>> &tables() const {
        return m_tables;
    }
    /// nullptr for an entity that is not held in columns.
    [[nodiscard]] const ColumnTable *table(QStringView entity) const;

private:
    qint64 m_record = 0;
    qint64 m_set = 0;
    std::vector<std::shared_ptr<const ColumnTable>> m_tables;
};

using ColumnStorePtr = std::shared_ptr<const ColumnStore>;

} // namespace dw
