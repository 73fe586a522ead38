// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/support/ui/windowfixture.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/shell/bellbutton.h"
#include "ui/theme/stillstyle.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

using namespace ui;

/// What the window said before, what it is, and that nothing in it moves by itself.
class TestBell : public QObject {
    Q_OBJECT

private slots:
    void init() { m_f = std::make_unique<WindowFixture>(); }
    void cleanup() { m_f.reset(); }
    void bell_isThereOnceSomethingWasSaid();
    void bell_listsTheNewestFirst_andForgets();
    void bell_keepsSoManyOnly();
    void about_byKeyAndByMenu();
    void about_savesDiagnostics();
    void about_saysWhyItCouldNotSave();
    void nothingMoves();

private:
    [[nodiscard]] BellButton &bell() const { return *m_f->window().findChild<BellButton *>(); }
    [[nodiscard]] QStringList listed() const;
    void saveTo(const QString &path);

    std::unique_ptr<WindowFixture> m_f;
};

QStringList TestBell::listed() const {
    QStringList texts;
    auto *list = m_f->window().findChild<QFrame *>(u"notificationList"_s);
    if (!list)
        return texts;
    for (QLabel *label : list->findChildren<QLabel *>()) {
        if (label->property("role") == u"value"_s)
            texts << label->text();
    }
    return texts;
}

void TestBell::bell_isThereOnceSomethingWasSaid() {
    QVERIFY(!bell().isVisible());
    m_f->shell().notify(ShellServices::Tone::Info, u"Working…"_s, {});
    QVERIFY(!bell().isVisible());
    m_f->shell().notify(ShellServices::Tone::Success, u"Done"_s, {});
    QVERIFY(bell().isVisible());
    QCOMPARE(bell().accessibleName(), u"What was said"_s);
    m_f->shell().notifyError(makeError(ErrorKind::Io, u"zip.write"_s));
    QVERIFY2(bell().accessibleName().contains(u"1"_s), qPrintable(bell().accessibleName()));
}

void TestBell::bell_listsTheNewestFirst_andForgets() {
    m_f->shell().notify(ShellServices::Tone::Success, u"First"_s, {});
    m_f->shell().notify(ShellServices::Tone::Failure, u"Second"_s, {});
    QTest::mouseClick(&bell(), Qt::LeftButton);
    QCOMPARE(listed(), (QStringList{u"Second"_s, u"First"_s}));
    QCOMPARE(bell().accessibleName(), u"What was said"_s);
    auto *clear = m_f->window().findChild<QPushButton *>(u"clearNotifications"_s);
    QVERIFY(clear->hasFocus());
    QTest::keyClick(clear, Qt::Key_Space);
    QVERIFY(!bell().isVisible());
}

void TestBell::bell_keepsSoManyOnly() {
    for (size_t i = 0; i <= NotificationLog::most; ++i)
        m_f->shell().notify(ShellServices::Tone::Success, QString::number(i), {});
    QTest::mouseClick(&bell(), Qt::LeftButton);
    QCOMPARE(size_t(listed().size()), NotificationLog::most);
    QCOMPARE(listed().back(), u"1"_s);
}

void TestBell::about_byKeyAndByMenu() {
    auto *action = m_f->window().findChild<QAction *>(u"about"_s);
    QVERIFY(!action->shortcut().isEmpty());
    action->trigger();
    auto *dialog = m_f->dialog<AboutDialog>();
    QVERIFY(dialog);
    QStringList texts;
    for (QLabel *label : dialog->findChildren<QLabel *>())
        texts << label->text();
    const QString all = texts.join(u'\n');
    QVERIFY(all.contains(u"GNU General Public License"_s));
    QVERIFY(all.contains(QString::fromLatin1(qVersion())));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(!dialog->isVisible());
}

void TestBell::saveTo(const QString &path) {
    m_f->window().findChild<QAction *>(u"about"_s)->trigger();
    auto *dialog = m_f->dialog<AboutDialog>();
    dialog->findChild<QPushButton *>(u"confirm"_s)->click();
    auto *chooser = dialog->findChild<QFileDialog *>();
    QVERIFY(chooser);
    emit chooser->fileSelected(path);
    chooser->close();
    m_f->settle();
}

void TestBell::about_savesDiagnostics() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"d.zip"_s);
    saveTo(path);
    QVERIFY(QFile::exists(path));
    QVERIFY(!m_f->dialog<AboutDialog>());
    QVERIFY(m_f->said.back().text.contains(u"d.zip"_s));
    QVERIFY(m_f->said.back().action.run);
}

void TestBell::about_saysWhyItCouldNotSave() {
    saveTo(u"/nowhere/at/all/d.zip"_s);
    auto *dialog = m_f->dialog<AboutDialog>();
    QVERIFY(dialog);
    bool told = false;
    for (QLabel *label : dialog->findChildren<QLabel *>())
        told = told || (label->isVisible() && label->text().contains(u"could not be written"_s));
    QVERIFY(told);
}

void TestBell::nothingMoves() {
    QCOMPARE(QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration), 0);
    for (const Qt::UIEffect effect : {Qt::UI_AnimateMenu, Qt::UI_FadeMenu, Qt::UI_AnimateCombo,
                                      Qt::UI_AnimateTooltip, Qt::UI_FadeTooltip})
        QVERIFY(!QApplication::isEffectEnabled(effect));
}

} // namespace dw::test

using dw::test::TestBell;
DW_TEST(TestBell)

#include "tst_bell.moc"
