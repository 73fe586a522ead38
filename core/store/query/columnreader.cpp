// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/query/columnreader.h"

#include "core/store/log/changelogcodec.h"
#include "core/store/log/standing.h"
#include "core/store/schema/columns.h"

#include <sqlite3.h>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

ColumnDesc columnOf(const FieldDesc &field) {
    switch (field.type) {
    case FieldType::Link:
    case FieldType::Person:
        return {field.name, ColumnKind::Link};
    case FieldType::Money:
        return {field.name, ColumnKind::Amount};
    case FieldType::Date:
        return {field.name, ColumnKind::Day};
    case FieldType::Instant:
        return {field.name, ColumnKind::Number, true};
    case FieldType::YesNo:
    case FieldType::Counter:
        return {field.name, ColumnKind::Number};
    default:
        return {field.name, ColumnKind::Text};
    }
}

/// What is asked for, and what the rows hang on.
std::vector<ColumnDesc> columnsOf(const EntityDesc &entity, const ColumnPlan &plan) {
    std::vector<ColumnDesc> columns;
    for (const FieldDesc &field : entity.fields) {
        if (plan.fields.contains(field.name) || field.tie == Tie::HangsOn)
            columns.push_back(columnOf(field));
    }
    if (!plan.present.isEmpty())
        columns.push_back({presentColumn.toString(), ColumnKind::Number});
    if (plan.imports)
        columns.push_back({importColumn.toString(), ColumnKind::Number});
    return columns;
}

/// SQL that is true where the field of row `t` holds something.
QString isFilledSql(const EntityDesc &entity, const FieldDesc &field) {
    if (field.type == FieldType::Set)
        return u"EXISTS (SELECT 1 FROM \"%1\" m WHERE m.row=t.id)"_s.arg(
            setTableOf(entity.key, field));
    if (field.type == FieldType::Formula)
        return u"0"_s;
    return u"ifnull(t.%1<>'', 0)"_s.arg(dw::columnsOf(field).constFirst());
}

QString presentSql(const EntityDesc &entity, const QStringList &fields) {
    QStringList bits;
    for (qsizetype i = 0; i < fields.size(); ++i)
        bits << u"(%1)<<%2"_s.arg(isFilledSql(entity, entity.field(entity.byName(fields.at(i)))))
                    .arg(i);
    return u"("_s + bits.join(u")|("_s) + u')';
}

/// Puts rows of a SELECT into a keeper. A value of the wrong storage class counts as empty, as
/// readValue() has it.
class RowFiller {
public:
    RowFiller(const EntityDesc &entity, const ColumnPlan &plan, ColumnKeeper &keeper)
        : m_entity(entity),
          m_plan(plan),
          m_keeper(keeper) {}

    [[nodiscard]] QString select() const {
        QString sql = u"SELECT t.rowid, t.id, t.deleted, "_s + hiddenSql(m_entity, u"t"_s);
        for (const ColumnDesc &column : m_keeper.columns()) {
            if (column.name == presentColumn) {
                sql += u", "_s + presentSql(m_entity, m_plan.present);
                continue;
            }
            if (column.name == importColumn)
                continue;
            const FieldDesc &field = m_entity.field(m_entity.byName(column.name));
            for (const QString &name : dw::columnsOf(field)) {
                sql += u", t."_s + name;
                if (column.kind != ColumnKind::Amount)
                    break; // A text that sorts has a key beside it.
            }
        }
        return sql + u" FROM "_s + m_entity.key + u" t"_s;
    }
    [[nodiscard]] static qint64 rowNumber(const Statement &s) { return s.integer(0); }
    [[nodiscard]] static RecordId id(const Statement &s) { return RecordId::fromBytes(s.blob(1)); }

