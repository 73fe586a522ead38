// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/valuetext.h"
#include "tests/support/testmain.h"
#include "tests/support/ui/windowfixture.h"
#include "ui/forms/fieldeditor.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCalendarWidget>
#include <QComboBox>
#include <QCompleter>
#include <QJsonObject>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace dw;
using namespace dw::ui;

class TestFieldEditor : public QObject {
    Q_OBJECT
private slots:
    void init() { m_fixture = std::make_unique<test::WindowFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void typed_isReadByItsType_data();
    void typed_isReadByItsType();
    void typed_unfit_saysSoAndKeepsTheText_data();
    void typed_unfit_saysSoAndKeepsTheText();
    void setValue_isNoEdit();
    void keys_enterCommitsAndEscapeCancels();
    void keys_whileComposing_doNothing();
    void longText_enterMakesALineAndCtrlEnterCommits();
    void date_leftBehind_showsWhatWasUnderstood();
    void date_pickedFromTheCalendar_isCommitted();
    void date_calendarFollowsTheSettings();
    void money_withItsCurrencyInFront_setsBoth();
    void money_exoticCurrency_isKept();
    void choice_unknownKey_isKept();
    void yesNo_hasThreeStates();
    void link_typed_findsAndTakes();
    void link_exactNameTyped_isTakenWithoutPicking();
    void link_unknownName_isRefused();
    void link_toAccount_offersToMakeOne();
    void link_tab_takesTheHighlightedRow_data();
    void link_tab_takesTheHighlightedRow();
    void link_exactName_isHighlightedBeforeOthers();
    void link_unknownName_offersToMakeItUnderTheMessage();
    void link_toPerson_offersNobodyNew();
    void link_makingFails_theNameStaysAndCanBeTriedAgain();
    void longText_hasTheFrameOfALine();
    void link_stage_offersOnlyThoseOfThePipeline();
    void set_addsAndTakesAway();
    void set_newTag_isMade();
    void formula_onlyShows();
    void problem_isUnderTheFieldAndForReaders();

private:
    FieldEditor *edit(const QString &entity, const QString &key) {
        const EntityDesc &desc = *m_fixture->workspace().catalog()->entity(entity);
        return edit(desc.field(desc.byKey(key)));
    }
    FieldEditor *edit(const FieldDesc &field) {
        auto *editor = FieldEditor::make(field, m_fixture->shell(), &m_fixture->window());
        editor->setGeometry(300, 300, 300, 120);
        editor->show();
        editor->startEditing();
        return editor;
    }
    static QLineEdit *lineOf(FieldEditor *editor) { return editor->findChild<QLineEdit *>(); }
    /// As a person types: into the widget that has the focus; the texts are not only ASCII.
    void type(QLineEdit *line, const QString &text) {
        line->setFocus();
        line->selectAll();
        QInputMethodEvent event;
        event.setCommitString(text);
        QCoreApplication::sendEvent(line, &event);
        m_fixture->settle();
    }
    static QAbstractItemView *offered() {
        return qobject_cast<QAbstractItemView *>(QApplication::activePopupWidget());
    }
    static QStringList textsOf(const QAbstractItemView *view) {
        QStringList texts;
        for (int row = 0; view && row < view->model()->rowCount(); ++row)
            texts << view->model()->index(row, 0).data().toString();
        return texts;
    }

    std::unique_ptr<test::WindowFixture> m_fixture;
};

namespace {

FieldDesc custom(const QString &key, FieldType type) {
    FieldDesc field;
    field.key = field.name = key;
    field.type = type;
    field.label = {key, key};
    return field;
}

} // namespace

void TestFieldEditor::typed_isReadByItsType_data() {
    QTest::addColumn<QString>("entity");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("canonical");
    QTest::newRow("text") << u"deal"_s << u"name"_s << u"  冷链平台 "_s << u"冷链平台"_s;
    QTest::newRow("text, nothing") << u"deal"_s << u"name"_s << u"   "_s << u""_s;
    QTest::newRow("phone") << u"contact"_s << u"phone"_s << u"+86 138 0000 0000"_s
                           << u"+86 138 0000 0000"_s;
    QTest::newRow("e-mail") << u"contact"_s << u"email"_s << u"li@example.cn"_s
                            << u"li@example.cn"_s;
    QTest::newRow("number") << u"account"_s << u"employees"_s << u"1,200"_s << u"1200"_s;
    QTest::newRow("money") << u"deal"_s << u"amount"_s << u"1,284万"_s << u"CNY 12840000.00"_s;
    QTest::newRow("date") << u"deal"_s << u"expected_close"_s << u"3/10"_s << u"2026-03-10"_s;
    QTest::newRow("instant") << u"task"_s << u"due_at"_s << u"2026-03-10 14:30"_s
                             << u"2026-03-10T06:30:00Z"_s;
}

void TestFieldEditor::typed_isReadByItsType() {
    QFETCH(const QString, entity);
    QFETCH(const QString, key);
    QFETCH(const QString, typed);
    QFETCH(const QString, canonical);
    FieldEditor *editor = edit(entity, key);
    QSignalSpy edited(editor, &FieldEditor::edited);
    type(lineOf(editor), typed);
    QVERIFY(edited.count() > 0);
    QVERIFY(editor->isEdited());
    const auto value = editor->value();
    QVERIFY2(value.ok(), value ? "" : qPrintable(value.error().message.id));
    QCOMPARE(valueToText(editor->field(), *value), canonical);
}

void TestFieldEditor::typed_unfit_saysSoAndKeepsTheText_data() {
    QTest::addColumn<QString>("entity");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("id");
    QTest::newRow("number") << u"account"_s << u"employees"_s << u"1,5"_s << u"value.number"_s;
    QTest::newRow("money") << u"deal"_s << u"amount"_s << u"viel"_s << u"value.money"_s;
    QTest::newRow("money, digits") << u"deal"_s << u"amount"_s << u"1.005"_s << u"value.money"_s;
    QTest::newRow("date") << u"deal"_s << u"expected_close"_s << u"soon"_s << u"value.date"_s;
    QTest::newRow("instant") << u"task"_s << u"due_at"_s << u"9 o'clock"_s << u"value.instant"_s;
}

void TestFieldEditor::typed_unfit_saysSoAndKeepsTheText() {
    QFETCH(const QString, entity);
    QFETCH(const QString, key);
    QFETCH(const QString, typed);
    QFETCH(const QString, id);
    FieldEditor *editor = edit(entity, key);
    type(lineOf(editor), typed);
    const auto value = editor->value();
    QVERIFY(!value);
    QCOMPARE(value.error().message.id, id);
    lineOf(editor)->clearFocus();
    QCOMPARE(lineOf(editor)->text(), typed);
}

void TestFieldEditor::setValue_isNoEdit() {
    FieldEditor *editor = edit(u"deal"_s, u"name"_s);
    QSignalSpy edited(editor, &FieldEditor::edited);
    type(lineOf(editor), u"x"_s);
    editor->setValue(u"Cold chain"_s, {});
    QCOMPARE(edited.count(), 1);
    QVERIFY(!editor->isEdited());
    QCOMPARE(editor->value()->as<QString>(), u"Cold chain"_s);
}

void TestFieldEditor::keys_enterCommitsAndEscapeCancels() {
    FieldEditor *editor = edit(u"deal"_s, u"name"_s);
    QSignalSpy committed(editor, &FieldEditor::committed);
    QSignalSpy cancelled(editor, &FieldEditor::cancelled);
    QTest::keyClick(lineOf(editor), Qt::Key_Return);
    QCOMPARE(committed.count(), 1);
    QTest::keyClick(lineOf(editor), Qt::Key_Escape);
    QCOMPARE(cancelled.count(), 1);
    QCOMPARE(committed.count(), 1);
}

void TestFieldEditor::keys_whileComposing_doNothing() {
    FieldEditor *editor = edit(u"deal"_s, u"name"_s);
    QSignalSpy committed(editor, &FieldEditor::committed);
    QSignalSpy cancelled(editor, &FieldEditor::cancelled);
    QInputMethodEvent composing(u"leng"_s, {});
    QCoreApplication::sendEvent(lineOf(editor), &composing);
    QTest::keyClick(lineOf(editor), Qt::Key_Return);
    QTest::keyClick(lineOf(editor), Qt::Key_Escape);
    QCOMPARE(committed.count(), 0);
    QCOMPARE(cancelled.count(), 0);
    QInputMethodEvent chosen;
    chosen.setCommitString(u"冷"_s);
    QCoreApplication::sendEvent(lineOf(editor), &chosen);
    QCOMPARE(lineOf(editor)->text(), u"冷"_s);
    QTest::keyClick(lineOf(editor), Qt::Key_Return);
    QCOMPARE(committed.count(), 1);
}

void TestFieldEditor::longText_enterMakesALineAndCtrlEnterCommits() {
    FieldEditor *editor = edit(u"deal"_s, u"description"_s);
    auto *text = editor->findChild<QPlainTextEdit *>();
    QSignalSpy committed(editor, &FieldEditor::committed);
    QTest::keyClicks(text, u"one"_s);
    QTest::keyClick(text, Qt::Key_Return);
    QTest::keyClicks(text, u"two"_s);
    QCOMPARE(committed.count(), 0);
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(committed.count(), 1);
    QCOMPARE(editor->value()->as<QString>(), u"one\ntwo"_s);
}

void TestFieldEditor::date_leftBehind_showsWhatWasUnderstood() {
    FieldEditor *editor = edit(u"deal"_s, u"expected_close"_s);
    type(lineOf(editor), u"3月10日"_s);
    m_fixture->window().setFocus();
    lineOf(editor)->clearFocus();
    QCOMPARE(lineOf(editor)->text(), u"2026-03-10"_s);
}

void TestFieldEditor::date_pickedFromTheCalendar_isCommitted() {
    FieldEditor *editor = edit(u"deal"_s, u"expected_close"_s);
    QSignalSpy committed(editor, &FieldEditor::committed);
    lineOf(editor)->actions().constFirst()->trigger();
    auto *calendar = editor->findChild<QCalendarWidget *>();
    QVERIFY(calendar);
    QCOMPARE(calendar->selectedDate(), m_fixture->workspace().today());
    emit calendar->clicked(QDate(2026, 4, 1));
    QCOMPARE(committed.count(), 1);
    QCOMPARE(editor->value()->as<QDate>(), QDate(2026, 4, 1));
}

void TestFieldEditor::date_calendarFollowsTheSettings() {
    const QJsonObject fiscal{{u"start_month"_s, 4}, {u"week_start"_s, 7}};
    QVERIFY(m_fixture->workspace()
                .run(settingWork(u"fiscal"_s, SettingScope::Team, fiscal,
                                 {m_fixture->workspace().actor()}))
                .ok());
    FieldEditor *editor = edit(u"deal"_s, u"expected_close"_s);
    type(lineOf(editor), u"2026-10-10"_s);
    lineOf(editor)->actions().constFirst()->trigger();
    auto *calendar = editor->findChild<QCalendarWidget *>();
    QVERIFY(calendar);
    QCOMPARE(calendar->firstDayOfWeek(), Qt::Sunday);
    // A holiday, a Saturday that is worked, a Sunday.
    const QColor faint = m_fixture->theme().tokens().faint;
    QCOMPARE(calendar->dateTextFormat(QDate(2026, 10, 1)).foreground().color(), faint);
    QCOMPARE(calendar->dateTextFormat(QDate(2026, 10, 1)).toolTip(), u"National Day"_s);
    QCOMPARE(calendar->dateTextFormat(QDate(2026, 10, 10)), QTextCharFormat());
    QCOMPARE(calendar->dateTextFormat(QDate(2026, 10, 11)).foreground().color(), faint);
    // The month after brings its own.
    calendar->showNextMonth();
    QCOMPARE(calendar->dateTextFormat(QDate(2026, 11, 28)).foreground().color(), faint);
}

void TestFieldEditor::money_withItsCurrencyInFront_setsBoth() {
    FieldEditor *editor = edit(u"deal"_s, u"amount"_s);
    type(lineOf(editor), u"usd 500"_s);
    QCOMPARE(editor->value()->as<Money>().toText(), u"USD 500.00"_s);
    lineOf(editor)->clearFocus();
    QCOMPARE(lineOf(editor)->text(), u"500.00"_s);
}

void TestFieldEditor::money_exoticCurrency_isKept() {
    FieldEditor *editor = edit(u"deal"_s, u"amount"_s);
    const Money money = *Money::fromText(u"VND 1200000"_s);
    editor->setValue(money, {});
    QCOMPARE(editor->value()->as<Money>(), money);
    QCOMPARE(lineOf(editor)->text(), u"1,200,000"_s);
}

void TestFieldEditor::choice_unknownKey_isKept() {
    FieldEditor *editor = edit(u"account"_s, u"kind"_s);
    editor->setValue(u"partner"_s, {});
    QCOMPARE(editor->value()->as<QString>(), u"partner"_s);
    editor->setValue(u"retired_kind"_s, {});
    QCOMPARE(editor->value()->as<QString>(), u"retired_kind"_s);
    auto *box = editor->findChild<QComboBox *>();
    QSignalSpy committed(editor, &FieldEditor::committed);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Home);
    QCOMPARE(committed.count(), 1);
    QVERIFY(editor->value()->isEmpty());
}

