// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/activity/dealactivity.h"

#include "core/services/works.h"
#include "tests/core/services/workspacefixture.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// What stands around a deal: tasks, what happened, who decides and who competes.
class TestDealActivity : public QObject {
    Q_OBJECT

private slots:
    void init();
    void nothing_isEmpty();
    void tasks_earliestFirst_noDateLast();
    void taskAtAnInstant_isDueOnItsDayInTheZone();
    void events_newestFirst();
    void whatIsInTheBin_isNotThere();
    void otherDeals_areNotThere();
    void parties();

private:
    RecordId make(const QString &entity, const QString &edits) {
        return m_f->create(entity, edits + u"|deal="_s + m_deal.text());
    }
    [[nodiscard]] DealActivity read() {
        return activityOf(m_f->reader(), m_f->workspace().readTime(), m_deal);
    }
    [[nodiscard]] QStringList tasks() {
        QStringList titles;
        for (const DealTask &task : read().tasks)
            titles << task.title;
        return titles;
    }

    std::unique_ptr<WorkspaceFixture> m_f;
    RecordId m_deal;
};

void TestDealActivity::init() {
    m_f = std::make_unique<WorkspaceFixture>();
    m_deal = m_f->create(u"deal"_s, u"name=Line 1"_s);
}

void TestDealActivity::nothing_isEmpty() {
    const DealActivity found = read();
    QVERIFY(found.tasks.empty() && found.events.empty());
    QVERIFY(found.deciders.empty() && found.competitors.empty());
}

void TestDealActivity::tasks_earliestFirst_noDateLast() {
    make(u"task"_s, u"title=never"_s);
    make(u"task"_s, u"title=late|due_on=2026-04-01"_s);
    make(u"task"_s, u"title=soon|due_on=2026-03-06"_s);
    make(u"task"_s, u"title=done|due_on=2026-03-01|done=yes"_s);
    QCOMPARE(tasks(), (QStringList{u"soon"_s, u"late"_s, u"never"_s}));
}

void TestDealActivity::taskAtAnInstant_isDueOnItsDayInTheZone() {
    // 23:30 UTC of the 6th is the 7th in Shanghai.
    make(u"task"_s, u"title=call|due_at=2026-03-06T23:30:00Z"_s);
    make(u"task"_s, u"title=before|due_on=2026-03-06"_s);
    QCOMPARE(m_f->workspace().zone().id(), QByteArray("Asia/Shanghai"));
    QCOMPARE(tasks(), (QStringList{u"before"_s, u"call"_s}));
    const DealTask task = read().tasks.back();
    QCOMPARE(task.due, std::optional(QDate(2026, 3, 7)));
    QVERIFY(task.at);
}

void TestDealActivity::events_newestFirst() {
    make(u"touchpoint"_s, u"kind=call|summary=first|happened_at=2026-03-01T02:00:00Z"_s);
    make(u"touchpoint"_s, u"kind=visit|summary=third|happened_at=2026-03-03T02:00:00Z|body=all"_s);
    make(u"task"_s, u"title=second|done=yes|done_at=2026-03-02T02:00:00Z"_s);
    m_f->tick();
    make(u"note"_s, u"title=fourth"_s);
    const auto events = read().events;
    QStringList titles;
    for (const DealEvent &event : events)
        titles << event.title;
    QCOMPARE(titles, (QStringList{u"fourth"_s, u"third"_s, u"second"_s, u"first"_s}));
    QCOMPARE(events[0].kind, DealEvent::Kind::Note);
    QCOMPARE(events[1].choice, u"visit"_s);
    QCOMPARE(events[1].text, u"all"_s);
    QCOMPARE(events[2].kind, DealEvent::Kind::DoneTask);
}

void TestDealActivity::whatIsInTheBin_isNotThere() {
    const RecordId task = make(u"task"_s, u"title=gone"_s);
    const RecordId note = make(u"note"_s, u"title=gone"_s);
    must(m_f->run(removeWork(u"task"_s, task, m_f->origin())));
    must(m_f->run(removeWork(u"note"_s, note, m_f->origin())));
    const DealActivity found = read();
    QVERIFY(found.tasks.empty() && found.events.empty());
}

void TestDealActivity::otherDeals_areNotThere() {
    const RecordId other = m_f->create(u"deal"_s, u"name=Line 2"_s);
    m_f->create(u"task"_s, u"title=theirs|deal="_s + other.text());
    QVERIFY(read().tasks.empty());
}

void TestDealActivity::parties() {
    const RecordId boss = m_f->create(u"contact"_s, u"name=Zhou Jianguo"_s);
    const RecordId user = m_f->create(u"contact"_s, u"name=Anna"_s);
    const RecordId rival = m_f->create(u"account"_s, u"name=Rival Works"_s);
    const RecordId tie = make(u"deal_contact"_s, u"role=decision_maker|contact="_s + boss.text());
    make(u"deal_contact"_s, u"role=user|contact="_s + user.text());
    make(u"deal_competitor"_s, u"competitor="_s + rival.text());
    const DealActivity found = read();
    QCOMPARE(found.deciders.size(), size_t(1));
    QCOMPARE(found.deciders.front().row, tie);
    QCOMPARE(found.deciders.front().named, boss);
    QCOMPARE(found.deciders.front().name, u"Zhou Jianguo"_s);
    QCOMPARE(found.competitors.size(), size_t(1));
    QCOMPARE(found.competitors.front().name, u"Rival Works"_s);
}

} // namespace dw::test

using dw::test::TestDealActivity;
DW_TEST(TestDealActivity)

#include "tst_dealactivity.moc"
