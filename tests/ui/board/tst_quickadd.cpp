// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/support/ui/boardfixture.h"
#include "ui/forms/fieldeditor.h"
#include "ui/models/columnmodel.h"
#include "ui/pages/board/boardview.h"
#include "ui/pages/board/columns/boardcolumn.h"
#include "ui/pages/board/columns/columnview.h"
#include "ui/pages/board/columns/quickadd.h"
#include "ui/pages/board/filters/filterbar.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace dw::test {

using namespace ui;

/// A new deal typed in a column.
class TestQuickAdd : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_f.reset(); }
    void button_opens_returnAdds_andStaysOpen();
    void key_opensWhereTheFocusIs();
    void escape_closesAndKeepsWhatWasTyped();
    void nameMissing_isSaidInPlace();
    void amountThatCannotBeRead_isSaidInPlace_andMoreKeepsIt();
    void more_carriesTheDraft();
    void refused_isToldInPlaceOnly();
    void byOwner_presetsTheOwner();
    void byMonth_presetsTheDate();
    void unsaved_namesIt();
    void columnsMadeAnew_keepWhatIsTyped();

private:
    QuickAdd &add(int column) {
        QTest::mouseClick(m_f->column(column).findChild<QToolButton *>(u"addCard"_s),
                          Qt::LeftButton);
        return *m_f->column(column).quickAdd();
    }
    static QLineEdit &line(QuickAdd &form, int at) {
        return *form.findChildren<FieldEditor *>()[at]->findChild<QLineEdit *>();
    }

    std::unique_ptr<BoardFixture> m_f;
};

void TestQuickAdd::init() {
    m_f = std::make_unique<BoardFixture>();
    m_f->deal(u"Qualification"_s, u"First"_s, u"CNY 5"_s);
    m_f->open();
}

void TestQuickAdd::button_opens_returnAdds_andStaysOpen() {
    QuickAdd &form = add(1);
    QVERIFY(form.isVisible());
    QVERIFY(line(form, 0).hasFocus());
    QTest::keyClicks(&line(form, 0), u"Second"_s);
    QTest::keyClicks(&line(form, 2), u"1200"_s);
    QTest::keyClick(&line(form, 2), Qt::Key_Return);
    m_f->settle();
    QCOMPARE(m_f->names(1), QStringList{u"Second"_s});
    const RecordId deal = m_f->view(1).column()->cards().front()->id;
    QCOMPARE(m_f->stageOf(deal), u"Needs confirmed"_s);
    QCOMPARE(m_f->value(deal, u"amount").as<Money>().toDecimal(), u"1200.00"_s);
    QCOMPARE(m_f->value(deal, u"owner").as<RecordId>(), m_f->workspace().actor());
    QVERIFY(m_f->column(1).quickAdd()->isVisible());
    QCOMPARE(line(*m_f->column(1).quickAdd(), 0).text(), QString());
    m_f->undo();
    QVERIFY(m_f->names(1).isEmpty());
}

void TestQuickAdd::key_opensWhereTheFocusIs() {
    m_f->select(0, 0);
    QTest::keyClick(&m_f->view(0), Qt::Key_Right);
    QTest::keyClick(&m_f->view(1), Qt::Key_Insert);
    QVERIFY(m_f->column(1).quickAdd() && m_f->column(1).quickAdd()->isVisible());
}

void TestQuickAdd::escape_closesAndKeepsWhatWasTyped() {
    QuickAdd &form = add(0);
    QTest::keyClicks(&line(form, 0), u"Half"_s);
    QTest::keyClick(&line(form, 0), Qt::Key_Escape);
    m_f->settle();
    QVERIFY(!m_f->column(0).quickAdd() || !m_f->column(0).quickAdd()->isVisible());
    QCOMPARE(line(add(0), 0).text(), u"Half"_s);
}

void TestQuickAdd::nameMissing_isSaidInPlace() {
    QuickAdd &form = add(0);
    QTest::keyClick(&line(form, 0), Qt::Key_Return);
    m_f->settle();
    QVERIFY(!form.findChildren<FieldEditor *>()[0]->problem().isEmpty());
    QCOMPARE(m_f->names(0).size(), 1);
}

void TestQuickAdd::amountThatCannotBeRead_isSaidInPlace_andMoreKeepsIt() {
    QuickAdd &form = add(0);
    QTest::keyClicks(&line(form, 0), u"Second"_s);
    QTest::keyClicks(&line(form, 2), u"abc"_s);
    QTest::keyClick(&line(form, 2), Qt::Key_Return);
    QVERIFY(!form.findChildren<FieldEditor *>()[2]->problem().isEmpty());
    QTest::mouseClick(form.findChild<QPushButton *>(u"quickAddMore"_s), Qt::LeftButton);
    QVERIFY(m_f->shell().opened.empty());
    QCOMPARE(line(form, 2).text(), u"abc"_s);
}

