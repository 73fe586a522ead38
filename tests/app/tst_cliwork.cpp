// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/files/workspacefiles.h"
#include "core/store/sqlite/sqlite.h"
#include "tests/app/cliprogram.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// Moving deals, taking back and doing again, history, custom fields, figures.
class TestCliWork : public QObject {
    Q_OBJECT

private slots:
    void init();
    void move_byNameShortIdAndUuid();
    void move_toWon_asksForWhatItNeeds();
    void move_backwards_needsAReason();
    void move_unknownStage_namesTheStages();
    void move_stageOfAnotherPipeline_isUnknown();
    void move_ambiguousStage_isRefused();
    void undo_takesBackTheLastSetOfThatPerson();
    void undo_ofANumber_tellsWhatStays();
    void undo_ofNothing_exitsOne();
    void redo_doesItAgain();
    void history_hasTheDocumentedForm();
    void history_ofAField_tellsOnlyThat();
    void field_add_makesAFieldEverywhere();
    void field_add_refusals_data();
    void field_add_refusals();
    void field_list_hasTheDocumentedForm();
    void stats_hasTheDocumentedForm();
    void check_ofASoundWorkspace_exitsZero();
    void check_ofDamage_exitsOne();
    void check_ofOrphans_listsAndExitsZero();

private:
    QString stageOf(const QString &deal) const;
    std::unique_ptr<CliProgram> m_cli;
};

namespace {

QStringList ids(const QJsonArray &messages) {
    QStringList all;
    for (const auto &message : messages)
        all << message.toObject().value("id"_L1).toString();
    return all;
}

} // namespace

void TestCliWork::init() {
    m_cli = std::make_unique<CliProgram>();
    QCOMPARE(m_cli
                 ->run({u"init"_s, u"--name"_s, u"Li Wanqing"_s, u"--zone"_s, u"Asia/Shanghai"_s,
                        u"--currency"_s, u"CNY"_s})
                 .code,
             0);
}

QString TestCliWork::stageOf(const QString &deal) const {
    return m_cli->json({u"show"_s, u"deal"_s, deal}).value("stage_label"_L1).toString();
}

void TestCliWork::move_byNameShortIdAndUuid() {
    const QString deal = m_cli->create({u"deal"_s, u"name=D"_s, u"amount=CNY 1"_s});
    QCOMPARE(stageOf(deal), u"Qualification"_s);
    const QJsonArray stages = m_cli->rows({u"list"_s, u"stages"_s});
    const auto stage = [&](const QString &name, QLatin1StringView member) {
        for (const auto &row : stages) {
            if (row.toObject().value("name"_L1).toString() == name)
                return row.toObject().value(member).toString();
        }
        return QString();
    };
    const QJsonObject moved = m_cli->json({u"move"_s, deal.toLower(), u"needs CONFIRMED"_s});
    QCOMPARE(moved.value("short_id"_L1).toString(), deal);
    QCOMPARE(moved.value("stage"_L1).toString(), stage(u"Needs confirmed"_s, "id"_L1));
    QCOMPARE(moved.value("stage_label"_L1).toString(), u"Needs confirmed"_s);
    QCOMPARE(stageOf(deal), u"Needs confirmed"_s);
    QCOMPARE(m_cli->run({u"move"_s, deal, stage(u"Negotiation"_s, "short_id"_L1)}).code, 0);
    QCOMPARE(stageOf(deal), u"Negotiation"_s);
    const QString id = m_cli->json({u"show"_s, u"deal"_s, deal}).value("id"_L1).toString();
    QCOMPARE(m_cli->run({u"move"_s, id, stage(u"Contract"_s, "id"_L1)}).code, 0);
    QCOMPARE(stageOf(deal), u"Contract"_s);
    QCOMPARE(m_cli->json({u"move"_s, deal, u"Contract"_s}).value("set"_L1).toInteger(-1), 0);
}

