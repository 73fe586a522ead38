// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/search.h"

#include "core/store/search/searchquery.h"

#include <QDeadlineTimer>
#include <QSet>
#include <algorithm>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr int mostCandidates = 500;
/// So many hits are ranked for one that is asked for, and always a few.
constexpr int hitsForOne = 4;
constexpr int hitsAlways = 60;
constexpr qsizetype longestExcerpt = 120;
constexpr qsizetype beforeTheWord = 30;

/// How much each fit is worth; what stands in the title goes before all else.
int rankOf(SearchFit fit, bool isTitle) {
    int rank = isTitle ? 0 : 10;
    switch (fit) {
    case SearchFit::Whole:
        return rank;
    case SearchFit::Beginning:
        return rank + 1;
    case SearchFit::WordBeginning:
        return rank + 2;
    case SearchFit::Pinyin:
        return rank + 3;
    case SearchFit::Inside:
        return rank + 4;
    case SearchFit::Initials:
        return rank + 5;
    case SearchFit::Typo:
        return rank + 20;
    }
    return rank;
}

QString excerptOf(const QString &text, const QString &typed) {
    const QString line = text.simplified();
    if (line.size() <= longestExcerpt)
        return line;
    const qsizetype at =
        line.indexOf(typed.simplified().section(u' ', 0, 0), 0, Qt::CaseInsensitive);
    const qsizetype from = at > beforeTheWord ? at - beforeTheWord : 0;
    QString part = line.mid(from, longestExcerpt - 2);
    if (from > 0)
        part.prepend(u'\u2026');
    if (from + longestExcerpt - 2 < line.size())
        part.append(u'\u2026');
    return part;
}

/// The search in one entity.
class EntitySearch {
public:
    EntitySearch(Reader &reader, const EntityDesc &entity, const SearchTerms &terms,
                 const SearchRequest &request, const QDeadlineTimer &deadline)
        : m_reader(reader),
          m_entity(entity),
          m_terms(terms),
          m_request(request),
          m_deadline(deadline),
          m_fields(indexedFields(entity)) {}

    /// True where it came to its end before the time was up.
    Result<bool> run() {
        for (const SearchReach reach :
             {SearchReach::WordStarts, SearchReach::Anywhere, SearchReach::Typos}) {
            if (hasEnough() || (reach == SearchReach::Typos && m_terms.takesNoTypos()))
                break;
            const auto done = look(reach);
            if (!done || !*done)
                return done;
        }
        return true;
    }

    void add(SearchHit hit) {
        if (m_seen.contains(hit.id))
            return;
        m_seen.insert(hit.id);
        m_hits.push_back(std::move(hit));
    }

    /// The best, with their titles.
    [[nodiscard]] std::vector<SearchHit> take() {
        std::stable_sort(m_hits.begin(), m_hits.end(),
                         [](const SearchHit &a, const SearchHit &b) { return a.rank < b.rank; });
        if (m_hits.size() > size_t(m_request.limit))
            m_hits.resize(size_t(m_request.limit));
        for (SearchHit &hit : m_hits)
            hit.title = m_reader.title(hit.entity, hit.id);
        return std::move(m_hits);
    }

private:
    [[nodiscard]] bool hasEnough() const { return m_hits.size() >= size_t(m_request.limit); }

    Result<bool> look(SearchReach reach) {
        SearchGrams grams;
        for (size_t word = 0; word < m_terms.count(); ++word)
            grams.push_back(m_terms.grams(word, reach));
        int candidates = 0;
        const auto enough = size_t(hitsForOne) * size_t(m_request.limit) + hitsAlways;
        const Deadline interrupt(
            m_reader.connection(),
            m_deadline.isForever() ? 0 : std::max(1, int(m_deadline.remainingTime())));
        const auto walked =
            eachSearchRow(m_reader.connection(), m_entity, grams, [&](const SearchRow &row) {
                if (!m_seen.contains(row.id)) {
                    if (auto hit = judge(row, reach))
                        add(*std::move(hit));
                }
                return ++candidates < mostCandidates && m_hits.size() < enough
                       && !m_deadline.hasExpired();
            });
        if (!walked && walked.error().message.id != "store.deadline"_L1)
            return walked.error();
        return walked && !m_deadline.hasExpired();
    }

