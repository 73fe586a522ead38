// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/argumentwords.h"
#include "tests/app/cliprogram.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

#ifdef Q_OS_UNIX
#    include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace dw::test {

/// What the program answers where a person was mistaken, and what it tells of formulas and fields.
class TestCliAnswers : public QObject {
    Q_OBJECT

private slots:
    void init();
    void words_thatAreNoUtf8_areRefused();
    void words_areReadByTheByte_data();
    void words_areReadByTheByte();
    void as_ofAnInactivePerson_isRefused();
    void as_ofTwoPeople_namesTheirIds();
    void link_ofTwoRows_namesTheirIds();
    void history_ofAFormula_tellsWhatItReads();
    void history_ofARedo_saysSo();
    void fieldList_describesFields();
    void labels_areTakenForKeys();
    void names_areTrimmed();
    void label_ofAnotherField_isRefused();
    void key_ofAnotherField_isNamed();
    void badAmount_isToldOnce();
    void invalidValue_isToldAsACommandLineWould();
    void unknownRecord_saysNothingOfChanges();
    void wrongOption_showsTheUsageOfItsVerb();
    void halfAVerb_showsTheUsageOfBoth();
    void list_withoutSort_goesByCreation();
    void stats_thatOverflow_saySo();
    void init_whereNothingMayBeWritten_saysSo();

private:
    std::unique_ptr<CliProgram> m_cli;
};

void TestCliAnswers::init() {
    m_cli = std::make_unique<CliProgram>();
    QCOMPARE(m_cli->run({u"init"_s, u"--name"_s, u"Li Wanqing"_s}).code, 0);
}

void TestCliAnswers::words_thatAreNoUtf8_areRefused() {
#ifdef Q_OS_UNIX
    QProcess process;
    process.start(u"/bin/sh"_s,
                  {u"-c"_s,
                   u"exec \"$0\" --json --workspace \"$1\" create account \"name=$(printf "
                   u"'A\\377B')\""_s,
                   CliProgram::binary(), m_cli->workspace()});
    const Answer answer = CliProgram::finish(process);
    QCOMPARE(answer.code, 2);
    QCOMPARE(answer.errorId(), u"cli.bad_utf8"_s);
    QVERIFY(m_cli->rows({u"list"_s, u"account"_s}).isEmpty());
#else
    QSKIP("the system's words are no bytes");
#endif
}

void TestCliAnswers::words_areReadByTheByte_data() {
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("right");
    QTest::newRow("ASCII") << QByteArray("name=A") << u"name=A"_s << true;
    QTest::newRow("Chinese") << QByteArray("苏州") << u"苏州"_s << true;
    QTest::newRow("beyond the first plane") << QByteArray("😀") << u"😀"_s << true;
    QTest::newRow("the mark itself") << QByteArray("\xEF\xBF\xBD") << u"\uFFFD"_s << true;
    QTest::newRow("lone byte") << QByteArray("a\xFF") << u"a\uFFFD"_s << false;
    QTest::newRow("GBK") << QByteArray("\xCB\xD5\xD6\xDD") << QString() << false;
    QTest::newRow("cut off") << QByteArray("\xE8\x8B") << QString() << false;
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << QString() << false;
}

void TestCliAnswers::words_areReadByTheByte() {
#ifdef Q_OS_UNIX
    QFETCH(const QByteArray, word);
    QFETCH(const QString, text);
    const char *argv[] = {"dealwright-cli", "ok", word.constData()};
    const ArgumentWords read = argumentWords(3, argv);
    QTEST(read.wrong.isEmpty(), "right");
    QCOMPARE(read.words.size(), 2);
    if (!text.isEmpty())
        QCOMPARE(read.words.at(1), text);
#else
    QSKIP("the system's words are no bytes");
#endif
}

