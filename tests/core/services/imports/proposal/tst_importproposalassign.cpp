// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/proposal/importproposalassign.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <algorithm>

using namespace dw;

namespace {

using Weights = std::vector<std::vector<double>>;

double sumOf(const Weights &weights, const std::vector<int> &columnOf) {
    double sum = 0;
    for (size_t row = 0; row < weights.size(); ++row) {
        if (columnOf[row] >= 0)
            sum += weights[row][size_t(columnOf[row])];
    }
    return sum;
}

/// By trying everything: the best that row `row` and those behind it can do with what is free.
double bestOf(const Weights &weights, size_t row, std::vector<bool> &taken) {
    if (row == weights.size())
        return 0;
    double best = bestOf(weights, row + 1, taken);
    for (size_t column = 0; column < taken.size(); ++column) {
        if (taken[column])
            continue;
        taken[column] = true;
        best = std::max(best, weights[row][column] + bestOf(weights, row + 1, taken));
        taken[column] = false;
    }
    return best;
}

} // namespace

class TestImportProposalAssign : public QObject {
    Q_OBJECT
private slots:
    void nothing_givesNothing();
    void both_areServed_whereOneTakesItsSecondBest();
    void weightZero_isNoMatch();
    void moreRowsThanColumns_leavesTheWeakestOut();
    void randomWeights_areAsGoodAsTryingEverything();
};

void TestImportProposalAssign::nothing_givesNothing() {
    QVERIFY(bestAssignment({}).empty());
    QCOMPARE(bestAssignment({{}, {}}), (std::vector<int>{-1, -1}));
}

void TestImportProposalAssign::both_areServed_whereOneTakesItsSecondBest() {
    QCOMPARE(bestAssignment({{0.9, 0.8}, {0.85, 0}}), (std::vector<int>{1, 0}));
}

void TestImportProposalAssign::weightZero_isNoMatch() {
    QCOMPARE(bestAssignment({{0, 0}, {0, 0.1}}), (std::vector<int>{-1, 1}));
}

void TestImportProposalAssign::moreRowsThanColumns_leavesTheWeakestOut() {
    QCOMPARE(bestAssignment({{0.5}, {0.7}, {0.6}}), (std::vector<int>{-1, 0, -1}));
}

void TestImportProposalAssign::randomWeights_areAsGoodAsTryingEverything() {
    quint32 state = 20261124;
    const auto next = [&] {
        state = state * 1664525U + 1013904223U;
        return double(state >> 16) / 65536.0;
    };
    for (int round = 0; round < 300; ++round) {
        const auto rows = size_t(next() * 5) + 1;
        const auto columns = size_t(next() * 6);
        Weights weights(rows, std::vector<double>(columns));
        for (auto &row : weights) {
            for (double &w : row)
                w = next() < 0.3 ? 0 : next();
        }
        const std::vector<int> columnOf = bestAssignment(weights);
        std::vector<bool> taken(columns, false);
        for (const int column : columnOf) {
            QVERIFY(column < int(columns));
            if (column >= 0) {
                QVERIFY(!taken[size_t(column)]);
                taken[size_t(column)] = true;
            }
        }
        std::fill(taken.begin(), taken.end(), false);
        QVERIFY(std::abs(sumOf(weights, columnOf) - bestOf(weights, 0, taken)) < 1e-9);
    }
}

DW_TEST(TestImportProposalAssign)
#include "tst_importproposalassign.moc"
