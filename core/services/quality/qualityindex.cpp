// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/quality/qualityindex.h"

#include <algorithm>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// Rows that belong to records; what they hang on, and for contacts their account, says to which.
struct Belonging {
    QLatin1StringView entity;
    int rows;
};

/// "deal" and "contact" of an attachment, say: its links to what is measured.
bool isOwner(QStringView column) {
    return column == "account"_L1 || column == "contact"_L1 || column == "deal"_L1
           || column == "lead"_L1;
}

bool areEqual(const ColumnTable &a, const ColumnTable &b, qsizetype row) {
    if (a.id(row) != b.id(row) || a.flags(row) != b.flags(row))
        return false;
    for (size_t i = 0; i < a.columns().size(); ++i) {
        if (a.value(row, int(i)) != b.value(row, int(i)))
            return false;
    }
    return true;
}

/// Rows in blocks that are not the same ones, where the rows differ.
std::vector<qsizetype> differing(const ColumnTable *before, const ColumnTable &now) {
    std::vector<qsizetype> rows;
    const qsizetype old = before ? before->rows() : 0;
    const auto blocks = now.blocks();
    for (size_t i = 0; i < blocks.size(); ++i) {
        if (before && i < before->blocks().size() && before->blocks()[i] == blocks[i])
            continue;
        const qsizetype first = qsizetype(i) * columnBlockRows;
        for (qsizetype row = first; row < first + blocks[i]->rows(); ++row) {
            if (row >= old || !areEqual(*before, now, row))
                rows.push_back(row);
        }
    }
    return rows;
}

void addTo(QualityTally &into, const QualityTally &more) {
    into.records += more.records;
    into.points += more.points;
    into.complete += more.complete;
    into.captured += more.captured;
    for (size_t i = 0; i < into.missing.size(); ++i)
        into.missing[i] += more.missing[i];
}

} // namespace

QualityIndex::QualityIndex(const Catalog &catalog, const std::vector<EntityQuality> &rules) {
    for (const EntityQuality &rule : rules)
        addMeasure(*catalog.entity(rule.entity), rule);
    for (const auto *entity : {u"deal_contact", u"touchpoint", u"note", u"attachment"})
        m_plans.push_back({.entity = QString::fromUtf16(entity), .fields = {}});
}

void QualityIndex::addMeasure(const EntityDesc &entity, const EntityQuality &rule) {
    EntityQuality known{rule.entity, {}};
    Measure measure;
    ColumnPlan plan{.entity = entity.key, .fields = {u"owner"_s}, .present = {}, .imports = true};
    // What a deal or a contact has counts for its account as well.
    if (entity.key == "deal"_L1 || entity.key == "contact"_L1)
        plan.fields << u"account"_s;
    if (!entity.byName(u"source").isNull())
        plan.fields << u"source"_s;
    const QStringList kinds{u"@contacts"_s, u"@history"_s, u"@files"_s};
    for (const QualityPart &rulePart : rule.parts) {
        Part part;
        part.weight = rulePart.weight;
        part.rows = int(kinds.indexOf(rulePart.key));
        const auto fields = fieldsOf(rulePart, entity);
        if (fields.empty() && !rulePart.isRows()) {
            m_unknownParts << entity.key + u'.' + rulePart.key;
            continue;
        }
        for (const FieldHandle handle : fields) {
            const QString &name = entity.field(handle).name;
            if (!plan.present.contains(name))
                plan.present << name;
            part.fields |= quint64(1) << plan.present.indexOf(name);
        }
        known.parts.push_back(rulePart);
        measure.parts.push_back(part);
    }
    m_rules.push_back(std::move(known));
    m_measures.push_back(std::move(measure));
    m_plans.push_back(std::move(plan));
}

int QualityIndex::measureOf(const QString &entity) const {
    const auto it = std::find_if(m_rules.begin(), m_rules.end(),
                                 [&](const EntityQuality &rule) { return rule.entity == entity; });
    return it == m_rules.end() ? -1 : int(it - m_rules.begin());
}

