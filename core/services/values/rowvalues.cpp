// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/values/rowvalues.h"

#include "core/catalog/valuetext.h"

#include <QJsonArray>
#include <algorithm>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// A field may itself be called `<other>_label`; it goes first.
bool isTaken(const std::vector<ListColumn> &columns, const QString &member) {
    return std::any_of(columns.begin(), columns.end(),
                       [&](const ListColumn &c) { return c.key == member; });
}

QJsonValue labelJson(const FieldValue &value, const QStringList &labels) {
    if (value.is<QStringList>())
        return QJsonArray::fromStringList(labels);
    return labels.isEmpty() ? QJsonValue() : QJsonValue(labels.first());
}

} // namespace

RowValues::RowValues(Reader &reader, const ReadTime &time)
    : m_reader(reader),
      m_catalog(reader.catalog()),
      m_context{*m_catalog, reader, time.now, time.zone} {}

FieldValue RowValues::value(const ListColumn &column, const Row &row) {
    switch (column.kind) {
    case ListColumn::Kind::Id:
        return row.record.id().text();
    case ListColumn::Kind::ShortId:
        return row.shortId;
    case ListColumn::Kind::Deleted:
        return row.deleted;
    case ListColumn::Kind::Stored:
        return row.record.value(column.handle);
    case ListColumn::Kind::Computed:
        return column.expression ? evaluate(*column.expression, row.record, m_context)
                                 : FieldValue();
    }
    return {};
}

QStringList RowValues::labels(const FieldDesc &field, const FieldValue &value) {
    if (field.target.isEmpty())
        return {};
    if (value.is<RecordId>())
        return {title(field.target, value.as<RecordId>())};
    QStringList titles;
    for (const QString &member : value.as<QStringList>())
        titles << title(field.target, RecordId::fromText(member));
    return titles;
}

QString RowValues::label(const FieldDesc &field, const FieldValue &value, Language language) {
    return labels(field, value).join(language == Language::Chinese ? u"、"_s : u", "_s);
}

QString RowValues::title(const QString &entity, RecordId id) {
    const std::pair key(entity, id);
    auto it = m_titles.find(key);
    if (it == m_titles.end()) {
        const QString found = m_reader.title(entity, id);
        // A link may point at a row that this copy does not hold.
        it = m_titles.insert(key, found.isEmpty() ? id.text() : found);
    }
    return *it;
}

QJsonObject RowValues::json(const std::vector<ListColumn> &columns, const Row &row) {
    QJsonObject object{{u"id"_s, row.record.id().text()}, {u"short_id"_s, row.shortId}};
    for (const ListColumn &column : columns) {
        const FieldValue held = value(column, row);
        object.insert(column.key, valueToJson(column.field, held));
        const QString label = column.key + u"_label"_s;
        if (column.isReference() && !isTaken(columns, label))
            object.insert(label, labelJson(held, labels(column.field, held)));
    }
    return object;
}

} // namespace dw
