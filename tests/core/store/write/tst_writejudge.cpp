// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

/// Deals without an amount draw a warning, those that are called "bad" are refused.
Verdict strictGate(const GateCase &c) {
    Verdict verdict;
    if (c.proposed.entity() != "deal"_L1)
        return verdict;
    const EntityDesc &entity = *c.catalog.entity(u"deal");
    const auto name = c.proposed.value(entity.byName(u"name")).as<QString>();
    if (name == "bad"_L1)
        verdict.refusals.push_back({u"gate.bad"_s, {{u"id"_s, c.proposed.id().text()}}});
    if (c.proposed.value(entity.byName(u"amount")).isEmpty())
        verdict.warnings.push_back({u"gate.no_amount"_s, {{u"title"_s, name}}});
    return verdict;
}

} // namespace

class TestWriteJudge : public QObject {
    Q_OBJECT

private slots:
    void edit_whenSeenVersionMoved_isAConflict();
    void edit_ofAnotherGroup_isNoConflict();
    void edit_whenWholeVersionListWasSeen_findsAFirstValueToo();
    void edit_toTheSameValue_isNoConflict();
    void rights_denyAGroup();
    void rights_denyWholeRows();
    void rights_changeWithTheNextSet();
    void rights_thatCannotBeRead_areNotTaken();
    void rights_thatCannotBeReadAtOpening_lockNobodyOut();
    void gate_refusesTheUnitWithAllReasons();
    void gate_judgesRowsAsTheyEnd();
    void gate_neverStopsImportAndHistory_data();
    void gate_neverStopsImportAndHistory();
    void gate_isToldWhatIsGoingOn();
    void gate_seesOtherRowsOfTheUnit();
    void warnings_canBeAskedForInTheUnit();

private:
    static Result<Committed> setRules(TestWorkspace &w, const QString &json);
};

Result<Committed> TestWriteJudge::setRules(TestWorkspace &w, const QString &json) {
    const RecordId id{makeUuidV5(u"setting/team/access.rules"_s)};
    return w.run([&](WriteTransaction &tx) -> Result<void> {
        const auto standing = must(tx.reader().find(u"setting"_s, id));
        if (standing)
            return tx.change(w.record(u"setting", {{u"value", json}}, id));
        const auto made = tx.create(
            w.record(u"setting",
                     {{u"key", u"access.rules"_s}, {u"scope", u"team"_s}, {u"value", json}}, id));
        return made ? Result<void>() : Result<void>(made.error());
    });
}

void TestWriteJudge::edit_whenSeenVersionMoved_isAConflict() {
    TestWorkspace w;
    const RecordId id = w.create(u"account", {{u"name", u"A"_s}, {u"sector", u"IT"_s}});
    const auto seen = must(w.history().versions(id));
    w.change(u"account", id, {{u"sector", u"AI"_s}});
    const auto edit = [&](const std::vector<GroupVersion> &versions) {
        return w.run([&](WriteTransaction &tx) {
            return tx.change(w.record(u"account", {{u"name", u"B"_s}, {u"sector", u"Bio"_s}}, id),
                             versions);
        });
    };
    const auto done = edit(seen);
    QVERIFY(!done.ok());
    QCOMPARE(done.error().kind, ErrorKind::Conflict);
    QCOMPARE(
        done.error().message,
        Message({u"write.conflict"_s,
                 {{u"entity"_s, u"account"_s}, {u"title"_s, u"A"_s}, {u"groups"_s, u"sector"_s}}}));
    QCOMPARE(w.value(u"account", id, u"name"), FieldValue(u"A"_s));
    QVERIFY(edit(must(w.history().versions(id))).ok());
    QCOMPARE(w.value(u"account", id, u"sector"), FieldValue(u"Bio"_s));
    // Who has not looked is not asked.
    w.change(u"account", id, {{u"sector", u"Agri"_s}});
    QVERIFY(edit({}).ok());
}

void TestWriteJudge::edit_ofAnotherGroup_isNoConflict() {
    TestWorkspace w;
    const RecordId id = w.create(u"account", {{u"name", u"A"_s}, {u"sector", u"IT"_s}});
    const auto seen = must(w.history().versions(id));
    w.change(u"account", id, {{u"sector", u"AI"_s}});
    const auto done = w.run([&](WriteTransaction &tx) {
        return tx.change(w.record(u"account", {{u"name", u"B"_s}}, id), seen);
    });
    QVERIFY(done.ok());
}

