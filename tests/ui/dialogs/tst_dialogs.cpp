// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/support/ui/windowfixture.h"
#include "ui/dialogs/busydialog.h"
#include "ui/dialogs/choicedialog.h"
#include "ui/dialogs/closedealdialog.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/dialogs/newfolderdialog.h"
#include "ui/dialogs/persondialog.h"
#include "ui/dialogs/reasondialog.h"
#include "ui/forms/fieldeditor.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;
using namespace dw::ui;

class TestDialogs : public QObject {
    Q_OBJECT
private slots:
    void init() { m_fixture = std::make_unique<test::WindowFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void close_asksForDateAmountReasonAndCompetitor_closedOnIsToday();
    void close_competitor_isFoundByName_orSaidToBeUnknown();
    void close_several_keepTheirAmounts();
    void close_empty_isNotAnswered();
    void close_turnedAway_isRejected();
    void reason_blank_isAskedAgain();
    void reason_ctrlEnter_answers();
    void person_chosen_isKeptForThisDevice();
    void person_newName_isMadeAndSits();
    void person_arrowKeysGoThroughTheList();
    void choice_eachWayAnswersWithItsNumber();
    void choice_escape_leaves();
    void busy_cancel_staysUntilItIsOver();
    void confirm_enterTurnsAway_theOtherButtonAgrees();
    void newFolder_nameAndPlace_giveAPathThatIsNotThere();
    void newFolder_wrong_isSaidAndKept_data();
    void newFolder_wrong_isSaidAndKept();
    void newFolder_emptyFolder_isTaken();
    void usualPlace_isThere();

private:
    CloseDealDialog *closing(Outcome outcome, bool several) {
        const CloseRequest request = {u"Cold chain"_s,
                                      outcome == Outcome::Won ? u"Won"_s : u"Lost"_s, outcome,
                                      several, Record(u"deal"_s, {})};
        return new CloseDealDialog(m_fixture->shell(), request, &m_fixture->window());
    }

    std::unique_ptr<test::WindowFixture> m_fixture;
};

void TestDialogs::close_asksForDateAmountReasonAndCompetitor_closedOnIsToday() {
    CloseDealDialog::Answer answer;
    auto *dialog = closing(Outcome::Won, false);
    connect(dialog, &CloseDealDialog::answered, this,
            [&](const CloseDealDialog::Answer &a) { answer = a; });
    dialog->open();
    m_fixture->settle();
    QStringList names;
    for (const auto *field : dialog->findChildren<FieldEditor *>())
        names << field->objectName();
    QCOMPARE(names, (QStringList{u"field:closed_on"_s, u"field:amount"_s, u"field:reason"_s,
                                 u"competitor"_s}));
    auto *amount = dialog->findChild<FieldEditor *>(u"field:amount"_s)->findChild<QLineEdit *>();
    amount->setFocus();
    QTest::keyClicks(amount, u"205"_s);
    QTest::keyClick(amount, Qt::Key_Return);
    QCOMPARE(answer.edits.size(), size_t(2));
    QHash<QString, QString> texts;
    for (const TypedEdit &edit : answer.edits)
        texts.insert(edit.key, edit.text);
    QCOMPARE(texts.value(u"amount"_s), u"CNY 205.00"_s);
    QCOMPARE(texts.value(u"closed_on"_s), u"2026-03-05"_s);
    QVERIFY(answer.competitor.isNull());
}

void TestDialogs::close_competitor_isFoundByName_orSaidToBeUnknown() {
    const RecordId rival =
        m_fixture->make(u"account"_s, {{u"name"_s, TypedEdit::Kind::Set, u"Rival Works"_s}});
    CloseDealDialog::Answer answer;
    auto *dialog = closing(Outcome::Lost, false);
    connect(dialog, &CloseDealDialog::answered, this,
            [&](const CloseDealDialog::Answer &a) { answer = a; });
    dialog->open();
    m_fixture->settle();
    auto *reason = dialog->findChild<FieldEditor *>(u"field:reason"_s);
    reason->setValue(u"price"_s);
    auto *competitor = dialog->findChild<FieldEditor *>(u"competitor"_s);
    auto *line = competitor->findChild<QLineEdit *>();
    QVERIFY(line);
    line->setFocus();
    QTest::keyClicks(line, u"Nobody knows it"_s);
    dialog->findChild<QPushButton *>(u"confirm"_s)->click();
    QVERIFY(dialog->isVisible());
    QVERIFY(!competitor->problem().isEmpty());
    competitor->setValue(rival, u"Rival Works"_s);
    dialog->findChild<QPushButton *>(u"confirm"_s)->click();
    QCOMPARE(answer.competitor, rival);
}

void TestDialogs::close_several_keepTheirAmounts() {
    auto *dialog = closing(Outcome::Won, true);
    dialog->open();
    QVERIFY(!dialog->findChild<FieldEditor *>(u"field:amount"_s));
    QVERIFY(dialog->findChild<FieldEditor *>(u"field:closed_on"_s));
}

void TestDialogs::close_empty_isNotAnswered() {
    auto *dialog = closing(Outcome::Lost, false);
    int answers = 0;
    connect(dialog, &CloseDealDialog::answered, this, [&] { ++answers; });
    dialog->open();
    dialog->findChild<QPushButton *>(u"confirm"_s)->click();
    QCOMPARE(answers, 0);
    QVERIFY(dialog->isVisible());
    QVERIFY(!dialog->findChild<FieldEditor *>(u"field:reason"_s)->problem().isEmpty());
}

void TestDialogs::close_turnedAway_isRejected() {
    auto *dialog = closing(Outcome::Won, false);
    QSignalSpy rejected(dialog, &QDialog::rejected);
    dialog->open();
    QTest::keyClick(dialog->findChild<QLineEdit *>(), Qt::Key_Escape);
    QCOMPARE(rejected.count(), 1);
}

void TestDialogs::reason_blank_isAskedAgain() {
    auto *dialog = new ReasonDialog(u"Move"_s, u"Why?"_s, m_fixture->shell(), &m_fixture->window());
    QSignalSpy answered(dialog, &ReasonDialog::answered);
    dialog->open();
    QTest::keyClicks(dialog->findChild<QPlainTextEdit *>(), u"   "_s);
    dialog->findChild<QPushButton *>(u"confirm"_s)->click();
    QCOMPARE(answered.count(), 0);
    QVERIFY(dialog->isVisible());
    QVERIFY(dialog->findChild<QWidget *>(u"problem"_s)->isVisible());
}

void TestDialogs::reason_ctrlEnter_answers() {
    auto *dialog = new ReasonDialog(u"Move"_s, u"Why?"_s, m_fixture->shell(), &m_fixture->window());
    QSignalSpy answered(dialog, &ReasonDialog::answered);
    dialog->open();
    auto *text = dialog->findChild<QPlainTextEdit *>();
    QTest::keyClicks(text, u"budget moved"_s);
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(answered.count(), 1);
    QCOMPARE(answered.front().front().toString(), u"budget moved"_s);
}

void TestDialogs::person_chosen_isKeptForThisDevice() {
    const RecordId chen = m_fixture->make(u"person"_s, {{u"name"_s, {}, u"Chen Yu"_s}});
    m_fixture->shell().choosePerson();
    m_fixture->settle();
    auto *dialog = m_fixture->dialog<PersonDialog>();
    QTest::keyClicks(dialog->findChild<QLineEdit *>(), u"chen"_s);
    QTest::keyClick(dialog->findChild<QLineEdit *>(), Qt::Key_Return);
    QTRY_COMPARE(m_fixture->workspace().actor(), chen);
    QTRY_VERIFY(!m_fixture->dialog<PersonDialog>());
    const QJsonValue kept =
        setting(m_fixture->workspace().reader(), u"device.person"_s, {}, QJsonValue());
    QCOMPARE(kept.toString(), chen.text());
}

void TestDialogs::person_newName_isMadeAndSits() {
    m_fixture->shell().choosePerson();
    m_fixture->settle();
    auto *dialog = m_fixture->dialog<PersonDialog>();
    QTest::keyClicks(dialog->findChild<QLineEdit *>(), u"Sun Nan"_s);
    QCOMPARE(dialog->findChild<QListWidget *>()->currentItem()->text(), u"New person “Sun Nan”"_s);
    dialog->findChild<QPushButton *>(u"confirm"_s)->click();
    QTRY_COMPARE(m_fixture->called(u"person"_s, u"Sun Nan"_s).size(), size_t(1));
    QTRY_COMPARE(m_fixture->workspace().actor(),
                 m_fixture->called(u"person"_s, u"Sun Nan"_s).front());
}

void TestDialogs::person_arrowKeysGoThroughTheList() {
    m_fixture->make(u"person"_s, {{u"name"_s, {}, u"Aa"_s}});
    m_fixture->make(u"person"_s, {{u"name"_s, {}, u"Zz"_s}});
    m_fixture->shell().choosePerson();
    m_fixture->settle();
    auto *dialog = m_fixture->dialog<PersonDialog>();
    auto *list = dialog->findChild<QListWidget *>();
    auto *search = dialog->findChild<QLineEdit *>();
    QCOMPARE(list->currentItem()->text(), u"Li Wanqing"_s);
    QTest::keyClick(search, Qt::Key_Down);
    QCOMPARE(list->currentItem()->text(), u"Zz"_s);
    QTest::keyClick(search, Qt::Key_Down);
    QCOMPARE(list->currentItem()->text(), u"Zz"_s);
    QTest::keyClick(search, Qt::Key_Up);
    QTest::keyClick(search, Qt::Key_Up);
    QCOMPARE(list->currentItem()->text(), u"Aa"_s);
    QVERIFY(search->hasFocus());
}

void TestDialogs::choice_eachWayAnswersWithItsNumber() {
    for (int way = 0; way < 2; ++way) {
        auto *dialog =
            new ChoiceDialog({u"folder"_s,
                              u"Where?"_s,
                              u"Nothing is open."_s,
                              {{u"folder"_s, u"Here"_s, {}}, {u"copy"_s, u"There"_s, {}}},
                              u"Quit"_s},
                             m_fixture->theme(), nullptr);
        QSignalSpy chosen(dialog, &ChoiceDialog::chosen);
        QSignalSpy rejected(dialog, &QDialog::rejected);
        dialog->open();
        dialog->findChild<QPushButton *>(u"way:%1"_s.arg(way))->click();
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.front().front().toInt(), way);
        QCOMPARE(rejected.count(), 0);
    }
}

