// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestHistory : public QObject {
    Q_OBJECT

private slots:
    void ofRecord_isInOrderAndCanBeLimited();
    void ofRecord_namesOnlyChangesOfTheField();
    void why_namesTheChangeThatGaveTheValue();
    void why_afterUndo_namesTheFirstReason();
    void why_ofWhatWasNeverSet_isNothing();
    void sets_goBackwards();
    void set_knowsWhatItWas();
    void recordAt_beforeAndAfterEachChange();
    void recordAt_ofTrustedHistory_knowsItAtItsOwnTime();
    void recordAt_inTheBin_isNothing();
    void recordAt_ofAnotherEntity_isNothing();
    void recordAt_datesTheStage();
    void rowsAt_handsOverWhatExisted();
    void damagedRecord_isSaidSo();
};

void TestHistory::ofRecord_isInOrderAndCanBeLimited() {
    TestWorkspace w;
    const RecordId id = w.create(u"tag", {{u"name", u"0"_s}});
    w.create(u"tag", {{u"name", u"other"_s}});
    for (int i = 1; i < 5; ++i)
        w.change(u"tag", id, {{u"name", QString::number(i)}});
    const auto names = [&](int limit) {
        QStringList list;
        for (const ChangeRecord &record : must(w.history().ofRecord(id, {}, limit)))
            list << record.groups.front().fields.front().next.value.as<QString>();
        return list.join(u' ');
    };
    QCOMPARE(names(0), u"0 1 2 3 4"_s);
    QCOMPARE(names(2), u"3 4"_s);
    QCOMPARE(names(9), u"0 1 2 3 4"_s);
    QVERIFY(must(w.history().ofRecord(RecordId{makeUuidV5(u"nobody"_s)})).empty());
}

void TestHistory::ofRecord_namesOnlyChangesOfTheField() {
    TestWorkspace w;
    const RecordId id = w.create(u"account", {{u"name", u"A"_s}});
    w.change(u"account", id, {{u"city", u"苏州"_s}});
    w.change(u"account", id, {{u"street", u"Main"_s}});
    w.remove(u"account", id);
    QCOMPARE(must(w.history().ofRecord(id, u"city"_s)).size(), size_t(1));
    QCOMPARE(must(w.history().ofRecord(id, u"name"_s)).size(), size_t(1));
    QCOMPARE(must(w.history().ofRecord(id, u"deleted"_s)).size(), size_t(1));
    QCOMPARE(must(w.history().ofRecord(id)).size(), size_t(4));
    // The limit counts changes of the field.
    w.restore(u"account", id);
    QCOMPARE(must(w.history().ofRecord(id, u"city"_s, 1)).size(), size_t(1));
}

void TestHistory::why_namesTheChangeThatGaveTheValue() {
    TestWorkspace w;
    const RecordId id = w.create(u"account", {{u"name", u"A"_s}});
    must(w.run(
        [&](WriteTransaction &tx) {
            return tx.change(w.record(u"account", {{u"sector", u"IT"_s}}, id));
        },
        {.source = u"meeting minutes 2026-02-10, minute 12"_s}));
    w.change(u"account", id, {{u"name", u"B"_s}});
    QCOMPARE(must(w.history().why(id, u"sector"_s))->source,
             u"meeting minutes 2026-02-10, minute 12"_s);
    QCOMPARE(must(w.history().why(id, u"name"_s))->set, 3);
}

void TestHistory::why_afterUndo_namesTheFirstReason() {
    TestWorkspace w;
    const RecordId id = w.create(u"account", {{u"name", u"A"_s}});
    const qint64 given = w.change(u"account", id, {{u"sector", u"IT"_s}});
    const qint64 edit = w.change(u"account", id, {{u"sector", u"AI"_s}});
    const qint64 undone = must(w.undo(edit)).set;
    QCOMPARE(must(w.history().why(id, u"sector"_s))->set, given);
    must(w.undo(undone));
    QCOMPARE(must(w.history().why(id, u"sector"_s))->set, edit);
    // Where nothing stood before, the undoing itself is the reason.
    must(w.undo(edit));
    const qint64 last = must(w.undo(given)).set;
    QCOMPARE(must(w.history().why(id, u"sector"_s))->set, last);
}

void TestHistory::why_ofWhatWasNeverSet_isNothing() {
    TestWorkspace w;
    const RecordId id = w.create(u"account", {{u"name", u"A"_s}, {u"city", u"苏州"_s}});
    QVERIFY(!must(w.history().why(id, u"website"_s)));
    QVERIFY(!must(w.history().why(id, u"street"_s))); // Named beside the city only.
    QVERIFY(!must(w.history().why(RecordId{makeUuidV5(u"nobody"_s)}, u"name"_s)));
}

