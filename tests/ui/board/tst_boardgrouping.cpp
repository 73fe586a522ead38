// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/readworker.h"
#include "tests/support/testmain.h"
#include "tests/support/ui/boardfixture.h"
#include "ui/models/columnmodel.h"
#include "ui/pages/board/boardview.h"
#include "ui/pages/board/cards/carddrag.h"
#include "ui/pages/board/columns/boardcolumn.h"
#include "ui/pages/board/columns/columnview.h"
#include "ui/pages/board/columns/refusalnote.h"
#include "ui/pages/board/filters/filterbar.h"

#include <QApplication>
#include <QPointer>
#include <QPushButton>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace dw::test {

using namespace ui;

/// Columns by owner and by close month: a drop there changes what the column is made by.
class TestBoardGrouping : public QObject {
    Q_OBJECT

private slots:
    void init() { m_f = std::make_unique<BoardFixture>(); }
    void cleanup() { m_f.reset(); }
    void byOwner_dropGivesTheDealAway();
    void byOwner_aNewOwnerGetsAColumn();
    void byOwner_closedDealsAreNotThere();
    void byMonth_dropMovesTheDate();
    void byMonth_thePastIsRefusedInPlace();
    void byMonth_withoutADate();
    void newDay_monthsMoveOn();
    void columnsMadeAnew_endADragThatIsUnderWay();

private:
    void group(const QString &by);
    RecordId person(const QString &name);
    RecordId owned(const QString &name, RecordId owner);
    RecordId due(const QString &name, const QString &date);

    std::unique_ptr<BoardFixture> m_f;
};

