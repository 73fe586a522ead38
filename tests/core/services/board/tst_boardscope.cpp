// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/board/board.h"

#include "core/services/columns.h"
#include "tests/core/services/workspacefixture.h"
#include "tests/support/random.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>
#include <numeric>

using namespace Qt::StringLiterals;

namespace dw::test {

/// Which deals a board holds: all open ones, and the closed ones since a day.
class TestBoardScope : public QObject {
    Q_OBJECT

private slots:
    void init();
    void closedDeals_byTheirDay_data();
    void closedDeals_byTheirDay();
    void openDeals_areAlwaysThere();
    void stageHeldWhole_holdsTheEarlierOnes();
    void withoutADay_allAreThere();
    void bin_isNowhere();
    void columns_sumTheSameCards();

private:
    RecordId won(const QString &name, const QString &closedOn) {
        return m_f->create(u"deal"_s,
                           u"name=%1|stage=Won|amount=CNY 5|closed_on=%2"_s.arg(name, closedOn));
    }
    [[nodiscard]] BoardSnapshot load(const BoardScope &scope) {
        return must(loadBoard(m_f->reader(), m_f->workspace().readTime(), m_pipeline, scope));
    }
    [[nodiscard]] static int sumOf(const QHash<RecordId, int> &earlier) {
        return std::accumulate(earlier.begin(), earlier.end(), 0);
    }

    std::unique_ptr<WorkspaceFixture> m_f;
    RecordId m_pipeline, m_won, m_lost;
};

void TestBoardScope::init() {
    m_f = std::make_unique<WorkspaceFixture>();
    m_pipeline = m_f->named(u"pipeline"_s, u"Sales pipeline"_s);
    m_won = m_f->named(u"stage"_s, u"Won"_s);
    m_lost = m_f->named(u"stage"_s, u"Lost"_s);
}

void TestBoardScope::closedDeals_byTheirDay_data() {
    QTest::addColumn<QString>("day");
    QTest::addColumn<bool>("there");
    QTest::newRow("the day before") << u"2025-12-31"_s << false;
    QTest::newRow("the day itself") << u"2026-01-01"_s << true;
    QTest::newRow("after it") << u"2026-03-01"_s << true;
}

void TestBoardScope::closedDeals_byTheirDay() {
    QFETCH(const QString, day);
    QFETCH(const bool, there);
    won(u"A"_s, day);
    const BoardSnapshot board = load({QDate(2026, 1, 1)});
    QCOMPARE(board.cards.size(), size_t(there ? 1 : 0));
    QCOMPARE(board.earlier.value(m_won), there ? 0 : 1);
    QCOMPARE(sumOf(board.earlier), there ? 0 : 1);
}

void TestBoardScope::openDeals_areAlwaysThere() {
    m_f->create(u"deal"_s, u"name=A|expected_close=2001-01-01"_s);
    const BoardSnapshot board = load({QDate(2026, 1, 1)});
    QCOMPARE(board.cards.size(), size_t(1));
    QVERIFY(isInScope(board.cards.front(), Outcome::Open, board.scope));
}

void TestBoardScope::stageHeldWhole_holdsTheEarlierOnes() {
    won(u"A"_s, u"2025-01-01"_s);
    m_f->create(u"deal"_s, u"name=B|stage=Lost|reason=x|closed_on=2025-01-01"_s);
    const BoardScope scope{QDate(2026, 1, 1), {m_won}};
    const BoardSnapshot board = load(scope);
    QCOMPARE(board.cards.size(), size_t(1));
    QCOMPARE(board.cards.front().name, u"A"_s);
    QVERIFY(isInScope(board.cards.front(), Outcome::Won, scope));
    QCOMPARE(board.earlier.value(m_won), 0);
    QCOMPARE(board.earlier.value(m_lost), 1);
}

void TestBoardScope::withoutADay_allAreThere() {
    won(u"A"_s, u"2001-01-01"_s);
    const BoardSnapshot board = load({});
    QCOMPARE(board.cards.size(), size_t(1));
    QCOMPARE(sumOf(board.earlier), 0);
}

void TestBoardScope::bin_isNowhere() {
    const RecordId gone = won(u"A"_s, u"2025-01-01"_s);
    must(m_f->run(removeWork(u"deal"_s, gone, m_f->origin())));
    const BoardSnapshot board = load({QDate(2026, 1, 1)});
    QVERIFY(board.cards.empty());
    QCOMPARE(sumOf(board.earlier), 0);
}

/// The quick way from columns and the plain way over cards say the same, whatever the scope.
void TestBoardScope::columns_sumTheSameCards() {
    Random random(11);
    const QStringList stages{u"Qualification"_s, u"Contract"_s, u"Won"_s, u"Lost"_s};
    for (int i = 0; i < 120; ++i) {
        const QString &stage = stages[random.below(4)];
        QString edits = u"name=D %1|stage=%2|amount=%3 %4"_s.arg(i).arg(
            stage, random.chance(0.3) ? u"USD"_s : u"CNY"_s, QString::number(random.below(5000)));
        if (stage == "Won"_L1 || stage == "Lost"_L1)
            edits += u"|reason=x|closed_on="_s
                     + QDate(2025, 6, 1).addDays(random.below(270)).toString(Qt::ISODate);
        m_f->create(u"deal"_s, edits);
    }
    Columns &columns = m_f->workspace().columns();
    columns.start();
    QTRY_VERIFY(columns.snapshot());
    const ColumnStorePtr quick = columns.snapshot();
    QVERIFY(quick);
    for (const BoardScope &scope :
         {BoardScope{}, BoardScope{QDate(2026, 1, 1)}, BoardScope{QDate(2025, 9, 1), {m_lost}},
          BoardScope{QDate(2030, 1, 1)}}) {
        const BoardSnapshot board = load(scope);
        const auto sums = boardTotals(*quick, board.pipeline, scope);
        for (size_t i = 0; i < board.pipeline.stages.size(); ++i) {
            std::vector<const BoardCard *> cards;
            for (const BoardCard &card : board.cards) {
                if (card.stage == board.pipeline.stages[i].id)
                    cards.push_back(&card);
            }
            const ColumnTotals plain = totalsOf(cards, board.pipeline.stages[i]);
            QCOMPARE(sums[i].count, plain.count);
            QCOMPARE(sums[i].sums.size(), plain.sums.size());
            for (size_t k = 0; k < plain.sums.size(); ++k) {
                QCOMPARE(sums[i].sums[k].sum, plain.sums[k].sum);
                QCOMPARE(sums[i].sums[k].weighted, plain.sums[k].weighted);
            }
        }
    }
}

} // namespace dw::test

using dw::test::TestBoardScope;
DW_TEST(TestBoardScope)

#include "tst_boardscope.moc"
