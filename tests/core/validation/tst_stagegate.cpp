// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/validation/stagegate.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

const QDate today(2026, 3, 9);

/// The rows around a deal, as plain values.
class PlainLookup final : public Lookup {
public:
    void add(const Record &row) { m_rows.push_back(row); }
    [[nodiscard]] const Record *record(const QString &entity, RecordId id) override {
        for (const Record &row : m_rows) {
            if (row.entity() == entity && row.id() == id)
                return &row;
        }
        return nullptr;
    }
    [[nodiscard]] std::vector<Record> related(const QString &, const QString &, RecordId) override {
        return {};
    }

private:
    std::vector<Record> m_rows;
};

RecordId idOf(const QString &name) { return {makeUuidV5(name)}; }

FieldValue typed(const FieldDesc &field, const QString &text) {
    switch (field.type) {
    case FieldType::Link:
        return idOf(text);
    case FieldType::Money:
        return Money(text.toLongLong(), *Currency::fromCode(u"CNY"_s));
    case FieldType::Date:
        return QDate::fromString(text, Qt::ISODate);
    default:
        return text;
    }
}

/// "stage=contract amount=100 reason=price" as a deal of the pipeline "sales".
Record dealOf(const QString &text) {
    const EntityDesc &deals = *Catalog::builtin()->entity(u"deal");
    Record deal(u"deal"_s, idOf(u"deal"_s));
    deal.set(deals.byKey(u"pipeline"), idOf(u"sales"_s));
    const QStringList parts = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const FieldHandle field = deals.byKey(part.section(u'=', 0, 0));
        deal.set(field, typed(deals.field(field), part.section(u'=', 1)));
    }
    return deal;
}

/// "gate.won_needs deal.amount", one a line.
QString said(const std::vector<Message> &messages) {
    QStringList lines;
    for (const Message &message : messages)
        lines << (message.id + u' ' + QStringList(message.args.values()).join(u' ')).trimmed();
    return lines.join(u'\n');
}

} // namespace

class TestStageGate : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void changes_data();
    void changes();
    void creations_data();
    void creations();
    void ways_data();
    void ways();
    void reasons_data();
    void reasons();
    void binAndOtherEntities_areNotJudged();
    void aStageInTheBin_isNoStageOfThePipeline();
    void missingForStage_asksForWhatIsNotThere_data();
    void missingForStage_asksForWhatIsNotThere();

private:
    Verdict judge(const Record *before, const Record &proposed, const Message &reason = {},
                  WriteWay way = WriteWay::Edit, std::optional<WriteAction> action = std::nullopt) {
        const GateCase c{.catalog = *Catalog::builtin(),
                         .action =
                             action.value_or(before ? WriteAction::Change : WriteAction::Create),
                         .way = way,
                         .before = before,
                         .proposed = proposed,
                         .groups = {},
                         .reason = reason,
                         .actor = {},
                         .at = Instant::fromUtc(today.startOfDay(Qt::UTC)),
                         .today = today,
                         .lookup = m_lookup};
        return stageGate(c);
    }
    void addStage(const QString &key, const QString &pipeline, double position,
                  const QString &outcome) {
        const EntityDesc &stages = *Catalog::builtin()->entity(u"stage");
        Record stage(u"stage"_s, idOf(key));
        stage.set(stages.byName(u"name"), key.toUpper());
        stage.set(stages.byName(u"pipeline"), idOf(pipeline));
        stage.set(stages.byName(u"position"), position);
        stage.set(stages.byName(u"outcome"), outcome);
        m_lookup.add(stage);
    }
    PlainLookup m_lookup;
    static constexpr auto noAmount = "gate.no_amount deal.amount";
};

void TestStageGate::initTestCase() {
    const EntityDesc &pipelines = *Catalog::builtin()->entity(u"pipeline");
    for (const QString &key : {u"sales"_s, u"renewal"_s}) {
        Record pipeline(u"pipeline"_s, idOf(key));
        pipeline.set(pipelines.byName(u"name"), key.toUpper());
        m_lookup.add(pipeline);
    }
    addStage(u"first"_s, u"sales"_s, 1, u"open"_s);
    addStage(u"second"_s, u"sales"_s, 2, u"open"_s);
    addStage(u"beside"_s, u"sales"_s, 2, u"open"_s);
    addStage(u"third"_s, u"sales"_s, 3, u"open"_s);
    addStage(u"won"_s, u"sales"_s, 0, u"won"_s);
    addStage(u"lost"_s, u"sales"_s, 9, u"lost"_s);
    addStage(u"due"_s, u"renewal"_s, 1, u"open"_s);
    addStage(u"renewed"_s, u"renewal"_s, 2, u"won"_s);
}

