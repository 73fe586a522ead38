// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/login.h"
#include "tests/app/cliprogram.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace dw::test {

/// Making, reading, changing and deleting records, and the JSON that docs/CLI.md promises.
class TestCliRecords : public QObject {
    Q_OBJECT

private slots:
    void init();
    void init_makesAWorkspaceOnce();
    void show_hasTheDocumentedForm();
    void show_asText_isReadableInBothLanguages();
    void list_hasTheDocumentedForm();
    void list_takesSingularAndPlural_data();
    void list_takesSingularAndPlural();
    void list_filtersSortsAndLimits();
    void list_sortsByWhatALinkIsCalled();
    void list_columns_takePathsAndFormulas();
    void list_asText_alignsAndEscapes();
    void list_unknownNames_exitOne_data();
    void list_unknownNames_exitOne();
    void set_changesClearsAndCounts();
    void set_withoutADifference_writesNothing();
    void set_members_goInAndOut();
    void set_refusals_nameEachField();
    void records_areNamedByUuidAndShortId();
    void delete_putsInTheBin_restoreBringsBack();
    void actor_isWhoSitsHere_orAs();
    void source_isKept();
    void now_isTheBusinessTime();

private:
    std::unique_ptr<CliProgram> m_cli;
};

namespace {

QStringList names(const QJsonArray &rows) {
    QStringList all;
    for (const auto &row : rows)
        all << row.toObject().value("name"_L1).toString();
    return all;
}

} // namespace

void TestCliRecords::init() {
    m_cli = std::make_unique<CliProgram>();
    QCOMPARE(m_cli
                 ->run({u"init"_s, u"--name"_s, u"李婉清"_s, u"--zone"_s, u"Asia/Shanghai"_s,
                        u"--currency"_s, u"CNY"_s})
                 .code,
             0);
}

void TestCliRecords::init_makesAWorkspaceOnce() {
    CliProgram cli;
    const QJsonObject made =
        cli.json({u"init"_s, u"--name"_s, u"Li Wanqing"_s, u"--zone"_s, u"Asia/Shanghai"_s});
    QCOMPARE(made.value("person_label"_L1).toString(), u"Li Wanqing"_s);
    QCOMPARE(made.value("zone"_L1).toString(), u"Asia/Shanghai"_s);
    QVERIFY(!QUuid::fromString(made.value("person"_L1).toString()).isNull());
    QVERIFY(!QUuid::fromString(made.value("device"_L1).toString()).isNull());
    const QJsonArray people = cli.rows({u"list"_s, u"people"_s});
    QCOMPARE(people.size(), 1);
    QCOMPARE(people.at(0).toObject().value("id"_L1), made.value("person"_L1));
    QCOMPARE(people.at(0).toObject().value("login"_L1).toString(), systemLogin().name);
    const Answer again = cli.run({u"--json"_s, u"init"_s});
    QCOMPARE(again.code, 1);
    QCOMPARE(again.errorId(), u"workspace.exists"_s);
    const Answer badZone = CliProgram().run({u"--json"_s, u"init"_s, u"--zone"_s, u"Mars/Base"_s});
    QCOMPARE(badZone.code, 1);
    QVERIFY(!badZone.errorId().isEmpty());
}

void TestCliRecords::show_hasTheDocumentedForm() {
    QVERIFY(!m_cli->create({u"account"_s, u"name=苏州同创汽配"_s}).isEmpty());
    const QString deal = m_cli->create({u"deal"_s, u"name=智能产线"_s, u"account=苏州同创汽配"_s,
                                        u"amount=CNY 500000"_s, u"expected_close=2026-09-30"_s,
                                        u"forecast_call=commit"_s});
    const QJsonObject shown = m_cli->json({u"show"_s, u"deal"_s, deal});
    QVERIFY(!QUuid::fromString(shown.value("id"_L1).toString()).isNull());
    QCOMPARE(shown.value("id"_L1).toString().size(), 36);
    QCOMPARE(shown.value("short_id"_L1).toString(), deal);
    QCOMPARE(shown.value("deleted"_L1), QJsonValue(false));
    QCOMPARE(shown.value("name"_L1).toString(), u"智能产线"_s);
    QVERIFY(!QUuid::fromString(shown.value("account"_L1).toString()).isNull());
    QCOMPARE(shown.value("account_label"_L1).toString(), u"苏州同创汽配"_s);
    QCOMPARE(shown.value("amount"_L1).toObject(),
             (QJsonObject{{u"amount"_s, u"500000.00"_s}, {u"currency"_s, u"CNY"_s}}));
    QCOMPARE(shown.value("expected_close"_L1).toString(), u"2026-09-30"_s);
    QCOMPARE(shown.value("forecast_call"_L1).toString(), u"commit"_s);
    QVERIFY(shown.value("created_at"_L1).toString().endsWith(u'Z'));
    for (const QString &empty :
         {u"partner"_s, u"partner_label"_s, u"closed_on"_s, u"reason"_s, u"tags"_s}) {
        QVERIFY2(shown.contains(empty), qPrintable(empty));
        QVERIFY2(shown.value(empty).isNull(), qPrintable(empty));
    }
    QVERIFY(shown.contains(u"stage_label"_s) && shown.contains(u"pipeline_label"_s)
            && shown.contains(u"owner_label"_s));
}