void TestCliWork::move_toWon_asksForWhatItNeeds() {
    const QString deal = m_cli->create({u"deal"_s, u"name=D"_s});
    const Answer refused = m_cli->run({u"--json"_s, u"move"_s, deal, u"Won"_s});
    QCOMPARE(refused.code, 1);
    QCOMPARE(refused.errorId(), u"write.refused"_s);
    QCOMPARE(refused.errorJson().value("kind"_L1).toString(), u"refused"_s);
    QCOMPARE(ids(refused.errorJson().value("reasons"_L1).toArray()),
             QStringList{u"gate.won_needs"_s});
    QCOMPARE(stageOf(deal), u"Qualification"_s);
    QCOMPARE(m_cli
                 ->run({u"move"_s, deal, u"Won"_s, u"amount=CNY 12.50"_s, u"closed_on=2026-03-01"_s,
                        u"--source"_s, u"call"_s})
                 .code,
             0);
    const QJsonObject shown = m_cli->json({u"show"_s, u"deal"_s, deal});
    QCOMPARE(shown.value("stage_label"_L1).toString(), u"Won"_s);
    QCOMPARE(shown.value("closed_on"_L1).toString(), u"2026-03-01"_s);
    const QString other = m_cli->create({u"deal"_s, u"name=E"_s, u"amount=CNY 1"_s});
    QCOMPARE(m_cli->run({u"--now"_s, u"2026-03-05T20:00:00Z"_s, u"move"_s, other, u"won"_s}).code,
             0);
    // Tomorrow already, where the workspace is.
    QCOMPARE(m_cli->json({u"show"_s, u"deal"_s, other}).value("closed_on"_L1).toString(),
             u"2026-03-06"_s);
    const QString lost = m_cli->create({u"deal"_s, u"name=F"_s});
    const Answer text = m_cli->run({u"move"_s, lost, u"Lost"_s});
    QCOMPARE(text.code, 1);
    QVERIFY2(text.err.contains(u"\n  - "_s), qPrintable(text.err));
    QCOMPARE(m_cli->run({u"move"_s, lost, u"Lost"_s, u"reason=price"_s}).code, 0);
}

void TestCliWork::move_backwards_needsAReason() {
    const QString deal =
        m_cli->create({u"deal"_s, u"name=D"_s, u"amount=CNY 1"_s, u"stage=Negotiation"_s});
    const Answer refused = m_cli->run({u"--json"_s, u"move"_s, deal, u"Qualification"_s});
    QCOMPARE(refused.code, 1);
    QCOMPARE(ids(refused.errorJson().value("reasons"_L1).toArray()),
             QStringList{u"gate.backward_needs_reason"_s});
    QCOMPARE(
        m_cli->run({u"move"_s, deal, u"Qualification"_s, u"--reason"_s, u"budget was cut"_s}).code,
        0);
    const QJsonObject entry = m_cli->json({u"history"_s, u"deal"_s, deal, u"stage"_s})
                                  .value("entries"_L1)
                                  .toArray()
                                  .last()
                                  .toObject();
    QCOMPARE(entry.value("reason"_L1).toObject().value("text"_L1).toString(), u"budget was cut"_s);
}

void TestCliWork::move_unknownStage_namesTheStages() {
    const QString deal = m_cli->create({u"deal"_s, u"name=D"_s});
    const Answer text = m_cli->run({u"move"_s, deal, u"Wonn"_s});
    QCOMPARE(text.code, 1);
    QVERIFY2(text.err.contains(u"“Wonn”"_s)
                 && text.err.contains(u"Qualification, Needs confirmed"_s)
                 && text.err.contains(u"Lost"_s),
             qPrintable(text.err));
    QCOMPARE(m_cli->run({u"--json"_s, u"move"_s, deal, u""_s}).errorId(), u"cli.stage_unknown"_s);
    QCOMPARE(m_cli->run({u"--json"_s, u"move"_s, u"D-NONE"_s, u"Won"_s}).errorId(),
             u"record.unknown"_s);
}

void TestCliWork::move_stageOfAnotherPipeline_isUnknown() {
    const QString deal = m_cli->create({u"deal"_s, u"name=D"_s});
    const QString pipeline =
        m_cli->create({u"pipeline"_s, u"name=Renewals"_s, u"position=2"_s, u"active=yes"_s});
    const QString stage = m_cli->create(
        {u"stage"_s, u"name=Due"_s, u"pipeline=Renewals"_s, u"position=1"_s, u"outcome=open"_s});
    QVERIFY(!pipeline.isEmpty() && !stage.isEmpty());
    for (const QString &typed : {stage, u"Due"_s})
        QCOMPARE(m_cli->run({u"--json"_s, u"move"_s, deal, typed}).errorId(),
                 u"cli.stage_unknown"_s);
    const QString renewal = m_cli->create({u"deal"_s, u"name=R"_s, u"pipeline=Renewals"_s});
    QCOMPARE(stageOf(renewal), u"Due"_s);
    QCOMPARE(m_cli->run({u"--json"_s, u"move"_s, renewal, u"Won"_s}).errorId(),
             u"cli.stage_unknown"_s);
}

