// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/support/ui/windowfixture.h"
#include "ui/dialogs/confirmdialog.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace dw;
using namespace dw::ui;

class TestUndoControl : public QObject {
    Q_OBJECT
private slots:
    void init() { m_fixture = std::make_unique<test::WindowFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void button_followsTheLog();
    void click_undoesAndRedoes();
    void keys_pressedFast_takeOneStepEach();
    void undo_withNothingLeft_doesNothing();
    void undoSet_notTheLast_takesThatOneOnly();
    void undoSet_partlyTouchedLater_asksBeforeTheRest();
    void undoSet_partlyInUse_saysWhatNeedsIt();
    void undo_ofManyRecords_asksFirst();
    void undo_ofManyRecords_turnedAway_leavesThem();
    void undo_atTheLimit_doesNotAsk();
    void redo_ofManyRecords_asksFirst();
    void undoSet_ofManyRecords_asksFirst();
    void undo_ofManyRecords_pressedTwice_asksOnce();
    void otherPerson_hasNothingToUndo();
    void tooltip_saysWhatInTheLanguageInForce();

private:
    RecordId makeAccount(const QString &name) {
        return m_fixture->make(u"account"_s, {{u"name"_s, {}, name}});
    }
    Committed rename(RecordId id, const QString &name) {
        return m_fixture->must(
            typedWork(u"account"_s, id, {{u"name"_s, {}, name}}, m_fixture->origin()));
    }
    /// One set that makes so many deals, and some accounts beside them.
    qint64 import(int deals, int accounts) {
        const auto &catalog = m_fixture->workspace().catalog();
        Work work;
        work.info.actor = m_fixture->workspace().actor();
        work.info.label = {u"import.set_preset"_s, {{u"file"_s, u"harbour"_s}}};
        work.unit = [catalog, deals, accounts](WriteTransaction &tx) -> Result<void> {
            const std::pair<QString, int> parts[] = {{u"task"_s, deals}, {u"account"_s, accounts}};
            for (const auto &[key, count] : parts) {
                const EntityDesc &entity = *catalog->entity(key);
                for (int i = 0; i < count; ++i) {
                    Record row(key, {});
                    row.set(entity.titleField(), u"%1 %2"_s.arg(key).arg(i));
                    if (const auto made = tx.create(row); !made)
                        return made.error();
                }
            }
            return {};
        };
        return m_fixture->must(work).set;
    }
    int count(const QString &entity) {
        const auto rows = m_fixture->workspace().reader().count(
            {.entity = entity, .where = {}, .sort = {}, .after = {}},
            m_fixture->workspace().readTime());
        return rows ? int(*rows) : -1;
    }
    ConfirmDialog *question() { return m_fixture->dialog<ConfirmDialog>(); }
    void press(Qt::KeyboardModifiers extra = Qt::NoModifier) {
        QTest::keyClick(&m_fixture->window(), Qt::Key_Z, Qt::ControlModifier | extra);
    }
    QString nameOf(RecordId id) { return m_fixture->workspace().reader().title(u"account"_s, id); }
    static QStringList textsOf(const QDialog &dialog) {
        QStringList texts;
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            texts << label->text();
        return texts;
    }
    QAction *action(const QString &name) { return m_fixture->window().findChild<QAction *>(name); }
    QToolButton *button(const QString &name) {
        const auto all = m_fixture->window().findChildren<QToolButton *>();
        const auto found = std::find_if(all.begin(), all.end(), [&](const QToolButton *b) {
            return b->defaultAction() == action(name);
        });
        return found == all.end() ? nullptr : *found;
    }

    std::unique_ptr<test::WindowFixture> m_fixture;
};

void TestUndoControl::button_followsTheLog() {
    const bool before = action(u"undo"_s)->isEnabled();
    QVERIFY2(!before, "nothing was done by hand in a new workspace");
    makeAccount(u"Acme"_s);
    QTRY_VERIFY(action(u"undo"_s)->isEnabled());
    QVERIFY(!action(u"redo"_s)->isEnabled());
    QVERIFY2(button(u"undo"_s)->toolTip().contains(u"Acme"_s),
             qPrintable(button(u"undo"_s)->toolTip()));
}

void TestUndoControl::click_undoesAndRedoes() {
    const RecordId id = makeAccount(u"Acme"_s);
    rename(id, u"Acme Ltd"_s);
    QTRY_VERIFY(action(u"undo"_s)->isEnabled());
    button(u"undo"_s)->click();
    QTRY_COMPARE(nameOf(id), u"Acme"_s);
    QTRY_VERIFY(action(u"redo"_s)->isEnabled());
    button(u"redo"_s)->click();
    QTRY_COMPARE(nameOf(id), u"Acme Ltd"_s);
    QTRY_VERIFY(!action(u"redo"_s)->isEnabled());
}

void TestUndoControl::keys_pressedFast_takeOneStepEach() {
    const RecordId id = makeAccount(u"One"_s);
    rename(id, u"Two"_s);
    rename(id, u"Three"_s);
    QTRY_VERIFY(action(u"undo"_s)->isEnabled());
    m_fixture->window().setFocus();
    QTest::keyClick(&m_fixture->window(), Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(&m_fixture->window(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(nameOf(id), u"One"_s);
    m_fixture->settle();
    QCOMPARE(nameOf(id), u"One"_s);
    QTRY_VERIFY(action(u"redo"_s)->isEnabled());
    QTest::keyClick(&m_fixture->window(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(nameOf(id), u"Two"_s);
    for (const Notification &n : m_fixture->said)
        QVERIFY2(n.tone != ShellServices::Tone::Failure, qPrintable(n.text));
}

void TestUndoControl::undo_withNothingLeft_doesNothing() {
    m_fixture->shell().undo();
    m_fixture->shell().redo();
    m_fixture->settle();
    QVERIFY(m_fixture->said.empty());
}

void TestUndoControl::undoSet_notTheLast_takesThatOneOnly() {
    const RecordId one = makeAccount(u"One"_s);
    const RecordId two = makeAccount(u"Two"_s);
    const qint64 set = rename(one, u"One Ltd"_s).set;
    rename(two, u"Two Ltd"_s);
    m_fixture->shell().undoSet(set);
    QTRY_COMPARE(nameOf(one), u"One"_s);
    QCOMPARE(nameOf(two), u"Two Ltd"_s);
}

void TestUndoControl::undoSet_partlyTouchedLater_asksBeforeTheRest() {
    const RecordId id = makeAccount(u"One"_s);
    const qint64 set =
        m_fixture
            ->must(typedWork(u"account"_s, id,
                             {{u"name"_s, {}, u"Two"_s}, {u"sector"_s, {}, u"steel"_s}},
                             m_fixture->origin()))
            .set;
    rename(id, u"Three"_s);
    m_fixture->shell().undoSet(set);
    QTRY_COMPARE(m_fixture->said.size(), size_t(1));
    QVERIFY2(m_fixture->said.back().text.contains(u"Three · Name"_s),
             qPrintable(m_fixture->said.back().text));
    const EntityDesc &account = *m_fixture->workspace().catalog()->entity(u"account");
    const auto sector = [&] {
        return (*m_fixture->workspace().reader().find(u"account"_s, id))
            ->record.value(account.byName(u"sector"))
            .as<QString>();
    };
    QCOMPARE(sector(), u"steel"_s);
    m_fixture->said.back().action.run();
    QTRY_COMPARE(sector(), QString());
    QCOMPARE(nameOf(id), u"Three"_s);
}

void TestUndoControl::undoSet_partlyInUse_saysWhatNeedsIt() {
    const qint64 set = import(1, 2);
    m_fixture->must(typedWork(u"contact"_s, {},
                              {{u"name"_s, {}, u"Li Na"_s}, {u"account"_s, {}, u"account 1"_s}},
                              m_fixture->origin()));
    m_fixture->shell().undoSet(set);
    QTRY_COMPARE(m_fixture->said.size(), size_t(1));
    QVERIFY2(m_fixture->said.back().text.contains(u"account 1 · “Li Na” needs it"_s),
             qPrintable(m_fixture->said.back().text));
}

void TestUndoControl::undo_ofManyRecords_asksFirst() {
    import(25, 3);
    QTRY_VERIFY(action(u"undo"_s)->isEnabled());
    QVERIFY2(button(u"undo"_s)->toolTip().contains(u"harbour · 28 records"_s),
             qPrintable(button(u"undo"_s)->toolTip()));
    press();
    QTRY_VERIFY(question());
    QCOMPARE(count(u"task"_s), 25);
    QCOMPARE(question()->windowTitle(), u"Undo “Import the set harbour”?"_s);
    QVERIFY2(textsOf(*question()).contains(u"25 tasks and 3 other records go to the bin."_s),
             qPrintable(textsOf(*question()).join(u'|')));
    QVERIFY(question()->findChild<QPushButton *>(u"cancel"_s)->hasFocus());
    QTest::mouseClick(question()->findChild<QPushButton *>(u"confirm"_s), Qt::LeftButton);
    QTRY_COMPARE(count(u"task"_s), 0);
    QCOMPARE(count(u"account"_s), 0);
    QTRY_VERIFY(!m_fixture->said.empty());
    QVERIFY2(m_fixture->said.back().text.contains(u"28 records"_s),
             qPrintable(m_fixture->said.back().text));
}

void TestUndoControl::undo_ofManyRecords_turnedAway_leavesThem() {
    import(21, 0);
    QTRY_VERIFY(action(u"undo"_s)->isEnabled());
    press();
    QTRY_VERIFY(question());
    QVERIFY(textsOf(*question()).contains(u"21 tasks go to the bin."_s));
    QTest::keyClick(question(), Qt::Key_Escape);
    m_fixture->settle();
    QVERIFY(!question());
    QCOMPARE(count(u"task"_s), 21);
    QVERIFY(action(u"undo"_s)->isEnabled());
}

void TestUndoControl::undo_atTheLimit_doesNotAsk() {
    import(20, 0);
    QTRY_VERIFY(action(u"undo"_s)->isEnabled());
    press();
    QTRY_COMPARE(count(u"task"_s), 0);
    QVERIFY(!question());
}

void TestUndoControl::redo_ofManyRecords_asksFirst() {
    import(21, 0);
    QTRY_VERIFY(action(u"undo"_s)->isEnabled());
    press();
    QTRY_VERIFY(question());
    question()->findChild<QPushButton *>(u"confirm"_s)->click();
    QTRY_COMPARE(count(u"task"_s), 0);
    QTRY_VERIFY(action(u"redo"_s)->isEnabled());
    // A window manager would do so when the question closes.
    m_fixture->window().activateWindow();
    m_fixture->settle();
    press(Qt::ShiftModifier);
    QTRY_VERIFY(question());
    QVERIFY(textsOf(*question()).contains(u"21 tasks come back from the bin."_s));
    question()->findChild<QPushButton *>(u"confirm"_s)->click();
    QTRY_COMPARE(count(u"task"_s), 21);
}

void TestUndoControl::undoSet_ofManyRecords_asksFirst() {
    import(21, 0);
    const auto set = nextUndo(m_fixture->workspace().reader().connection(),
                              m_fixture->workspace().device(), m_fixture->workspace().actor());
    m_fixture->shell().undoSet((*set)->seq);
    QTRY_VERIFY(question());
    QCOMPARE(count(u"task"_s), 21);
}

void TestUndoControl::undo_ofManyRecords_pressedTwice_asksOnce() {
    const RecordId before = makeAccount(u"Before"_s);
    import(21, 0);
    QTRY_VERIFY(action(u"undo"_s)->isEnabled());
    m_fixture->shell().undo();
    m_fixture->shell().undo();
    QTRY_VERIFY(question());
    m_fixture->settle();
    QCOMPARE(m_fixture->window().findChildren<ConfirmDialog *>().size(), 1);
    QCOMPARE(count(u"task"_s), 21);
    QCOMPARE(nameOf(before), u"Before"_s);
}

void TestUndoControl::otherPerson_hasNothingToUndo() {
    makeAccount(u"Acme"_s);
    const RecordId other = m_fixture->make(u"person"_s, {{u"name"_s, {}, u"Chen Yu"_s}});
    QTRY_VERIFY(action(u"undo"_s)->isEnabled());
    m_fixture->workspace().actAs(other);
    QTRY_VERIFY(!action(u"undo"_s)->isEnabled());
}

void TestUndoControl::tooltip_saysWhatInTheLanguageInForce() {
    makeAccount(u"Acme"_s);
    QTRY_VERIFY(button(u"undo"_s)->toolTip().startsWith(u"Undo: "_s));
    m_fixture->languages().use(Language::Chinese);
    m_fixture->settle();
    QVERIFY2(button(u"undo"_s)->toolTip().startsWith(u"撤销："_s),
             qPrintable(button(u"undo"_s)->toolTip()));
}

DW_TEST(TestUndoControl)
#include "tst_undocontrol.moc"
