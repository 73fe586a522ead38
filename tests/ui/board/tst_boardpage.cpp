// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/board/board.h"
#include "core/services/readworker.h"
#include "tests/support/testmain.h"
#include "tests/support/ui/fakeshell.h"
#include "ui/dialogs/closedealdialog.h"
#include "ui/dialogs/reasondialog.h"
#include "ui/forms/fieldeditor.h"
#include "ui/models/columnmodel.h"
#include "ui/pages/board/boardpage.h"
#include "ui/pages/board/boardview.h"
#include "ui/pages/board/cards/carddrag.h"
#include "ui/pages/board/columns/boardcolumn.h"
#include "ui/pages/board/columns/columnview.h"
#include "ui/pages/board/columns/refusalnote.h"
#include "ui/pages/board/panel/dealfield.h"
#include "ui/pages/board/panel/dealpanel.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"

#include <QComboBox>
#include <QJsonArray>
#include <QJsonObject>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace dw::test {

using namespace ui;

class TestBoardPage : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void emptyPipeline_saysWhatToDo();
    void drag_movesTheDeal();
    void drag_escapeLeavesItThere();
    void drag_withinTheColumnKeepsTheOrder();
    void keyboard_movesTheDealAndUndoBringsItBack();
    void moveToWon_asksForWhatItNeeds();
    void moveBack_asksForAReason();
    void refusedMove_returnsTheCard();
    void panel_editsInPlace();
    void panel_conflictKeepsTheDraft();
    void draft_isWrittenOnLeaving_data();
    void draft_isWrittenOnLeaving();
    void draft_thatCannotBeReadKeepsItsDeal();
    void draft_refusedAfterLeavingComesBack();
    void draft_escapeDropsIt();
    void undo_keepsTheSelectionOnTheDeal();
    void selection_isOneCardOfTheBoard();
    void filter_escapeClearsItFirst();
    void panel_tellsWhy();
    void filter_hidesAndSaysSo();
    void changesFromElsewhere_arrive();
    void deletedDeal_leavesAndComesBack();
    void narrowWindow_panelFloats();

private:
    void open();
    [[nodiscard]] ColumnView &view(int column) const;
    [[nodiscard]] QString stageOf(RecordId deal);
    [[nodiscard]] QPoint center(int column, int row) const;
    void clickFirst(int column) const;
    void dragFromTo(const QPoint &from, int column, int row, bool drop);
    void settle();

    std::unique_ptr<FakeShell> m_shell;
    std::unique_ptr<BoardPage> m_page;
};

void TestBoardPage::init() { m_shell = std::make_unique<FakeShell>(); }

void TestBoardPage::cleanup() {
    m_page.reset();
    m_shell.reset();
}

void TestBoardPage::open() {
    m_page = std::make_unique<BoardPage>(*m_shell);
    m_page->resize(1440, 820);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    settle();
}

void TestBoardPage::settle() {
    QTRY_VERIFY(m_page->isReady() && m_shell->running == 0);
    // What a commit set off: the notice, the worker's answer, the paint.
    for (int i = 0; i < 3; ++i) {
        QCoreApplication::processEvents();
        m_shell->workspace().worker().drain();
        QCoreApplication::processEvents();
    }
}

ColumnView &TestBoardPage::view(int column) const {
    return *m_page->findChild<BoardView *>()->column(column)->view();
}

QString TestBoardPage::stageOf(RecordId deal) {
    const auto row = m_shell->workspace().reader().find(u"deal"_s, deal);
    const FieldHandle stage = m_shell->workspace().catalog()->entity(u"deal")->byName(u"stage");
    return m_shell->workspace().reader().title(u"stage"_s,
                                               (**row).record.value(stage).as<RecordId>());
}

QPoint TestBoardPage::center(int column, int row) const {
    const ColumnView &v = view(column);
    return v.viewport()->mapToGlobal(v.visualRect(v.column()->index(row)).center());
}