void TestCliWork::move_ambiguousStage_isRefused() {
    const QString deal = m_cli->create({u"deal"_s, u"name=D"_s});
    const QString twin =
        m_cli->create({u"stage"_s, u"name=negotiation"_s, u"pipeline=Sales pipeline"_s,
                       u"position=4.5"_s, u"outcome=open"_s});
    QVERIFY(!twin.isEmpty());
    QCOMPARE(m_cli->run({u"--json"_s, u"move"_s, deal, u"Negotiation"_s}).errorId(),
             u"cli.stage_ambiguous"_s);
    QCOMPARE(m_cli->run({u"move"_s, deal, twin}).code, 0);
    QCOMPARE(stageOf(deal), u"negotiation"_s);
}

void TestCliWork::undo_takesBackTheLastSetOfThatPerson() {
    const QString other = m_cli->create({u"person"_s, u"name=Chen Yu"_s});
    const QString account = m_cli->create({u"account"_s, u"name=Acme"_s, u"sector=steel"_s});
    const qint64 mine = m_cli->json({u"set"_s, u"account"_s, account, u"sector=cars"_s})
                            .value("set"_L1)
                            .toInteger();
    QCOMPARE(
        m_cli->run({u"--as"_s, other, u"set"_s, u"account"_s, account, u"website=acme.cn"_s}).code,
        0);
    const QJsonObject undone = m_cli->json({u"undo"_s});
    QCOMPARE(undone.value("undone"_L1).toInteger(), mine);
    QVERIFY(undone.value("set"_L1).toInteger() > mine);
    QVERIFY(!undone.value("label"_L1).toObject().value("text"_L1).toString().isEmpty());
    const QJsonObject shown = m_cli->json({u"show"_s, u"account"_s, account});
    QCOMPARE(shown.value("sector"_L1).toString(), u"steel"_s);
    QCOMPARE(shown.value("website"_L1).toString(), u"acme.cn"_s);
    QCOMPARE(m_cli->run({u"--as"_s, other, u"undo"_s}).code, 0);
    QVERIFY(m_cli->json({u"show"_s, u"account"_s, account}).value("website"_L1).isNull());
}

void TestCliWork::undo_ofANumber_tellsWhatStays() {
    const QString account = m_cli->create({u"account"_s, u"name=Acme"_s, u"sector=steel"_s});
    const qint64 set =
        m_cli->json({u"set"_s, u"account"_s, account, u"sector=cars"_s, u"website=a.cn"_s})
            .value("set"_L1)
            .toInteger();
    QCOMPARE(m_cli->run({u"set"_s, u"account"_s, account, u"sector=trains"_s}).code, 0);
    const QJsonObject undone = m_cli->json({u"undo"_s, QString::number(set)});
    QCOMPARE(ids(undone.value("notes"_L1).toArray()), QStringList{u"undo.stays"_s});
    const QJsonObject shown = m_cli->json({u"show"_s, u"account"_s, account});
    QCOMPARE(shown.value("sector"_L1).toString(), u"trains"_s);
    QVERIFY(shown.value("website"_L1).isNull());
    QCOMPARE(m_cli->run({u"--json"_s, u"undo"_s, QString::number(set)}).code, 1);
    QCOMPARE(m_cli->run({u"--json"_s, u"undo"_s, u"4711"_s}).errorId(), u"undo.unknown_set"_s);
}

void TestCliWork::undo_ofNothing_exitsOne() {
    const QString other = m_cli->create({u"person"_s, u"name=Chen Yu"_s});
    QCOMPARE(m_cli->run({u"--json"_s, u"--as"_s, other, u"undo"_s}).errorId(),
             u"cli.nothing_to_undo"_s);
    QCOMPARE(m_cli->run({u"--json"_s, u"--as"_s, other, u"redo"_s}).errorId(),
             u"cli.nothing_to_redo"_s);
}

