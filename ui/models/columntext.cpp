// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/columntext.h"

#include <QStringMatcher>
#include <algorithm>

namespace dw::ui {

namespace {

/// Folding leaves no control character in a text.
constexpr QChar between = u'\x1f', lineEnd = u'\n';

} // namespace

QString searchLine(const BoardCard &card, const ColumnText::Fold &fold) {
    return fold(card.name) + between + fold(card.accountName) + between + fold(card.ownerName)
           + between + fold(card.shortId) + lineEnd;
}

ColumnText::ColumnText(const std::vector<const BoardCard *> &cards, const Fold &fold) {
    constexpr qsizetype usualLine = 64;
    m_text.reserve(qsizetype(cards.size()) * usualLine);
    m_starts.reserve(cards.size());
    for (const BoardCard *card : cards) {
        m_starts.push_back(m_text.size());
        m_text += searchLine(*card, fold);
    }
}

void ColumnText::insert(size_t row, const BoardCard &card, const Fold &fold) {
    const QString line = searchLine(card, fold);
    const qsizetype at = row < m_starts.size() ? m_starts[row] : m_text.size();
    m_text.insert(at, line);
    m_starts.insert(m_starts.begin() + qsizetype(row), at);
    for (size_t i = row + 1; i < m_starts.size(); ++i)
        m_starts[i] += line.size();
}

void ColumnText::remove(size_t row) {
    const qsizetype at = m_starts[row];
    const qsizetype end = row + 1 < m_starts.size() ? m_starts[row + 1] : m_text.size();
    m_text.remove(at, end - at);
    m_starts.erase(m_starts.begin() + qsizetype(row));
    for (size_t i = row; i < m_starts.size(); ++i)
        m_starts[i] -= end - at;
}

std::vector<size_t> ColumnText::find(const QString &folded) const {
    std::vector<size_t> rows;
    const QStringMatcher matcher(folded);
    size_t row = 0;
    qsizetype from = 0;
    while (row < m_starts.size()) {
        const qsizetype found = matcher.indexIn(m_text, from);
        if (found < 0)
            break;
        // The last line that begins at or before it.
        row = size_t(std::upper_bound(m_starts.begin() + qsizetype(row), m_starts.end(), found)
                     - m_starts.begin())
              - 1;
        rows.push_back(row);
        ++row;
        from = row < m_starts.size() ? m_starts[row] : m_text.size();
    }
    return rows;
}

} // namespace dw::ui