void TestCliAnswers::as_ofAnInactivePerson_isRefused() {
    const QString gone = m_cli->create({u"person"_s, u"name=Gone"_s, u"active=no"_s});
    QVERIFY(!m_cli->create({u"person"_s, u"name=Here"_s}).isEmpty());
    for (const QString &typed : {gone, u"Gone"_s}) {
        const Answer answer =
            m_cli->run({u"--json"_s, u"--as"_s, typed, u"create"_s, u"account"_s, u"name=A"_s});
        QCOMPARE(answer.code, 1);
        QCOMPARE(answer.errorId(), u"cli.inactive_person"_s);
    }
    QCOMPARE(m_cli->run({u"--as"_s, u"Here"_s, u"create"_s, u"account"_s, u"name=A"_s}).code, 0);
}

void TestCliAnswers::as_ofTwoPeople_namesTheirIds() {
    const QString one = m_cli->create({u"person"_s, u"name=Twin"_s});
    const QString two = m_cli->create({u"person"_s, u"name=twin"_s});
    const Answer answer = m_cli->run({u"--as"_s, u"Twin"_s, u"stats"_s});
    QCOMPARE(answer.code, 1);
    QVERIFY2(answer.err.contains(one) && answer.err.contains(two), qPrintable(answer.err));
}

void TestCliAnswers::link_ofTwoRows_namesTheirIds() {
    QStringList ids;
    for (int i = 0; i < 6; ++i)
        ids << m_cli->create({u"account"_s, u"name=Twin"_s});
    const Answer answer = m_cli->run({u"create"_s, u"deal"_s, u"name=D"_s, u"account=Twin"_s});
    QCOMPARE(answer.code, 1);
    int named = 0;
    for (const QString &id : ids)
        named += answer.err.contains(id) ? 1 : 0;
    QCOMPARE(named, 5);
    QVERIFY(answer.err.contains(u"…"_s));
}

void TestCliAnswers::history_ofAFormula_tellsWhatItReads() {
    QCOMPARE(m_cli
                 ->run({u"field"_s, u"add"_s, u"deal"_s, u"twice"_s, u"formula"_s, u"--formula"_s,
                        u"amount * 2"_s, u"--label-en"_s, u"Twice"_s})
                 .code,
             0);
    QCOMPARE(
        m_cli
            ->run({u"field"_s, u"add"_s, u"deal"_s, u"big"_s, u"formula"_s, u"--formula"_s,
                   u"twice > CNY 5 and account.sector = \"steel\" and sum(deal_lines.quantity) > 1 "
                   u"and forecast_call is empty"_s})
            .code,
        0);
    QVERIFY(!m_cli->create({u"account"_s, u"name=Acme"_s, u"sector=steel"_s}).isEmpty());
    const QString deal =
        m_cli->create({u"deal"_s, u"name=D"_s, u"amount=CNY 1"_s, u"account=Acme"_s});
    QCOMPARE(
        m_cli->run({u"set"_s, u"deal"_s, deal, u"amount=CNY 9"_s, u"--source"_s, u"mail"_s}).code,
        0);
    const QJsonObject twice = m_cli->json({u"history"_s, u"deal"_s, deal, u"twice"_s});
    QCOMPARE(twice.value("formula"_L1).toString(), u"amount * 2"_s);
    QCOMPARE(twice.value("entries"_L1).toArray(), QJsonArray());
    const QJsonArray reads = twice.value("reads"_L1).toArray();
    QCOMPARE(reads.size(), 1);
    const QJsonObject amount = reads.at(0).toObject();
    QCOMPARE(amount.value("path"_L1).toString(), u"amount"_s);
    QCOMPARE(amount.value("last"_L1).toObject().value("source"_L1).toString(), u"mail"_s);
    QCOMPARE(amount.value("last"_L1).toObject().value("actor_label"_L1).toString(),
             u"Li Wanqing"_s);
    QStringList paths;
    for (const auto &read :
         m_cli->json({u"history"_s, u"deal"_s, deal, u"big"_s}).value("reads"_L1).toArray())
        paths << read.toObject().value("path"_L1).toString()
                     + (read.toObject().value("last"_L1).isNull() ? u" -"_s : QString());
    QCOMPARE(paths,
             (QStringList{u"amount"_s, u"account"_s, u"account.sector"_s, u"deal_lines.deal -"_s,
                          u"deal_lines.quantity -"_s, u"forecast_call -"_s}));
    const QString text = m_cli->run({u"history"_s, u"deal"_s, deal, u"twice"_s}).out;
    QVERIFY2(text.contains(u"amount * 2"_s) && text.contains(u"source: mail"_s), qPrintable(text));
}