    void fill(const Statement &s, qsizetype row) {
        const quint8 deleted = s.integer(2) != 0 ? ColumnBlock::Deleted : 0;
        const quint8 hidden = s.integer(3) != 0 ? ColumnBlock::Hidden : 0;
        m_keeper.setFlags(row, deleted | hidden);
        int at = 4;
        // The import stands in the log; it comes last and is put in apart.
        const size_t count = m_keeper.columns().size() - (m_plan.imports ? 1 : 0);
        for (size_t i = 0; i < count; ++i)
            fillOne(s, row, int(i), at);
    }

private:
    void fillOne(const Statement &s, qsizetype row, int column, int &at) {
        const int from = at++;
        const int type = s.type(from);
        switch (m_keeper.columns()[size_t(column)].kind) {
        case ColumnKind::Link:
            m_keeper.setLink(row, column,
                             type == SQLITE_BLOB ? RecordId::fromBytes(s.blob(from)) : RecordId());
            break;
        case ColumnKind::Text:
            m_keeper.setText(row, column,
                             type == SQLITE_TEXT ? std::optional(s.text(from)) : std::nullopt);
            break;
        case ColumnKind::Amount:
            m_keeper.setAmount(row, column, amount(s, from, at++));
            break;
        case ColumnKind::Day:
            m_keeper.setDay(row, column, type == SQLITE_INTEGER ? day(s.integer(from)) : noDay);
            break;
        case ColumnKind::Number:
            m_keeper.setNumber(row, column, type == SQLITE_INTEGER ? s.integer(from) : noNumber);
            break;
        }
    }
    std::optional<Money> amount(const Statement &s, int minor, int currency) {
        if (s.type(minor) != SQLITE_INTEGER || s.type(currency) != SQLITE_TEXT)
            return std::nullopt;
        const auto code = Currency::fromCode(s.text(currency));
        return code ? std::optional(Money(s.integer(minor), *code)) : std::nullopt;
    }
    static qint32 day(qint64 days) {
        constexpr qint64 farthest = 1'000'000'000;
        return days < -farthest || days > farthest ? noDay : qint32(days);
    }

    const EntityDesc &m_entity;
    const ColumnPlan &m_plan;
    ColumnKeeper &m_keeper;
};

/// True where the record put the row into the bin or took it out.
Result<bool> movesBin(const QByteArray &bytes) {
    const auto groups = decodeGroups(bytes);
    if (!groups)
        return groups.error();
    return std::any_of(groups->begin(), groups->end(),
                       [](const GroupChange &group) { return group.group == "deleted"_L1; });
}

/// Rows behind the last one that was read.
Result<void> appendRows(Connection &c, RowFiller &filler, ColumnKeeper &keeper, qint64 &lastRow) {
    auto rows = c.prepare(filler.select() + u" WHERE t.rowid > ? ORDER BY t.rowid"_s);
    if (!rows)
        return rows.error();
    rows->bind(1, lastRow);
    for (;;) {
        const auto more = rows->step();
        if (!more)
            return more.error();
        if (!*more)
            return {};
        const RecordId id = RowFiller::id(*rows);
        const auto known = keeper.find(id);
        filler.fill(*rows, known ? *known : keeper.append(id));
        lastRow = RowFiller::rowNumber(*rows);
    }
}

/// False where one of them is no longer in the table.
Result<bool> readAgain(Connection &c, RowFiller &filler, ColumnKeeper &keeper,
                       const QSet<RecordId> &ids) {
    auto one = c.prepare(filler.select() + u" WHERE t.id=?"_s);
    if (!one)
        return one.error();
    for (const RecordId id : ids) {
        one->reset();
        one->bind(1, id.bytes());
        const auto there = one->step();
        if (!there)
            return there.error();
        if (!*there)
            return false;
        filler.fill(*one, *keeper.find(id));
    }
    return true;
}

} // namespace

ColumnReader::ColumnReader(std::vector<ColumnPlan> plans) {
    for (ColumnPlan &plan : plans)
        m_tables.push_back({.plan = std::move(plan)});
}

Result<ColumnStorePtr> ColumnReader::read(Connection &c, const Catalog &catalog) {
    const auto end = logEnd(c);
    if (!end)
        return end.error();
    const auto goesOn = m_wasRead ? holds(c, m_end) : Result<bool>(false);
    if (!goesOn)
        return goesOn.error();
    std::optional<Moves> moved;
    if (*goesOn) {
        auto found = moves(c, catalog);
        if (!found)
            return found.error();
        moved = *std::move(found);
    }
    for (Table &table : m_tables) {
        const EntityDesc &entity = *catalog.entity(table.plan.entity);
        const auto done = moved ? follow(c, entity, *moved, table) : load(c, entity, table);
        if (!done)
            return done.error();
    }
    publish(*end);
    return m_published;
}