quint32 QualityIndex::nodeOf(RecordId id) {
    const auto idAt = [this](quint32 at) -> const RecordId & { return m_nodes[at].id; };
    quint32 node = m_index.find(id, idAt);
    if (node == none) {
        node = quint32(m_nodes.size());
        m_nodes.emplace_back().id = id;
        m_index.insert(id, node, idAt);
    }
    return node;
}

qint64 QualityIndex::follow(const ColumnStorePtr &columns) {
    qint64 looked = 0;
    for (const auto &table : columns->tables()) {
        const ColumnTable *before = m_followed ? m_followed->table(table->entity()) : nullptr;
        if (before != table.get())
            looked += followTable(before, *table);
    }
    m_followed = columns;
    settle();
    return looked;
}

qint64 QualityIndex::followTable(const ColumnTable *before, const ColumnTable &now) {
    const std::vector<qsizetype> rows = differing(before, now);
    const qsizetype old = before ? before->rows() : 0;
    // First all that was, then all that is: a row may stand elsewhere in a table that was read
    // anew.
    for (const qsizetype row : rows) {
        if (row < old)
            drop(*before, row);
    }
    for (qsizetype row = now.rows(); row < old; ++row)
        drop(*before, row);
    for (const qsizetype row : rows)
        take(now, row);
    return qint64(rows.size()) + std::max<qsizetype>(0, old - now.rows());
}

void QualityIndex::take(const ColumnTable &table, qsizetype row) {
    belong(table, row, 1);
    const int measure = measureOf(table.entity());
    if (measure < 0)
        return;
    const quint32 at = nodeOf(table.id(row));
    uncount(m_nodes[at]);
    m_nodes[at].measure = qint8(measure);
    m_nodes[at].stands = table.flags(row) == 0;
    m_nodes[at].owner = table.value(row, table.column(u"owner")).as<RecordId>();
    m_nodes[at].source = sourceOf(table, row);
    const int present = table.column(presentColumn);
    m_nodes[at].fields = present < 0 ? 0 : quint64(table.value(row, present).as<qint64>());
    const int link = table.column(u"account");
    const RecordId account = link < 0 ? RecordId() : table.value(row, link).as<RecordId>();
    setAccount(at, m_nodes[at].stands && !account.isNull() ? nodeOf(account) : none);
    touch(at);
}

void QualityIndex::drop(const ColumnTable &table, qsizetype row) {
    belong(table, row, -1);
    if (measureOf(table.entity()) < 0)
        return;
    const quint32 at = nodeOf(table.id(row));
    uncount(m_nodes[at]);
    m_nodes[at].measure = -1;
    m_nodes[at].stands = false;
    setAccount(at, none);
}

void QualityIndex::belong(const ColumnTable &table, qsizetype row, int step) {
    static constexpr std::array belongings{
        Belonging{"contact"_L1, Contacts}, Belonging{"deal_contact"_L1, Contacts},
        Belonging{"touchpoint"_L1, History}, Belonging{"note"_L1, History},
        Belonging{"attachment"_L1, Files}};
    const auto how = std::find_if(belongings.begin(), belongings.end(), [&](const Belonging &one) {
        return one.entity == table.entity();
    });
    if (how == belongings.end() || table.flags(row) != 0)
        return;
    for (size_t i = 0; i < table.columns().size(); ++i) {
        if (!isOwner(table.columns()[i].name))
            continue;
        const auto id = table.value(row, int(i)).as<RecordId>();
        if (id.isNull())
            continue;
        const quint32 owner = nodeOf(id);
        m_nodes[owner].own[size_t(how->rows)] += quint32(step);
        touch(owner);
        const quint32 account = m_nodes[owner].account;
        if (how->rows == Contacts || account == none)
            continue;
        m_nodes[account].below[size_t(how->rows)] += quint32(step);
        touch(account);
    }
}

