// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/panel/dealpanel.h"

#include "core/services/readworker.h"
#include "tests/support/testmain.h"
#include "tests/support/ui/fakeshell.h"
#include "ui/forms/activityentry.h"
#include "ui/models/boardstore.h"
#include "ui/pages/board/panel/dealfield.h"
#include "ui/pages/board/panel/panelfields.h"
#include "ui/pages/board/panel/panelhead.h"
#include "ui/pages/board/panel/partyrow.h"
#include "ui/pages/board/panel/taskrows.h"
#include "ui/pages/board/panel/timelinerows.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/sourcetag.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace dw::test {

using namespace ui;

/// The side panel by itself: quick entry, tasks, parties, past, fields that are folded away.
class TestDealPanel : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void entry_ctrlEnterWrites_data();
    void entry_ctrlEnterWrites();
    void entry_enterAloneMakesALine();
    void entry_draftStaysWithItsDeal();
    void entry_refusedKeepsTheWords();
    void entry_dayOfATask();
    void task_doneByItsCircle();
    void task_putOffAndRemovedByItsMenu();
    void parties_addRemoveAndWhy();
    void fields_emptyOnesAreFoldedAway();
    void fields_headOpensTheEditor();
    void fields_emptiedKeepsItsPlaceUntilTheDealChanges();
    void timeline_mixesChangesAndEvents();
    void timeline_earlierOnesOnAsking();

private:
    RecordId show(const QString &name);
    void settle();
    [[nodiscard]] QPlainTextEdit &text() const {
        return *m_panel->findChild<QPlainTextEdit *>(u"activityText"_s);
    }
    template <typename T> [[nodiscard]] T *last(const QString &name) const {
        const auto all = m_panel->findChildren<T *>(name);
        return all.isEmpty() ? nullptr : all.back();
    }
    void tab(ActivityDraft::Kind kind);
    [[nodiscard]] std::vector<Record> around(const QString &entity, RecordId deal) {
        return m_shell->workspace().reader().related(entity, u"deal"_s, deal);
    }
    [[nodiscard]] FieldValue value(const Record &record, QStringView field) const {
        return record.value(m_shell->workspace().catalog()->entity(record.entity())->byName(field));
    }
    [[nodiscard]] QStringList timeline() const;
    void choose(const QString &menu, const QString &text);

    std::unique_ptr<FakeShell> m_shell;
    std::unique_ptr<BoardStore> m_store;
    std::unique_ptr<DealPanel> m_panel;
};