void TestFieldEditor::yesNo_hasThreeStates() {
    FieldEditor *editor = edit(u"product"_s, u"active"_s);
    QVERIFY(editor->value()->isEmpty());
    editor->setValue(true, {});
    QCOMPARE(editor->value()->as<bool>(), true);
    editor->setValue(false, {});
    QVERIFY(!editor->value()->isEmpty());
    QCOMPARE(editor->value()->as<bool>(), false);
}

void TestFieldEditor::link_typed_findsAndTakes() {
    m_fixture->make(u"account"_s, {{u"name"_s, {}, u"嘉兴鲜达冷链"_s}});
    const RecordId wanted = m_fixture->make(u"account"_s, {{u"name"_s, {}, u"江苏远景钢构"_s}});
    FieldEditor *editor = edit(u"deal"_s, u"account"_s);
    QSignalSpy committed(editor, &FieldEditor::committed);
    type(lineOf(editor), u"远景"_s);
    QVERIFY(offered());
    QCOMPARE(textsOf(offered()).constFirst(), u"江苏远景钢构"_s);
    QTest::keyClick(offered(), Qt::Key_Return);
    QCOMPARE(committed.count(), 1);
    QCOMPARE(editor->value()->as<RecordId>(), wanted);
    QCOMPARE(lineOf(editor)->text(), u"江苏远景钢构"_s);
}