void TestBoardPage::dragFromTo(const QPoint &from, int column, int row, bool drop) {
    ColumnView &source = view(0);
    const QPoint start = source.viewport()->mapFromGlobal(from);
    QTest::mousePress(source.viewport(), Qt::LeftButton, {}, start);
    QMouseEvent far(QEvent::MouseMove, start + QPoint(30, 10), from + QPoint(30, 10), Qt::NoButton,
                    Qt::LeftButton, {});
    QApplication::sendEvent(source.viewport(), &far);
    auto *drag = m_page->window()->findChild<CardDrag *>();
    QVERIFY(drag);
    const ColumnView &target = view(column);
    const QPoint to = target.viewport()->mapToGlobal(QPoint(60, row * 122 + 4));
    QMouseEvent move(QEvent::MouseMove, drag->mapFromGlobal(to), to, Qt::NoButton, Qt::LeftButton,
                     {});
    QApplication::sendEvent(drag, &move);
    if (drop) {
        QMouseEvent release(QEvent::MouseButtonRelease, drag->mapFromGlobal(to), to, Qt::LeftButton,
                            Qt::NoButton, {});
        QApplication::sendEvent(drag, &release);
    } else {
        QTest::keyClick(drag, Qt::Key_Escape);
    }
    settle();
}