void TestWriteJudge::edit_whenWholeVersionListWasSeen_findsAFirstValueToo() {
    TestWorkspace w;
    const RecordId id = w.create(u"account", {{u"name", u"A"_s}});
    const auto seen = must(w.history().versions(id));
    w.change(u"account", id, {{u"website", u"theirs.cn"_s}});
    const auto edit = [&](const std::vector<GroupVersion> &versions) {
        return w.run([&](WriteTransaction &tx) {
            return tx.change(w.record(u"account", {{u"website", u"mine.cn"_s}}, id), versions);
        });
    };
    QCOMPARE(edit(seen).error().message.id, u"write.conflict"_s);
    // A list that speaks of other groups alone says nothing about this one.
    auto partial = seen;
    std::erase_if(partial, [](const GroupVersion &v) { return v.group.isEmpty(); });
    QVERIFY(edit(partial).ok());
}

void TestWriteJudge::edit_toTheSameValue_isNoConflict() {
    TestWorkspace w;
    const RecordId id = w.create(u"account", {{u"name", u"A"_s}});
    const auto seen = must(w.history().versions(id));
    w.change(u"account", id, {{u"name", u"B"_s}});
    const auto done = w.run([&](WriteTransaction &tx) {
        return tx.change(w.record(u"account", {{u"name", u"B"_s}}, id), seen);
    });
    QVERIFY(done.ok());
    QCOMPARE(done->set, 0);
}

void TestWriteJudge::rights_denyAGroup() {
    TestWorkspace w;
    const RecordId id = w.create(u"account", {{u"name", u"A"_s}});
    must(setRules(w, u"[{\"entity\":\"account\",\"group\":\"revenue\",\"allow\":false}]"_s));
    const auto money = must(Money::fromText(u"CNY 100.00"_s));
    const auto done = w.run([&](WriteTransaction &tx) {
        return tx.change(w.record(u"account", {{u"name", u"B"_s}, {u"revenue", money}}, id));
    });
    QCOMPARE(done.error().kind, ErrorKind::Denied);
    QCOMPARE(done.error().message, Message({u"write.denied_field"_s,
                                            {{u"entity"_s, u"account"_s},
                                             {u"title"_s, u"A"_s},
                                             {u"action"_s, u"change"_s},
                                             {u"field"_s, u"account.revenue"_s}}}));
    QCOMPARE(w.value(u"account", id, u"name"), FieldValue(u"A"_s));
    QVERIFY(w.change(u"account", id, {{u"name", u"B"_s}}) > 0);
    const auto made = w.run([&](WriteTransaction &tx) -> Result<void> {
        return tx.create(w.record(u"account", {{u"name", u"C"_s}, {u"revenue", money}})).error();
    });
    QCOMPARE(made.error().message.args.value(u"action"_s), u"create"_s);
}

void TestWriteJudge::rights_denyWholeRows() {
    TestWorkspace w;
    const RecordId id = w.create(u"account", {{u"name", u"A"_s}});
    must(setRules(w, u"[{\"action\":\"delete\",\"allow\":false},"
                     "{\"action\":\"create\",\"entity\":\"tag\",\"allow\":false}]"_s));
    const auto removed = w.run([&](WriteTransaction &tx) { return tx.remove(u"account"_s, id); });
    QCOMPARE(removed.error().message.id, u"write.denied"_s);
    QCOMPARE(removed.error().message.args.value(u"action"_s), u"delete"_s);
    const auto made = w.run([&](WriteTransaction &tx) -> Result<void> {
        return tx.create(w.record(u"tag", {{u"name", u"t"_s}})).error();
    });
    QCOMPARE(made.error().message.id, u"write.denied"_s);
    QCOMPARE(made.error().message.args.value(u"title"_s), u"t"_s);
    QVERIFY(w.change(u"account", id, {{u"name", u"B"_s}}) > 0);
}

