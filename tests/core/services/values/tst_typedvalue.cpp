// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/values/typedvalue.h"

#include "core/services/works.h"
#include "tests/core/services/workspacefixture.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestTypedValue : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void texts_data();
    void texts();
    void links_areIdShortIdOrTitle();
    void links_toTheBin_areNotTaken();
    void stages_areThoseOfThePipeline();
    void members_comeAndGo();
    void members_ofANewRow_areItsValue();
    void members_mayHaveCommas();
    void counters_addUp();
    void mistakes_data();
    void mistakes();
    void mistakes_areAllNamed();
    void mistakes_writeNothing();
    void edits_ofOneKey_theLastStands();
    void labels_nameWhatMoved();

private:
    QString membersOf(RecordId deal) {
        QStringList names;
        const QStringList ids = m_f->row(u"deal"_s, deal)
                                    .record.value(m_f->entity(u"deal").byName(u"tags"))
                                    .as<QStringList>();
        for (const QString &id : ids)
            names << m_f->reader().title(u"tag"_s, RecordId::fromText(id));
        names.sort();
        return names.join(u'/');
    }
    std::unique_ptr<WorkspaceFixture> m_f;
    RecordId m_deal;
};

void TestTypedValue::initTestCase() {
    m_f = std::make_unique<WorkspaceFixture>();
    for (const QString &tag : {u"red"_s, u"green"_s, u"blue"_s, u"red, green"_s})
        m_f->create(u"tag"_s, u"name="_s + tag);
    m_f->create(u"account"_s, u"name=Acme"_s);
    m_f->create(u"account"_s, u"name=Twin"_s);
    m_f->create(u"account"_s, u"name=ＴＷＩＮ"_s);
    FieldDefinition visits{u"deal"_s, {}};
    visits.field.key = u"visits"_s;
    visits.field.type = FieldType::Counter;
    must(m_f->run(addFieldWork(visits, m_f->origin())));
    m_deal = m_f->create(u"deal"_s, u"name=Deal|amount=CNY 5"_s);
}

void TestTypedValue::cleanupTestCase() {
    QCOMPARE(m_f->damage(), QStringList());
    m_f.reset();
}

void TestTypedValue::texts_data() {
    QTest::addColumn<QString>("edit");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("after");
    QTest::newRow("money") << u"amount=CNY 500000"_s << u"amount"_s << u"CNY 500000.00"_s;
    QTest::newRow("date") << u"expected_close=2026-06-30"_s << u"expected_close"_s
                          << u"2026-06-30"_s;
    QTest::newRow("choice by key")
        << u"forecast_call=best_case"_s << u"forecast_call"_s << u"best_case"_s;
    QTest::newRow("choice by label")
        << u"forecast_call=承诺"_s << u"forecast_call"_s << u"commit"_s;
    QTest::newRow("text with = in it") << u"source=a=b"_s << u"source"_s << u"a=b"_s;
    QTest::newRow("link by title") << u"account=acme"_s << u"account"_s << QString();
    QTest::newRow("cleared") << u"source="_s << u"source"_s << QString();
    QTest::newRow("link cleared") << u"account="_s << u"account"_s << QString();
    QTest::newRow("money cleared") << u"amount= "_s << u"amount"_s << QString();
}

void TestTypedValue::texts() {
    QFETCH(QString, edit);
    QFETCH(QString, field);
    QFETCH(QString, after);
    m_f->edit(u"deal"_s, m_deal, edit);
    if (edit == "account=acme"_L1)
        after = m_f->named(u"account"_s, u"Acme"_s).text();
    QCOMPARE(m_f->text(u"deal"_s, m_deal, field), after);
}

void TestTypedValue::links_areIdShortIdOrTitle() {
    const RecordId acme = m_f->named(u"account"_s, u"Acme"_s);
    const QString shortId = m_f->row(u"account"_s, acme).shortId;
    for (const QString &typed : {acme.text(), acme.text().toUpper(), shortId, shortId.toLower(),
                                 u"Acme"_s, u"  ACME "_s, u"ａｃｍｅ"_s}) {
        m_f->edit(u"deal"_s, m_deal, u"account="_s);
        m_f->edit(u"deal"_s, m_deal, u"account="_s + typed);
        QCOMPARE(m_f->text(u"deal"_s, m_deal, u"account"), acme.text());
    }
}

void TestTypedValue::links_toTheBin_areNotTaken() {
    const RecordId gone = m_f->create(u"account"_s, u"name=Gone"_s);
    must(m_f->run(removeWork(u"account"_s, gone, m_f->origin())));
    for (const QString &typed : {gone.text(), m_f->row(u"account"_s, gone).shortId, u"Gone"_s}) {
        const auto done = m_f->run(
            typedWork(u"deal"_s, m_deal, {{.key = u"account"_s, .text = typed}}, m_f->origin()));
        QCOMPARE(messageId(done), u"link.unknown"_s);
    }
}

