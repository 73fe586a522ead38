// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/importplan.h"

#include "core/services/imports/importparts.h"
#include "core/services/imports/rejectsfile.h"

#include <QSet>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

Result<FieldHandle> fieldOf(const EntityDesc &entity, const QString &key) {
    const QMap<QString, QString> args{{u"entity"_s, entity.key}, {u"field"_s, key.left(100)}};
    const FieldHandle handle = entity.byKey(key);
    if (handle.isNull())
        return makeError(ErrorKind::NotFound, u"import.unknown_field"_s, args);
    if (!isImportable(entity.field(handle)))
        return makeError(ErrorKind::Invalid, u"import.own_field"_s, args);
    return handle;
}

/// A header of one cell that holds another usual separator.
Error noColumns(const QStringList &header) {
    Error error = makeError(ErrorKind::Invalid, u"import.no_columns"_s);
    for (const QString &separator : {u";"_s, u"\t"_s, u"|"_s}) {
        if (header.size() == 1 && header.first().contains(separator)) {
            const QString shown = separator == "\t"_L1 ? u"Tab"_s : separator;
            error.reasons.push_back({u"csv.separator"_s, {{u"separator"_s, shown}}});
        }
    }
    return error;
}

/// Puts the columns of one mapping where they belong; the first that cannot be is kept.
class Planner {
public:
    Planner(const EntityDesc &entity, const ImportMapping &mapping, const QStringList &header)
        : m_entity(entity),
          m_mapping(mapping),
          m_header(header) {}

    Result<ImportPlan> plan() {
        for (const MappedColumn &mapped : m_mapping.columns) {
            if (mapped.use == ColumnUse::None)
                continue;
            if (const auto placed = place(mapped); !placed)
                return placed.error();
        }
        if (const auto rest = readRest(); !rest)
            return rest.error();
        const bool isEmpty = m_plan.columns.empty() && m_plan.linkIds.empty()
                             && m_plan.ownIds.empty() && !m_plan.firstName.isThere()
                             && !m_plan.lastName.isThere();
        if (isEmpty)
            return noColumns(m_header);
        for (qsizetype i = 0; i < m_header.size(); ++i) {
            if (!m_used.contains(i) && !isRejectColumn(m_header.at(i)))
                m_plan.notUsed << (m_header.at(i).isEmpty() ? u"#%1"_s.arg(i + 1) : m_header.at(i));
        }
        return std::move(m_plan);
    }

private:
    Result<void> place(const MappedColumn &mapped) {
        FieldHandle field;
        ImportPlan::Column *own = ownPlace(mapped);
        const FieldHandle money =
            mapped.use == ColumnUse::Field ? moneyOfPart(m_entity, mapped.field) : FieldHandle();
        const bool isList = money.isNull() && !own
                            && !(mapped.use == ColumnUse::ExternalId && mapped.field.isEmpty());
        if (isList) {
            const auto found = fieldOf(m_entity, mapped.field);
            if (!found)
                return found.error();
            field = *found;
        }
        if (mapped.use == ColumnUse::ExternalId && isList && m_entity.field(field).target.isEmpty())
            return refuse(u"import.no_link"_s, mapped);
        if (!money.isNull())
            field = money;
        const qsizetype at = columnOf(m_header, mapped.header);
        if (at < 0) {
            m_plan.missing << mapped.header;
            return {};
        }
        // Which of the two is meant would be a guess; "#3" says it.
        if (m_header.indexOf(mapped.header) >= 0 ? m_header.count(mapped.header) > 1
                                                 : isDoubled(mapped.header, at))
            return makeError(ErrorKind::Invalid, u"import.header_twice"_s,
                             {{u"header"_s, m_header.at(at)}});
        m_used.insert(at);
        return put(
            mapped,
            {.at = at,
             .field = field,
             .number = mapped.number.value_or(NumberForm()),
             .dates = mapped.dates.value_or(m_mapping.dates.value_or(DateOrder::YearMonthDay)),
             .currency = mapped.currency.isEmpty() ? m_mapping.currency.toUpper() : mapped.currency,
             .multiplier = mapped.multiplier,
             .system = mapped.system.isEmpty() ? m_mapping.system : mapped.system},
            own);
    }

    /// Named by its text, which others share but for case and width.
    [[nodiscard]] bool isDoubled(const QString &name, qsizetype at) const {
        return name != u'#' + QString::number(at + 1) && m_header.count(m_header.at(at)) > 1;
    }

