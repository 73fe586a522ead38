// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/columnsums.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

namespace dw {

namespace {

/// One byte a row of a block: it passes or not.
using Mask = std::array<quint8, size_t(columnBlockRows)>;

void keepOneOf(Mask &mask, const ColumnData &data, const std::vector<char> &allowed) {
    for (size_t i = 0; i < data.codes.size(); ++i)
        mask[i] &= quint8(allowed[data.codes[i]] != 0);
}

// Both ends are asked of every row, as a branch that goes either way costs more.

void keepDays(Mask &mask, const ColumnData &data, const ColumnFilter::Between &term) {
    constexpr qint64 first = noDay + 1;
    constexpr qint64 last = std::numeric_limits<qint32>::max();
    if (term.from > last || term.to < first) {
        mask.fill(0);
        return;
    }
    const auto from = qint32(std::max(term.from, first));
    const auto to = qint32(std::min(term.to, last));
    for (size_t i = 0; i < data.days.size(); ++i)
        mask[i] &= quint8((data.days[i] >= from) & (data.days[i] <= to));
}

void keepNumbers(Mask &mask, const ColumnData &data, const ColumnFilter::Between &term) {
    const qint64 from = std::max(term.from, noNumber + 1);
    for (size_t i = 0; i < data.numbers.size(); ++i)
        mask[i] &= quint8((data.numbers[i] >= from) & (data.numbers[i] <= term.to));
}

void keepAmounts(Mask &mask, const ColumnData &data, const ColumnFilter::Between &term) {
    for (size_t i = 0; i < data.numbers.size(); ++i)
        mask[i] &= quint8((data.codes[i] != 0) & (data.numbers[i] >= term.from)
                          & (data.numbers[i] <= term.to));
}

void keepBetween(Mask &mask, const ColumnData &data, ColumnKind kind,
                 const ColumnFilter::Between &term) {
    if (kind == ColumnKind::Day)
        keepDays(mask, data, term);
    else if (kind == ColumnKind::Amount)
        keepAmounts(mask, data, term);
    else
        keepNumbers(mask, data, term);
}

quint32 codesOf(const ColumnTable &table, int column) {
    return table.columns()[size_t(column)].kind == ColumnKind::Link ? table.ids(column).size()
                                                                    : table.texts(column).size();
}

void fillMask(Mask &mask, const ColumnTable &table, const ColumnBlock &block,
              const ColumnFilter &filter) {
    for (size_t i = 0; i < block.flags.size(); ++i)
        mask[i] = quint8(block.flags[i] == 0);
    for (const auto &term : filter.oneOf)
        keepOneOf(mask, block.columns[size_t(term.column)], term.allowed);
    for (const auto &term : filter.between)
        keepBetween(mask, block.columns[size_t(term.column)],
                    table.columns()[size_t(term.column)].kind, term);
}

/// Groups by a number made of their codes: through a table while that is small, else hashed.
class Groups {
public:
    struct Group {
        quint64 key = 0;
        qint64 rows = 0;
        ExactSum sum, weighted;
    };

    explicit Groups(quint64 keys) : m_groups(1) {
        constexpr quint64 most = 1U << 22U;
        if (keys <= most)
            m_places.resize(keys);
    }
    /// Places by key, 0 = none yet; nullptr where they are hashed.
    [[nodiscard]] const quint32 *table() const {
        return m_places.empty() ? nullptr : m_places.data();
    }
    /// Place of the group in all(), made where it is new.
    quint32 placeOf(quint64 key) {
        quint32 &place = m_places.empty() ? m_hashed[key] : m_places[key];
        if (place == 0) {
            place = quint32(m_groups.size());
            m_groups.push_back({.key = key, .rows = 0, .sum = {}, .weighted = {}});
        }
        return place;
    }
    /// The first is for rows that do not pass: to add them there is cheaper than to jump over them.
    [[nodiscard]] std::vector<Group> &all() { return m_groups; }
    [[nodiscard]] const std::vector<Group> &all() const { return m_groups; }

private:
    std::vector<quint32> m_places;
    std::unordered_map<quint64, quint32> m_hashed;
    std::vector<Group> m_groups;
};

/// One pass over the blocks.
class Summing {
public:
    Summing(const ColumnTable &table, const SumQuery &query)
        : m_table(table),
          m_query(query),
          m_currencies(table.currencies(query.amount).size()),
          m_groups(keys()) {
        if (query.weightBy >= 0) {
            m_weights = query.weights;
            m_weights.resize(codesOf(table, query.weightBy), Share{0});
        }
    }