void TestCliWork::redo_doesItAgain() {
    const QString account = m_cli->create({u"account"_s, u"name=Acme"_s});
    QCOMPARE(m_cli->run({u"undo"_s}).code, 0);
    QVERIFY(m_cli->rows({u"list"_s, u"account"_s}).isEmpty());
    const Answer redone = m_cli->run({u"redo"_s});
    QCOMPARE(redone.code, 0);
    QVERIFY2(redone.out.startsWith(u"Redone: set "_s), qPrintable(redone.out));
    QCOMPARE(
        m_cli->rows({u"list"_s, u"account"_s}).at(0).toObject().value("short_id"_L1).toString(),
        account);
    QCOMPARE(m_cli->run({u"redo"_s}).code, 1);
}

void TestCliWork::history_hasTheDocumentedForm() {
    const QString account = m_cli->create({u"account"_s, u"name=Acme"_s});
    const QString deal = m_cli->create({u"deal"_s, u"name=D"_s, u"amount=CNY 5"_s});
    QCOMPARE(m_cli->run({u"set"_s, u"deal"_s, deal, u"account="_s + account, u"amount="_s}).code,
             0);
    const QJsonArray entries =
        m_cli->json({u"history"_s, u"deal"_s, deal}).value("entries"_L1).toArray();
    QCOMPARE(entries.size(), 2);
    const QJsonObject entry = entries.at(1).toObject();
    QCOMPARE(entry.keys(), (QStringList{u"actor"_s, u"actor_label"_s, u"at"_s, u"change"_s,
                                        u"created"_s, u"device"_s, u"fields"_s, u"reason"_s,
                                        u"recorded"_s, u"set"_s, u"source"_s, u"trusted"_s}));
    QCOMPARE(entries.at(0).toObject().value("created"_L1), QJsonValue(true));
    QCOMPARE(entry.value("created"_L1), QJsonValue(false));
    QMap<QString, QJsonObject> fields;
    for (const auto &field : entry.value("fields"_L1).toArray())
        fields.insert(field.toObject().value("field"_L1).toString(), field.toObject());
    QCOMPARE(
        fields.value(u"amount"_s),
        (QJsonObject{{u"field"_s, u"amount"_s},
                     {u"op"_s, u"set"_s},
                     {u"old"_s, QJsonObject{{u"amount"_s, u"5.00"_s}, {u"currency"_s, u"CNY"_s}}},
                     {u"new"_s, QJsonValue()}}));
    QCOMPARE(fields.value(u"account"_s).value("new_label"_L1).toString(), u"Acme"_s);
    QVERIFY(fields.value(u"account"_s).value("old"_L1).isNull());
}

void TestCliWork::history_ofAField_tellsOnlyThat() {
    const QString account = m_cli->create({u"account"_s, u"name=Acme"_s});
    QCOMPARE(m_cli->run({u"set"_s, u"account"_s, account, u"sector=steel"_s}).code, 0);
    QCOMPARE(m_cli->run({u"set"_s, u"account"_s, account, u"website=a.cn"_s}).code, 0);
    QCOMPARE(m_cli->run({u"delete"_s, u"account"_s, account}).code, 0);
    QCOMPARE(m_cli->json({u"history"_s, u"account"_s, account, u"website"_s})
                 .value("entries"_L1)
                 .toArray()
                 .last()
                 .toObject()
                 .value("fields"_L1)
                 .toArray()
                 .size(),
             1);
    const QString deleted = m_cli->run({u"history"_s, u"account"_s, account, u"deleted"_s}).out;
    QVERIFY2(deleted.contains(u"Deleted: "_s) && !deleted.contains(u"steel"_s),
             qPrintable(deleted));
    QCOMPARE(m_cli->run({u"--json"_s, u"history"_s, u"account"_s, account, u"nope"_s}).errorId(),
             u"cli.unknown_column"_s);
}

