// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/text.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

const GroupChange *groupOf(const ChangeRecord &record, QStringView group, ChangeOp op) {
    for (const GroupChange &part : record.groups) {
        if (part.group == group && part.op == op)
            return &part;
    }
    return nullptr;
}

const FieldChange *fieldOf(const GroupChange *part, QStringView name) {
    if (!part)
        return nullptr;
    for (const FieldChange &field : part->fields) {
        if (field.name == name)
            return &field;
    }
    return nullptr;
}

} // namespace

class TestWriteTransaction : public QObject {
    Q_OBJECT

private slots:
    void create_writesRowRecordAndSet();
    void create_withAnIdThatIsTaken_isRefused();
    void create_withoutWhatIsRequired_namesEverything();
    void create_keepsWhatWasGivenEmptyApart();
    void change_whenNothingDiffers_writesNothing();
    void change_backAndForthInOneUnit_writesNothing();
    void change_namesTheWholeGroup();
    void change_tellsClearedFromNull();
    void severalChanges_ofOneRow_becomeOneRecord();
    void anotherTimeOrSource_becomesAnotherRecord();
    void bases_leadFromChangeToChange();
    void sets_includeAndExclude();
    void setOfTags_takesOnlyTagsThatAreThere();
    void link_toNothing_isRefused();
    void computedField_isRefused();
    void unknownRowAndEntity_areRefused();
    void derivedDates_followTheLog();
    void bin_hidesTheRowAndKeepsWhatHangsOnIt();
    void change_ofARowInTheBin_isRefused();
    void sortedText_getsItsKey();
    void recorded_growsWhenTheClockGoesBack();
    void trustedHistory_neverGoesBehindWhatIsKnown_data();
    void trustedHistory_neverGoesBehindWhatIsKnown();
    void label_isTheUnitsOwn();
};

void TestWriteTransaction::create_writesRowRecordAndSet() {
    TestWorkspace w;
    const auto done = w.run(
        [&](WriteTransaction &tx) -> Result<void> {
            const auto made = tx.create(
                w.record(u"account",
                         {{u"name", u"苏州蓝海"_s}, {u"city", u"苏州"_s}, {u"employees", 120.0}}));
            return made ? Result<void>() : Result<void>(made.error());
        },
        {.label = {u"set.create"_s, {{u"entity"_s, u"account"_s}}},
         .source = u"by hand"_s,
         .reason = {u"reason.text"_s, {{u"text"_s, u"new customer"_s}}}});
    QVERIFY(done.ok());
    QCOMPARE(done->set, 1);
    QCOMPARE(done->notice.moved.size(), size_t(1));
    const Moved &moved = done->notice.moved.front();
    QVERIFY(moved.created);
    QCOMPARE(moved.entity, u"account"_s);
    QCOMPARE(moved.groups, QStringList({u"address"_s, u"employees"_s, u"name"_s}));
    QVERIFY(done->notice.touches(u"account"));
    QVERIFY(!done->notice.touches(u"deal"));

    const Row row = w.row(u"account", moved.id);
    QVERIFY(row.shortId.startsWith(u"A-"_s));
    QCOMPARE(w.value(u"account", moved.id, u"created_at"), FieldValue(w.clock.now()));

    const auto records = must(w.history().ofRecord(moved.id));
    QCOMPARE(records.size(), size_t(1));
    const ChangeRecord &record = records.front();
    QVERIFY(record.created);
    QCOMPARE(record.actor, w.actor);
    QCOMPARE(record.device, w.door().device());
    QCOMPARE(record.source, u"by hand"_s);
    QCOMPARE(record.reason.args.value(u"text"_s), u"new customer"_s);
    QCOMPARE(record.at, w.clock.now());
    QCOMPARE(record.recorded.instant(), w.wall.now());
    QCOMPARE(record.groups.size(), size_t(3));
    QVERIFY(record.groups.front().base.isNull());
    // The group is named as a whole, with what was not given.
    const GroupChange *address = groupOf(record, u"address", ChangeOp::Set);
    QCOMPARE(address->fields.size(), size_t(5));
    QCOMPARE(fieldOf(address, u"city")->next.value, FieldValue(u"苏州"_s));
    QVERIFY(fieldOf(address, u"street")->next == LoggedValue::absent());

    const auto set = must(w.history().set(1));
    QVERIFY(set.has_value());
    QCOMPARE(set->count, 1);
    QCOMPARE(set->label.id, u"set.create"_s);
    QCOMPARE(set->previous, QByteArray(32, '\0'));
    QVERIFY(w.damages().isEmpty());
}

