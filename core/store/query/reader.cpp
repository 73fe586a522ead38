// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/query/reader.h"

#include "core/base/log.h"
#include "core/domain/text.h"
#include "core/store/log/standing.h"
#include "core/store/query/compile.h"
#include "core/store/query/reader_query.h"
#include "core/store/schema/keytables.h"
#include "core/store/write/rowplan.h"
#include "core/store/write/shortid.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

Error unknownRecord(const QString &entity, const QString &id) {
    return makeError(ErrorKind::NotFound, u"record.unknown"_s,
                     {{u"entity"_s, entity}, {u"id"_s, id.left(100)}});
}

/// A query as SQL but for its columns and its page.
struct Filter {
    QString sql;
    std::optional<CompiledExpression> compiled;

    [[nodiscard]] int bind(Statement &s) const {
        return compiled ? bindCompiled(s, 1, *compiled) : 1;
    }
};

Result<Filter> filterOf(const Query &query, const Catalog &catalog, const ReadTime &time) {
    const QString stands = standsSql(*catalog.entity(query.entity), u"t"_s);
    Filter filter{query.bin ? u" WHERE t.deleted<>0"_s : u" WHERE "_s + stands, {}};
    if (!query.where)
        return filter;
    Q_ASSERT(query.where->entity() == query.entity);
    auto compiled = compileCondition(*query.where, catalog, time);
    if (!compiled)
        return compiled.error();
    filter.sql += u" AND ("_s + compiled->sql + u')';
    filter.compiled = std::move(*compiled);
    return filter;
}

/// Where the row that pages continue behind stands in the order.
Result<PageAnchor> anchorOf(Connection &c, const EntityDesc &entity,
                            const std::vector<OrderTerm> &terms, RecordId id) {
    QString sql = u"SELECT t.id"_s;
    for (const OrderTerm &term : terms)
        sql += u", "_s + term.sql;
    auto get = c.prepare(sql + u" FROM %1 t WHERE t.id=?"_s.arg(entity.key));
    if (!get)
        return get.error();
    get->bind(1, id.bytes());
    const auto row = get->step();
    if (!row)
        return row.error();
    if (!*row)
        return unknownRecord(entity.key, id.text());
    PageAnchor anchor{{}, id};
    for (int i = 1; i <= int(terms.size()); ++i)
        anchor.terms.push_back(readSql(*get, i));
    return anchor;
}

Result<std::vector<RecordId>> idsOf(Statement &s) {
    std::vector<RecordId> ids;
    for (;;) {
        const auto row = s.step();
        if (!row)
            return row.error();
        if (!*row)
            return ids;
        ids.push_back(RecordId::fromBytes(s.blob(0)));
    }
}

/// All that the statement gives, behind those that are there; their sets are not filled yet.
Result<void> readRows(Statement &s, const RowPlan &plan, std::vector<Row> &rows) {
    for (;;) {
        const auto row = s.step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        rows.push_back(plan.read(s));
    }
}

/// Reads the pages of a query, range after range.
class PageReader {
public:
    PageReader(Connection &c, const RowPlan &plan, const Filter &filter)
        : m_connection(c),
          m_plan(plan),
          m_filter(filter) {}

    /// At most `limit` rows of the range behind those that are there; 0 = all.
    Result<void> read(const PageRange &range, int limit, std::vector<Row> &rows) {
        return read(range, {}, limit, rows);
    }

    /// Where rows are looked for, matches may be rare: only so far along the keys that a look at
    /// all rows does not take much longer. False where that was not enough, and nothing was read.
    Result<bool> readNear(const PageRange &range, int limit, std::vector<Row> &rows) {
        const auto end = endOfStretch(range);
        if (!end)
            return end.error();
        const size_t before = rows.size();
        if (const auto done = read(range, *end, limit, rows); !done)
            return done.error();
        if (!*end || rows.size() - before >= size_t(limit))
            return true;
        rows.resize(before);
        return false;
    }

private:
    using End = std::optional<SqlValue>;

