// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/board/boardgroups.h"

#include "core/domain/text.h"
#include "core/services/board/boardplace.h"

#include <algorithm>

namespace dw {

namespace {

QDate monthOf(QDate day) { return day.isValid() ? QDate(day.year(), day.month(), 1) : QDate(); }

QSet<RecordId> openStages(const BoardPipeline &pipeline) {
    QSet<RecordId> open;
    for (const BoardStage &stage : pipeline.stages) {
        if (stage.outcome == Outcome::Open)
            open.insert(stage.id);
    }
    return open;
}

std::vector<BoardGroup> stageGroups(const BoardPipeline &pipeline) {
    std::vector<BoardGroup> groups;
    groups.reserve(pipeline.stages.size());
    for (const BoardStage &stage : pipeline.stages)
        groups.push_back({.row = stage.id,
                          .name = stage.name,
                          .outcome = stage.outcome,
                          .winProbability = stage.winProbability});
    return groups;
}

std::vector<BoardGroup> ownerGroups(const std::vector<const BoardCard *> &open,
                                    const std::pair<RecordId, QString> &self) {
    QHash<RecordId, QString> names;
    for (const BoardCard *card : open)
        names.insert(card->owner, card->ownerName);
    if (!self.first.isNull() && !names.contains(self.first))
        names.insert(self.first, self.second);
    struct Sorted {
        QByteArray key;
        BoardGroup group;
    };
    std::vector<Sorted> sorted;
    for (auto it = names.cbegin(); it != names.cend(); ++it) {
        BoardGroup group{.by = BoardGrouping::Owner, .row = it.key(), .name = it.value()};
        sorted.push_back(
            {it.key().isNull() ? QByteArray() : collationKey(it.value()), std::move(group)});
    }
    std::sort(sorted.begin(), sorted.end(), [](const Sorted &a, const Sorted &b) {
        return a.key != b.key ? a.key < b.key : a.group.row < b.group.row;
    });
    std::vector<BoardGroup> groups;
    groups.reserve(sorted.size());
    for (Sorted &one : sorted)
        groups.push_back(std::move(one.group));
    return groups;
}

std::vector<BoardGroup> monthGroups(const std::vector<const BoardCard *> &open, QDate today) {
    using When = BoardGroup::When;
    const QDate first = monthOf(today), end = first.addMonths(boardMonths);
    bool earlier = false, later = false, none = false;
    for (const BoardCard *card : open) {
        none = none || !card->expectedClose;
        earlier = earlier || (card->expectedClose && *card->expectedClose < first);
        later = later || (card->expectedClose && *card->expectedClose >= end);
    }
    std::vector<BoardGroup> groups;
    const auto add = [&](QDate month, When when) {
        groups.push_back({.by = BoardGrouping::CloseMonth, .month = month, .when = when});
    };
    if (earlier)
        add(first, When::Earlier);
    for (int i = 0; i < boardMonths; ++i)
        add(first.addMonths(i), When::Month);
    if (later)
        add(end, When::Later);
    if (none)
        add({}, When::None);
    return groups;
}

} // namespace

std::vector<BoardGroup> groupsOf(BoardGrouping by, const BoardPipeline &pipeline,
                                 const std::vector<const BoardCard *> &cards,
                                 const std::pair<RecordId, QString> &self, QDate today) {
    if (by == BoardGrouping::Stage)
        return stageGroups(pipeline);
    const QSet<RecordId> stages = openStages(pipeline);
    std::vector<const BoardCard *> open;
    std::copy_if(cards.begin(), cards.end(), std::back_inserter(open),
                 [&](const BoardCard *card) { return stages.contains(card->stage); });
    return by == BoardGrouping::Owner ? ownerGroups(open, self) : monthGroups(open, today);
}

GroupFinder::GroupFinder(const std::vector<BoardGroup> &groups, const BoardPipeline &pipeline)
    : m_by(groups.empty() ? BoardGrouping::Stage : groups.front().by),
      m_open(openStages(pipeline)) {
    using When = BoardGroup::When;
    for (int i = 0; i < int(groups.size()); ++i) {
        const BoardGroup &group = groups[size_t(i)];
        if (m_by != BoardGrouping::CloseMonth) {
            m_rows.insert(group.row, i);
            continue;
        }
        switch (group.when) {
        case When::Month:
            if (!m_first.isValid())
                m_first = group.month;
            m_months.insert(group.month, i);
            break;
        case When::Earlier:
            m_earlier = i;
            break;
        case When::Later:
            m_later = i;
            break;
        case When::None:
            m_none = i;
            break;
        }
    }
}

int GroupFinder::find(const BoardCard &card) const {
    if (m_by == BoardGrouping::Stage)
        return m_rows.value(card.stage, -1);
    if (!m_open.contains(card.stage))
        return -1;
    if (m_by == BoardGrouping::Owner)
        return m_rows.value(card.owner, -1);
    if (!card.expectedClose)
        return m_none;
    const QDate month = monthOf(*card.expectedClose);
    return month < m_first ? m_earlier : m_months.value(month, m_later);
}

bool standsAbove(const BoardCard &a, const BoardCard &b, BoardGrouping by) {
    if (by == BoardGrouping::Stage)
        return standsAbove(a, b);
    if (a.expectedClose != b.expectedClose)
        return a.expectedClose && (!b.expectedClose || *a.expectedClose < *b.expectedClose);
    return a.id < b.id;
}

QDate closeIn(const BoardGroup &month, std::optional<QDate> now, QDate today) {
    using When = BoardGroup::When;
    if (month.by != BoardGrouping::CloseMonth || month.when == When::None
        || month.when == When::Earlier)
        return {};
    const int day = now ? now->day() : month.month.daysInMonth();
    const QDate moved(month.month.year(), month.month.month(),
                      std::min(day, month.month.daysInMonth()));
    return std::max(moved, today);
}

} // namespace dw
