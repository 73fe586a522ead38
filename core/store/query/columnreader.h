// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/domain/columnkeeper.h"
#include "core/store/log/logtail.h"

namespace dw {

/// Which fields of an entity are held in columns, by stable name; what its rows hang on is held as
/// well.
struct ColumnPlan {
    QString entity;
    QStringList fields; ///< With their values; of any type but number, set, long text and formula.
    /// Of which it is only held whether they are filled, at most 63: bit i of the Number column
    /// `presentColumn` is that of the i-th. Formulas never are.
    QStringList present = {};
    /// Which import made the row: the number of its change set, in the Number column
    /// `importColumn`.
    bool imports = false;
    friend bool operator==(const ColumnPlan &, const ColumnPlan &) = default;
};
inline constexpr QStringView presentColumn = u"present";
inline constexpr QStringView importColumn = u"import";

/// Fills columns from the database and lets them follow the change log. Used by one thread at a
/// time; what it gives may be read by any.
class ColumnReader {
public:
    /// `plans` name entities and fields that the catalogue has whenever it is read.
    explicit ColumnReader(std::vector<ColumnPlan> plans);

    /// The columns as the connection's snapshot has them (call it within a read transaction): all
    /// rows the first time (about a second a million), afterwards the rows that the log names, new
    /// ones, and those that came into the bin or out of it with what they hang on. The same pointer
    /// as before where nothing of that moved and no set was added. Fails: "store.*"; what was read
    /// before stays.
    [[nodiscard]] Result<ColumnStorePtr> read(Connection &c, const Catalog &catalog);

private:
    /// One entity: its columns, and how far its table was read.
    struct Table {
        ColumnPlan plan;
        std::unique_ptr<ColumnKeeper> keeper = {};
        qint64 lastRow = 0; ///< SQLite's number of the last row that was read.
        std::shared_ptr<const ColumnTable> published = {};
    };
    /// What the log says happened, by entity.
    struct Moves {
        QHash<QString, QSet<RecordId>> changed;  ///< Rows of planned entities that are no new ones.
        QHash<QString, QSet<RecordId>> standing; ///< Rows that others hang on, where they came,
                                                 ///< went into the bin or came out of it.
        QHash<QString, QHash<RecordId, qint64>> imported; ///< New rows and the set that made them.
    };

    [[nodiscard]] Result<Moves> moves(Connection &c, const Catalog &catalog) const;
    [[nodiscard]] QSet<RecordId> touchedRows(const Table &table, const EntityDesc &entity,
                                             const Moves &moves) const;
    static void putImport(const Table &table, RecordId id, qint64 set);
    Result<void> load(Connection &c, const EntityDesc &entity, Table &table) const;
    Result<void> follow(Connection &c, const EntityDesc &entity, const Moves &moves,
                        Table &table) const;
    void publish(const LogPosition &end);

    std::vector<Table> m_tables;
    bool m_wasRead = false;
    LogPosition m_end;
    ColumnStorePtr m_published;
};

} // namespace dw
