// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/support/ui/boardfixture.h"
#include "ui/dialogs/fieldsdialog.h"
#include "ui/forms/fieldeditor.h"
#include "ui/models/cardmarks.h"
#include "ui/models/columnmodel.h"
#include "ui/pages/board/boardview.h"
#include "ui/pages/board/columns/columnview.h"
#include "ui/pages/board/several/bulkbar.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

using namespace ui;

/// Several cards at once, by mouse and by keyboard.
class TestBoardSeveral : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_f.reset(); }
    void ctrlClick_marksAndTakesAway();
    void shiftClick_marksARange();
    void corner_marks();
    void keys_mark();
    void ctrlA_marksTheColumn_escapeNone();
    void drag_takesAllMarkedInTheirOrder_andUndoesAtOnce();
    void drag_ofAnUnmarkedCard_movesItAlone();
    void ctrlArrow_movesAllMarked();
    void bulkBar_saysCountAndSums();
    void bulkBar_movesAll();
    void bulkBar_assignsAll();
    void bulkBar_addsANextStepToAll();
    void bulkBar_tagsAll();
    void bulkBar_keys();

private:
    [[nodiscard]] CardMarks &marks() const { return m_f->board().marks(); }
    [[nodiscard]] BulkBar &bar() const { return *m_f->page().findChild<BulkBar *>(); }
    void press(const QString &button) {
        QTest::mouseClick(m_f->page().findChild<QPushButton *>(button), Qt::LeftButton);
    }
    void answer(const QString &field, const FieldValue &value, const QString &label = {});
    void markAll();

    std::unique_ptr<BoardFixture> m_f;
    RecordId m_one, m_two, m_three;
};

void TestBoardSeveral::init() {
    m_f = std::make_unique<BoardFixture>();
    m_three = m_f->deal(u"Qualification"_s, u"Three"_s, u"USD 50"_s);
    m_two = m_f->deal(u"Qualification"_s, u"Two"_s, u"CNY 200"_s);
    m_one = m_f->deal(u"Qualification"_s, u"One"_s, u"CNY 100"_s);
    m_f->open();
    QCOMPARE(m_f->names(0), (QStringList{u"One"_s, u"Two"_s, u"Three"_s}));
}

void TestBoardSeveral::markAll() {
    m_f->select(0, 0);
    m_f->key(0, Qt::Key_A, Qt::ControlModifier);
}

void TestBoardSeveral::answer(const QString &name, const FieldValue &value, const QString &label) {
    auto *dialog = m_f->page().findChild<FieldsDialog *>();
    QVERIFY(dialog);
    dialog->findChild<FieldEditor *>(u"field:"_s + name)->setValue(value, label);
    dialog->findChild<QPushButton *>(u"confirm"_s)->click();
    m_f->settle();
}

void TestBoardSeveral::ctrlClick_marksAndTakesAway() {
    m_f->click(0, 0, Qt::ControlModifier);
    m_f->click(0, 2, Qt::ControlModifier);
    QCOMPARE(marks().deals(), (std::vector{m_one, m_three}));
    m_f->click(0, 0, Qt::ControlModifier);
    QCOMPARE(marks().deals(), std::vector{m_three});
}

void TestBoardSeveral::shiftClick_marksARange() {
    m_f->click(0, 0, Qt::ControlModifier);
    m_f->click(0, 2, Qt::ShiftModifier);
    QCOMPARE(marks().deals().size(), size_t(3));
}

void TestBoardSeveral::corner_marks() {
    ColumnView &view = m_f->view(0);
    const QRect card = view.visualRect(view.column()->index(1));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, card.topRight() + QPoint(-14, 12));
    QCOMPARE(marks().deals(), std::vector{m_two});
}