void TestCliAnswers::history_ofARedo_saysSo() {
    const QString account = m_cli->create({u"account"_s, u"name=A"_s});
    QCOMPARE(m_cli->run({u"set"_s, u"account"_s, account, u"sector=steel"_s}).code, 0);
    QCOMPARE(m_cli->run({u"undo"_s}).code, 0);
    QCOMPARE(m_cli->run({u"redo"_s}).code, 0);
    const QJsonArray entries = m_cli->json({u"history"_s, u"account"_s, account, u"sector"_s})
                                   .value("entries"_L1)
                                   .toArray();
    const auto reason = [&](qsizetype i) {
        return entries.at(i).toObject().value("reason"_L1).toObject().value("id"_L1).toString();
    };
    QCOMPARE(entries.size(), 3);
    QCOMPARE(reason(1), u"undo.of"_s);
    QCOMPARE(reason(2), u"redo.of"_s);
}

void TestCliAnswers::fieldList_describesFields() {
    QCOMPARE(m_cli
                 ->run({u"field"_s, u"add"_s, u"deal"_s, u"share"_s, u"number"_s, u"--unit"_s,
                        u"%"_s, u"--min"_s, u"0"_s, u"--max"_s, u"100"_s})
                 .code,
             0);
    QCOMPARE(m_cli
                 ->run({u"field"_s, u"add"_s, u"deal"_s, u"rest"_s, u"formula"_s, u"--formula"_s,
                        u"100 - share"_s})
                 .code,
             0);
    QHash<QString, QJsonObject> fields;
    for (const auto &field :
         m_cli->json({u"field"_s, u"list"_s, u"deal"_s}).value("fields"_L1).toArray())
        fields.insert(field.toObject().value("key"_L1).toString(), field.toObject());
    QCOMPARE(fields.value(u"share"_s).value("min"_L1), QJsonValue(0));
    QCOMPARE(fields.value(u"share"_s).value("max"_L1), QJsonValue(100));
    QCOMPARE(fields.value(u"rest"_s).value("formula"_L1).toString(), u"100 - share"_s);
    QCOMPARE(fields.value(u"rest"_s).value("formula_type"_L1).toString(), u"number"_s);
    QCOMPARE(fields.value(u"name"_s).value("formula"_L1), QJsonValue(QJsonValue::Null));
    const QString text = m_cli->run({u"field"_s, u"list"_s, u"deal"_s}).out;
    for (const QString &part : {u"= 100 - share"_s, u"in %"_s, u"at least 0"_s, u"at most 100"_s,
                                u"points at account"_s, u"required"_s})
        QVERIFY2(text.contains(part), qPrintable(part));
}

