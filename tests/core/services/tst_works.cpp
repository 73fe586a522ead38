// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/works.h"

#include "tests/core/services/workspacefixture.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

Record draftOf(WorkspaceFixture &f, const QString &entity, Fields fields, RecordId id = {}) {
    Record draft(entity, id);
    for (const auto &[name, value] : fields)
        draft.set(f.entity(entity).byName(name), value);
    return draft;
}

} // namespace

class TestWorks : public QObject {
    Q_OBJECT

private slots:
    void create_namesTheSetByWhatWasMade();
    void create_placesTheDeal_whereStageOrPipelineIsMissing();
    void create_refusesAStageThatIsNotThere();
    void change_namesTheFieldsThatDiffer();
    void change_writesNothing_whenNothingDiffers();
    void change_isAConflict_whenTheGroupMovedSince();
    void change_ofWhatIsNotThere_fails();
    void remove_andRestore();
    void undo_takesBack_andRedoBringsBack();
    void undo_ofAnotherPersonsSet_isRefused();
    void undo_whereTheGateSaysNo_isRefused();
    void origin_standsInTheSet();
};

void TestWorks::create_namesTheSetByWhatWasMade() {
    WorkspaceFixture f;
    const auto done =
        f.run(createWork(draftOf(f, u"account"_s, {{u"name", u"Acme"_s}}), f.origin()));
    QCOMPARE(failure(done), QString());
    QCOMPARE(f.label(done->set), u"created account Acme"_s);
    QCOMPARE(f.reader().title(u"account"_s, done->notice.moved.front().id), u"Acme"_s);
}

void TestWorks::create_placesTheDeal_whereStageOrPipelineIsMissing() {
    WorkspaceFixture f;
    const RecordId pipeline = f.named(u"pipeline"_s, u"Sales pipeline"_s);
    const RecordId contract = f.named(u"stage"_s, u"Contract"_s);
    const FieldValue name = u"Deal"_s;
    const Record drafts[] = {draftOf(f, u"deal"_s, {{u"name", name}}),
                             draftOf(f, u"deal"_s, {{u"name", name}, {u"pipeline", pipeline}}),
                             draftOf(f, u"deal"_s, {{u"name", name}, {u"stage", contract}})};
    QStringList stages;
    for (const Record &draft : drafts) {
        const auto id = must(f.run(createWork(draft, f.origin()))).notice.moved.front().id;
        const Record deal = f.row(u"deal"_s, id).record;
        QCOMPARE(deal.value(f.entity(u"deal").byName(u"pipeline")).as<RecordId>(), pipeline);
        const auto stage = deal.value(f.entity(u"deal").byName(u"stage")).as<RecordId>();
        stages << f.reader().title(u"stage"_s, stage);
    }
    QCOMPARE(stages, (QStringList{u"Qualification"_s, u"Qualification"_s, u"Contract"_s}));
}

void TestWorks::create_refusesAStageThatIsNotThere() {
    WorkspaceFixture f;
    const RecordId nowhere{makeUuidV5(u"nowhere"_s)};
    const auto done = f.run(
        createWork(draftOf(f, u"deal"_s, {{u"name", u"Deal"_s}, {u"stage", nowhere}}), f.origin()));
    QCOMPARE(messageId(done), u"link.unknown"_s);
    QCOMPARE(done.error().message.args.value(u"field"_s), u"deal.stage"_s);
}

void TestWorks::change_namesTheFieldsThatDiffer() {
    WorkspaceFixture f;
    const RecordId deal = f.create(u"deal"_s, u"name=Acme|source=web"_s);
    const Record values = draftOf(f, u"deal"_s,
                                  {{u"source", u"web"_s},
                                   {u"payment_terms", u"30 days"_s},
                                   {u"expected_close", QDate(2026, 5, 1)}},
                                  deal);
    const auto done = f.run(changeWork(values, {}, f.origin()));
    QCOMPARE(failure(done), QString());
    QCOMPARE(f.label(done->set), u"changed Expected close, Payment terms of Acme"_s);
    QCOMPARE(f.text(u"deal"_s, deal, u"payment_terms"), u"30 days"_s);
}

void TestWorks::change_writesNothing_whenNothingDiffers() {
    WorkspaceFixture f;
    const RecordId deal = f.create(u"deal"_s, u"name=Acme|source=web"_s);
    const auto done =
        f.run(changeWork(draftOf(f, u"deal"_s, {{u"source", u"web"_s}}, deal), {}, f.origin()));
    QCOMPARE(failure(done), QString());
    QCOMPARE(done->set, 0);
}

void TestWorks::change_isAConflict_whenTheGroupMovedSince() {
    WorkspaceFixture f;
    const RecordId deal = f.create(u"deal"_s, u"name=Acme|source=web|payment_terms=cash"_s);
    const auto seen = must(f.workspace().history().versions(deal));
    f.edit(u"deal"_s, deal, u"source=fair"_s);
    const auto late =
        f.run(changeWork(draftOf(f, u"deal"_s, {{u"source", u"call"_s}}, deal), seen, f.origin()));
    QCOMPARE(messageId(late), u"write.conflict"_s);
    QCOMPARE(late.error().kind, ErrorKind::Conflict);
    QCOMPARE(f.text(u"deal"_s, deal, u"source"), u"fair"_s);
    const auto other = f.run(changeWork(
        draftOf(f, u"deal"_s, {{u"payment_terms", u"30 days"_s}}, deal), seen, f.origin()));
    QCOMPARE(failure(other), QString());
}

