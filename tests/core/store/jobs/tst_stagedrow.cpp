// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/fielddefinition.h"
#include "core/store/jobs/stagedrow.h"
#include "core/store/log/changelogcodec.h"
#include "tests/support/random.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

/// A row as it is made and what becomes of it.
struct Story {
    Record draft;
    StagedOrigin made;
    std::vector<StagedStep> later = {};
};

/// What records say, without ids: a base is the place of the record it names.
struct Told {
    QList<std::vector<GroupChange>> groups;
    QList<qsizetype> bases;
    QList<StagedOrigin> origins;
    Record row;
};

void tellBases(Told &told, const QList<ChangeId> &changes) {
    for (auto &groups : told.groups) {
        for (GroupChange &part : groups) {
            told.bases << (part.base.isNull() ? -1 : changes.indexOf(part.base));
            part.base = {};
        }
    }
}

/// As a unit of the door writes it.
Told byTheDoor(TestWorkspace &w, const Story &story, qint64 *notTrusted) {
    const Committed done = must(w.run([&](WriteTransaction &tx) -> Result<void> {
        tx.setSource(story.made.source);
        tx.setTime(story.made.at, story.made.trusted);
        if (const auto made = tx.create(story.draft); !made)
            return made.error();
        for (const StagedStep &step : story.later) {
            tx.setSource(step.origin.source);
            tx.setTime(step.origin.at, step.origin.trusted);
            if (auto changed = tx.change(step.values); !changed)
                return changed;
        }
        return {};
    }));
    for (const Message &note : done.notes) {
        if (note.id == "write.not_trusted"_L1)
            *notTrusted = note.args.value(u"count"_s).toLongLong();
    }
    Told told;
    QList<ChangeId> changes;
    const auto records = must(w.history().ofRecord(story.draft.id()));
    for (const ChangeRecord &record : records) {
        changes << record.id;
        told.groups << record.groups;
        told.origins << StagedOrigin{record.source, record.at, record.trusted};
    }
    tellBases(told, changes);
    told.row = w.row(story.draft.entity(), story.draft.id()).record;
    return told;
}

/// As a job stages it.
Told staged(TestWorkspace &w, const Story &story, qint64 *notTrusted) {
    const EntityDesc &entity = w.entity(story.draft.entity());
    StagedRow row(entity, story.draft, story.made, w.wall.now());
    for (const StagedStep &step : story.later)
        row.add(step);
    *notTrusted = row.notTrusted();
    Told told;
    told.row = row.state();
    QList<ChangeId> changes;
    const auto items = row.takeItems();
    for (const StagedItem &item : items) {
        changes << item.change;
        told.groups << must(decodeGroups(item.groups));
        told.origins << item.origin;
    }
    tellBases(told, changes);
    return told;
}

/// Absent and empty lie in a table alike.
QMap<quint16, FieldValue> filled(const Record &record) {
    QMap<quint16, FieldValue> values;
    for (const auto &[handle, value] : record.values()) {
        if (!value.isEmpty())
            values.insert(handle.index, value);
    }
    return values;
}

void compare(TestWorkspace &w, const Story &story) {
    qint64 doorsNotTrusted = 0, notTrusted = 0;
    const Told ours = staged(w, story, &notTrusted);
    const Told doors = byTheDoor(w, story, &doorsNotTrusted);
    QCOMPARE(notTrusted, doorsNotTrusted);
    QCOMPARE(ours.groups.size(), doors.groups.size());
    for (qsizetype i = 0; i < ours.groups.size(); ++i) {
        QCOMPARE(encodeGroups(ours.groups.at(i)).toHex(), encodeGroups(doors.groups.at(i)).toHex());
        QCOMPARE(ours.origins.at(i).source, doors.origins.at(i).source);
        QCOMPARE(ours.origins.at(i).at, doors.origins.at(i).at);
        QCOMPARE(ours.origins.at(i).trusted, doors.origins.at(i).trusted);
    }
    QCOMPARE(ours.bases, doors.bases);
    QVERIFY(filled(ours.row) == filled(doors.row));
}

RecordId freshId(const TestWorkspace &w) { return {makeUuidV7(w.wall.now())}; }

} // namespace

