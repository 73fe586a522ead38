// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/boardcontent.h"

#include "core/domain/text.h"
#include "core/services/board/boardplace.h"
#include "core/services/board/boardtotals.h"

#include <algorithm>

namespace dw::ui {

BoardContent::BoardContent(BoardSnapshot snapshot, const BoardColumns &columns)
    : pipeline(std::move(snapshot.pipeline)),
      scope(std::move(snapshot.scope)),
      earlier(std::move(snapshot.earlier)) {
    for (int i = 0; i < int(pipeline.stages.size()); ++i)
        m_stages.insert(pipeline.stages[size_t(i)].id, i);
    m_places.reserve(snapshot.cards.size());
    for (BoardCard &card : snapshot.cards) {
        if (card.place.isEmpty())
            prepareCard(card);
        m_places.insert_or_assign(card.id, m_cards.size());
        m_cards.push_back(std::move(card));
    }
    arrange(columns);
}

std::vector<BoardGroup> BoardContent::groupsNow() const {
    std::vector<const BoardCard *> cards;
    if (m_columns.by != BoardGrouping::Stage) {
        cards.reserve(m_places.size());
        for (const auto &[id, at] : m_places)
            cards.push_back(&m_cards[at]);
    }
    return groupsOf(m_columns.by, pipeline, cards, m_columns.self, m_columns.today);
}

void BoardContent::arrange(const BoardColumns &columns) {
    m_columns = columns;
    m_groups = groupsNow();
    m_finder = GroupFinder(m_groups, pipeline);
    sort();
}

/// Thousands of cards share an account or an owner.
void BoardContent::prepareSearch() const {
    if (m_texts.size() == m_sorted.size())
        return;
    QHash<QString, QString> known;
    const ColumnText::Fold remembering = [&known](const QString &text) {
        const auto it = known.constFind(text);
        return it != known.constEnd() ? *it : *known.insert(text, fold(text));
    };
    m_texts.clear();
    for (const auto &cards : m_sorted)
        m_texts.emplace_back(cards, remembering);
}

std::vector<const BoardCard *> BoardContent::found(int column, const QString &folded) const {
    prepareSearch();
    std::vector<const BoardCard *> cards;
    for (const size_t row : m_texts[size_t(column)].find(folded))
        cards.push_back(m_sorted[size_t(column)][row]);
    return cards;
}

ColumnTotals BoardContent::sum(const std::vector<const BoardCard *> &cards) const {
    std::vector<std::vector<const BoardCard *>> byStage(pipeline.stages.size());
    for (const BoardCard *card : cards) {
        if (const int stage = stageAt(card->stage); stage >= 0)
            byStage[size_t(stage)].push_back(card);
    }
    std::vector<ColumnTotals> parts;
    for (size_t i = 0; i < byStage.size(); ++i) {
        if (!byStage[i].empty())
            parts.push_back(totalsOf(byStage[i], pipeline.stages[i]));
    }
    return parts.size() == 1 ? parts.front() : together(parts);
}

const ColumnTotals &BoardContent::totals(int column) const {
    std::optional<ColumnTotals> &kept = m_totals[size_t(column)];
    if (!kept)
        kept = sum(m_sorted[size_t(column)]);
    return *kept;
}

void BoardContent::prepare() const {
    prepareSearch();
    for (int i = 0; i < int(m_sorted.size()); ++i)
        (void)totals(i);
}

void BoardContent::sort() {
    m_texts.clear();
    m_totals.assign(m_groups.size(), std::nullopt);
    m_sorted.assign(m_groups.size(), {});
    for (const auto &[id, at] : m_places) {
        const BoardCard &card = m_cards[at];
        const int column = columnOf(card);
        if (column >= 0)
            m_sorted[size_t(column)].push_back(&card);
    }
    for (auto &cards : m_sorted)
        std::sort(cards.begin(), cards.end(), [this](const BoardCard *a, const BoardCard *b) {
            return standsAbove(*a, *b, m_columns.by);
        });
}

const BoardCard *BoardContent::card(RecordId deal) const {
    const auto it = m_places.find(deal);
    return it == m_places.end() ? nullptr : &m_cards[it->second];
}

/// Where a card of the column stands, or would.
std::vector<const BoardCard *>::iterator BoardContent::placeIn(int column, const BoardCard *card) {
    auto &cards = m_sorted[size_t(column)];
    return std::lower_bound(cards.begin(), cards.end(), card,
                            [this](const BoardCard *a, const BoardCard *b) {
                                return standsAbove(*a, *b, m_columns.by);
                            });
}

void BoardContent::insertSorted(const BoardCard *card) {
    const int column = columnOf(*card);
    if (column < 0)
        return;
    auto &cards = m_sorted[size_t(column)];
    const auto at = placeIn(column, card);
    m_totals[size_t(column)].reset();
    if (!m_texts.empty())
        m_texts[size_t(column)].insert(size_t(at - cards.begin()), *card, fold);
    cards.insert(at, card);
}

void BoardContent::removeSorted(const BoardCard *card) {
    const int column = columnOf(*card);
    if (column < 0)
        return;
    auto &cards = m_sorted[size_t(column)];
    const auto at = placeIn(column, card);
    if (at == cards.end() || *at != card)
        return;
    m_totals[size_t(column)].reset();
    if (!m_texts.empty())
        m_texts[size_t(column)].remove(size_t(at - cards.begin()));
    cards.erase(at);
}

const BoardCard *BoardContent::put(BoardCard card, Sorting sorting) {
    const auto place = m_places.find(card.id);
    if (place != m_places.end()) {
        BoardCard &standing = m_cards[place->second];
        if (sorting == Sorting::Keep)
            removeSorted(&standing);
        standing = std::move(card);
        if (sorting == Sorting::Keep)
            insertSorted(&standing);
        return &standing;
    }
    size_t at = m_cards.size();
    if (m_free.empty()) {
        m_cards.emplace_back();
    } else {
        at = m_free.back();
        m_free.pop_back();
    }
    m_cards[at] = std::move(card);
    const BoardCard *taken = &m_cards[at];
    m_places.insert_or_assign(taken->id, at);
    if (sorting == Sorting::Keep)
        insertSorted(taken);
    return taken;
}

void BoardContent::remove(RecordId deal, Sorting sorting) {
    const auto place = m_places.find(deal);
    if (place == m_places.end())
        return;
    if (sorting == Sorting::Keep)
        removeSorted(&m_cards[place->second]);
    m_free.push_back(place->second);
    m_places.erase(place);
}

} // namespace dw::ui
