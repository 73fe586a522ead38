// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"
#include "tests/bench/workspacefixture.h"

#include "core/store/sqlite/sqlite.h"

using namespace Qt::StringLiterals;

namespace dw::bench {
namespace {

constexpr int edits = 2000;

/// The same two inserts of about the same size, one transaction each, FULL: what SQLite itself
/// costs.
Spread plainInserts(const QString &path) {
    auto opened = Connection::open(path, OpenMode::Create);
    if (!opened)
        fail(opened.error().detail);
    Connection &c = **opened;
    orFail(c.exec(u"CREATE TABLE a(id BLOB NOT NULL PRIMARY KEY, v TEXT);"
                  "CREATE TABLE b(seq INTEGER PRIMARY KEY, row BLOB, groups BLOB, at INTEGER)"_s));
    std::vector<double> samples;
    for (int i = 0; i < edits; ++i) {
        const QByteArray id = makeUuidV7({qint64(i)}).toRfc4122();
        samples.push_back(milliseconds([&] {
            auto transaction = Transaction::begin(c, Transaction::Kind::Write);
            orFail(transaction);
            auto first = c.prepare(u"INSERT INTO a VALUES (?, ?)"_s);
            orFail(first);
            first->bind(1, id);
            first->bind(2, u"CNY 500000.00"_s);
            orFail(first->run());
            auto second = c.prepare(u"INSERT INTO b(row, groups, at) VALUES (?, ?, ?)"_s);
            orFail(second);
            second->bind(1, id);
            second->bind(2, QByteArray(300, 'x'));
            second->bind(3, qint64(i));
            orFail(second->run());
            orFail((*transaction)->commit());
        }));
    }
    return spreadOf(std::move(samples));
}

void edit() {
    WorkspaceFixture fixture;
    const RecordId deal = fixture.makeDeals(1).front();
    const EntityDesc &entity = *fixture.workspace().catalog()->entity(u"deal");
    std::vector<double> samples;
    for (int i = 0; i < edits; ++i) {
        Record values(u"deal"_s, deal);
        values.set(entity.byName(u"source"), QString::number(i));
        const Work work = changeWork(values, {}, fixture.origin());
        samples.push_back(milliseconds([&] { orFail(fixture.workspace().run(work)); }));
    }
    const Spread ours = spreadOf(std::move(samples));
    const Spread plain = plainInserts(fixture.filePath(u"plain.db"_s));
    line(u"two inserts through the C API, FULL, p50 / p99"_s,
         u"%1 / %2 µs"_s.arg(plain.p50 * 1000, 0, 'f', 0).arg(plain.p99 * 1000, 0, 'f', 0));
    line(u"one edit through the door to commit, p50 / p99"_s,
         u"%1 / %2 µs"_s.arg(ours.p50 * 1000, 0, 'f', 0).arg(ours.p99 * 1000, 0, 'f', 0),
         ours.p50 / plain.p50);
}

} // namespace

DW_BENCH("edit", edit)

} // namespace dw::bench
