// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"
#include "tests/bench/workspacefixture.h"

#include "core/domain/columnsums.h"
#include "core/services/columns.h"
#include "core/store/query/columnreader.h"

#include <random>

using namespace Qt::StringLiterals;

namespace dw::bench {
namespace {

constexpr int deals = 1'000'000;
constexpr int owners = 200;
constexpr int accounts = 50'000;
constexpr int stages = 7;

RecordId named(const QString &what, int n) { return {makeUuidV5(what + QString::number(n))}; }

std::vector<QByteArray> idsOf(const QString &what, int count) {
    std::vector<QByteArray> ids;
    for (int i = 0; i < count; ++i)
        ids.push_back(named(what, i).bytes());
    return ids;
}

/// Rows as an import leaves them, but without their log: columns read tables.
Result<void> insertDeals(Connection &c, RecordId pipeline, const std::vector<BoardStage> &line) {
    const auto transaction = Transaction::begin(c, Transaction::Kind::Write);
    if (!transaction)
        return transaction.error();
    auto insert = c.prepare(
        u"INSERT INTO deal (id, short_id, name, account, owner, pipeline, stage, amount_minor,"
        " amount_currency, expected_close, forecast_call, created_at, stage_since)"
        " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"_s);
    if (!insert)
        return insert.error();
    const auto people = idsOf(u"person"_s, owners);
    const auto customers = idsOf(u"account"_s, accounts);
    std::mt19937_64 random(7);
    for (int i = 0; i < deals; ++i) {
        insert->bind(1, named(u"deal"_s, i).bytes());
        insert->bind(2, u"D-77%1"_s.arg(i));
        insert->bind(3, u"Deal %1"_s.arg(i));
        insert->bind(4, customers[random() % customers.size()]);
        insert->bind(5, people[random() % people.size()]);
        insert->bind(6, pipeline.bytes());
        insert->bind(7, line[random() % stages].id.bytes());
        insert->bind(8, qint64(random() % 100'000'000));
        insert->bind(9, random() % 5 == 0 ? u"USD"_s : u"CNY"_s);
        insert->bind(10, qint64(20'000 + random() % 700));
        insert->bind(11, u"commit"_s);
        insert->bind(12, qint64(1'700'000'000'000) + i);
        insert->bind(13, qint64(1'700'000'000'000) + i);
        if (const auto done = insert->run(); !done)
            return done;
    }
    return (*transaction)->commit();
}

/// Median of so many runs, in milliseconds.
double median(int runs, const std::function<void()> &work) {
    std::vector<double> samples;
    for (int i = 0; i < runs; ++i)
        samples.push_back(milliseconds(work));
    return spreadOf(std::move(samples)).p50;
}

QString ms(double figure) { return u"%1 ms"_s.arg(figure, 0, 'f', figure < 10 ? 2 : 0); }

/// Too little of the reference for a ratio of two decimals.
QString fasterThan(double reference, double figure) {
    return u"%1, %2 times as fast"_s.arg(ms(figure)).arg(reference / figure, 0, 'f', 0);
}

void editDeals(WorkspaceFixture &fixture, int first, int count) {
    const EntityDesc &entity = *fixture.workspace().catalog()->entity(u"deal");
    Work work;
    work.info.actor = fixture.workspace().actor();
    work.info.label = {u"set.import"_s, {}};
    work.unit = [&](WriteTransaction &tx) -> Result<void> {
        for (int i = 0; i < count; ++i) {
            // Spread over the table, so that as many blocks as can be are copied.
            const int row = int((qint64(first + i) * 7919) % deals);
            Record values(u"deal"_s, named(u"deal"_s, row));
            values.set(entity.byName(u"expected_close"), QDate(2027, 1, 1).addDays(first + i));
            if (auto changed = tx.change(values); !changed)
                return changed;
        }
        return {};
    };
    orFail(fixture.workspace().run(work));
}

void sums(Connection &c, const ColumnStore &store) {
    const ColumnTable &table = *store.table(u"deal");
    const double bySql = median(3, [&] { orFail(stageSums(c)); });
    line(u"sums per stage and currency by SQL (reference)"_s, ms(bySql));
    const double byColumns = median(21, [&] {
        if (stageSums(store).size() != size_t(stages) * 2)
            fail(u"sums are missing"_s);
    });
    line(u"the same from columns"_s, fasterThan(bySql, byColumns));
    SumQuery query;
    query.amount = table.column(u"amount");
    query.by = {table.column(u"stage")};
    query.weightBy = query.by.front();
    query.weights.assign(size_t(stages) + 1, Share::ofPercent(35));
    const double weighted = median(21, [&] { (void)sumAmounts(table, query); });
    line(u"with the weighted sum, rounded per deal"_s, fasterThan(bySql, weighted));
    query.filter.between = {{table.column(u"expected_close"), 20'100, 20'190}};
    const double quarter = median(21, [&] { (void)sumAmounts(table, query); });
    line(u"of one quarter"_s, ms(quarter));
}

/// Sums over a million deals from columns and by SQL, and what it costs to have the columns.
void columns() {
    WorkspaceFixture fixture;
    const auto lines = pipelines(fixture.workspace().reader());
    orFail(lines);
    orFail(fixture.workspace().maintain(
        [&](Connection &c) { return insertDeals(c, lines->front().id, lines->front().stages); }));
    Connection &c = fixture.workspace().reader().connection();
    const CatalogPtr catalog = fixture.workspace().catalog();
    ColumnReader reader(hotFields());
    ColumnStorePtr store;
    const auto read = [&] {
        auto found = reader.read(c, *catalog);
        orFail(found);
        store = *found;
    };
    const double plain = milliseconds([&] {
        auto s = c.prepare(u"SELECT id, pipeline, stage, owner, account, partner, amount_minor,"
                           " amount_currency, expected_close, closed_on, stage_since, created_at,"
                           " forecast_call FROM deal"_s);
        orFail(s);
        for (auto more = s->step(); more && *more; more = s->step()) {
        }
    });
    line(u"stepping through %1 deals, nothing else"_s.arg(deals), ms(plain));
    const double load = milliseconds(read);
    line(u"loading them into columns"_s, ms(load), load / plain);
    if (store->table(u"deal")->rows() != deals)
        fail(u"rows are missing"_s);
    line(u"memory of the columns"_s,
         u"%1 MB"_s.arg(double(store->table(u"deal")->bytes()) / 1e6, 0, 'f', 0));
    sums(c, *store);
    for (const int count : {1, 1'000}) {
        std::vector<double> samples;
        for (int i = 0; i < 5; ++i) {
            editDeals(fixture, i * 1'000, count);
            samples.push_back(milliseconds(read));
        }
        line(u"following %1 changed deals"_s.arg(count), ms(spreadOf(samples).p50));
    }
}

} // namespace

DW_BENCH("columns", columns)

} // namespace dw::bench