void TestWorks::change_ofWhatIsNotThere_fails() {
    WorkspaceFixture f;
    const RecordId nowhere{makeUuidV5(u"nowhere"_s)};
    const Record values = draftOf(f, u"deal"_s, {{u"source", u"web"_s}}, nowhere);
    QCOMPARE(messageId(f.run(changeWork(values, {}, f.origin()))), u"record.unknown"_s);
    QCOMPARE(messageId(f.run(removeWork(u"deal"_s, nowhere, f.origin()))), u"record.unknown"_s);
    QCOMPARE(messageId(f.run(restoreWork(u"deal"_s, nowhere, f.origin()))), u"record.unknown"_s);
    QCOMPARE(messageId(f.run(removeWork(u"dragon"_s, nowhere, f.origin()))),
             u"catalog.unknown_entity"_s);
}

void TestWorks::remove_andRestore() {
    WorkspaceFixture f;
    const RecordId account = f.create(u"account"_s, u"name=Acme"_s);
    const auto removed = f.run(removeWork(u"account"_s, account, f.origin()));
    QCOMPARE(failure(removed), QString());
    QCOMPARE(f.label(removed->set), u"deleted account Acme"_s);
    QVERIFY(f.row(u"account"_s, account).deleted);
    const auto restored = f.run(restoreWork(u"account"_s, account, f.origin()));
    QCOMPARE(failure(restored), QString());
    QCOMPARE(f.label(restored->set), u"restored account Acme"_s);
    QVERIFY(!f.row(u"account"_s, account).deleted);
}

void TestWorks::undo_takesBack_andRedoBringsBack() {
    WorkspaceFixture f;
    const RecordId deal = f.create(u"deal"_s, u"name=Acme|source=web"_s);
    const qint64 set = f.edit(u"deal"_s, deal, u"source=fair"_s);
    const auto undone = f.run(undoWork(set, f.origin()));
    QCOMPARE(failure(undone), QString());
    QCOMPARE(f.text(u"deal"_s, deal, u"source"), u"web"_s);
    QCOMPARE(f.label(undone->set), u"took back change %1 (Acme)"_s.arg(set));
    const auto stored = must(f.workspace().history().set(undone->set));
    QCOMPARE(stored->kind, SetKind::Undo);
    QCOMPARE(stored->undoOf, set);
    QCOMPARE(stored->reason.id, u"undo.of"_s);

    const auto redone = f.run(redoWork(undone->set, f.origin()));
    QCOMPARE(failure(redone), QString());
    QCOMPARE(f.text(u"deal"_s, deal, u"source"), u"fair"_s);
    QCOMPARE(f.label(redone->set), u"redid what change %1 took back (Acme)"_s.arg(undone->set));
    QCOMPARE(f.damage(), QStringList());
}

void TestWorks::undo_ofAnotherPersonsSet_isRefused() {
    WorkspaceFixture f;
    const RecordId other = f.create(u"person"_s, u"name=Wu Wei"_s);
    const RecordId deal = f.create(u"deal"_s, u"name=Acme"_s);
    const qint64 set = f.edit(u"deal"_s, deal, u"source=fair"_s);
    QCOMPARE(messageId(f.run(undoWork(set, {.actor = other}))), u"undo.not_here"_s);
    QCOMPARE(f.text(u"deal"_s, deal, u"source"), u"fair"_s);
}

void TestWorks::undo_whereTheGateSaysNo_isRefused() {
    WorkspaceFixture f;
    const RecordId deal = f.create(u"deal"_s, u"name=Acme"_s);
    const qint64 amount = f.edit(u"deal"_s, deal, u"amount=CNY 5"_s);
    f.move(deal, u"Won"_s);
    const auto undone = f.run(undoWork(amount, f.origin()));
    QCOMPARE(messageId(undone), u"write.refused"_s);
    QCOMPARE(undone.error().reasons.front().id, u"gate.won_needs"_s);
    QCOMPARE(f.text(u"deal"_s, deal, u"amount"), u"CNY 5.00"_s);
}

void TestWorks::origin_standsInTheSet() {
    WorkspaceFixture f;
    const Instant then = *Instant::fromIso(u"2026-02-10T03:04:00Z"_s);
    const Origin origin{.actor = f.workspace().actor(),
                        .source = u"meeting minutes 2026-02-10, minute 12"_s,
                        .reason = u"  budget cut "_s,
                        .at = then};
    const auto done =
        must(f.run(createWork(draftOf(f, u"account"_s, {{u"name", u"Acme"_s}}), origin)));
    const auto changes = must(f.workspace().history().ofRecord(done.notice.moved.front().id));
    QCOMPARE(changes.size(), 1U);
    const ChangeRecord &change = changes.front();
    QCOMPARE(change.actor, origin.actor);
    QCOMPARE(change.source, origin.source);
    QCOMPARE(change.reason, (Message{u"reason.text"_s, {{u"text"_s, u"budget cut"_s}}}));
    QCOMPARE(change.at, then);
    QCOMPARE(change.recorded.instant(), f.wall.now());
}

} // namespace dw::test

using dw::test::TestWorks;
DW_TEST(TestWorks)

#include "tst_works.moc"
