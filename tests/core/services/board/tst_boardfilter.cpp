// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/board/boardfilter.h"

#include "core/services/board/stageconversion.h"
#include "core/services/deals/dealcompetitor.h"
#include "tests/core/services/workspacefixture.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// What narrows a board, how many go on from a stage, and several units as one.
class TestBoardFilter : public QObject {
    Q_OBJECT

private slots:
    void init();
    void owners_andNobody();
    void teams_withThoseBelow();
    void territories_withThoseBelow();
    void products_ofAnyLine();
    void close_ofOpenAndClosedDeals();
    void expression_andParts_together();
    void wrongExpression_isAnError();
    void days_followTheFiscalYear();
    void conversion_countsWaysOfClosedDeals();
    void competitor_isLinkedOnce();
    void asOneWork_isUndoneAtOnce_andFailsAsOne();

private:
    [[nodiscard]] QStringList found(const BoardFilter &filter);
    RecordId deal(const QString &edits) { return m_f->create(u"deal"_s, edits); }

    std::unique_ptr<WorkspaceFixture> m_f;
    RecordId m_pipeline;
    FiscalCalendar m_fiscal;
    QDate m_today;
};

void TestBoardFilter::init() {
    m_f = std::make_unique<WorkspaceFixture>();
    m_pipeline = m_f->named(u"pipeline"_s, u"Sales pipeline"_s);
    m_today = m_f->workspace().today();
}

QStringList TestBoardFilter::found(const BoardFilter &filter) {
    const QString condition = must(conditionOf(m_f->reader(), filter, m_fiscal, m_today));
    QStringList names;
    for (const RecordId id :
         must(dealsWhere(m_f->reader(), m_f->workspace().readTime(), m_pipeline, condition)))
        names << m_f->reader().title(u"deal"_s, id);
    names.sort();
    return names;
}

void TestBoardFilter::owners_andNobody() {
    const RecordId anna = m_f->create(u"person"_s, u"name=Anna"_s);
    m_f->create(u"person"_s, u"name=Bert"_s);
    deal(u"name=A|owner=Anna"_s);
    deal(u"name=B|owner=Bert"_s);
    deal(u"name=C"_s);
    BoardFilter filter;
    filter.owners = {anna};
    QCOMPARE(found(filter), QStringList{u"A"_s});
    filter.owners = {anna, RecordId()};
    QCOMPARE(found(filter), (QStringList{u"A"_s, u"C"_s}));
}

void TestBoardFilter::teams_withThoseBelow() {
    const RecordId east = m_f->create(u"team"_s, u"name=East"_s);
    m_f->create(u"team"_s, u"name=East 1|parent=East"_s);
    m_f->create(u"team"_s, u"name=West"_s);
    m_f->create(u"person"_s, u"name=Anna|team=East 1"_s);
    m_f->create(u"person"_s, u"name=Bert|team=West"_s);
    deal(u"name=A|owner=Anna"_s);
    deal(u"name=B|owner=Bert"_s);
    BoardFilter filter;
    filter.teams = {east};
    QCOMPARE(found(filter), QStringList{u"A"_s});
}

void TestBoardFilter::territories_withThoseBelow() {
    const RecordId china = m_f->create(u"territory"_s, u"name=China"_s);
    m_f->create(u"territory"_s, u"name=Jiangsu|parent=China"_s);
    m_f->create(u"account"_s, u"name=Works|territory=Jiangsu"_s);
    m_f->create(u"account"_s, u"name=Other"_s);
    deal(u"name=A|account=Works"_s);
    deal(u"name=B|account=Other"_s);
    BoardFilter filter;
    filter.territories = {china};
    QCOMPARE(found(filter), QStringList{u"A"_s});
}

void TestBoardFilter::products_ofAnyLine() {
    const RecordId pump = m_f->create(u"product"_s, u"name=Pump"_s);
    m_f->create(u"product"_s, u"name=Valve"_s);
    const RecordId a = deal(u"name=A"_s);
    const RecordId b = deal(u"name=B"_s);
    m_f->create(u"deal_line"_s, u"product=Valve|deal="_s + a.text());
    m_f->create(u"deal_line"_s, u"product=Pump|deal="_s + a.text());
    m_f->create(u"deal_line"_s, u"product=Valve|deal="_s + b.text());
    BoardFilter filter;
    filter.products = {pump};
    QCOMPARE(found(filter), QStringList{u"A"_s});
}

