// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"
#include "tests/bench/contactdata.h"
#include "tests/bench/workspacefixture.h"

#include "core/services/search.h"
#include "core/store/search/searchtables.h"
#include "core/store/write/writetransaction_rows.h"
#include "tests/support/random.h"

using namespace Qt::StringLiterals;

namespace dw::bench {
namespace {

const QString surnames = u"王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗曾单仇解查"_s;
const QString given = u"伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉力国华建"_s;
const QStringList firstNames{u"James"_s,    u"Mary"_s,  u"Robert"_s,    u"Patricia"_s,
                             u"Jennifer"_s, u"Linda"_s, u"Elizabeth"_s, u"Thomas"_s};
const QStringList lastNames{u"Smith"_s,  u"Johnson"_s,   u"Williams"_s, u"Rodriguez"_s,
                            u"Miller"_s, u"Hernandez"_s, u"Lopez"_s,    u"Anderson"_s};

QString nameOf(test::Random &random) {
    if (random.chance(0.5))
        return random.pick(firstNames) + u' ' + random.pick(lastNames) + u' '
               + QString::number(random.below(1000));
    QString name(random.pick(surnames));
    for (int i = random.below(2); i >= 0; --i)
        name += random.pick(given);
    return name;
}

Result<void> addContacts(Connection &c, const EntityDesc &contact, int count) {
    test::Random random(7);
    auto transaction = Transaction::begin(c, Transaction::Kind::Write);
    orFail(transaction);
    for (int i = 0; i < count; ++i) {
        Row row{Record(contact.key, RecordId{makeUuidV7(Instant{1'700'000'000'000 + i})}),
                u"C-%1"_s.arg(i),
                false,
                {}};
        const QString name = nameOf(random);
        row.record.set(contact.byName(u"name"), name);
        row.record.set(contact.byName(u"phone"),
                       u"+86 1%1"_s.arg(random.below(qint64(10'000'000'000)), 10, 10, QChar(u'0')));
        if (const auto added = insertRow(c, contact, row, KeyWay::Later); !added)
            return added;
    }
    return (*transaction)->commit();
}

/// The index of SQLite's own trigrams over the names alone, which finds no two Chinese characters.
Result<void> addTrigrams(Connection &c) {
    return c.exec(u"CREATE VIRTUAL TABLE bench_trigram USING fts5(name, content='', columnsize=0,"
                  " detail=none, tokenize='trigram');"
                  "INSERT INTO bench_trigram(rowid, name) SELECT rowid, name FROM contact"_s);
}

void searchFigures() {
    WorkspaceFixture fixture;
    Workspace &workspace = fixture.workspace();
    const int rows = benchRows(1'000'000);
    const EntityDesc &contact = *workspace.catalog()->entity(u"contact");
    orFail(workspace.maintain([&](Connection &c) { return addContacts(c, contact, rows); }));
    const double trigramMs = milliseconds([&] { orFail(workspace.maintain(addTrigrams)); });
    orFail(workspace.maintain([](Connection &c) { return c.exec(u"DROP TABLE bench_trigram"_s); }));
    const double buildMs = milliseconds([&] { orFail(rebuildSearch(workspace)); });
    line(u"trigrams of SQLite over %1 names"_s.arg(rows), u"%1 ms"_s.arg(trigramMs, 0, 'f', 0));
    line(u"search tables over the same names and phones"_s, u"%1 ms"_s.arg(buildMs, 0, 'f', 0),
         buildMs / trigramMs);
    const auto size = workspace.reader().connection().scalar(
        u"SELECT sum(length(block)) / 1048576 FROM search_data"_s);
    orFail(size);
    line(u"their size"_s, u"%1 MB"_s.arg(*size));

    for (const QString &typed : {u"王"_s, u"王伟"_s, u"zengguo"_s, u"zw"_s, u"j"_s, u"ander"_s,
                                 u"james smith 77"_s, u"hernandes"_s, u"138001"_s, u"qqqq"_s}) {
        std::vector<double> samples;
        size_t hits = 0;
        for (int i = 0; i < 20; ++i) {
            samples.push_back(milliseconds([&] {
                const auto answer = search(workspace.reader(), {typed, {}, 10, 0});
                orFail(answer);
                hits = answer->hits.size();
            }));
        }
        const Spread spread = spreadOf(samples);
        line(u"  “%1”: %2 hits, p50 and max"_s.arg(typed).arg(hits),
             u"%1 / %2 ms"_s.arg(spread.p50, 0, 'f', 2).arg(spread.max, 0, 'f', 2));
    }
    auto like = workspace.reader().connection().prepare(
        u"SELECT count(*) FROM contact WHERE name LIKE '%ander%'"_s);
    orFail(like);
    line(u"  reference: LIKE over all names"_s,
         u"%1 ms"_s.arg(milliseconds([&] { orFail(like->step()); }), 0, 'f', 0));
}

} // namespace

DW_BENCH("search", searchFigures)

} // namespace dw::bench
