// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/workspacefixture.h"

#include "core/services/board/board.h"

#include <random>

using namespace Qt::StringLiterals;

namespace dw::bench {

WorkspaceFixture::WorkspaceFixture() : m_clock({1'772'668'800'000}) {
    const Workspace::Options options{m_folder.filePath(u"workspace"_s), m_clock, m_wall};
    auto made = Workspace::create(options, {u"bench"_s, {}, u"UTC"_s});
    orFail(made);
    m_workspace = std::move(*made);
}

Origin WorkspaceFixture::origin() const { return {m_workspace->actor()}; }

std::vector<RecordId> WorkspaceFixture::makeDeals(int count) {
    const auto lines = pipelines(m_workspace->reader());
    orFail(lines);
    const BoardPipeline &pipeline = lines->front();
    const EntityDesc &entity = *m_workspace->catalog()->entity(u"deal");
    const auto currency = Currency::fromCode(u"CNY"_s);
    std::vector<RecordId> ids;
    Work work;
    work.info.kind = SetKind::Import;
    work.info.way = WriteWay::Import;
    work.info.actor = m_workspace->actor();
    work.info.label = {u"set.import"_s, {}};
    work.unit = [&](WriteTransaction &tx) -> Result<void> {
        std::mt19937_64 random(7);
        for (int i = 0; i < count; ++i) {
            Record deal(u"deal"_s, {});
            deal.set(entity.byName(u"name"), u"Deal %1"_s.arg(i));
            deal.set(entity.byName(u"pipeline"), pipeline.id);
            deal.set(entity.byName(u"stage"), pipeline.stages[random() % 3].id);
            if (random() % 10 != 0)
                deal.set(entity.byName(u"amount"),
                         Money(qint64(random() % 100'000'000), *currency));
            deal.set(entity.byName(u"expected_close"),
                     QDate(2026, 1, 1).addDays(qint64(random() % 365)));
            auto made = tx.create(deal);
            if (!made)
                return made.error();
            ids.push_back(*made);
        }
        return {};
    };
    orFail(m_workspace->run(work));
    return ids;
}

} // namespace dw::bench