void TestWriteTransaction::create_withAnIdThatIsTaken_isRefused() {
    TestWorkspace w;
    const RecordId id = w.create(u"tag", {{u"name", u"hot"_s}});
    const auto again = w.run([&](WriteTransaction &tx) -> Result<void> {
        const auto made = tx.create(w.record(u"tag", {{u"name", u"cold"_s}}, id));
        return made ? Result<void>() : Result<void>(made.error());
    });
    QVERIFY(!again.ok());
    QCOMPARE(again.error().message.id, u"write.exists"_s);
    QCOMPARE(w.value(u"tag", id, u"name"), FieldValue(u"hot"_s));
}

void TestWriteTransaction::create_withoutWhatIsRequired_namesEverything() {
    TestWorkspace w;
    const auto done = w.run([&](WriteTransaction &tx) -> Result<void> {
        const auto made =
            tx.create(w.record(u"deal", {{u"name", u" "_s}, {u"forecast_call", u"maybe"_s}}));
        return made ? Result<void>() : Result<void>(made.error());
    });
    QVERIFY(!done.ok());
    QCOMPARE(done.error().kind, ErrorKind::Invalid);
    QCOMPARE(done.error().message.id, u"valid.failed"_s);
    QStringList reasons;
    for (const Message &reason : done.error().reasons)
        reasons << reason.id + u' ' + reason.args.value(u"field"_s);
    reasons.sort();
    QCOMPARE(reasons,
             QStringList({u"valid.choice deal.forecast_call"_s, u"valid.required deal.name"_s,
                          u"valid.required deal.pipeline"_s, u"valid.required deal.stage"_s}));
    QVERIFY(must(w.history().sets(0, 0)).empty());
}

void TestWriteTransaction::create_keepsWhatWasGivenEmptyApart() {
    TestWorkspace w;
    const RecordId id = w.create(u"account", {{u"name", u"A"_s}, {u"sector", FieldValue()}});
    const auto records = must(w.history().ofRecord(id));
    const GroupChange *sector = groupOf(records.front(), u"sector", ChangeOp::Set);
    QVERIFY(sector);
    QCOMPARE(sector->fields.front().next.state, LoggedValue::State::Null);
    QVERIFY(!groupOf(records.front(), u"website", ChangeOp::Set));
}

void TestWriteTransaction::change_whenNothingDiffers_writesNothing() {
    TestWorkspace w;
    const RecordId id = w.create(u"account", {{u"name", u"A"_s}});
    const auto done = w.run([&](WriteTransaction &tx) {
        return tx.change(w.record(u"account", {{u"name", u"A"_s}, {u"sector", FieldValue()}}, id));
    });
    QVERIFY(done.ok());
    QCOMPARE(done->set, 0);
    QVERIFY(done->notice.moved.empty());
    QCOMPARE(must(w.history().sets(0, 0)).size(), size_t(1));
    // The next set takes the number that was not used.
    QCOMPARE(w.change(u"account", id, {{u"name", u"B"_s}}), 2);
}

