// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expr/checker.h"

#include "core/expr/exprerror.h"
#include "core/expr/parser.h"
#include "core/expr/suggest.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr int titleLinks = 3;

bool isLink(const FieldDesc &desc) {
    return desc.type == FieldType::Link || desc.type == FieldType::Person;
}

/// Where one part of a path stands. A path that was written with blanks is pointed at as a whole.
Span partOf(const ExprNode &node, qsizetype part) {
    const QString joined = node.path.join(u'.');
    if (joined.size() != node.span.length)
        return node.span;
    qsizetype before = 0;
    for (qsizetype i = 0; i < part; ++i)
        before += node.path[i].size() + 1;
    return {node.span.at + int(before), int(node.path[part].size())};
}

PlanNode fieldStep(FieldHandle field, ValueType type) {
    PlanNode made;
    made.op = PlanOp::Field;
    made.type = type;
    made.field = field;
    made.constant = false;
    return made;
}

PlanNode rowStep(PlanOp op) {
    PlanNode made;
    made.op = op;
    made.type = ValueType::Text;
    made.constant = false;
    made.local = op == PlanOp::OwnId;
    return made;
}

PlanNode follow(FieldHandle link, const EntityDesc &target, PlanNode inner) {
    PlanNode made = planStep(PlanOp::Follow, inner.type,
                             planChildren(fieldStep(link, ValueType::Link), std::move(inner)));
    made.local = false;
    made.entity = target.key;
    return made;
}

ValueType valueTypeOf(FieldType type) {
    switch (type) {
    case FieldType::Number:
    case FieldType::Counter:
        return ValueType::Number;
    case FieldType::Money:
        return ValueType::Money;
    case FieldType::Date:
        return ValueType::Date;
    case FieldType::Instant:
        return ValueType::Instant;
    case FieldType::YesNo:
        return ValueType::YesNo;
    case FieldType::Choice:
        return ValueType::Choice;
    case FieldType::Set:
        return ValueType::Set;
    case FieldType::Person:
    case FieldType::Link:
        return ValueType::Link;
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Phone:
    case FieldType::Email:
    case FieldType::Formula:
        break;
    }
    return ValueType::Text;
}

/// True where a formula that gives `typed` is what its description says.
bool fits(FieldType declared, const Typed &typed) {
    const ValueType wanted = valueTypeOf(declared);
    return typed.is(wanted)
           || (typed.isTextLike() && (wanted == ValueType::Text || wanted == ValueType::Choice));
}

} // namespace

FieldHandle Checker::named(const EntityDesc &entity, const QString &name) const {
    return m_naming == FieldNaming::Keys ? entity.byKey(name) : entity.byName(name);
}

Error Checker::unknownField(const ExprNode &node, qsizetype part, const EntityDesc &entity) const {
    const QString &typed = node.path[part];
    std::vector<Suggestion> words;
    for (const FieldDesc &desc : entity.fields) {
        if (!desc.hidden)
            words.push_back({desc.key, {desc.label.en, desc.label.zh}});
    }
    words.push_back({u"short_id"_s, {}});
    Error error = exprError("expr.unknown_field", partOf(node, part),
                            {{u"name"_s, excerpt(typed)}, {u"entity"_s, entity.key}});
    if (const EntityDesc *rows = part == 0 ? rowsNamed(typed, entity) : nullptr) {
        error.reasons.push_back({u"expr.use_aggregate"_s, {{u"name"_s, rows->plural}}});
    } else if (const QString known = nearest(typed, words); !known.isEmpty()) {
        error.message.args.insert(u"suggestion"_s, known);
        error.reasons.push_back({u"expr.did_you_mean"_s, {{u"name"_s, known}}});
    }
    return error;
}

Result<Checker::Place> Checker::place(const ExprNode &node, Scope scope) const {
    if (node.path.size() > exprlimits::pathLength)
        return exprError("expr.path_too_long", node.span,
                         {{u"limit"_s, QString::number(exprlimits::pathLength)}});
    Place place;
    place.entity = &scope;
    for (qsizetype i = 0; i < node.path.size(); ++i) {
        const QString &name = node.path[i];
        const bool last = i + 1 == node.path.size();
        if (last && (name == "id"_L1 || name == "short_id"_L1)) {
            place.special = name;
            place.names << name;
            return place;
        }
        const FieldHandle handle = named(*place.entity, name);
        if (handle.isNull())
            return unknownField(node, i, *place.entity);
        const FieldDesc &desc = place.entity->field(handle);
        place.names << desc.name;
        if (last) {
            place.field = handle;
            return place;
        }
        const EntityDesc *target = isLink(desc) ? m_catalog.entity(desc.target) : nullptr;
        if (!target)
            return exprError("expr.not_a_link", partOf(node, i), {{u"name"_s, desc.key}});
        place.links.emplace_back(handle, target);
        place.entity = target;
    }
    return place;
}

PlanNode Checker::wrapped(const Place &place, PlanNode leaf) {
    for (auto link = place.links.rbegin(); link != place.links.rend(); ++link)
        leaf = follow(link->first, *link->second, std::move(leaf));
    return leaf;
}