void TestCliRecords::show_asText_isReadableInBothLanguages() {
    const QString deal = m_cli->create({u"deal"_s, u"name=产线"_s, u"amount=CNY 1284000.50"_s});
    const Answer english = m_cli->run({u"show"_s, u"deal"_s, deal});
    QVERIFY2(english.out.contains(u"¥1,284,000.50"_s) && english.out.contains(u"Amount"_s),
             qPrintable(english.out));
    const Answer chinese = m_cli->bare(
        {u"--workspace"_s, m_cli->workspace(), u"--lang"_s, u"zh"_s, u"show"_s, u"deal"_s, deal});
    QVERIFY2(chinese.out.contains(u"¥1,284,000.50"_s) && chinese.out.contains(u"金额"_s),
             qPrintable(chinese.out));
    QCOMPARE(chinese.err, QString());
}

void TestCliRecords::list_hasTheDocumentedForm() {
    QVERIFY(!m_cli->create({u"account"_s, u"name=Acme"_s}).isEmpty());
    const QJsonObject list = m_cli->json({u"list"_s, u"accounts"_s});
    QCOMPARE(list.keys(), QStringList{u"rows"_s});
    const QJsonObject row = list.value("rows"_L1).toArray().at(0).toObject();
    const QJsonObject shown =
        m_cli->json({u"show"_s, u"account"_s, row.value("short_id"_L1).toString()});
    for (auto it = row.begin(); it != row.end(); ++it)
        QCOMPARE(shown.value(it.key()), it.value());
    QCOMPARE(row.size() + 1, shown.size());
    QCOMPARE(m_cli->json({u"list"_s, u"leads"_s}), (QJsonObject{{u"rows"_s, QJsonArray()}}));
}

void TestCliRecords::list_takesSingularAndPlural_data() {
    QTest::addColumn<QString>("entity");
    for (const char *entity :
         {"deal_line", "deal_lines", "deal-lines", "person", "people", "territories", "Deals"})
        QTest::newRow(entity) << QString::fromLatin1(entity);
}

void TestCliRecords::list_takesSingularAndPlural() {
    QFETCH(const QString, entity);
    QCOMPARE(m_cli->run({u"list"_s, entity}).code, 0);
}

void TestCliRecords::list_filtersSortsAndLimits() {
    for (const QString &row : {u"name=bravo amount=CNY 5"_s, u"name=安 amount=CNY 20"_s,
                               u"name=Alpha amount=CNY 20"_s, u"name=北京"_s}) {
        QStringList words{u"deal"_s, row.section(u" amount"_s, 0, 0)};
        if (row.contains(u"amount"_s))
            words << u"amount"_s + row.section(u" amount"_s, 1);
        QVERIFY2(!m_cli->create(words).isEmpty(), qPrintable(row));
    }
    QCOMPARE(names(m_cli->rows({u"list"_s, u"deal"_s, u"--sort"_s, u"name"_s})),
             (QStringList{u"安"_s, u"北京"_s, u"Alpha"_s, u"bravo"_s}));
    QCOMPARE(names(m_cli->rows({u"list"_s, u"deal"_s, u"--sort"_s, u"-amount,-name"_s})),
             (QStringList{u"Alpha"_s, u"安"_s, u"bravo"_s, u"北京"_s}));
    QCOMPARE(names(m_cli->rows(
                 {u"list"_s, u"deal"_s, u"--sort"_s, u"amount,name"_s, u"--limit"_s, u"2"_s})),
             (QStringList{u"bravo"_s, u"安"_s}));
    QCOMPARE(names(m_cli->rows({u"list"_s, u"deal"_s, u"--where"_s, u"amount >= CNY 20"_s,
                                u"--sort"_s, u"name"_s})),
             (QStringList{u"安"_s, u"Alpha"_s}));
    QCOMPARE(names(m_cli->rows({u"list"_s, u"deal"_s, u"--where"_s, u"amount is empty"_s})),
             (QStringList{u"北京"_s}));
}