void TestFieldEditor::link_exactNameTyped_isTakenWithoutPicking() {
    const RecordId wanted = m_fixture->make(u"account"_s, {{u"name"_s, {}, u"Acme Corp"_s}});
    FieldEditor *editor = edit(u"deal"_s, u"account"_s);
    type(lineOf(editor), u"acme corp"_s);
    QCOMPARE(editor->value()->as<RecordId>(), wanted);
}

void TestFieldEditor::link_unknownName_isRefused() {
    FieldEditor *editor = edit(u"deal"_s, u"account"_s);
    type(lineOf(editor), u"Nobody \"quoted\" \\ & Co"_s);
    const auto value = editor->value();
    QVERIFY(!value);
    QCOMPARE(value.error().message.id, u"link.unknown"_s);
}

void TestFieldEditor::link_toAccount_offersToMakeOne() {
    FieldEditor *editor = edit(u"deal"_s, u"account"_s);
    type(lineOf(editor), u"新客户"_s);
    QVERIFY(offered());
    QCOMPARE(textsOf(offered()), QStringList{u"Create “新客户”"_s});
    QTest::keyClick(offered(), Qt::Key_Return);
    QTRY_COMPARE(m_fixture->called(u"account"_s, u"新客户"_s).size(), size_t(1));
    QTRY_VERIFY(editor->value().ok());
    QCOMPARE(editor->value()->as<RecordId>(), m_fixture->called(u"account"_s, u"新客户"_s).front());
}