Result<ColumnReader::Moves> ColumnReader::moves(Connection &c, const Catalog &catalog) const {
    Moves moves;
    QSet<QString> owners;
    for (const Table &table : m_tables) {
        moves.changed.insert(table.plan.entity, {});
        for (const FieldDesc &field : catalog.entity(table.plan.entity)->fields) {
            if (field.tie == Tie::HangsOn)
                owners.insert(field.target);
        }
    }
    const auto take = [&](const LogTouch &touch) -> Result<void> {
        const auto changed = moves.changed.find(touch.entity);
        if (changed != moves.changed.end() && !touch.created)
            changed->insert(touch.row);
        if (changed != moves.changed.end() && touch.created && touch.isImport)
            moves.imported[touch.entity].insert(touch.row, touch.set);
        if (!owners.contains(touch.entity))
            return {};
        const auto binned = touch.created ? Result<bool>(true) : movesBin(touch.groups);
        if (!binned)
            return binned.error();
        if (*binned)
            moves.standing[touch.entity].insert(touch.row);
        return {};
    };
    if (const auto read = readLogBehind(c, m_end, take); !read)
        return read.error();
    return moves;
}

void ColumnReader::putImport(const Table &table, RecordId id, qint64 set) {
    if (const auto row = table.keeper->find(id))
        table.keeper->setNumber(*row, int(table.keeper->columns().size()) - 1, set);
}

Result<void> ColumnReader::load(Connection &c, const EntityDesc &entity, Table &table) const {
    table.keeper = std::make_unique<ColumnKeeper>(entity.key, columnsOf(entity, table.plan));
    table.lastRow = std::numeric_limits<qint64>::min();
    table.published.reset();
    RowFiller filler(entity, table.plan, *table.keeper);
    const auto read = appendRows(c, filler, *table.keeper, table.lastRow);
    if (!read || !table.plan.imports)
        return read;
    return readImported(c, entity.key, [&](RecordId id, qint64 set) { putImport(table, id, set); });
}

QSet<RecordId> ColumnReader::touchedRows(const Table &table, const EntityDesc &entity,
                                         const Moves &moves) const {
    QSet<RecordId> rows;
    for (const RecordId id : moves.changed.value(table.plan.entity)) {
        if (table.keeper->find(id))
            rows.insert(id);
    }
    for (size_t i = 0; i < table.keeper->columns().size(); ++i) {
        const FieldHandle handle = entity.byName(table.keeper->columns()[i].name);
        if (handle.isNull() || entity.field(handle).tie != Tie::HangsOn)
            continue;
        const FieldDesc &field = entity.field(handle);
        const auto owners = moves.standing.constFind(field.target);
        if (owners == moves.standing.constEnd())
            continue;
        for (const RecordId id : table.keeper->pointingAt(int(i), *owners))
            rows.insert(id);
    }
    return rows;
}

Result<void> ColumnReader::follow(Connection &c, const EntityDesc &entity, const Moves &moves,
                                  Table &table) const {
    ColumnKeeper &keeper = *table.keeper;
    const QSet<RecordId> rows = touchedRows(table, entity, moves);
    // One by one they cost about three times as much as in one pass.
    if (rows.size() > keeper.rows() / 3 && rows.size() > columnBlockRows)
        return load(c, entity, table);
    if (!rows.isEmpty())
        table.published.reset();
    RowFiller filler(entity, table.plan, keeper);
    if (const auto read = appendRows(c, filler, keeper, table.lastRow); !read)
        return read;
    if (table.plan.imports) {
        const auto imported = moves.imported.value(entity.key);
        for (auto row = imported.begin(); row != imported.end(); ++row)
            putImport(table, row.key(), row.value());
    }
    const auto all = readAgain(c, filler, keeper, rows);
    if (!all)
        return all.error();
    if (!*all)
        return load(c, entity, table);
    if (table.published && table.published->rows() != keeper.rows())
        table.published.reset();
    return {};
}

void ColumnReader::publish(const LogPosition &end) {
    bool same = m_published && m_end.record == end.record && m_end.set == end.set;
    std::vector<std::shared_ptr<const ColumnTable>> tables;
    for (Table &table : m_tables) {
        if (!table.published) {
            table.published = table.keeper->publish();
            same = false;
        }
        tables.push_back(table.published);
    }
    m_wasRead = true;
    m_end = end;
    if (!same)
        m_published = std::make_shared<const ColumnStore>(end.record, end.set, std::move(tables));
}

} // namespace dw