    /// Short loops over plain arrays: what they look up does not wait for what they add.
    void take(const ColumnBlock &block, const Mask &mask) {
        findGroups(block, mask);
        const auto rows = size_t(block.rows());
        const quint32 *places = m_places.data();
        const qint64 *minors = block.columns[size_t(m_query.amount)].numbers.data();
        Groups::Group *groups = m_groups.all().data();
        for (size_t i = 0; i < rows; ++i) {
            Groups::Group &group = groups[places[i]];
            ++group.rows;
            group.sum.add(minors[i]);
        }
        if (m_query.weightBy < 0)
            return;
        const quint32 *codes = block.columns[size_t(m_query.weightBy)].codes.data();
        const Share *weights = m_weights.data();
        for (size_t i = 0; i < rows; ++i)
            groups[places[i]].weighted.add(weights[codes[i]].of(minors[i]));
    }
    [[nodiscard]] std::vector<ColumnSum> sums() const {
        std::vector<ColumnSum> sums;
        sums.reserve(m_groups.all().size());
        for (const Groups::Group &group : std::span(m_groups.all()).subspan(1))
            sums.push_back(sumOf(group));
        std::sort(sums.begin(), sums.end(), [](const ColumnSum &a, const ColumnSum &b) {
            return a.key != b.key ? a.key < b.key : a.currency < b.currency;
        });
        return sums;
    }

private:
    [[nodiscard]] quint64 keys() {
        quint64 keys = m_currencies;
        for (const int column : m_query.by)
            keys *= codesOf(m_table, column);
        if (m_query.by.size() == 2)
            m_second = codesOf(m_table, m_query.by[1]);
        return keys;
    }
    /// Codes of the block's rows in one of the columns `by`; zeros where there is no such column.
    [[nodiscard]] const quint32 *codes(const ColumnBlock &block, size_t at) const {
        static constexpr std::array<quint32, size_t(columnBlockRows)> zeros{};
        return at < m_query.by.size() ? block.columns[size_t(m_query.by[at])].codes.data()
                                      : zeros.data();
    }
    void findGroups(const ColumnBlock &block, const Mask &mask) {
        const quint32 *first = codes(block, 0);
        const quint32 *second = codes(block, 1);
        const quint32 *currencies = block.columns[size_t(m_query.amount)].codes.data();
        const quint32 *table = m_groups.table();
        quint32 *places = m_places.data();
        const auto rows = size_t(block.rows());
        for (size_t i = 0; i < rows; ++i) {
            const quint64 key = (first[i] * m_second + second[i]) * m_currencies + currencies[i];
            const quint32 place = table ? table[key] : 0;
            places[i] = place * mask[i];
            if (place == 0 && mask[i])
                places[i] = m_groups.placeOf(key);
        }
    }
    [[nodiscard]] ColumnSum sumOf(const Groups::Group &group) const {
        ColumnSum sum;
        const auto currency = quint32(group.key % m_currencies);
        const quint64 key = group.key / m_currencies;
        if (m_query.by.size() == 2)
            sum.key = {quint32(key / m_second), quint32(key % m_second)};
        else if (m_query.by.size() == 1)
            sum.key = {quint32(key)};
        if (currency != 0)
            sum.currency = m_table.currencies(m_query.amount).at(currency);
        sum.rows = group.rows;
        sum.sum = group.sum;
        sum.weighted = m_query.weightBy < 0 ? group.sum : group.weighted;
        return sum;
    }

    const ColumnTable &m_table;
    const SumQuery &m_query;
    quint64 m_currencies;
    quint64 m_second = 1; ///< Codes of the second column.
    Groups m_groups;
    std::vector<Share> m_weights;                               ///< By code.
    std::array<quint32, size_t(columnBlockRows)> m_places = {}; ///< Of the block's rows.
};

template <typename Take>
void eachBlock(const ColumnTable &table, const ColumnFilter &filter, Take take) {
    ColumnFilter whole = filter; // An answer for every code that there is.
    for (auto &term : whole.oneOf)
        term.allowed.resize(codesOf(table, term.column), false);
    Mask mask;
    for (const auto &block : table.blocks()) {
        fillMask(mask, table, *block, whole);
        take(*block, mask);
    }
}

} // namespace

Share Share::ofPercent(double percent) {
    return {std::llround(std::clamp(percent, 0.0, 100.0) * 1e7)};
}

std::vector<ColumnSum> sumAmounts(const ColumnTable &table, const SumQuery &query) {
    Q_ASSERT(query.by.size() <= 2);
    Summing summing(table, query);
    eachBlock(table, query.filter,
              [&](const ColumnBlock &block, const Mask &mask) { summing.take(block, mask); });
    return summing.sums();
}

qint64 countRows(const ColumnTable &table, const ColumnFilter &filter) {
    qint64 count = 0;
    eachBlock(table, filter, [&](const ColumnBlock &block, const Mask &mask) {
        for (size_t i = 0; i < size_t(block.rows()); ++i)
            count += mask[i];
    });
    return count;
}

} // namespace dw