void TestFieldEditor::link_tab_takesTheHighlightedRow_data() {
    QTest::addColumn<int>("key");
    QTest::newRow("Tab") << int(Qt::Key_Tab);
    QTest::newRow("Enter") << int(Qt::Key_Return);
}

void TestFieldEditor::link_tab_takesTheHighlightedRow() {
    QFETCH(const int, key);
    FieldEditor *editor = edit(u"deal"_s, u"account"_s);
    QSignalSpy committed(editor, &FieldEditor::committed);
    type(lineOf(editor), u"Nova Works"_s);
    QVERIFY(offered());
    QCOMPARE(offered()->currentIndex().data().toString(), u"Create “Nova Works”"_s);
    QTest::keyClick(offered(), Qt::Key(key));
    QVERIFY(!offered());
    QCOMPARE(committed.count(), 1);
    QVERIFY2(editor->value().ok(), "the row counts from now on");
    QTRY_COMPARE(m_fixture->called(u"account"_s, u"Nova Works"_s).size(), size_t(1));
    QCOMPARE(editor->value()->as<RecordId>(),
             m_fixture->called(u"account"_s, u"Nova Works"_s).front());
    QCOMPARE(lineOf(editor)->hasFocus(), key != int(Qt::Key_Tab));
}

void TestFieldEditor::link_exactName_isHighlightedBeforeOthers() {
    for (const auto &name : {u"Innova"_s, u"Nova"_s, u"Nova Works"_s})
        m_fixture->make(u"account"_s, {{u"name"_s, {}, name}});
    FieldEditor *editor = edit(u"deal"_s, u"account"_s);
    type(lineOf(editor), u"nova"_s);
    QVERIFY(offered());
    QCOMPARE(offered()->currentIndex().data().toString(), u"Nova"_s);
    type(lineOf(editor), u"nova w"_s);
    QCOMPARE(offered()->currentIndex().data().toString(), u"Nova Works"_s);
    type(lineOf(editor), u"nov"_s);
    QCOMPARE(offered()->currentIndex().data().toString(), u"Nova"_s);
}

