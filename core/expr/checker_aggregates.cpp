// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expr/checker.h"

#include "core/expr/exprerror.h"
#include "core/expr/functions.h"
#include "core/expr/relations.h"
#include "core/expr/suggest.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// The field that stands first in the text: it says which related rows are meant.
const ExprNode *firstField(const ExprNode &node) {
    if (node.kind == ExprKind::Field)
        return &node;
    for (const ExprNode &child : node.children) {
        if (const ExprNode *found = firstField(child))
            return found;
    }
    return nullptr;
}

bool startsWith(const QStringList &path, const QStringList &prefix) {
    return path.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), path.begin());
}

PlanOp aggregateOp(Function function) {
    switch (function) {
    case Function::Sum:
        return PlanOp::Sum;
    case Function::Avg:
        return PlanOp::Average;
    case Function::Min:
        return PlanOp::Minimum;
    case Function::Max:
        return PlanOp::Maximum;
    default:
        return PlanOp::Count;
    }
}

bool takes(PlanOp op, const Typed &typed) {
    const bool adds = op == PlanOp::Sum || op == PlanOp::Average;
    return typed.is(ValueType::Number) || typed.is(ValueType::Money)
           || (!adds && (typed.is(ValueType::Date) || typed.is(ValueType::Instant)));
}

} // namespace

/// By the plural, or by the singular where no field is called that.
const EntityDesc *Checker::rowsNamed(const QString &word, const EntityDesc &to) const {
    if (const EntityDesc *rows = relationNamed(m_catalog, word, to))
        return rows;
    const EntityDesc *rows = named(to, word).isNull() ? m_catalog.entity(word) : nullptr;
    return rows ? relationNamed(m_catalog, rows->plural, to) : nullptr;
}

/// The link field by which `rows` belong to `to`: the one that part of the path names, else the
/// usual one.
Result<FieldHandle> Checker::linkBetween(const EntityDesc &rows, const EntityDesc &to,
                                         const ExprNode &node, qsizetype part) const {
    const std::vector<FieldHandle> links = linksBetween(rows, to);
    if (part < node.path.size()) {
        const FieldHandle link = named(rows, node.path[part]);
        if (std::find(links.begin(), links.end(), link) != links.end())
            return link;
    }
    if (const FieldHandle usual = usualLink(rows, to); !usual.isNull())
        return usual;
    QStringList keys;
    for (const FieldHandle link : links)
        keys << rows.plural + u'.' + rows.field(link).key;
    return exprError("expr.ambiguous_relation", node.span,
                     {{u"name"_s, rows.plural}, {u"choices"_s, keys.join(u", "_s)}});
}

Result<Checker::Relation> Checker::relation(const ExprNode &node, Scope scope) const {
    Relation found;
    found.place.entity = &scope;
    for (qsizetype i = 0; i < node.path.size() && i < exprlimits::pathLength; ++i) {
        const EntityDesc &from = *found.place.entity;
        found.rows = rowsNamed(node.path[i], from);
        if (found.rows) {
            const Result<FieldHandle> via = linkBetween(*found.rows, from, node, i + 1);
            if (!via)
                return via.error();
            found.via = *via;
            found.word = node.path[i];
            const bool named =
                i + 1 < node.path.size() && this->named(*found.rows, node.path[i + 1]) == *via;
            found.length = i + (named ? 2 : 1);
            return found;
        }
        const FieldHandle link = named(from, node.path[i]);
        const FieldDesc *desc = link.isNull() ? nullptr : &from.field(link);
        const EntityDesc *target = desc && !desc->target.isEmpty() && desc->type != FieldType::Set
                                       ? m_catalog.entity(desc->target)
                                       : nullptr;
        if (!target)
            return unknownRelation(node, i, from);
        found.place.names << desc->name;
        found.place.links.emplace_back(link, target);
        found.place.entity = target;
    }
    return unknownRelation(node, node.path.size() - 1, *found.place.entity);
}

Error Checker::unknownRelation(const ExprNode &node, qsizetype part,
                               const EntityDesc &entity) const {
    std::vector<Suggestion> words;
    for (const EntityDesc *rows : relationsOf(m_catalog, entity))
        words.push_back(
            {rows->plural, {rows->key, rows->label.en, rows->label.zh, rows->pluralLabel.en}});
    const QString &typed = node.path[part];
    Error error = exprError("expr.unknown_relation", node.span,
                            {{u"name"_s, excerpt(typed)}, {u"entity"_s, entity.key}});
    if (const QString known = nearest(typed, words); !known.isEmpty()) {
        error.message.args.insert(u"suggestion"_s, known);
        error.reasons.push_back({u"expr.did_you_mean"_s, {{u"name"_s, known}}});
    }
    return error;
}

