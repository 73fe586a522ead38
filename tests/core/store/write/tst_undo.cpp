// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/fielddefinition.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestUndo : public QObject {
    Q_OBJECT

private slots:
    void edit_goesBackToWhatStood();
    void undoneSet_isASetLikeAnyOther();
    void undoOfUndo_isRedo();
    void oneAfterTheOther_backAndForth();
    void acrossARestart();
    void move_putsBackSinceWhen();
    void creation_goesToTheBin();
    void creation_thatSomebodyWorkedOn_stays();
    void import_goesAsOne();
    void creation_thatSomethingLaterNeeds_stays();
    void whatARowThatStaysNeeds_staysToo_andItsParts();
    void whatTheUndoItselfGivesBack_needsNothing();
    void membersAndCustomLinks_areNeededToo();
    void redoneCreation_undoneAgain_keepsWhatIsNeeded();
    void undoOfMany_keepsWhatIsNeeded();
    void deletion_bringsTheRowBack();
    void partTouchedLater_stays();
    void everythingTouchedLater_isRefused();
    void laterChangeThatWasUndone_isNoObstacle();
    void members_goBackOneByOne();
    void member_touchedLater_stays();
    void counter_takesBackItsIncrementOnly();
    void clearedCounter_comesBack();
    void whatIsUndone_isNotUndoneAgain();
    void othersSets_areNotMine();
    void seededSet_isNotUndone();
    void unknownSet_isSaidSo();
    void gateJudgesUndoWithItsReason();
    void rightsHoldForUndoToo();
    void plan_saysWhatWouldHappen();
    void nextUndoAndRedo_followWhatWasDone();
    void undoInTheBin_works();

private:
    static qint64 setOf(const Result<Committed> &done) { return done ? done->set : -1; }
    /// Numbers of what would be undone and redone next; 0 = nothing.
    static std::pair<qint64, qint64> next(TestWorkspace &w);
};

std::pair<qint64, qint64> TestUndo::next(TestWorkspace &w) {
    const auto undo = must(nextUndo(w.connection(), w.door().device(), w.actor));
    const auto redo = must(nextRedo(w.connection(), w.door().device(), w.actor));
    return {undo ? undo->seq : 0, redo ? redo->seq : 0};
}

void TestUndo::edit_goesBackToWhatStood() {
    TestWorkspace w;
    const RecordId id =
        w.create(u"account", {{u"name", u"A"_s}, {u"sector", FieldValue()}, {u"city", u"苏州"_s}});
    const qint64 set =
        w.change(u"account", id, {{u"name", u"B"_s}, {u"sector", u"IT"_s}, {u"street", u"Main"_s}});
    QVERIFY(w.undo(set).ok());
    QCOMPARE(w.value(u"account", id, u"name"), FieldValue(u"A"_s));
    QVERIFY(w.value(u"account", id, u"sector").isEmpty());
    QVERIFY(w.value(u"account", id, u"street").isEmpty());
    QCOMPARE(w.value(u"account", id, u"city"), FieldValue(u"苏州"_s));
    // What was null or absent is so again, not cleared.
    const auto record = must(w.history().ofRecord(id)).back();
    for (const GroupChange &part : record.groups) {
        for (const FieldChange &field : part.fields)
            QVERIFY(field.next.state != LoggedValue::State::Cleared);
    }
    QCOMPARE(w.damages(), QStringList());
}

void TestUndo::undoneSet_isASetLikeAnyOther() {
    TestWorkspace w;
    const RecordId id = w.create(u"tag", {{u"name", u"a"_s}});
    w.change(u"tag", id, {{u"name", u"b"_s}});
    w.tick();
    const qint64 set = setOf(w.undo(2));
    const auto undone = must(w.history().set(set));
    QCOMPARE(undone->kind, SetKind::Undo);
    QCOMPARE(undone->undoOf, 2);
    QCOMPARE(undone->at, w.clock.now());
    QCOMPARE(undone->reason, Message({u"undo.of"_s, {{u"set"_s, u"2"_s}}}));
    QCOMPARE(must(w.history().ofRecord(id)).back().reason.id, u"undo.of"_s);
}

