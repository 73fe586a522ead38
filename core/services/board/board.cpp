// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/board/board.h"

#include "core/services/board/boardplace.h"
#include "core/services/values/zone.h"

#include <QSet>
#include <algorithm>
#include <tuple>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// By position, then name; the id decides the rest, so that the order is the same everywhere.
template <typename T> void sortByPosition(std::vector<std::pair<double, T>> &rows) {
    std::sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) {
        return std::tie(a.first, a.second.name, a.second.id)
               < std::tie(b.first, b.second.name, b.second.id);
    });
}

std::vector<BoardStage> stagesOf(Reader &reader, RecordId pipeline) {
    const CatalogPtr catalog = reader.catalog();
    const EntityDesc &stages = *catalog->entity(u"stage");
    std::vector<std::pair<double, BoardStage>> sorted;
    for (const Record &row : reader.related(u"stage"_s, u"pipeline"_s, pipeline)) {
        BoardStage stage = stageOf(stages, row);
        sorted.emplace_back(stage.position, std::move(stage));
    }
    sortByPosition(sorted);
    std::vector<BoardStage> result;
    result.reserve(sorted.size());
    for (auto &[position, stage] : sorted)
        result.push_back(std::move(stage));
    return result;
}

/// A stage that is not among the pipeline's own, as far as it is still known.
Result<BoardStage> strayStage(Reader &reader, RecordId id, double position) {
    const auto row = reader.find(u"stage"_s, id);
    if (!row)
        return row.error();
    BoardStage stage;
    if (*row)
        stage = stageOf(*reader.catalog()->entity(u"stage"), (*row)->record);
    stage.id = id;
    stage.position = position;
    return stage;
}

Result<void> addStrayStages(Reader &reader, BoardSnapshot &board) {
    std::vector<BoardStage> &stages = board.pipeline.stages;
    QSet<RecordId> known;
    for (const BoardStage &stage : stages)
        known.insert(stage.id);
    for (const BoardCard &card : board.cards) {
        if (known.contains(card.stage))
            continue;
        known.insert(card.stage);
        auto stray =
            strayStage(reader, card.stage, stages.empty() ? 1 : stages.back().position + 1);
        if (!stray)
            return stray.error();
        stages.push_back(std::move(*stray));
    }
    return {};
}

/// Collects the deals behind what moved.
class TouchedDeals {
public:
    TouchedDeals(Reader &reader, qint64 set) : m_reader(reader), m_set(set) {}

    void take(const Moved &moved) {
        if (moved.entity == "deal"_L1)
            m_deals.insert(moved.id);
        else if (moved.entity == "task"_L1)
            takeTask(moved);
        else if (moved.entity == "account"_L1 || moved.entity == "person"_L1)
            takeNamed(moved);
    }
    [[nodiscard]] std::vector<RecordId> deals() {
        if (!m_named.isEmpty()) {
            if (const auto around = dealsAround(m_reader.connection(), m_named))
                m_deals.unite(QSet<RecordId>(around->begin(), around->end()));
        }
        m_deals.remove({});
        std::vector<RecordId> ids(m_deals.begin(), m_deals.end());
        std::sort(ids.begin(), ids.end());
        return ids;
    }

private:
    void takeNamed(const Moved &moved) {
        if (moved.created || moved.groups.contains("name"_L1)
            || moved.groups.contains("deleted"_L1))
            m_named.insert(moved.id);
    }
    /// A task that went from one deal to another touches both.
    void takeTask(const Moved &moved) {
        const FieldHandle link = m_reader.catalog()->entity(u"task")->byName(u"deal");
        if (const auto row = m_reader.find(u"task"_s, moved.id); row && *row)
            m_deals.insert((*row)->record.value(link).as<RecordId>());
        if (moved.created || !moved.groups.contains("deal"_L1))
            return;
        const auto changes = History(m_reader.connection()).ofRecord(moved.id, u"deal"_s);
        if (!changes)
            return;
        for (const ChangeRecord &change : *changes) {
            if (change.set == m_set)
                takeLinks(change);
        }
    }
    void takeLinks(const ChangeRecord &change) {
        for (const GroupChange &group : change.groups) {
            for (const FieldChange &field : group.fields) {
                if (field.name == "deal"_L1)
                    m_deals.insert(field.old.value.as<RecordId>());
            }
        }
    }

