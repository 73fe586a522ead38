// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/support/ui/boardfixture.h"
#include "ui/models/columnmodel.h"
#include "ui/pages/board/boardview.h"
#include "ui/pages/board/columns/boardcolumn.h"
#include "ui/pages/board/columns/columnview.h"
#include "ui/pages/board/filters/conditionpopover.h"
#include "ui/pages/board/filters/filterbar.h"
#include "ui/pages/board/filters/pickpopover.h"
#include "ui/widgets/emptystate.h"

#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace dw::test {

using namespace ui;

/// What narrows the board, by mouse and by keyboard; what lies further back; how the day goes on.
class TestBoardFilters : public QObject {
    Q_OBJECT

private slots:
    void init() { m_f = std::make_unique<BoardFixture>(); }
    void cleanup() { m_f.reset(); }
    void owner_tickedInThePopover_andTakenAway();
    void owner_foundByKeyboard();
    void close_fromTheMenu();
    void condition_checkedAtEveryKey();
    void condition_andText_together();
    void condition_followsWhatChanges();
    void nothingPasses_saysSoAndShowsAll();
    void pipelines_switch();
    void closed_earlierOnesAreOneClickAway();
    void closed_periodFromTheMenu();
    void clock_daysAndWarningsFollow();

private:
    void openPart(const QString &name);
    void condition(const QString &text, bool applies = true);
    [[nodiscard]] int shown() const;
    RecordId person(const QString &name);

    std::unique_ptr<BoardFixture> m_f;
};

void TestBoardFilters::openPart(const QString &name) {
    m_f->select(0, 0);
    QTest::keyClick(&m_f->view(0), Qt::Key_F);
    QVERIFY2(m_f->choose(name), qPrintable(name));
}

int TestBoardFilters::shown() const {
    int count = 0;
    for (int i = 0; i < m_f->board().columnCount(); ++i)
        count += m_f->view(i).column()->rowCount();
    return count;
}

RecordId TestBoardFilters::person(const QString &name) {
    return m_f->shell()
        .must(typedWork(u"person"_s, {}, {{u"name"_s, {}, name}}, m_f->shell().origin()))
        .notice.moved.front()
        .id;
}

void TestBoardFilters::condition(const QString &text, bool applies) {
    openPart(u"Condition"_s);
    auto *popover = m_f->page().findChild<ConditionPopover *>();
    QVERIFY(popover);
    auto *edit = popover->findChild<QPlainTextEdit *>();
    edit->selectAll();
    QTest::keyClicks(edit, text);
    QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
    m_f->settle();
    const auto *still = m_f->page().findChild<ConditionPopover *>();
    QCOMPARE(still == nullptr, applies);
}

void TestBoardFilters::owner_tickedInThePopover_andTakenAway() {
    const RecordId anna = person(u"Anna"_s);
    m_f->shell().makeDeal(u"Qualification"_s,
                          {{u"name"_s, {}, u"Hers"_s}, {u"owner"_s, {}, anna.text()}});
    m_f->deal(u"Qualification"_s, u"Nobody's"_s);
    m_f->open();
    openPart(u"Owner"_s);
    auto *popover = m_f->page().findChild<PickPopover *>();
    QVERIFY(popover);
    m_f->settle();
    auto *list = popover->findChild<QListView *>();
    QTRY_VERIFY(list->model()->rowCount() > 1);
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        const QModelIndex index = list->model()->index(row, 0);
        if (index.data().toString().contains(u"Anna"_s))
            QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                              list->visualRect(index).center());
    }
    m_f->settle();
    QCOMPARE(m_f->names(0), QStringList{u"Hers"_s});
    popover->close();
    m_f->settle();
    auto *chip = m_f->page().findChild<QPushButton *>(u"chip0"_s);
    QVERIFY(chip && chip->text().contains(u"Anna"_s));
    QTest::mouseClick(m_f->page().findChild<QToolButton *>(u"removeChip0"_s), Qt::LeftButton);
    m_f->settle();
    QCOMPARE(shown(), 2);
    QVERIFY(!m_f->page().findChild<QPushButton *>(u"chip0"_s));
}