/// Takes the part that names the related rows off every field, so that what is left is named from
/// such a row.
Result<void> Checker::strip(ExprNode &node, const QStringList &prefix,
                            const EntityDesc *optionalFor) {
    if (node.kind == ExprKind::Field) {
        const bool longer = startsWith(node.path, prefix) && node.path.size() > prefix.size();
        if (optionalFor) {
            if (longer && optionalFor->byKey(prefix[0]).isNull())
                node.path = node.path.sliced(prefix.size());
            return {};
        }
        if (!longer)
            return exprError(
                "expr.outside_list", node.span,
                {{u"name"_s, excerpt(node.path.join(u'.'))}, {u"relation"_s, prefix.join(u'.')}});
        node.path = node.path.sliced(prefix.size());
        return {};
    }
    // The condition of an aggregate within is named from its own rows.
    const size_t own = node.hasWhere ? node.children.size() - 1 : node.children.size();
    for (size_t i = 0; i < own; ++i) {
        if (auto stripped = strip(node.children[i], prefix, optionalFor); !stripped)
            return stripped;
    }
    return {};
}

Result<Typed> Checker::memberCount(ExprNode &node, const Place &place) {
    node.children[0].path = place.names;
    PlanNode count;
    count.op = PlanOp::MemberCount;
    count.type = ValueType::Number;
    count.constant = false;
    count.field = place.field;
    Typed typed;
    typed.plan = countedOrZero(place, std::move(count));
    return typed;
}

/// Of no row there are none.
PlanNode Checker::countedOrZero(const Place &place, PlanNode count) {
    if (place.links.empty())
        return count;
    return planStep(
        PlanOp::Coalesce, ValueType::Number,
        planChildren(wrapped(place, std::move(count)), planConstant(ValueType::Number, 0.0)));
}

Result<Typed> Checker::aggregate(ExprNode &node, Scope scope) {
    const PlanOp op = aggregateOp(functionNamed(node.name)->function);
    const ExprNode *first = firstField(node.children[0]);
    if (!first)
        return exprError("expr.no_relation", node.children[0].span, {{u"name"_s, node.name}});
    if (op == PlanOp::Count && !node.hasWhere && node.children[0].kind == ExprKind::Field) {
        const Result<Place> set = place(*first, scope);
        if (set && !set->field.isNull() && set->entity->field(set->field).type == FieldType::Set)
            return memberCount(node, *set);
    }
    const Result<Relation> found = relation(*first, scope);
    if (!found)
        return found.error();
    if (m_aggregates >= exprlimits::aggregateDepth)
        return exprError("expr.nested_aggregates", node.span,
                         {{u"limit"_s, QString::number(exprlimits::aggregateDepth)}});
    ++m_aggregates;
    Result<Typed> typed = overRows(op, node, *found, first->path.first(found->length));
    --m_aggregates;
    if (!typed)
        return typed;
    node.kind = ExprKind::Aggregate;
    node.path = found->place.names;
    node.relation = found->rows->plural;
    node.via = found->rows->field(found->via).name;
    return typed;
}

/// The aggregate over the rows of a relation that `prefix` names in its arguments.
Result<Typed> Checker::overRows(PlanOp op, ExprNode &node, const Relation &relation,
                                const QStringList &prefix) {
    std::vector<PlanNode> children;
    Typed typed;
    typed.type = ValueType::Number;
    if (op == PlanOp::Count) {
        const ExprNode &list = node.children[0];
        if (list.kind != ExprKind::Field || list.path.size() != prefix.size())
            return exprError("expr.count_rows", list.span, {{u"relation"_s, prefix.join(u'.')}});
        node.children.erase(node.children.begin());
    } else {
        ExprNode &value = node.children[0];
        if (auto stripped = strip(value, prefix, nullptr); !stripped)
            return stripped.error();
        Result<Typed> perRow = check(value, *relation.rows);
        if (!perRow)
            return perRow;
        if (!takes(op, *perRow))
            return wantedType(value.span, node.name, "number", *perRow);
        children.push_back(std::move(perRow->plan));
        typed.type = perRow->type;
        typed.unit = perRow->unit;
        typed.currency = perRow->currency;
    }
    if (node.hasWhere) {
        ExprNode &where = node.children.back();
        if (auto stripped = strip(where, {relation.word}, relation.rows); !stripped)
            return stripped.error();
        Result<PlanNode> condition = this->condition(where, *relation.rows);
        if (!condition)
            return condition.error();
        children.push_back(std::move(*condition));
    }
    PlanNode made = planStep(op, typed.type, std::move(children));
    made.constant = made.local = false;
    made.hasWhere = node.hasWhere;
    made.entity = relation.rows->key;
    made.link = relation.rows->field(relation.via).name;
    typed.plan = op == PlanOp::Count ? countedOrZero(relation.place, std::move(made))
                                     : wrapped(relation.place, std::move(made));
    return typed;
}

} // namespace dw