    Result<void> read(const PageRange &range, const End &end, int limit, std::vector<Row> &rows) {
        QString sql =
            (range.keys ? m_plan.selectAlong(*range.keys) : m_plan.select()) + m_filter.sql;
        if (!range.where.isEmpty())
            sql += u" AND "_s + range.where;
        if (end)
            sql += u" AND k.%1 %2 ?"_s.arg(range.keys->column,
                                           isDescending(range) ? u">="_s : u"<="_s);
        auto get = m_connection.prepare(sql + u" ORDER BY "_s + range.orderBy + u" LIMIT ?"_s);
        if (!get)
            return get.error();
        int at = m_filter.bind(*get);
        for (const SqlValue &value : range.values)
            bindSql(*get, at++, value);
        if (end)
            bindSql(*get, at++, *end);
        get->bind(at, qint64(limit > 0 ? limit : -1));
        return readRows(*get, m_plan, rows);
    }

    /// The key that many keys on; none where the range ends before.
    Result<End> endOfStretch(const PageRange &range) {
        constexpr qint64 keysNear = 20'000;
        auto get = m_connection.prepare(
            u"SELECT k.%1 FROM %2 k WHERE %3 ORDER BY %4 LIMIT 1 OFFSET ?"_s.arg(
                range.keys->column, range.keys->name, range.where, range.orderBy));
        if (!get)
            return get.error();
        int at = 1;
        for (const SqlValue &value : range.values)
            bindSql(*get, at++, value);
        get->bind(at, keysNear);
        const auto row = get->step();
        if (!row)
            return row.error();
        return *row ? End(readSql(*get, 0)) : End();
    }

    [[nodiscard]] static bool isDescending(const PageRange &range) {
        return range.orderBy.contains(u" DESC"_s);
    }

    Connection &m_connection;
    const RowPlan &m_plan;
    const Filter &m_filter;
};

bool isLink(const FieldDesc &field) {
    return field.type == FieldType::Link || field.type == FieldType::Person;
}

} // namespace

Result<const EntityDesc *> Reader::entity(const QString &key) {
    if (CatalogPtr now = m_catalog.get(); now != m_planned) {
        m_plans.clear();
        m_planned = std::move(now);
    }
    if (const EntityDesc *found = m_planned->entity(key))
        return found;
    return makeError(ErrorKind::NotFound, u"catalog.unknown_entity"_s,
                     {{u"entity"_s, key.left(100)}});
}

Result<std::shared_ptr<const RowPlan>> Reader::plan(const EntityDesc &entity) {
    std::shared_ptr<const RowPlan> &known = m_plans[entity.key];
    if (known && known->isWhole())
        return known;
    auto made = RowPlan::make(m_connection, entity);
    if (made)
        known = *made;
    return made;
}

Result<std::optional<Row>> Reader::find(const QString &key, RecordId id) {
    const auto desc = entity(key);
    if (!desc)
        return desc.error();
    const auto how = plan(**desc);
    if (!how)
        return how.error();
    auto get = m_connection.prepare((*how)->select() + u" WHERE t.id=?"_s);
    if (!get)
        return get.error();
    get->bind(1, id.bytes());
    std::vector<Row> rows;
    if (const auto read = readRows(*get, **how, rows); !read)
        return read.error();
    if (const auto filled = (*how)->fillSets(m_connection, rows); !filled)
        return filled.error();
    return rows.empty() ? std::nullopt : std::optional(std::move(rows.front()));
}

Result<std::vector<Row>> Reader::list(const Query &query, const ReadTime &time, int deadlineMs) {
    const auto desc = entity(query.entity);
    if (!desc)
        return desc.error();
    const Deadline deadline(m_connection, deadlineMs);
    const auto how = plan(**desc);
    if (!how)
        return how.error();
    const auto filter = filterOf(query, *m_planned, time);
    if (!filter)
        return filter.error();
    const auto terms = orderTerms(*m_planned, **desc, query.sort);
    if (!terms)
        return terms.error();
    std::optional<PageAnchor> anchor;
    if (query.after) {
        auto found = anchorOf(m_connection, **desc, *terms, *query.after);
        if (!found)
            return found.error();
        anchor = std::move(*found);
    }
    std::vector<Row> rows;
    PageReader pages(m_connection, **how, *filter);
    const KeyTable *keys = keysInOrder(**desc, query);
    for (const PageRange &range : pageRanges(*terms, anchor, keys)) {
        const int left = query.limit > 0 ? query.limit - int(rows.size()) : 0;
        if (query.limit > 0 && left <= 0)
            break;
        if (range.keys && query.where) {
            const auto enough = pages.readNear(range, left, rows);
            if (!enough)
                return enough.error();
            if (*enough)
                continue;
            if (const auto read = pages.read(pageRanges(*terms, anchor).front(), left, rows); !read)
                return read.error();
            continue;
        }
        if (const auto read = pages.read(range, left, rows); !read)
            return read.error();
    }
    if (const auto filled = (*how)->fillSets(m_connection, rows); !filled)
        return filled.error();
    return rows;
}