void QualityIndex::setAccount(quint32 node, quint32 account) {
    Node &one = m_nodes[node];
    if (one.account == account)
        return;
    for (const int rows : {int(History), int(Files)}) {
        if (one.account != none)
            m_nodes[one.account].below[size_t(rows)] -= one.own[size_t(rows)];
        if (account != none)
            m_nodes[account].below[size_t(rows)] += one.own[size_t(rows)];
    }
    for (const quint32 moved : {one.account, account}) {
        if (moved != none)
            touch(moved);
    }
    one.account = account;
}

quint32 QualityIndex::sourceOf(const ColumnTable &table, qsizetype row) {
    QualitySource source;
    if (const int field = table.column(u"source"); field >= 0)
        source.text = table.value(row, field).as<QString>();
    if (source.text.isEmpty())
        source = {{}, table.value(row, table.column(importColumn)).as<qint64>()};
    const auto [known, isNew] = m_sourceCodes.try_emplace(source, quint32(m_sources.size()));
    if (isNew)
        m_sources.push_back(source);
    return known->second;
}

void QualityIndex::touch(quint32 node) {
    if (m_nodes[node].isTouched)
        return;
    m_nodes[node].isTouched = true;
    m_touched.push_back(node);
}

void QualityIndex::uncount(Node &node) {
    if (node.isCounted)
        count(node, -1);
    node.isCounted = false;
}

void QualityIndex::settle() {
    for (const quint32 at : m_touched) {
        Node &node = m_nodes[at];
        node.isTouched = false;
        if (node.measure < 0)
            continue;
        uncount(node);
        if (!node.stands)
            continue;
        node.there = partsOf(node);
        node.isCaptured = node.has(Contacts) && node.has(History) && node.has(Files);
        node.isCounted = true;
        count(node, 1);
    }
    m_touched.clear();
}

quint64 QualityIndex::partsOf(const Node &node) const {
    const std::vector<Part> &parts = m_measures[size_t(node.measure)].parts;
    quint64 there = 0;
    for (size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].rows >= 0 ? node.has(parts[i].rows) : (node.fields & parts[i].fields) != 0)
            there |= quint64(1) << i;
    }
    return there;
}

void QualityIndex::count(const Node &node, int step) {
    Measure &measure = m_measures[size_t(node.measure)];
    const auto into = [&](auto &groups, const auto &key) {
        QualityTally &tally = groups[key];
        tally.missing.resize(measure.parts.size());
        tally.records += step;
        tally.captured += node.isCaptured ? step : 0;
        bool isComplete = true;
        for (size_t i = 0; i < measure.parts.size(); ++i) {
            const bool isThere = (node.there >> i & 1) != 0;
            isComplete = isComplete && isThere;
            tally.points += isThere ? step * measure.parts[i].weight : 0;
            tally.missing[i] += isThere ? 0 : step;
        }
        tally.complete += isComplete ? step : 0;
        if (tally.records == 0)
            groups.erase(key);
    };
    into(measure.byOwner, node.owner);
    into(measure.bySource, m_sources[node.source]);
}

QualityTally QualityIndex::all(size_t entity) const {
    QualityTally all;
    all.missing.resize(m_rules[entity].parts.size());
    for (const auto &[owner, tally] : m_measures[entity].byOwner)
        addTo(all, tally);
    return all;
}

void QualityIndex::eachRecord(size_t entity,
                              const std::function<void(const QualityRecord &)> &take) const {
    const std::vector<QualityPart> &parts = m_rules[entity].parts;
    for (const Node &node : m_nodes) {
        if (!node.isCounted || node.measure != qint8(entity))
            continue;
        QualityRecord record{node.id, node.owner, m_sources[node.source], 0, node.there};
        for (size_t i = 0; i < parts.size(); ++i)
            record.points += (node.there >> i & 1) != 0 ? parts[i].weight : 0;
        take(record);
    }
}

} // namespace dw