void TestFieldEditor::link_unknownName_offersToMakeItUnderTheMessage() {
    FieldEditor *editor = edit(u"deal"_s, u"account"_s);
    auto *make = editor->findChild<QPushButton *>(u"make"_s);
    lineOf(editor)->setText(u"Nova Works"_s);
    QVERIFY(!make->isVisible());
    editor->showProblem(u"Nothing is called so."_s);
    QVERIFY(make->isVisible());
    QCOMPARE(make->text(), u"Create “Nova Works”"_s);
    QTest::mouseClick(make, Qt::LeftButton);
    QVERIFY(!make->isVisible());
    QCOMPARE(editor->problem(), QString());
    QTRY_COMPARE(m_fixture->called(u"account"_s, u"Nova Works"_s).size(), size_t(1));
    QCOMPARE(editor->value()->as<RecordId>(),
             m_fixture->called(u"account"_s, u"Nova Works"_s).front());
}

void TestFieldEditor::link_toPerson_offersNobodyNew() {
    FieldEditor *editor = edit(u"deal"_s, u"owner"_s);
    lineOf(editor)->setText(u"Nobody"_s);
    editor->showProblem(u"Nothing is called so."_s);
    QVERIFY(!editor->findChild<QPushButton *>(u"make"_s)->isVisible());
}

