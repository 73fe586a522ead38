// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/board/board.h"
#include "core/services/recordview.h"
#include "tests/support/testmain.h"
#include "tests/support/ui/windowfixture.h"
#include "ui/dialogs/newrecorddialog.h"
#include "ui/forms/fieldeditor.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace dw;
using namespace dw::ui;

class TestNewRecordDialog : public QObject {
    Q_OBJECT
private slots:
    void init() { m_fixture = std::make_unique<test::WindowFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void deal_typedAndEntered_isMade();
    void deal_startsWithWhoSitsHereAndTheFirstOpenStage();
    void deal_preset_isShown();
    void everyField_ofTheCatalogue_hasAnEditor_data();
    void everyField_ofTheCatalogue_hasAnEditor();
    void customField_appearsByItself();
    void requiredFieldMissing_isSaidUnderIt_andNothingIsMade();
    void problemInAHiddenPart_opensIt();
    void refusal_keepsTheDraft_andTheSecondTryGoesThrough();
    void escape_afterTyping_offersToGoOn();
    void escape_untouched_saysNothing();
    void escapeOfADraftThatCameBack_offersAgain();
    void enter_whileComposing_doesNotSubmit();
    void language_changesWhileItIsOpen();
    void dialog_isAsHighAsItsContents_data();
    void dialog_isAsHighAsItsContents();
    void fieldLeft_wrong_saysTheShortSentence();
    void fieldLeft_wrong_theDialogGrowsWithIt();
    void fieldLeft_mended_theMessageGoes();
    void fieldLeft_untouched_saysNothing();
    void fieldLeft_forAButton_doesNotMoveTheButton();
    void refusal_ofOneValue_standsOnlyUnderItsField();

private:
    NewRecordDialog *open(const QString &entity, const Record &preset = {}) {
        m_fixture->shell().openNew(entity, preset);
        m_fixture->settle();
        return m_fixture->dialog<NewRecordDialog>();
    }
    static FieldEditor *field(const QDialog *dialog, const QString &key) {
        return dialog->findChild<FieldEditor *>(u"field:"_s + key);
    }
    static void type(QDialog *dialog, const QString &key, const QString &text) {
        auto *line = field(dialog, key)->findChild<QLineEdit *>();
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
    }
    Record read(const QString &entity, const QString &title) {
        const auto ids = m_fixture->called(entity, title);
        return ids.size() == 1
                   ? (*m_fixture->workspace().reader().find(entity, ids.front()))->record
                   : Record();
    }

    std::unique_ptr<test::WindowFixture> m_fixture;
};

void TestNewRecordDialog::deal_typedAndEntered_isMade() {
    NewRecordDialog *dialog = open(u"deal"_s);
    QVERIFY(dialog);
    type(dialog, u"name"_s, u"Cold chain platform"_s);
    type(dialog, u"amount"_s, u"1,284,000"_s);
    type(dialog, u"expected_close"_s, u"3/31"_s);
    QTest::keyClick(field(dialog, u"expected_close"_s)->findChild<QLineEdit *>(), Qt::Key_Return);
    QTRY_VERIFY(!m_fixture->dialog<NewRecordDialog>());

    const EntityDesc &deal = *m_fixture->workspace().catalog()->entity(u"deal");
    const Record made = read(u"deal"_s, u"Cold chain platform"_s);
    QCOMPARE(made.value(deal.byName(u"amount")).as<Money>().toText(), u"CNY 1284000.00"_s);
    QCOMPARE(made.value(deal.byName(u"expected_close")).as<QDate>(), QDate(2026, 3, 31));
    QCOMPARE(m_fixture->said.back().text, u"Deal “Cold chain platform” created"_s);

    m_fixture->said.back().action.run();
    QTRY_VERIFY(m_fixture->called(u"deal"_s, u"Cold chain platform"_s).empty());
}

void TestNewRecordDialog::deal_startsWithWhoSitsHereAndTheFirstOpenStage() {
    NewRecordDialog *dialog = open(u"deal"_s);
    const auto lines = pipelines(m_fixture->workspace().reader());
    QVERIFY(lines.ok());
    QCOMPARE(field(dialog, u"owner"_s)->value()->as<RecordId>(), m_fixture->workspace().actor());
    QCOMPARE(field(dialog, u"pipeline"_s)->value()->as<RecordId>(), lines->front().id);
    QCOMPARE(field(dialog, u"stage"_s)->value()->as<RecordId>(), lines->front().stages.front().id);
}

void TestNewRecordDialog::deal_preset_isShown() {
    const EntityDesc &deal = *m_fixture->workspace().catalog()->entity(u"deal");
    const auto lines = pipelines(m_fixture->workspace().reader());
    const RecordId second = lines->front().stages[1].id;
    Record preset(u"deal"_s, {});
    preset.set(deal.byName(u"stage"), second);
    NewRecordDialog *dialog = open(u"deal"_s, preset);
    QCOMPARE(field(dialog, u"stage"_s)->value()->as<RecordId>(), second);
}

void TestNewRecordDialog::everyField_ofTheCatalogue_hasAnEditor_data() {
    QTest::addColumn<QString>("entity");
    for (const char *entity : {"deal", "account", "contact"})
        QTest::newRow(entity) << QString::fromLatin1(entity);
}

void TestNewRecordDialog::everyField_ofTheCatalogue_hasAnEditor() {
    QFETCH(const QString, entity);
    const NewRecordDialog *dialog = open(entity);
    const EntityDesc &desc = *m_fixture->workspace().catalog()->entity(entity);
    for (const FormSection &section : formOf(desc)) {
        for (const FieldHandle handle : section.fields) {
            const FieldDesc &one = desc.field(handle);
            QVERIFY2(field(dialog, one.key) || one.type == FieldType::Formula, qPrintable(one.key));
        }
    }
}

void TestNewRecordDialog::customField_appearsByItself() {
    FieldDesc margin;
    margin.key = u"gross_margin"_s;
    margin.name = u"c_000001"_s;
    margin.type = FieldType::Number;
    margin.label = {u"Gross margin"_s, u"毛利率"_s};
    m_fixture->must(addFieldWork({u"deal"_s, margin}, m_fixture->origin()));
    NewRecordDialog *dialog = open(u"deal"_s);
    QVERIFY(field(dialog, u"gross_margin"_s));
    type(dialog, u"name"_s, u"With margin"_s);
    dialog->findChild<QToolButton *>(u"more"_s)->click();
    type(dialog, u"gross_margin"_s, u"35.5"_s);
    dialog->findChild<QPushButton *>(u"confirm"_s)->click();
    QTRY_COMPARE(m_fixture->called(u"deal"_s, u"With margin"_s).size(), size_t(1));
    const EntityDesc &deal = *m_fixture->workspace().catalog()->entity(u"deal");
    QCOMPARE(read(u"deal"_s, u"With margin"_s).value(deal.byKey(u"gross_margin")).as<double>(),
             35.5);
}

void TestNewRecordDialog::requiredFieldMissing_isSaidUnderIt_andNothingIsMade() {
    NewRecordDialog *dialog = open(u"contact"_s);
    type(dialog, u"email"_s, u"nobody at all"_s);
    dialog->findChild<QPushButton *>(u"confirm"_s)->click();
    m_fixture->settle();
    QVERIFY(dialog->isVisible());
    QCOMPARE(field(dialog, u"name"_s)->problem(), u"Name must be filled in."_s);
    QVERIFY(!field(dialog, u"email"_s)->problem().isEmpty());
    QVERIFY(field(dialog, u"name"_s)->findChild<QLineEdit *>()->hasFocus());
    QVERIFY(m_fixture->said.empty());
}

void TestNewRecordDialog::problemInAHiddenPart_opensIt() {
    NewRecordDialog *dialog = open(u"account"_s);
    type(dialog, u"name"_s, u"Acme"_s);
    auto *more = dialog->findChild<QToolButton *>(u"more"_s);
    more->click();
    type(dialog, u"employees"_s, u"many"_s);
    more->click();
    QVERIFY(!field(dialog, u"employees"_s)->isVisible());
    dialog->findChild<QPushButton *>(u"confirm"_s)->click();
    QVERIFY(field(dialog, u"employees"_s)->isVisible());
    QVERIFY(!field(dialog, u"employees"_s)->problem().isEmpty());
}

void TestNewRecordDialog::refusal_keepsTheDraft_andTheSecondTryGoesThrough() {
    const auto lines = pipelines(m_fixture->workspace().reader());
    const auto won = std::find_if(lines->front().stages.begin(), lines->front().stages.end(),
                                  [](const BoardStage &s) { return s.outcome == Outcome::Won; });
    const EntityDesc &deal = *m_fixture->workspace().catalog()->entity(u"deal");
    Record preset(u"deal"_s, {});
    preset.set(deal.byName(u"stage"), won->id);
    NewRecordDialog *dialog = open(u"deal"_s, preset);
    type(dialog, u"name"_s, u"Won at once"_s);
    auto *confirm = dialog->findChild<QPushButton *>(u"confirm"_s);
    confirm->click();
    QTRY_VERIFY(!field(dialog, u"amount"_s)->problem().isEmpty());
    QVERIFY(dialog->isVisible());
    QTRY_VERIFY(confirm->isEnabled());
    QCOMPARE(field(dialog, u"name"_s)->value()->as<QString>(), u"Won at once"_s);

    type(dialog, u"amount"_s, u"500"_s);
    dialog->findChild<QToolButton *>(u"more"_s)->setChecked(true);
    type(dialog, u"closed_on"_s, u"today"_s);
    confirm->click();
    QTRY_VERIFY(!m_fixture->dialog<NewRecordDialog>());
    QCOMPARE(m_fixture->called(u"deal"_s, u"Won at once"_s).size(), size_t(1));
}

void TestNewRecordDialog::escape_afterTyping_offersToGoOn() {
    NewRecordDialog *dialog = open(u"account"_s);
    type(dialog, u"name"_s, u"Half a name"_s);
    QTest::keyClick(field(dialog, u"name"_s)->findChild<QLineEdit *>(), Qt::Key_Escape);
    m_fixture->settle();
    QVERIFY(!m_fixture->dialog<NewRecordDialog>());
    QCOMPARE(m_fixture->said.size(), size_t(1));
    m_fixture->said.back().action.run();
    m_fixture->settle();
    NewRecordDialog *again = m_fixture->dialog<NewRecordDialog>();
    QVERIFY(again);
    QCOMPARE(field(again, u"name"_s)->value()->as<QString>(), u"Half a name"_s);
}

void TestNewRecordDialog::escape_untouched_saysNothing() {
    NewRecordDialog *dialog = open(u"account"_s);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(!m_fixture->dialog<NewRecordDialog>());
    QVERIFY(m_fixture->said.empty());
}

void TestNewRecordDialog::escapeOfADraftThatCameBack_offersAgain() {
    NewRecordDialog *dialog = open(u"account"_s);
    type(dialog, u"name"_s, u"Half"_s);
    dialog->reject();
    m_fixture->said.back().action.run();
    m_fixture->settle();
    m_fixture->dialog<NewRecordDialog>()->reject();
    QCOMPARE(m_fixture->said.size(), size_t(2));
}

void TestNewRecordDialog::enter_whileComposing_doesNotSubmit() {
    NewRecordDialog *dialog = open(u"account"_s);
    auto *line = field(dialog, u"name"_s)->findChild<QLineEdit *>();
    QInputMethodEvent composing(u"jia"_s, {});
    QCoreApplication::sendEvent(line, &composing);
    QTest::keyClick(line, Qt::Key_Return);
    m_fixture->settle();
    QVERIFY(dialog->isVisible());
    QVERIFY(field(dialog, u"name"_s)->problem().isEmpty());
}

void TestNewRecordDialog::language_changesWhileItIsOpen() {
    NewRecordDialog *dialog = open(u"deal"_s);
    QCOMPARE(dialog->windowTitle(), u"New deal"_s);
    m_fixture->languages().use(Language::Chinese);
    m_fixture->settle();
    QCOMPARE(dialog->windowTitle(), u"新建商机"_s);
    const auto labels = dialog->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(),
                        [](const QLabel *l) { return l->text() == u"预计签约"_s; }));
}

