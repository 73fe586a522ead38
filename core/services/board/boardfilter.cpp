// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/board/boardfilter.h"

#include <algorithm>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// The rows themselves and everything below them.
Result<std::vector<RecordId>> withChildren(Reader &reader, const QString &entity,
                                           const std::vector<RecordId> &rows) {
    Query query;
    query.entity = entity;
    const auto all = reader.list(query, {});
    if (!all)
        return all.error();
    const FieldHandle parent = reader.catalog()->entity(entity)->byName(u"parent");
    QSet<RecordId> inside(rows.begin(), rows.end());
    inside.remove({});
    // A level each round; a circle adds nothing and ends.
    for (qsizetype before = -1; before != inside.size();) {
        before = inside.size();
        for (const Row &row : *all) {
            if (inside.contains(row.record.value(parent).as<RecordId>()))
                inside.insert(row.record.id());
        }
    }
    std::vector<RecordId> found(inside.begin(), inside.end());
    if (std::find(rows.begin(), rows.end(), RecordId()) != rows.end())
        found.push_back({});
    std::sort(found.begin(), found.end());
    return found;
}

/// `path in ("…", "…")`, with `path is empty` where none counts too.
QString oneOf(const QString &path, const std::vector<RecordId> &rows) {
    QStringList ids;
    bool none = false;
    for (const RecordId id : rows) {
        if (id.isNull())
            none = true;
        else
            ids << u'"' + id.text() + u'"';
    }
    QStringList parts;
    if (none)
        parts << path + u" is empty"_s;
    if (!ids.isEmpty())
        parts << u"%1 in (%2)"_s.arg(path, ids.join(u", "_s));
    return u'(' + parts.join(u" or "_s) + u')';
}

QString closeText(CloseSpan span, const FiscalCalendar &fiscal, QDate today) {
    const QString day = u"coalesce(closed_on, expected_close)"_s;
    if (span == CloseSpan::NoDate)
        return day + u" is empty"_s;
    const auto [from, to] = daysOf(span, fiscal, today);
    QStringList parts;
    if (from.isValid())
        parts << day + u" >= "_s + from.toString(Qt::ISODate);
    if (to.isValid())
        parts << day + u" <= "_s + to.toString(Qt::ISODate);
    return parts.join(u" and "_s);
}

Result<Expression> parsed(Reader &reader, const QString &condition) {
    return Expression::parse(condition, *reader.catalog(), u"deal"_s);
}

} // namespace

bool BoardFilter::isEmpty() const { return *this == BoardFilter(); }

std::pair<QDate, QDate> daysOf(CloseSpan span, const FiscalCalendar &fiscal, QDate today) {
    const QDate month(today.year(), today.month(), 1);
    const FiscalQuarter quarter = fiscal.quarterOf(today);
    const auto monthFrom = [](QDate first) {
        return std::pair(first, first.addMonths(1).addDays(-1));
    };
    switch (span) {
    case CloseSpan::Any:
    case CloseSpan::NoDate:
        break;
    case CloseSpan::Overdue:
        return {{}, today.addDays(-1)};
    case CloseSpan::ThisMonth:
        return monthFrom(month);
    case CloseSpan::NextMonth:
        return monthFrom(month.addMonths(1));
    case CloseSpan::ThisQuarter:
        return {fiscal.firstDay(quarter), fiscal.lastDay(quarter)};
    case CloseSpan::NextQuarter: {
        const FiscalQuarter next = fiscal.quarterOf(fiscal.lastDay(quarter).addDays(1));
        return {fiscal.firstDay(next), fiscal.lastDay(next)};
    }
    case CloseSpan::ThisYear:
        return {fiscal.firstDayOfYear(quarter.year), fiscal.lastDayOfYear(quarter.year)};
    }
    return {};
}

Result<QString> conditionOf(Reader &reader, const BoardFilter &filter, const FiscalCalendar &fiscal,
                            QDate today) {
    QStringList parts;
    const auto add = [&](const QString &path, const std::vector<RecordId> &rows) {
        if (!rows.empty())
            parts << oneOf(path, rows);
    };
    const auto addTree = [&](const QString &path, const QString &entity,
                             const std::vector<RecordId> &rows) -> Result<void> {
        if (rows.empty())
            return {};
        const auto all = withChildren(reader, entity, rows);
        if (!all)
            return all.error();
        add(path, *all);
        return {};
    };
    add(u"owner"_s, filter.owners);
    if (const auto added = addTree(u"owner.team"_s, u"team"_s, filter.teams); !added)
        return added.error();
    if (const auto added = addTree(u"account.territory"_s, u"territory"_s, filter.territories);
        !added)
        return added.error();
    if (!filter.products.empty())
        parts << u"count(deal_lines where %1) > 0"_s.arg(oneOf(u"product"_s, filter.products));
    if (filter.close != CloseSpan::Any)
        parts << closeText(filter.close, fiscal, today);
    if (!filter.expression.trimmed().isEmpty())
        parts << u'(' + filter.expression + u')';
    return parts.join(u" and "_s);
}

Result<void> conditionOverDeals(const QString &text, const Catalog &catalog) {
    const auto parsed = Expression::parse(text, catalog, u"deal"_s);
    if (!parsed)
        return parsed.error();
    // A number or a text is refused as it would be inside a condition.
    if (parsed->type() != FieldType::YesNo)
        return Expression::parse(text + u" and yes"_s, catalog, u"deal"_s).error();
    return {};
}

Result<QSet<RecordId>> dealsWhere(Reader &reader, const ReadTime &time, RecordId pipeline,
                                  const QString &condition) {
    auto where = parsed(reader, u"pipeline = \"%1\" and (%2)"_s.arg(pipeline.text(), condition));
    if (!where)
        return where.error();
    Query query;
    query.entity = u"deal"_s;
    query.where = std::move(*where);
    const auto ids = reader.ids(query, time);
    if (!ids)
        return ids.error();
    return QSet<RecordId>(ids->begin(), ids->end());
}

Result<QSet<RecordId>> dealsWhere(Reader &reader, const ReadTime &time, const QString &condition,
                                  const std::vector<RecordId> &deals) {
    const auto where = parsed(reader, condition);
    if (!where)
        return where.error();
    const CatalogPtr catalog = reader.catalog();
    EvalContext context{*catalog, reader, time.now, time.zone};
    QSet<RecordId> found;
    for (const RecordId deal : deals) {
        const auto row = reader.find(u"deal"_s, deal);
        if (!row)
            return row.error();
        if (*row && holds(*where, (*row)->record, context))
            found.insert(deal);
    }
    return found;
}

QDate firstDayOf(ClosedPeriod period, const FiscalCalendar &fiscal, QDate today) {
    switch (period) {
    case ClosedPeriod::ThisMonth:
        return daysOf(CloseSpan::ThisMonth, fiscal, today).first;
    case ClosedPeriod::ThisQuarter:
        return daysOf(CloseSpan::ThisQuarter, fiscal, today).first;
    case ClosedPeriod::ThisYear:
        return daysOf(CloseSpan::ThisYear, fiscal, today).first;
    case ClosedPeriod::All:
        break;
    }
    return {};
}

} // namespace dw