    /// The row as a hit where every word stands in one of its fields.
    std::optional<SearchHit> judge(const SearchRow &row, SearchReach reach) const {
        std::vector<std::optional<SearchTerms::Text>> texts(m_fields.size());
        for (size_t i = 0; i < m_fields.size(); ++i) {
            const FieldDesc &field = m_entity.field(m_fields[i].handle);
            if (!row.texts[i].isEmpty() && field.searched && !field.hidden)
                texts[i].emplace(row.texts[i], m_fields[i].how);
        }
        SearchHit hit{m_entity.key, row.id, row.shortId, {}, {}, {}, 0};
        for (size_t word = 0; word < m_terms.count(); ++word) {
            std::optional<int> best;
            size_t at = 0;
            for (size_t i = 0; i < texts.size(); ++i) {
                const auto fit = texts[i] ? m_terms.fit(word, *texts[i], reach) : std::nullopt;
                if (!fit)
                    continue;
                const int rank = rankOf(*fit, m_fields[i].handle == m_entity.titleField());
                if (!best || rank < *best) {
                    best = rank;
                    at = i;
                }
            }
            if (!best)
                return std::nullopt;
            hit.rank += *best;
            if (word == 0) {
                hit.field = m_entity.field(m_fields[at].handle).key;
                hit.text = excerptOf(row.texts[at], m_request.text);
            }
        }
        return hit;
    }

    Reader &m_reader;
    const EntityDesc &m_entity;
    const SearchTerms &m_terms;
    const SearchRequest &m_request;
    const QDeadlineTimer &m_deadline;
    std::vector<IndexedField> m_fields;
    std::vector<SearchHit> m_hits;
    QSet<RecordId> m_seen;
};

/// Every entity that is asked for, or can be.
Result<std::vector<const EntityDesc *>> entitiesOf(const Catalog &catalog,
                                                   const SearchRequest &request) {
    std::vector<const EntityDesc *> entities;
    for (const QString &typed : request.entities) {
        const auto found = catalog.find(typed);
        if (!found)
            return found.error();
    }
    for (const EntityDesc &entity : catalog.entities()) {
        const auto isMeant = [&](const QString &typed) { return *catalog.find(typed) == &entity; };
        // Ids of other systems stand for the records that they name.
        const bool wanted =
            request.entities.isEmpty()
                ? entity.key != "cross_reference"_L1
                : std::any_of(request.entities.begin(), request.entities.end(), isMeant);
        if (wanted && entity.listed && isSearched(entity.key))
            entities.push_back(&entity);
    }
    return entities;
}

/// The record that a short id (or a UUID) names.
void addNamed(Reader &reader, const EntityDesc &entity, const QString &typed, EntitySearch &to) {
    const auto id = reader.resolve(entity.key, typed);
    if (!id || !reader.record(entity.key, *id))
        return;
    const QString shortId = reader.shortId(entity.key, *id);
    to.add({entity.key, *id, shortId, {}, u"short_id"_s, shortId, -1});
}

/// Whoever looks for the id of another system means the record that it stands for.
Result<std::vector<SearchHit>> referred(Reader &reader, const Catalog &catalog,
                                        const SearchTerms &terms, const SearchRequest &request,
                                        const QDeadlineTimer &deadline) {
    const EntityDesc &entity = *catalog.entity(u"cross_reference");
    EntitySearch search(reader, entity, terms, request, deadline);
    if (const auto done = search.run(); !done)
        return done.error();
    std::vector<SearchHit> hits;
    for (SearchHit &hit : search.take()) {
        const Record *reference = reader.record(entity.key, hit.id);
        if (!reference)
            continue;
        hit.entity = reference->value(entity.byName(u"entity")).as<QString>();
        hit.id = RecordId::fromText(reference->value(entity.byName(u"record")).as<QString>());
        if (!catalog.entity(hit.entity) || !reader.record(hit.entity, hit.id))
            continue;
        hit.shortId = reader.shortId(hit.entity, hit.id);
        hits.push_back(hit);
    }
    return hits;
}

} // namespace

Result<SearchAnswer> search(Reader &reader, const SearchRequest &request) {
    const CatalogPtr catalog = reader.catalog();
    const auto entities = entitiesOf(*catalog, request);
    if (!entities)
        return entities.error();
    SearchAnswer answer;
    const SearchTerms terms(request.text);
    if (terms.isEmpty())
        return answer;
    const QDeadlineTimer deadline(request.deadlineMs > 0 ? request.deadlineMs : -1);
    const auto references = referred(reader, *catalog, terms, request, deadline);
    if (!references)
        return references.error();
    for (const EntityDesc *entity : *entities) {
        EntitySearch search(reader, *entity, terms, request, deadline);
        addNamed(reader, *entity, request.text, search);
        for (const SearchHit &hit : *references) {
            if (hit.entity == entity->key)
                search.add(hit);
        }
        const auto done = search.run();
        if (!done)
            return done.error();
        answer.complete = answer.complete && *done;
        std::vector<SearchHit> hits = search.take();
        std::move(hits.begin(), hits.end(), std::back_inserter(answer.hits));
    }
    return answer;
}

Result<void> rebuildSearch(Workspace &workspace) {
    return workspace.maintain(
        [&](Connection &c) { return rebuildSearch(c, *workspace.catalogHolder().get()); });
}

} // namespace dw