void TestCliRecords::list_sortsByWhatALinkIsCalled() {
    QVERIFY(!m_cli->create({u"account"_s, u"name=Zulu"_s, u"sector=b"_s}).isEmpty());
    QVERIFY(!m_cli->create({u"account"_s, u"name=Alfa"_s, u"sector=c"_s}).isEmpty());
    QVERIFY(!m_cli->create({u"deal"_s, u"name=one"_s, u"account=Zulu"_s}).isEmpty());
    QVERIFY(!m_cli->create({u"deal"_s, u"name=two"_s, u"account=Alfa"_s}).isEmpty());
    QVERIFY(!m_cli->create({u"deal"_s, u"name=none"_s}).isEmpty());
    QCOMPARE(names(m_cli->rows({u"list"_s, u"deal"_s, u"--sort"_s, u"account"_s})),
             (QStringList{u"two"_s, u"one"_s, u"none"_s}));
    QCOMPARE(names(m_cli->rows({u"list"_s, u"deal"_s, u"--sort"_s, u"-account.sector"_s})),
             (QStringList{u"two"_s, u"one"_s, u"none"_s}));
    QCOMPARE(names(m_cli->rows(
                 {u"list"_s, u"deal"_s, u"--sort"_s, u"account.sector"_s, u"--limit"_s, u"2"_s})),
             (QStringList{u"one"_s, u"two"_s}));
}

void TestCliRecords::list_columns_takePathsAndFormulas() {
    QVERIFY(!m_cli->create({u"account"_s, u"name=Parent"_s}).isEmpty());
    QVERIFY(!m_cli->create({u"account"_s, u"name=Child"_s, u"parent=Parent"_s}).isEmpty());
    QVERIFY(
        !m_cli->create({u"deal"_s, u"name=D"_s, u"account=Child"_s, u"amount=CNY 7"_s}).isEmpty());
    QCOMPARE(m_cli
                 ->run({u"field"_s, u"add"_s, u"deal"_s, u"twice"_s, u"formula"_s, u"--formula"_s,
                        u"amount * 2"_s})
                 .code,
             0);
    const QJsonObject row =
        m_cli->rows({u"list"_s, u"deal"_s, u"--columns"_s, u"name, account.parent, twice,name"_s})
            .at(0)
            .toObject();
    QCOMPARE(row.keys(), (QStringList{u"account.parent"_s, u"account.parent_label"_s, u"id"_s,
                                      u"name"_s, u"short_id"_s, u"twice"_s}));
    QCOMPARE(row.value("account.parent_label"_L1).toString(), u"Parent"_s);
    QCOMPARE(row.value("twice"_L1).toObject().value("amount"_L1).toString(), u"14.00"_s);
    const QString text =
        m_cli->run({u"list"_s, u"deal"_s, u"--columns"_s, u"id,account.parent"_s}).out;
    QCOMPARE(text.section(u'\n', 0, 0).section(u"  "_s, -1), u"Account · Parent account"_s);
    QVERIFY(text.contains(row.value("id"_L1).toString()));
}

void TestCliRecords::list_asText_alignsAndEscapes() {
    QVERIFY(!m_cli->create({u"note"_s, u"title=A"_s, u"body=line one\nline two"_s}).isEmpty());
    QVERIFY(!m_cli->create({u"note"_s, u"title=备注一"_s, u"body=\u202egpj.exe"_s}).isEmpty());
    const Answer answer = m_cli->run(
        {u"list"_s, u"notes"_s, u"--columns"_s, u"title,body"_s, u"--sort"_s, u"title"_s});
    QCOMPARE(answer.out,
             u"Title   Text\nA       line one\\nline two\n备注一  \\u{202e}gpj.exe\n"_s);
}