void TestFieldEditor::link_makingFails_theNameStaysAndCanBeTriedAgain() {
    FieldEditor *editor = edit(u"deal"_s, u"account"_s);
    const QString tooLong = QString(u"x"_s).repeated(100'000);
    lineOf(editor)->setMaxLength(int(tooLong.size()));
    lineOf(editor)->setText(tooLong);
    editor->showProblem(u"Nothing is called so."_s);
    editor->findChild<QPushButton *>(u"make"_s)->click();
    QTRY_VERIFY(!m_fixture->said.empty());
    QCOMPARE(m_fixture->said.back().tone, ShellServices::Tone::Failure);
    QVERIFY(!editor->value());
    QCOMPARE(lineOf(editor)->text(), tooLong);
}

void TestFieldEditor::longText_hasTheFrameOfALine() {
    FieldEditor *editor = edit(u"deal"_s, u"description"_s);
    auto *text = editor->findChild<QPlainTextEdit *>();
    const Tokens &tokens = m_fixture->theme().tokens();
    const auto edge = [text] {
        const QImage picture = text->grab().toImage();
        return picture.pixelColor(0, picture.height() / 2);
    };
    text->setFocus();
    QCOMPARE(edge(), tokens.accent);
    m_fixture->window().findChild<QLineEdit *>(u"boardFilter"_s)->setFocus();
    QCOMPARE(edge(), tokens.strongBorder);
    editor->showProblem(u"Too long."_s);
    QCOMPARE(edge(), tokens.danger);
}

void TestFieldEditor::link_stage_offersOnlyThoseOfThePipeline() {
    const RecordId other = m_fixture->make(u"pipeline"_s, {{u"name"_s, {}, u"Service"_s}});
    m_fixture->make(u"stage"_s, {{u"name"_s, {}, u"Second"_s},
                                 {u"pipeline"_s, {}, other.text()},
                                 {u"position"_s, {}, u"2"_s},
                                 {u"outcome"_s, {}, u"open"_s}});
    m_fixture->make(u"stage"_s, {{u"name"_s, {}, u"First"_s},
                                 {u"pipeline"_s, {}, other.text()},
                                 {u"position"_s, {}, u"1"_s},
                                 {u"outcome"_s, {}, u"open"_s}});
    FieldEditor *editor = edit(u"deal"_s, u"stage"_s);
    editor->restrictTo(u"pipeline"_s, other);
    QTest::keyClick(lineOf(editor), Qt::Key_Down);
    m_fixture->settle();
    QCOMPARE(textsOf(offered()), (QStringList{u"First"_s, u"Second"_s}));
    type(lineOf(editor), u"Won"_s);
    QVERIFY(!editor->value());
}

void TestFieldEditor::set_addsAndTakesAway() {
    const RecordId hot = m_fixture->make(u"tag"_s, {{u"name"_s, {}, u"hot"_s}});
    const RecordId late = m_fixture->make(u"tag"_s, {{u"name"_s, {}, u"late"_s}});
    FieldEditor *editor = edit(u"deal"_s, u"tags"_s);
    editor->setValue(QStringList{late.text()}, u"late"_s);
    QVERIFY(!editor->isEdited());
    type(lineOf(editor), u"ho"_s);
    QVERIFY(offered());
    QTest::keyClick(offered(), Qt::Key_Return);
    QCOMPARE(FieldValue(editor->value()->as<QStringList>()),
             FieldValue(QStringList{hot.text(), late.text()}));
    QTest::keyClick(lineOf(editor), Qt::Key_Backspace);
    QCOMPARE(editor->value()->as<QStringList>(), QStringList{late.text()});
    editor->findChild<QToolButton *>()->click();
    QVERIFY(editor->value()->isEmpty());
}

void TestFieldEditor::set_newTag_isMade() {
    FieldEditor *editor = edit(u"deal"_s, u"tags"_s);
    type(lineOf(editor), u"战略"_s);
    QVERIFY(offered());
    QTest::keyClick(offered(), Qt::Key_Return);
    QCOMPARE(editor->value()->as<QStringList>().size(), 1);
    QTRY_COMPARE(m_fixture->called(u"tag"_s, u"战略"_s).size(), size_t(1));
    QCOMPARE(m_fixture->called(u"tag"_s, u"战略"_s).front().text(),
             editor->value()->as<QStringList>().constFirst());
}

void TestFieldEditor::formula_onlyShows() {
    FieldEditor *editor = edit(custom(u"margin"_s, FieldType::Formula));
    editor->setValue(2.5, {});
    QCOMPARE(editor->value()->as<double>(), 2.5);
    QVERIFY(!lineOf(editor));
}

void TestFieldEditor::problem_isUnderTheFieldAndForReaders() {
    FieldEditor *editor = edit(u"deal"_s, u"name"_s);
    editor->showProblem(u"Too long."_s);
    QCOMPARE(editor->problem(), u"Too long."_s);
    QCOMPARE(lineOf(editor)->accessibleDescription(), u"Too long."_s);
    QCOMPARE(lineOf(editor)->property("bad").toBool(), true);
    type(lineOf(editor), u"x"_s);
    QCOMPARE(editor->problem(), QString());
    QCOMPARE(lineOf(editor)->property("bad").toBool(), false);
}

DW_TEST(TestFieldEditor)
#include "tst_fieldeditor.moc"