void TestStageGate::changes_data() {
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("refusals");
    QTest::addColumn<QString>("warnings");
    const auto row = [](const char *name, const char *before, const char *after,
                        const char *refusals = "", const char *warnings = "") {
        QTest::newRow(name) << QString::fromLatin1(before) << QString::fromLatin1(after)
                            << QString::fromLatin1(refusals) << QString::fromLatin1(warnings);
    };

    row("forward", "stage=first amount=5", "stage=second amount=5");
    row("forward without amount", "stage=first", "stage=second", "", noAmount);
    row("an amount of nothing is an amount", "stage=first amount=0", "stage=second amount=0");
    row("another field, amount missing as before", "stage=first", "stage=first source=web");
    row("amount cleared", "stage=first amount=5", "stage=first", "", noAmount);
    row("expected close alone", "stage=first amount=5",
        "stage=first amount=5 expected_close=2026-04-01");

    row("backward by one", "stage=second amount=5", "stage=first amount=5",
        "gate.backward_needs_reason SECOND FIRST");
    row("backward by two", "stage=third amount=5", "stage=first amount=5",
        "gate.backward_needs_reason THIRD FIRST");
    row("to the same position", "stage=second amount=5", "stage=beside amount=5");
    row("nowhere", "stage=second amount=5", "stage=second amount=5");

    row("won", "stage=third amount=5", "stage=won amount=5 closed_on=2026-03-09");
    row("won without amount", "stage=third", "stage=won closed_on=2026-03-09",
        "gate.won_needs deal.amount");
    row("won without date", "stage=third amount=5", "stage=won amount=5",
        "gate.won_needs deal.closed_on");
    row("won without both", "stage=third", "stage=won",
        "gate.won_needs deal.amount\ngate.won_needs deal.closed_on");
    row("won for nothing", "stage=third amount=0", "stage=won amount=0 closed_on=2026-03-09");
    row("won with its amount cleared", "stage=won amount=5 closed_on=2026-03-09",
        "stage=won closed_on=2026-03-09", "gate.won_needs deal.amount");
    row("won with its date cleared", "stage=won amount=5 closed_on=2026-03-09",
        "stage=won amount=5", "gate.won_needs deal.closed_on");
    row("won long ago without amount, mended in part", "stage=won",
        "stage=won closed_on=2026-03-09");
    row("won long ago without amount, renamed", "stage=won", "stage=won name=New");

    row("lost", "stage=first", "stage=lost reason=price closed_on=2026-03-09");
    row("lost without reason", "stage=first", "stage=lost closed_on=2026-03-09",
        "gate.lost_needs deal.reason");
    row("lost without date", "stage=first", "stage=lost reason=price",
        "gate.lost_needs deal.closed_on");
    row("lost without both", "stage=first", "stage=lost",
        "gate.lost_needs deal.reason\ngate.lost_needs deal.closed_on");
    row("lost with its reason cleared", "stage=lost reason=price closed_on=2026-03-09",
        "stage=lost closed_on=2026-03-09", "gate.lost_needs deal.reason");
    row("won, then lost after all", "stage=won amount=5 closed_on=2026-03-09",
        "stage=lost amount=5 reason=fraud closed_on=2026-03-09");
    row("lost, then won after all", "stage=lost amount=5 reason=x closed_on=2026-03-09",
        "stage=won amount=5 reason=x closed_on=2026-03-09");

    row("reopened", "stage=won amount=5 closed_on=2026-03-09", "stage=third amount=5",
        "gate.reopen_needs_reason WON THIRD");
    row("reopened from lost", "stage=lost reason=x closed_on=2026-03-09", "stage=third amount=5",
        "gate.reopen_needs_reason LOST THIRD");
    row("reopened with the date left in", "stage=won amount=5 closed_on=2026-03-09",
        "stage=third amount=5 closed_on=2026-03-09",
        "gate.open_has_close_date deal.closed_on\ngate.reopen_needs_reason WON THIRD");
    row("close date on an open deal", "stage=first amount=5",
        "stage=first amount=5 closed_on=2026-03-09", "gate.open_has_close_date deal.closed_on");
    row("close date that was there already", "stage=first amount=5 closed_on=2026-03-01",
        "stage=first amount=6 closed_on=2026-03-01");
    row("close date that was there already, moved", "stage=first amount=5 closed_on=2026-03-01",
        "stage=second amount=5 closed_on=2026-03-01", "gate.open_has_close_date deal.closed_on");

    row("stage of another pipeline", "stage=first amount=5", "stage=due amount=5",
        "gate.stage_of_other_pipeline SALES DUE");
    row("pipeline alone", "stage=first amount=5", "pipeline=renewal stage=first amount=5",
        "gate.stage_of_other_pipeline RENEWAL FIRST");
    row("pipeline and stage", "stage=third amount=5", "pipeline=renewal stage=due amount=5");
    row("reopened in another pipeline", "stage=won amount=5 closed_on=2026-03-09",
        "pipeline=renewal stage=due amount=5", "gate.reopen_needs_reason WON DUE");
    row("won in another pipeline", "stage=third", "pipeline=renewal stage=renewed",
        "gate.won_needs deal.amount\ngate.won_needs deal.closed_on");
    row("wrong already, another field", "stage=due amount=5", "stage=due amount=5 source=web");
}