    Reader &m_reader;
    qint64 m_set;
    QSet<RecordId> m_deals;
    QSet<RecordId> m_named;
};

} // namespace

BoardStage stageOf(const EntityDesc &stages, const Record &row) {
    BoardStage stage;
    stage.id = row.id();
    stage.name = row.value(stages.byName(u"name")).as<QString>();
    stage.position = row.value(stages.byName(u"position")).as<double>();
    const FieldValue &probability = row.value(stages.byName(u"win_probability"));
    if (!probability.isEmpty())
        stage.winProbability = probability.as<double>();
    const auto outcome = row.value(stages.byName(u"outcome")).as<QString>();
    if (outcome == "won"_L1)
        stage.outcome = Outcome::Won;
    else if (outcome == "lost"_L1)
        stage.outcome = Outcome::Lost;
    return stage;
}

Result<std::vector<BoardPipeline>> pipelines(Reader &reader) {
    Query query;
    query.entity = u"pipeline"_s;
    const auto rows = reader.list(query, {});
    if (!rows)
        return rows.error();
    const auto used = pipelinesInUse(reader.connection());
    if (!used)
        return used.error();
    const CatalogPtr catalog = reader.catalog();
    const EntityDesc &entity = *catalog->entity(u"pipeline");
    const FieldHandle active = entity.byName(u"active");
    const FieldHandle position = entity.byName(u"position");
    std::vector<std::pair<double, BoardPipeline>> sorted;
    for (const Row &row : *rows) {
        const RecordId id = row.record.id();
        if (row.record.value(active) == FieldValue(false) && !used->contains(id))
            continue;
        sorted.emplace_back(row.record.value(position).as<double>(),
                            BoardPipeline{id, row.record.value(entity.titleField()).as<QString>(),
                                          stagesOf(reader, id)});
    }
    sortByPosition(sorted);
    std::vector<BoardPipeline> result;
    result.reserve(sorted.size());
    for (auto &[place, pipeline] : sorted)
        result.push_back(std::move(pipeline));
    return result;
}

Result<BoardSnapshot> loadBoard(Reader &reader, const ReadTime &time, RecordId pipeline,
                                const BoardScope &scope) {
    const auto row = reader.find(u"pipeline"_s, pipeline);
    if (!row)
        return row.error();
    if (!*row || (*row)->deleted)
        return makeError(ErrorKind::NotFound, u"record.unknown"_s,
                         {{u"entity"_s, u"pipeline"_s}, {u"id"_s, pipeline.text()}});
    auto cards = readCards(reader.connection(), pipeline, time.zone, scope);
    if (!cards)
        return cards.error();
    auto earlier = countEarlier(reader.connection(), pipeline, scope);
    if (!earlier)
        return earlier.error();
    for (BoardCard &card : *cards)
        prepareCard(card);
    BoardSnapshot board;
    board.scope = scope;
    board.earlier = std::move(*earlier);
    board.pipeline = {pipeline, reader.title(u"pipeline"_s, pipeline), stagesOf(reader, pipeline)};
    board.cards = std::move(*cards);
    if (const auto added = addStrayStages(reader, board); !added)
        return added.error();
    return board;
}

Result<std::vector<BoardCard>> loadCards(Reader &reader, RecordId pipeline,
                                         const std::vector<RecordId> &deals) {
    auto cards = readCards(reader.connection(), pipeline, zoneOf(reader), deals);
    if (cards) {
        for (BoardCard &card : *cards)
            prepareCard(card);
    }
    return cards;
}

bool isInScope(const BoardCard &card, Outcome outcome, const BoardScope &scope) {
    return outcome == Outcome::Open || !scope.closedFrom.isValid()
           || scope.whole.contains(card.stage)
           || (card.closedOn && *card.closedOn >= scope.closedFrom);
}

std::vector<RecordId> touchedDeals(Reader &reader, const ChangeNotice &notice) {
    TouchedDeals touched(reader, notice.set);
    for (const Moved &moved : notice.moved)
        touched.take(moved);
    return touched.deals();
}

bool showsOnCards(const Moved &moved) {
    if (moved.entity == "account"_L1 || moved.entity == "person"_L1)
        return !moved.created;
    return moved.entity == "deal"_L1 || moved.entity == "task"_L1 || moved.entity == "pipeline"_L1
           || moved.entity == "stage"_L1;
}

} // namespace dw