void TestTypedValue::stages_areThoseOfThePipeline() {
    m_f->create(u"pipeline"_s, u"name=Renewals|position=2|active=yes"_s);
    m_f->create(u"stage"_s, u"name=Start|pipeline=Renewals|position=1|outcome=open"_s);
    m_f->create(u"stage"_s, u"name=Won|pipeline=Renewals|position=2|outcome=won"_s);
    // Two stages are called Won; the deal's pipeline tells which one is meant.
    const RecordId deal = m_f->create(u"deal"_s, u"name=Here|amount=CNY 5"_s);
    m_f->edit(u"deal"_s, deal, u"stage=won|closed_on=2026-03-01"_s);
    const RecordId other =
        m_f->create(u"deal"_s, u"name=There|stage=Won|amount=CNY 5|closed_on=2026-03-01|"
                               "pipeline=Renewals"_s);
    const auto pipelineOfStage = [&](RecordId id) {
        const RecordId stage = RecordId::fromText(m_f->text(u"deal"_s, id, u"stage"));
        return m_f->reader().title(u"pipeline"_s,
                                   RecordId::fromText(m_f->text(u"stage"_s, stage, u"pipeline")));
    };
    QCOMPARE(pipelineOfStage(deal), u"Sales pipeline"_s);
    QCOMPARE(pipelineOfStage(other), u"Renewals"_s);
    const RecordId placed = m_f->create(u"deal"_s, u"name=Placed|pipeline=Renewals"_s);
    QCOMPARE(
        m_f->reader().title(u"stage"_s, RecordId::fromText(m_f->text(u"deal"_s, placed, u"stage"))),
        u"Start"_s);
    const auto strange = m_f->run(
        typedWork(u"deal"_s, m_deal, {{.key = u"stage"_s, .text = u"Start"_s}}, m_f->origin()));
    QCOMPARE(messageId(strange), u"link.unknown"_s);
    const auto cleared = m_f->run(
        typedWork(u"deal"_s, m_deal, {{.key = u"stage"_s, .text = u" "_s}}, m_f->origin()));
    QCOMPARE(messageId(cleared), u"valid.failed"_s);
}

void TestTypedValue::members_comeAndGo() {
    const RecordId deal = m_f->create(u"deal"_s, u"name=Tagged"_s);
    m_f->edit(u"deal"_s, deal, u"tags+=red"_s);
    QCOMPARE(membersOf(deal), u"red"_s);
    m_f->edit(u"deal"_s, deal, u"tags+=Blue|tags-=red"_s);
    QCOMPARE(membersOf(deal), u"blue"_s);
    m_f->edit(u"deal"_s, deal, u"tags+=red|tags-=red"_s);
    QCOMPARE(membersOf(deal), u"blue"_s);
    m_f->edit(u"deal"_s, deal, u"tags=green"_s);
    QCOMPARE(membersOf(deal), u"green"_s);
    m_f->edit(u"deal"_s, deal, u"tags=green|tags+=blue"_s);
    QCOMPARE(membersOf(deal), u"blue/green"_s);
    m_f->edit(u"deal"_s, deal, u"tags="_s);
    QCOMPARE(membersOf(deal), QString());
}

void TestTypedValue::members_ofANewRow_areItsValue() {
    const RecordId deal = m_f->create(u"deal"_s, u"name=New|tags+=red|tags+=blue|tags-=red"_s);
    QCOMPARE(membersOf(deal), u"blue"_s);
}

void TestTypedValue::members_mayHaveCommas() {
    const RecordId deal = m_f->create(u"deal"_s, u"name=Commas"_s);
    m_f->edit(u"deal"_s, deal, u"tags=red, green"_s); // One tag is called so.
    QCOMPARE(membersOf(deal), u"red, green"_s);
    m_f->edit(u"deal"_s, deal, u"tags=green，blue、 red,"_s);
    QCOMPARE(membersOf(deal), u"blue/green/red"_s);
}

void TestTypedValue::counters_addUp() {
    const RecordId deal = m_f->create(u"deal"_s, u"name=Counted|visits+=2"_s);
    QCOMPARE(m_f->text(u"deal"_s, deal, u"visits"), u"2"_s);
    m_f->edit(u"deal"_s, deal, u"visits+=3"_s);
    m_f->edit(u"deal"_s, deal, u"visits-=1"_s);
    QCOMPARE(m_f->text(u"deal"_s, deal, u"visits"), u"4"_s);
    m_f->edit(u"deal"_s, deal, u"visits=9223372036854775807"_s);
    const auto over = m_f->run(
        typedWork(u"deal"_s, deal, WorkspaceFixture::edits(u"visits+=1"_s), m_f->origin()));
    QCOMPARE(messageId(over), u"write.overflow"_s);
}

