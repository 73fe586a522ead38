// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/exports/listcolumn.h"

#include <algorithm>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// A column of those that every row has and no entity describes; nothing where the key names none.
std::optional<ListColumn> systemColumn(const QString &key) {
    ListColumn column;
    column.key = column.field.key = key;
    if (key == "id"_L1) {
        column.kind = ListColumn::Kind::Id;
        column.field.label = {u"UUID"_s, u"UUID"_s};
    } else if (key == "short_id"_L1) {
        column.kind = ListColumn::Kind::ShortId;
        column.field.label = {u"Id"_s, u"编号"_s};
    } else if (key == "deleted"_L1) {
        column.kind = ListColumn::Kind::Deleted;
        column.field.label = {u"Deleted"_s, u"已删除"_s};
    } else {
        return std::nullopt;
    }
    return column;
}

/// A formula that can no longer be read has no values.
ListColumn fieldColumn(const Catalog &catalog, const EntityDesc &entity, FieldHandle handle) {
    ListColumn column;
    column.handle = handle;
    column.field = entity.field(handle);
    column.key = column.field.key;
    if (column.field.type == FieldType::Formula) {
        column.kind = ListColumn::Kind::Computed;
        if (auto expression = Expression::fromStored(column.field.formula, catalog, entity.key))
            column.expression = std::move(*expression);
    }
    return column;
}

/// The field that a path such as `account.parent.name` ends at, labelled by the whole way; nothing
/// where it leads nowhere.
std::optional<FieldDesc> endOfPath(const QString &path, const Catalog &catalog,
                                   const EntityDesc &start) {
    const EntityDesc *entity = &start;
    const FieldDesc *field = nullptr;
    QStringList en;
    QStringList zh;
    for (const QString &key : path.split(u'.')) {
        if (field)
            entity = catalog.entity(field->target);
        const FieldHandle handle = entity ? entity->byKey(key) : FieldHandle();
        if (handle.isNull())
            return std::nullopt;
        field = &entity->field(handle);
        en << field->label.en;
        zh << field->label.in(Language::Chinese);
    }
    FieldDesc end = *field;
    end.label = {en.join(u" · "_s), zh.join(u" · "_s)};
    return end;
}

Result<ListColumn> columnFromKey(const QString &key, const Catalog &catalog,
                                 const EntityDesc &entity) {
    if (auto column = systemColumn(key))
        return std::move(*column);
    if (const FieldHandle handle = entity.byKey(key); !handle.isNull())
        return fieldColumn(catalog, entity, handle);

    auto end = key.contains(u'.') ? endOfPath(key, catalog, entity) : std::nullopt;
    if (!end)
        return makeError(ErrorKind::NotFound, u"cli.unknown_column"_s,
                         {{u"entity"_s, entity.key}, {u"value"_s, key.left(100)}});
    auto expression = Expression::parse(key, catalog, entity.key);
    if (!expression)
        return expression.error();
    ListColumn column;
    column.kind = ListColumn::Kind::Computed;
    column.key = key;
    column.field = std::move(*end);
    column.expression = std::move(*expression);
    return column;
}

} // namespace

Result<std::vector<ListColumn>> columnsFromKeys(const QString &typed, const Catalog &catalog,
                                                const EntityDesc &entity) {
    std::vector<ListColumn> columns;
    for (const QString &part : typed.split(u',', Qt::SkipEmptyParts)) {
        const QString key = part.trimmed();
        const bool known = std::any_of(columns.begin(), columns.end(),
                                       [&](const ListColumn &c) { return c.key == key; });
        if (key.isEmpty() || known)
            continue;
        auto column = columnFromKey(key, catalog, entity);
        if (!column)
            return column.error();
        columns.push_back(std::move(*column));
    }
    if (columns.empty())
        return makeError(ErrorKind::Invalid, u"cli.empty_option"_s,
                         {{u"option"_s, u"--columns"_s}});
    return columns;
}

ListColumn idColumn() { return *systemColumn(u"id"_s); }

std::vector<ListColumn> mainColumns(const Catalog &catalog, const EntityDesc &entity) {
    std::vector<ListColumn> columns{*systemColumn(u"short_id"_s)};
    for (ListColumn &column : fieldColumns(catalog, entity)) {
        if (column.field.section == "main"_L1 || column.field.custom)
            columns.push_back(std::move(column));
    }
    return columns;
}

std::vector<ListColumn> fieldColumns(const Catalog &catalog, const EntityDesc &entity) {
    std::vector<ListColumn> columns;
    for (size_t i = 0; i < entity.fields.size(); ++i) {
        if (!entity.fields[i].hidden)
            columns.push_back(fieldColumn(catalog, entity, {quint16(i)}));
    }
    return columns;
}

} // namespace dw
