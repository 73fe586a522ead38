// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/linkfinder.h"

#include "core/domain/text.h"
#include "core/services/linktext.h"

#include <QRegularExpression>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

bool mayBeShortId(const EntityDesc &entity, const QString &text) {
    static const QRegularExpression shape(u"\\A[A-Za-z]-[0-9A-Za-z]{4,}\\z"_s);
    return shape.match(text).hasMatch() && text.at(0).toUpper() == QLatin1Char(entity.letter);
}

} // namespace

Result<std::vector<RecordId>> LinkFinder::candidates(const QString &entity, const QString &text) {
    const QString typed = text.trimmed();
    const EntityDesc *desc = m_reader.catalog()->entity(entity);
    Q_ASSERT(desc);
    const bool isUuid = !RecordId::fromText(typed).isNull();
    if (isUuid || mayBeShortId(*desc, typed)) {
        const auto id = m_reader.resolve(entity, typed);
        if (!id && id.error().kind != ErrorKind::NotFound)
            return id.error();
        if (id) {
            const auto standing = stands(entity, *id);
            if (!standing)
                return standing.error();
            if (*standing)
                return std::vector<RecordId>{*id};
        }
    }
    const auto titles = titlesOf(entity);
    if (!titles)
        return titles.error();
    return (*titles)->value(fold(typed));
}

Result<RecordId> LinkFinder::find(const QString &field, const QString &entity,
                                  const QString &text) {
    const auto found = candidates(entity, text);
    if (!found)
        return found.error();
    QMap<QString, QString> args{{u"field"_s, field}, {u"value"_s, text.left(100)}};
    if (found->empty())
        return makeError(ErrorKind::NotFound, u"link.unknown"_s, args);
    if (found->size() > 1) {
        args.insert(u"count"_s, QString::number(found->size()));
        args.insert(u"ids"_s, candidateIds(m_reader, entity, *found));
        return makeError(ErrorKind::Invalid, u"link.ambiguous"_s, args);
    }
    return found->front();
}

void LinkFinder::add(const QString &entity, const QString &title, RecordId id) {
    const auto titles = m_titles.find(entity);
    // Titles that nobody asked for yet are read with the others.
    if (titles != m_titles.end() && !title.isEmpty())
        (*titles)[fold(title)].push_back(id);
}

Result<bool> LinkFinder::stands(const QString &entity, RecordId id) {
    const auto row = m_reader.find(entity, id);
    if (!row)
        return row.error();
    return row->has_value() && !(*row)->deleted;
}

Result<const LinkFinder::Titles *> LinkFinder::titlesOf(const QString &entity) {
    const auto known = m_titles.constFind(entity);
    if (known != m_titles.constEnd())
        return &*known;
    Query query;
    query.entity = entity;
    const auto rows = m_reader.list(query, m_time);
    if (!rows)
        return rows.error();
    const FieldHandle title = m_reader.catalog()->entity(entity)->titleField();
    Titles titles;
    for (const Row &row : *rows) {
        const QString name = row.record.value(title).as<QString>();
        if (!name.isEmpty())
            titles[fold(name)].push_back(row.record.id());
    }
    return &*m_titles.insert(entity, titles);
}

} // namespace dw