void TestDialogs::choice_escape_leaves() {
    auto *dialog =
        new ChoiceDialog({u"folder"_s, u"Where?"_s, {}, {{u"folder"_s, u"Here"_s, {}}}, u"Quit"_s},
                         m_fixture->theme(), nullptr);
    QSignalSpy chosen(dialog, &ChoiceDialog::chosen);
    QSignalSpy rejected(dialog, &QDialog::rejected);
    dialog->open();
    QTest::keyClick(dialog, Qt::Key_Escape);
    QCOMPARE(rejected.count(), 1);
    QCOMPARE(chosen.count(), 0);
}

void TestDialogs::busy_cancel_staysUntilItIsOver() {
    QPointer<BusyDialog> dialog = new BusyDialog(u"Copying…"_s, nullptr);
    QSignalSpy rejected(dialog, &QDialog::rejected);
    dialog->open();
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QCOMPARE(rejected.count(), 1);
    QVERIFY(dialog->isVisible());
    dialog->finish();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!dialog);
}

void TestDialogs::confirm_enterTurnsAway_theOtherButtonAgrees() {
    for (const bool agree : {false, true}) {
        auto *dialog = new ConfirmDialog({u"Really?"_s, u"Much would go."_s, u"Go"_s, {}},
                                         &m_fixture->window());
        QSignalSpy agreed(dialog, &ConfirmDialog::agreed);
        QSignalSpy rejected(dialog, &QDialog::rejected);
        dialog->open();
        m_fixture->settle();
        if (agree)
            QTest::mouseClick(dialog->findChild<QPushButton *>(u"confirm"_s), Qt::LeftButton);
        else
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(agreed.count(), int(agree));
        QCOMPARE(rejected.count(), int(!agree));
    }
}

