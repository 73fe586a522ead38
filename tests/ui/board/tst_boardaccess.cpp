// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/support/ui/boardfixture.h"
#include "ui/models/columnmodel.h"
#include "ui/pages/board/boardview.h"
#include "ui/pages/board/columns/boardcolumn.h"
#include "ui/pages/board/columns/columnview.h"
#include "ui/pages/board/panel/dealpanel.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

using namespace ui;

/// The board as a screen reader and a keyboard meet it.
class TestBoardAccess : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_f.reset(); }
    void columns_haveNameAndRole();
    void cards_sayAllOfIt();
    void everyControl_hasAName();
    void tab_reachesEverything();
    void arrows_goThroughAllColumns();
    void panel_isReachedAndLeftByKeys();

private:
    std::unique_ptr<BoardFixture> m_f;
};

void TestBoardAccess::init() {
    m_f = std::make_unique<BoardFixture>();
    m_f->deal(u"Qualification"_s, u"One"_s, u"CNY 100"_s);
    m_f->deal(u"Negotiation"_s, u"Two"_s, u"CNY 200"_s);
    m_f->open();
}

void TestBoardAccess::columns_haveNameAndRole() {
    for (int i = 0; i < m_f->board().columnCount(); ++i) {
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&m_f->view(i));
        QVERIFY(list);
        QCOMPARE(list->role(), QAccessible::List);
        const QString name = list->text(QAccessible::Name);
        const BoardGroup &group = m_f->view(i).column()->group();
        QVERIFY2(name.contains(group.name), qPrintable(name));
        QCOMPARE(list->childCount(), m_f->view(i).column()->rowCount());
    }
    const QString first =
        QAccessible::queryAccessibleInterface(&m_f->view(0))->text(QAccessible::Name)
        + QAccessible::queryAccessibleInterface(&m_f->view(0))->text(QAccessible::Description);
    QVERIFY2(first.contains(u"100"_s), qPrintable(first));
}

void TestBoardAccess::cards_sayAllOfIt() {
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&m_f->view(3));
    QAccessibleInterface *card = list->child(0);
    QVERIFY(card);
    QCOMPARE(card->role(), QAccessible::ListItem);
    const QString said = card->text(QAccessible::Name);
    for (const QString &part :
         {u"Two"_s, u"200"_s, u"Negotiation"_s, u"70 %"_s, u"No account"_s, u"No next step"_s})
        QVERIFY2(said.contains(part), qPrintable(said));
    m_f->click(3, 0, Qt::ControlModifier);
    QVERIFY(card->text(QAccessible::Name).contains(u"Selected"_s));
}

void TestBoardAccess::everyControl_hasAName() {
    m_f->click(0, 0);
    for (QWidget *widget : m_f->page().findChildren<QWidget *>()) {
        const bool interactive =
            qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget)
            || qobject_cast<QPlainTextEdit *>(widget) || qobject_cast<QComboBox *>(widget)
            || qobject_cast<QAbstractItemView *>(widget);
        // Qt's own clear button of a line is no stop of the keyboard.
        if (!interactive || !widget->isVisible() || qobject_cast<QLineEdit *>(widget->parent()))
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(face);
        QVERIFY2(!face->text(QAccessible::Name).isEmpty(),
                 qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' '
                            + widget->objectName() + u" in "_s
                            + (widget->parentWidget() ? widget->parentWidget()->objectName()
                                                      : QString())));
    }
}

void TestBoardAccess::tab_reachesEverything() {
    m_f->click(0, 0);
    m_f->page().activateWindow();
    QSet<QWidget *> reached;
    m_f->view(0).setFocus();
    for (int i = 0; i < 200; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        reached.insert(QApplication::focusWidget());
    }
    for (const QString &name :
         {u"boardFilter"_s, u"newDeal"_s, u"closePanel"_s, u"deleteDeal"_s, u"activityText"_s,
          u"moreFields"_s, u"addTask"_s, u"pipelineChoice"_s}) {
        auto *widget = m_f->page().findChild<QWidget *>(name);
        QVERIFY2(widget, qPrintable(name));
        QVERIFY2(!(widget->focusPolicy() & Qt::TabFocus) || reached.contains(widget),
                 qPrintable(name));
    }
    QVERIFY(reached.contains(&m_f->view(3)));
}

void TestBoardAccess::arrows_goThroughAllColumns() {
    m_f->select(0, 0);
    for (int i = 1; i < m_f->board().columnCount(); ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QVERIFY2(m_f->view(i).hasFocus(), qPrintable(QString::number(i)));
    }
}

void TestBoardAccess::panel_isReachedAndLeftByKeys() {
    m_f->select(0, 0);
    m_f->key(0, Qt::Key_Return);
    auto *panel = m_f->page().findChild<DealPanel *>();
    QVERIFY(panel->isVisible());
    QVERIFY(m_f->view(0).hasFocus());
    QTest::keyClick(&m_f->view(0), Qt::Key_Escape);
    m_f->settle();
    QVERIFY(!panel->isVisible());
    QVERIFY(m_f->view(0).hasFocus());
}

} // namespace dw::test

using dw::test::TestBoardAccess;
DW_TEST(TestBoardAccess)

#include "tst_boardaccess.moc"