void TestBoardFilters::owner_foundByKeyboard() {
    const RecordId bert = person(u"Bert"_s);
    person(u"Anna"_s);
    m_f->shell().makeDeal(u"Qualification"_s,
                          {{u"name"_s, {}, u"His"_s}, {u"owner"_s, {}, bert.text()}});
    m_f->deal(u"Qualification"_s, u"Nobody's"_s);
    m_f->open();
    openPart(u"Owner"_s);
    m_f->settle();
    auto *popover = m_f->page().findChild<PickPopover *>();
    auto *search = popover->findChild<QLineEdit *>();
    QTest::keyClicks(search, u"ber"_s);
    auto *list = popover->findChild<QListView *>();
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QTest::keyClick(search, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Space);
    m_f->settle();
    QCOMPARE(m_f->names(0), QStringList{u"His"_s});
}

void TestBoardFilters::close_fromTheMenu() {
    m_f->shell().makeDeal(u"Qualification"_s,
                          {{u"name"_s, {}, u"Now"_s}, {u"expected_close"_s, {}, u"2026-03-20"_s}});
    m_f->shell().makeDeal(u"Qualification"_s,
                          {{u"name"_s, {}, u"Next"_s}, {u"expected_close"_s, {}, u"2026-04-20"_s}});
    m_f->open();
    openPart(u"Close date"_s);
    QVERIFY(m_f->choose(u"next month"_s));
    QCOMPARE(m_f->names(0), QStringList{u"Next"_s});
}

void TestBoardFilters::condition_checkedAtEveryKey() {
    m_f->deal(u"Qualification"_s, u"Small"_s, u"CNY 10"_s);
    m_f->deal(u"Qualification"_s, u"Large"_s, u"CNY 1000"_s);
    m_f->open();
    condition(u"amount >"_s, false);
    QCOMPARE(shown(), 2);
    m_f->page().findChild<ConditionPopover *>()->close();
    m_f->settle();
    condition(u"amount > CNY 500"_s);
    QCOMPARE(m_f->names(0), QStringList{u"Large"_s});
}

void TestBoardFilters::condition_andText_together() {
    m_f->deal(u"Qualification"_s, u"Large line"_s, u"CNY 1000"_s);
    m_f->deal(u"Qualification"_s, u"Large shop"_s, u"CNY 1000"_s);
    m_f->deal(u"Qualification"_s, u"Small line"_s, u"CNY 10"_s);
    m_f->open();
    condition(u"amount > CNY 500"_s);
    auto *text = m_f->page().findChild<QLineEdit *>(u"boardFilter"_s);
    QTest::keyClicks(text, u"LINE"_s);
    QTRY_COMPARE(shown(), 1);
    QCOMPARE(m_f->names(0), QStringList{u"Large line"_s});
}

void TestBoardFilters::condition_followsWhatChanges() {
    const RecordId deal = m_f->deal(u"Qualification"_s, u"One"_s, u"CNY 10"_s);
    m_f->open();
    condition(u"amount > CNY 500"_s);
    QCOMPARE(shown(), 0);
    m_f->shell().must(
        typedWork(u"deal"_s, deal, {{u"amount"_s, {}, u"CNY 900"_s}}, m_f->shell().origin()));
    m_f->settle();
    QCOMPARE(m_f->names(0), QStringList{u"One"_s});
    m_f->shell().must(
        typedWork(u"deal"_s, deal, {{u"amount"_s, {}, u"CNY 9"_s}}, m_f->shell().origin()));
    m_f->settle();
    QCOMPARE(shown(), 0);
}

void TestBoardFilters::nothingPasses_saysSoAndShowsAll() {
    m_f->deal(u"Qualification"_s, u"One"_s, u"CNY 10"_s);
    m_f->open();
    condition(u"amount > CNY 500"_s);
    auto *empty = m_f->page().findChild<EmptyState *>();
    QVERIFY(empty->isVisible());
    QTest::mouseClick(empty->findChild<QPushButton *>(), Qt::LeftButton);
    m_f->settle();
    QCOMPARE(shown(), 1);
    QVERIFY(!empty->isVisible());
}