void TestStageGate::changes() {
    QFETCH(QString, before);
    QFETCH(QString, after);
    const Record old = dealOf(before);
    const Verdict verdict = judge(&old, dealOf(after));
    QTEST(said(verdict.refusals), "refusals");
    QTEST(said(verdict.warnings), "warnings");
}

void TestStageGate::creations_data() {
    QTest::addColumn<QString>("deal");
    QTest::addColumn<QString>("refusals");
    QTest::addColumn<QString>("warnings");
    const auto row = [](const char *name, const char *deal, const char *refusals = "",
                        const char *warnings = "") {
        QTest::newRow(name) << QString::fromLatin1(deal) << QString::fromLatin1(refusals)
                            << QString::fromLatin1(warnings);
    };
    row("open", "stage=first amount=5");
    row("in a later stage", "stage=third amount=5");
    row("without amount", "stage=first", "", noAmount);
    row("with a close date", "stage=first amount=5 closed_on=2026-03-09",
        "gate.open_has_close_date deal.closed_on");
    row("won", "stage=won amount=5 closed_on=2026-03-09");
    row("won without anything", "stage=won",
        "gate.won_needs deal.amount\ngate.won_needs deal.closed_on");
    row("lost", "stage=lost reason=price closed_on=2026-03-09");
    row("lost without anything", "stage=lost",
        "gate.lost_needs deal.reason\ngate.lost_needs deal.closed_on");
    row("of another pipeline", "stage=due amount=5", "gate.stage_of_other_pipeline SALES DUE");
    row("without a stage", "amount=5");
}

void TestStageGate::creations() {
    QFETCH(QString, deal);
    const Verdict verdict = judge(nullptr, dealOf(deal));
    QTEST(said(verdict.refusals), "refusals");
    QTEST(said(verdict.warnings), "warnings");
}

void TestStageGate::ways_data() {
    QTest::addColumn<WriteWay>("way");
    QTest::addColumn<bool>("refused");
    QTest::newRow("edit") << WriteWay::Edit << true;
    QTest::newRow("rule") << WriteWay::Rule << true;
    QTest::newRow("undo") << WriteWay::Undo << true;
    QTest::newRow("import") << WriteWay::Import << false;
    QTest::newRow("history") << WriteWay::History << false;
}

void TestStageGate::ways() {
    QFETCH(WriteWay, way);
    QFETCH(bool, refused);
    const Record old = dealOf(u"stage=second"_s);
    const Verdict verdict = judge(&old, dealOf(u"stage=first"_s), {}, way);
    QCOMPARE(said(verdict.refusals),
             refused ? u"gate.backward_needs_reason SECOND FIRST"_s : QString());
    QCOMPARE(said(verdict.warnings),
             refused ? QString::fromLatin1(noAmount)
                     : u"gate.backward_needs_reason SECOND FIRST\ngate.no_amount deal.amount"_s);
}