void TestWriteJudge::rights_changeWithTheNextSet() {
    TestWorkspace w;
    const RecordId id = w.create(u"account", {{u"name", u"A"_s}});
    const auto edit = [&](const QString &name) {
        return w
            .run([&](WriteTransaction &tx) {
                return tx.change(w.record(u"account", {{u"name", name}}, id));
            })
            .ok();
    };
    const qint64 set = must(setRules(w, u"[{\"entity\":\"account\",\"allow\":false}]"_s)).set;
    QVERIFY(!edit(u"B"_s));
    w.reopen();
    QVERIFY(!edit(u"B"_s));
    must(w.undo(set));
    QVERIFY(edit(u"B"_s));
    // A unit that is rolled back changes no rights.
    const RecordId rules{makeUuidV5(u"setting/team/access.rules"_s)};
    QVERIFY(!w.run([&](WriteTransaction &tx) -> Result<void> {
                  must(tx.restore(u"setting"_s, rules));
                  return makeError(ErrorKind::Invalid, u"no"_s);
              }).ok());
    QVERIFY(edit(u"C"_s));
    w.restore(u"setting", rules);
    QVERIFY(!edit(u"D"_s));
}

void TestWriteJudge::rights_thatCannotBeRead_areNotTaken() {
    TestWorkspace w;
    for (const auto &[json, finding] :
         {std::pair{u"no json"_s, u"setting.no_json"_s}, std::pair{u"{}"_s, u"setting.bad_value"_s},
          std::pair{u"[{\"allow\":1}]"_s, u"access.bad_rule"_s}}) {
        const auto done = setRules(w, json);
        QVERIFY(!done.ok());
        QCOMPARE(done.error().message.id, u"valid.failed"_s);
        QCOMPARE(done.error().reasons.front().id, finding);
    }
    QCOMPARE(must(w.connection().scalar(u"SELECT count(*) FROM setting"_s)), 0);
}

void TestWriteJudge::rights_thatCannotBeReadAtOpening_lockNobodyOut() {
    TestWorkspace w;
    must(setRules(w, u"[{\"allow\":false,\"entity\":\"tag\"}]"_s));
    must(w.door().maintain(
        [](Connection &c) { return c.exec(u"UPDATE setting SET value='broken'"_s); }));
    w.close();
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(u"access rules cannot be read.*access\\.bad_rule"_s));
    QVERIFY(w.open());
    w.create(u"tag", {{u"name", u"t"_s}});
}

void TestWriteJudge::gate_refusesTheUnitWithAllReasons() {
    TestWorkspace w({.gate = strictGate});
    const RecordId one = w.deal(u"one"_s);
    const RecordId two = w.deal(u"two"_s);
    const RecordId three = w.deal(u"three"_s);
    const auto done = w.run([&](WriteTransaction &tx) -> Result<void> {
        must(tx.change(w.record(u"deal", {{u"name", u"bad"_s}}, one)));
        must(tx.change(w.record(u"deal", {{u"name", u"good"_s}}, two)));
        return tx.change(w.record(u"deal", {{u"name", u"bad"_s}}, three));
    });
    QVERIFY(!done.ok());
    QCOMPARE(done.error().kind, ErrorKind::Refused);
    QCOMPARE(done.error().message, Message({u"write.refused"_s, {{u"count"_s, u"2"_s}}}));
    QCOMPARE(done.error().reasons.size(), size_t(2));
    QCOMPARE(done.error().reasons[0].args.value(u"id"_s), one.text());
    QCOMPARE(done.error().reasons[1].args.value(u"id"_s), three.text());
    QCOMPARE(w.value(u"deal", two, u"name"), FieldValue(u"two"_s));
}

void TestWriteJudge::gate_judgesRowsAsTheyEnd() {
    TestWorkspace w({.gate = strictGate});
    const RecordId id = w.deal(u"one"_s);
    const auto done = w.run([&](WriteTransaction &tx) -> Result<void> {
        must(tx.change(w.record(u"deal", {{u"name", u"bad"_s}}, id)));
        return tx.change(w.record(u"deal", {{u"name", u"better"_s}}, id));
    });
    QVERIFY(done.ok());
    QCOMPARE(done->warnings.size(), size_t(1));
    QCOMPARE(done->warnings[0].args.value(u"title"_s), u"better"_s);
}

void TestWriteJudge::gate_neverStopsImportAndHistory_data() {
    QTest::addColumn<WriteWay>("way");
    QTest::addColumn<bool>("refused");
    QTest::newRow("edit") << WriteWay::Edit << true;
    QTest::newRow("rule") << WriteWay::Rule << true;
    QTest::newRow("undo") << WriteWay::Undo << true;
    QTest::newRow("import") << WriteWay::Import << false;
    QTest::newRow("history") << WriteWay::History << false;
}

