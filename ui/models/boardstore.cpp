// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/boardstore.h"

#include "core/domain/text.h"
#include "core/services/board/boardplace.h"
#include "core/services/board/boardtotals.h"

#include <algorithm>
#include <set>

namespace dw::ui {

namespace {

/// Above so many touched cards a column is filled anew instead of moved card by card.
constexpr size_t manyCards = 256;

} // namespace

BoardStore::BoardStore(QObject *parent) : QObject(parent) {}

void BoardStore::reset(BoardSnapshot snapshot, std::optional<QSet<RecordId>> allowed) {
    m_allowed = std::move(allowed);
    m_pipeline = std::move(snapshot.pipeline);
    m_scope = std::move(snapshot.scope);
    m_earlier = std::move(snapshot.earlier);
    m_known.reset();
    m_stages.clear();
    for (int i = 0; i < int(m_pipeline.stages.size()); ++i)
        m_stages.insert(m_pipeline.stages[size_t(i)].id, i);
    m_cards.clear();
    m_free.clear();
    m_places.clear();
    m_places.reserve(snapshot.cards.size());
    for (BoardCard &card : snapshot.cards) {
        if (card.place.isEmpty())
            prepareCard(card);
        m_places.insert_or_assign(card.id, m_cards.size());
        m_cards.push_back(std::move(card));
    }
    makeColumns();
}

std::vector<BoardGroup> BoardStore::groupsNow() const {
    std::vector<const BoardCard *> cards;
    if (m_grouping != BoardGrouping::Stage) {
        cards.reserve(m_places.size());
        for (const auto &[id, at] : m_places)
            cards.push_back(&m_cards[at]);
    }
    return groupsOf(m_grouping, m_pipeline, cards, m_self, m_today);
}

void BoardStore::makeColumns() {
    const std::vector<BoardGroup> groups = groupsNow();
    m_finder = GroupFinder(groups, m_pipeline);
    // Views may still look at the old models until they hear of the new ones.
    const std::vector<std::unique_ptr<ColumnModel>> old = std::move(m_columns);
    m_columns.clear();
    for (const BoardGroup &group : groups)
        m_columns.push_back(std::make_unique<ColumnModel>(group, nullptr));
    sortAll();
    refill();
    emit columnsChanged();
}

void BoardStore::setGrouping(BoardGrouping by, const std::pair<RecordId, QString> &self) {
    m_self = self;
    if (by == m_grouping)
        return;
    m_grouping = by;
    makeColumns();
}

void BoardStore::setToday(QDate today) {
    if (today == m_today)
        return;
    m_today = today;
    if (m_grouping == BoardGrouping::CloseMonth)
        makeColumns();
}

bool BoardStore::passes(const BoardCard &card) const {
    return (!m_allowed || m_allowed->contains(card.id))
           && (m_folded.isEmpty() || card.folded.contains(m_folded));
}

void BoardStore::sortAll() {
    m_sorted.assign(m_columns.size(), {});
    for (const auto &[id, at] : m_places) {
        const BoardCard &card = m_cards[at];
        const int column = columnOf(card);
        if (column >= 0)
            m_sorted[size_t(column)].push_back(&card);
    }
    for (auto &cards : m_sorted)
        std::sort(cards.begin(), cards.end(), [this](const BoardCard *a, const BoardCard *b) {
            return standsAbove(*a, *b, m_grouping);
        });
}

void BoardStore::refill() {
    for (size_t i = 0; i < m_columns.size(); ++i) {
        std::vector<const BoardCard *> shown;
        shown.reserve(isNarrowed() ? 0 : m_sorted[i].size());
        std::copy_if(m_sorted[i].begin(), m_sorted[i].end(), std::back_inserter(shown),
                     [this](const BoardCard *card) { return passes(*card); });
        // A view keeps its place where nothing changed.
        if (shown != m_columns[i]->cards())
            m_columns[i]->reset(std::move(shown));
        emit columnTouched(int(i));
    }
}

void BoardStore::setText(const QString &text) {
    if (text == m_text)
        return;
    m_text = text;
    m_folded = fold(text);
    refill();
}

void BoardStore::setAllowed(std::optional<QSet<RecordId>> deals) {
    if (!deals && !m_allowed)
        return;
    m_allowed = std::move(deals);
    refill();
}

void BoardStore::allow(const std::vector<RecordId> &touched, const QSet<RecordId> &allowed) {
    if (!m_allowed)
        return;
    for (const RecordId deal : touched)
        m_allowed->remove(deal);
    m_allowed->unite(allowed);
}

void BoardStore::setEarlier(QHash<RecordId, int> earlier) {
    m_earlier = std::move(earlier);
    for (int i = 0; i < columnCount(); ++i) {
        if (column(i)->group().outcome != Outcome::Open)
            emit columnTouched(i);
    }
}

void BoardStore::apply(const std::vector<RecordId> &touched, const std::vector<BoardCard> &now,
                       std::optional<std::vector<ColumnTotals>> known) {
    m_known = std::move(known);
    Q_ASSERT(!m_known || m_known->size() == m_pipeline.stages.size());
    std::unordered_map<RecordId, const BoardCard *> next;
    for (const BoardCard &card : now) {
        if (isInScope(card, stageOf(card).outcome, m_scope))
            next.insert_or_assign(card.id, &card);
    }
    const auto models = touched.size() > manyCards ? Models::RefilledLater : Models::Follow;
    if (models == Models::RefilledLater) {
        // The models must not point at cards that are about to change.
        for (const auto &column : m_columns)
            column->reset({});
    }
    std::set<int> columns;
    for (const RecordId deal : touched) {
        const auto it = next.find(deal);
        const BoardCard *card = it == next.end() ? nullptr : it->second;
        if (const BoardCard *standing = this->card(deal))
            columns.insert(columnOf(*standing));
        if (card)
            columns.insert(columnOf(*card));
        take(deal, card, models);
    }
    // An owner's first deal, or a month beyond the others, has no column yet.
    if (m_grouping != BoardGrouping::Stage) {
        std::vector<BoardGroup> standing;
        for (const auto &column : m_columns)
            standing.push_back(column->group());
        if (groupsNow() != standing) {
            makeColumns();
            return;
        }
    }
    if (models == Models::RefilledLater) {
        sortAll();
        refill();
        return;
    }
    columns.erase(-1);
    for (const int column : columns)
        emit columnTouched(column);
}

void BoardStore::insertSorted(int column, const BoardCard *card) {
    auto &cards = m_sorted[size_t(column)];
    cards.insert(std::lower_bound(cards.begin(), cards.end(), card,
                                  [this](const BoardCard *a, const BoardCard *b) {
                                      return standsAbove(*a, *b, m_grouping);
                                  }),
                 card);
}

void BoardStore::removeSorted(int column, const BoardCard *card) {
    auto &cards = m_sorted[size_t(column)];
    const auto at = std::lower_bound(
        cards.begin(), cards.end(), card,
        [this](const BoardCard *a, const BoardCard *b) { return standsAbove(*a, *b, m_grouping); });
    if (at != cards.end() && *at == card)
        cards.erase(at);
}

size_t BoardStore::placeFor(const BoardCard *standing, RecordId deal) {
    if (standing)
        return m_places.at(deal);
    if (m_free.empty()) {
        m_cards.emplace_back();
        return m_cards.size() - 1;
    }
    const size_t at = m_free.back();
    m_free.pop_back();
    return at;
}

void BoardStore::take(RecordId deal, const BoardCard *next, Models models) {
    const bool follows = models == Models::Follow;
    const auto place = m_places.find(deal);
    const BoardCard *standing = place == m_places.end() ? nullptr : &m_cards[place->second];
    const int from = standing ? columnOf(*standing) : -1;
    const int row = from < 0 || !follows ? -1 : column(from)->rowOf(deal);
    BoardCard card;
    if (next) {
        card = *next;
        if (card.place.isEmpty() || card.folded.isEmpty())
            prepareCard(card);
    }
    const bool sorted = next && standing && from == columnOf(card)
                        && !standsAbove(*standing, card, m_grouping)
                        && !standsAbove(card, *standing, m_grouping);
    if (row >= 0 && sorted && passes(card)) {
        m_cards[place->second] = std::move(card);
        column(from)->refreshAt(row);
        return;
    }
    if (row >= 0)
        column(from)->removeAt(row);
    if (from >= 0 && follows)
        removeSorted(from, standing);
    if (!next) {
        if (standing) {
            m_free.push_back(place->second);
            m_places.erase(place);
        }
        return;
    }
    const size_t at = placeFor(standing, deal);
    m_cards[at] = std::move(card);
    m_places.insert_or_assign(deal, at);
    const BoardCard *taken = &m_cards[at];
    const int to = columnOf(*taken);
    if (!follows || to < 0)
        return;
    insertSorted(to, taken);
    if (passes(*taken))
        column(to)->insert(taken);
}

const BoardStage &BoardStore::stageOf(const BoardCard &card) const {
    static const BoardStage unknown;
    const int at = m_stages.value(card.stage, -1);
    return at < 0 ? unknown : m_pipeline.stages[size_t(at)];
}

const BoardCard *BoardStore::card(RecordId deal) const {
    const auto it = m_places.find(deal);
    return it == m_places.end() ? nullptr : &m_cards[it->second];
}

ColumnTotals BoardStore::totals(int at) const {
    if (m_grouping == BoardGrouping::Stage && m_known && !isNarrowed())
        return (*m_known)[size_t(at)];
    const auto &cards = column(at)->cards();
    if (m_grouping == BoardGrouping::Stage)
        return totalsOf(cards, m_pipeline.stages[size_t(at)]);
    std::vector<std::vector<const BoardCard *>> byStage(m_pipeline.stages.size());
    for (const BoardCard *card : cards) {
        if (const int stage = m_stages.value(card->stage, -1); stage >= 0)
            byStage[size_t(stage)].push_back(card);
    }
    std::vector<ColumnTotals> parts;
    for (size_t i = 0; i < byStage.size(); ++i)
        parts.push_back(totalsOf(byStage[i], m_pipeline.stages[i]));
    return together(parts);
}

int BoardStore::earlier(int at) const {
    return m_grouping == BoardGrouping::Stage ? m_earlier.value(column(at)->group().row, 0) : 0;
}

} // namespace dw::ui
