// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/leadintake.h"
#include "tests/core/services/imports/importfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// One inbox of leads for files and paste.
class TestLeadIntake : public QObject {
    Q_OBJECT

private slots:
    void LR01_samePayloadTwice_isOneLeadAndTwoTouchpoints_data();
    void LR01_samePayloadTwice_isOneLeadAndTwoTouchpoints();
    void lead_keepsSourceCampaignArrivalAndPayload();
    void lead_ofAnotherSystem_doesNotComeAgain();
    void lead_thatAPersonEdited_staysAsItIs();
    void pasted_isReadLineByLine();
    void pasted_withoutAnythingToCallIt_isRefused();
    void pasted_andFromAFile_areTheSame();
    void payload_isTheSameWhatever_data();
    void payload_isTheSameWhatever();
    void looksLikeOneLead_data();
    void looksLikeOneLead();

private:
    static Result<Committed> paste(ImportFixture &fixture, const QString &text) {
        return fixture.workspace().run(intakeWork(text, {.actor = fixture.actor()}));
    }
};

void TestLeadIntake::LR01_samePayloadTwice_isOneLeadAndTwoTouchpoints_data() {
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    const QByteArray header = "Name,Email,Campaign,arrived_at\n";
    QTest::newRow("one file") << header
                                     + "Ann,a@x.com,expo,2026-01-02T10:00:00Z\n"
                                       "Ann,a@x.com,expo,2026-01-03T10:00:00Z\n"
                              << QByteArray();
    QTest::newRow("two files") << header + "Ann,a@x.com,expo,2026-01-02T10:00:00Z\n"
                               << header + "Ann,a@x.com,expo,2026-01-03T10:00:00Z\n";
    QTest::newRow("the very same file")
        << QByteArray("Name,Email\nAnn,a@x.com\n") << QByteArray("Name,Email\nAnn,a@x.com\n");
    QTest::newRow("other case and order")
        << QByteArray("Name,Email\nAnn,a@x.com\n") << QByteArray("email,name\nA@X.com, ANN\n");
}

void TestLeadIntake::LR01_samePayloadTwice_isOneLeadAndTwoTouchpoints() {
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    ImportFixture fixture;
    QVERIFY(fixture.import(u"lead"_s, first).ok());
    if (!second.isEmpty())
        QVERIFY(fixture.import(u"lead"_s, second).ok());
    QCOMPARE(fixture.count(u"lead"_s), 1);
    QCOMPARE(fixture.count(u"touchpoint"_s), 2);
    const RecordId lead = fixture.rows(u"lead"_s).front().record.id();
    for (const Row &touch : fixture.rows(u"touchpoint"_s))
        QCOMPARE(fixture.value(u"touchpoint"_s, touch.record.id(), u"lead"), FieldValue(lead));
    QCOMPARE(fixture.damage(), QStringList());
}

void TestLeadIntake::lead_keepsSourceCampaignArrivalAndPayload() {
    ImportFixture fixture;
    const auto report = fixture.import(u"lead"_s, "name,company,source,campaign,arrived_at,Budget\n"
                                                  "Ann,Acme,Web form,Spring,2026-01-02 10:00,5 k\n"
                                                  "Bob,,,,,\n");
    QVERIFY(report.ok());
    QCOMPARE(
        report->created,
        (QMap<QString, qint64>{{u"lead"_s, 2}, {u"touchpoint"_s, 2}, {u"cross_reference"_s, 2}}));
    const RecordId ann = fixture.named(u"lead"_s, u"Ann"_s);
    const auto value = [&](RecordId id, QStringView field) {
        return fixture.value(u"lead"_s, id, field);
    };
    QCOMPARE(value(ann, u"source"), FieldValue(u"Web form"_s));
    QCOMPARE(value(ann, u"campaign"), FieldValue(u"Spring"_s));
    QCOMPARE(value(ann, u"arrived_at"), FieldValue(*Instant::fromIso(u"2026-01-02T10:00:00Z"_s)));
    QCOMPARE(value(ann, u"status"), FieldValue(u"new"_s));
    // What no field takes is in the payload.
    QCOMPARE(value(ann, u"raw_payload"),
             FieldValue(u"name: Ann\ncompany: Acme\nsource: Web form\ncampaign: Spring\n"
                        "Budget: 5 k"_s));
    const RecordId bob = fixture.named(u"lead"_s, u"Bob"_s);
    QCOMPARE(value(bob, u"source"), FieldValue(u"in.csv"_s));
    QCOMPARE(value(bob, u"arrived_at"), FieldValue(startInstant()));
    QCOMPARE(fixture.count(u"touchpoint"_s, u"kind = \"web\""_s), 1);
}

void TestLeadIntake::lead_ofAnotherSystem_doesNotComeAgain() {
    ImportFixture fixture;
    ImportMapping mapping;
    mapping.columns = {{.header = u"Id"_s, .use = ColumnUse::ExternalId},
                       {.header = u"Name"_s, .field = u"name"_s}};
    for (int i = 0; i < 2; ++i)
        QVERIFY(fixture.import(u"lead"_s, "Id,Name\n1,Ann\n2,Ann\n", mapping).ok());
    QCOMPARE(fixture.count(u"lead"_s), 2);
    QCOMPARE(fixture.count(u"touchpoint"_s), 2);
}

