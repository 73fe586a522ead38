// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/support/ui/windowfixture.h"
#include "ui/dialogs/persondialog.h"
#include "ui/shell/notificationtray.h"
#include "ui/shell/toast.h"

#include <QAction>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace dw;
using namespace dw::ui;

class TestNotifications : public QObject {
    Q_OBJECT
private slots:
    void init() { m_fixture = std::make_unique<test::WindowFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void run_done_saysSoAndUndoTakesItBack();
    void run_refused_saysWhyInEveryReason();
    void run_nothingDiffered_saysNothing();
    void show_neverTakesTheFocus();
    void show_another_replacesTheOneBefore();
    void failures_stayUntilClosed_butNoMoreThanThree();
    void failure_standsBesideWhatComesLater();
    void undoOffer_isGoneOnceItsSetIsUndone();
    void undoOffer_isGoneOnceSomethingElseIsWritten();
    void undoOffer_staysForItsOwnSet();
    void redoOffer_isGoneOnceDoneAgain();
    void behindADialog_messagesWaitUntilItCloses();
    void show_theSameTwice_standsOnce();
    void close_removesIt();
    void tray_staysInsideTheWindow();

private:
    std::vector<Toast *> shown() {
        std::vector<Toast *> open;
        for (Toast *toast : m_fixture->window().findChildren<Toast *>()) {
            if (toast->isVisible())
                open.push_back(toast);
        }
        std::sort(open.begin(), open.end(),
                  [](const Toast *a, const Toast *b) { return a->y() < b->y(); });
        return open;
    }
    QStringList texts() {
        QStringList texts;
        for (const Toast *toast : shown())
            texts << toast->text();
        return texts;
    }
    void makeAccount(const QString &name) {
        m_fixture->shell().run(
            typedWork(u"account"_s, {}, {{u"name"_s, {}, name}}, m_fixture->origin()),
            u"Account made"_s, {});
    }
    void pressUndo() {
        auto *undo = m_fixture->window().findChild<QAction *>(u"undo"_s);
        QTRY_VERIFY(undo->isEnabled());
        QTest::keyClick(&m_fixture->window(), Qt::Key_Z, Qt::ControlModifier);
    }
    void say(const QString &text) {
        m_fixture->shell().notify(ShellServices::Tone::Info, text, {});
    }

    std::unique_ptr<test::WindowFixture> m_fixture;
};

void TestNotifications::run_done_saysSoAndUndoTakesItBack() {
    m_fixture->shell().run(
        typedWork(u"account"_s, {}, {{u"name"_s, {}, u"Acme"_s}}, m_fixture->origin()),
        u"Account made"_s, {});
    QTRY_COMPARE(shown().size(), size_t(1));
    QCOMPARE(shown().front()->text(), u"Account made"_s);
    QCOMPARE(m_fixture->called(u"account"_s, u"Acme"_s).size(), size_t(1));
    QTest::mouseClick(shown().front()->findChild<QPushButton *>(u"action"_s), Qt::LeftButton);
    QTRY_VERIFY(m_fixture->called(u"account"_s, u"Acme"_s).empty());
}

void TestNotifications::run_refused_saysWhyInEveryReason() {
    bool answered = false;
    m_fixture->shell().run(
        typedWork(u"contact"_s, {}, {{u"email"_s, {}, u"no"_s}}, m_fixture->origin()),
        u"Contact made"_s, [&](const Result<Committed> &result) {
            QVERIFY(!result);
            answered = true;
        });
    QTRY_VERIFY(answered);
    QCOMPARE(m_fixture->said.size(), size_t(1));
    QCOMPARE(m_fixture->said.back().tone, ShellServices::Tone::Failure);
    QVERIFY2(m_fixture->said.back().text.contains(u"Name"_s),
             qPrintable(m_fixture->said.back().text));
    QVERIFY(m_fixture->said.back().text.contains(u"E-mail"_s));
}

void TestNotifications::run_nothingDiffered_saysNothing() {
    const RecordId id = m_fixture->make(u"account"_s, {{u"name"_s, {}, u"Acme"_s}});
    bool answered = false;
    m_fixture->shell().run(
        typedWork(u"account"_s, id, {{u"name"_s, {}, u"Acme"_s}}, m_fixture->origin()),
        u"Changed"_s, [&](const Result<Committed> &result) {
            QVERIFY(result.ok());
            answered = true;
        });
    QTRY_VERIFY(answered);
    QVERIFY(m_fixture->said.empty());
}

void TestNotifications::show_neverTakesTheFocus() {
    auto *button = m_fixture->window().findChild<QToolButton *>(u"theme"_s);
    button->setFocus();
    m_fixture->shell().notify(ShellServices::Tone::Failure, u"Bad"_s, {u"Retry"_s, [] {}});
    m_fixture->settle();
    QCOMPARE(shown().size(), size_t(1));
    QVERIFY(button->hasFocus());
}

void TestNotifications::show_another_replacesTheOneBefore() {
    for (int i = 1; i <= 4; ++i)
        say(u"Message %1"_s.arg(i));
    QCOMPARE(texts(), QStringList{u"Message 4"_s});
}

void TestNotifications::failures_stayUntilClosed_butNoMoreThanThree() {
    for (int i = 1; i <= 4; ++i)
        m_fixture->shell().notify(ShellServices::Tone::Failure, u"Bad %1"_s.arg(i), {});
    QCOMPARE(texts(), (QStringList{u"Bad 2"_s, u"Bad 3"_s, u"Bad 4"_s}));
    QTest::mouseClick(shown().front()->findChild<QToolButton *>(u"close"_s), Qt::LeftButton);
    QCOMPARE(texts(), (QStringList{u"Bad 3"_s, u"Bad 4"_s}));
}

void TestNotifications::failure_standsBesideWhatComesLater() {
    say(u"Done"_s);
    m_fixture->shell().notify(ShellServices::Tone::Failure, u"Bad"_s, {});
    say(u"Done too"_s);
    QCOMPARE(texts(), (QStringList{u"Bad"_s, u"Done too"_s}));
}

void TestNotifications::undoOffer_isGoneOnceItsSetIsUndone() {
    makeAccount(u"Acme"_s);
    QTRY_COMPARE(texts(), QStringList{u"Account made"_s});
    pressUndo();
    QTRY_VERIFY(m_fixture->called(u"account"_s, u"Acme"_s).empty());
    QTRY_VERIFY(!texts().isEmpty() && texts().constFirst().startsWith(u"Undone: "_s));
    QCOMPARE(texts().size(), 1);
}

void TestNotifications::undoOffer_isGoneOnceSomethingElseIsWritten() {
    makeAccount(u"Acme"_s);
    QTRY_COMPARE(texts(), QStringList{u"Account made"_s});
    m_fixture->make(u"account"_s, {{u"name"_s, {}, u"Other"_s}});
    QTRY_VERIFY(texts().isEmpty());
}

void TestNotifications::undoOffer_staysForItsOwnSet() {
    makeAccount(u"Acme"_s);
    QTRY_COMPARE(texts(), QStringList{u"Account made"_s});
    m_fixture->settle();
    QCOMPARE(texts(), QStringList{u"Account made"_s});
}

void TestNotifications::redoOffer_isGoneOnceDoneAgain() {
    makeAccount(u"Acme"_s);
    QTRY_COMPARE(texts(), QStringList{u"Account made"_s});
    pressUndo();
    QTRY_VERIFY(!texts().isEmpty() && texts().constFirst().startsWith(u"Undone: "_s));
    m_fixture->make(u"account"_s, {{u"name"_s, {}, u"Other"_s}});
    QTRY_VERIFY(texts().isEmpty());
}

void TestNotifications::behindADialog_messagesWaitUntilItCloses() {
    m_fixture->shell().choosePerson();
    m_fixture->settle();
    auto *dialog = m_fixture->dialog<PersonDialog>();
    say(u"Behind"_s);
    QVERIFY(texts().isEmpty());
    m_fixture->shell().notify(ShellServices::Tone::Failure, u"Bad"_s, {});
    QCOMPARE(texts(), QStringList{u"Bad"_s});
    QVERIFY2(shown().front()->window() != dialog, "it stands in the window behind");
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_COMPARE(texts(), (QStringList{u"Bad"_s, u"Behind"_s}));
}

void TestNotifications::show_theSameTwice_standsOnce() {
    say(u"Again"_s);
    say(u"Again"_s);
    QCOMPARE(shown().size(), size_t(1));
}

void TestNotifications::close_removesIt() {
    say(u"Gone soon"_s);
    shown().front()->findChild<QToolButton *>(u"close"_s)->click();
    QVERIFY(shown().empty());
}

void TestNotifications::tray_staysInsideTheWindow() {
    say(QString(u"A very long sentence about what happened and what was kept. "_s).repeated(6));
    m_fixture->settle();
    for (const QSize &size : {QSize(760, 480), QSize(1440, 900)}) {
        m_fixture->window().resize(size);
        const Toast *toast = shown().front();
        const QRect where(toast->mapTo(&m_fixture->window(), QPoint()), toast->size());
        QVERIFY(m_fixture->window().rect().contains(where));
    }
}

DW_TEST(TestNotifications)
#include "tst_notifications.moc"