void TestUndo::undoOfUndo_isRedo() {
    TestWorkspace w;
    const RecordId id = w.create(u"tag", {{u"name", u"a"_s}});
    w.change(u"tag", id, {{u"name", u"b"_s}});
    QCOMPARE(setOf(w.undo(2)), 3);
    QCOMPARE(setOf(w.undo(3)), 4);
    QCOMPARE(w.value(u"tag", id, u"name"), FieldValue(u"b"_s));
    QCOMPARE(must(w.history().set(4))->kind, SetKind::Redo);
    // And again.
    QCOMPARE(setOf(w.undo(2)), 5);
    QCOMPARE(w.value(u"tag", id, u"name"), FieldValue(u"a"_s));
    QCOMPARE(w.undo(3).error().message.id, u"undo.already"_s);
    QCOMPARE(setOf(w.undo(5)), 6);
    QCOMPARE(w.value(u"tag", id, u"name"), FieldValue(u"b"_s));
    QCOMPARE(w.damages(), QStringList());
}

void TestUndo::oneAfterTheOther_backAndForth() {
    TestWorkspace w;
    const RecordId id = w.create(u"tag", {{u"name", u"0"_s}});
    for (int i = 1; i <= 4; ++i)
        w.change(u"tag", id, {{u"name", QString::number(i)}});
    const auto name = [&] { return w.value(u"tag", id, u"name").as<QString>(); };
    for (int i = 4; i >= 1; --i) {
        QVERIFY(w.undo(next(w).first).ok());
        QCOMPARE(name(), QString::number(i - 1));
    }
    for (int i = 1; i <= 4; ++i) {
        QVERIFY(w.undo(next(w).second).ok());
        QCOMPARE(name(), QString::number(i));
    }
    QCOMPARE(next(w).second, 0);
    for (int i = 4; i >= 3; --i)
        QVERIFY(w.undo(next(w).first).ok());
    w.change(u"tag", id, {{u"name", u"other"_s}});
    QCOMPARE(next(w).second, 0);
    QVERIFY(w.undo(next(w).first).ok());
    QCOMPARE(name(), u"2"_s);
    QVERIFY(w.undo(next(w).first).ok());
    QCOMPARE(name(), u"1"_s);
    QCOMPARE(w.damages(), QStringList());
}

void TestUndo::acrossARestart() {
    TestWorkspace w;
    const RecordId id = w.create(u"tag", {{u"name", u"a"_s}});
    w.change(u"tag", id, {{u"name", u"b"_s}});
    w.reopen();
    QCOMPARE(next(w), std::pair(qint64(2), qint64(0)));
    QVERIFY(w.undo(2).ok());
    w.reopen();
    QCOMPARE(next(w), std::pair(qint64(1), qint64(3)));
    QVERIFY(w.undo(3).ok());
    QCOMPARE(w.value(u"tag", id, u"name"), FieldValue(u"b"_s));
}

void TestUndo::move_putsBackSinceWhen() {
    TestWorkspace w;
    const RecordId id = w.deal(u"D"_s);
    const Instant made = w.clock.now();
    const auto &stages = w.pipeline().stages;
    const auto since = [&] { return w.value(u"deal", id, u"stage_since").as<Instant>(); };
    w.tick();
    const qint64 first = w.change(u"deal", id, {{u"stage", stages[1]}});
    const Instant moved = w.clock.now();
    w.tick();
    const qint64 second = w.change(u"deal", id, {{u"stage", stages[2]}});
    w.tick();
    const qint64 undoSecond = setOf(w.undo(second));
    QCOMPARE(since(), moved);
    w.tick();
    QVERIFY(w.undo(first).ok());
    QCOMPARE(since(), made);
    w.tick();
    QVERIFY(w.undo(next(w).second).ok()); // The first move again.
    QCOMPARE(since(), moved);
    QVERIFY(w.undo(undoSecond).ok());
    QCOMPARE(since(), must(w.history().set(second))->at);
    QCOMPARE(w.damages(), QStringList());
}

