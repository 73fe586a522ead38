// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/exports/listcells.h"

#include "core/catalog/valuetext.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// What parts the members of a set when it is read.
const QString &setParting() {
    static const QString marks = u",，、"_s;
    return marks;
}

/// A label that another choice is known by would be read as that one.
bool readsAs(const FieldDesc &field, const QString &label, const QString &key) {
    FieldDesc one = field;
    one.type = FieldType::Choice;
    const auto read = valueFromText(one, label);
    return read && read->as<QString>() == key;
}

} // namespace

Result<FieldValue> ListCells::typed(const FieldDesc &field, const FieldValue &value) {
    if (value.is<RecordId>()) {
        auto name = m_names.name(field.target, value.as<RecordId>());
        return name ? Result<FieldValue>(FieldValue(*std::move(name))) : name.error();
    }
    if (value.is<QStringList>())
        return members(field, value.as<QStringList>());
    if (field.type == FieldType::Choice && value.is<QString>())
        return FieldValue(choice(field, value.as<QString>(), {}));
    return value;
}

QString ListCells::text(const FieldDesc &field, const FieldValue &typed, Language language) {
    if (typed.is<bool>() && language == Language::Chinese)
        return typed.as<bool>() ? u"是"_s : u"否"_s;
    return valueToText(field, typed);
}

Result<FieldValue> ListCells::members(const FieldDesc &field, const QStringList &members) {
    QStringList names;
    for (const QString &member : members) {
        if (field.target.isEmpty()) {
            names << choice(field, member, setParting());
            continue;
        }
        auto name = m_names.name(field.target, RecordId::fromText(member), setParting());
        if (!name)
            return name.error();
        names << *std::move(name);
    }
    return names.isEmpty() ? FieldValue() : FieldValue(names.join(u", "_s));
}

QString ListCells::choice(const FieldDesc &field, const QString &key,
                          const QString &parting) const {
    const auto found = std::find_if(field.choices.begin(), field.choices.end(),
                                    [&](const Choice &one) { return one.key == key; });
    if (found == field.choices.end())
        return key;
    const QString label = found->label.in(m_language);
    const bool isParted =
        std::any_of(parting.begin(), parting.end(), [&](QChar c) { return label.contains(c); });
    return !isParted && readsAs(field, label, key) ? label : key;
}

} // namespace dw