void TestBoardGrouping::group(const QString &by) {
    for (auto *button : m_f->page().findChildren<QPushButton *>()) {
        if (button->text().startsWith(u"Columns:"_s))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QVERIFY(m_f->choose(by));
}

RecordId TestBoardGrouping::person(const QString &name) {
    return m_f->shell()
        .must(typedWork(u"person"_s, {}, {{u"name"_s, {}, name}}, m_f->shell().origin()))
        .notice.moved.front()
        .id;
}

RecordId TestBoardGrouping::owned(const QString &name, RecordId owner) {
    return m_f->shell().makeDeal(u"Qualification"_s,
                                 {{u"name"_s, {}, name}, {u"owner"_s, {}, owner.text()}});
}

RecordId TestBoardGrouping::due(const QString &name, const QString &date) {
    return m_f->shell().makeDeal(u"Qualification"_s,
                                 {{u"name"_s, {}, name}, {u"expected_close"_s, {}, date}});
}

void TestBoardGrouping::byOwner_dropGivesTheDealAway() {
    const RecordId anna = person(u"Anna"_s), bert = person(u"Bert"_s);
    const RecordId deal = owned(u"One"_s, anna);
    owned(u"Two"_s, bert);
    m_f->open();
    group(u"Owner"_s);
    const int from = m_f->columnCalled(u"Anna"_s), to = m_f->columnCalled(u"Bert"_s);
    QVERIFY(from >= 0 && to >= 0);
    m_f->hold(from, 0, to, 0);
    m_f->letGo();
    QCOMPARE(m_f->value(deal, u"owner").as<RecordId>(), bert);
    QCOMPARE(m_f->names(m_f->columnCalled(u"Bert"_s)).size(), 2);
    QVERIFY2(m_f->shell().messages.back().contains(u"Bert"_s),
             qPrintable(m_f->shell().messages.back()));
    m_f->undo();
    QCOMPARE(m_f->names(m_f->columnCalled(u"Anna"_s)), QStringList{u"One"_s});
}

void TestBoardGrouping::byOwner_aNewOwnerGetsAColumn() {
    const RecordId anna = person(u"Anna"_s);
    const RecordId deal = owned(u"One"_s, anna);
    m_f->open();
    group(u"Owner"_s);
    QCOMPARE(m_f->columnCalled(u"Carla"_s), -1);
    const RecordId carla = person(u"Carla"_s);
    m_f->shell().must(
        typedWork(u"deal"_s, deal, {{u"owner"_s, {}, carla.text()}}, m_f->shell().origin()));
    m_f->settle();
    const int column = m_f->columnCalled(u"Carla"_s);
    QVERIFY(column >= 0);
    QCOMPARE(m_f->names(column), QStringList{u"One"_s});
}

void TestBoardGrouping::byOwner_closedDealsAreNotThere() {
    const RecordId anna = person(u"Anna"_s);
    owned(u"Open"_s, anna);
    m_f->shell().makeDeal(u"Won"_s, {{u"name"_s, {}, u"Closed"_s},
                                     {u"owner"_s, {}, anna.text()},
                                     {u"amount"_s, {}, u"CNY 5"_s}});
    m_f->open();
    QCOMPARE(m_f->names(5), QStringList{u"Closed"_s});
    group(u"Owner"_s);
    QCOMPARE(m_f->names(m_f->columnCalled(u"Anna"_s)), QStringList{u"Open"_s});
    group(u"Stage"_s);
    QCOMPARE(m_f->names(5), QStringList{u"Closed"_s});
}

void TestBoardGrouping::byMonth_dropMovesTheDate() {
    const RecordId deal = due(u"One"_s, u"2026-03-31"_s);
    m_f->open();
    group(u"Close month"_s);
    m_f->drag(m_f->columnCalled(u"March 2026"_s), 0, m_f->columnCalled(u"April 2026"_s), 0);
    // April has no 31st.
    QCOMPARE(m_f->value(deal, u"expected_close").as<QDate>(), QDate(2026, 4, 30));
    QVERIFY(m_f->shell().messages.back().contains(u"2026-04-30"_s));
    m_f->undo();
    QCOMPARE(m_f->value(deal, u"expected_close").as<QDate>(), QDate(2026, 3, 31));
}

void TestBoardGrouping::byMonth_thePastIsRefusedInPlace() {
    due(u"Late"_s, u"2026-01-10"_s);
    const RecordId deal = due(u"One"_s, u"2026-03-31"_s);
    m_f->open();
    group(u"Close month"_s);
    const int past = m_f->columnCalled(u"Before March 2026"_s);
    QVERIFY(past >= 0);
    m_f->drag(m_f->columnCalled(u"March 2026"_s), 0, past, 0);
    QCOMPARE(m_f->value(deal, u"expected_close").as<QDate>(), QDate(2026, 3, 31));
    QVERIFY(m_f->column(past).note() && m_f->column(past).note()->isVisible());
}

void TestBoardGrouping::byMonth_withoutADate() {
    const RecordId deal = due(u"One"_s, u"2026-03-31"_s);
    m_f->deal(u"Qualification"_s, u"Never"_s);
    m_f->open();
    group(u"Close month"_s);
    const int none = m_f->columnCalled(u"No date"_s);
    QCOMPARE(m_f->names(none), QStringList{u"Never"_s});
    m_f->drag(m_f->columnCalled(u"March 2026"_s), 0, none, 0);
    QVERIFY(m_f->value(deal, u"expected_close").isEmpty());
}

void TestBoardGrouping::newDay_monthsMoveOn() {
    due(u"One"_s, u"2026-03-31"_s);
    m_f->open();
    group(u"Close month"_s);
    QCOMPARE(m_f->columnCalled(u"Before April 2026"_s), -1);
    m_f->shell().clock.advanceMs(qint64(28) * 86'400'000);
    auto *minute = m_f->page().findChild<QTimer *>(u"minute"_s);
    QVERIFY(minute);
    emit minute->timeout({});
    m_f->settle();
    QVERIFY(m_f->columnCalled(u"Before April 2026"_s) >= 0);
    QCOMPARE(m_f->names(m_f->columnCalled(u"Before April 2026"_s)), QStringList{u"One"_s});
}

/// What a job brings may take the columns away under a card that is being dragged.
void TestBoardGrouping::columnsMadeAnew_endADragThatIsUnderWay() {
    const RecordId deal = m_f->deal(u"Qualification"_s, u"One"_s);
    m_f->open();
    m_f->hold(0, 0, 2, 0);
    QPointer<CardDrag> drag = m_f->page().window()->findChild<CardDrag *>();
    QVERIFY(drag);
    m_f->page().findChild<FilterBar *>()->setGrouping(BoardGrouping::Owner);
    QVERIFY(!drag || !drag->isVisible());
    // What the mouse still does goes nowhere.
    if (drag) {
        QMouseEvent move(QEvent::MouseMove, QPoint(5, 5), drag->mapToGlobal(QPoint(5, 5)),
                         Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(drag, &move);
    }
    if (drag) {
        QMouseEvent release(QEvent::MouseButtonRelease, QPoint(5, 5),
                            drag->mapToGlobal(QPoint(5, 5)), Qt::LeftButton, Qt::NoButton, {});
        QApplication::sendEvent(drag, &release);
    }
    m_f->settle();
    QVERIFY(!drag);
    QCOMPARE(m_f->stageOf(deal), u"Qualification"_s);
}

} // namespace dw::test

using dw::test::TestBoardGrouping;
DW_TEST(TestBoardGrouping)

#include "tst_boardgrouping.moc"