void TestUndo::creation_goesToTheBin() {
    TestWorkspace w;
    const RecordId id = w.create(u"account", {{u"name", u"A"_s}});
    QVERIFY(w.undo(1).ok());
    QVERIFY(w.row(u"account", id).deleted);
    QVERIFY(w.undo(2).ok());
    QVERIFY(!w.row(u"account", id).deleted);
    QVERIFY(w.undo(1).ok());
    QVERIFY(w.row(u"account", id).deleted);
    QCOMPARE(w.damages(), QStringList());
}

void TestUndo::creation_thatSomebodyWorkedOn_stays() {
    TestWorkspace w;
    const RecordId id = w.create(u"account", {{u"name", u"A"_s}});
    w.change(u"account", id, {{u"sector", u"IT"_s}});
    const auto done = w.undo(1);
    QVERIFY(!done.ok());
    QCOMPARE(done.error().message, Message({u"undo.nothing"_s, {{u"set"_s, u"1"_s}}}));
    QCOMPARE(done.error().reasons.size(), size_t(1));
    QCOMPARE(done.error().reasons[0], Message({u"undo.stays"_s,
                                               {{u"entity"_s, u"account"_s},
                                                {u"title"_s, u"A"_s},
                                                {u"field"_s, u"account.sector"_s}}}));
    QVERIFY(!w.row(u"account", id).deleted);
    QVERIFY(w.undo(2).ok());
    QVERIFY(w.undo(1).ok());
    QVERIFY(w.row(u"account", id).deleted);
}

void TestUndo::import_goesAsOne() {
    TestWorkspace w;
    std::vector<RecordId> ids;
    const auto done = w.run(
        [&](WriteTransaction &tx) -> Result<void> {
            for (int i = 0; i < 30; ++i) {
                tx.setSource(u"accounts.csv, line %1"_s.arg(i + 2));
                ids.push_back(
                    must(tx.create(w.record(u"account", {{u"name", QString::number(i)}}))));
            }
            return {};
        },
        {.kind = SetKind::Import, .way = WriteWay::Import});
    QVERIFY(done.ok());
    w.change(u"account", ids[7], {{u"sector", u"IT"_s}});
    w.remove(u"account", ids[9]);
    const auto undone = must(w.undo(done->set));
    QCOMPARE(undone.notice.moved.size(), size_t(28));
    QCOMPARE(undone.notes.size(), size_t(2));
    int left = 0;
    for (const RecordId id : ids)
        left += w.row(u"account", id).deleted ? 0 : 1;
    QCOMPARE(left, 1);
    QVERIFY(!w.row(u"account", ids[7]).deleted);
    QCOMPARE(w.damages(), QStringList());
}

void TestUndo::creation_thatSomethingLaterNeeds_stays() {
    TestWorkspace w;
    const RecordId deal = w.deal(u"D"_s);
    qint64 set = 0;
    RecordId used, unused;
    must(w.run([&](WriteTransaction &tx) -> Result<void> {
        used = must(tx.create(w.record(u"account", {{u"name", u"used"_s}})));
        unused = must(tx.create(w.record(u"account", {{u"name", u"unused"_s}})));
        set = tx.set();
        return {};
    }));
    w.change(u"deal", deal, {{u"account", used}});
    const auto plan =
        must(planUndo(w.connection(), *w.catalog().get(), set, w.door().device(), w.actor));
    QCOMPARE(plan.stays.size(), size_t(1));
    QCOMPARE(plan.stays.front().row, used);
    QCOMPARE(plan.stays.front().forRow, deal);
    const auto undone = must(w.undo(set));
    QCOMPARE(undone.notes, std::vector({Message{u"undo.stays_needed"_s,
                                                {{u"count"_s, u"1"_s},
                                                 {u"entity"_s, u"account"_s},
                                                 {u"title"_s, u"used"_s},
                                                 {u"target"_s, u"deal"_s},
                                                 {u"name"_s, u"D"_s}}}}));
    QVERIFY(!w.row(u"account", used).deleted);
    QVERIFY(w.row(u"account", unused).deleted);
    QCOMPARE(w.damages(), QStringList());
    QVERIFY(w.check().findings.empty());
}

