// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/board/stageconversion.h"

#include "core/store/query/history.h"

namespace dw {
using namespace Qt::StringLiterals;

std::optional<double> StageConversion::rate() const {
    if (reached < leastDeals)
        return std::nullopt;
    return double(wentOn) / reached;
}

StageConversions::StageConversions(const BoardPipeline &pipeline)
    : m_order(pipeline.stages),
      m_stages(pipeline.stages.size()) {
    for (int i = 0; i < int(m_order.size()); ++i)
        m_places.insert(m_order[size_t(i)].id, i);
}

Result<void> StageConversions::take(Reader &reader, const std::vector<RecordId> &deals) {
    History history(reader.connection());
    for (const RecordId deal : deals) {
        const auto changes = history.ofRecord(deal, u"stage"_s);
        if (!changes)
            return changes.error();
        int furthest = -1;
        bool won = false;
        for (const ChangeRecord &change : *changes) {
            for (const GroupChange &group : change.groups) {
                for (const FieldChange &field : group.fields) {
                    if (field.name != "stage"_L1)
                        continue;
                    const int at = m_places.value(field.next.value.as<RecordId>(), -1);
                    if (at < 0)
                        continue;
                    if (m_order[size_t(at)].outcome == Outcome::Open)
                        furthest = std::max(furthest, at);
                    won = m_order[size_t(at)].outcome == Outcome::Won;
                }
            }
        }
        for (int i = 0; i <= furthest; ++i) {
            StageConversion &stage = m_stages[size_t(i)];
            if (m_order[size_t(i)].outcome != Outcome::Open)
                continue;
            ++stage.reached;
            if (i < furthest || won)
                ++stage.wentOn;
        }
    }
    return {};
}

Result<std::vector<RecordId>> closedDeals(Reader &reader, RecordId pipeline, QDate since,
                                          int most) {
    auto where = Expression::parse(
        u"pipeline = \"%1\" and closed_on >= %2 and stage.outcome in (\"won\", \"lost\")"_s.arg(
            pipeline.text(), since.toString(Qt::ISODate)),
        *reader.catalog(), u"deal"_s);
    if (!where)
        return where.error();
    Query query;
    query.entity = u"deal"_s;
    query.where = std::move(*where);
    query.sort = {{u"closed_on"_s, true}};
    query.limit = most;
    const auto rows = reader.list(query, {});
    if (!rows)
        return rows.error();
    std::vector<RecordId> ids;
    ids.reserve(rows->size());
    for (const Row &row : *rows)
        ids.push_back(row.record.id());
    return ids;
}

} // namespace dw
