// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/search/searchtables.h"

#include "core/store/search/searchdocuments.h"

#include <algorithm>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// Pages of 4 KB that are joined beside one edit, and by a slice (3 ms).
constexpr int pagesAnEdit = 16;
constexpr int pagesASlice = 32;

SearchedAs howSearched(const FieldDesc &field) {
    switch (field.type) {
    case FieldType::Phone:
        return SearchedAs::Digits;
    case FieldType::Text:
        return field.personal == PersonalData::Name ? SearchedAs::PersonName : SearchedAs::Name;
    default:
        return SearchedAs::Words;
    }
}

bool isIndexed(const FieldDesc &field) {
    if (!field.custom)
        return field.searched;
    return field.type == FieldType::Text || field.type == FieldType::LongText
           || field.type == FieldType::Phone || field.type == FieldType::Email;
}

/// A change with where its document stands.
struct Placed {
    SearchDocuments::Place place;
    QByteArray before, now;
};

} // namespace

bool isSearched(QStringView entity) { return searchKind(entity) > 0; }

std::vector<IndexedField> indexedFields(const EntityDesc &entity) {
    std::vector<IndexedField> fields;
    if (!isSearched(entity.key))
        return fields;
    for (size_t i = 0; i < entity.fields.size(); ++i) {
        if (isIndexed(entity.fields[i]))
            fields.push_back({{quint16(i)}, howSearched(entity.fields[i])});
    }
    return fields;
}

QByteArray searchTokens(const EntityDesc &entity, const Record &record) {
    QByteArray tokens("");
    for (const auto &[handle, how] : indexedFields(entity)) {
        if (const FieldValue &value = record.value(handle); value.is<QString>())
            appendGrams(tokens, value.as<QString>(), how);
    }
    return tokens;
}

Result<void> updateSearch(Connection &c, const std::vector<SearchChange> &changes) {
    auto documents = SearchDocuments::of(c);
    if (!documents)
        return documents.error();
    std::vector<Placed> placed;
    for (const SearchChange &change : changes) {
        if (!isSearched(change.entity->key))
            continue;
        Placed one;
        if (change.before)
            one.before = searchTokens(*change.entity, *change.before);
        one.now = searchTokens(*change.entity, *change.now);
        if (change.before && one.before == one.now)
            continue;
        const auto place = documents->place(change.entity->key, change.now->id());
        if (!place)
            return place.error();
        one.place = *place;
        placed.push_back(std::move(one));
    }
    // FTS5 writes a piece of its own where numbers do not come in order.
    std::sort(placed.begin(), placed.end(),
              [](const Placed &a, const Placed &b) { return a.place.document < b.place.document; });
    for (const Placed &one : placed) {
        if (one.place.isStale)
            continue;
        if (!one.place.isNew) {
            if (const auto taken = documents->take(one.place.document, one.before); !taken)
                return taken;
        }
        if (const auto put = documents->put(one.place.document, one.now); !put)
            return put;
    }
    return placed.empty() ? Result<void>() : documents->join(pagesAnEdit);
}

Result<void> deferSearch(Connection &c, const SearchChange &change) {
    Q_ASSERT(change.before);
    if (!isSearched(change.entity->key))
        return {};
    const QByteArray before = searchTokens(*change.entity, *change.before);
    if (before == searchTokens(*change.entity, *change.now))
        return {};
    auto put = c.prepare(u"INSERT OR IGNORE INTO search_stale(docid, grams)"
                         " SELECT docid, ? FROM search_row WHERE id=?"_s);
    if (!put)
        return put.error();
    put->bind(1, before);
    put->bind(2, change.now->id().bytes());
    return put->run();
}

Result<qsizetype> fillSearch(Connection &c, const EntityDesc &entity,
                             std::span<const SearchEntry> run,
                             const std::function<bool()> &mayGoOn) {
    auto documents = SearchDocuments::of(c);
    if (!documents)
        return documents.error();
    auto rows = SearchRows::of(c, entity);
    if (!rows)
        return rows.error();
    for (size_t i = 0; i < run.size(); ++i) {
        if (i > 0 && !mayGoOn())
            return qsizetype(i);
        const auto place = documents->place(entity.key, run[i].id);
        if (!place)
            return place.error();
        if (!place->isNew)
            continue;
        QByteArray tokens = run[i].tokens;
        if (tokens.isNull()) {
            auto made = rows->tokens(run[i].id);
            if (!made)
                return made.error();
            tokens = *std::move(made);
        }
        if (const auto put = documents->put(place->document, tokens); !put)
            return put.error();
    }
    return qsizetype(run.size());
}

Result<void> joinSearch(Connection &c) {
    auto documents = SearchDocuments::of(c);
    return documents ? documents->join(pagesASlice) : Result<void>(documents.error());
}

Result<bool> refreshSearch(Connection &c, const Catalog &catalog,
                           const std::function<bool()> &mayGoOn) {
    auto documents = SearchDocuments::of(c);
    if (!documents)
        return documents.error();
    bool first = true;
    for (;;) {
        if (!first && !mayGoOn())
            return false;
        first = false;
        const auto more = documents->refreshOne(catalog);
        if (!more)
            return more;
        if (!*more)
            return true;
    }
}

} // namespace dw