void TestUndo::whatARowThatStaysNeeds_staysToo_andItsParts() {
    TestWorkspace w;
    RecordId pipeline, stage, nextStage, parent, account, deal, other, product, line;
    must(w.run([&](WriteTransaction &tx) -> Result<void> {
        const auto make = [&](QStringView entity, Fields fields) {
            return must(tx.create(w.record(entity, fields)));
        };
        parent = make(u"account", {{u"name", u"parent"_s}});
        account = make(u"account", {{u"name", u"child"_s}, {u"parent", parent}});
        pipeline = make(u"pipeline", {{u"name", u"P"_s}});
        stage =
            make(u"stage", {{u"name", u"S"_s}, {u"pipeline", pipeline}, {u"outcome", u"open"_s}});
        nextStage =
            make(u"stage", {{u"name", u"T"_s}, {u"pipeline", pipeline}, {u"outcome", u"open"_s}});
        deal = make(
            u"deal",
            {{u"name", u"D"_s}, {u"account", account}, {u"pipeline", pipeline}, {u"stage", stage}});
        other = make(
            u"deal",
            {{u"name", u"E"_s}, {u"account", account}, {u"pipeline", pipeline}, {u"stage", stage}});
        product = make(u"product", {{u"name", u"X"_s}});
        line = make(u"deal_line", {{u"deal", deal}, {u"product", product}});
        return {};
    }));
    w.change(u"deal", deal, {{u"description", u"touched"_s}});
    const auto undone = must(w.undo(1));
    for (const auto &[entity, id] :
         {std::pair{u"account"_s, parent}, std::pair{u"account"_s, account},
          std::pair{u"pipeline"_s, pipeline}, std::pair{u"stage"_s, stage},
          std::pair{u"stage"_s, nextStage}, std::pair{u"deal"_s, deal},
          std::pair{u"product"_s, product}, std::pair{u"deal_line"_s, line}})
        QVERIFY2(!w.row(entity, id).deleted, qPrintable(entity));
    QVERIFY(w.row(u"deal", other).deleted);
    QCOMPARE(undone.notes.size(), size_t(6)); // What was touched, and five entities.
    QVERIFY(w.check().findings.empty());
}

void TestUndo::whatTheUndoItselfGivesBack_needsNothing() {
    TestWorkspace w;
    const RecordId deal = w.deal(u"D"_s);
    qint64 set = 0;
    RecordId account;
    must(w.run([&](WriteTransaction &tx) -> Result<void> {
        account = must(tx.create(w.record(u"account", {{u"name", u"A"_s}})));
        must(tx.change(w.record(u"deal", {{u"account", account}}, deal)));
        set = tx.set();
        return {};
    }));
    QVERIFY(must(w.undo(set)).notes.empty());
    QVERIFY(w.row(u"account", account).deleted);
    QVERIFY(w.value(u"deal", deal, u"account").isEmpty());
    QVERIFY(w.check().findings.empty());
}

void TestUndo::membersAndCustomLinks_areNeededToo() {
    TestWorkspace w;
    FieldDesc field;
    field.key = u"mentor"_s;
    field.type = FieldType::Link;
    field.target = u"contact"_s;
    must(w.run([&](WriteTransaction &tx) -> Result<void> {
        must(tx.create(fieldToRecord(tx.catalog(), {u"account"_s, field}, {})));
        return {};
    }));
    RecordId tag, contact;
    qint64 set = 0;
    must(w.run([&](WriteTransaction &tx) -> Result<void> {
        tag = must(tx.create(w.record(u"tag", {{u"name", u"hot"_s}})));
        contact = must(tx.create(w.record(u"contact", {{u"name", u"Li"_s}})));
        set = tx.set();
        return {};
    }));
    const EntityDesc &accounts = w.entity(u"account");
    const RecordId account =
        w.create(u"account", {{u"name", u"A"_s},
                              {u"tags", QStringList{tag.text()}},
                              {accounts.field(accounts.byKey(u"mentor")).name, contact}});
    const auto refused = w.undo(set);
    QCOMPARE(messageId(refused), u"undo.nothing"_s);
    QCOMPARE(refused.error().reasons.size(), size_t(2));
    w.remove(u"account", account);
    QVERIFY(w.undo(set).ok());
    QVERIFY(w.row(u"tag", tag).deleted && w.row(u"contact", contact).deleted);
}