void TestCliRecords::list_unknownNames_exitOne_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("id");
    QTest::newRow("column") << QStringList{u"deals"_s, u"--columns"_s, u"name,nope"_s}
                            << u"cli.unknown_column"_s;
    QTest::newRow("path") << QStringList{u"deals"_s, u"--columns"_s, u"account.nope"_s}
                          << u"cli.unknown_column"_s;
    QTest::newRow("path through a text")
        << QStringList{u"deals"_s, u"--columns"_s, u"name.name"_s} << u"cli.unknown_column"_s;
    QTest::newRow("sort") << QStringList{u"deals"_s, u"--sort"_s, u"-nope"_s}
                          << u"cli.unknown_column"_s;
    QTest::newRow("where") << QStringList{u"deals"_s, u"--where"_s, u"nope = 1"_s}
                           << u"expr.unknown_field"_s;
    QTest::newRow("no condition") << QStringList{u"deals"_s, u"--where"_s, u"amount"_s}
                                  << u"cli.no_condition"_s;
}

void TestCliRecords::list_unknownNames_exitOne() {
    QFETCH(const QStringList, words);
    const Answer answer = m_cli->run(QStringList{u"--json"_s, u"list"_s} + words);
    QCOMPARE(answer.code, 1);
    QCOMPARE(answer.out, QString());
    QTEST(answer.errorId(), "id");
}

void TestCliRecords::set_changesClearsAndCounts() {
    const QString deal = m_cli->create({u"deal"_s, u"name=D"_s, u"amount=CNY 500000"_s});
    const QJsonObject changed =
        m_cli->json({u"set"_s, u"deals"_s, deal.toLower(), u"amount=USD 12.50"_s,
                     u"expected_close=2026-12-31"_s});
    QCOMPARE(changed.value("short_id"_L1).toString(), deal);
    QVERIFY(changed.value("set"_L1).toInteger() > 0);
    QVERIFY(changed.value("warnings"_L1).isArray() && changed.value("notes"_L1).isArray());
    QJsonObject shown = m_cli->json({u"show"_s, u"deal"_s, deal});
    QCOMPARE(shown.value("amount"_L1).toObject(),
             (QJsonObject{{u"amount"_s, u"12.50"_s}, {u"currency"_s, u"USD"_s}}));
    const QJsonObject cleared = m_cli->json({u"set"_s, u"deal"_s, deal, u"amount="_s});
    QCOMPARE(cleared.value("warnings"_L1).toArray().at(0).toObject().value("id"_L1).toString(),
             u"gate.no_amount"_s);
    shown = m_cli->json({u"show"_s, u"deal"_s, deal});
    QVERIFY(shown.value("amount"_L1).isNull());
    QCOMPARE(shown.value("expected_close"_L1).toString(), u"2026-12-31"_s);
}

void TestCliRecords::set_withoutADifference_writesNothing() {
    const QString account = m_cli->create({u"account"_s, u"name=Acme"_s});
    QCOMPARE(m_cli->json({u"set"_s, u"account"_s, account, u"name=Acme"_s})
                 .value("set"_L1)
                 .toInteger(-1),
             0);
    QVERIFY(m_cli->run({u"set"_s, u"account"_s, account, u"name=Acme"_s})
                .out.contains(u"nothing was written"_s));
}

void TestCliRecords::set_members_goInAndOut() {
    for (const QString &name : {u"hot"_s, u"cold"_s, u"new"_s})
        QVERIFY(!m_cli->create({u"tag"_s, u"name="_s + name}).isEmpty());
    const QString account = m_cli->create({u"account"_s, u"name=Acme"_s, u"tags=hot,cold"_s});
    QCOMPARE(m_cli->run({u"set"_s, u"account"_s, account, u"tags+=new"_s, u"tags-=cold"_s}).code,
             0);
    const QJsonObject shown = m_cli->json({u"show"_s, u"account"_s, account});
    QCOMPARE(shown.value("tags"_L1).toArray().size(), 2);
    QStringList labels;
    for (const auto &label : shown.value("tags_label"_L1).toArray())
        labels << label.toString();
    labels.sort();
    QCOMPARE(labels, (QStringList{u"hot"_s, u"new"_s}));
    QCOMPARE(m_cli->run({u"set"_s, u"account"_s, account, u"tags="_s}).code, 0);
    QVERIFY(m_cli->json({u"show"_s, u"account"_s, account}).value("tags"_L1).isNull());
    const Answer noSet = m_cli->run({u"--json"_s, u"set"_s, u"account"_s, account, u"name+=x"_s});
    QCOMPARE(noSet.code, 1);
    QCOMPARE(noSet.errorJson().value("kind"_L1).toString(), u"invalid"_s);
}