void TestBoardPage::emptyPipeline_saysWhatToDo() {
    open();
    auto *empty = m_page->findChild<EmptyState *>();
    QVERIFY(empty->isVisible());
    QTest::mouseClick(empty->findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(m_shell->opened.size(), size_t(1));
    QCOMPARE(m_shell->opened.front().first, u"deal"_s);
}

void TestBoardPage::drag_movesTheDeal() {
    const RecordId deal = m_shell->makeDeal(u"Qualification"_s, {{u"name"_s, {}, u"Line 1"_s}});
    open();
    dragFromTo(center(0, 0), 1, 0, true);
    QCOMPARE(stageOf(deal), u"Needs confirmed"_s);
    QCOMPARE(view(0).column()->rowCount(), 0);
    QCOMPARE(view(1).column()->rowCount(), 1);
    QCOMPARE(m_shell->messages.size(), 1);
    QVERIFY(m_shell->errors.empty());
}

void TestBoardPage::drag_escapeLeavesItThere() {
    const RecordId deal = m_shell->makeDeal(u"Qualification"_s, {{u"name"_s, {}, u"Line 1"_s}});
    open();
    dragFromTo(center(0, 0), 1, 0, false);
    QCOMPARE(stageOf(deal), u"Qualification"_s);
    QCOMPARE(view(0).column()->rowCount(), 1);
    QVERIFY(!m_page->window()->findChild<CardDrag *>()
            || !m_page->window()->findChild<CardDrag *>()->isVisible());
}

void TestBoardPage::drag_withinTheColumnKeepsTheOrder() {
    for (const auto *name : {u"One", u"Two", u"Three"}) {
        m_shell->makeDeal(u"Qualification"_s, {{u"name"_s, {}, QString::fromUtf16(name)}});
        m_shell->clock.advanceMs(1000);
    }
    open();
    const auto names = [&] {
        QStringList list;
        for (const BoardCard *card : view(0).column()->cards())
            list << card->name;
        return list;
    };
    QCOMPARE(names(), (QStringList{u"Three"_s, u"Two"_s, u"One"_s}));
    dragFromTo(center(0, 0), 0, 2, true);
    QCOMPARE(names(), (QStringList{u"Two"_s, u"Three"_s, u"One"_s}));
    m_page.reset();
    open();
    QCOMPARE(names(), (QStringList{u"Two"_s, u"Three"_s, u"One"_s}));
}

void TestBoardPage::keyboard_movesTheDealAndUndoBringsItBack() {
    const RecordId deal = m_shell->makeDeal(u"Qualification"_s, {{u"name"_s, {}, u"Line 1"_s}});
    open();
    view(0).setCurrentIndex(view(0).column()->index(0));
    view(0).setFocus();
    QTest::keyClick(&view(0), Qt::Key_Right, Qt::ControlModifier);
    settle();
    QCOMPARE(stageOf(deal), u"Needs confirmed"_s);
    QCOMPARE(m_page->findChild<BoardView *>()->selected(), deal);
    m_shell->undo();
    settle();
    QCOMPARE(stageOf(deal), u"Qualification"_s);
    QTRY_COMPARE(view(0).column()->rowCount(), 1);
    QCOMPARE(view(1).column()->rowCount(), 0);
}

void TestBoardPage::moveToWon_asksForWhatItNeeds() {
    const RecordId deal = m_shell->makeDeal(u"Contract"_s, {{u"name"_s, {}, u"Line 1"_s}});
    open();
    view(4).setCurrentIndex(view(4).column()->index(0));
    QTest::keyClick(&view(4), Qt::Key_Right, Qt::ControlModifier);
    auto *dialog = m_page->findChild<CloseDealDialog *>();
    QVERIFY(dialog);
    QCOMPARE(stageOf(deal), u"Contract"_s);
    bool asksAmount = false;
    for (FieldEditor *editor : dialog->findChildren<FieldEditor *>()) {
        if (editor->field().key == u"amount") {
            asksAmount = true;
            editor->setValue(Money(500'000'00, *Currency::fromCode(u"CNY"_s)));
        }
    }
    QVERIFY(asksAmount);
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_COMPARE(stageOf(deal), u"Won"_s);
    settle();
    const auto row = m_shell->workspace().reader().find(u"deal"_s, deal);
    const EntityDesc &entity = *m_shell->workspace().catalog()->entity(u"deal");
    QCOMPARE((**row).record.value(entity.byName(u"closed_on")).as<QDate>(), QDate(2026, 3, 5));
}

void TestBoardPage::moveBack_asksForAReason() {
    const RecordId deal = m_shell->makeDeal(u"Negotiation"_s, {{u"name"_s, {}, u"Line 1"_s}});
    open();
    view(3).setCurrentIndex(view(3).column()->index(0));
    QTest::keyClick(&view(3), Qt::Key_Left, Qt::ControlModifier);
    auto *dialog = m_page->findChild<ReasonDialog *>();
    QVERIFY(dialog);
    dialog->findChild<QPlainTextEdit *>()->setPlainText(u"The budget was cut."_s);
    QTest::keyClick(dialog->findChild<QPlainTextEdit *>(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(stageOf(deal), u"Solution validated"_s);
    settle();
    const auto changes = m_shell->workspace().history().ofRecord(deal);
    QCOMPARE(changes->back().reason.args.value(u"text"_s), u"The budget was cut."_s);
}

void TestBoardPage::refusedMove_returnsTheCard() {
    const RecordId deal = m_shell->makeDeal(u"Qualification"_s, {{u"name"_s, {}, u"Line 1"_s}});
    const QJsonArray rules{
        QJsonObject{{u"entity"_s, u"deal"_s}, {u"group"_s, u"stage"_s}, {u"allow"_s, false}}};
    m_shell->must(settingWork(u"access.rules"_s, SettingScope::Team, rules, m_shell->origin()));
    open();
    view(0).setCurrentIndex(view(0).column()->index(0));
    QTest::keyClick(&view(0), Qt::Key_Right, Qt::ControlModifier);
    settle();
    QCOMPARE(stageOf(deal), u"Qualification"_s);
    QCOMPARE(view(0).column()->rowCount(), 1);
    QCOMPARE(view(1).column()->rowCount(), 0);
    // Said where it was asked for, not in a corner of the window.
    QVERIFY(m_shell->errors.empty());
    auto *column = m_page->findChild<BoardView *>()->column(1);
    QPointer<RefusalNote> note = column->findChild<RefusalNote *>();
    QVERIFY(note && note->isVisible());
    QVERIFY2(note->text().contains(u"Needs confirmed"_s), qPrintable(note->text()));
    QVERIFY(m_page->findChild<BoardView *>()->marks().isRefused(deal));
    QTest::keyClick(&view(0), Qt::Key_Escape);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!note || !note->isVisible());
    QVERIFY(!m_page->findChild<BoardView *>()->marks().isRefused(deal));
}

void TestBoardPage::panel_editsInPlace() {
    const RecordId deal = m_shell->makeDeal(u"Qualification"_s, {{u"name"_s, {}, u"Line 1"_s}});
    open();
    QTest::mouseClick(view(0).viewport(), Qt::LeftButton, {},
                      view(0).visualRect(view(0).column()->index(0)).center());
    settle();
    auto *panel = m_page->findChild<DealPanel *>();
    QVERIFY(panel->isVisible());
    DealField *source = panel->field(u"source"_s);
    QVERIFY(source);
    source->startEditing();
    auto *line = source->findChild<QLineEdit *>();
    QVERIFY(line);
    QTest::keyClicks(line, u"trade fair"_s);
    QTest::keyClick(line, Qt::Key_Return);
    settle();
    QVERIFY(!source->isEditing());
    const auto row = m_shell->workspace().reader().find(u"deal"_s, deal);
    const EntityDesc &entity = *m_shell->workspace().catalog()->entity(u"deal");
    QCOMPARE((**row).record.value(entity.byName(u"source")).as<QString>(), u"trade fair"_s);
}

void TestBoardPage::panel_conflictKeepsTheDraft() {
    const RecordId deal = m_shell->makeDeal(u"Qualification"_s, {{u"name"_s, {}, u"Line 1"_s}});
    open();
    m_page->prepareForPicture();
    settle();
    DealField *source = m_page->findChild<DealPanel *>()->field(u"source"_s);
    source->startEditing();
    auto *line = source->findChild<QLineEdit *>();
    QTest::keyClicks(line, u"mine"_s);
    m_shell->must(typedWork(u"deal"_s, deal, {{u"source"_s, {}, u"theirs"_s}}, m_shell->origin()));
    // Committed before the panel heard of the other change.
    QTest::keyClick(line, Qt::Key_Return);
    settle();
    QCOMPARE(m_shell->errors.size(), size_t(1));
    QCOMPARE(m_shell->errors.front().kind, ErrorKind::Conflict);
    QVERIFY(source->isEditing());
    QCOMPARE(line->text(), u"mine"_s);
    // Once the newer value has been read, the second Return replaces it knowingly.
    QTest::keyClick(line, Qt::Key_Return);
    settle();
    QCOMPARE(m_shell->errors.size(), size_t(1));
    QVERIFY(!source->isEditing());
    const EntityDesc &entity = *m_shell->workspace().catalog()->entity(u"deal");
    const auto row = m_shell->workspace().reader().find(u"deal"_s, deal);
    QCOMPARE((**row).record.value(entity.byName(u"source")).as<QString>(), u"mine"_s);
}

void TestBoardPage::clickFirst(int column) const {
    QTest::mouseClick(view(column).viewport(), Qt::LeftButton, {},
                      view(column).visualRect(view(column).column()->index(0)).center());
}

void TestBoardPage::draft_isWrittenOnLeaving_data() {
    QTest::addColumn<QString>("way");
    for (const char *way : {"another card", "another field", "empty space", "close", "why"})
        QTest::newRow(way) << QString::fromLatin1(way);
}

void TestBoardPage::draft_isWrittenOnLeaving() {
    QFETCH(QString, way);
    const RecordId deal = m_shell->makeDeal(u"Qualification"_s, {{u"name"_s, {}, u"Line 1"_s}});
    m_shell->makeDeal(u"Contract"_s, {{u"name"_s, {}, u"Line 2"_s}});
    open();
    clickFirst(0);
    settle();
    auto *panel = m_page->findChild<DealPanel *>();
    DealField *source = panel->field(u"source"_s);
    source->startEditing();
    QTest::keyClicks(source->findChild<QLineEdit *>(), u"trade fair"_s);
    if (way == "another card"_L1) {
        clickFirst(4);
    } else if (way == "another field"_L1) {
        panel->field(u"name"_s)->startEditing();
    } else if (way == "empty space"_L1) {
        QTest::mouseClick(view(2).viewport(), Qt::LeftButton, {}, QPoint(20, 200));
    } else if (way == "close"_L1) {
        QTest::mouseClick(panel->findChild<QToolButton *>(u"closePanel"_s), Qt::LeftButton);
    } else {
        emit panel->field(u"name"_s)->whyAsked(u"name"_s, {});
    }
    settle();
    const auto row = m_shell->workspace().reader().find(u"deal"_s, deal);
    const EntityDesc &entity = *m_shell->workspace().catalog()->entity(u"deal");
    QCOMPARE((**row).record.value(entity.byName(u"source")).as<QString>(), u"trade fair"_s);
    QVERIFY(!source->isEditing());
    QCOMPARE(m_shell->errors.size(), size_t(0));
}

void TestBoardPage::draft_thatCannotBeReadKeepsItsDeal() {
    const RecordId deal = m_shell->makeDeal(u"Qualification"_s, {{u"name"_s, {}, u"Line 1"_s}});
    const RecordId other = m_shell->makeDeal(u"Contract"_s, {{u"name"_s, {}, u"Line 2"_s}});
    open();
    clickFirst(0);
    settle();
    auto *panel = m_page->findChild<DealPanel *>();
    DealField *amount = panel->field(u"amount"_s);
    amount->startEditing();
    auto *line = amount->findChild<QLineEdit *>();
    QTest::keyClicks(line, u"abc"_s);
    clickFirst(4);
    settle();
    QCOMPARE(panel->deal(), deal);
    QVERIFY(amount->isEditing());
    QCOMPARE(line->text(), u"abc"_s);
    QCOMPARE(m_page->findChild<BoardView *>()->selected(), deal);
    QVERIFY(!panel->leave());
    line->selectAll();
    QTest::keyClicks(line, u"1200"_s);
    clickFirst(4);
    settle();
    QCOMPARE(panel->deal(), other);
    QCOMPARE(m_shell->workspace()
                 .reader()
                 .find(u"deal"_s, deal)
                 .value()
                 ->record.value(m_shell->workspace().catalog()->entity(u"deal")->byName(u"amount"))
                 .as<Money>()
                 .toDecimal(),
             u"1200.00"_s);
}

void TestBoardPage::draft_refusedAfterLeavingComesBack() {
    m_shell->makeDeal(u"Qualification"_s, {{u"name"_s, {}, u"Line 1"_s}});
    m_shell->makeDeal(u"Contract"_s, {{u"name"_s, {}, u"Line 2"_s}});
    open();
    clickFirst(0);
    settle();
    auto *panel = m_page->findChild<DealPanel *>();
    DealField *name = panel->field(u"name"_s);
    name->startEditing();
    auto *line = name->findChild<QLineEdit *>();
    line->selectAll();
    QTest::keyClick(line, Qt::Key_Delete); // a deal needs a name
    clickFirst(4);
    settle();
    QCOMPARE(m_shell->errors.size(), size_t(1));
    QVERIFY(!name->isEditing());
    clickFirst(0);
    settle();
    QVERIFY(name->isEditing());
    QCOMPARE(name->findChild<QLineEdit *>()->text(), QString());
}

void TestBoardPage::draft_escapeDropsIt() {
    m_shell->makeDeal(u"Qualification"_s, {{u"name"_s, {}, u"Line 1"_s}});
    open();
    m_page->prepareForPicture();
    settle();
    auto *panel = m_page->findChild<DealPanel *>();
    DealField *amount = panel->field(u"amount"_s);
    amount->startEditing();
    QTest::keyClicks(amount->findChild<QLineEdit *>(), u"77"_s);
    auto *currency = amount->findChild<QComboBox *>();
    currency->setFocus();
    QTest::keyClick(currency, Qt::Key_Escape);
    settle();
    QVERIFY(!amount->isEditing());
    QVERIFY(panel->isVisible());
    QTest::keyClick(panel, Qt::Key_Escape);
    QVERIFY(!panel->isVisible());
}

void TestBoardPage::undo_keepsTheSelectionOnTheDeal() {
    m_shell->makeDeal(u"Qualification"_s, {{u"name"_s, {}, u"Line 1"_s}});
    m_shell->makeDeal(u"Qualification"_s, {{u"name"_s, {}, u"Line 2"_s}});
    m_shell->makeDeal(u"Needs confirmed"_s, {{u"name"_s, {}, u"Line 3"_s}});
    open();
    const RecordId deal = view(0).column()->cards().front()->id;
    clickFirst(0);
    settle();
    QTest::keyClick(&view(0), Qt::Key_Right, Qt::ControlModifier);
    settle();
    auto *board = m_page->findChild<BoardView *>();
    auto *panel = m_page->findChild<DealPanel *>();
    QCOMPARE(board->selected(), deal);
    QCOMPARE(panel->deal(), deal);
    m_shell->undo();
    settle();
    QTRY_COMPARE(view(0).column()->rowCount(), 2);
    QCOMPARE(board->selected(), deal);
    QCOMPARE(panel->deal(), deal);
    QCOMPARE(view(0).currentCard()->id, deal);
    QVERIFY(!view(1).currentCard());
}

void TestBoardPage::selection_isOneCardOfTheBoard() {
    m_shell->makeDeal(u"Qualification"_s, {{u"name"_s, {}, u"Line 1"_s}});
    m_shell->makeDeal(u"Contract"_s, {{u"name"_s, {}, u"Line 2"_s}});
    open();
    clickFirst(0);
    QTest::mousePress(view(4).viewport(), Qt::LeftButton, {},
                      view(4).visualRect(view(4).column()->index(0)).center());
    QVERIFY(!view(0).selectionModel()->hasSelection());
    QVERIFY(view(4).selectionModel()->hasSelection());
    QTest::mouseRelease(view(4).viewport(), Qt::LeftButton, {},
                        view(4).visualRect(view(4).column()->index(0)).center());
}

void TestBoardPage::filter_escapeClearsItFirst() {
    m_shell->makeDeal(u"Qualification"_s, {{u"name"_s, {}, u"Line 1"_s}});
    open();
    auto *filter = m_page->findChild<QLineEdit *>(u"boardFilter"_s);
    filter->setFocus();
    QTest::keyClicks(filter, u"zzz"_s);
    QTest::keyClick(filter, Qt::Key_Escape);
    QCOMPARE(filter->text(), QString());
    QVERIFY(filter->hasFocus());
    QTest::keyClick(filter, Qt::Key_Escape);
    QVERIFY(view(0).hasFocus());
}

void TestBoardPage::panel_tellsWhy() {
    const RecordId deal = m_shell->makeDeal(u"Qualification"_s, {{u"name"_s, {}, u"Line 1"_s}});
    Origin origin = m_shell->origin();
    origin.source = u"meeting minutes 2026-02-10, minute 12"_s;
    m_shell->must(typedWork(u"deal"_s, deal, {{u"amount"_s, {}, u"CNY 500000"_s}}, origin));
    open();
    m_page->prepareForPicture();
    settle();
    DealField *amount = m_page->findChild<DealPanel *>()->field(u"amount"_s);
    QTest::mouseClick(amount->findChild<QToolButton *>(), Qt::LeftButton);
    settle();
    auto *popover = m_page->findChild<QFrame *>(u"whyPopover"_s);
    QVERIFY(popover);
    QStringList texts;
    for (ElidedLabel *label : popover->findChildren<ElidedLabel *>())
        texts << label->whole();
    QVERIFY2(texts.join(u'|').contains(origin.source), qPrintable(texts.join(u'|')));
    popover->close();
}

void TestBoardPage::filter_hidesAndSaysSo() {
    m_shell->makeDeal(u"Qualification"_s, {{u"name"_s, {}, u"Line 1"_s}});
    m_shell->makeDeal(u"Qualification"_s, {{u"name"_s, {}, u"智能产线"_s}});
    open();
    auto *filter = m_page->findChild<QLineEdit *>(u"boardFilter"_s);
    QTest::keyClicks(filter, u"line"_s);
    QTRY_COMPARE(view(0).column()->rowCount(), 1);
    QTest::keyClicks(filter, u"zzz"_s);
    QTRY_VERIFY(m_page->findChild<EmptyState *>()->isVisible());
    QTest::mouseClick(m_page->findChild<EmptyState *>()->findChild<QPushButton *>(),
                      Qt::LeftButton);
    QTRY_COMPARE(view(0).column()->rowCount(), 2);
}

void TestBoardPage::changesFromElsewhere_arrive() {
    open();
    const RecordId deal = m_shell->makeDeal(u"Qualification"_s, {{u"name"_s, {}, u"Line 1"_s}});
    settle();
    QTRY_COMPARE(view(0).column()->rowCount(), 1);
    m_shell->must(typedWork(u"deal"_s, deal, {{u"name"_s, {}, u"Line 2"_s}}, m_shell->origin()));
    settle();
    QTRY_COMPARE(view(0).column()->cards().front()->name, u"Line 2"_s);
}

void TestBoardPage::deletedDeal_leavesAndComesBack() {
    m_shell->makeDeal(u"Qualification"_s, {{u"name"_s, {}, u"Line 1"_s}});
    open();
    m_page->prepareForPicture();
    settle();
    QTest::mouseClick(m_page->findChild<QToolButton *>(u"deleteDeal"_s), Qt::LeftButton);
    settle();
    QTRY_COMPARE(view(0).column()->rowCount(), 0);
    QVERIFY(!m_page->findChild<DealPanel *>()->isVisible());
    m_shell->undo();
    settle();
    QTRY_COMPARE(view(0).column()->rowCount(), 1);
}

void TestBoardPage::narrowWindow_panelFloats() {
    m_shell->makeDeal(u"Qualification"_s, {{u"name"_s, {}, u"Line 1"_s}});
    open();
    m_page->prepareForPicture();
    settle();
    auto *panel = m_page->findChild<DealPanel *>();
    auto *board = m_page->findChild<BoardView *>();
    QVERIFY(board->geometry().right() <= panel->geometry().left());
    m_page->resize(1100, 820);
    QCoreApplication::processEvents();
    QTRY_VERIFY(board->width() > 1000);
    QCOMPARE(panel->geometry().right(), m_page->width() - 1);
    QVERIFY(view(0).width() >= 100);
}

} // namespace dw::test

using dw::test::TestBoardPage;
DW_TEST(TestBoardPage)

#include "tst_boardpage.moc"
