// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/support/ui/windowfixture.h"
#include "ui/shell/notificationtray.h"
#include "ui/shell/toast.h"

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
    void show_fourAtOnce_theFourthWaits();
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
        return open;
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

void TestNotifications::show_fourAtOnce_theFourthWaits() {
    for (int i = 1; i <= 4; ++i)
        say(u"Message %1"_s.arg(i));
    QCOMPARE(shown().size(), size_t(3));
    shown().front()->findChild<QToolButton *>(u"close"_s)->click();
    QCOMPARE(shown().size(), size_t(3));
    QCOMPARE(shown().back()->text(), u"Message 4"_s);
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