void TestWriteTransaction::change_backAndForthInOneUnit_writesNothing() {
    TestWorkspace w;
    const RecordId id = w.deal(u"D"_s);
    const FieldValue since = w.value(u"deal", id, u"stage_since");
    const size_t sets = must(w.history().sets(0, 0)).size();
    w.tick();
    const auto done = w.run([&](WriteTransaction &tx) -> Result<void> {
        const auto &stages = w.pipeline().stages;
        const auto there = tx.change(w.record(u"deal", {{u"stage", stages[1]}}, id));
        return there ? tx.change(w.record(u"deal", {{u"stage", stages[0]}}, id)) : there;
    });
    QVERIFY(done.ok());
    QCOMPARE(done->set, 0);
    QCOMPARE(must(w.history().sets(0, 0)).size(), sets);
    QCOMPARE(w.value(u"deal", id, u"stage_since"), since);
}

void TestWriteTransaction::change_namesTheWholeGroup() {
    TestWorkspace w;
    const RecordId id = w.deal(u"D"_s);
    w.change(u"deal", id, {{u"stage", w.pipeline().stages[1]}});
    const auto records = must(w.history().ofRecord(id));
    const GroupChange *stage = groupOf(records.back(), u"stage", ChangeOp::Set);
    QVERIFY(stage);
    QCOMPARE(stage->fields.size(), size_t(2));
    QVERIFY(!fieldOf(stage, u"pipeline")->differs());
    QCOMPARE(fieldOf(stage, u"pipeline")->next.value, FieldValue(w.pipeline().id));
    QVERIFY(fieldOf(stage, u"stage")->differs());
    // Only what differs counts as a change of the field.
    QCOMPARE(must(w.history().ofRecord(id, u"pipeline"_s)).size(), size_t(1));
    QCOMPARE(must(w.history().ofRecord(id, u"stage"_s)).size(), size_t(2));
}

void TestWriteTransaction::change_tellsClearedFromNull() {
    TestWorkspace w;
    const RecordId id = w.create(u"account", {{u"name", u"A"_s}, {u"sector", FieldValue()}});
    w.change(u"account", id, {{u"sector", u"IT"_s}, {u"website", u"a.cn"_s}});
    w.change(u"account", id, {{u"sector", FieldValue()}});
    w.change(u"account", id, {{u"sector", u"AI"_s}});
    const auto records = must(w.history().ofRecord(id, u"sector"_s));
    QCOMPARE(records.size(), size_t(3)); // Given as empty, it was not changed by the first.
    const auto change = [&](size_t i) {
        return *fieldOf(groupOf(records[i], u"sector", ChangeOp::Set), u"sector");
    };
    QCOMPARE(change(0).old.state, LoggedValue::State::Null);
    QCOMPARE(change(1).old, LoggedValue::given(u"IT"_s));
    QCOMPARE(change(1).next.state, LoggedValue::State::Cleared);
    QCOMPARE(change(2).old.state, LoggedValue::State::Cleared);
    const auto website = must(w.history().ofRecord(id, u"website"_s));
    QCOMPARE(website.size(), size_t(1));
    QCOMPARE(groupOf(website[0], u"website", ChangeOp::Set)->fields[0].old.state,
             LoggedValue::State::Absent);
}

void TestWriteTransaction::severalChanges_ofOneRow_becomeOneRecord() {
    TestWorkspace w;
    RecordId id;
    const auto done = w.run([&](WriteTransaction &tx) -> Result<void> {
        id = must(tx.create(w.record(u"account", {{u"name", u"A"_s}})));
        must(tx.change(w.record(u"account", {{u"name", u"B"_s}, {u"sector", u"IT"_s}}, id)));
        // What the unit wrote, it reads.
        const auto row = must(tx.reader().find(u"account"_s, id));
        const QString name = row->record.value(w.entity(u"account").byName(u"name")).as<QString>();
        return name == "B"_L1 ? tx.change(w.record(u"account", {{u"name", u"C"_s}}, id))
                              : makeError(ErrorKind::Invalid, u"unseen"_s);
    });
    QVERIFY(done.ok());
    const auto records = must(w.history().ofRecord(id));
    QCOMPARE(records.size(), size_t(1));
    QVERIFY(records[0].created);
    QCOMPARE(groupOf(records[0], u"name", ChangeOp::Set)->fields[0].next,
             LoggedValue::given(u"C"_s));
    QVERIFY(groupOf(records[0], u"sector", ChangeOp::Set));
    QVERIFY(w.damages().isEmpty());
}

