// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/support/ui/windowfixture.h"

#include <QAction>
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
    QString nameOf(RecordId id) { return m_fixture->workspace().reader().title(u"account"_s, id); }
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