Result<std::vector<RecordId>> Reader::ids(const Query &query, const ReadTime &time,
                                          int deadlineMs) {
    const auto desc = entity(query.entity);
    if (!desc)
        return desc.error();
    const Deadline deadline(m_connection, deadlineMs);
    const auto filter = filterOf(query, *m_planned, time);
    if (!filter)
        return filter.error();
    const auto terms = orderTerms(*m_planned, **desc, query.sort);
    if (!terms)
        return terms.error();
    auto get =
        m_connection.prepare(u"SELECT t.id FROM %1 t"_s.arg((*desc)->key) + filter->sql
                             + u" ORDER BY "_s + pageRanges(*terms, std::nullopt).front().orderBy);
    if (!get)
        return get.error();
    (void)filter->bind(*get);
    return idsOf(*get);
}

Result<qint64> Reader::count(const Query &query, const ReadTime &time, int deadlineMs) {
    const auto desc = entity(query.entity);
    if (!desc)
        return desc.error();
    const Deadline deadline(m_connection, deadlineMs);
    const auto filter = filterOf(query, *m_planned, time);
    if (!filter)
        return filter.error();
    auto get = m_connection.prepare(u"SELECT count(*) FROM %1 t"_s.arg((*desc)->key) + filter->sql);
    if (!get)
        return get.error();
    (void)filter->bind(*get);
    const auto row = get->step();
    if (!row)
        return row.error();
    return get->integer(0);
}

Result<RecordId> Reader::resolve(const QString &key, const QString &typed) {
    const auto desc = entity(key);
    if (!desc)
        return desc.error();
    const RecordId id = RecordId::fromText(typed.trimmed());
    const QString shortId = shortIdFromTyped(typed);
    if (id.isNull() && shortId.isNull())
        return unknownRecord(key, typed);
    const QString column = id.isNull() ? u"short_id"_s : u"id"_s;
    auto get = m_connection.prepare(
        u"SELECT id FROM %1 WHERE %2=? ORDER BY id LIMIT 1"_s.arg((*desc)->key, column));
    if (!get)
        return get.error();
    id.isNull() ? get->bind(1, shortId) : get->bind(1, id.bytes());
    const auto row = get->step();
    if (!row)
        return row.error();
    if (!*row)
        return unknownRecord(key, typed);
    return RecordId::fromBytes(get->blob(0));
}

Result<std::vector<RecordId>> Reader::byTitle(const QString &key, const QString &title) {
    const auto desc = entity(key);
    if (!desc)
        return desc.error();
    const CatalogPtr keep = m_planned; // Another thread may put a new one in its place on the way.
    const FieldDesc &field = (*desc)->field((*desc)->titleField());
    if (!isLink(field)) {
        auto get = m_connection.prepare(
            u"SELECT t.id FROM %1 t WHERE %2 AND dw_fold(t.%3)=? ORDER BY t.id"_s.arg(
                (*desc)->key, standsSql(**desc, u"t"_s), field.name));
        if (!get)
            return get.error();
        get->bind(1, fold(title));
        return idsOf(*get);
    }
    const auto targets = byTitle(field.target, title);
    if (!targets)
        return targets.error();
    const KeyTable *keys = keyTableOf(key, field.name);
    const QString from =
        keys ? u"%1 k CROSS JOIN %2 t ON t.id=k.id"_s.arg(keys->name, key) : (*desc)->key + u" t"_s;
    auto get = m_connection.prepare(u"SELECT t.id FROM %1 WHERE %2.%3=? AND %4 ORDER BY t.id"_s.arg(
        from, keys ? u"k"_s : u"t"_s, field.name, standsSql(**desc, u"t"_s)));
    if (!get)
        return get.error();
    std::vector<RecordId> found;
    for (const RecordId target : *targets) {
        get->reset();
        get->bind(1, target.bytes());
        const auto ids = idsOf(*get);
        if (!ids)
            return ids.error();
        found.insert(found.end(), ids->begin(), ids->end());
    }
    return found;
}

