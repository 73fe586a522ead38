// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/workinfo.h"

namespace dw {
using namespace Qt::StringLiterals;

SetInfo setInfo(const Origin &origin, Message label) {
    SetInfo info;
    info.actor = origin.actor;
    info.label = std::move(label);
    info.source = origin.source;
    if (!origin.reason.trimmed().isEmpty())
        info.reason = {u"reason.text"_s, {{u"text"_s, origin.reason.trimmed()}}};
    info.at = origin.at;
    return info;
}

Message rowLabel(WriteTransaction &tx, const QString &id, const QString &entity, RecordId row) {
    return {id, {{u"entity"_s, entity}, {u"title"_s, tx.reader().title(entity, row)}}};
}

Result<Row> standingRow(Reader &reader, const QString &entity, RecordId id) {
    auto row = reader.find(entity, id);
    if (!row)
        return row.error();
    if (!*row || (*row)->deleted)
        return makeError(ErrorKind::NotFound, u"record.unknown"_s,
                         {{u"entity"_s, entity}, {u"id"_s, id.text()}});
    return std::move(**row);
}

QString differingFields(const EntityDesc &entity, const Record &standing, const Record &values) {
    QStringList keys;
    for (const auto &[field, value] : values.values()) {
        if (standing.value(field) != value)
            keys << entity.key + u'.' + entity.field(field).key;
    }
    return keys.join(u',');
}

} // namespace dw
