// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/support/ui/boardfixture.h"
#include "ui/dialogs/closedealdialog.h"
#include "ui/dialogs/reasondialog.h"
#include "ui/forms/fieldeditor.h"
#include "ui/models/cardmarks.h"
#include "ui/models/columnmodel.h"
#include "ui/pages/board/boardview.h"
#include "ui/pages/board/cards/carddrag.h"
#include "ui/pages/board/columns/boardcolumn.h"
#include "ui/pages/board/columns/columnview.h"
#include "ui/pages/board/columns/refusalnote.h"
#include "ui/pages/board/panel/dealfield.h"
#include "ui/pages/board/panel/dealpanel.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace dw::test {

using namespace ui;

/// Moves that ask, and moves that are refused: all of it where it happened.
class TestBoardClosing : public QObject {
    Q_OBJECT

private slots:
    void init() { m_f = std::make_unique<BoardFixture>(); }
    void cleanup() { m_f.reset(); }
    void won_asksForAllFour_andWritesThemAtOnce();
    void won_turnedAway_cardGoesBack();
    void lost_needsAReason();
    void severalWon_keepTheirAmounts();
    void severalWon_oneWithoutAmount_isToldInPlace();
    void back_asksForAReason_byDrag();
    void reopened_asksWhy_andUndoClosesItAgain();
    void noRight_saysSoBeforeTheDropAndAfter();
    void refusal_closesByItsButton();
    void refusal_helpOpensTheField();

private:
    void forbidStages();
    void answerClosing(const QHash<QString, FieldValue> &values);
    [[nodiscard]] RefusalNote *note(int column) const { return m_f->column(column).note(); }

    std::unique_ptr<BoardFixture> m_f;
};

constexpr int contract = 4, won = 5, lost = 6;

void TestBoardClosing::forbidStages() {
    const QJsonArray rules{
        QJsonObject{{u"entity"_s, u"deal"_s}, {u"group"_s, u"stage"_s}, {u"allow"_s, false}}};
    m_f->shell().must(
        settingWork(u"access.rules"_s, SettingScope::Team, rules, m_f->shell().origin()));
}

void TestBoardClosing::answerClosing(const QHash<QString, FieldValue> &values) {
    auto *dialog = m_f->page().findChild<CloseDealDialog *>();
    QVERIFY(dialog);
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        auto *editor = dialog->findChild<FieldEditor *>(it.key());
        QVERIFY2(editor, qPrintable(it.key()));
        editor->setValue(it.value());
    }
    dialog->findChild<QPushButton *>(u"confirm"_s)->click();
    m_f->settle();
}