void TestCliWork::field_add_makesAFieldEverywhere() {
    const QJsonObject added =
        m_cli->json({u"field"_s, u"add"_s, u"deals"_s, u"risk"_s, u"choice"_s, u"--label-en"_s,
                     u"Risk"_s, u"--label-zh"_s, u"风险"_s, u"--choice"_s, u"low=Low/低"_s,
                     u"--choice"_s, u"high=High/高"_s});
    QCOMPARE(added.value("key"_L1).toString(), u"risk"_s);
    QCOMPARE(added.value("entity"_L1).toString(), u"deal"_s);
    QCOMPARE(added.value("custom"_L1), QJsonValue(true));
    QVERIFY(added.value("set"_L1).toInteger() > 0);
    const QString deal = m_cli->create({u"deal"_s, u"name=D"_s, u"risk=高"_s});
    QCOMPARE(m_cli->json({u"show"_s, u"deal"_s, deal}).value("risk"_L1).toString(), u"high"_s);
    QCOMPARE(m_cli
                 ->rows({u"list"_s, u"deal"_s, u"--where"_s, u"risk = \"high\""_s, u"--columns"_s,
                         u"risk"_s})
                 .size(),
             1);
    const QString text = m_cli
                             ->bare({u"--workspace"_s, m_cli->workspace(), u"--lang"_s, u"zh"_s,
                                     u"list"_s, u"deal"_s})
                             .out;
    QVERIFY2(text.contains(u"风险"_s) && text.contains(u"高"_s), qPrintable(text));
    QCOMPARE(m_cli->run({u"set"_s, u"deal"_s, deal, u"risk=low"_s}).code, 0);
    QVERIFY(
        m_cli->run({u"history"_s, u"deal"_s, deal, u"risk"_s}).out.contains(u"Risk: High → Low"_s));
    QCOMPARE(m_cli->run({u"--json"_s, u"set"_s, u"deal"_s, deal, u"risk=middling"_s}).errorId(),
             u"value.choice"_s);
    QCOMPARE(m_cli->run({u"check"_s}).code, 0);
}

void TestCliWork::field_add_refusals_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("id");
    QTest::newRow("key") << QStringList{u"deal"_s, u"9k"_s, u"text"_s} << u"catalog.bad_key"_s;
    QTest::newRow("reserved key") << QStringList{u"deal"_s, u"where"_s, u"text"_s}
                                  << u"catalog.bad_key"_s;
    QTest::newRow("no choices") << QStringList{u"deal"_s, u"k"_s, u"choice"_s}
                                << u"catalog.bad_field"_s;
    QTest::newRow("label of another field")
        << QStringList{u"deal"_s, u"k"_s, u"text"_s, u"--label-en"_s, u"AMOUNT"_s}
        << u"field.label_taken"_s;
    QTest::newRow("formula") << QStringList{u"deal"_s, u"k"_s, u"formula"_s, u"--formula"_s,
                                            u"amont * 2"_s}
                             << u"expr.unknown_field"_s;
}

void TestCliWork::field_add_refusals() {
    QFETCH(const QStringList, words);
    const Answer answer = m_cli->run(QStringList{u"--json"_s, u"field"_s, u"add"_s} + words);
    QCOMPARE(answer.code, 1);
    QTEST(answer.errorId(), "id");
    QCOMPARE(m_cli->run({u"check"_s}).code, 0);
}

void TestCliWork::field_list_hasTheDocumentedForm() {
    const QJsonArray fields =
        m_cli->json({u"field"_s, u"list"_s, u"deals"_s}).value("fields"_L1).toArray();
    QVERIFY(fields.size() > 15);
    const QJsonObject field = fields.at(0).toObject();
    QCOMPARE(field.keys(),
             (QStringList{u"choices"_s, u"custom"_s, u"entity"_s, u"formula"_s, u"formula_type"_s,
                          u"hidden"_s, u"key"_s, u"label_en"_s, u"label_zh"_s, u"max"_s,
                          u"max_length"_s, u"min"_s, u"name"_s, u"read_only"_s, u"required"_s,
                          u"target"_s, u"type"_s, u"unit"_s}));
    QCOMPARE(field.value("entity"_L1).toString(), u"deal"_s);
    QCOMPARE(field.value("required"_L1), QJsonValue(true));
    const QJsonArray all = m_cli->json({u"field"_s, u"list"_s}).value("fields"_L1).toArray();
    QVERIFY(all.size() > fields.size());
}