void TestWriteTransaction::anotherTimeOrSource_becomesAnotherRecord() {
    TestWorkspace w;
    RecordId id;
    const Instant engaged = *Instant::fromIso(u"2017-03-01"_s);
    const Instant closed = *Instant::fromIso(u"2017-05-09"_s);
    const auto &stages = w.pipeline().stages;
    const auto done = w.run([&](WriteTransaction &tx) -> Result<void> {
        tx.setTime(engaged, true);
        tx.setSource(u"pipeline.csv, line 7"_s);
        id = must(tx.create(w.record(
            u"deal", {{u"name", u"D"_s}, {u"pipeline", w.pipeline().id}, {u"stage", stages[0]}})));
        tx.setTime(closed, true);
        return tx.change(w.record(u"deal", {{u"stage", stages[3]}}, id));
    });
    QVERIFY(done.ok());
    QVERIFY(done->notes.empty());
    const auto records = must(w.history().ofRecord(id));
    QCOMPARE(records.size(), size_t(2));
    QCOMPARE(records[0].at, engaged);
    QCOMPARE(records[1].at, closed);
    QVERIFY(records[0].trusted && records[1].trusted);
    QCOMPARE(records[1].known(), closed);
    QCOMPARE(records[1].source, u"pipeline.csv, line 7"_s);
    QVERIFY(records[0].recorded < records[1].recorded);
    QCOMPARE(groupOf(records[1], u"stage", ChangeOp::Set)->base, records[0].id);
    QCOMPARE(w.value(u"deal", id, u"created_at"), FieldValue(engaged));
    QCOMPARE(w.value(u"deal", id, u"stage_since"), FieldValue(closed));
}

void TestWriteTransaction::bases_leadFromChangeToChange() {
    TestWorkspace w;
    const RecordId id = w.create(u"account", {{u"name", u"A"_s}, {u"sector", u"IT"_s}});
    w.change(u"account", id, {{u"sector", u"AI"_s}});
    w.change(u"account", id, {{u"name", u"B"_s}, {u"website", u"b.cn"_s}});
    w.change(u"account", id, {{u"sector", u"Bio"_s}});
    const auto records = must(w.history().ofRecord(id));
    QCOMPARE(records[1].groups[0].base, records[0].id);
    QCOMPARE(groupOf(records[2], u"name", ChangeOp::Set)->base, records[0].id);
    // The record that made the row is the version of every group, named or not.
    QCOMPARE(groupOf(records[2], u"website", ChangeOp::Set)->base, records[0].id);
    QCOMPARE(records[3].groups[0].base, records[1].id);

    const auto versions = must(w.history().versions(id));
    const auto version = [&](QStringView group) {
        const auto it = std::find_if(versions.begin(), versions.end(),
                                     [&](const GroupVersion &v) { return v.group == group; });
        return it == versions.end() ? ChangeId() : it->version;
    };
    QCOMPARE(version(u"sector"), records[3].id);
    QCOMPARE(version(u"name"), records[2].id);
    QCOMPARE(version(u""), records[0].id);
}