void TestNewRecordDialog::dialog_isAsHighAsItsContents_data() {
    everyField_ofTheCatalogue_hasAnEditor_data();
}

void TestNewRecordDialog::dialog_isAsHighAsItsContents() {
    QFETCH(const QString, entity);
    NewRecordDialog *dialog = open(entity);
    auto *scroll = dialog->findChild<QScrollArea *>();
    const int room = dialog->screen()->availableGeometry().height();
    for (const bool more : {false, true}) {
        dialog->findChild<QToolButton *>(u"more"_s)->setChecked(more);
        m_fixture->settle();
        QVERIFY(dialog->height() <= room);
        const bool full = dialog->height() > room - 60;
        QVERIFY2(full || !scroll->verticalScrollBar()->isVisible(),
                 qPrintable(u"%1 of %2"_s.arg(dialog->height()).arg(room)));
    }
}

void TestNewRecordDialog::fieldLeft_wrong_saysTheShortSentence() {
    NewRecordDialog *dialog = open(u"deal"_s);
    type(dialog, u"expected_close"_s, u"soon"_s);
    QCOMPARE(field(dialog, u"expected_close"_s)->problem(), QString());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(field(dialog, u"expected_close"_s)->problem(),
             u"“soon” is no date. Write it as 2026-03-10."_s);
    type(dialog, u"account"_s, u"Nobody Ltd"_s);
    m_fixture->settle();
    QVERIFY(QApplication::activePopupWidget());
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    field(dialog, u"name"_s)->findChild<QLineEdit *>()->setFocus(Qt::MouseFocusReason);
    const QString problem = field(dialog, u"account"_s)->problem();
    QVERIFY2(problem.startsWith(u"Nothing is called “Nobody Ltd”."_s), qPrintable(problem));
    QVERIFY(field(dialog, u"account"_s)->findChild<QPushButton *>(u"make"_s)->isVisible());
}

