// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expr/expression.h"

#include "core/expr/checker.h"
#include "core/expr/evaluator.h"
#include "core/expr/parser.h"
#include "core/expr/printer.h"

namespace dw {
using namespace Qt::StringLiterals;

/// Puts an expression together; the only one that may.
class ExpressionMaker {
public:
    static Result<Expression> make(const QString &text, FieldNaming naming, const Catalog &catalog,
                                   const QString &entity) {
        const EntityDesc *scope = catalog.entity(entity);
        if (!scope)
            return makeError(ErrorKind::NotFound, u"catalog.unknown_entity"_s,
                             {{u"entity"_s, entity.left(100)}});
        Result<ExprNode> tree = parseTree(text);
        if (!tree)
            return tree.error();
        Result<Typed> typed = Checker(catalog, naming).checkRoot(*tree, *scope);
        if (!typed)
            return typed.error();
        Expression made;
        made.m_entity = entity;
        made.m_checked = std::make_shared<const Expression::Checked>(Expression::Checked{
            std::move(*tree), std::move(typed->plan), std::move(typed->target)});
        return made;
    }
};

Result<Expression> Expression::parse(const QString &text, const Catalog &catalog,
                                     const QString &entity) {
    return ExpressionMaker::make(text, FieldNaming::Keys, catalog, entity);
}

Result<Expression> Expression::fromStored(const QString &stored, const Catalog &catalog,
                                          const QString &entity) {
    return ExpressionMaker::make(stored, FieldNaming::StableNames, catalog, entity);
}

FieldType Expression::type() const {
    switch (plan().type) {
    case ValueType::YesNo:
        return FieldType::YesNo;
    case ValueType::Number:
        return FieldType::Number;
    case ValueType::Text:
        return FieldType::Text;
    case ValueType::Choice:
        return FieldType::Choice;
    case ValueType::Money:
        return FieldType::Money;
    case ValueType::Date:
        return FieldType::Date;
    case ValueType::Instant:
        return FieldType::Instant;
    case ValueType::Link:
        return FieldType::Link;
    case ValueType::Set:
        return FieldType::Set;
    }
    Q_UNREACHABLE();
}

QString Expression::text(const Catalog &catalog) const {
    return printKeys(tree(), catalog, m_entity);
}

QString Expression::stored() const { return printStored(tree()); }

FieldValue evaluate(const Expression &e, const Record &record, EvalContext &context) {
    return Evaluator(context).value(e.plan(), record);
}

bool holds(const Expression &condition, const Record &record, EvalContext &context) {
    return Evaluator(context).holds(condition.plan(), record);
}

} // namespace dw