QString Reader::title(const QString &key, RecordId id) {
    const auto desc = entity(key);
    if (!desc || id.isNull())
        return {};
    const CatalogPtr keep = m_planned; // Another thread may put a new one in its place on the way.
    const FieldDesc &field = (*desc)->field((*desc)->titleField());
    auto get = m_connection.prepare(
        u"SELECT %2, short_id FROM %1 WHERE id=?"_s.arg((*desc)->key, field.name));
    if (!get)
        return {};
    get->bind(1, id.bytes());
    const auto row = get->step();
    if (!row || !*row)
        return {};
    const QString shown =
        isLink(field) ? title(field.target, RecordId::fromBytes(get->blob(0))) : get->text(0);
    return shown.isEmpty() ? get->text(1) : shown;
}

/// As hiddenSql says it.
bool Reader::isHidden(const Row &row) {
    const CatalogPtr keep = m_planned; // Another thread may put a new one in its place on the way.
    bool anyGone = false;
    const EntityDesc &entity = *keep->entity(row.record.entity());
    for (const FieldDesc &field : entity.fields) {
        if (field.tie != Tie::HangsOn)
            continue;
        const auto owner = row.record.value(entity.byName(field.name)).as<RecordId>();
        if (owner.isNull())
            continue;
        const auto found = find(field.target, owner);
        if (!found || !*found)
            continue;
        if (!(*found)->deleted)
            return false;
        anyGone = true;
    }
    return anyGone;
}

const Record *Reader::record(const QString &key, RecordId id) {
    auto found = find(key, id);
    if (!found) {
        qCWarning(lcStore) << "a row of" << key << "could not be read:" << found.error().detail;
        return nullptr;
    }
    if (!*found || (*found)->deleted || isHidden(**found))
        return nullptr;
    m_looked = std::move((*found)->record);
    return &*m_looked;
}

Result<std::vector<Row>> Reader::relatedRows(const QString &key, const QString &link, RecordId id) {
    const auto desc = entity(key);
    if (!desc)
        return desc.error();
    const FieldHandle handle = (*desc)->byName(link);
    if (handle.isNull() || !isLink((*desc)->field(handle)))
        return std::vector<Row>{};
    const auto how = plan(**desc);
    if (!how)
        return how.error();
    const KeyTable *keys = keyTableOf(key, link);
    const QString points = keys ? u"k."_s + keys->column : u"t."_s + link;
    auto get = m_connection.prepare(
        (keys ? (*how)->selectAlong(*keys) : (*how)->select())
        + u" WHERE %1=? AND %2 ORDER BY t.id"_s.arg(points, standsSql(**desc, u"t"_s)));
    if (!get)
        return get.error();
    get->bind(1, id.bytes());
    std::vector<Row> rows;
    if (const auto read = readRows(*get, **how, rows); !read)
        return read.error();
    if (const auto filled = (*how)->fillSets(m_connection, rows); !filled)
        return filled.error();
    return rows;
}

std::vector<Record> Reader::related(const QString &key, const QString &link, RecordId id) {
    auto rows = relatedRows(key, link, id);
    if (!rows) {
        qCWarning(lcStore) << "rows of" << key << "could not be read:" << rows.error().detail;
        return {};
    }
    std::vector<Record> records;
    records.reserve(rows->size());
    for (Row &row : *rows)
        records.push_back(std::move(row.record));
    return records;
}

QString Reader::shortId(const QString &key, RecordId id) {
    const auto desc = entity(key);
    if (!desc || id.isNull())
        return {};
    auto get = m_connection.prepare(u"SELECT short_id FROM %1 WHERE id=?"_s.arg((*desc)->key));
    if (!get)
        return {};
    get->bind(1, id.bytes());
    const auto row = get->step();
    return row && *row ? get->text(0) : QString();
}

} // namespace dw