void TestBoardClosing::won_asksForAllFour_andWritesThemAtOnce() {
    const RecordId rival =
        m_f->shell()
            .must(typedWork(u"account"_s, {}, {{u"name"_s, {}, u"Rival"_s}}, m_f->shell().origin()))
            .notice.moved.front()
            .id;
    const RecordId deal = m_f->deal(u"Contract"_s, u"One"_s, u"CNY 100"_s);
    m_f->open();
    m_f->drag(contract, 0, won, 0);
    QCOMPARE(m_f->stageOf(deal), u"Contract"_s);
    answerClosing({{u"field:closed_on"_s, QDate(2026, 3, 4)},
                   {u"field:amount"_s, Money(90'00, *Currency::fromCode(u"CNY"_s))},
                   {u"field:reason"_s, u"better plan"_s},
                   {u"competitor"_s, rival}});
    QCOMPARE(m_f->stageOf(deal), u"Won"_s);
    QCOMPARE(m_f->value(deal, u"closed_on").as<QDate>(), QDate(2026, 3, 4));
    QCOMPARE(m_f->value(deal, u"amount").as<Money>().toDecimal(), u"90.00"_s);
    QCOMPARE(m_f->value(deal, u"reason").as<QString>(), u"better plan"_s);
    QCOMPARE(m_f->workspace().reader().related(u"deal_competitor"_s, u"deal"_s, deal).size(),
             size_t(1));
    QCOMPARE(m_f->names(won), QStringList{u"One"_s});
    m_f->undo();
    QCOMPARE(m_f->stageOf(deal), u"Contract"_s);
    QCOMPARE(m_f->value(deal, u"amount").as<Money>().toDecimal(), u"100.00"_s);
    QVERIFY(m_f->workspace().reader().related(u"deal_competitor"_s, u"deal"_s, deal).empty());
    QCOMPARE(m_f->names(contract), QStringList{u"One"_s});
}

void TestBoardClosing::won_turnedAway_cardGoesBack() {
    const RecordId deal = m_f->deal(u"Contract"_s, u"One"_s, u"CNY 100"_s);
    m_f->open();
    m_f->drag(contract, 0, won, 0);
    m_f->page().findChild<CloseDealDialog *>()->reject();
    m_f->settle();
    QCOMPARE(m_f->stageOf(deal), u"Contract"_s);
    QCOMPARE(m_f->names(contract), QStringList{u"One"_s});
    QVERIFY(m_f->shell().messages.isEmpty());
}

void TestBoardClosing::lost_needsAReason() {
    const RecordId deal = m_f->deal(u"Contract"_s, u"One"_s, u"CNY 100"_s);
    m_f->open();
    m_f->drag(contract, 0, lost, 0);
    answerClosing({});
    QCOMPARE(m_f->stageOf(deal), u"Contract"_s);
    answerClosing({{u"field:reason"_s, u"price"_s}});
    QCOMPARE(m_f->stageOf(deal), u"Lost"_s);
    QCOMPARE(m_f->value(deal, u"reason").as<QString>(), u"price"_s);
}

void TestBoardClosing::severalWon_keepTheirAmounts() {
    const RecordId one = m_f->deal(u"Contract"_s, u"One"_s, u"CNY 100"_s);
    const RecordId two = m_f->deal(u"Contract"_s, u"Two"_s, u"CNY 200"_s);
    m_f->open();
    m_f->select(contract, 0);
    m_f->key(contract, Qt::Key_A, Qt::ControlModifier);
    m_f->drag(contract, 0, won, 0);
    answerClosing({});
    QCOMPARE(m_f->names(won).size(), 2);
    QCOMPARE(m_f->value(one, u"amount").as<Money>().toDecimal(), u"100.00"_s);
    QCOMPARE(m_f->value(two, u"amount").as<Money>().toDecimal(), u"200.00"_s);
    m_f->undo();
    QCOMPARE(m_f->names(contract).size(), 2);
}

void TestBoardClosing::severalWon_oneWithoutAmount_isToldInPlace() {
    m_f->deal(u"Contract"_s, u"Rich"_s, u"CNY 100"_s);
    const RecordId poor = m_f->deal(u"Contract"_s, u"Poor"_s);
    m_f->open();
    m_f->select(contract, 0);
    m_f->key(contract, Qt::Key_A, Qt::ControlModifier);
    m_f->drag(contract, 0, won, 0);
    QVERIFY(note(won));
    QVERIFY2(note(won)->text().contains(u"Poor"_s), qPrintable(note(won)->text()));
    QVERIFY(m_f->board().marks().isRefused(poor));
    // The other goes on.
    answerClosing({});
    QCOMPARE(m_f->names(won), QStringList{u"Rich"_s});
    QCOMPARE(m_f->names(contract), QStringList{u"Poor"_s});
}

void TestBoardClosing::back_asksForAReason_byDrag() {
    const RecordId deal = m_f->deal(u"Contract"_s, u"One"_s, u"CNY 100"_s);
    m_f->open();
    m_f->drag(contract, 0, 1, 0);
    auto *dialog = m_f->page().findChild<ReasonDialog *>();
    QVERIFY(dialog);
    QCOMPARE(m_f->stageOf(deal), u"Contract"_s);
    dialog->findChild<QPlainTextEdit *>()->setPlainText(u"Budget cut"_s);
    dialog->findChild<QPushButton *>(u"confirm"_s)->click();
    m_f->settle();
    QCOMPARE(m_f->stageOf(deal), u"Needs confirmed"_s);
    m_f->undo();
    QCOMPARE(m_f->stageOf(deal), u"Contract"_s);
}

void TestBoardClosing::reopened_asksWhy_andUndoClosesItAgain() {
    const RecordId deal = m_f->deal(u"Contract"_s, u"One"_s, u"CNY 100"_s);
    m_f->open();
    m_f->drag(contract, 0, won, 0);
    answerClosing({});
    QCOMPARE(m_f->stageOf(deal), u"Won"_s);
    m_f->drag(won, 0, 3, 0);
    auto *dialog = m_f->page().findChild<ReasonDialog *>();
    QVERIFY(dialog);
    dialog->findChild<QPlainTextEdit *>()->setPlainText(u"The order was withdrawn"_s);
    dialog->findChild<QPushButton *>(u"confirm"_s)->click();
    m_f->settle();
    QCOMPARE(m_f->stageOf(deal), u"Negotiation"_s);
    QVERIFY(m_f->value(deal, u"closed_on").isEmpty());
    m_f->undo();
    QCOMPARE(m_f->stageOf(deal), u"Won"_s);
    QVERIFY(!m_f->value(deal, u"closed_on").isEmpty());
}

void TestBoardClosing::noRight_saysSoBeforeTheDropAndAfter() {
    const RecordId deal = m_f->deal(u"Qualification"_s, u"One"_s, u"CNY 100"_s);
    forbidStages();
    m_f->open();
    m_f->hold(0, 0, 1, 0);
    QVERIFY(m_f->page().window()->findChild<CardDrag *>());
    m_f->letGo();
    QCOMPARE(m_f->stageOf(deal), u"Qualification"_s);
    QCOMPARE(m_f->names(0), QStringList{u"One"_s});
    QVERIFY(m_f->names(1).isEmpty());
    QVERIFY(note(1) && note(1)->isVisible());
    // It has a danger border, selected or not.
    const ColumnView &view = m_f->view(0);
    const QRect card = view.visualRect(view.column()->index(0));
    const QColor edge =
        view.viewport()->grab().toImage().pixelColor(card.left() + 1, card.center().y());
    QCOMPARE(edge.name(), m_f->shell().theme().tokens().danger.name());
    QVERIFY(m_f->board().marks().isRefused(deal));
    QVERIFY(m_f->shell().errors.empty());
}

void TestBoardClosing::refusal_closesByItsButton() {
    m_f->deal(u"Qualification"_s, u"One"_s, u"CNY 100"_s);
    forbidStages();
    m_f->open();
    m_f->drag(0, 0, 1, 0);
    auto *close = note(1)->findChild<QToolButton *>();
    QVERIFY(close);
    QTest::mouseClick(close, Qt::LeftButton);
    m_f->settle();
    QVERIFY(!note(1));
}

void TestBoardClosing::refusal_helpOpensTheField() {
    m_f->deal(u"Contract"_s, u"Rich"_s, u"CNY 100"_s);
    const RecordId poor = m_f->deal(u"Contract"_s, u"Poor"_s);
    m_f->open();
    m_f->select(contract, 0);
    m_f->key(contract, Qt::Key_A, Qt::ControlModifier);
    m_f->drag(contract, 0, won, 0);
    m_f->page().findChild<CloseDealDialog *>()->reject();
    m_f->settle();
    QVERIFY(note(won));
    auto *help = note(won)->findChild<QPushButton *>();
    QVERIFY(help);
    QTest::mouseClick(help, Qt::LeftButton);
    m_f->settle();
    auto *panel = m_f->page().findChild<DealPanel *>();
    QVERIFY(panel->isVisible());
    QCOMPARE(panel->deal(), poor);
    QVERIFY(panel->field(u"amount"_s)->isEditing());
}

} // namespace dw::test

using dw::test::TestBoardClosing;
DW_TEST(TestBoardClosing)

#include "tst_boardclosing.moc"
