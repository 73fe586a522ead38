// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/deals/dealclosing.h"
#include "tests/core/services/workspacefixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// Whatever way a person changes the stage, the close date follows its outcome.
class TestDealClosing : public QObject {
    Q_OBJECT

private slots:
    void change_followsTheOutcome_data();
    void change_followsTheOutcome();
    void create_followsTheOutcome_data();
    void create_followsTheOutcome();
    void emptyDateOfAForm_isFilled();
    void otherFields_leaveTheDate();
};

void TestDealClosing::change_followsTheOutcome_data() {
    QTest::addColumn<QString>("before"); // edits
    QTest::addColumn<QString>("stage");
    QTest::addColumn<QString>("edits");
    QTest::addColumn<QString>("after"); // closed_on, reason
    const auto row = [](const char *name, const QString &before, const QString &stage,
                        const QString &edits, const QString &after) {
        for (const char *way : {"typed", "record", "move"})
            QTest::addRow("%s, %s", name, way) << before << stage << edits << after;
    };
    const QString won = u"stage=Won|closed_on=2026-01-02|reason=price"_s;
    const QString lost = u"stage=Lost|closed_on=2026-01-02|reason=price"_s;
    row("open to won", {}, u"Won"_s, {}, u"2026-03-09/"_s);
    row("open to lost", {}, u"Lost"_s, u"reason=silence"_s, u"2026-03-09/silence"_s);
    row("the date given stands", {}, u"Won"_s, u"closed_on=2026-02-01"_s, u"2026-02-01/"_s);
    row("won to lost", won, u"Lost"_s, u"reason=withdrawn"_s, u"2026-03-09/withdrawn"_s);
    row("lost to won", lost, u"Won"_s, {}, u"2026-03-09/"_s);
    row("won again", won, u"Won"_s, {}, u"2026-01-02/price"_s);
    row("open to open", u"reason=on hold"_s, u"Contract"_s, {}, u"/on hold"_s);
    row("reopened", won, u"Contract"_s, {}, u"/"_s);
    row("reopened with a reason to keep", lost, u"Contract"_s, u"reason=new budget"_s,
        u"/new budget"_s);
}

void TestDealClosing::change_followsTheOutcome() {
    QFETCH(QString, before);
    QFETCH(QString, stage);
    QFETCH(QString, edits);
    WorkspaceFixture f;
    const RecordId id = f.create(u"deal"_s, u"name=Acme|amount=CNY 5|"_s + before);
    const RecordId stageId = f.named(u"stage"_s, stage);
    const Origin origin = f.origin(u"as agreed"_s);
    const QString way = QString::fromLatin1(QTest::currentDataTag()).section(u", "_s, 1);
    Work work;
    if (way == "typed"_L1) {
        work = typedWork(u"deal"_s, id, f.edits(u"stage="_s + stage + u'|' + edits), origin);
    } else if (way == "record"_L1) {
        const EntityDesc &deals = f.entity(u"deal");
        Record values(deals.key, id);
        values.set(deals.byName(u"stage"), stageId);
        for (const TypedEdit &edit : f.edits(edits)) {
            const FieldHandle field = deals.byName(edit.key);
            values.set(field, edit.key == "closed_on"_L1
                                  ? FieldValue(QDate::fromString(edit.text, Qt::ISODate))
                                  : FieldValue(edit.text));
        }
        work = changeWork(values, {}, origin);
    } else {
        work = moveWork({.deal = id, .stage = stageId, .edits = f.edits(edits)},
                        f.origin(stage == "Contract"_L1 ? u"as agreed"_s : QString()));
    }
    const auto done = f.run(work);
    QVERIFY2(done.ok(), qPrintable(done.ok() ? QString() : done.error().detail));
    QTEST(f.text(u"deal"_s, id, u"closed_on") + u'/' + f.text(u"deal"_s, id, u"reason"), "after");
    QCOMPARE(f.damage(), QStringList());
}

void TestDealClosing::create_followsTheOutcome_data() {
    QTest::addColumn<QString>("edits");
    QTest::addColumn<QString>("closedOn");
    QTest::newRow("open") << u"stage=Contract"_s << QString();
    QTest::newRow("no stage") << QString() << QString();
    QTest::newRow("won") << u"stage=Won"_s << u"2026-03-09"_s;
    QTest::newRow("lost") << u"stage=Lost|reason=price"_s << u"2026-03-09"_s;
    QTest::newRow("won on a day") << u"stage=Won|closed_on=2025-12-31"_s << u"2025-12-31"_s;
}

void TestDealClosing::create_followsTheOutcome() {
    QFETCH(QString, edits);
    WorkspaceFixture f;
    const RecordId id = f.create(u"deal"_s, u"name=Acme|amount=CNY 5|"_s + edits);
    QTEST(f.text(u"deal"_s, id, u"closed_on"), "closedOn");
}

void TestDealClosing::emptyDateOfAForm_isFilled() {
    WorkspaceFixture f;
    const EntityDesc &deals = f.entity(u"deal");
    Record draft(deals.key, {});
    draft.set(deals.byName(u"name"), u"Acme"_s);
    draft.set(deals.byName(u"stage"), f.named(u"stage"_s, u"Lost"_s));
    draft.set(deals.byName(u"closed_on"), FieldValue());
    draft.set(deals.byName(u"reason"), u"price"_s);
    QVERIFY(f.run(createWork(draft, f.origin())).ok());
    QCOMPARE(f.text(u"deal"_s, f.named(u"deal"_s, u"Acme"_s), u"closed_on"), u"2026-03-09"_s);
}

void TestDealClosing::otherFields_leaveTheDate() {
    WorkspaceFixture f;
    const RecordId id =
        f.create(u"deal"_s, u"name=Acme|amount=CNY 5|stage=Won|closed_on=2026-01-02"_s);
    f.edit(u"deal"_s, id, u"amount=CNY 6"_s);
    QCOMPARE(f.text(u"deal"_s, id, u"closed_on"), u"2026-01-02"_s);
}

} // namespace dw::test

using dw::test::TestDealClosing;
DW_TEST(TestDealClosing)

#include "tst_dealclosing.moc"