void TestHistory::sets_goBackwards() {
    TestWorkspace w;
    for (int i = 0; i < 5; ++i)
        w.create(u"tag", {{u"name", QString::number(i)}});
    const auto numbers = [&](qint64 before, int limit) {
        QList<qint64> list;
        for (const ChangeSet &set : must(w.history().sets(before, limit)))
            list << set.seq;
        return list;
    };
    QCOMPARE(numbers(0, 2), QList<qint64>({5, 4}));
    QCOMPARE(numbers(4, 2), QList<qint64>({3, 2}));
    QCOMPARE(numbers(2, 9), QList<qint64>({1}));
    QCOMPARE(numbers(0, 0).size(), 5);
    QCOMPARE(numbers(1, 0).size(), 0);
}

void TestHistory::set_knowsWhatItWas() {
    TestWorkspace w;
    const Instant at = *Instant::fromIso(u"2026-01-15T09:00:00Z"_s);
    must(w.run(
        [&](WriteTransaction &tx) -> Result<void> {
            must(tx.create(w.record(u"tag", {{u"name", u"a"_s}})));
            must(tx.create(w.record(u"tag", {{u"name", u"b"_s}})));
            return {};
        },
        {.kind = SetKind::Import,
         .way = WriteWay::Import,
         .label = {u"set.import"_s, {{u"file"_s, u"标签.csv"_s}}},
         .source = u"标签.csv"_s,
         .reason = {u"reason.text"_s, {{u"text"_s, u"first load"_s}}},
         .at = at}));
    const auto set = *must(w.history().set(1));
    QCOMPARE(set.kind, SetKind::Import);
    QCOMPARE(set.actor, w.actor);
    QCOMPARE(set.device, w.door().device());
    QCOMPARE(set.label.args.value(u"file"_s), u"标签.csv"_s);
    QCOMPARE(set.source, u"标签.csv"_s);
    QCOMPARE(set.reason.args.value(u"text"_s), u"first load"_s);
    QCOMPARE(set.at, at);
    QCOMPARE(set.count, 2);
    QCOMPARE(set.undoOf, 0);
    const auto records = must(w.history().ofSet(1));
    QCOMPARE(records.size(), size_t(2));
    QCOMPARE(records[0].at, at);
    QVERIFY(records[0].seq < records[1].seq);
    QVERIFY(!must(w.history().set(2)));
}

void TestHistory::recordAt_beforeAndAfterEachChange() {
    TestWorkspace w;
    const Catalog &catalog = *w.catalog().get();
    const FieldHandle name = w.entity(u"tag").byName(u"name");
    const Instant made = w.wall.now();
    const RecordId id = w.create(u"tag", {{u"name", u"a"_s}});
    w.tick();
    const Instant renamed = w.wall.now();
    w.change(u"tag", id, {{u"name", u"b"_s}});
    const auto nameAt = [&](Instant t) {
        const auto record = must(w.history().recordAt(catalog, u"tag"_s, id, t));
        return record ? record->value(name).as<QString>() : u"(none)"_s;
    };
    QCOMPARE(nameAt({made.ms - 1}), u"(none)"_s);
    QCOMPARE(nameAt(made), u"a"_s);
    QCOMPARE(nameAt({renamed.ms - 1}), u"a"_s);
    QCOMPARE(nameAt(renamed), u"b"_s);
    QCOMPARE(nameAt({renamed.ms + 1}), u"b"_s);
}

void TestHistory::recordAt_ofTrustedHistory_knowsItAtItsOwnTime() {
    TestWorkspace w;
    const Catalog &catalog = *w.catalog().get();
    const Instant engaged = *Instant::fromIso(u"2017-03-01"_s);
    const Instant closed = *Instant::fromIso(u"2017-05-09"_s);
    const auto &stages = w.pipeline().stages;
    const auto import = [&](bool trusted) {
        RecordId id;
        must(w.run([&](WriteTransaction &tx) -> Result<void> {
            tx.setTime(engaged, trusted);
            id = must(tx.create(w.record(
                u"deal",
                {{u"name", u"D"_s}, {u"pipeline", w.pipeline().id}, {u"stage", stages[0]}})));
            tx.setTime(closed, trusted);
            return tx.change(w.record(u"deal", {{u"stage", stages[3]}}, id));
        }));
        return id;
    };
    const FieldHandle stage = w.entity(u"deal").byName(u"stage");
    const auto stageAt = [&](RecordId id, Instant t) {
        const auto record = must(w.history().recordAt(catalog, u"deal"_s, id, t));
        return record ? record->value(stage).as<RecordId>() : RecordId();
    };
    const RecordId trusted = import(true);
    QVERIFY(stageAt(trusted, {engaged.ms - 1}).isNull());
    QCOMPARE(stageAt(trusted, engaged), stages[0]);
    QCOMPARE(stageAt(trusted, {closed.ms - 1}), stages[0]);
    QCOMPARE(stageAt(trusted, closed), stages[3]);
    const RecordId untrusted = import(false);
    QVERIFY(stageAt(untrusted, closed).isNull());
    QCOMPARE(stageAt(untrusted, w.wall.now()), stages[3]);
}

