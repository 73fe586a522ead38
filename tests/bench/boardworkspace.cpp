// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/boardworkspace.h"

#include "tests/bench/workspacefixture.h"

#include "core/services/board/board.h"
#include "tests/support/random.h"

using namespace Qt::StringLiterals;

namespace dw::bench {
namespace {

constexpr int owners = 40;

class Maker {
public:
    Maker(WriteTransaction &tx, const BoardPipeline &pipeline)
        : m_tx(tx),
          m_pipeline(pipeline),
          m_catalog(tx.catalogPtr()),
          m_currency(*Currency::fromCode(u"CNY"_s)) {}

    Result<void> make(int deals) {
        std::vector<RecordId> people, accounts;
        for (int i = 0; i < owners; ++i) {
            auto made = named(u"person"_s, u"Owner %1"_s.arg(i));
            if (!made)
                return made.error();
            people.push_back(*made);
        }
        for (int i = 0; i < std::max(1, deals / 5); ++i) {
            auto made = named(u"account"_s, u"Account %1 (Suzhou) Co., Ltd."_s.arg(i));
            if (!made)
                return made.error();
            accounts.push_back(*made);
        }
        for (int i = 0; i < deals; ++i) {
            if (const auto made = deal(i, pick(people), pick(accounts)); !made)
                return made;
        }
        return {};
    }

private:
    RecordId pick(const std::vector<RecordId> &from) { return from[m_random.below(from.size())]; }

    Result<RecordId> named(const QString &key, const QString &name) {
        Record draft(key, {});
        draft.set(m_catalog->entity(key)->byName(u"name"), name);
        return m_tx.create(draft);
    }

    Result<void> deal(int i, RecordId owner, RecordId account) {
        const EntityDesc &deals = *m_catalog->entity(u"deal");
        const BoardStage &stage = m_pipeline.stages[m_random.below(m_pipeline.stages.size())];
        const QDate day = QDate(2026, 1, 1).addDays(qint64(m_random.below(60)));
        Record draft(deals.key, {});
        draft.set(deals.byName(u"name"), u"Line %1 extension"_s.arg(i));
        draft.set(deals.byName(u"pipeline"), m_pipeline.id);
        draft.set(deals.byName(u"stage"), stage.id);
        draft.set(deals.byName(u"owner"), owner);
        draft.set(deals.byName(u"account"), account);
        draft.set(deals.byName(u"amount"), Money(qint64(m_random.below(100'000'000)), m_currency));
        draft.set(deals.byName(u"expected_close"), day.addDays(60));
        if (stage.outcome != Outcome::Open)
            draft.set(deals.byName(u"closed_on"), day);
        if (stage.outcome == Outcome::Lost)
            draft.set(deals.byName(u"reason"), u"price"_s);
        const auto made = m_tx.create(draft);
        if (!made)
            return made.error();
        if (stage.outcome != Outcome::Open || m_random.below(5) == 0)
            return {};
        const EntityDesc &tasks = *m_catalog->entity(u"task");
        Record task(tasks.key, {});
        task.set(tasks.byName(u"title"), u"Call about the offer"_s);
        task.set(tasks.byName(u"due_on"), QDate(2026, 3, 1).addDays(qint64(m_random.below(20))));
        task.set(tasks.byName(u"deal"), *made);
        const auto added = m_tx.create(task);
        return added ? Result<void>() : Result<void>(added.error());
    }

    WriteTransaction &m_tx;
    const BoardPipeline &m_pipeline;
    CatalogPtr m_catalog;
    Currency m_currency;
    test::Random m_random{7};
};

} // namespace

void makeBoardWorkspace(const QString &path, int deals) {
    const FixedClock clock({boardNowMs});
    const SystemClock wall;
    auto made = Workspace::create({path, clock, wall}, {u"bench"_s, u"Li Wanqing"_s, u"UTC"_s});
    orFail(made);
    Workspace &workspace = **made;
    const auto lines = pipelines(workspace.reader());
    orFail(lines);
    Work work;
    work.info.kind = SetKind::Import;
    work.info.way = WriteWay::Import;
    work.info.actor = workspace.actor();
    work.info.label = {u"set.import"_s, {}};
    work.unit = [&](WriteTransaction &tx) { return Maker(tx, lines->front()).make(deals); };
    orFail(workspace.run(work));
}

} // namespace dw::bench