void TestWriteTransaction::sets_includeAndExclude() {
    TestWorkspace w;
    QStringList tags;
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        tags << w.create(u"tag", {{u"name", name}}).text();
    const RecordId id = w.create(u"account", {{u"name", u"A"_s}, {u"tags", tags.mid(0, 2)}});
    const auto done = w.run([&](WriteTransaction &tx) {
        return tx.changeMembers(u"account"_s, id, u"tags"_s, {tags[2], tags[1]}, {tags[0]});
    });
    QVERIFY(done.ok());
    QCOMPARE(w.value(u"account", id, u"tags"), FieldValue(tags.mid(1)));
    const auto records = must(w.history().ofRecord(id));
    QCOMPARE(records[1].groups.size(), size_t(2));
    QCOMPARE(groupOf(records[1], u"tags", ChangeOp::Include)->fields[0].next.value,
             FieldValue(QStringList{tags[2]}));
    QCOMPARE(groupOf(records[1], u"tags", ChangeOp::Exclude)->fields[0].next.value,
             FieldValue(QStringList{tags[0]}));
    w.change(u"account", id, {{u"tags", FieldValue()}});
    QVERIFY(w.value(u"account", id, u"tags").isEmpty());
    QVERIFY(w.damages().isEmpty());
    const auto wrong = w.run([&](WriteTransaction &tx) {
        return tx.changeMembers(u"account"_s, id, u"name"_s, {u"x"_s}, {});
    });
    QCOMPARE(wrong.error().message.id, u"write.no_set"_s);
}

void TestWriteTransaction::setOfTags_takesOnlyTagsThatAreThere() {
    TestWorkspace w;
    const RecordId id = w.create(u"account", {{u"name", u"A"_s}});
    const auto done = w.run([&](WriteTransaction &tx) {
        return tx.changeMembers(u"account"_s, id, u"tags"_s, {w.actor.text()}, {});
    });
    QVERIFY(!done.ok());
    QCOMPARE(done.error().reasons.size(), size_t(1));
    QCOMPARE(done.error().reasons[0].id, u"write.link_unknown"_s);
    QCOMPARE(done.error().reasons[0].args.value(u"field"_s), u"account.tags"_s);
}

void TestWriteTransaction::link_toNothing_isRefused() {
    TestWorkspace w;
    const RecordId id = w.create(u"account", {{u"name", u"A"_s}});
    const RecordId nobody{makeUuidV5(u"nobody"_s)};
    const auto done = w.run([&](WriteTransaction &tx) {
        return tx.change(w.record(u"account", {{u"parent", nobody}}, id));
    });
    QCOMPARE(done.error().reasons.at(0).id, u"write.link_unknown"_s);
    // A row of the same unit will do; one that was rolled back will not.
    RecordId parent;
    const auto link = [&](bool keep) {
        return w.run([&, keep](WriteTransaction &tx) -> Result<void> {
            parent = must(tx.create(w.record(u"account", {{u"name", u"P"_s}})));
            must(tx.change(w.record(u"account", {{u"parent", parent}}, id)));
            return keep ? Result<void>() : makeError(ErrorKind::Invalid, u"no"_s);
        });
    };
    QVERIFY(!link(false).ok());
    const auto gone = w.run([&](WriteTransaction &tx) {
        return tx.change(w.record(u"account", {{u"parent", parent}}, id));
    });
    QCOMPARE(gone.error().message.id, u"valid.failed"_s);
    QVERIFY(link(true).ok());
    QCOMPARE(w.value(u"account", id, u"parent"), FieldValue(parent));
    // In the bin it is still there.
    w.remove(u"account", parent);
    const RecordId other = w.create(u"account", {{u"name", u"O"_s}, {u"parent", parent}});
    QCOMPARE(w.value(u"account", other, u"parent"), FieldValue(parent));
}

void TestWriteTransaction::computedField_isRefused() {
    TestWorkspace w;
    const RecordId id = w.deal(u"D"_s);
    const auto done = w.run([&](WriteTransaction &tx) {
        return tx.change(w.record(u"deal", {{u"stage_since", w.clock.now()}}, id));
    });
    QCOMPARE(done.error().message.id, u"write.computed"_s);
    QCOMPARE(done.error().message.args.value(u"field"_s), u"deal.stage_since"_s);
}

