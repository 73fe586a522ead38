// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expr/suggest.h"

#include "core/domain/text.h"

#include <algorithm>
#include <array>

namespace dw {

namespace {

constexpr qsizetype longest = 60;

/// Optimal string alignment distance. Source: Damerau 1964, each letter moved once.
int distance(QStringView a, QStringView b) {
    std::array<std::array<int, longest + 1>, 3> rows{};
    for (qsizetype j = 0; j <= b.size(); ++j)
        rows[0][size_t(j)] = int(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        auto &row = rows[size_t(i % 3)];
        const auto &above = rows[size_t((i + 2) % 3)];
        const auto &twoAbove = rows[size_t((i + 1) % 3)];
        row[0] = int(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = size_t(j);
            const int change = a[i - 1] == b[j - 1] ? 0 : 1;
            row[at] = std::min({above[at] + 1, row[at - 1] + 1, above[at - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[at] = std::min(row[at], twoAbove[at - 2] + 1);
        }
    }
    return rows[size_t(a.size() % 3)][size_t(b.size())];
}

} // namespace

QString nearest(const QString &typed, const std::vector<Suggestion> &words) {
    const QString wanted = fold(typed.left(longest)).left(longest);
    QString best;
    int bestDistance = std::max(1, int(wanted.size()) / 3) + 1;
    for (const Suggestion &candidate : words) {
        for (const QString &name : QStringList{candidate.word} + candidate.names) {
            const QString known = fold(name);
            if (known.isEmpty() || known.size() > longest)
                continue;
            const int far = distance(wanted, known);
            // Of a word of one or two letters nothing is left when one is changed.
            if (far < bestDistance && (far == 0 || far < known.size() - 1)) {
                best = candidate.word;
                bestDistance = far;
            }
        }
    }
    return best;
}

} // namespace dw