void TestBoardFilter::close_ofOpenAndClosedDeals() {
    deal(u"name=late|expected_close="_s + m_today.addDays(-1).toString(Qt::ISODate));
    deal(u"name=today|expected_close="_s + m_today.toString(Qt::ISODate));
    deal(u"name=never"_s);
    // Of a closed deal its own date counts.
    deal(u"name=won|stage=Won|amount=CNY 5|expected_close=2001-01-01|closed_on="_s
         + m_today.toString(Qt::ISODate));
    BoardFilter filter;
    filter.close = CloseSpan::Overdue;
    QVERIFY2(found(filter).contains(u"late"_s), qPrintable(found(filter).join(u',')));
    QVERIFY(!found(filter).contains(u"today"_s));
    filter.close = CloseSpan::ThisMonth;
    QVERIFY(found(filter).contains(u"today"_s) && found(filter).contains(u"won"_s));
    filter.close = CloseSpan::NoDate;
    QCOMPARE(found(filter), QStringList{u"never"_s});
}

void TestBoardFilter::expression_andParts_together() {
    const RecordId anna = m_f->create(u"person"_s, u"name=Anna"_s);
    deal(u"name=A|owner=Anna|amount=CNY 10"_s);
    deal(u"name=B|owner=Anna|amount=CNY 1000"_s);
    deal(u"name=C|amount=CNY 1000"_s);
    BoardFilter filter;
    filter.owners = {anna};
    filter.expression = u"amount > CNY 500 or name = \"zzz\""_s;
    QCOMPARE(found(filter), QStringList{u"B"_s});
    QVERIFY(BoardFilter().isEmpty());
    QVERIFY(!filter.isEmpty());
}

void TestBoardFilter::wrongExpression_isAnError() {
    for (const QString &text : {u"amount >"_s, u"nonsense = 1"_s, u"amount > 5"_s}) {
        const auto checked = conditionOverDeals(text, *m_f->reader().catalog());
        QVERIFY2(!checked && checked.error().message.id.startsWith(u"expr."_s), qPrintable(text));
        QVERIFY(!dealsWhere(m_f->reader(), m_f->workspace().readTime(), m_pipeline, text));
    }
    QVERIFY(conditionOverDeals(u"amount > CNY 5"_s, *m_f->reader().catalog()));
}

void TestBoardFilter::days_followTheFiscalYear() {
    const QDate day(2026, 3, 5);
    using Days = std::pair<QDate, QDate>;
    QCOMPARE(daysOf(CloseSpan::ThisMonth, m_fiscal, day), (Days{{2026, 3, 1}, {2026, 3, 31}}));
    QCOMPARE(daysOf(CloseSpan::NextMonth, m_fiscal, day), (Days{{2026, 4, 1}, {2026, 4, 30}}));
    QCOMPARE(daysOf(CloseSpan::NextMonth, m_fiscal, QDate(2026, 12, 31)),
             (Days{{2027, 1, 1}, {2027, 1, 31}}));
    QCOMPARE(daysOf(CloseSpan::ThisQuarter, m_fiscal, day), (Days{{2026, 1, 1}, {2026, 3, 31}}));
    QCOMPARE(daysOf(CloseSpan::NextQuarter, m_fiscal, day), (Days{{2026, 4, 1}, {2026, 6, 30}}));
    QCOMPARE(daysOf(CloseSpan::ThisYear, m_fiscal, day), (Days{{2026, 1, 1}, {2026, 12, 31}}));
    QCOMPARE(daysOf(CloseSpan::Overdue, m_fiscal, day), (Days{QDate(), {2026, 3, 4}}));
    QVERIFY(!firstDayOf(ClosedPeriod::All, m_fiscal, day).isValid());
    QCOMPARE(firstDayOf(ClosedPeriod::ThisQuarter, m_fiscal, day), QDate(2026, 1, 1));
    QCOMPARE(firstDayOf(ClosedPeriod::ThisMonth, m_fiscal, day), QDate(2026, 3, 1));
    QCOMPARE(firstDayOf(ClosedPeriod::ThisYear, m_fiscal, day), QDate(2026, 1, 1));
}

