// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/columns.h"

#include "core/base/log.h"
#include "core/services/logfollower.h"

#include <algorithm>
#include <limits>
#include <mutex>
#include <tuple>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// Shared with the follower's thread: the reader, which only that uses, and what it published.
class Shelf {
public:
    /// Follower's thread. True where something newer stands there now.
    bool read(Reader &reader) {
        auto columns = m_reader.read(reader.connection(), *reader.catalog());
        const std::lock_guard lock(m_mutex);
        m_problem = columns ? std::nullopt : std::optional(columns.error());
        if (!columns) {
            qCInfo(lcServices) << "columns were not read:" << columns.error().detail;
            return false;
        }
        const bool isNew = m_newest != *columns;
        m_newest = *std::move(columns);
        return isNew;
    }
    [[nodiscard]] ColumnStorePtr newest() const {
        const std::lock_guard lock(m_mutex);
        return m_newest;
    }
    [[nodiscard]] std::optional<Error> problem() const {
        const std::lock_guard lock(m_mutex);
        return m_problem;
    }
    void fail(const Error &error) {
        const std::lock_guard lock(m_mutex);
        m_problem = error;
    }

private:
    ColumnReader m_reader{hotFields()};
    mutable std::mutex m_mutex;
    ColumnStorePtr m_newest;
    std::optional<Error> m_problem;
};

} // namespace

struct Columns::State {
    State(const QString &path, const QString &vfs, const CatalogHolder &catalog)
        : follower(path, vfs, catalog,
                   [shelf = shelf](Reader &reader) { return shelf->read(reader); }) {}

    std::shared_ptr<Shelf> shelf = std::make_shared<Shelf>();
    LogFollower follower;
};

Columns::Columns(const QString &path, const QString &vfs, const CatalogHolder &catalog,
                 QObject *parent)
    : QObject(parent),
      m_state(std::make_unique<State>(path, vfs, catalog)) {
    connect(&m_state->follower, &LogFollower::moved, this, &Columns::published);
}

Columns::~Columns() = default;

ColumnStorePtr Columns::snapshot() const { return m_state->shelf->newest(); }

std::optional<Error> Columns::problem() const { return m_state->shelf->problem(); }

void Columns::start() {
    if (const auto started = m_state->follower.start(); !started)
        m_state->shelf->fail(started.error());
}

void Columns::follow() { m_state->follower.follow(); }

Result<ColumnStorePtr> Columns::current() {
    if (const auto started = m_state->follower.start(); !started) {
        m_state->shelf->fail(started.error());
        return started.error();
    }
    m_state->follower.catchUp();
    if (const auto error = problem())
        return *error;
    return snapshot();
}

std::vector<ColumnPlan> hotFields() {
    return {{u"deal"_s,
             {u"pipeline"_s, u"stage"_s, u"owner"_s, u"account"_s, u"partner"_s, u"amount"_s,
              u"expected_close"_s, u"closed_on"_s, u"stage_since"_s, u"created_at"_s,
              u"forecast_call"_s}}};
}

std::vector<StageSum> stageSums(const ColumnStore &columns) {
    const ColumnTable &deals = *columns.table(u"deal");
    const int pipeline = deals.column(u"pipeline");
    const int stage = deals.column(u"stage");
    SumQuery query;
    query.amount = deals.column(u"amount");
    query.by = {pipeline, stage};
    const auto idOf = [&](int column, quint32 code) {
        return code == 0 ? RecordId() : deals.ids(column).at(code);
    };
    std::vector<StageSum> sums;
    for (const ColumnSum &sum : sumAmounts(deals, query))
        sums.push_back({.pipeline = idOf(pipeline, sum.key[0]),
                        .stage = idOf(stage, sum.key[1]),
                        .currency = sum.currency,
                        .deals = sum.rows,
                        .minor = sum.sum});
    std::sort(sums.begin(), sums.end(), [](const StageSum &a, const StageSum &b) {
        return std::tuple(a.pipeline.bytes(), a.stage.bytes(), a.currency)
               < std::tuple(b.pipeline.bytes(), b.stage.bytes(), b.currency);
    });
    return sums;
}

std::vector<ColumnTotals> boardTotals(const ColumnStore &columns, const BoardPipeline &pipeline,
                                      const BoardScope &scope) {
    const ColumnTable &deals = *columns.table(u"deal");
    const int lineColumn = deals.column(u"pipeline");
    const int stageColumn = deals.column(u"stage");
    SumQuery query;
    query.amount = deals.column(u"amount");
    query.by = {stageColumn};
    query.weightBy = stageColumn;
    query.filter.oneOf = {{lineColumn, std::vector<char>(deals.ids(lineColumn).size())}};
    if (const quint32 code = deals.codeOf(lineColumn, pipeline.id))
        query.filter.oneOf.front().allowed[code] = true;
    query.weights.resize(deals.ids(stageColumn).size(), Share{0});
    std::vector<size_t> places(query.weights.size(), pipeline.stages.size());
    std::vector<char> whole(query.weights.size()), narrowed(query.weights.size());
    for (size_t i = 0; i < pipeline.stages.size(); ++i) {
        const BoardStage &stage = pipeline.stages[i];
        const quint32 code = deals.codeOf(stageColumn, stage.id);
        if (code == 0 && !stage.id.isNull())
            continue;
        query.weights[code] = shareOf(stage);
        places[code] = i;
        const bool all = stage.outcome == Outcome::Open || !scope.closedFrom.isValid()
                         || scope.whole.contains(stage.id);
        (all ? whole : narrowed)[code] = true;
    }
    std::vector<std::vector<ColumnSum>> sums(pipeline.stages.size());
    const auto add = [&](const std::vector<char> &stages) {
        query.filter.oneOf.push_back({stageColumn, stages});
        for (ColumnSum &sum : sumAmounts(deals, query))
            sums[places[sum.key.front()]].push_back(std::move(sum));
        query.filter.oneOf.pop_back();
    };
    add(whole);
    if (scope.closedFrom.isValid()) {
        constexpr qint64 farthest = std::numeric_limits<qint64>::max();
        query.filter.between = {
            {deals.column(u"closed_on"), QDate(1970, 1, 1).daysTo(scope.closedFrom), farthest}};
        add(narrowed);
    }
    std::vector<ColumnTotals> totals;
    totals.reserve(sums.size());
    for (const std::vector<ColumnSum> &stage : sums)
        totals.push_back(totalsFrom(stage));
    return totals;
}

} // namespace dw