    Result<void> put(const MappedColumn &mapped, ImportPlan::Column column,
                     ImportPlan::Column *own) {
        if (own) {
            if (own->isThere())
                return refuse(u"import.field_twice"_s, mapped);
            *own = std::move(column);
            return {};
        }
        if (mapped.use == ColumnUse::ExternalId && mapped.field.isEmpty()) {
            m_plan.ownIds.push_back(std::move(column));
            return {};
        }
        const bool isPart = !moneyOfPart(m_entity, mapped.field).isNull();
        auto &list = mapped.use == ColumnUse::ExternalId ? m_plan.linkIds
                     : isPart                            ? m_plan.currencies
                                                         : m_plan.columns;
        if (std::any_of(list.begin(), list.end(),
                        [&](const auto &c) { return c.field == column.field; }))
            return refuse(u"import.field_twice"_s, mapped);
        list.push_back(std::move(column));
        return {};
    }

    [[nodiscard]] Error refuse(const QString &id, const MappedColumn &mapped) const {
        return makeError(ErrorKind::Invalid, id,
                         {{u"entity"_s, m_entity.key}, {u"field"_s, mapped.field}});
    }

    /// What is no field of the entity has a place of its own.
    [[nodiscard]] ImportPlan::Column *ownPlace(const MappedColumn &mapped) {
        switch (mapped.use) {
        case ColumnUse::CreatedAt:
            return &m_plan.createdAt;
        case ColumnUse::CreatedBy:
            return &m_plan.createdBy;
        case ColumnUse::ChangedAt:
            return &m_plan.changedAt;
        case ColumnUse::ChangedBy:
            return &m_plan.changedBy;
        case ColumnUse::Field:
        case ColumnUse::ExternalId:
        case ColumnUse::None:
            break;
        }
        if (mapped.use == ColumnUse::Field && !nameParts(m_entity).empty()
            && m_entity.byKey(mapped.field).isNull()) {
            if (mapped.field == "first_name"_L1)
                return &m_plan.firstName;
            if (mapped.field == "middle_name"_L1)
                return &m_plan.middleName;
            if (mapped.field == "last_name"_L1)
                return &m_plan.lastName;
        }
        // A custom field of that key goes before.
        if (m_entity.key != "deal"_L1 || mapped.use != ColumnUse::Field
            || !m_entity.byKey(mapped.field).isNull())
            return nullptr;
        const std::pair<QStringView, ImportPlan::Column *> places[] = {
            {u"product", &m_plan.product},
            {u"quantity", &m_plan.quantity},
            {u"price", &m_plan.price},
            {u"contact", &m_plan.contact},
            {u"role", &m_plan.role}};
        for (const auto &[name, place] : places) {
            if (mapped.field == name)
                return place;
        }
        return nullptr;
    }

    Result<void> readRest() {
        for (const QString &key : m_mapping.match) {
            const auto handle = fieldOf(m_entity, key);
            if (!handle)
                return handle.error();
            m_plan.match.push_back(*handle);
        }
        for (auto it = m_mapping.defaults.begin(); it != m_mapping.defaults.end(); ++it) {
            const auto handle = fieldOf(m_entity, it.key());
            if (!handle)
                return handle.error();
            m_plan.defaults.emplace_back(*handle, it.value());
        }
        return {};
    }

    const EntityDesc &m_entity;
    const ImportMapping &m_mapping;
    const QStringList &m_header;
    ImportPlan m_plan;
    QSet<qsizetype> m_used;
};

} // namespace

bool ImportPlan::gives(FieldHandle field) const {
    return std::any_of(columns.begin(), columns.end(),
                       [&](const Column &column) { return column.field == field; });
}

Result<ImportPlan> planImport(const EntityDesc &entity, const ImportMapping &mapping,
                              const QStringList &header) {
    return Planner(entity, mapping, header).plan();
}

Result<void> addNewFields(FieldsToBe &known, const QString &entity, const ImportMapping &mapping,
                          const std::function<QString(qsizetype)> &nameOf) {
    for (const MappedColumn &column : mapping.columns) {
        if (column.use != ColumnUse::Field || !column.newField)
            continue;
        const EntityDesc &desc = *known.catalog->entity(entity);
        const FieldHandle there = desc.byKey(column.field);
        if (!there.isNull() && desc.field(there).custom
            && desc.field(there).type == column.newField->type)
            continue;
        if (!there.isNull())
            return makeError(ErrorKind::Invalid, u"import.field_type"_s,
                             {{u"entity"_s, entity}, {u"field"_s, column.field}});
        FieldDesc field = *column.newField;
        field.key = column.field;
        field.name = nameOf(qsizetype(known.fields.size()));
        field.custom = true;
        field.group = field.name;
        auto next = known.catalog->withField(entity, field);
        if (!next)
            return next.error();
        known.catalog = *next;
        known.fields.push_back({entity, field});
    }
    return {};
}

} // namespace dw