/// A row that a job stages is told in the log as the door tells one that a unit makes.
class TestStagedRow : public QObject {
    Q_OBJECT

private slots:
    void draft_namesItsGroupsWhole();
    void emptyValues_stayApart();
    void laterSteps_leadFromRecordToRecord();
    void step_whenNothingDiffers_isLeftOut();
    void derivedDates_followTheSteps();
    void setsAndCounters_areOnesOfTheirOwn();
    void trust_isGivenAsTheDoorGivesIt_data();
    void trust_isGivenAsTheDoorGivesIt();
    void anyStory_isToldAsTheDoorTellsIt();
};

void TestStagedRow::draft_namesItsGroupsWhole() {
    TestWorkspace w;
    // City stands in a group of several fields, of which the draft gives one.
    compare(w, {w.record(u"account", {{u"name", u"蓝海"_s}, {u"city", u"苏州"_s}}, freshId(w)),
                {u"a.csv, line 2"_s, w.wall.now(), false}});
}

void TestStagedRow::emptyValues_stayApart() {
    TestWorkspace w;
    const RecordId id = freshId(w);
    const Instant now = w.wall.now();
    compare(w,
            {w.record(u"account",
                      {{u"name", u"A"_s}, {u"sector", {}}, {u"phone", u"+86 512 1234"_s}}, id),
             {u"a"_s, now, false},
             {{w.record(u"account", {{u"phone", {}}, {u"sector", {}}}, id), {u"b"_s, now, false}},
              {w.record(u"account", {{u"phone", u"+86 512 1235"_s}, {u"sector", u"IT"_s}}, id),
               {u"c"_s, now, false}},
              {w.record(u"account", {{u"sector", {}}}, id), {u"d"_s, now, false}}}});
}

void TestStagedRow::laterSteps_leadFromRecordToRecord() {
    TestWorkspace w;
    const RecordId id = freshId(w);
    const Instant now = w.wall.now();
    const auto origin = [&](int n) {
        return StagedOrigin{u"step %1"_s.arg(n), {now.ms - 100 + n}, true};
    };
    compare(w, {w.record(u"account", {{u"name", u"A"_s}, {u"city", u"X"_s}}, id),
                origin(0),
                {{w.record(u"account", {{u"city", u"Y"_s}, {u"street", u"S"_s}}, id), origin(1)},
                 {w.record(u"account", {{u"sector", u"IT"_s}}, id), origin(2)},
                 {w.record(u"account", {{u"street", {}}, {u"name", u"B"_s}}, id), origin(3)}}});
}

void TestStagedRow::step_whenNothingDiffers_isLeftOut() {
    TestWorkspace w;
    const RecordId id = freshId(w);
    const Instant now = w.wall.now();
    const Story story{
        w.record(u"account", {{u"name", u"A"_s}, {u"city", u"X"_s}}, id),
        {u"a"_s, now, false},
        {{w.record(u"account", {{u"city", u"X"_s}, {u"sector", {}}}, id), {u"b"_s, now, false}}}};
    StagedRow row(w.entity(u"account"), story.draft, story.made, now);
    row.add(story.later.front());
    QCOMPARE(row.takeItems().size(), size_t(1));
    compare(w, story);
}

void TestStagedRow::derivedDates_followTheSteps() {
    TestWorkspace w;
    const auto &line = w.pipeline();
    const RecordId id = freshId(w);
    const Instant now = w.wall.now();
    const auto at = [&](int days) {
        return StagedOrigin{u"crm.csv"_s, {now.ms - 86'400'000 * days}, true};
    };
    const Record draft = w.record(
        u"deal", {{u"name", u"D"_s}, {u"pipeline", line.id}, {u"stage", line.stages[0]}}, id);
    const Story story{draft,
                      at(30),
                      {{w.record(u"deal", {{u"stage", line.stages[1]}}, id), at(20)},
                       {w.record(u"deal", {{u"source", u"fair"_s}}, id), at(10)}}};
    StagedRow row(w.entity(u"deal"), story.draft, story.made, now);
    for (const StagedStep &step : story.later)
        row.add(step);
    const EntityDesc &deal = w.entity(u"deal");
    QCOMPARE(row.state().value(deal.byName(u"created_at")), FieldValue(at(30).at));
    QCOMPARE(row.state().value(deal.byName(u"stage_since")), FieldValue(at(20).at));
    compare(w, story);
}