void TestWriteJudge::gate_neverStopsImportAndHistory() {
    QFETCH(const WriteWay, way);
    QFETCH(const bool, refused);
    TestWorkspace w({.gate = strictGate});
    const RecordId id = w.deal(u"one"_s);
    const auto done = w.run(
        [&](WriteTransaction &tx) {
            return tx.change(w.record(u"deal", {{u"name", u"bad"_s}}, id));
        },
        {.way = way});
    QCOMPARE(done.ok(), !refused);
    if (!refused) {
        QCOMPARE(done->warnings.size(), size_t(2));
        QCOMPARE(done->warnings[0].id, u"gate.bad"_s);
        QCOMPARE(done->warnings[1].id, u"gate.no_amount"_s);
    }
}

void TestWriteJudge::gate_isToldWhatIsGoingOn() {
    struct Seen {
        WriteAction action;
        std::vector<QString> groups;
        QString before;
        Message reason;
        RecordId actor;
        Instant at;
        QDate today;
    };
    std::vector<Seen> seen;
    TestWorkspace w({.gate = [&](const GateCase &c) {
        const FieldHandle name = c.catalog.entity(c.proposed.entity())->byName(u"name");
        seen.push_back({c.action, c.groups,
                        c.before ? c.before->value(name).as<QString>() : u"(none)"_s, c.reason,
                        c.actor, c.at, c.today});
        return Verdict();
    }});
    const RecordId id = w.create(u"tag", {{u"name", u"a"_s}});
    const Instant at = *Instant::fromIso(u"2026-01-31T20:00:00Z"_s);
    must(w.run(
        [&](WriteTransaction &tx) {
            return tx.change(w.record(u"tag", {{u"name", u"b"_s}, {u"color", u"red"_s}}, id));
        },
        {.reason = {u"reason.text"_s, {{u"text"_s, u"why"_s}}}, .at = at}));
    w.remove(u"tag", id);
    w.restore(u"tag", id);
    QCOMPARE(seen.size(), size_t(4));
    QCOMPARE(seen[0].action, WriteAction::Create);
    QCOMPARE(seen[0].before, u"(none)"_s);
    QCOMPARE(seen[1].action, WriteAction::Change);
    QCOMPARE(seen[1].groups, std::vector<QString>({u"color"_s, u"name"_s}));
    QCOMPARE(seen[1].before, u"a"_s);
    QCOMPARE(seen[1].reason.args.value(u"text"_s), u"why"_s);
    QCOMPARE(seen[1].actor, w.actor);
    QCOMPARE(seen[1].at, at);
    QCOMPARE(seen[1].today, QDate(2026, 2, 1)); // Shanghai
    QCOMPARE(seen[2].action, WriteAction::Delete);
    QCOMPARE(seen[3].action, WriteAction::Restore);
}

void TestWriteJudge::gate_seesOtherRowsOfTheUnit() {
    int tasks = -1;
    TestWorkspace w({.gate = [&](const GateCase &c) {
        if (c.proposed.entity() == "deal"_L1)
            tasks = int(c.lookup.related(u"task"_s, u"deal"_s, c.proposed.id()).size());
        return Verdict();
    }});
    const RecordId id = w.deal(u"one"_s);
    QCOMPARE(tasks, 0);
    must(w.run([&](WriteTransaction &tx) -> Result<void> {
        must(tx.change(w.record(u"deal", {{u"name", u"two"_s}}, id)));
        must(tx.create(w.record(u"task", {{u"title", u"call"_s}, {u"deal", id}})));
        return {};
    }));
    QCOMPARE(tasks, 1);
}

void TestWriteJudge::warnings_canBeAskedForInTheUnit() {
    TestWorkspace w({.gate = strictGate});
    (void)w.pipeline();
    size_t inside = 0;
    const auto done = w.run(
        [&](WriteTransaction &tx) -> Result<void> {
            must(tx.create(w.record(u"deal", {{u"name", u"bad"_s},
                                              {u"pipeline", w.pipeline().id},
                                              {u"stage", w.pipeline().stages[0]}})));
            inside = tx.warnings().size();
            return {};
        },
        {.way = WriteWay::Import});
    QCOMPARE(inside, size_t(2));
    QCOMPARE(done->warnings.size(), size_t(2));
}

} // namespace dw::test

using dw::test::TestWriteJudge;
DW_TEST(TestWriteJudge)

#include "tst_writejudge.moc"