void TestNewRecordDialog::fieldLeft_wrong_theDialogGrowsWithIt() {
    NewRecordDialog *dialog = open(u"contact"_s);
    auto *scroll = dialog->findChild<QScrollArea *>();
    QVERIFY(!scroll->verticalScrollBar()->isVisible());
    type(dialog, u"email"_s, u"nobody at all, and a text long enough to need two lines here"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    m_fixture->settle();
    QVERIFY(!field(dialog, u"email"_s)->problem().isEmpty());
    QVERIFY(!scroll->verticalScrollBar()->isVisible());
}

void TestNewRecordDialog::fieldLeft_mended_theMessageGoes() {
    NewRecordDialog *dialog = open(u"deal"_s);
    type(dialog, u"expected_close"_s, u"soon"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(!field(dialog, u"expected_close"_s)->problem().isEmpty());
    type(dialog, u"expected_close"_s, u"3/31"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(field(dialog, u"expected_close"_s)->problem(), QString());
}

void TestNewRecordDialog::fieldLeft_untouched_saysNothing() {
    NewRecordDialog *dialog = open(u"contact"_s);
    QVERIFY(field(dialog, u"name"_s)->findChild<QLineEdit *>()->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(field(dialog, u"name"_s)->problem(), QString());
}

void TestNewRecordDialog::fieldLeft_forAButton_doesNotMoveTheButton() {
    NewRecordDialog *dialog = open(u"contact"_s);
    type(dialog, u"email"_s, u"nobody"_s);
    auto *cancel = dialog->findChild<QPushButton *>(u"cancel"_s);
    const QPoint before = cancel->mapToGlobal(QPoint());
    QTest::mousePress(cancel, Qt::LeftButton);
    m_fixture->settle();
    QCOMPARE(cancel->mapToGlobal(QPoint()), before);
    QTest::mouseRelease(cancel, Qt::LeftButton);
    QVERIFY(!m_fixture->dialog<NewRecordDialog>());
}

void TestNewRecordDialog::refusal_ofOneValue_standsOnlyUnderItsField() {
    const auto lines = pipelines(m_fixture->workspace().reader());
    const auto lost = std::find_if(lines->front().stages.begin(), lines->front().stages.end(),
                                   [](const BoardStage &s) { return s.outcome == Outcome::Lost; });
    const EntityDesc &deal = *m_fixture->workspace().catalog()->entity(u"deal");
    Record preset(u"deal"_s, {});
    preset.set(deal.byName(u"stage"), lost->id);
    preset.set(deal.byName(u"closed_on"), QDate(2026, 3, 5));
    NewRecordDialog *dialog = open(u"deal"_s, preset);
    type(dialog, u"name"_s, u"Lost at once"_s);
    dialog->findChild<QPushButton *>(u"confirm"_s)->click();
    QTRY_VERIFY(!field(dialog, u"reason"_s)->problem().isEmpty());
    QVERIFY(!dialog->findChild<QWidget *>(u"problem"_s)->isVisible());
    QVERIFY(field(dialog, u"reason"_s)->isVisible());
    QVERIFY(field(dialog, u"reason"_s)->isAncestorOf(QApplication::focusWidget()));
}

DW_TEST(TestNewRecordDialog)
#include "tst_newrecorddialog.moc"