void TestDialogs::newFolder_nameAndPlace_giveAPathThatIsNotThere() {
    const QTemporaryDir place;
    auto *dialog =
        new NewFolderDialog(u"New"_s, u"Dealwright"_s, place.path(), &m_fixture->window());
    QSignalSpy answered(dialog, &NewFolderDialog::answered);
    dialog->open();
    m_fixture->settle();
    auto *name = dialog->findChild<QLineEdit *>(u"name"_s);
    QVERIFY(name->hasFocus());
    QTest::keyClicks(name, u"North team"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(answered.count(), 1);
    QCOMPARE(answered.front().front().toString(), place.filePath(u"North team"_s));
    QVERIFY(!QFile::exists(place.filePath(u"North team"_s)));
}

void TestDialogs::newFolder_wrong_isSaidAndKept_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("place");
    QTest::newRow("no name") << u"  "_s << u"."_s;
    QTest::newRow("slash") << u"a/b"_s << u"."_s;
    QTest::newRow("backslash") << u"a\\b"_s << u"."_s;
    QTest::newRow("parent") << u".."_s << u"."_s;
    QTest::newRow("control") << u"a\x01z"_s << u"."_s;
    QTest::newRow("too long") << QString(u"n"_s).repeated(121) << u"."_s;
    QTest::newRow("full folder") << u"full"_s << u"."_s;
    QTest::newRow("file") << u"file"_s << u"."_s;
    QTest::newRow("no place") << u"new"_s << QString();
    QTest::newRow("place that is not there") << u"new"_s << u"nowhere"_s;
    QTest::newRow("place that is a file") << u"new"_s << u"file"_s;
}

