// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/stats.h"

#include "core/services/board/board.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

using Place = std::pair<RecordId, RecordId>; ///< Pipeline and stage.

/// The stages of all pipelines, then those where deals stand though they belong to none.
std::vector<std::pair<Place, StageStats>> places(Reader &reader,
                                                 const std::vector<BoardPipeline> &all,
                                                 const std::vector<StageSum> &sums) {
    std::vector<std::pair<Place, StageStats>> found;
    for (const BoardPipeline &pipeline : all) {
        for (const BoardStage &stage : pipeline.stages)
            found.push_back({{pipeline.id, stage.id}, {pipeline.name, stage.name, 0, {}, {}}});
    }
    for (const StageSum &sum : sums) {
        const Place place{sum.pipeline, sum.stage};
        const bool known = std::any_of(found.begin(), found.end(),
                                       [&](const auto &entry) { return entry.first == place; });
        if (!known)
            found.push_back({place,
                             {reader.title(u"pipeline"_s, sum.pipeline),
                              reader.title(u"stage"_s, sum.stage),
                              0,
                              {},
                              {}}});
    }
    return found;
}

} // namespace

Result<WorkspaceStats> statsOf(Reader &reader) {
    const auto sums = stageSums(reader.connection());
    if (!sums)
        return sums.error();
    return statsOf(reader, *sums);
}

Result<WorkspaceStats> statsOf(Reader &reader, const std::vector<StageSum> &sums) {
    WorkspaceStats stats;
    const CatalogPtr catalog = reader.catalog();
    for (const EntityDesc &entity : catalog->entities()) {
        if (!entity.listed)
            continue;
        const auto count = rowCount(reader.connection(), entity);
        if (!count)
            return count.error();
        stats.rows.emplace_back(entity.key, *count);
    }
    const auto all = pipelines(reader);
    if (!all)
        return all.error();
    for (auto &[place, stage] : places(reader, *all, sums)) {
        for (const StageSum &sum : sums) {
            if (place != Place{sum.pipeline, sum.stage})
                continue;
            stage.deals += sum.deals;
            if (sum.currency.isNull())
                continue;
            if (const auto minor = sum.minor.value())
                stage.sums.emplace_back(*minor, sum.currency);
            else
                stage.tooLarge.push_back(sum.currency);
        }
        stats.stages.push_back(std::move(stage));
    }
    return stats;
}

} // namespace dw
