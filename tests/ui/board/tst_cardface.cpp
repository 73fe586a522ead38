// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/support/ui/fakeshell.h"
#include "ui/pages/board/cards/cardface.h"
#include "ui/pages/board/columns/columnhead.h"
#include "ui/shell/languages.h"

#include <QFontMetricsF>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

using namespace ui;

/// What a card and a column's head write stays in its room: nothing is cut, overlaps or falls
/// outside, whatever the deal holds, in both languages and at every width.
class TestCardFace : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_shell.reset(); }
    void card_data();
    void card();
    void card_saysTheStageWhereColumnsDoNot();
    void card_elidesOnlyWhatIsTooLong();
    void card_amountIsNotCutForTheRate();
    void head_data();
    void head();

private:
    struct Sample {
        const char *name;
        BoardCard card;
    };
    [[nodiscard]] static std::vector<Sample> samples();
    [[nodiscard]] CardScene scene(Outcome outcome, Language language) const;

    std::unique_ptr<FakeShell> m_shell;
    Languages m_languages;
};

void TestCardFace::initTestCase() { m_shell = std::make_unique<FakeShell>(); }

std::vector<TestCardFace::Sample> TestCardFace::samples() {
    BoardCard usual;
    usual.id = {makeUuidV5(u"usual"_s)};
    usual.name = u"Cold chain control"_s;
    usual.accountName = u"Harbour Works"_s;
    usual.account = {makeUuidV5(u"account"_s)};
    usual.owner = {makeUuidV5(u"owner"_s)};
    usual.ownerName = u"Li Wanqing"_s;
    usual.amount = Money(2'050'000'00, *Currency::fromCode(u"CNY"_s));
    usual.expectedClose = QDate(2026, 4, 1);
    usual.stageSince = Instant{1'772'000'000'000};
    usual.nextStep = u"Call about the offer"_s;
    usual.nextStepDue = QDate(2026, 3, 9);
    BoardCard empty;
    empty.id = {makeUuidV5(u"empty"_s)};
    BoardCard longLatin = usual;
    longLatin.name = u"Extension of the compressor monitoring, phase 2, all eleven sites of the "
                     "northern region"_s;
    longLatin.accountName = longLatin.name;
    longLatin.ownerName = u"Bartholomew Featherstonehaugh-Cholmondeley"_s;
    longLatin.nextStep = longLatin.name;
    longLatin.stageSince = Instant{1'400'000'000'000};
    BoardCard longChinese = usual;
    longChinese.name =
        u"长三角一体化示范区智能产线整体升级改造与能耗在线监测项目（二期）补充协议"_s;
    longChinese.accountName = u"苏州工业园区同创汽车零部件制造有限责任公司"_s;
    longChinese.ownerName = u"欧阳震华"_s;
    longChinese.nextStep = u"条款第二轮：付款节点与验收口径，与法务和周总逐条确认"_s;
    BoardCard oneWord = usual;
    oneWord.name = QString(120, u'W');
    oneWord.ownerName = QString(60, u'W');
    BoardCard huge = usual;
    huge.amount = Money(std::numeric_limits<qint64>::max(), *Currency::fromCode(u"CNY"_s));
    BoardCard negative = usual;
    negative.amount = Money(-987'654'321'00, *Currency::fromCode(u"USD"_s));
    BoardCard late = usual;
    late.expectedClose = QDate(2020, 1, 1);
    late.nextStepDue = QDate(2020, 1, 1);
    late.nextStep.clear();
    BoardCard lines = usual;
    lines.name = u"Two\nlines"_s;
    return {{"usual", usual},          {"empty", empty},
            {"long Latin", longLatin}, {"long Chinese", longChinese},
            {"one word", oneWord},     {"huge", huge},
            {"negative", negative},    {"late", late},
            {"lines", lines}};
}

CardScene TestCardFace::scene(Outcome outcome, Language language) const {
    CardScene scene;
    scene.stage.id = {makeUuidV5(u"stage"_s)};
    scene.stage.name = u"Solution validated and confirmed in writing"_s;
    scene.stage.winProbability = outcome == Outcome::Won    ? 100.0
                                 : outcome == Outcome::Lost ? 0.0
                                                            : 70.0;
    scene.stage.outcome = outcome;
    scene.time = m_shell->workspace().readTime();
    scene.today = m_shell->workspace().today();
    scene.language = language;
    return scene;
}

void TestCardFace::card_data() {
    QTest::addColumn<BoardCard>("card");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<int>("language");
    for (const auto language : {Language::English, Language::Chinese}) {
        for (const Outcome outcome : {Outcome::Open, Outcome::Won, Outcome::Lost}) {
            for (const Sample &sample : samples())
                QTest::addRow("%s, %d, %s", sample.name, int(outcome),
                              language == Language::English ? "en" : "zh")
                    << sample.card << int(outcome) << int(language);
        }
    }
}

void TestCardFace::card() {
    QFETCH(const BoardCard, card);
    QFETCH(const int, outcome);
    QFETCH(const int, language);
    m_languages.use(Language(language));
    for (const auto grouping : {BoardGrouping::Stage, BoardGrouping::Owner}) {
        CardScene scene = this->scene(Outcome(outcome), Language(language));
        scene.grouping = grouping;
        for (int width = 128; width <= 360; width += 29) {
            const CardFace face = faceOf(card, scene, m_shell->theme(), width);
            const QRectF inside(0, 0, width, cardsize::height);
            std::vector<QRectF> taken;
            for (const CardFace::Text &text : face.texts) {
                const auto what = u"%1 at %2"_s.arg(text.text).arg(width);
                QVERIFY2(inside.contains(text.box), qPrintable(what));
                const QFontMetricsF metrics(text.font);
                QVERIFY2(metrics.horizontalAdvance(text.text) <= text.box.width() + 0.5,
                         qPrintable(what));
                QVERIFY2(metrics.tightBoundingRect(text.text).height() <= text.box.height(),
                         qPrintable(what));
                QVERIFY(!text.text.contains(u'\n'));
                for (const QRectF &other : taken)
                    QVERIFY2(!other.intersects(text.box), qPrintable(what));
                taken.push_back(text.box);
            }
            for (const CardFace::Icon &icon : face.icons)
                QVERIFY(inside.contains(icon.box));
            QVERIFY(face.pill.isNull() || inside.contains(face.pill));
            QVERIFY(face.avatar.isNull() || inside.contains(face.avatar));
            QVERIFY(inside.contains(face.corner));
            // The glyph of a warning has its place to itself.
            if (face.warns)
                QVERIFY(!face.corner.adjusted(2, 0, 0, 0).intersects(face.texts.front().box)
                        || card.name.isEmpty());
        }
    }
    m_languages.use(Language::English);
}

void TestCardFace::card_saysTheStageWhereColumnsDoNot() {
    const BoardCard card = samples().front().card;
    CardScene scene = this->scene(Outcome::Open, Language::English);
    scene.grouping = BoardGrouping::Owner;
    const CardFace face = faceOf(card, scene, m_shell->theme(), 360);
    QStringList all;
    for (const CardFace::Text &text : face.texts)
        all << text.text;
    QVERIFY2(all.join(u'|').contains(u"Solution validated"_s), qPrintable(all.join(u'|')));
}

void TestCardFace::card_elidesOnlyWhatIsTooLong() {
    const CardScene scene = this->scene(Outcome::Open, Language::English);
    for (const CardFace::Text &text :
         faceOf(samples().front().card, scene, m_shell->theme(), 300).texts)
        QVERIFY2(!text.elided, qPrintable(text.text));
    bool elided = false;
    for (const CardFace::Text &text : faceOf(samples()[2].card, scene, m_shell->theme(), 160).texts)
        elided = elided || text.elided;
    QVERIFY(elided);
}

/// Where both do not fit the figure stays whole.
void TestCardFace::card_amountIsNotCutForTheRate() {
    BoardCard card = samples().front().card;
    card.amount = Money(112'000'00, *Currency::fromCode(u"CNY"_s));
    const CardScene scene = this->scene(Outcome::Won, Language::Chinese);
    for (int width = 110; width < 260; ++width) {
        const CardFace face = faceOf(card, scene, m_shell->theme(), width);
        for (const CardFace::Text &text : face.texts) {
            if (text.text.startsWith(u'¥'))
                QVERIFY2(!text.elided, qPrintable(QString::number(width)));
        }
        QVERIFY(width < 200 || !face.pill.isNull());
    }
}

void TestCardFace::head_data() {
    QTest::addColumn<int>("language");
    QTest::addColumn<int>("outcome");
    for (const auto language : {Language::English, Language::Chinese}) {
        for (const Outcome outcome : {Outcome::Open, Outcome::Won, Outcome::Lost})
            QTest::addRow("%d %d", int(language), int(outcome)) << int(language) << int(outcome);
    }
}

void TestCardFace::head() {
    QFETCH(const int, language);
    QFETCH(const int, outcome);
    m_languages.use(Language(language));
    m_shell->setLanguage(Language(language));
    for (const QString &name : {u"Contract"_s, u"Solution validated by the customer in writing"_s,
                                u"方案验证与客户书面确认阶段（含法务意见）"_s}) {
        BoardGroup group;
        group.name = name;
        group.outcome = Outcome(outcome);
        group.winProbability = 70;
        ColumnHead head(group, *m_shell, nullptr);
        ColumnTotals totals;
        totals.count = 14'488;
        for (const char16_t *code : {u"CNY", u"USD", u"EUR"}) {
            const Currency currency = *Currency::fromCode(QString::fromUtf16(code));
            totals.sums.push_back(
                {Money(123'456'789'012'00, currency), Money(98'765'432'100'00, currency)});
        }
        head.show(totals);
        head.setConversion({1234, 1000}, true);
        head.setVisible(true);
        for (int width = 128; width <= 360; width += 29) {
            head.resize(width, head.sizeHint().height());
            std::vector<QRectF> taken;
            for (const ColumnHead::Line &line : head.lines()) {
                const auto what = u"%1 at %2"_s.arg(line.text).arg(width);
                QVERIFY2(QRectF(head.rect()).contains(line.box), qPrintable(what));
                QVERIFY2(QFontMetricsF(line.font).horizontalAdvance(line.text)
                             <= line.box.width() + 0.5,
                         qPrintable(what));
                for (const QRectF &other : taken)
                    QVERIFY2(!other.intersects(line.box), qPrintable(what));
                taken.push_back(line.box);
            }
            for (QWidget *button : head.findChildren<QWidget *>()) {
                if (!button->isVisibleTo(&head))
                    continue;
                QVERIFY(head.rect().contains(button->geometry()));
                for (const QRectF &box : taken)
                    QVERIFY(!box.intersects(button->geometry()));
            }
        }
    }
    m_shell->setLanguage(Language::English);
    m_languages.use(Language::English);
}

} // namespace dw::test

using dw::test::TestCardFace;
DW_TEST(TestCardFace)

#include "tst_cardface.moc"