void TestCliWork::stats_hasTheDocumentedForm() {
    QVERIFY(!m_cli->create({u"deal"_s, u"name=A"_s, u"amount=CNY 5"_s}).isEmpty());
    QVERIFY(!m_cli->create({u"deal"_s, u"name=B"_s, u"amount=CNY 7.25"_s}).isEmpty());
    QVERIFY(!m_cli->create({u"deal"_s, u"name=C"_s, u"amount=USD 1"_s}).isEmpty());
    QVERIFY(!m_cli->create({u"deal"_s, u"name=D"_s}).isEmpty());
    const QJsonObject stats = m_cli->json({u"stats"_s});
    QCOMPARE(stats.keys(), (QStringList{u"rows"_s, u"stages"_s}));
    QCOMPARE(stats.value("rows"_L1).toObject().value("deal"_L1).toInteger(), 4);
    QCOMPARE(stats.value("rows"_L1).toObject().value("account"_L1).toInteger(-1), 0);
    const QJsonObject stage = stats.value("stages"_L1).toArray().at(0).toObject();
    QCOMPARE(stage.keys(), (QStringList{u"deals"_s, u"pipeline"_s, u"stage"_s, u"sums"_s}));
    QCOMPARE(stage.value("pipeline"_L1).toString(), u"Sales pipeline"_s);
    QCOMPARE(stage.value("deals"_L1).toInteger(), 4);
    QVERIFY(stage.value("sums"_L1).toArray().contains(
        QJsonObject{{u"amount"_s, u"12.25"_s}, {u"currency"_s, u"CNY"_s}}));
    QVERIFY(m_cli->run({u"stats"_s}).out.contains(u"¥12.25"_s));
}

void TestCliWork::check_ofASoundWorkspace_exitsZero() {
    QVERIFY(!m_cli->create({u"deal"_s, u"name=A"_s}).isEmpty());
    const QJsonObject report = m_cli->json({u"check"_s});
    QCOMPARE(report.keys(),
             (QStringList{u"changes"_s, u"damaged"_s, u"findings"_s, u"records"_s, u"sets"_s}));
    QCOMPARE(report.value("damaged"_L1), QJsonValue(false));
    QCOMPARE(report.value("findings"_L1).toArray(), QJsonArray());
    QVERIFY(report.value("records"_L1).toInteger() > 8);
    QVERIFY(report.value("sets"_L1).toInteger() >= 2);
    QVERIFY(m_cli->run({u"check"_s}).out.startsWith(u"No damage."_s));
}

void TestCliWork::check_ofDamage_exitsOne() {
    QVERIFY(!m_cli->create({u"account"_s, u"name=Acme"_s}).isEmpty());
    // Behind the door's back, so that no change record tells of it.
    auto connection =
        Connection::open(WorkspacePaths::of(m_cli->workspace()).database(), OpenMode::ReadWrite);
    QVERIFY(connection);
    QVERIFY((*connection)->exec(u"UPDATE account SET sector = 'forged'"_s));
    connection->reset();
    const Answer answer = m_cli->run({u"--json"_s, u"check"_s});
    QCOMPARE(answer.code, 1);
    QCOMPARE(answer.json().value("damaged"_L1), QJsonValue(true));
    const QJsonArray findings = answer.json().value("findings"_L1).toArray();
    QVERIFY(!findings.isEmpty());
    QVERIFY(!findings.at(0).toObject().value("text"_L1).toString().isEmpty());
    QCOMPARE(answer.errorId(), u"cli.check_damaged"_s);
    const Answer text = m_cli->run({u"check"_s});
    QVERIFY2(text.out.contains(u"DAMAGE: "_s), qPrintable(text.out));
    QVERIFY2(text.err.contains(u"damaged"_s), qPrintable(text.err));
}

void TestCliWork::check_ofOrphans_listsAndExitsZero() {
    QVERIFY(!m_cli->create({u"account"_s, u"name=Acme"_s}).isEmpty());
    QVERIFY(!m_cli->create({u"account"_s, u"name=ACME"_s}).isEmpty());
    m_cli->file(u"w/jobs/left.job"_s, "left");
    const QJsonObject report = m_cli->json({u"check"_s});
    QCOMPARE(report.value("damaged"_L1), QJsonValue(false));
    const QJsonArray findings = report.value("findings"_L1).toArray();
    QVERIFY2(findings.size() >= 2, qPrintable(ids(findings).join(u' ')));
    for (const auto &finding : findings)
        QCOMPARE(finding.toObject().value("damage"_L1), QJsonValue(false));
}

} // namespace dw::test

using dw::test::TestCliWork;
DW_TEST(TestCliWork)

#include "tst_cliwork.moc"
