// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/boardstore.h"

#include "core/domain/text.h"
#include "core/services/board/boardplace.h"
#include "core/services/board/boardtotals.h"

#include <QThreadPool>
#include <algorithm>
#include <set>

namespace dw::ui {

namespace {

/// Above so many touched cards a column is filled anew instead of moved card by card.
constexpr size_t manyCards = 256;
/// Freeing more cards than this takes longer than a frame may.
constexpr int manyToFree = 5'000;

void dispose(std::unique_ptr<BoardContent> content) {
    if (content->size() < manyToFree)
        return;
    QThreadPool::globalInstance()->start(
        [old = std::shared_ptr<BoardContent>(std::move(content))]() mutable { old.reset(); });
}

} // namespace

BoardStore::BoardStore(QObject *parent)
    : QObject(parent),
      m_content(std::make_unique<BoardContent>()) {}

void BoardStore::reset(BoardSnapshot snapshot, std::optional<QSet<RecordId>> allowed) {
    reset(std::make_unique<BoardContent>(std::move(snapshot), m_wanted), std::move(allowed));
}

void BoardStore::reset(std::unique_ptr<BoardContent> content,
                       std::optional<QSet<RecordId>> allowed) {
    m_allowed = std::move(allowed);
    m_known.reset();
    std::unique_ptr<BoardContent> old = std::exchange(m_content, std::move(content));
    if (m_content->columns() != m_wanted)
        m_content->arrange(m_wanted);
    if (old->groups() == m_content->groups() && old->pipeline.id == m_content->pipeline.id)
        refill(ColumnModel::Values::Other);
    else
        makeColumns();
    // The models looked at its cards until now.
    dispose(std::move(old));
}

void BoardStore::makeColumns() {
    // Views may still look at the old models until they hear of the new ones.
    const std::vector<std::unique_ptr<ColumnModel>> old = std::move(m_columns);
    m_columns.clear();
    for (const BoardGroup &group : m_content->groups())
        m_columns.push_back(std::make_unique<ColumnModel>(group, nullptr));
    refill(ColumnModel::Values::Other);
    emit columnsChanged();
}

void BoardStore::setGrouping(BoardGrouping by, const std::pair<RecordId, QString> &self) {
    m_wanted.self = self;
    if (by == m_wanted.by)
        return;
    m_wanted.by = by;
    m_content->arrange(m_wanted);
    makeColumns();
}

void BoardStore::setToday(QDate today) {
    if (today == m_wanted.today)
        return;
    m_wanted.today = today;
    if (m_wanted.by != BoardGrouping::CloseMonth)
        return;
    m_content->arrange(m_wanted);
    makeColumns();
}

bool BoardStore::passes(const BoardCard &card) const {
    return (!m_allowed || m_allowed->contains(card.id))
           && (m_folded.isEmpty() || searchLine(card, fold).contains(m_folded));
}

std::vector<const BoardCard *> BoardStore::shownOf(int column) const {
    std::vector<const BoardCard *> shown =
        m_folded.isEmpty() ? m_content->sorted(column) : m_content->found(column, m_folded);
    if (m_allowed)
        std::erase_if(shown,
                      [this](const BoardCard *card) { return !m_allowed->contains(card->id); });
    return shown;
}

void BoardStore::refill(ColumnModel::Values values) {
    m_totals.assign(m_columns.size(), std::nullopt);
    for (int i = 0; i < columnCount(); ++i)
        column(i)->exchange(shownOf(i), values);
    for (int i = 0; i < columnCount(); ++i)
        emit columnTouched(i);
}

void BoardStore::setText(const QString &text) {
    if (text == m_text)
        return;
    m_text = text;
    m_folded = fold(text);
    refill(ColumnModel::Values::Same);
}

void BoardStore::setAllowed(std::optional<QSet<RecordId>> deals) {
    if (!deals && !m_allowed)
        return;
    m_allowed = std::move(deals);
    refill(ColumnModel::Values::Same);
}

void BoardStore::allow(const std::vector<RecordId> &touched, const QSet<RecordId> &allowed) {
    if (!m_allowed)
        return;
    for (const RecordId deal : touched)
        m_allowed->remove(deal);
    m_allowed->unite(allowed);
}

void BoardStore::setEarlier(QHash<RecordId, int> earlier) {
    m_content->earlier = std::move(earlier);
    for (int i = 0; i < columnCount(); ++i) {
        if (column(i)->group().outcome != Outcome::Open)
            emit columnTouched(i);
    }
}

void BoardStore::apply(const std::vector<RecordId> &touched, const std::vector<BoardCard> &now,
                       std::optional<std::vector<ColumnTotals>> known) {
    m_known = std::move(known);
    Q_ASSERT(!m_known || m_known->size() == pipeline().stages.size());
    std::unordered_map<RecordId, const BoardCard *> next;
    for (const BoardCard &card : now) {
        if (isInScope(card, stageOf(card).outcome, scope()))
            next.insert_or_assign(card.id, &card);
    }
    const auto models = touched.size() > manyCards ? Models::RefilledLater : Models::Follow;
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
    if (models == Models::RefilledLater)
        m_content->sort();
    // An owner's first deal, or a month beyond the others, has no column yet.
    if (m_wanted.by != BoardGrouping::Stage && m_content->groupsNow() != m_content->groups()) {
        m_content->arrange(m_wanted);
        makeColumns();
        return;
    }
    columns.erase(-1);
    if (models == Models::RefilledLater) {
        for (const int column : columns)
            this->column(column)->exchange(shownOf(column), ColumnModel::Values::Other);
    }
    m_totals.resize(m_columns.size());
    for (const int column : columns)
        m_totals[size_t(column)].reset();
    for (const int column : columns)
        emit columnTouched(column);
}

void BoardStore::take(RecordId deal, const BoardCard *next, Models models) {
    using Sorting = BoardContent::Sorting;
    const bool follows = models == Models::Follow;
    const Sorting sorting = follows ? Sorting::Keep : Sorting::Later;
    const BoardCard *standing = card(deal);
    const int from = standing ? columnOf(*standing) : -1;
    const int row = from < 0 || !follows ? -1 : column(from)->rowOf(deal);
    BoardCard card;
    if (next) {
        card = *next;
        if (card.place.isEmpty())
            prepareCard(card);
    }
    const bool staysPut = next && standing && from == columnOf(card)
                          && !standsAbove(*standing, card, m_wanted.by)
                          && !standsAbove(card, *standing, m_wanted.by);
    if (row >= 0 && staysPut && passes(card)) {
        m_content->put(std::move(card), sorting);
        column(from)->refreshAt(row);
        return;
    }
    if (row >= 0)
        column(from)->removeAt(row);
    if (!next) {
        m_content->remove(deal, sorting);
        return;
    }
    const BoardCard *taken = m_content->put(std::move(card), sorting);
    const int to = columnOf(*taken);
    if (follows && to >= 0 && passes(*taken))
        column(to)->insert(taken);
}

const BoardStage &BoardStore::stageOf(const BoardCard &card) const {
    static const BoardStage unknown;
    const int at = columnOf(card.stage);
    return at < 0 ? unknown : pipeline().stages[size_t(at)];
}

ColumnTotals BoardStore::totals(int at) const {
    if (grouping() == BoardGrouping::Stage && m_known && !isNarrowed())
        return (*m_known)[size_t(at)];
    if (column(at)->cards().size() == m_content->sorted(at).size())
        return m_content->totals(at);
    m_totals.resize(m_columns.size());
    std::optional<ColumnTotals> &kept = m_totals[size_t(at)];
    if (kept)
        return *kept;
    kept = m_content->sum(column(at)->cards());
    return *kept;
}

int BoardStore::earlier(int at) const {
    return grouping() == BoardGrouping::Stage ? m_content->earlier.value(column(at)->group().row, 0)
                                              : 0;
}

} // namespace dw::ui