PlanNode Checker::titleOf(const EntityDesc &entity, int depth) const {
    const FieldHandle title = entity.titleField();
    if (title.isNull() || depth > titleLinks)
        return rowStep(PlanOp::ShortId);
    const FieldDesc &desc = entity.field(title);
    if (isLink(desc)) {
        const EntityDesc *target = m_catalog.entity(desc.target);
        return target ? follow(title, *target, titleOf(*target, depth + 1))
                      : rowStep(PlanOp::ShortId);
    }
    return valueTypeOf(desc.type) == ValueType::Text ? fieldStep(title, ValueType::Text)
                                                     : rowStep(PlanOp::ShortId);
}

/// Text of what is text-like: a link stands for the title of its row.
PlanNode Checker::asText(Typed &typed) const {
    if (!typed.is(ValueType::Link))
        return std::move(typed.plan);
    const EntityDesc *target = m_catalog.entity(typed.target);
    PlanNode made = planStep(PlanOp::Follow, ValueType::Text,
                             planChildren(std::move(typed.plan), titleOf(*target)));
    made.local = false;
    made.entity = target->key;
    return made;
}

Result<Typed> Checker::leaf(const Place &place, Span span) {
    Typed typed;
    if (place.field.isNull()) {
        typed.plan = rowStep(place.special == "id"_L1 ? PlanOp::OwnId : PlanOp::ShortId);
        return typed;
    }
    const FieldDesc &desc = place.entity->field(place.field);
    if (desc.type == FieldType::Formula)
        return formula(*place.entity, desc, span);
    typed.plan = fieldStep(place.field, valueTypeOf(desc.type));
    if (typed.plan.type == ValueType::Number)
        typed.unit = desc.unit;
    typed.target = isLink(desc) ? desc.target : QString();
    typed.choices = desc.choices.empty() ? nullptr : &desc.choices;
    return typed;
}

Result<Typed> Checker::field(ExprNode &node, Scope scope) {
    const Result<Place> found = place(node, scope);
    if (!found)
        return found.error();
    Result<Typed> typed = leaf(*found, node.span);
    if (!typed)
        return typed;
    node.path = found->names;
    typed->plan = wrapped(*found, std::move(typed->plan));
    return typed;
}

/// Puts the expression of a formula field in its place.
Result<Typed> Checker::formula(const EntityDesc &entity, const FieldDesc &desc, Span span) {
    const std::pair<QString, QString> id(entity.key, desc.name);
    const QString shown = entity.key + u'.' + desc.key;
    if (std::find(m_formulas.begin(), m_formulas.end(), id) != m_formulas.end())
        return exprError("expr.cycle", span, {{u"field"_s, shown}});
    if (m_formulas.size() >= exprlimits::formulaDepth)
        return exprError(
            "expr.formula_too_deep", span,
            {{u"field"_s, shown}, {u"limit"_s, QString::number(exprlimits::formulaDepth)}});
    const auto known = m_checkedFormulas.find(id);
    if (known == m_checkedFormulas.end()) {
        m_formulas.push_back(id);
        Result<Typed> typed = formulaText(entity, desc, span);
        m_formulas.pop_back();
        if (!typed)
            return typed;
        m_checkedFormulas.emplace(id, *typed);
        return typed;
    }
    m_steps += stepsOf(known->second.plan);
    if (m_steps > exprlimits::steps)
        return exprError("expr.too_many", span, {{u"limit"_s, QString::number(exprlimits::steps)}});
    return known->second;
}

Result<Typed> Checker::formulaText(const EntityDesc &entity, const FieldDesc &desc, Span span) {
    const FieldNaming outer = std::exchange(m_naming, FieldNaming::StableNames);
    Result<ExprNode> tree = parseTree(desc.formula);
    Result<Typed> typed = tree ? check(*tree, entity) : Result<Typed>(tree.error());
    m_naming = outer;
    if (typed && m_steps > exprlimits::steps)
        typed =
            exprError("expr.too_many", span, {{u"limit"_s, QString::number(exprlimits::steps)}});
    if (typed && !fits(desc.formulaType, *typed))
        typed = exprError(
            "expr.formula_type", span,
            {{u"expected"_s, typeName(desc.formulaType)}, {u"found"_s, typeWord(*typed)}});
    if (typed) {
        typed->literal = false;
        if (typed->is(ValueType::Number) && !desc.unit.isEmpty())
            typed->unit = desc.unit;
        return typed;
    }
    // The place within the formula means nothing to whoever wrote this expression.
    Error error = typed.error();
    const bool ownId = error.message.id == "expr.cycle"_L1 || error.message.id == "expr.formula"_L1
                       || error.message.id == "expr.formula_too_deep"_L1
                       || error.message.id == "expr.too_many"_L1;
    if (ownId) {
        Error same = exprError("expr.formula", span, error.message.args);
        same.message.id = error.message.id;
        same.reasons = std::move(error.reasons);
        return same;
    }
    Error wrapping = exprError("expr.formula", span, {{u"field"_s, entity.key + u'.' + desc.key}});
    wrapping.reasons.push_back(std::move(error.message));
    wrapping.reasons.insert(wrapping.reasons.end(), error.reasons.begin(), error.reasons.end());
    return wrapping;
}

} // namespace dw