void TestUndo::redoneCreation_undoneAgain_keepsWhatIsNeeded() {
    TestWorkspace w;
    const RecordId account = w.create(u"account", {{u"name", u"A"_s}});
    must(w.undo(1));
    const qint64 redone = must(w.undo(2)).set;
    const RecordId deal = w.deal(u"D"_s);
    w.change(u"deal", deal, {{u"account", account}});
    QCOMPARE(messageId(w.undo(redone)), u"undo.nothing"_s);
    QCOMPARE(messageId(w.undo(1)), u"undo.nothing"_s);
    w.change(u"deal", deal, {{u"account", FieldValue()}});
    QVERIFY(w.undo(1).ok());
    QVERIFY(w.row(u"account", account).deleted);
}

void TestUndo::undoOfMany_keepsWhatIsNeeded() {
    TestWorkspace w;
    std::vector<RecordId> accounts;
    must(w.run([&](WriteTransaction &tx) -> Result<void> {
        for (int i = 0; i < 2'000; ++i) {
            Record account = w.record(u"account", {{u"name", QString::number(i)}});
            if (i > 0) // Chains of ten.
                account =
                    w.record(u"account", {{u"name", QString::number(i)},
                                          {u"parent", i % 10 ? accounts.back() : RecordId()}});
            accounts.push_back(must(tx.create(account)));
        }
        return {};
    }));
    w.create(u"contact", {{u"name", u"Li"_s}, {u"account", accounts[1'009]}});
    const auto undone = must(w.undo(1));
    QCOMPARE(undone.notes.size(), size_t(1));
    QCOMPARE(undone.notes.front().args.value(u"count"_s), u"10"_s);
    QCOMPARE(must(w.connection().scalar(u"SELECT count(*) FROM account WHERE deleted=0"_s)), 10);
    QVERIFY(w.check().findings.empty());
}

void TestUndo::deletion_bringsTheRowBack() {
    TestWorkspace w;
    const RecordId id = w.create(u"account", {{u"name", u"A"_s}});
    QVERIFY(w.undo(w.remove(u"account", id)).ok());
    QVERIFY(!w.row(u"account", id).deleted);
}

void TestUndo::partTouchedLater_stays() {
    TestWorkspace w;
    const RecordId id = w.create(u"account", {{u"name", u"A"_s}, {u"sector", u"IT"_s}});
    const qint64 set = w.change(u"account", id, {{u"name", u"B"_s}, {u"sector", u"AI"_s}});
    w.change(u"account", id, {{u"sector", u"Bio"_s}});
    const auto done = must(w.undo(set));
    QCOMPARE(w.value(u"account", id, u"name"), FieldValue(u"A"_s));
    QCOMPARE(w.value(u"account", id, u"sector"), FieldValue(u"Bio"_s));
    QCOMPARE(done.notes.size(), size_t(1));
    QCOMPARE(done.notes[0].args.value(u"field"_s), u"account.sector"_s);
    QCOMPARE(w.damages(), QStringList());
}

void TestUndo::everythingTouchedLater_isRefused() {
    TestWorkspace w;
    const RecordId id = w.create(u"tag", {{u"name", u"a"_s}});
    w.change(u"tag", id, {{u"name", u"b"_s}});
    w.change(u"tag", id, {{u"name", u"c"_s}});
    const auto done = w.undo(2);
    QCOMPARE(done.error().kind, ErrorKind::Refused);
    QCOMPARE(done.error().message.id, u"undo.nothing"_s);
    QCOMPARE(w.value(u"tag", id, u"name"), FieldValue(u"c"_s));
}

void TestUndo::laterChangeThatWasUndone_isNoObstacle() {
    TestWorkspace w;
    const RecordId id = w.create(u"tag", {{u"name", u"a"_s}});
    w.change(u"tag", id, {{u"name", u"b"_s}});
    w.change(u"tag", id, {{u"name", u"c"_s}});
    QVERIFY(w.undo(3).ok());
    QVERIFY(w.undo(2).ok());
    QCOMPARE(w.value(u"tag", id, u"name"), FieldValue(u"a"_s));
}

void TestUndo::members_goBackOneByOne() {
    TestWorkspace w;
    QStringList tags;
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s, u"d"_s})
        tags << w.create(u"tag", {{u"name", name}}).text();
    const RecordId id = w.create(u"account", {{u"name", u"A"_s}, {u"tags", tags.mid(0, 1)}});
    const auto members = [&](const QStringList &in, const QStringList &out) {
        return must(w.run([&](WriteTransaction &tx) {
                   return tx.changeMembers(u"account"_s, id, u"tags"_s, in, out);
               }))
            .set;
    };
    const qint64 set = members({tags[1]}, {tags[0]});
    members({tags[2]}, {}); // Another member: no obstacle.
    const auto undone = must(w.undo(set));
    QVERIFY(undone.notes.empty());
    QCOMPARE(w.value(u"account", id, u"tags"), FieldValue(QStringList{tags[0], tags[2]}));
    QVERIFY(w.undo(undone.set).ok());
    QCOMPARE(w.value(u"account", id, u"tags"), FieldValue(QStringList{tags[1], tags[2]}));
    QCOMPARE(w.damages(), QStringList());
}

void TestUndo::member_touchedLater_stays() {
    TestWorkspace w;
    QStringList tags;
    for (const QString &name : {u"a"_s, u"b"_s})
        tags << w.create(u"tag", {{u"name", name}}).text();
    const RecordId id = w.create(u"account", {{u"name", u"A"_s}});
    const auto members = [&](const QStringList &in, const QStringList &out) {
        return must(w.run([&](WriteTransaction &tx) {
                   return tx.changeMembers(u"account"_s, id, u"tags"_s, in, out);
               }))
            .set;
    };
    const qint64 set = members({tags[0], tags[1]}, {});
    members({}, {tags[0]});
    members({tags[0]}, {});
    const auto undone = must(w.undo(set));
    QCOMPARE(undone.notes.size(), size_t(1));
    QCOMPARE(w.value(u"account", id, u"tags"), FieldValue(QStringList{tags[0]}));
    QCOMPARE(w.damages(), QStringList());
}

void TestUndo::counter_takesBackItsIncrementOnly() {
    TestWorkspace w;
    FieldDesc visits;
    visits.key = u"visits"_s;
    visits.type = FieldType::Counter;
    must(w.run([&](WriteTransaction &tx) -> Result<void> {
        must(tx.create(fieldToRecord(tx.catalog(), {u"deal"_s, visits}, {})));
        return {};
    }));
    const EntityDesc &entity = w.entity(u"deal");
    const QString name = entity.field(entity.byKey(u"visits")).name;
    const RecordId id = w.deal(u"D"_s);
    const auto add = [&](qint64 by) {
        return must(w.run([&](WriteTransaction &tx) {
                   return tx.increment(u"deal"_s, id, name, by);
               }))
            .set;
    };
    const qint64 set = add(3);
    add(4);
    const auto undone = must(w.undo(set));
    QCOMPARE(w.value(u"deal", id, name), FieldValue(4));
    QVERIFY(undone.notes.empty());
    QVERIFY(w.undo(undone.set).ok());
    QCOMPARE(w.value(u"deal", id, name), FieldValue(7));
    QCOMPARE(w.damages(), QStringList());
}

void TestUndo::clearedCounter_comesBack() {
    TestWorkspace w;
    FieldDesc visits;
    visits.key = u"visits"_s;
    visits.type = FieldType::Counter;
    must(w.run([&](WriteTransaction &tx) -> Result<void> {
        must(tx.create(fieldToRecord(tx.catalog(), {u"deal"_s, visits}, {})));
        return {};
    }));
    const EntityDesc &entity = w.entity(u"deal");
    const QString name = entity.field(entity.byKey(u"visits")).name;
    const RecordId id = w.deal(u"D"_s);
    const qint64 counted = w.change(u"deal", id, {{name, 5}});
    const qint64 cleared = w.change(u"deal", id, {{name, FieldValue()}});
    // An increment cannot be taken back from what was emptied since.
    QCOMPARE(w.undo(counted).error().message.id, u"undo.nothing"_s);
    QVERIFY(w.undo(cleared).ok());
    QCOMPARE(w.value(u"deal", id, name), FieldValue(5));
    QVERIFY(w.undo(counted).ok());
    QCOMPARE(w.value(u"deal", id, name), FieldValue(0));
    QCOMPARE(w.damages(), QStringList());
}

void TestUndo::whatIsUndone_isNotUndoneAgain() {
    TestWorkspace w;
    const RecordId id = w.create(u"tag", {{u"name", u"a"_s}});
    w.change(u"tag", id, {{u"name", u"b"_s}});
    QVERIFY(w.undo(2).ok());
    const auto again = w.undo(2);
    QCOMPARE(again.error().message, Message({u"undo.already"_s, {{u"set"_s, u"2"_s}}}));
    QVERIFY(w.undo(3).ok());
    QVERIFY(w.undo(2).ok());
}

void TestUndo::othersSets_areNotMine() {
    TestWorkspace w;
    const RecordId id = w.create(u"tag", {{u"name", u"a"_s}});
    const RecordId other{makeUuidV5(u"other"_s)};
    must(w.run(
        [&](WriteTransaction &tx) {
            return tx.change(w.record(u"tag", {{u"name", u"b"_s}}, id));
        },
        {.actor = other}));
    QCOMPARE(w.undo(2).error().message.id, u"undo.not_here"_s);
    QCOMPARE(next(w).first, 1);
    // The same from another device's point of view.
    const DeviceId elsewhere{makeUuidV5(u"elsewhere"_s)};
    QVERIFY(!must(nextUndo(w.connection(), elsewhere, w.actor)));
    const auto plan = planUndo(w.connection(), *w.catalog().get(), 1, elsewhere, w.actor);
    QCOMPARE(plan.error().message.id, u"undo.not_here"_s);
}

void TestUndo::seededSet_isNotUndone() {
    TestWorkspace w;
    must(w.run(
        [&](WriteTransaction &tx) -> Result<void> {
            must(tx.create(w.record(u"tag", {{u"name", u"a"_s}})));
            return {};
        },
        {.kind = SetKind::Seed}));
    QCOMPARE(next(w).first, 0);
    QCOMPARE(w.undo(1).error().message.id, u"undo.seeded"_s);
}

void TestUndo::unknownSet_isSaidSo() {
    TestWorkspace w;
    const auto done = w.undo(77);
    QCOMPARE(done.error().kind, ErrorKind::NotFound);
    QCOMPARE(done.error().message, Message({u"undo.unknown_set"_s, {{u"set"_s, u"77"_s}}}));
}

void TestUndo::gateJudgesUndoWithItsReason() {
    Message reason;
    WriteWay way = WriteWay::Edit;
    bool refuse = false;
    TestWorkspace w({.gate = [&](const GateCase &c) {
        Verdict verdict;
        if (c.proposed.entity() != "tag"_L1)
            return verdict;
        reason = c.reason;
        way = c.way;
        if (refuse)
            verdict.refusals.push_back({u"gate.no"_s, {}});
        return verdict;
    }});
    const RecordId id = w.create(u"tag", {{u"name", u"a"_s}});
    w.change(u"tag", id, {{u"name", u"b"_s}});
    refuse = true;
    const auto done = w.undo(2);
    QCOMPARE(done.error().message.id, u"write.refused"_s);
    QCOMPARE(reason.id, u"undo.of"_s);
    QCOMPARE(way, WriteWay::Undo);
    QCOMPARE(w.value(u"tag", id, u"name"), FieldValue(u"b"_s));
}

void TestUndo::rightsHoldForUndoToo() {
    TestWorkspace w;
    const RecordId id = w.create(u"tag", {{u"name", u"a"_s}});
    w.change(u"tag", id, {{u"name", u"b"_s}});
    const QString rules = u"[{\"entity\":\"tag\",\"group\":\"name\",\"allow\":false}]"_s;
    w.create(u"setting", {{u"key", u"access.rules"_s}, {u"scope", u"team"_s}, {u"value", rules}});
    QCOMPARE(w.undo(2).error().message.id, u"write.denied_field"_s);
}

void TestUndo::plan_saysWhatWouldHappen() {
    TestWorkspace w;
    const RecordId one = w.create(u"tag", {{u"name", u"1"_s}});
    const RecordId two = w.create(u"tag", {{u"name", u"2"_s}});
    RecordId three;
    const qint64 set =
        must(w.run([&](WriteTransaction &tx) -> Result<void> {
            must(tx.change(w.record(u"tag", {{u"name", u"one"_s}, {u"color", u"red"_s}}, one)));
            must(tx.change(w.record(u"tag", {{u"name", u"two"_s}}, two)));
            three = must(tx.create(w.record(u"tag", {{u"name", u"three"_s}})));
            return {};
        })).set;
    w.change(u"tag", one, {{u"color", u"blue"_s}});
    const qint64 later = w.change(u"tag", two, {{u"name", u"zwei"_s}});
    const auto plan =
        must(planUndo(w.connection(), *w.catalog().get(), set, w.door().device(), w.actor));
    QCOMPARE(plan.set.seq, set);
    QCOMPARE(plan.undone.size(), size_t(2));
    QCOMPARE(plan.undone[0].id, three);
    QCOMPARE(plan.undone[0].groups, QStringList{u"deleted"_s});
    QCOMPARE(plan.undone[1].id, one);
    QCOMPARE(plan.undone[1].groups, QStringList{u"name"_s});
    QCOMPARE(plan.stays.size(), size_t(2));
    QCOMPARE(plan.stays[0].row, two);
    QCOMPARE(plan.stays[0].by.set, later);
    QCOMPARE(plan.stays[1].group, u"color"_s);
}

void TestUndo::nextUndoAndRedo_followWhatWasDone() {
    TestWorkspace w;
    QCOMPARE(next(w), std::pair(qint64(0), qint64(0)));
    const RecordId id = w.create(u"tag", {{u"name", u"a"_s}});
    QCOMPARE(next(w), std::pair(qint64(1), qint64(0)));
    w.change(u"tag", id, {{u"name", u"b"_s}});
    QCOMPARE(next(w), std::pair(qint64(2), qint64(0)));
    must(w.undo(2));
    QCOMPARE(next(w), std::pair(qint64(1), qint64(3)));
    must(w.undo(1));
    QCOMPARE(next(w), std::pair(qint64(0), qint64(4)));
    must(w.undo(4));
    QCOMPARE(next(w), std::pair(qint64(1), qint64(3)));
    must(w.undo(3));
    QCOMPARE(next(w), std::pair(qint64(2), qint64(0)));
    // Without a person there is a list of its own.
    QVERIFY(!must(nextUndo(w.connection(), w.door().device(), {})));
}

void TestUndo::undoInTheBin_works() {
    TestWorkspace w;
    const RecordId id = w.create(u"tag", {{u"name", u"a"_s}});
    const qint64 set = w.change(u"tag", id, {{u"name", u"b"_s}});
    w.remove(u"tag", id);
    QVERIFY(w.undo(set).ok());
    QVERIFY(w.row(u"tag", id).deleted);
    QCOMPARE(w.value(u"tag", id, u"name"), FieldValue(u"a"_s));
    QCOMPARE(w.damages(), QStringList());
}

} // namespace dw::test

using dw::test::TestUndo;
DW_TEST(TestUndo)

#include "tst_undo.moc"