void TestQuickAdd::more_carriesTheDraft() {
    QuickAdd &form = add(2);
    QTest::keyClicks(&line(form, 0), u"Second"_s);
    QTest::mouseClick(form.findChild<QPushButton *>(u"quickAddMore"_s), Qt::LeftButton);
    QCOMPARE(m_f->shell().opened.size(), size_t(1));
    const Record &draft = m_f->shell().opened.front().second;
    const EntityDesc &deals = *m_f->workspace().catalog()->entity(u"deal");
    QCOMPARE(draft.value(deals.byName(u"name")).as<QString>(), u"Second"_s);
    QCOMPARE(draft.value(deals.byName(u"stage")).as<RecordId>(),
             m_f->view(2).column()->group().row);
}

void TestQuickAdd::refused_isToldInPlaceOnly() {
    const QJsonArray rules{QJsonObject{{u"entity"_s, u"deal"_s}, {u"allow"_s, false}}};
    m_f->shell().must(
        settingWork(u"access.rules"_s, SettingScope::Team, rules, m_f->shell().origin()));
    QuickAdd &form = add(0);
    QTest::keyClicks(&line(form, 0), u"Second"_s);
    QTest::keyClick(&line(form, 0), Qt::Key_Return);
    m_f->settle();
    QVERIFY(!form.findChildren<FieldEditor *>()[0]->problem().isEmpty());
    QCOMPARE(line(form, 0).text(), u"Second"_s);
    QVERIFY(m_f->shell().errors.empty());
}

void TestQuickAdd::byOwner_presetsTheOwner() {
    const RecordId anna =
        m_f->shell()
            .must(typedWork(u"person"_s, {}, {{u"name"_s, {}, u"Anna"_s}}, m_f->shell().origin()))
            .notice.moved.front()
            .id;
    m_f->shell().makeDeal(u"Qualification"_s,
                          {{u"name"_s, {}, u"Hers"_s}, {u"owner"_s, {}, anna.text()}});
    m_f->settle();
    m_f->page().findChild<FilterBar *>()->setGrouping(BoardGrouping::Owner);
    m_f->settle();
    QuickAdd &form = add(m_f->columnCalled(u"Anna"_s));
    QTest::keyClicks(&line(form, 0), u"Hers too"_s);
    QTest::keyClick(&line(form, 0), Qt::Key_Return);
    m_f->settle();
    QVERIFY(m_f->names(m_f->columnCalled(u"Anna"_s)).contains(u"Hers too"_s));
}

void TestQuickAdd::byMonth_presetsTheDate() {
    m_f->page().findChild<FilterBar *>()->setGrouping(BoardGrouping::CloseMonth);
    m_f->settle();
    const int may = m_f->columnCalled(u"May 2026"_s);
    QVERIFY(may >= 0);
    QuickAdd &form = add(may);
    QTest::keyClicks(&line(form, 0), u"In May"_s);
    QTest::keyClick(&line(form, 0), Qt::Key_Return);
    m_f->settle();
    QCOMPARE(m_f->names(may), QStringList{u"In May"_s});
    QCOMPARE(
        m_f->value(m_f->view(may).column()->cards().front()->id, u"expected_close").as<QDate>(),
        QDate(2026, 5, 31));
}

void TestQuickAdd::unsaved_namesIt() {
    QVERIFY(m_f->page().unsaved().isEmpty());
    QVERIFY(m_f->page().mayClose());
    QTest::keyClicks(&line(add(0), 0), u"Half"_s);
    QVERIFY(!m_f->page().unsaved().isEmpty());
    QVERIFY(!m_f->page().mayClose());
}

/// A deal of somebody else's new owner brings a column while another deal is being typed.
void TestQuickAdd::columnsMadeAnew_keepWhatIsTyped() {
    FakeShell &shell = m_f->shell();
    const auto person = [&](const QString &name) {
        return shell.must(typedWork(u"person"_s, {}, {{u"name"_s, {}, name}}, shell.origin()))
            .notice.moved.front()
            .id;
    };
    const RecordId anna = person(u"Anna"_s), bert = person(u"Bert"_s);
    shell.makeDeal(u"Qualification"_s, {{u"name"_s, {}, u"Hers"_s}, {u"owner"_s, {}, anna.text()}});
    m_f->settle();
    m_f->page().findChild<FilterBar *>()->setGrouping(BoardGrouping::Owner);
    m_f->settle();
    QTest::keyClicks(&line(add(m_f->columnCalled(u"Anna"_s)), 0), u"Half"_s);
    shell.makeDeal(u"Qualification"_s, {{u"name"_s, {}, u"His"_s}, {u"owner"_s, {}, bert.text()}});
    m_f->settle();
    QVERIFY(m_f->columnCalled(u"Bert"_s) >= 0);
    QuickAdd *form = m_f->column(m_f->columnCalled(u"Anna"_s)).quickAdd();
    QVERIFY(form && form->isVisible());
    QCOMPARE(line(*form, 0).text(), u"Half"_s);
    QTest::keyClick(&line(*form, 0), Qt::Key_Return);
    m_f->settle();
    QVERIFY(m_f->names(m_f->columnCalled(u"Anna"_s)).contains(u"Half"_s));
}

} // namespace dw::test

using dw::test::TestQuickAdd;
DW_TEST(TestQuickAdd)

#include "tst_quickadd.moc"