void TestCliAnswers::labels_areTakenForKeys() {
    const QJsonArray stages = m_cli->rows({u"list"_s, u"stage"_s, u"--limit"_s, u"2"_s});
    const QString second = stages.at(1).toObject().value("name"_L1).toString();
    const QString id = m_cli->create(
        {u"deal"_s, u"Name=A"_s, u"expected close=2026-03-05"_s, u"阶段="_s + second});
    const QJsonObject deal = m_cli->json({u"show"_s, u"deal"_s, id});
    QCOMPARE(deal.value("expected_close"_L1).toString(), u"2026-03-05"_s);
    QCOMPARE(deal.value("stage_label"_L1).toString(), second);
    const QString account = m_cli->create({u"account"_s, u"名称=苏州"_s});
    QCOMPARE(m_cli->run({u"set"_s, u"account"_s, account, u"Sector=steel"_s}).code, 0);
    QCOMPARE(m_cli->rows({u"list"_s, u"account"_s, u"--where"_s, u"sector = \"steel\""_s}).size(),
             1);
    QCOMPARE(m_cli->run({u"create"_s, u"account"_s, u"name=A"_s, u"Name=B"_s}).code, 2);
}

void TestCliAnswers::names_areTrimmed() {
    QVERIFY(!m_cli->create({u"account"_s, u"name=  Acme Steel "_s}).isEmpty());
    const QJsonArray rows = m_cli->rows({u"list"_s, u"account"_s});
    QCOMPARE(rows.at(0).toObject().value("name"_L1).toString(), u"Acme Steel"_s);
    QCOMPARE(m_cli->run({u"--json"_s, u"create"_s, u"account"_s, u"name=  "_s}).errorId(),
             u"valid.failed"_s);
}

void TestCliAnswers::label_ofAnotherField_isRefused() {
    const auto add = [&](const QString &key, const QString &label) {
        return m_cli->run(
            {u"--json"_s, u"field"_s, u"add"_s, u"deal"_s, key, u"text"_s, u"--label-en"_s, label});
    };
    QCOMPARE(add(u"risk"_s, u"Risk"_s).code, 0);
    const Answer twice = add(u"danger"_s, u"RISK"_s);
    QCOMPARE(twice.code, 1);
    QCOMPARE(twice.errorId(), u"field.label_taken"_s);
    QVERIFY(twice.errorJson().value("text"_L1).toString().contains(u"risk"_s));
    // In another entity it is another field.
    QCOMPARE(m_cli
                 ->run({u"field"_s, u"add"_s, u"account"_s, u"risk"_s, u"text"_s, u"--label-en"_s,
                        u"Risk"_s})
                 .code,
             0);
}

void TestCliAnswers::key_ofAnotherField_isNamed() {
    QCOMPARE(m_cli
                 ->run({u"field"_s, u"add"_s, u"deal"_s, u"risk_level"_s, u"text"_s,
                        u"--label-en"_s, u"Danger"_s})
                 .code,
             0);
    const Answer again = m_cli->run({u"field"_s, u"add"_s, u"deal"_s, u"risk_level"_s, u"text"_s});
    QCOMPARE(again.code, 1);
    QVERIFY2(again.err.contains(u"“risk_level”"_s) && again.err.contains(u"“Danger”"_s),
             qPrintable(again.err));
}

void TestCliAnswers::badAmount_isToldOnce() {
    const Answer answer = m_cli->run({u"create"_s, u"deal"_s, u"name=A"_s, u"amount=5 million"_s});
    QCOMPARE(answer.code, 1);
    QCOMPARE(answer.err.count(u"is no amount"_s), 1);
    const Answer fine = m_cli->run({u"create"_s, u"deal"_s, u"name=A"_s, u"amount=CNY 1.234"_s});
    QVERIFY2(fine.err.contains(u"finer"_s), qPrintable(fine.err));
}

void TestCliAnswers::invalidValue_isToldAsACommandLineWould() {
    const Answer answer = m_cli->run({u"create"_s, u"contact"_s, u"name=A"_s, u"email=none"_s});
    QCOMPARE(answer.code, 1);
    QVERIFY2(!answer.err.contains(u"you typed"_s), qPrintable(answer.err));
}