void TestDialogs::newFolder_wrong_isSaidAndKept() {
    QFETCH(const QString, name);
    QFETCH(const QString, place);
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(u"full/something"_s));
    QFile file(folder.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    auto *dialog = new NewFolderDialog(
        u"New"_s, name, place.isEmpty() ? QString() : QDir::cleanPath(folder.filePath(place)),
        &m_fixture->window());
    QSignalSpy answered(dialog, &NewFolderDialog::answered);
    dialog->open();
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"confirm"_s), Qt::LeftButton);
    QCOMPARE(answered.count(), 0);
    QVERIFY(dialog->isVisible());
    QVERIFY(dialog->findChild<QWidget *>(u"problem"_s)->isVisible());
    QCOMPARE(dialog->findChild<QLineEdit *>(u"name"_s)->text(), name);
}

void TestDialogs::newFolder_emptyFolder_isTaken() {
    const QTemporaryDir place;
    QVERIFY(QDir(place.path()).mkdir(u"empty"_s));
    auto *dialog = new NewFolderDialog(u"New"_s, u"empty"_s, place.path(), &m_fixture->window());
    QSignalSpy answered(dialog, &NewFolderDialog::answered);
    dialog->open();
    dialog->findChild<QPushButton *>(u"confirm"_s)->click();
    QCOMPARE(answered.count(), 1);
}

void TestDialogs::usualPlace_isThere() { QVERIFY(QFileInfo(usualPlace()).isDir()); }

DW_TEST(TestDialogs)
#include "tst_dialogs.moc"