void TestWriteTransaction::unknownRowAndEntity_areRefused() {
    TestWorkspace w;
    const RecordId nobody{makeUuidV5(u"nobody"_s)};
    const auto noRow = w.run([&](WriteTransaction &tx) {
        return tx.change(w.record(u"account", {{u"name", u"A"_s}}, nobody));
    });
    QCOMPARE(noRow.error().message.id, u"record.unknown"_s);
    const auto noEntity =
        w.run([&](WriteTransaction &tx) { return tx.remove(u"spaceship"_s, nobody); });
    QCOMPARE(noEntity.error().message.id, u"catalog.unknown_entity"_s);
    const auto noDraft = w.run([&](WriteTransaction &tx) -> Result<void> {
        return tx.create(Record(u"spaceship"_s, {})).error();
    });
    QCOMPARE(noDraft.error().message.id, u"catalog.unknown_entity"_s);
}

void TestWriteTransaction::derivedDates_followTheLog() {
    TestWorkspace w;
    const RecordId id = w.deal(u"D"_s);
    const Instant made = w.clock.now();
    w.tick();
    w.change(u"deal", id, {{u"name", u"E"_s}});
    QCOMPARE(w.value(u"deal", id, u"stage_since"), FieldValue(made));
    const Instant meeting = *Instant::fromIso(u"2026-02-10T03:12:00Z"_s);
    must(w.run(
        [&](WriteTransaction &tx) {
            return tx.change(w.record(u"deal", {{u"stage", w.pipeline().stages[2]}}, id));
        },
        {.source = u"meeting minutes 2026-02-10, minute 12"_s, .at = meeting}));
    QCOMPARE(w.value(u"deal", id, u"stage_since"), FieldValue(meeting));
    QCOMPARE(w.value(u"deal", id, u"created_at"), FieldValue(made));
    QVERIFY(w.damages().isEmpty());
}

void TestWriteTransaction::bin_hidesTheRowAndKeepsWhatHangsOnIt() {
    TestWorkspace w;
    const RecordId account = w.create(u"account", {{u"name", u"A"_s}});
    const RecordId contact = w.create(u"contact", {{u"name", u"C"_s}, {u"account", account}});
    const qint64 set = w.remove(u"account", account);
    QVERIFY(w.row(u"account", account).deleted);
    QCOMPARE(w.value(u"contact", contact, u"account"), FieldValue(account));
    const auto records = must(w.history().ofSet(set));
    QCOMPARE(records.size(), size_t(1));
    const GroupChange *deleted = groupOf(records[0], u"deleted", ChangeOp::Set);
    QCOMPARE(deleted->fields[0].old, LoggedValue::given(false));
    QCOMPARE(deleted->fields[0].next, LoggedValue::given(true));
    // Once is enough.
    QCOMPARE(w.remove(u"account", account), 0);
    QVERIFY(w.restore(u"account", account) > set);
    QVERIFY(!w.row(u"account", account).deleted);
    QCOMPARE(w.value(u"contact", contact, u"account"), FieldValue(account));
    QVERIFY(w.damages().isEmpty());
}

void TestWriteTransaction::change_ofARowInTheBin_isRefused() {
    TestWorkspace w;
    const RecordId id = w.create(u"account", {{u"name", u"A"_s}});
    w.remove(u"account", id);
    const auto done = w.run([&](WriteTransaction &tx) {
        return tx.change(w.record(u"account", {{u"name", u"B"_s}}, id));
    });
    QCOMPARE(done.error().kind, ErrorKind::Refused);
    QCOMPARE(done.error().message.id, u"write.in_bin"_s);
    QCOMPARE(done.error().message.args.value(u"title"_s), u"A"_s);
    const auto both = w.run([&](WriteTransaction &tx) -> Result<void> {
        const auto back = tx.restore(u"account"_s, id);
        return back ? tx.change(w.record(u"account", {{u"name", u"B"_s}}, id)) : back;
    });
    QVERIFY(both.ok());
    QCOMPARE(both->notice.moved.at(0).groups, QStringList({u"deleted"_s, u"name"_s}));
    QCOMPARE(w.value(u"account", id, u"name"), FieldValue(u"B"_s));
}

