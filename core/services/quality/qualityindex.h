// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/qualityrules.h"
#include "core/domain/idindex.h"
#include "core/store/query/columnreader.h"

#include <array>
#include <map>

namespace dw {

/// What the records of one group come to. Whole numbers, so that figures that are kept up to date
/// are exactly those that are counted anew.
struct QualityTally {
    qint64 records = 0;
    qint64 points = 0;   ///< Σ over the records of the weights of the parts that are there.
    qint64 complete = 0; ///< Records with every part.
    qint64 captured = 0; ///< Records with contacts, history and files, whatever counts.
    std::vector<qint64> missing; ///< By part: records without it.

    friend bool operator==(const QualityTally &, const QualityTally &) = default;
};

/// Where a record comes from: its own field `source`, else the import that made it, else nowhere
/// that is known.
struct QualitySource {
    QString text;
    qint64 set = 0; ///< Number of the import's change set; 0 = none.
    friend bool operator==(const QualitySource &, const QualitySource &) = default;
    friend bool operator<(const QualitySource &a, const QualitySource &b) {
        return a.text != b.text ? a.text < b.text : a.set < b.set;
    }
};

/// One record and what it lacks.
struct QualityRecord {
    RecordId id;
    RecordId owner;
    QualitySource source;
    int points = 0;
    quint64 there = 0; ///< Bit by part.
};

/// Completeness of records, by person and by source, kept up to date from columns: only rows that
/// differ between two publications are looked at, and what they belong to. History of a deal or a
/// contact counts for its account as well, as files and contacts do. Used by one thread at a time.
class QualityIndex {
public:
    /// Parts that the catalogue does not have are left out.
    QualityIndex(const Catalog &catalog, const std::vector<EntityQuality> &rules);

    /// What columns it follows.
    [[nodiscard]] const std::vector<ColumnPlan> &plans() const { return m_plans; }
    /// What is measured, without what the catalogue does not have.
    [[nodiscard]] const std::vector<EntityQuality> &rules() const { return m_rules; }
    /// Parts that were left out: "entity.part".
    [[nodiscard]] const QStringList &unknownParts() const { return m_unknownParts; }

    /// Takes over what moved since the columns before. Returns how many rows were looked at.
    qint64 follow(const ColumnStorePtr &columns);

    /// Of all records of the measured entity at that place of rules().
    [[nodiscard]] QualityTally all(size_t entity) const;
    /// By owner; the null id are records without one.
    [[nodiscard]] const std::map<RecordId, QualityTally> &byOwner(size_t entity) const {
        return m_measures[entity].byOwner;
    }
    [[nodiscard]] const std::map<QualitySource, QualityTally> &bySource(size_t entity) const {
        return m_measures[entity].bySource;
    }
    /// Records of the entity that are counted, in no order.
    void eachRecord(size_t entity, const std::function<void(const QualityRecord &)> &take) const;

private:
    static constexpr quint32 none = IdIndex::none;
    enum Rows : quint8 { Contacts, History, Files, RowKinds };

    /// A record that is measured, or that something was seen to belong to.
    struct Node {
        RecordId id;
        RecordId owner;
        quint64 fields = 0;     ///< Bit by field of the plan: it is filled.
        quint64 there = 0;      ///< Bit by part, as it is counted.
        quint32 source = 0;     ///< Place in m_sources.
        quint32 account = none; ///< The node for which its history and files count as well.
        std::array<quint32, RowKinds> own{};   ///< Rows that belong to it.
        std::array<quint32, RowKinds> below{}; ///< Rows of what belongs to it.
        qint8 measure = -1;                    ///< Place in m_measures.
        bool stands = false;
        bool isCaptured = false; ///< As it is counted.
        bool isCounted = false;
        bool isTouched = false; ///< Waits to be settled.

        [[nodiscard]] bool has(int rows) const {
            return own[size_t(rows)] + below[size_t(rows)] > 0;
        }
    };
    struct Part {
        quint64 fields = 0; ///< One of these is enough.
        int rows = -1;      ///< Or there are rows of this kind.
        int weight = 1;
    };
    struct Measure {
        std::vector<Part> parts;
        std::map<RecordId, QualityTally> byOwner;
        std::map<QualitySource, QualityTally> bySource;
    };

    void addMeasure(const EntityDesc &entity, const EntityQuality &rule);
    [[nodiscard]] int measureOf(const QString &entity) const;
    [[nodiscard]] quint32 nodeOf(RecordId id);
    [[nodiscard]] quint32 sourceOf(const ColumnTable &table, qsizetype row);
    qint64 followTable(const ColumnTable *before, const ColumnTable &now);
    void take(const ColumnTable &table, qsizetype row);
    void drop(const ColumnTable &table, qsizetype row);
    void belong(const ColumnTable &table, qsizetype row, int step);
    void setAccount(quint32 node, quint32 account);
    void touch(quint32 node);
    void uncount(Node &node);
    void settle();
    [[nodiscard]] quint64 partsOf(const Node &node) const;
    void count(const Node &node, int step);

    std::vector<EntityQuality> m_rules;
    std::vector<ColumnPlan> m_plans;
    QStringList m_unknownParts;
    std::vector<Measure> m_measures;
    std::vector<Node> m_nodes;
    IdIndex m_index;
    std::vector<QualitySource> m_sources{QualitySource()};
    std::map<QualitySource, quint32> m_sourceCodes{{QualitySource(), 0}};
    std::vector<quint32> m_touched;
    ColumnStorePtr m_followed;
};

} // namespace dw
