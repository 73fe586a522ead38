// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/boardstore.h"

#include "core/domain/text.h"
#include "core/services/board/boardplace.h"

#include <algorithm>
#include <set>

namespace dw::ui {

namespace {

/// Above so many touched cards a column is filled anew instead of moved card by card.
constexpr size_t manyCards = 256;

} // namespace

BoardStore::BoardStore(QObject *parent) : QObject(parent) {}

void BoardStore::reset(BoardSnapshot snapshot) {
    m_pipeline = std::move(snapshot.pipeline);
    m_known.reset();
    m_cards.clear();
    m_free.clear();
    m_places.clear();
    for (BoardCard &card : snapshot.cards) {
        m_places.insert_or_assign(card.id, m_cards.size());
        m_cards.push_back(std::move(card));
    }
    std::vector<std::unique_ptr<ColumnModel>> old = std::move(m_columns);
    m_columns.clear();
    for (const BoardStage &stage : m_pipeline.stages)
        m_columns.push_back(std::make_unique<ColumnModel>(stage, nullptr));
    refill();
    emit columnsChanged();
}

bool BoardStore::passes(const BoardCard &card) const {
    if (m_folded.isEmpty())
        return true;
    const auto holdsText = [&](const QString &text) { return fold(text).contains(m_folded); };
    return holdsText(card.name) || holdsText(card.accountName) || holdsText(card.ownerName)
           || holdsText(card.shortId);
}

void BoardStore::refill() {
    struct Placed {
        QString place;
        const BoardCard *card;
    };
    std::vector<std::vector<Placed>> buckets(m_columns.size());
    for (const auto &[id, at] : m_places) {
        const BoardCard &card = m_cards[at];
        const int column = columnOf(card.stage);
        if (column >= 0 && passes(card))
            buckets[size_t(column)].push_back({dw::placeOf(card), &card});
    }
    for (size_t i = 0; i < buckets.size(); ++i) {
        std::sort(buckets[i].begin(), buckets[i].end(), [](const Placed &a, const Placed &b) {
            return a.place != b.place ? a.place < b.place : a.card->id < b.card->id;
        });
        std::vector<const BoardCard *> cards;
        cards.reserve(buckets[i].size());
        for (const Placed &placed : buckets[i])
            cards.push_back(placed.card);
        m_columns[i]->reset(std::move(cards));
        emit columnTouched(int(i));
    }
}

void BoardStore::setFilter(const QString &text) {
    if (text == m_filter)
        return;
    m_filter = text;
    m_folded = fold(text);
    refill();
}

void BoardStore::apply(const std::vector<RecordId> &touched, const std::vector<BoardCard> &now,
                       std::optional<std::vector<ColumnTotals>> known) {
    m_known = std::move(known);
    Q_ASSERT(!m_known || m_known->size() == m_columns.size());
    std::unordered_map<RecordId, const BoardCard *> next;
    for (const BoardCard &card : now)
        next.insert_or_assign(card.id, &card);
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
            columns.insert(columnOf(standing->stage));
        if (card)
            columns.insert(columnOf(card->stage));
        take(deal, card, models);
    }
    if (models == Models::RefilledLater) {
        refill();
        return;
    }
    columns.erase(-1);
    for (const int column : columns)
        emit columnTouched(column);
}

void BoardStore::take(RecordId deal, const BoardCard *next, Models models) {
    const auto place = m_places.find(deal);
    const BoardCard *standing = place == m_places.end() ? nullptr : &m_cards[place->second];
    const int from = standing ? columnOf(standing->stage) : -1;
    const int row = from < 0 ? -1 : column(from)->rowOf(deal);
    const bool stays = row >= 0 && next && next->stage == standing->stage && passes(*next)
                       && dw::placeOf(*next) == dw::placeOf(*standing);
    if (stays) {
        m_cards[place->second] = *next;
        column(from)->refreshAt(row);
        return;
    }
    if (row >= 0)
        column(from)->removeAt(row);
    if (!next) {
        if (standing) {
            m_free.push_back(place->second);
            m_places.erase(place);
        }
        return;
    }
    size_t at = m_cards.size();
    if (standing) {
        at = place->second;
    } else if (!m_free.empty()) {
        at = m_free.back();
        m_free.pop_back();
    }
    if (at == m_cards.size())
        m_cards.push_back(*next);
    else
        m_cards[at] = *next;
    m_places.insert_or_assign(deal, at);
    const int to = columnOf(next->stage);
    if (models == Models::Follow && to >= 0 && passes(*next))
        column(to)->insert(&m_cards[at]);
}

int BoardStore::columnOf(RecordId stage) const {
    const auto it = std::find_if(m_pipeline.stages.begin(), m_pipeline.stages.end(),
                                 [&](const BoardStage &s) { return s.id == stage; });
    return it == m_pipeline.stages.end() ? -1 : int(it - m_pipeline.stages.begin());
}

const BoardCard *BoardStore::card(RecordId deal) const {
    const auto it = m_places.find(deal);
    return it == m_places.end() ? nullptr : &m_cards[it->second];
}

ColumnTotals BoardStore::totals(int at) const {
    if (m_known && m_folded.isEmpty())
        return (*m_known)[size_t(at)];
    return totalsOf(column(at)->cards(), column(at)->stage());
}

} // namespace dw::ui
