// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/query/compile.h"

#include "core/expr/exprerror.h"
#include "core/store/query/exprfunctions.h"
#include "core/store/query/sqlwriter.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 epochJulianDay = 2'440'588; // 1970-01-01

/// For what needs no row.
class NoRows final : public Lookup {
public:
    const Record *record(const QString &, RecordId) override { return nullptr; }
    std::vector<Record> related(const QString &, const QString &, RecordId) override { return {}; }
};

void bindOne(Statement &s, int at, const FieldValue &value) {
    if (value.is<bool>())
        s.bind(at, qint64(value.as<bool>()));
    else if (value.is<qint64>())
        s.bind(at, value.as<qint64>());
    else if (value.is<double>())
        s.bind(at, value.as<double>());
    else if (value.is<QString>())
        s.bind(at, value.as<QString>().isNull() ? u""_s : value.as<QString>());
    else if (value.is<QDate>())
        s.bind(at, value.as<QDate>().toJulianDay() - epochJulianDay);
    else if (value.is<Instant>())
        s.bind(at, value.as<Instant>().ms);
    else if (value.is<Money>())
        s.bind(at, packed(value.as<Money>()));
    else if (value.is<RecordId>())
        s.bind(at, value.as<RecordId>().bytes());
    else
        s.bindNull(at);
}

} // namespace

Result<CompiledExpression> compileCondition(const Expression &condition, const Catalog &catalog,
                                            const ReadTime &time) {
    if (condition.type() != FieldType::YesNo)
        return exprError("expr.not_condition", condition.tree().span,
                         {{u"found"_s, typeName(condition.type())}});
    NoRows none;
    EvalContext context{catalog, none, time.now, time.zone};
    return SqlWriter(catalog, context).run(condition.plan(), condition.entity());
}

int bindCompiled(Statement &s, int at, const CompiledExpression &compiled) {
    for (const FieldValue &value : compiled.bindings)
        bindOne(s, at++, value);
    return at;
}

} // namespace dw
