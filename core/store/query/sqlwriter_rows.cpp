// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/log/standing.h"
#include "core/store/query/sqlwriter.h"
#include "core/store/schema/columns.h"
#include "core/store/schema/keytables.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

QStringView aggregateFunction(const PlanNode &step) {
    const bool money = step.type == ValueType::Money;
    switch (step.op) {
    case PlanOp::Sum:
        return u"dw_sum";
    case PlanOp::Average:
        return u"dw_avg";
    case PlanOp::Minimum:
        return money ? u"dw_minimum" : u"min";
    default:
        return money ? u"dw_maximum" : u"max";
    }
}

} // namespace

/// The rows that are not in the bin.
void SqlWriter::fromLive(const Scope &row) {
    write(u" FROM \"%1\" %2 WHERE "_s.arg(row.entity->key, row.alias));
    write(standsSql(*row.entity, row.alias));
}

void SqlWriter::follow(const PlanNode &step, const Scope &scope) {
    const Scope target = rowOf(step.entity);
    write(u"(SELECT ");
    {
        const Nested nested(*this, 6);
        value(step.children[1], target);
    }
    fromLive(target);
    write(u" AND ");
    column(target, u"id"_s);
    write(u" = ");
    const Nested nested(*this, 12);
    value(step.children[0], scope);
    write(u")");
}

void SqlWriter::aggregate(const PlanNode &step, const Scope &scope) {
    const Scope rows = rowOf(step.entity);
    const bool counts = step.op == PlanOp::Count;
    write(counts ? u"CAST((SELECT " : u"(SELECT ");
    const Nested nested(*this, 5);
    if (counts) {
        write(u"count(*)");
    } else {
        write(aggregateFunction(step));
        write(u"(");
        const Nested within(*this, 5);
        argument(step.children[0], rows, 0);
        write(u")");
    }
    relatedRows(step, scope, rows);
    write(counts ? u") AS REAL)" : u")");
}

/// The rows that are not in the bin and point at the row of `scope`.
void SqlWriter::fromLinked(const Scope &row, const QString &link, const Scope &scope) {
    const KeyTable *keys = keyTableOf(row.entity->key, link);
    if (!keys) {
        fromLive(row);
        write(u" AND ");
        column(row, link);
        write(u" = ");
        return column(scope, u"id"_s);
    }
    // CROSS: few keys belong to a row, so they come first.
    const QString from = u" FROM \"%1\" k CROSS JOIN \"%2\" %3 ON %3.\"id\" = k.\"id\""
                         " WHERE k.\"%4\" = "_s;
    write(from.arg(keys->name, row.entity->key, row.alias, keys->column));
    column(scope, u"id"_s);
    write(u" AND ");
    write(standsSql(*row.entity, row.alias));
}

/// ` FROM …` of an aggregate, with its condition.
void SqlWriter::relatedRows(const PlanNode &step, const Scope &scope, const Scope &rows) {
    fromLinked(rows, step.link, scope);
    if (!step.hasWhere)
        return;
    const Nested nested(*this, 10);
    write(u" AND (");
    condition(step.children.back(), rows);
    write(u")");
}

/// The rows that are meant are looked for once, not anew for every link to them.
void SqlWriter::named(const PlanNode &step, const Scope &scope) {
    const bool equal = step.comparison == Comparison::Equal;
    const PlanNode &link = step.children[0];
    const KeyTable *keys = equal && link.op == PlanOp::Field
                               ? keyTableOf(scope.entity->key, scope.entity->field(link.field).name)
                               : nullptr;
    if (keys) {
        column(scope, u"id"_s);
        write(u" IN (SELECT k.\"id\" FROM \"%1\" k WHERE k.\"%2\""_s.arg(keys->name, keys->column));
    } else {
        value(link, scope);
    }
    const Scope row = rowOf(step.entity);
    write(u" IN (SELECT ");
    column(row, u"id"_s);
    fromLive(row);
    const Nested nested(*this, keys ? 20 : 14);
    write(u" AND (");
    matches(step.children[1], *step.names, row);
    write(equal ? u"))" : u") IS NOT TRUE)");
    if (keys)
        write(u")");
}

/// ` FROM …` of the members of a set.
void SqlWriter::memberRows(const PlanNode &step, const Scope &scope) {
    const QString table = setTableOf(scope.entity->key, scope.entity->field(step.field));
    write(u" FROM \"%1\" s WHERE s.\"row\" = "_s.arg(table));
    column(scope, u"id"_s);
}

void SqlWriter::hasMember(const PlanNode &step, const Scope &scope) {
    const QString table = setTableOf(scope.entity->key, scope.entity->field(step.field));
    write(u"EXISTS (SELECT 1 FROM \"%1\" s"_s.arg(table));
    const bool choices = step.entity.isEmpty();
    const Scope row = choices ? Scope() : rowOf(step.entity);
    // CROSS: few members belong to a row, so they come first.
    if (!choices) {
        write(u" CROSS JOIN \"%1\" %2 ON "_s.arg(step.entity, row.alias));
        column(row, u"id"_s);
        write(u" = dw_id(s.\"member\")");
    }
    write(u" WHERE s.\"row\" = ");
    column(scope, u"id"_s);
    write(u" AND ");
    if (choices) {
        write(u"s.\"member\"");
        list(step.names->texts);
        return write(u")");
    }
    const Nested nested(*this, 14);
    write(standsSql(*row.entity, row.alias));
    write(u" AND (");
    matches(step.children[0], *step.names, row);
    write(u"))");
}

void SqlWriter::matches(const PlanNode &title, const PlanNames &names, const Scope &row) {
    write(u"dw_fold(");
    argument(title, row, 0);
    write(u")");
    list(names.texts);
    if (!names.shortIds.isEmpty()) {
        write(u" OR ");
        column(row, u"short_id"_s);
        list(names.shortIds);
    }
    for (const RecordId id : names.ids) {
        write(u" OR ");
        column(row, u"id"_s);
        write(u" = ");
        parameter(id);
    }
}

} // namespace dw
