// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/support/ui/windowfixture.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;
using namespace dw::ui;

class TestBackupMenu : public QObject {
    Q_OBJECT
private slots:
    void init() { m_fixture = std::make_unique<test::WindowFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void entry_makesOne_andSaysWhenTheLastWas();
    void failure_isSaid();
    void scheduled_isMadeInTheBackground();

private:
    [[nodiscard]] QAction *entry() { return m_fixture->window().findChild<QAction *>(u"backUp"_s); }
    bool waitForEnd() {
        return QTest::qWaitFor([this] { return !m_fixture->shell().backups().isRunning(); },
                               20'000);
    }
    std::unique_ptr<test::WindowFixture> m_fixture;
};

void TestBackupMenu::entry_makesOne_andSaysWhenTheLastWas() {
    QCOMPARE(entry()->text(), u"Back up now\tnone yet"_s);
    entry()->trigger();
    QVERIFY(!entry()->isEnabled());
    QCOMPARE(entry()->text(), u"Back up now\tbeing made…"_s);
    QVERIFY(waitForEnd());
    QVERIFY(entry()->isEnabled());
    QVERIFY(!entry()->text().endsWith(u"none yet"_s));
    const Notification said = m_fixture->said.back();
    QVERIFY(said.tone == ShellServices::Tone::Success);
    const auto made = backupFiles(m_fixture->workspace().paths());
    QCOMPARE(made.size(), size_t(1));
    QVERIFY(said.text.endsWith(QFileInfo(made.front().path).fileName()));
}

void TestBackupMenu::failure_isSaid() {
    const QString folder = m_fixture->workspace().paths().backups();
    QVERIFY(QDir().rmdir(folder));
    QFile inItsPlace(folder);
    QVERIFY(inItsPlace.open(QIODevice::WriteOnly));
    entry()->trigger();
    QVERIFY(waitForEnd());
    QVERIFY(m_fixture->said.back().tone == ShellServices::Tone::Failure);
    QVERIFY(m_fixture->said.back().text.startsWith(u"The backup could not be made."_s));
}

void TestBackupMenu::scheduled_isMadeInTheBackground() {
    m_fixture->shell().backups().start();
    QVERIFY(m_fixture->shell().backups().isRunning());
    const size_t said = m_fixture->said.size();
    QVERIFY(waitForEnd());
    QCOMPARE(m_fixture->said.size(), said);
    QCOMPARE(backupFiles(m_fixture->workspace().paths()).size(), size_t(1));
}

DW_TEST(TestBackupMenu)

#include "tst_backupmenu.moc"