void TestStageGate::reasons_data() {
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("enough");
    QTest::newRow("none") << QString() << QString() << false;
    QTest::newRow("empty") << u"reason.text"_s << QString() << false;
    QTest::newRow("blank") << u"reason.text"_s << u" \t"_s << false;
    QTest::newRow("text") << u"reason.text"_s << u"budget frozen"_s << true;
    QTest::newRow("undo") << u"undo.of"_s << QString() << true;
}

void TestStageGate::reasons() {
    QFETCH(QString, id);
    QFETCH(QString, text);
    QFETCH(bool, enough);
    const Message reason = id.isEmpty() ? Message() : Message{id, {{u"text"_s, text}}};
    const Record second = dealOf(u"stage=second amount=5"_s);
    const Record won = dealOf(u"stage=won amount=5 closed_on=2026-03-09"_s);
    const Record first = dealOf(u"stage=first amount=5"_s);
    QCOMPARE(judge(&second, first, reason).refusals.empty(), enough);
    QCOMPARE(judge(&won, first, reason).refusals.empty(), enough);
    // A reason for the move is not the reason for the loss.
    const Record lost = dealOf(u"stage=lost closed_on=2026-03-09"_s);
    QCOMPARE(said(judge(&first, lost, reason).refusals), u"gate.lost_needs deal.reason"_s);
}

void TestStageGate::binAndOtherEntities_areNotJudged() {
    const Record deal = dealOf(u"stage=won"_s);
    for (const WriteAction action : {WriteAction::Delete, WriteAction::Restore}) {
        const Verdict verdict = judge(&deal, deal, {}, WriteWay::Edit, action);
        QVERIFY(verdict.refusals.empty());
        QVERIFY(verdict.warnings.empty());
    }
    const Verdict verdict = judge(nullptr, Record(u"account"_s, idOf(u"account"_s)));
    QVERIFY(verdict.refusals.empty());
    QVERIFY(verdict.warnings.empty());
}

void TestStageGate::aStageInTheBin_isNoStageOfThePipeline() {
    const Record old = dealOf(u"stage=gone amount=5"_s);
    QCOMPARE(said(judge(nullptr, old).refusals),
             u"gate.stage_of_other_pipeline SALES "_s + idOf(u"gone"_s).text());
    // A deal that stands in it can leave, and can be edited.
    QCOMPARE(said(judge(&old, dealOf(u"stage=first amount=5"_s)).refusals), QString());
    QCOMPARE(said(judge(&old, dealOf(u"stage=gone amount=6"_s)).refusals), QString());
}

void TestStageGate::missingForStage_asksForWhatIsNotThere_data() {
    QTest::addColumn<QString>("stage");
    QTest::addColumn<QString>("deal");
    QTest::addColumn<QStringList>("missing");
    QTest::newRow("open") << u"second"_s << QString() << QStringList{};
    QTest::newRow("won, nothing there")
        << u"won"_s << QString() << QStringList{u"amount"_s, u"closed_on"_s};
    QTest::newRow("won, amount there") << u"won"_s << u"amount=5"_s << QStringList{u"closed_on"_s};
    QTest::newRow("won, all there")
        << u"won"_s << u"amount=5 closed_on=2026-03-09"_s << QStringList{};
    QTest::newRow("lost, nothing there")
        << u"lost"_s << u"amount=5"_s << QStringList{u"reason"_s, u"closed_on"_s};
    QTest::newRow("lost, all there")
        << u"lost"_s << u"reason=price closed_on=2026-03-09"_s << QStringList{};
}

void TestStageGate::missingForStage_asksForWhatIsNotThere() {
    QFETCH(QString, stage);
    QFETCH(QString, deal);
    const Record row = *m_lookup.record(u"stage"_s, idOf(stage));
    const auto missing =
        missingForStage(*Catalog::builtin(), dealOf(u"stage=first "_s + deal), row);
    QTEST(QStringList(missing.begin(), missing.end()), "missing");
}

} // namespace dw::test

using dw::test::TestStageGate;
DW_TEST(TestStageGate)

#include "tst_stagegate.moc"
