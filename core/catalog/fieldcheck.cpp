// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/fieldcheck.h"

#include <QRegularExpression>
#include <QSet>
#include <cmath>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr int longestLabel = 100;
constexpr size_t mostChoices = 1000;

/// The name becomes a column; money and sorted text take a second one with a suffix.
bool isColumnName(const QString &name) {
    static const QRegularExpression shape(u"\\Ac_[a-z0-9]+(_[a-z0-9]+)*\\z"_s);
    return name.size() <= 60 && shape.match(name).hasMatch() && !name.endsWith("_currency"_L1)
           && !name.endsWith("_key"_L1);
}

bool hasLongLabel(const Label &label) {
    return label.en.size() > longestLabel || label.zh.size() > longestLabel;
}

bool isLimit(const std::optional<double> &limit) { return !limit || std::isfinite(*limit); }

void checkChoices(const FieldDesc &field, std::vector<Message> &reasons) {
    static const QRegularExpression shape(u"\\A[a-z][a-z0-9_]{0,59}\\z"_s);
    const bool needed =
        field.type == FieldType::Choice || (field.type == FieldType::Set && field.target.isEmpty());
    if (needed && field.choices.empty())
        reasons.push_back({u"catalog.no_choices"_s, {}});
    if (field.choices.size() > mostChoices)
        reasons.push_back(
            {u"catalog.too_many_choices"_s, {{u"limit"_s, QString::number(mostChoices)}}});
    QSet<QString> keys;
    for (const Choice &choice : field.choices) {
        if (!shape.match(choice.key).hasMatch() || keys.contains(choice.key)
            || hasLongLabel(choice.label))
            reasons.push_back({u"catalog.bad_choice"_s, {{u"choice"_s, choice.key.left(100)}}});
        keys.insert(choice.key);
    }
}

void checkFormula(const FieldDesc &field, std::vector<Message> &reasons) {
    if (field.type != FieldType::Formula)
        return;
    if (field.formula.trimmed().isEmpty())
        reasons.push_back({u"catalog.no_formula"_s, {}});
    if (field.formulaType == FieldType::Formula || field.formulaType == FieldType::Set)
        reasons.push_back({u"catalog.bad_formula_type"_s, {}});
}

} // namespace

MergePolicy usualPolicy(FieldType type) {
    switch (type) {
    case FieldType::Set:
        return MergePolicy::IncludeExclude;
    case FieldType::Counter:
        return MergePolicy::Add;
    case FieldType::LongText:
        return MergePolicy::KeepBoth;
    default:
        return MergePolicy::LastWriter;
    }
}

void completeField(FieldDesc &field) {
    field.custom = true;
    field.derived = field.sortable = false;
    field.readOnly = field.type == FieldType::Formula;
    if (field.group.isEmpty())
        field.group = field.name;
    if (field.label.en.isEmpty())
        field.label.en = field.label.zh.isEmpty() ? field.key : field.label.zh;
    if (field.label.zh.isEmpty())
        field.label.zh = field.label.en;
    if (field.section.isEmpty())
        field.section = u"custom"_s;
    if (field.type == FieldType::Person)
        field.target = u"person"_s;
    else if (field.type != FieldType::Link && field.type != FieldType::Set)
        field.target.clear();
    if (field.type != FieldType::Choice && field.type != FieldType::Set)
        field.choices.clear();
    field.policy = usualPolicy(field.type);
}

Error badField(const FieldDesc &field, QString reason, QMap<QString, QString> args) {
    Error error =
        makeError(ErrorKind::Invalid, u"catalog.bad_field"_s, {{u"field"_s, field.key.left(100)}});
    error.reasons.push_back({std::move(reason), std::move(args)});
    return error;
}

Result<void> checkField(const Catalog &catalog, const EntityDesc &entity, const FieldDesc &field) {
    // A field that stands keeps its key, so only a new one has to bring a good one.
    if (entity.byName(field.name).isNull() && !isValidKey(field.key))
        return makeError(ErrorKind::Invalid, u"catalog.bad_key"_s,
                         {{u"key"_s, field.key.left(100)}});
    std::vector<Message> reasons;
    if (!isColumnName(field.name))
        reasons.push_back({u"catalog.bad_name"_s, {{u"name"_s, field.name.left(100)}}});
    if (hasLongLabel(field.label))
        reasons.push_back(
            {u"catalog.label_too_long"_s, {{u"limit"_s, QString::number(longestLabel)}}});
    checkChoices(field, reasons);
    const bool pointsAway = field.type == FieldType::Link || !field.target.isEmpty();
    if (pointsAway && !catalog.entity(field.target))
        reasons.push_back({u"catalog.unknown_target"_s, {{u"target"_s, field.target.left(100)}}});
    const Validity &v = field.validity;
    if (!isLimit(v.min) || !isLimit(v.max) || (v.min && v.max && *v.min > *v.max)
        || v.maxLength < 0)
        reasons.push_back({u"catalog.bad_limits"_s, {}});
    checkFormula(field, reasons);
    if (reasons.empty())
        return {};
    Error error =
        makeError(ErrorKind::Invalid, u"catalog.bad_field"_s, {{u"field"_s, field.key.left(100)}});
    error.reasons = std::move(reasons);
    return error;
}

} // namespace dw