void TestHistory::recordAt_inTheBin_isNothing() {
    TestWorkspace w;
    const Catalog &catalog = *w.catalog().get();
    const RecordId id = w.create(u"tag", {{u"name", u"a"_s}});
    w.tick();
    w.remove(u"tag", id);
    const Instant gone = w.wall.now();
    w.tick();
    w.restore(u"tag", id);
    const auto isThere = [&](Instant t) {
        return must(w.history().recordAt(catalog, u"tag"_s, id, t)).has_value();
    };
    QVERIFY(isThere({gone.ms - 1}));
    QVERIFY(!isThere(gone));
    QVERIFY(isThere(w.wall.now()));
}

void TestHistory::recordAt_ofAnotherEntity_isNothing() {
    TestWorkspace w;
    const Catalog &catalog = *w.catalog().get();
    const RecordId id = w.create(u"tag", {{u"name", u"a"_s}});
    QVERIFY(!must(w.history().recordAt(catalog, u"account"_s, id, w.wall.now())));
    const auto unknown = w.history().recordAt(catalog, u"spaceship"_s, id, w.wall.now());
    QCOMPARE(unknown.error().message.id, u"catalog.unknown_entity"_s);
    const auto rows = w.history().rowsAt(catalog, u"spaceship"_s, w.wall.now(), {});
    QCOMPARE(rows.error().message.id, u"catalog.unknown_entity"_s);
}

void TestHistory::recordAt_datesTheStage() {
    TestWorkspace w;
    const Catalog &catalog = *w.catalog().get();
    const FieldHandle since = w.entity(u"deal").byName(u"stage_since");
    const FieldHandle created = w.entity(u"deal").byName(u"created_at");
    const RecordId id = w.deal(u"D"_s);
    const Instant made = w.wall.now();
    w.tick();
    const qint64 move = w.change(u"deal", id, {{u"stage", w.pipeline().stages[1]}});
    const Instant moved = w.wall.now();
    w.tick();
    must(w.undo(move));
    const Instant undone = w.wall.now();
    const auto at = [&](Instant t) {
        return *must(w.history().recordAt(catalog, u"deal"_s, id, t));
    };
    QCOMPARE(at(made).value(since), FieldValue(made));
    QCOMPARE(at(moved).value(since), FieldValue(moved));
    QCOMPARE(at(undone).value(since), FieldValue(made));
    QCOMPARE(at(undone).value(created), FieldValue(made));
}

void TestHistory::rowsAt_handsOverWhatExisted() {
    TestWorkspace w;
    const Catalog &catalog = *w.catalog().get();
    std::vector<RecordId> ids;
    std::vector<Instant> times;
    for (int i = 0; i < 5; ++i) {
        w.create(u"account", {{u"name", u"noise"_s}});
        ids.push_back(w.create(u"tag", {{u"name", QString::number(i)}}));
        times.push_back(w.wall.now());
        w.tick();
    }
    w.remove(u"tag", ids[1]);
    const auto rowsAt = [&](Instant t) {
        std::vector<RecordId> found;
        must(w.history().rowsAt(catalog, u"tag"_s, t,
                                [&](const Record &record) { found.push_back(record.id()); }));
        return found;
    };
    for (size_t i = 0; i < 5; ++i) {
        std::vector<RecordId> expected(ids.begin(), ids.begin() + qsizetype(i) + 1);
        std::sort(expected.begin(), expected.end(),
                  [](const RecordId &a, const RecordId &b) { return a.bytes() < b.bytes(); });
        QCOMPARE(rowsAt(times[i]), expected);
    }
    QCOMPARE(rowsAt(w.wall.now()).size(), size_t(4));
    QVERIFY(rowsAt({times[0].ms - 1}).empty());
}

void TestHistory::damagedRecord_isSaidSo() {
    TestWorkspace w;
    const RecordId id = w.create(u"tag", {{u"name", u"a"_s}});
    must(w.door().maintain([](Connection &c) {
        return c.exec(u"UPDATE change_record SET groups = x'9f' || groups"_s);
    }));
    const auto read = w.history().ofRecord(id);
    QCOMPARE(read.error().kind, ErrorKind::Damaged);
    QCOMPARE(read.error().message, Message({u"history.bad_record"_s, {{u"seq"_s, u"1"_s}}}));
    const auto edit = w.run([&](WriteTransaction &tx) {
        return tx.change(w.record(u"tag", {{u"name", u"b"_s}}, id));
    });
    QCOMPARE(edit.error().message.id, u"history.bad_record"_s);
    QVERIFY(w.damages().contains(u"history.bad_record"_s));
}

} // namespace dw::test

using dw::test::TestHistory;
DW_TEST(TestHistory)

#include "tst_history.moc"