void TestTypedValue::mistakes_data() {
    QTest::addColumn<QString>("edit");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const char *edit, const char *id, const char *field) {
        QTest::newRow(name) << QString::fromLatin1(edit) << QString::fromLatin1(id)
                            << QString::fromLatin1(field);
    };
    row("no such field", "colour=red", "field.unknown", "colour");
    row("capitals", "Amount=CNY 5", "field.unknown", "Amount");
    row("nothing", "=red", "field.unknown", "");
    row("derived", "created_at=2026-01-01", "field.read_only", "deal.created_at");
    row("of the program", "board_order=k", "field.read_only", "deal.board_order");
    row("added to one value", "source+=x", "field.not_a_set", "deal.source");
    row("taken from one value", "amount-=CNY 5", "field.not_a_set", "deal.amount");
    row("no money", "amount=5", "value.money", "deal.amount");
    row("no date", "expected_close=tomorrow", "value.date", "deal.expected_close");
    row("no choice", "forecast_call=maybe", "value.choice", "deal.forecast_call");
    row("no number", "visits+=many", "value.counter", "deal.visits");
    row("least number taken away", "visits-=-9223372036854775808", "value.counter", "deal.visits");
    row("nobody called so", "account=Nobody", "link.unknown", "deal.account");
    row("two called so", "account=twin", "link.ambiguous", "deal.account");
    row("id of another entity", "account=D-0000", "link.unknown", "deal.account");
    row("no such tag", "tags+=mauve", "link.unknown", "deal.tags");
    row("one tag of two", "tags=red,mauve", "link.unknown", "deal.tags");
}

void TestTypedValue::mistakes() {
    QFETCH(QString, edit);
    const auto done =
        m_f->run(typedWork(u"deal"_s, m_deal, WorkspaceFixture::edits(edit), m_f->origin()));
    QTEST(messageId(done), "id");
    QTEST(done.error().message.args.value(u"field"_s), "field");
    QVERIFY(done.error().reasons.empty() || messageId(done) == "value.money"_L1);
}

void TestTypedValue::mistakes_areAllNamed() {
    const auto done = m_f->run(
        typedWork(u"deal"_s, m_deal,
                  WorkspaceFixture::edits(u"amount=5|colour=red|account=Nobody"_s), m_f->origin()));
    QCOMPARE(messageId(done), u"field.several_wrong"_s);
    QCOMPARE(done.error().message.args.value(u"count"_s), u"3"_s);
    QStringList ids;
    for (const Message &reason : done.error().reasons)
        ids << reason.id;
    QCOMPARE(ids, (QStringList{u"value.money"_s, u"field.unknown"_s, u"link.unknown"_s}));
}

void TestTypedValue::mistakes_writeNothing() {
    const RecordId deal = m_f->create(u"deal"_s, u"name=Same|source=web"_s);
    const auto done = m_f->run(typedWork(
        u"deal"_s, deal, WorkspaceFixture::edits(u"source=fair|colour=red"_s), m_f->origin()));
    QVERIFY(!done.ok());
    QCOMPARE(m_f->text(u"deal"_s, deal, u"source"), u"web"_s);
    QCOMPARE(messageId(m_f->run(typedWork(u"dragon"_s, {}, {}, m_f->origin()))),
             u"catalog.unknown_entity"_s);
}

void TestTypedValue::edits_ofOneKey_theLastStands() {
    const RecordId deal = m_f->create(u"deal"_s, u"name=First|name=Last"_s);
    QCOMPARE(m_f->text(u"deal"_s, deal, u"name"), u"Last"_s);
}

void TestTypedValue::labels_nameWhatMoved() {
    const auto made = must(m_f->run(
        typedWork(u"deals"_s, {}, WorkspaceFixture::edits(u"name=Label"_s), m_f->origin())));
    QCOMPARE(m_f->label(made.set), u"created deal Label"_s);
    const RecordId deal = made.notice.moved.front().id;
    const qint64 set = m_f->edit(u"deal"_s, deal, u"source=web|name=Label|tags+=red|visits+=1"_s);
    QCOMPARE(m_f->label(set), u"changed Source, Tags, visits of Label"_s);
}

} // namespace dw::test

using dw::test::TestTypedValue;
DW_TEST(TestTypedValue)

#include "tst_typedvalue.moc"