void TestDealPanel::init() {
    m_shell = std::make_unique<FakeShell>();
    m_store = std::make_unique<BoardStore>();
    m_panel = std::make_unique<DealPanel>(*m_store, *m_shell, nullptr);
    connect(&m_shell->workspace(), &Workspace::changed, m_panel.get(), &DealPanel::follow);
    m_panel->resize(315, 900);
    m_panel->setVisible(true);
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

void TestDealPanel::cleanup() {
    m_panel.reset();
    m_store.reset();
    m_shell.reset();
}

void TestDealPanel::settle() {
    QTRY_VERIFY(m_shell->running == 0);
    for (int i = 0; i < 3; ++i) {
        QCoreApplication::processEvents();
        m_shell->workspace().worker().drain();
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    QTRY_VERIFY(m_panel->isReady());
}

RecordId TestDealPanel::show(const QString &name) {
    const RecordId deal = m_shell->makeDeal(u"Qualification"_s, {{u"name"_s, {}, name}});
    Workspace &workspace = m_shell->workspace();
    const auto all = pipelines(workspace.reader());
    m_store->reset(loadBoard(workspace.reader(), workspace.readTime(), all->front().id).value());
    m_panel->show(deal);
    settle();
    return deal;
}

void TestDealPanel::tab(ActivityDraft::Kind kind) {
    QTest::mouseClick(m_panel->findChild<QToolButton *>(u"activityTab%1"_s.arg(int(kind))),
                      Qt::LeftButton);
}

QStringList TestDealPanel::timeline() const {
    QStringList lines;
    for (QWidget *row : m_panel->findChildren<QWidget *>(u"timelineRow"_s)) {
        QStringList texts;
        for (QLabel *label : row->findChildren<QLabel *>())
            texts << (qobject_cast<ElidedLabel *>(label)
                          ? static_cast<ElidedLabel *>(label)->whole()
                          : label->text());
        lines << texts.join(u'|');
    }
    return lines;
}

void TestDealPanel::choose(const QString &name, const QString &text) {
    auto *menu = last<QMenu>(name);
    QVERIFY(menu);
    for (QAction *action : menu->actions()) {
        if (action->text() == text) {
            action->trigger();
            menu->close();
            settle();
            return;
        }
    }
    QFAIL(qPrintable(text));
}

void TestDealPanel::entry_ctrlEnterWrites_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("entity");
    using Kind = ActivityDraft::Kind;
    QTest::newRow("note") << int(Kind::Note) << u"note"_s;
    QTest::newRow("call") << int(Kind::Call) << u"touchpoint"_s;
    QTest::newRow("visit") << int(Kind::Visit) << u"touchpoint"_s;
    QTest::newRow("message") << int(Kind::Message) << u"touchpoint"_s;
    QTest::newRow("task") << int(Kind::Task) << u"task"_s;
}

void TestDealPanel::entry_ctrlEnterWrites() {
    QFETCH(const int, kind);
    QFETCH(const QString, entity);
    const RecordId deal = show(u"Line 1"_s);
    tab(ActivityDraft::Kind(kind));
    QVERIFY(text().hasFocus());
    QTest::keyClicks(&text(), u"Agreed on terms"_s);
    QVERIFY(m_panel->hasEntry());
    QTest::keyClick(&text(), Qt::Key_Return, Qt::ControlModifier);
    settle();
    const auto rows = around(entity, deal);
    QCOMPARE(rows.size(), size_t(1));
    QCOMPARE(text().toPlainText(), QString());
    QVERIFY(!m_panel->hasEntry());
    QCOMPARE(m_shell->messages.size(), 1);
    if (entity == "task"_L1)
        QVERIFY(last<QWidget>(u"task"_s));
    else
        QVERIFY(timeline().join(u'\n').contains(u"Agreed on terms"_s));
    // Undo on the spot.
    m_shell->undo();
    settle();
    QCOMPARE(around(entity, deal).size(), size_t(0));
}

void TestDealPanel::entry_enterAloneMakesALine() {
    const RecordId deal = show(u"Line 1"_s);
    text().setFocus();
    QTest::keyClicks(&text(), u"one"_s);
    QTest::keyClick(&text(), Qt::Key_Return);
    QTest::keyClicks(&text(), u"two"_s);
    QVERIFY(around(u"note"_s, deal).empty());
    QTest::mouseClick(m_panel->findChild<QPushButton *>(u"activityLog"_s), Qt::LeftButton);
    settle();
    const auto notes = around(u"note"_s, deal);
    QCOMPARE(notes.size(), size_t(1));
    QCOMPARE(value(notes.front(), u"title").as<QString>(), u"one"_s);
    QCOMPARE(value(notes.front(), u"body").as<QString>(), u"one\ntwo"_s);
}

void TestDealPanel::entry_draftStaysWithItsDeal() {
    const RecordId first = show(u"Line 1"_s);
    QTest::keyClicks(&text(), u"half a thought"_s);
    show(u"Line 2"_s);
    QCOMPARE(text().toPlainText(), QString());
    QVERIFY(m_panel->hasEntry());
    QVERIFY(!m_panel->draft().isEmpty());
    m_panel->show(first);
    settle();
    QCOMPARE(text().toPlainText(), u"half a thought"_s);
}

void TestDealPanel::entry_refusedKeepsTheWords() {
    const RecordId deal = show(u"Line 1"_s);
    const QJsonArray rules{QJsonObject{{u"entity"_s, u"note"_s}, {u"allow"_s, false}}};
    m_shell->must(settingWork(u"access.rules"_s, SettingScope::Team, rules, m_shell->origin()));
    QTest::keyClicks(&text(), u"secret"_s);
    QTest::keyClick(&text(), Qt::Key_Return, Qt::ControlModifier);
    settle();
    QVERIFY(around(u"note"_s, deal).empty());
    QCOMPARE(text().toPlainText(), u"secret"_s);
    bool told = false;
    for (QLabel *label : m_panel->findChild<ActivityEntry *>()->findChildren<QLabel *>())
        told = told || (label->isVisible() && !label->text().isEmpty());
    QVERIFY(told);
    QVERIFY(m_shell->errors.empty());
}

void TestDealPanel::entry_dayOfATask() {
    const RecordId deal = show(u"Line 1"_s);
    tab(ActivityDraft::Kind::Task);
    QTest::keyClicks(&text(), u"Call back"_s);
    QTest::mouseClick(m_panel->findChild<QToolButton *>(u"activityDay"_s), Qt::LeftButton);
    choose(u"activityDays"_s, u"Tomorrow"_s);
    QTest::keyClick(&text(), Qt::Key_Return, Qt::ControlModifier);
    settle();
    QCOMPARE(value(around(u"task"_s, deal).front(), u"due_on").as<QDate>(), QDate(2026, 3, 6));
}

void TestDealPanel::task_doneByItsCircle() {
    const RecordId deal = show(u"Line 1"_s);
    tab(ActivityDraft::Kind::Task);
    QTest::keyClicks(&text(), u"Call back"_s);
    QTest::keyClick(&text(), Qt::Key_Return, Qt::ControlModifier);
    settle();
    QTest::mouseClick(last<QToolButton>(u"taskDone"_s), Qt::LeftButton);
    settle();
    QVERIFY(value(around(u"task"_s, deal).front(), u"done").as<bool>());
    QVERIFY(!value(around(u"task"_s, deal).front(), u"done_at").isEmpty());
    QVERIFY(!last<QWidget>(u"task"_s));
    QVERIFY(timeline().join(u'\n').contains(u"Call back"_s));
    m_shell->undo();
    settle();
    QVERIFY(last<QWidget>(u"task"_s));
}

void TestDealPanel::task_putOffAndRemovedByItsMenu() {
    const RecordId deal = show(u"Line 1"_s);
    tab(ActivityDraft::Kind::Task);
    QTest::keyClicks(&text(), u"Call back"_s);
    QTest::keyClick(&text(), Qt::Key_Return, Qt::ControlModifier);
    settle();
    QTest::mouseClick(last<QToolButton>(u"taskMore"_s), Qt::LeftButton);
    choose(u"taskMenu"_s, u"Due in a week"_s);
    QCOMPARE(value(around(u"task"_s, deal).front(), u"due_on").as<QDate>(), QDate(2026, 3, 12));
    QTest::mouseClick(last<QToolButton>(u"taskMore"_s), Qt::LeftButton);
    choose(u"taskMenu"_s, u"Move to the bin"_s);
    QVERIFY(around(u"task"_s, deal).empty());
    QVERIFY(!last<QWidget>(u"task"_s));
}

void TestDealPanel::parties_addRemoveAndWhy() {
    const RecordId deal = show(u"Line 1"_s);
    auto *row = m_panel->findChild<PartyRow *>(u"party_deal_competitor"_s);
    const auto buttons = row->findChildren<QToolButton *>();
    QTest::mouseClick(buttons[0], Qt::LeftButton);
    QCOMPARE(m_shell->opened.size(), size_t(1));
    QCOMPARE(m_shell->opened.front().first, u"deal_competitor"_s);
    QCOMPARE(value(m_shell->opened.front().second, u"deal").as<RecordId>(), deal);
    m_shell->must(
        typedWork(u"account"_s, {}, {{u"name"_s, {}, u"Rival Works"_s}}, m_shell->origin()));
    m_shell->must(typedWork(u"deal_competitor"_s, {},
                            {{u"deal"_s, {}, deal.text()}, {u"competitor"_s, {}, u"Rival Works"_s}},
                            m_shell->origin()));
    settle();
    QCOMPARE(row->findChildren<ElidedLabel *>()[1]->whole(), u"Rival Works"_s);
    QTest::mouseClick(buttons[1], Qt::LeftButton);
    settle();
    auto *why = last<QFrame>(u"whyPopover"_s);
    QVERIFY(why);
    QVERIFY(!why->findChildren<SourceTag *>().isEmpty());
    why->close();
    QTest::mouseClick(buttons[0], Qt::LeftButton);
    choose(QString(), u"Remove “Rival Works”"_s);
    QVERIFY(around(u"deal_competitor"_s, deal).empty());
}

void TestDealPanel::fields_emptyOnesAreFoldedAway() {
    show(u"Line 1"_s);
    QVERIFY(m_panel->field(u"amount"_s)->isVisible());
    QVERIFY(m_panel->field(u"owner"_s)->isVisible());
    QVERIFY(!m_panel->field(u"source"_s)->isVisible());
    QTest::mouseClick(m_panel->findChild<QToolButton *>(u"moreFields"_s), Qt::LeftButton);
    QVERIFY(m_panel->field(u"source"_s)->isVisible());
    QVERIFY(m_panel->field(u"name"_s)->isVisible());
    QTest::mouseClick(m_panel->findChild<QToolButton *>(u"moreFields"_s), Qt::LeftButton);
    QVERIFY(!m_panel->field(u"source"_s)->isVisible());
}

void TestDealPanel::fields_headOpensTheEditor() {
    const RecordId deal = show(u"Line 1"_s);
    QLabel *title = nullptr;
    for (QLabel *label : m_panel->findChild<PanelHead *>()->findChildren<QLabel *>()) {
        if (label->text() == "Line 1"_L1)
            title = label;
    }
    QVERIFY(title);
    QTest::mouseClick(title, Qt::LeftButton);
    DealField *name = m_panel->field(u"name"_s);
    QVERIFY(name->isEditing() && name->isVisible());
    auto *line = name->findChild<QLineEdit *>();
    QVERIFY(line->hasFocus());
    line->selectAll();
    QTest::keyClicks(line, u"Line 7"_s);
    QTest::keyClick(line, Qt::Key_Return);
    settle();
    const auto row = m_shell->workspace().reader().find(u"deal"_s, deal);
    QCOMPARE(value((**row).record, u"name").as<QString>(), u"Line 7"_s);
}

void TestDealPanel::fields_emptiedKeepsItsPlaceUntilTheDealChanges() {
    const RecordId deal = show(u"Line 1"_s);
    m_shell->must(typedWork(u"deal"_s, deal, {{u"source"_s, {}, u"fair"_s}}, m_shell->origin()));
    settle();
    QVERIFY(m_panel->field(u"source"_s)->isVisible());
    m_shell->must(typedWork(u"deal"_s, deal, {{u"source"_s, {}, QString()}}, m_shell->origin()));
    settle();
    QVERIFY(m_panel->field(u"source"_s)->isVisible());
    show(u"Line 2"_s);
    QVERIFY(!m_panel->field(u"source"_s)->isVisible());
}

void TestDealPanel::timeline_mixesChangesAndEvents() {
    const RecordId deal = show(u"Line 1"_s);
    m_shell->clock.advanceMs(60'000);
    Origin origin = m_shell->origin();
    origin.source = u"minutes of 3 March"_s;
    m_shell->must(typedWork(u"deal"_s, deal, {{u"amount"_s, {}, u"CNY 500"_s}}, origin));
    m_shell->clock.advanceMs(60'000);
    m_shell->must(typedWork(u"touchpoint"_s, {},
                            {{u"deal"_s, {}, deal.text()},
                             {u"kind"_s, {}, u"visit"_s},
                             {u"summary"_s, {}, u"Saw the plant"_s},
                             {u"happened_at"_s, {}, u"2026-03-05T02:01:30Z"_s}},
                            m_shell->origin()));
    settle();
    const QStringList lines = timeline();
    QCOMPARE(lines.size(), 3);
    QVERIFY2(lines[0].contains(u"Saw the plant"_s) && lines[0].contains(u"Visit"_s),
             qPrintable(lines[0]));
    QVERIFY2(lines[1].contains(u"500"_s) && lines[1].contains(origin.source), qPrintable(lines[1]));
    QVERIFY2(lines[2].contains(u"Created"_s), qPrintable(lines[2]));
}

void TestDealPanel::timeline_earlierOnesOnAsking() {
    const RecordId deal = show(u"Line 1"_s);
    for (int i = 0; i < 12; ++i) {
        m_shell->clock.advanceMs(60'000);
        m_shell->must(typedWork(u"deal"_s, deal, {{u"source"_s, {}, u"place %1"_s.arg(i)}},
                                m_shell->origin()));
    }
    settle();
    QCOMPARE(timeline().size(), 8);
    QVERIFY(timeline().front().contains(u"place 11"_s));
    auto *more = m_panel->findChild<QToolButton *>(u"moreHistory"_s);
    QVERIFY(more->isVisible());
    QTest::mouseClick(more, Qt::LeftButton);
    settle();
    QCOMPARE(timeline().size(), 13);
    QVERIFY(timeline().back().contains(u"Created"_s));
    QVERIFY(!more->isVisible());
}

} // namespace dw::test

using dw::test::TestDealPanel;
DW_TEST(TestDealPanel)

#include "tst_dealpanel.moc"