void TestBoardFilters::pipelines_switch() {
    FakeShell &shell = m_f->shell();
    const RecordId other =
        shell
            .must(typedWork(u"pipeline"_s, {},
                            {{u"name"_s, {}, u"Renewals"_s}, {u"position"_s, {}, u"9"_s}},
                            shell.origin()))
            .notice.moved.front()
            .id;
    shell.must(typedWork(u"stage"_s, {},
                         {{u"name"_s, {}, u"Due"_s},
                          {u"pipeline"_s, {}, other.text()},
                          {u"outcome"_s, {}, u"open"_s}},
                         shell.origin()));
    m_f->deal(u"Qualification"_s, u"New"_s);
    shell.must(typedWork(u"deal"_s, {},
                         {{u"name"_s, {}, u"Renewal"_s},
                          {u"pipeline"_s, {}, other.text()},
                          {u"stage"_s, {}, u"Due"_s}},
                         shell.origin()));
    m_f->open();
    auto *choice = m_f->page().findChild<QToolButton *>(u"pipelineChoice"_s);
    QVERIFY(choice->menu());
    for (QAction *action : choice->menu()->actions()) {
        if (action->text() == "Renewals"_L1) {
            action->trigger();
            break;
        }
    }
    m_f->settle();
    QCOMPARE(m_f->board().columnCount(), 1);
    QCOMPARE(m_f->names(0), QStringList{u"Renewal"_s});
    QCOMPARE(choice->text(), u"Renewals"_s);
}

void TestBoardFilters::closed_earlierOnesAreOneClickAway() {
    for (const char16_t *day : {u"2026-03-01", u"2025-12-31", u"2025-06-01"})
        m_f->shell().makeDeal(u"Won"_s, {{u"name"_s, {}, QString::fromUtf16(day)},
                                         {u"amount"_s, {}, u"CNY 5"_s},
                                         {u"closed_on"_s, {}, QString::fromUtf16(day)}});
    m_f->open();
    QCOMPARE(m_f->names(5), QStringList{u"2026-03-01"_s});
    QToolButton *foot = nullptr;
    for (auto *button : m_f->column(5).findChildren<QToolButton *>()) {
        if (button->text() == "Show 2 earlier"_L1)
            foot = button;
    }
    QVERIFY(foot && foot->isVisible());
    QTest::mouseClick(foot, Qt::LeftButton);
    m_f->settle();
    QCOMPARE(m_f->names(5).size(), 3);
}

void TestBoardFilters::closed_periodFromTheMenu() {
    for (const char16_t *day : {u"2026-03-01", u"2026-02-01", u"2025-06-01"})
        m_f->shell().makeDeal(u"Won"_s, {{u"name"_s, {}, QString::fromUtf16(day)},
                                         {u"amount"_s, {}, u"CNY 5"_s},
                                         {u"closed_on"_s, {}, QString::fromUtf16(day)}});
    m_f->open();
    QCOMPARE(m_f->names(5).size(), 2);
    const auto period = [&](const QString &text) {
        for (auto *button : m_f->page().findChildren<QPushButton *>()) {
            if (button->text().startsWith(u"Closed:"_s))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QVERIFY(m_f->choose(text));
    };
    period(u"this month"_s);
    QCOMPARE(m_f->names(5), QStringList{u"2026-03-01"_s});
    period(u"all time"_s);
    QCOMPARE(m_f->names(5).size(), 3);
}

void TestBoardFilters::clock_daysAndWarningsFollow() {
    m_f->shell().makeDeal(u"Qualification"_s, {{u"name"_s, {}, u"One"_s},
                                               {u"amount"_s, {}, u"CNY 5"_s},
                                               {u"expected_close"_s, {}, u"2026-03-06"_s}});
    m_f->open();
    const auto spoken = [&] {
        return m_f->view(0).column()->index(0).data(Qt::AccessibleTextRole).toString();
    };
    QVERIFY2(spoken().contains(u"0 day(s) in this stage"_s), qPrintable(spoken()));
    QVERIFY2(!spoken().contains(u"ago"_s), qPrintable(spoken()));
    m_f->shell().clock.advanceMs(qint64(2) * 86'400'000);
    emit m_f->page().findChild<QTimer *>(u"minute"_s)->timeout({});
    m_f->settle();
    QVERIFY2(spoken().contains(u"2 day(s) in this stage"_s), qPrintable(spoken()));
    QVERIFY2(spoken().contains(u"Expected close 1 day ago"_s), qPrintable(spoken()));
}

} // namespace dw::test

using dw::test::TestBoardFilters;
DW_TEST(TestBoardFilters)

#include "tst_boardfilters.moc"