void TestCliAnswers::unknownRecord_saysNothingOfChanges() {
    for (const QStringList &words :
         {QStringList{u"show"_s, u"deal"_s, u"D-7K9999"_s},
          QStringList{u"history"_s, u"deal"_s, u"D-7K9999"_s},
          QStringList{u"list"_s, u"deal"_s, u"--columns"_s, u"nope"_s}}) {
        const Answer answer = m_cli->run(words);
        QCOMPARE(answer.code, 1);
        QVERIFY2(!answer.err.contains(u"changed"_s), qPrintable(answer.err));
    }
}

void TestCliAnswers::wrongOption_showsTheUsageOfItsVerb() {
    for (const QStringList &words :
         {QStringList{u"list"_s, u"deal"_s, u"--filter"_s, u"x"_s},
          QStringList{u"--limit"_s, u"5"_s, u"list"_s, u"deal"_s, u"--filter"_s},
          QStringList{u"list"_s, u"deal"_s, u"--now"_s, u"soon"_s},
          QStringList{u"list"_s, u"deal"_s, u"--limit"_s}}) {
        const Answer answer = m_cli->run(words);
        QCOMPARE(answer.code, 2);
        QVERIFY2(answer.err.contains(u"DIR list ENTITY"_s), qPrintable(answer.err));
    }
}

void TestCliAnswers::halfAVerb_showsTheUsageOfBoth() {
    for (const QStringList &words : {QStringList{u"field"_s}, QStringList{u"field"_s, u"nope"_s}}) {
        const Answer answer = m_cli->run(words);
        QCOMPARE(answer.code, 2);
        QVERIFY2(answer.err.contains(u"field add ENTITY"_s)
                     && answer.err.contains(u"field list [ENTITY]"_s),
                 qPrintable(answer.err));
    }
}

void TestCliAnswers::list_withoutSort_goesByCreation() {
    QStringList made;
    for (int i = 0; i < 8; ++i)
        made << m_cli->create({u"account"_s, u"name=A"_s, u"--now"_s, u"2026-03-0%1"_s.arg(8 - i)});
    QStringList listed;
    for (const auto &row : m_cli->rows({u"list"_s, u"account"_s}))
        listed << row.toObject().value("short_id"_L1).toString();
    QCOMPARE(listed, made);
}

void TestCliAnswers::stats_thatOverflow_saySo() {
    for (const QString &name : {u"A"_s, u"B"_s})
        QVERIFY(!m_cli->create({u"deal"_s, u"name="_s + name, u"amount=CNY 90000000000000000"_s})
                     .isEmpty());
    const QJsonArray sums = m_cli->json({u"stats"_s})
                                .value("stages"_L1)
                                .toArray()
                                .at(0)
                                .toObject()
                                .value("sums"_L1)
                                .toArray();
    QCOMPARE(sums,
             (QJsonArray{QJsonObject{
                 {u"amount"_s, QJsonValue()}, {u"currency"_s, u"CNY"_s}, {u"overflow"_s, true}}}));
    QVERIFY(m_cli->run({u"stats"_s}).out.contains(u"CNY: too large to add"_s));
}

void TestCliAnswers::init_whereNothingMayBeWritten_saysSo() {
#ifdef Q_OS_LINUX
    const Answer answer =
        m_cli->bare({u"--json"_s, u"--workspace"_s, u"/proc/nowhere/w"_s, u"init"_s});
    QCOMPARE(answer.code, 1);
    QCOMPARE(answer.errorId(), u"workspace.readonly"_s);
    if (geteuid() != 0)
        return;
    CliProgram other;
    other.setUser(65534);
    const Answer denied =
        other.bare({u"--json"_s, u"--workspace"_s, m_cli->path(u"new"_s), u"init"_s});
    QCOMPARE(denied.code, 1);
    QVERIFY2(denied.errorId() != u"store.full"_s, qPrintable(denied.err));
#else
    QSKIP("there is no place here that is known to refuse");
#endif
}

} // namespace dw::test

using dw::test::TestCliAnswers;
DW_TEST(TestCliAnswers)

#include "tst_clianswers.moc"
