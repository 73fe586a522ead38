// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/recordview.h"

#include "core/services/values/linktitles.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// A formula that no longer fits the catalogue has no value.
FieldValue computed(Reader &reader, const Catalog &catalog, const ReadTime &time,
                    const FieldDesc &field, const Record &record) {
    const auto expression = Expression::fromStored(field.formula, catalog, record.entity());
    if (!expression)
        return {};
    EvalContext context{catalog, reader, time.now, time.zone};
    return evaluate(*expression, record, context);
}

} // namespace

QString linkTitles(Reader &reader, const FieldDesc &field, const FieldValue &value) {
    if (field.target.isEmpty())
        return {};
    if (value.is<RecordId>())
        return reader.title(field.target, value.as<RecordId>());
    QStringList titles;
    for (const QString &member : value.as<QStringList>())
        titles << reader.title(field.target, RecordId::fromText(member));
    titles.removeAll(QString());
    return titles.join(u", "_s);
}

const FieldView *RecordView::field(FieldHandle h) const {
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [h](const FieldView &view) { return view.handle == h; });
    return found == fields.end() ? nullptr : &*found;
}

Result<RecordView> viewRecord(Reader &reader, const ReadTime &time, const QString &entity,
                              RecordId id) {
    auto row = reader.find(entity, id);
    if (!row)
        return row.error();
    if (!*row)
        return makeError(ErrorKind::NotFound, u"record.unknown"_s,
                         {{u"entity"_s, entity}, {u"id"_s, id.text()}});
    return viewRow(reader, time, std::move(**row));
}

RecordView viewRow(Reader &reader, const ReadTime &time, Row row) {
    const CatalogPtr catalog = reader.catalog();
    RecordView view;
    view.row = std::move(row);
    const Record &record = view.row.record;
    view.title = reader.title(record.entity(), record.id());
    const EntityDesc *entity = catalog->entity(record.entity());
    if (!entity)
        return view;
    for (size_t i = 0; i < entity->fields.size(); ++i) {
        const FieldDesc &field = entity->fields[i];
        if (field.hidden)
            continue;
        FieldView shown;
        shown.handle = {quint16(i)};
        shown.value = field.type == FieldType::Formula
                          ? computed(reader, *catalog, time, field, record)
                          : record.value(shown.handle);
        shown.label = linkTitles(reader, field, shown.value);
        view.fields.push_back(std::move(shown));
    }
    return view;
}

} // namespace dw