void TestWriteTransaction::sortedText_getsItsKey() {
    TestWorkspace w;
    const RecordId id = w.create(u"account", {{u"name", u"重庆"_s}});
    const auto key = [&] {
        auto s = must(w.connection().prepare(u"SELECT name_key FROM account"_s));
        return must(s.step()) ? s.blob(0) : QByteArray();
    };
    QCOMPARE(key(), collationKey(u"重庆"_s));
    w.change(u"account", id, {{u"name", u"北京"_s}});
    QCOMPARE(key(), collationKey(u"北京"_s));
}

void TestWriteTransaction::recorded_growsWhenTheClockGoesBack() {
    TestWorkspace w;
    const RecordId id = w.create(u"account", {{u"name", u"A"_s}});
    w.wall.advanceMs(-86'400'000);
    w.change(u"account", id, {{u"name", u"B"_s}});
    w.reopen();
    w.wall.advanceMs(-86'400'000);
    w.change(u"account", id, {{u"name", u"C"_s}});
    const auto records = must(w.history().ofRecord(id));
    QVERIFY(records[0].recorded < records[1].recorded);
    QVERIFY(records[1].recorded < records[2].recorded);
    const auto sets = must(w.history().sets(0, 0));
    QVERIFY(sets[0].recorded > records[2].recorded);
    QCOMPARE(must(meta(w.connection(), u"clock"_s)), QString::number(sets[0].recorded.value));
    QVERIFY(w.damages().isEmpty());
}

void TestWriteTransaction::trustedHistory_neverGoesBehindWhatIsKnown_data() {
    QTest::addColumn<QString>("at");
    QTest::addColumn<bool>("trusted");
    QTest::newRow("before what is known") << u"2025-12-31T23:59:59Z"_s << false;
    QTest::newRow("at the same instant") << u"2026-01-01T00:00:00Z"_s << true;
    QTest::newRow("after it") << u"2026-01-01T00:00:01Z"_s << true;
    QTest::newRow("now") << u"2026-03-02T08:00:00Z"_s << true;
    QTest::newRow("ahead of the clock") << u"2026-03-02T08:00:01Z"_s << false;
}

void TestWriteTransaction::trustedHistory_neverGoesBehindWhatIsKnown() {
    QFETCH(const QString, at);
    QFETCH(const bool, trusted);
    TestWorkspace w;
    RecordId id;
    must(w.run([&](WriteTransaction &tx) -> Result<void> {
        tx.setTime(*Instant::fromIso(u"2026-01-01"_s), true);
        id = must(tx.create(w.record(u"account", {{u"name", u"A"_s}})));
        return {};
    }));
    const auto done = w.run([&](WriteTransaction &tx) {
        tx.setTime(*Instant::fromIso(at), true);
        return tx.change(w.record(u"account", {{u"name", u"B"_s}}, id));
    });
    QVERIFY(done.ok());
    const auto records = must(w.history().ofRecord(id));
    QCOMPARE(records.back().trusted, trusted);
    QCOMPARE(records.back().at, *Instant::fromIso(at));
    QCOMPARE(done->notes.empty(), trusted);
    if (!trusted)
        QCOMPARE(done->notes[0], Message({u"write.not_trusted"_s, {{u"count"_s, u"1"_s}}}));
}

void TestWriteTransaction::label_isTheUnitsOwn() {
    TestWorkspace w;
    const auto done = w.run(
        [&](WriteTransaction &tx) -> Result<void> {
            must(tx.create(w.record(u"tag", {{u"name", u"hot"_s}})));
            tx.setLabel({u"set.move"_s, {{u"title"_s, QString::number(tx.set())}}});
            return {};
        },
        {.label = {u"set.edit"_s, {}}});
    const auto set = must(w.history().set(done->set));
    QCOMPARE(set->label.id, u"set.move"_s);
    QCOMPARE(set->label.args.value(u"title"_s), QString::number(done->set));
}

} // namespace dw::test

using dw::test::TestWriteTransaction;
DW_TEST(TestWriteTransaction)

#include "tst_writetransaction.moc"