void TestLeadIntake::lead_thatAPersonEdited_staysAsItIs() {
    ImportFixture fixture;
    QVERIFY(fixture.import(u"lead"_s, "name\nAnn\n").ok());
    Record edit(u"lead"_s, fixture.named(u"lead"_s, u"Ann"_s));
    edit.set(fixture.workspace().catalog()->entity(u"lead")->byName(u"name"), u"Ann Lee"_s);
    QVERIFY(fixture.workspace().run(changeWork(edit, {}, {fixture.actor()})).ok());
    QVERIFY(fixture.import(u"lead"_s, "name\nAnn\n").ok());
    QCOMPARE(fixture.count(u"lead"_s), 1);
    QVERIFY(!fixture.named(u"lead"_s, u"Ann Lee"_s).isNull());
    QCOMPARE(fixture.count(u"touchpoint"_s), 2);
}

void TestLeadIntake::pasted_isReadLineByLine() {
    ImportFixture fixture;
    const auto first = paste(fixture, u"Name: Ann Lee\r\n公司：Acme\nE-mail: a@x.com\n"
                                      "See https://x.com/a\nBudget: 5 k\n"_s);
    QVERIFY(first.ok());
    QCOMPARE(first->notes.front().id, u"lead.came"_s);
    const RecordId lead = fixture.named(u"lead"_s, u"Ann Lee"_s);
    QVERIFY(!lead.isNull());
    QCOMPARE(fixture.value(u"lead"_s, lead, u"company"), FieldValue(u"Acme"_s));
    QCOMPARE(fixture.value(u"lead"_s, lead, u"email"), FieldValue(u"a@x.com"_s));
    QCOMPARE(fixture.value(u"lead"_s, lead, u"description"),
             FieldValue(u"See https://x.com/a\nBudget: 5 k"_s));
    const auto second = paste(fixture, u"Budget: 5 K\nname: ann lee\n公司: Acme\n"
                                       "E-mail: a@x.com\nsee https://x.com/a"_s);
    QVERIFY(second.ok());
    QCOMPARE(second->notes.front().id, u"lead.came_again"_s);
    QCOMPARE(fixture.count(u"lead"_s), 1);
    QCOMPARE(fixture.count(u"touchpoint"_s), 2);
    QCOMPARE(fixture.damage(), QStringList());
}

void TestLeadIntake::pasted_withoutAnythingToCallIt_isRefused() {
    ImportFixture fixture;
    for (const QString &text : {QString(), u"Budget: 5"_s, u"Name:"_s}) {
        const auto committed = paste(fixture, text);
        QVERIFY(!committed.ok());
        QCOMPARE(committed.error().message.id, u"lead.no_name"_s);
    }
    // A company is enough.
    QVERIFY(paste(fixture, u"Company: Acme"_s).ok());
    QVERIFY(!fixture.named(u"lead"_s, u"Acme"_s).isNull());
}

void TestLeadIntake::pasted_andFromAFile_areTheSame() {
    ImportFixture fixture;
    QVERIFY(paste(fixture, u"Name: Ann\nCompany: Acme"_s).ok());
    QVERIFY(fixture.import(u"lead"_s, "company,name\nAcme,Ann\n").ok());
    QCOMPARE(fixture.count(u"lead"_s), 1);
    QCOMPARE(fixture.count(u"touchpoint"_s), 2);
}

void TestLeadIntake::payload_isTheSameWhatever_data() {
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<bool>("same");
    QTest::newRow("order") << QStringList{u"Phone: 1"_s, u"Name: Ann"_s} << true;
    QTest::newRow("case, width and blanks")
        << QStringList{u" name:  ANN"_s, QString(), u"ＰＨＯＮＥ: 1"_s} << true;
    QTest::newRow("another value") << QStringList{u"Name: Ann"_s, u"Phone: 2"_s} << false;
    QTest::newRow("one line less") << QStringList{u"Name: Ann"_s} << false;
    QTest::newRow("one line twice")
        << QStringList{u"Name: Ann"_s, u"Phone: 1"_s, u"Phone: 1"_s} << false;
}

void TestLeadIntake::payload_isTheSameWhatever() {
    QFETCH(QStringList, lines);
    const Payload first = payloadOf({u"Name: Ann"_s, u"Phone: 1"_s});
    QCOMPARE(first.fingerprint.size(), 64);
    QTEST(payloadOf(lines).fingerprint == first.fingerprint, "same");
}

void TestLeadIntake::looksLikeOneLead_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("is");
    QTest::newRow("labels") << u"Name: Ann\nPhone: 1"_s << true;
    QTest::newRow("one label, one line") << u"Name: Ann\nWants a crane"_s << true;
    QTest::newRow("Chinese") << u"姓名：王伟\n电话：1380000"_s << true;
    QTest::newRow("a table") << u"Name,Note\nAnn,a: b\n"_s << false;
    QTest::newRow("pasted cells") << u"Name\tTime\nAnn\t10:30\n"_s << false;
    QTest::newRow("prose") << u"Dear all\nplease call back\nthanks"_s << false;
    QTest::newRow("an address") << u"http://x.com"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestLeadIntake::looksLikeOneLead() {
    QFETCH(QString, text);
    QTEST(dw::looksLikeOneLead(text), "is");
}

} // namespace dw::test

using dw::test::TestLeadIntake;
DW_TEST(TestLeadIntake)

#include "tst_leadintake.moc"
