// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/importlinks.h"

#include "core/services/values/linktext.h"
#include "core/store/query/rowscan.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// More than these are counted as these: the message names no more than five.
constexpr size_t mostCandidates = 100;

bool mayBeShortId(const EntityDesc &entity, const QString &text) {
    constexpr qsizetype shortest = 6;
    return text.size() >= shortest && text.at(1) == u'-'
           && text.at(0).toUpper() == QLatin1Char(entity.letter)
           && std::all_of(text.begin() + 2, text.end(),
                          [](QChar c) { return c.unicode() < 0x80 && c.isLetterOrNumber(); });
}

bool mayBeUuid(const QString &text) { return text.size() == 36 && text.at(8) == u'-'; }

} // namespace

ImportKey ImportLinks::titleKey(const QString &entity, const QString &title) {
    return m_maker.start(u"title").add(entity).add(FieldValue(title), true).key();
}

ImportKey ImportLinks::keyOf(const LinkName &name) {
    if (!name.id.isEmpty())
        return m_maker.start(u"id").add(name.system).add(name.entity).add(name.id).key();
    return titleKey(name.entity, name.text);
}

Result<RecordId> ImportLinks::find(const QString &field, const LinkName &name) {
    const EntityDesc &entity = *m_catalog->entity(name.entity);
    if (!name.id.isEmpty()) {
        auto found = m_references.find(name.system, name.entity, name.id);
        if (!found || !found->isNull() || name.text.isEmpty())
            return found;
    }
    if (mayBeUuid(name.text) || mayBeShortId(entity, name.text)) {
        auto found = byId(entity, name.text);
        if (!found || !found->isNull())
            return found;
    }
    auto found = byTitle(field, name);
    if (!found || !found->isNull() || name.system.isEmpty() || !name.id.isEmpty())
        return found;
    return m_references.find(name.system, name.entity, name.text);
}

Result<RecordId> ImportLinks::byId(const EntityDesc &entity, const QString &text) {
    const auto id = m_reader.resolve(entity.key, text);
    if (!id)
        return id.error().kind == ErrorKind::NotFound ? Result<RecordId>(RecordId()) : id;
    const auto row = m_reader.find(entity.key, *id);
    if (!row)
        return row.error();
    return row->has_value() && !(*row)->deleted ? *id : RecordId();
}

Result<RecordId> ImportLinks::byTitle(const QString &field, const LinkName &name) {
    KeyIndex &titles = m_titles[name.entity];
    const KeyIndex::Entry *first = titles.find(titleKey(name.entity, name.text));
    if (!first)
        return RecordId();
    if (first->next == 0)
        return first->id;
    std::vector<RecordId> ids;
    for (const auto *entry = first; entry && ids.size() < mostCandidates;
         entry = titles.next(*entry))
        ids.push_back(entry->id);
    return makeError(ErrorKind::Invalid, u"link.ambiguous"_s,
                     {{u"field"_s, field},
                      {u"value"_s, name.text.left(100)},
                      {u"count"_s, QString::number(ids.size())},
                      {u"ids"_s, candidateIds(m_reader, name.entity, ids)}});
}

void ImportLinks::add(const QString &entity, const QString &title, RecordId id) {
    const auto titles = m_titles.find(entity);
    if (titles != m_titles.end() && !title.isEmpty())
        titles->second.add(titleKey(entity, title), id);
}

Result<void> ImportLinks::expect(const QString &key) {
    if (m_titles.contains(key))
        return {};
    KeyIndex &titles = m_titles[key];
    const EntityDesc &entity = *m_catalog->entity(key);
    const FieldHandle title = entity.titleField();
    if (title.isNull() || entity.field(title).type != FieldType::Text)
        return {};
    const auto scan = RowScan::open(m_reader.connection(), entity, {title});
    if (!scan)
        return scan.error();
    Record row;
    for (;;) {
        const auto more = (*scan)->next(row);
        if (!more)
            return more.error();
        if (!*more)
            return {};
        const QString name = row.value(title).as<QString>();
        if (!name.isEmpty())
            titles.add(titleKey(key, name), row.id());
    }
}

} // namespace dw