void TestStagedRow::setsAndCounters_areOnesOfTheirOwn() {
    TestWorkspace w;
    FieldDesc visits;
    visits.key = u"visits"_s;
    visits.type = FieldType::Counter;
    must(w.run([&](WriteTransaction &tx) -> Result<void> {
        must(tx.create(fieldToRecord(tx.catalog(), {u"account"_s, visits}, {})));
        return {};
    }));
    const EntityDesc &account = w.entity(u"account");
    const QString counter = account.field(account.byKey(u"visits")).name;
    const QString hot = w.create(u"tag", {{u"name", u"hot"_s}}).text();
    const QString cold = w.create(u"tag", {{u"name", u"cold"_s}}).text();
    const RecordId id = freshId(w);
    const Instant now = w.wall.now();
    compare(w,
            {w.record(u"account",
                      {{u"name", u"A"_s}, {u"tags", QStringList{hot}}, {counter, qint64(3)}}, id),
             {u"a"_s, now, false},
             {{w.record(u"account", {{u"tags", QStringList{cold}}, {counter, qint64(5)}}, id),
               {u"b"_s, now, false}},
              {w.record(u"account", {{u"tags", QStringList{}}, {counter, {}}}, id),
               {u"c"_s, now, false}}}});
}

void TestStagedRow::trust_isGivenAsTheDoorGivesIt_data() {
    QTest::addColumn<QList<int>>("seconds"); // Of the row and its steps, from the clock.
    QTest::newRow("in order") << QList<int>{-30, -20, -10};
    QTest::newRow("all at once") << QList<int>{-30, -30, -30};
    QTest::newRow("behind what is known") << QList<int>{-20, -30, -10};
    QTest::newRow("ahead of the clock") << QList<int>{-20, -10, 10};
    QTest::newRow("made ahead of the clock") << QList<int>{10, 20, 30};
    QTest::newRow("at the clock") << QList<int>{-10, 0, 0};
    QTest::newRow("behind one that was ahead") << QList<int>{-30, 10, -10};
}

void TestStagedRow::trust_isGivenAsTheDoorGivesIt() {
    QFETCH(const QList<int>, seconds);
    TestWorkspace w;
    const RecordId id = freshId(w);
    const Instant now = w.wall.now();
    int n = 0;
    const auto origin = [&](int at) {
        return StagedOrigin{u"step %1"_s.arg(n++), {now.ms + at * 1000}, true};
    };
    Story story{w.record(u"account", {{u"name", u"A"_s}}, id), origin(seconds.at(0))};
    for (const int at : seconds.mid(1))
        story.later.push_back(
            {w.record(u"account", {{u"sector", u"s%1"_s.arg(n)}, {u"city", u"c%1"_s.arg(n % 2)}},
                      id),
             origin(at)});
    compare(w, story);
}

void TestStagedRow::anyStory_isToldAsTheDoorTellsIt() {
    TestWorkspace w;
    Random random(20260302);
    const QStringList texts{u"name"_s, u"sector"_s, u"city"_s, u"street"_s, u"country"_s};
    const EntityDesc &account = w.entity(u"account");
    const auto some = [&](RecordId id, bool named) {
        Record values(u"account"_s, id);
        for (const QString &name : texts) {
            const bool isName = name == "name"_L1;
            if (!(named && isName) && !random.chance(0.4))
                continue;
            const bool empties = !isName && random.chance(0.3);
            values.set(account.byName(name),
                       empties ? FieldValue() : FieldValue(QString::number(random.below(3))));
        }
        if (random.chance(0.3))
            values.set(account.byName(u"employees"), double(random.below(2)));
        return values;
    };
    for (int round = 0; round < 60; ++round) {
        const RecordId id = freshId(w);
        qint64 at = w.wall.now().ms - 50'000;
        Story story{some(id, true), {u"0"_s, {at}, random.chance(0.7)}};
        for (int n = random.below(6); n > 0; --n) {
            at += random.between(-5'000, 20'000);
            story.later.push_back(
                {some(id, false), {QString::number(n), {at}, random.chance(0.7)}});
        }
        compare(w, story);
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(u"round %1"_s.arg(round)));
    }
}

} // namespace dw::test

using dw::test::TestStagedRow;
DW_TEST(TestStagedRow)
#include "tst_stagedrow.moc"
