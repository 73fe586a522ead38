// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/values/linktext.h"

#include <QRegularExpression>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// Null where no row that stands has such an id.
Result<RecordId> byId(Reader &reader, const QString &target, const QString &text) {
    const auto id = reader.resolve(target, text);
    if (!id)
        return id.error().kind == ErrorKind::NotFound ? Result<RecordId>(RecordId()) : id;
    const auto row = reader.find(target, *id);
    if (!row)
        return row.error();
    return *row && !(*row)->deleted ? *id : RecordId();
}

} // namespace

Result<RecordId> linkFromText(Reader &reader, const QString &entity, const FieldDesc &field,
                              const QString &text) {
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return RecordId();
    const auto id = byId(reader, field.target, typed);
    if (!id || !id->isNull())
        return id;
    const auto titled = reader.byTitle(field.target, typed);
    if (!titled)
        return titled.error();
    if (titled->size() == 1)
        return titled->front();
    QMap<QString, QString> args{{u"field"_s, entity + u'.' + field.key},
                                {u"value"_s, typed.left(100)}};
    if (titled->empty())
        return makeError(ErrorKind::NotFound, u"link.unknown"_s, args);
    args.insert(u"count"_s, QString::number(titled->size()));
    args.insert(u"ids"_s, candidateIds(reader, field.target, *titled));
    return makeError(ErrorKind::Invalid, u"link.ambiguous"_s, args);
}

QString candidateIds(Reader &reader, const QString &entity, const std::vector<RecordId> &ids) {
    constexpr size_t mostShown = 5;
    QStringList shown;
    for (size_t i = 0; i < std::min(ids.size(), mostShown); ++i)
        shown << reader.shortId(entity, ids[i]);
    if (ids.size() > mostShown)
        shown << u"…"_s;
    return shown.join(u", "_s);
}

Result<QStringList> linksFromText(Reader &reader, const QString &entity, const FieldDesc &field,
                                  const QString &text) {
    static const QRegularExpression comma(u"[,，、]"_s);
    const auto whole = linkFromText(reader, entity, field, text);
    if (whole)
        return whole->isNull() ? QStringList() : QStringList(whole->text());
    if (whole.error().message.id != "link.unknown"_L1 || !text.contains(comma))
        return whole.error();
    QStringList members;
    for (const QString &part : text.split(comma, Qt::SkipEmptyParts)) {
        const auto id = linkFromText(reader, entity, field, part);
        if (!id)
            return id.error();
        if (!id->isNull())
            members << id->text();
    }
    return members;
}

} // namespace dw
