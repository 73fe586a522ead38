// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/imports/importfields.h"

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

/// Types that a field may be made with here; links and formulas need more than a type.
constexpr FieldType newTypes[] = {
    FieldType::Text,    FieldType::LongText, FieldType::Number, FieldType::Money, FieldType::Date,
    FieldType::Instant, FieldType::YesNo,    FieldType::Choice, FieldType::Phone, FieldType::Email};

/// The column that has this use now; nothing where none, or this one, has it.
QString takenBy(const ImportLook &look, size_t column, const MappedColumn &as) {
    for (const ColumnProposal &other : look.columns) {
        if (size_t(other.at) != column && other.isSure() && other.as.use == as.use
            && other.as.field == as.field)
            return other.header;
    }
    return {};
}

} // namespace

QString ImportFields::typeText(FieldType type) {
    switch (type) {
    case FieldType::Text:
        return tr("Text");
    case FieldType::LongText:
        return tr("Long text");
    case FieldType::Number:
    case FieldType::Counter:
        return tr("Number");
    case FieldType::Money:
        return tr("Amount of money");
    case FieldType::Date:
        return tr("Date");
    case FieldType::Instant:
        return tr("Date and time");
    case FieldType::YesNo:
        return tr("Yes or no");
    case FieldType::Choice:
        return tr("Choice");
    case FieldType::Set:
        return tr("Several choices");
    case FieldType::Person:
        return tr("Person");
    case FieldType::Link:
        return tr("Link");
    case FieldType::Phone:
        return tr("Phone");
    case FieldType::Email:
        return tr("E-mail");
    case FieldType::Formula:
        return tr("Formula");
    }
    return {};
}

QString ImportFields::fieldText(const ImportableField &field, const EntityDesc &entity) const {
    const QString label = field.field->label.in(m_language);
    return field.entity == &entity ? label
                                   : u"%1 · %2"_s.arg(label, field.entity->label.in(m_language));
}

QString ImportFields::useText(const EntityDesc &entity, const MappedColumn &as) const {
    switch (as.use) {
    case ColumnUse::None:
        return tr("Do not import");
    case ColumnUse::CreatedAt:
        return tr("Originally created on");
    case ColumnUse::CreatedBy:
        return tr("Originally created by");
    case ColumnUse::ChangedAt:
        return tr("Originally changed on");
    case ColumnUse::ChangedBy:
        return tr("Originally changed by");
    case ColumnUse::ExternalId: {
        const FieldHandle link = as.field.isEmpty() ? FieldHandle() : entity.byKey(as.field);
        return link.isNull() ? tr("Id in the other system")
                             : tr("Id of %1 in the other system")
                                   .arg(entity.field(link).label.in(m_language));
    }
    case ColumnUse::Field:
        break;
    }
    return as.field;
}

QString ImportFields::text(const EntityDesc &entity, const MappedColumn &as) const {
    if (as.use != ColumnUse::Field)
        return useText(entity, as);
    if (as.newField)
        return u"%1 · %2"_s.arg(tr("New field: %1").arg(as.newField->label.in(m_language)),
                                typeText(as.newField->type));
    for (const ImportableField &field : importableFields(m_catalog, entity)) {
        if (field.key != as.field)
            continue;
        QString text = fieldText(field, entity);
        if (field.field->type == FieldType::Money && !as.currency.isEmpty())
            text += u" · "_s + as.currency;
        if (as.multiplier != 1)
            text += u" × "_s + QLocale().toString(as.multiplier);
        return text;
    }
    return as.field;
}

void ImportFields::addFields(const ImportLook &look, const EntityDesc &entity, size_t column,
                             std::vector<FieldOption> &options) const {
    bool first = true;
    const ColumnProposal &proposal = look.columns[column];
    for (const ImportableField &field : importableFields(m_catalog, entity)) {
        FieldOption option;
        option.as.field = field.key;
        option.as.currency = proposal.as.currency;
        option.as.multiplier = proposal.as.multiplier;
        option.label = fieldText(field, entity);
        const QString taken = takenBy(look, column, option.as);
        option.hint = taken.isEmpty() ? typeText(field.field->type) : tr("now “%1”").arg(taken);
        if (first)
            option.heading = tr("Fields of %1").arg(entity.label.in(m_language));
        first = false;
        options.push_back(std::move(option));
    }
}

void ImportFields::addUses(const ImportLook &look, const EntityDesc &entity, size_t column,
                           std::vector<FieldOption> &options) const {
    std::vector<MappedColumn> uses;
    const auto add = [&](ColumnUse use, const QString &field) {
        MappedColumn as;
        as.use = use;
        as.field = field;
        uses.push_back(as);
    };
    add(ColumnUse::ExternalId, {});
    for (const ImportableField &field : importableFields(m_catalog, entity)) {
        const FieldType type = field.field->type;
        if (field.entity == &entity && (type == FieldType::Link || type == FieldType::Person))
            add(ColumnUse::ExternalId, field.key);
    }
    for (const ColumnUse use :
         {ColumnUse::CreatedAt, ColumnUse::CreatedBy, ColumnUse::ChangedAt, ColumnUse::ChangedBy})
        add(use, {});
    for (size_t i = 0; i < uses.size(); ++i) {
        const QString taken = takenBy(look, column, uses[i]);
        options.push_back({uses[i], useText(entity, uses[i]),
                           taken.isEmpty() ? QString() : tr("now “%1”").arg(taken),
                           i == 0 ? tr("From the other system") : QString()});
    }
}

/// The type that the values speak for comes first.
void ImportFields::addNew(const ColumnProposal &proposal, std::vector<FieldOption> &options) const {
    std::vector<FieldType> types{proposal.newField.type};
    for (const FieldType type : newTypes) {
        const bool possible = type != FieldType::Choice || !proposal.newField.choices.empty();
        if (type != proposal.newField.type && possible)
            types.push_back(type);
    }
    for (const FieldType type : types) {
        FieldOption option;
        option.as.field = proposal.newField.key;
        option.as.newField = proposal.newField;
        option.as.newField->type = type;
        if (type != FieldType::Choice)
            option.as.newField->choices.clear();
        option.as.currency = proposal.as.currency;
        option.as.multiplier = proposal.as.multiplier;
        option.label = tr("New field: %1").arg(proposal.newField.label.in(m_language));
        option.hint = typeText(type);
        if (type == types.front())
            option.heading = tr("A field of its own");
        options.push_back(std::move(option));
    }
}

std::vector<FieldOption> ImportFields::options(const ImportLook &look, size_t column) const {
    std::vector<FieldOption> options;
    const EntityDesc &entity = *m_catalog.entity(look.entity);
    MappedColumn none;
    none.use = ColumnUse::None;
    options.push_back({none, tr("Do not import"), {}, {}});
    addFields(look, entity, column, options);
    addUses(look, entity, column, options);
    addNew(look.columns[column], options);
    return options;
}

} // namespace dw::ui
