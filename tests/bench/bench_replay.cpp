// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"
#include "tests/bench/workspacefixture.h"

using namespace Qt::StringLiterals;

namespace dw::bench {
namespace {

constexpr int deals = 25'000;
constexpr int rounds = 3; // with the creation: 100,000 change records

void editAll(WorkspaceFixture &fixture, const std::vector<RecordId> &ids, int round) {
    const EntityDesc &entity = *fixture.workspace().catalog()->entity(u"deal");
    Work work;
    work.info.actor = fixture.workspace().actor();
    work.info.label = {u"set.import"_s, {}};
    work.unit = [&](WriteTransaction &tx) -> Result<void> {
        for (const RecordId id : ids) {
            Record values(u"deal"_s, id);
            values.set(entity.byName(u"source"), u"round %1"_s.arg(round));
            if (auto changed = tx.change(values); !changed)
                return changed;
        }
        return {};
    };
    orFail(fixture.workspace().run(work));
}

/// State of every deal at an instant from the log, beside merely reading the same log rows.
void replay() {
    WorkspaceFixture fixture;
    const auto ids = fixture.makeDeals(deals);
    for (int round = 0; round < rounds; ++round)
        editAll(fixture, ids, round);
    Connection &c = fixture.workspace().reader().connection();
    qint64 bytes = 0;
    qint64 records = 0;
    const double plain = milliseconds([&] {
        auto s = c.prepare(u"SELECT groups FROM change_record ORDER BY row, seq"_s);
        orFail(s);
        for (auto more = s->step(); more && *more; more = s->step()) {
            bytes += s->blob(0).size();
            ++records;
        }
    });
    int seen = 0;
    auto history = fixture.workspace().history();
    const double ours = milliseconds([&] {
        orFail(history.rowsAt(*fixture.workspace().catalog(), u"deal"_s, SystemClock().now(),
                              [&](const Record &) { ++seen; }));
    });
    if (seen != deals || bytes == 0)
        fail(u"replayed %1 deals of %2"_s.arg(seen).arg(deals));
    line(u"reading %1 change records, nothing else"_s.arg(records),
         u"%1 ms"_s.arg(plain, 0, 'f', 0));
    line(u"state of all rows now from the same records"_s, u"%1 ms"_s.arg(ours, 0, 'f', 0),
         ours / plain);
}

} // namespace

DW_BENCH("replay", replay)

} // namespace dw::bench