void TestBoardFilter::conversion_countsWaysOfClosedDeals() {
    // Won from the third stage, lost from the first, and one that skipped the second.
    const auto walk = [&](const QStringList &stages) {
        const RecordId id = deal(u"name=W|amount=CNY 5|stage="_s + stages.front());
        for (const QString &stage : stages.mid(1))
            m_f->move(id, stage, stage == "Lost"_L1 ? u"reason=x"_s : QString(), u"why"_s);
    };
    walk({u"Qualification"_s, u"Needs confirmed"_s, u"Solution validated"_s, u"Won"_s});
    walk({u"Qualification"_s, u"Lost"_s});
    walk({u"Qualification"_s, u"Solution validated"_s, u"Lost"_s});
    walk({u"Qualification"_s, u"Needs confirmed"_s, u"Qualification"_s, u"Lost"_s});
    walk({u"Qualification"_s, u"Negotiation"_s}); // not closed
    const auto line = must(pipelines(m_f->reader())).front();
    StageConversions counted(line);
    const auto deals = must(closedDeals(m_f->reader(), m_pipeline, m_today.addMonths(-12), 100));
    QCOMPARE(deals.size(), size_t(4));
    must(counted.take(m_f->reader(), deals));
    QCOMPARE(counted.stages()[0].reached, 4);
    QCOMPARE(counted.stages()[0].wentOn, 3);
    QCOMPARE(counted.stages()[1].reached, 3);
    QCOMPARE(counted.stages()[1].wentOn, 2);
    QCOMPARE(counted.stages()[2].reached, 2);
    QCOMPARE(counted.stages()[2].wentOn, 1);
    // Too few to say anything.
    QVERIFY(!counted.stages()[0].rate());
    QCOMPARE((StageConversion{StageConversion::leastDeals, 2}).rate(),
             std::optional(2.0 / StageConversion::leastDeals));
}

void TestBoardFilter::competitor_isLinkedOnce() {
    const RecordId id = deal(u"name=A"_s);
    const RecordId rival = m_f->create(u"account"_s, u"name=Rival"_s);
    must(m_f->run(competitorWork(id, rival, m_today, m_f->origin())));
    must(m_f->run(competitorWork(id, rival, m_today, m_f->origin())));
    QCOMPARE(m_f->reader().related(u"deal_competitor"_s, u"deal"_s, id).size(), size_t(1));
}

void TestBoardFilter::asOneWork_isUndoneAtOnce_andFailsAsOne() {
    const RecordId a = deal(u"name=A"_s), b = deal(u"name=B"_s);
    const auto change = [&](RecordId id, const QString &edits) {
        return typedWork(u"deal"_s, id, WorkspaceFixture::edits(edits), m_f->origin());
    };
    const Message label{u"set.tag_many"_s, {{u"count"_s, u"2"_s}, {u"to"_s, u"x"_s}}};
    const auto done = must(m_f->run(
        asOneWork({change(a, u"source=one"_s), change(b, u"source=two"_s)}, label, m_f->origin())));
    QCOMPARE(m_f->text(u"deal"_s, b, u"source"), u"two"_s);
    QVERIFY(!m_f->label(done.set).contains(u"set."_s));
    must(m_f->run(undoWork(done.set, m_f->origin())));
    QCOMPARE(m_f->text(u"deal"_s, a, u"source"), QString());
    QCOMPARE(m_f->text(u"deal"_s, b, u"source"), QString());
    // The second has no such field: the first is not written either.
    QVERIFY(!m_f->run(asOneWork({change(a, u"source=three"_s), change(b, u"nonsense=1"_s)}, label,
                                m_f->origin())));
    QCOMPARE(m_f->text(u"deal"_s, a, u"source"), QString());
    QCOMPARE(m_f->damage(), QStringList());
}

} // namespace dw::test

using dw::test::TestBoardFilter;
DW_TEST(TestBoardFilter)

#include "tst_boardfilter.moc"