void TestBoardSeveral::keys_mark() {
    m_f->select(0, 0);
    m_f->key(0, Qt::Key_Space);
    m_f->key(0, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(marks().deals(), (std::vector{m_one, m_two}));
    QCOMPARE(m_f->view(0).currentCard()->id, m_two);
}

void TestBoardSeveral::ctrlA_marksTheColumn_escapeNone() {
    markAll();
    QCOMPARE(marks().deals().size(), size_t(3));
    m_f->key(0, Qt::Key_Escape);
    QVERIFY(marks().isEmpty());
}

void TestBoardSeveral::drag_takesAllMarkedInTheirOrder_andUndoesAtOnce() {
    m_f->deal(u"Needs confirmed"_s, u"Below"_s);
    m_f->settle();
    m_f->click(0, 0, Qt::ControlModifier);
    m_f->click(0, 2, Qt::ControlModifier);
    m_f->drag(0, 2, 1, 0);
    QCOMPARE(m_f->names(1), (QStringList{u"One"_s, u"Three"_s, u"Below"_s}));
    QCOMPARE(m_f->names(0), QStringList{u"Two"_s});
    QVERIFY(marks().isEmpty());
    QCOMPARE(m_f->shell().messages.size(), 1);
    m_f->undo();
    QCOMPARE(m_f->names(0), (QStringList{u"One"_s, u"Two"_s, u"Three"_s}));
    QCOMPARE(m_f->names(1), QStringList{u"Below"_s});
}

void TestBoardSeveral::drag_ofAnUnmarkedCard_movesItAlone() {
    m_f->click(0, 0, Qt::ControlModifier);
    m_f->drag(0, 1, 1, 0);
    QCOMPARE(m_f->names(1), QStringList{u"Two"_s});
}

void TestBoardSeveral::ctrlArrow_movesAllMarked() {
    markAll();
    m_f->key(0, Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(m_f->names(1), (QStringList{u"One"_s, u"Two"_s, u"Three"_s}));
    m_f->undo();
    QCOMPARE(m_f->names(0).size(), 3);
}

void TestBoardSeveral::bulkBar_saysCountAndSums() {
    QVERIFY(!bar().isVisible());
    markAll();
    QVERIFY(bar().isVisible());
    QVERIFY2(bar().accessibleName().contains(u"3 selected"_s), qPrintable(bar().accessibleName()));
    QVERIFY(bar().accessibleName().contains(u"300"_s));
    QVERIFY(bar().accessibleName().contains(u"$50"_s));
    press(u"bulkClear"_s);
    QVERIFY(!bar().isVisible());
}

void TestBoardSeveral::bulkBar_movesAll() {
    markAll();
    press(u"bulkMove"_s);
    QVERIFY(m_f->choose(u"Negotiation"_s));
    QCOMPARE(m_f->names(3).size(), 3);
    m_f->undo();
    QCOMPARE(m_f->names(0).size(), 3);
}

void TestBoardSeveral::bulkBar_assignsAll() {
    const RecordId anna =
        m_f->shell()
            .must(typedWork(u"person"_s, {}, {{u"name"_s, {}, u"Anna"_s}}, m_f->shell().origin()))
            .notice.moved.front()
            .id;
    markAll();
    press(u"bulkAssign"_s);
    answer(u"owner"_s, anna, u"Anna"_s);
    for (const RecordId deal : {m_one, m_two, m_three})
        QCOMPARE(m_f->value(deal, u"owner").as<RecordId>(), anna);
    m_f->undo();
    QVERIFY(m_f->value(m_two, u"owner").as<RecordId>() != anna);
}

void TestBoardSeveral::bulkBar_addsANextStepToAll() {
    markAll();
    press(u"bulkStep"_s);
    answer(u"title"_s, u"Call them"_s);
    for (const RecordId deal : {m_one, m_two, m_three})
        QCOMPARE(m_f->workspace().reader().related(u"task"_s, u"deal"_s, deal).size(), size_t(1));
    for (const BoardCard *card : m_f->view(0).column()->cards())
        QCOMPARE(card->nextStep, u"Call them"_s);
    m_f->undo();
    QCOMPARE(m_f->workspace().reader().related(u"task"_s, u"deal"_s, m_one).size(), size_t(0));
}

void TestBoardSeveral::bulkBar_tagsAll() {
    const RecordId tag =
        m_f->shell()
            .must(typedWork(u"tag"_s, {}, {{u"name"_s, {}, u"urgent"_s}}, m_f->shell().origin()))
            .notice.moved.front()
            .id;
    markAll();
    press(u"bulkTag"_s);
    answer(u"tags"_s, QStringList{tag.text()}, u"urgent"_s);
    for (const RecordId deal : {m_one, m_two, m_three})
        QCOMPARE(m_f->value(deal, u"tags").as<QStringList>(), QStringList{tag.text()});
    m_f->undo();
    QVERIFY(m_f->value(m_one, u"tags").isEmpty());
}

void TestBoardSeveral::bulkBar_keys() {
    markAll();
    QTest::keyClick(&m_f->view(0), Qt::Key_A);
    QVERIFY(m_f->page().findChild<FieldsDialog *>());
    m_f->page().findChild<FieldsDialog *>()->reject();
    m_f->settle();
    QTest::keyClick(&m_f->view(0), Qt::Key_M);
    QVERIFY(m_f->choose(u"Contract"_s));
    QCOMPARE(m_f->names(4).size(), 3);
}

} // namespace dw::test

using dw::test::TestBoardSeveral;
DW_TEST(TestBoardSeveral)

#include "tst_boardseveral.moc"
