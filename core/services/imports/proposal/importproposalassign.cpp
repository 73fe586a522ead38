// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/proposal/importproposalassign.h"

#include <cstddef>
#include <limits>

namespace dw {

std::vector<int> bestAssignment(const std::vector<std::vector<double>> &weights) {
    const size_t rows = weights.size();
    std::vector<int> columnOf(rows, -1);
    if (rows == 0)
        return columnOf;
    // As many columns more as there are rows, all of weight 0: whoever gets one gets nothing.
    const size_t real = weights.front().size();
    const size_t columns = real + rows;
    const auto cost = [&](size_t row, size_t column) {
        return column < real ? -weights[row][column] : 0.0;
    };
    // Positions count from 1; 0 is the row that seeks its place.
    std::vector<double> rowPrice(rows + 1, 0), columnPrice(columns + 1, 0);
    std::vector<size_t> rowAt(columns + 1, 0), before(columns + 1, 0);
    for (size_t row = 1; row <= rows; ++row) {
        rowAt[0] = row;
        size_t at = 0;
        std::vector<double> least(columns + 1, std::numeric_limits<double>::max());
        std::vector<char> seen(columns + 1, 0);
        do {
            seen[at] = 1;
            const size_t from = rowAt[at];
            double step = std::numeric_limits<double>::max();
            size_t next = 0;
            for (size_t column = 1; column <= columns; ++column) {
                if (seen[column])
                    continue;
                const double reduced =
                    cost(from - 1, column - 1) - rowPrice[from] - columnPrice[column];
                if (reduced < least[column]) {
                    least[column] = reduced;
                    before[column] = at;
                }
                if (least[column] < step) {
                    step = least[column];
                    next = column;
                }
            }
            for (size_t column = 0; column <= columns; ++column) {
                if (seen[column]) {
                    rowPrice[rowAt[column]] += step;
                    columnPrice[column] -= step;
                } else {
                    least[column] -= step;
                }
            }
            at = next;
        } while (rowAt[at] != 0);
        for (; at != 0; at = before[at])
            rowAt[at] = rowAt[before[at]];
    }
    for (size_t column = 1; column <= real; ++column) {
        const size_t row = rowAt[column];
        if (row != 0 && weights[row - 1][column - 1] > 0)
            columnOf[row - 1] = int(column - 1);
    }
    return columnOf;
}

} // namespace dw