void TestCliRecords::set_refusals_nameEachField() {
    const QString contact = m_cli->create({u"contact"_s, u"name=Zhou"_s});
    const Answer unknown = m_cli->run({u"--json"_s, u"set"_s, u"contact"_s, contact, u"nope=1"_s});
    QCOMPARE(unknown.code, 1);
    QCOMPARE(unknown.errorId(), u"field.unknown"_s);
    const Answer invalid = m_cli->run({u"--json"_s, u"set"_s, u"contact"_s, contact,
                                       u"email=not one"_s, u"phone=x"_s, u"name="_s});
    QCOMPARE(invalid.code, 1);
    QStringList ids;
    for (const auto &reason : invalid.errorJson().value("reasons"_L1).toArray())
        ids << reason.toObject().value("id"_L1).toString();
    ids.sort();
    QCOMPARE(ids, (QStringList{u"valid.email"_s, u"valid.phone"_s, u"valid.required"_s}));
    const Answer text =
        m_cli->run({u"set"_s, u"contact"_s, contact, u"email=not one"_s, u"phone=x"_s});
    QCOMPARE(text.err.count(u"\n  - "_s), 2);
    QCOMPARE(m_cli->json({u"show"_s, u"contact"_s, contact}).value("name"_L1).toString(),
             u"Zhou"_s);
}

void TestCliRecords::records_areNamedByUuidAndShortId() {
    const QString account = m_cli->create({u"account"_s, u"name=Acme"_s});
    const QString id = m_cli->json({u"show"_s, u"account"_s, account}).value("id"_L1).toString();
    for (const QString &typed : {account, account.toLower(), id, id.toUpper()})
        QCOMPARE(m_cli->json({u"show"_s, u"accounts"_s, typed}).value("id"_L1).toString(), id);
    for (const QString &typed :
         {u"Acme"_s, u""_s, u"A-"_s, u"%"_s, u"' OR 1=1 --"_s, QString(1000, u'A')})
        QCOMPARE(m_cli->run({u"show"_s, u"account"_s, typed}).code, 1);
    // The id of an account names no deal.
    QCOMPARE(m_cli->run({u"--json"_s, u"show"_s, u"deal"_s, id}).errorId(), u"record.unknown"_s);
}

void TestCliRecords::delete_putsInTheBin_restoreBringsBack() {
    const QString account = m_cli->create({u"account"_s, u"name=Acme"_s});
    QCOMPARE(m_cli->json({u"delete"_s, u"account"_s, account}).value("short_id"_L1).toString(),
             account);
    QVERIFY(m_cli->rows({u"list"_s, u"accounts"_s}).isEmpty());
    QCOMPARE(names(m_cli->rows({u"list"_s, u"accounts"_s, u"--bin"_s})), QStringList{u"Acme"_s});
    QCOMPARE(m_cli->json({u"show"_s, u"account"_s, account}).value("deleted"_L1), QJsonValue(true));
    QCOMPARE(m_cli->run({u"restore-record"_s, u"account"_s, account}).code, 0);
    QCOMPARE(names(m_cli->rows({u"list"_s, u"accounts"_s})), QStringList{u"Acme"_s});
    QVERIFY(m_cli->rows({u"list"_s, u"accounts"_s, u"--bin"_s}).isEmpty());
}

void TestCliRecords::actor_isWhoSitsHere_orAs() {
    const QString person = m_cli->create({u"person"_s, u"name=陈屿"_s, u"login=chen"_s});
    const QString account = m_cli->create({u"account"_s, u"name=Acme"_s});
    const auto lastActor = [&] {
        return m_cli->json({u"history"_s, u"account"_s, account})
            .value("entries"_L1)
            .toArray()
            .last()
            .toObject()
            .value("actor_label"_L1)
            .toString();
    };
    QCOMPARE(lastActor(), u"李婉清"_s);
    int turn = 0;
    for (const QString &as : {person, u"陈屿"_s, u"chen"_s}) {
        QCOMPARE(m_cli
                     ->run({u"--as"_s, as, u"set"_s, u"account"_s, account,
                            u"sector="_s + QString::number(++turn)})
                     .code,
                 0);
        QCOMPARE(lastActor(), u"陈屿"_s);
    }
    QCOMPARE(m_cli->run({u"set"_s, u"account"_s, account, u"sector=x"_s}).code, 0);
    QCOMPARE(lastActor(), u"李婉清"_s);

    const Answer nobody = m_cli->run(
        {u"--json"_s, u"--as"_s, u"nobody"_s, u"set"_s, u"account"_s, account, u"sector=y"_s});
    QCOMPARE(nobody.code, 1);
    QCOMPARE(nobody.errorId(), u"cli.unknown_person"_s);
    QVERIFY(!m_cli->create({u"person"_s, u"name=陈屿"_s}).isEmpty());
    QCOMPARE(m_cli->run({u"--json"_s, u"--as"_s, u"陈屿"_s, u"stats"_s}).errorId(),
             u"cli.ambiguous_person"_s);
    QCOMPARE(m_cli->run({u"delete"_s, u"person"_s, person}).code, 0);
    QCOMPARE(m_cli->run({u"--json"_s, u"--as"_s, person, u"stats"_s}).errorId(),
             u"cli.unknown_person"_s);
}

void TestCliRecords::source_isKept() {
    const QString account = m_cli->create({u"account"_s, u"name=Acme"_s});
    QCOMPARE(
        m_cli
            ->run({u"set"_s, u"account"_s, account, u"sector=steel"_s, u"--source"_s,
                   u"meeting minutes 2026-02-10, minute 12"_s, u"--reason"_s, u"they said so"_s})
            .code,
        0);
    const QJsonObject entry = m_cli->json({u"history"_s, u"account"_s, account, u"sector"_s})
                                  .value("entries"_L1)
                                  .toArray()
                                  .last()
                                  .toObject();
    QCOMPARE(entry.value("source"_L1).toString(), u"meeting minutes 2026-02-10, minute 12"_s);
    QCOMPARE(entry.value("reason"_L1).toObject().value("id"_L1).toString(), u"reason.text"_s);
    QCOMPARE(entry.value("reason"_L1).toObject().value("text"_L1).toString(), u"they said so"_s);
    const QString text = m_cli->run({u"history"_s, u"account"_s, account}).out;
    QVERIFY2(text.contains(u"source: meeting minutes 2026-02-10, minute 12"_s)
                 && text.contains(u"(empty) → steel"_s),
             qPrintable(text));
}

void TestCliRecords::now_isTheBusinessTime() {
    const QString at = u"2026-03-05T01:00:00Z"_s;
    const QJsonObject made =
        m_cli->json({u"--now"_s, at, u"create"_s, u"account"_s, u"name=Acme"_s});
    const QString account = made.value("short_id"_L1).toString();
    QCOMPARE(m_cli->json({u"show"_s, u"account"_s, account}).value("created_at"_L1).toString(), at);
    const QJsonObject entry = m_cli->json({u"history"_s, u"account"_s, account})
                                  .value("entries"_L1)
                                  .toArray()
                                  .at(0)
                                  .toObject();
    QCOMPARE(entry.value("at"_L1).toString(), at);
    QVERIFY(entry.value("recorded"_L1).toString() != at);
    QCOMPARE(entry.value("created"_L1), QJsonValue(true));
    // Expressions see it too.
    QCOMPARE(m_cli
                 ->rows({u"list"_s, u"account"_s, u"--now"_s, u"2026-03-06T00:00:00Z"_s,
                         u"--where"_s, u"created_at < now()"_s})
                 .size(),
             1);
    QCOMPARE(m_cli
                 ->rows({u"list"_s, u"account"_s, u"--now"_s, u"2026-03-05T00:00:00Z"_s,
                         u"--where"_s, u"created_at < now()"_s})
                 .size(),
             0);
}

} // namespace dw::test

using dw::test::TestCliRecords;
DW_TEST(TestCliRecords)

#include "tst_clirecords.moc"
