// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csvguess.h"

#include <QHash>
#include <algorithm>
#include <vector>

namespace dw {

namespace {

constexpr qsizetype judgedRows = 1000;

/// From the one that prose has least to the one that it has most.
constexpr QStringView separators = u"\t|;,";

/// What a text looks like when it is read with one separator and one quote.
struct Tally {
    CsvForm form;
    std::vector<qsizetype> cells; ///< Of each row that is not empty.
    qsizetype between = 0;        ///< Separators …
    qsizetype spaced = 0;         ///< … and those with a blank behind, as in prose.
    qsizetype proper = 0;         ///< Cells that are quoted from end to end …
    qsizetype broken = 0;         ///< … and those that only begin with a quote.

    [[nodiscard]] bool isProse() const { return spaced * 2 > between; }
    [[nodiscard]] qsizetype header() const { return cells.empty() ? 0 : cells.front(); }
    /// Tenths of the rows that have this many cells.
    [[nodiscard]] qsizetype share(qsizetype count) const {
        const auto same = std::count(cells.cbegin(), cells.cend(), count);
        return cells.empty() ? 0 : same * 10 / qsizetype(cells.size());
    }
    /// The number of cells that most rows have.
    [[nodiscard]] qsizetype usual() const {
        QHash<qsizetype, qsizetype> counts;
        for (const qsizetype count : cells)
            ++counts[count];
        qsizetype best = 0;
        for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
            const qsizetype most = counts.value(best);
            if (it.value() > most || (it.value() == most && it.key() > best))
                best = it.key();
        }
        return best;
    }
};

/// Reads a text once, as simply as judging it needs.
class Scan {
public:
    Scan(QByteArrayView text, bool cut, CsvForm form)
        : m_text(text),
          m_cut(cut),
          m_separator(QString(form.separator).toUtf8()),
          m_quote(form.quote.isNull() ? QByteArray() : QString(form.quote).toUtf8()) {
        m_tally.form = form;
    }

    Tally run() {
        while (m_at < m_text.size() && qsizetype(m_tally.cells.size()) < judgedRows)
            row();
        return std::move(m_tally);
    }

private:
    [[nodiscard]] bool at(const QByteArray &mark) const {
        return !mark.isEmpty() && m_text.sliced(m_at).startsWith(mark);
    }
    [[nodiscard]] bool atLineEnd() const {
        return m_at < m_text.size() && (m_text[m_at] == '\n' || m_text[m_at] == '\r');
    }

    void row() {
        if (atLineEnd()) {
            ++m_at;
            return;
        }
        qsizetype cells = 0;
        for (;;) {
            cell();
            ++cells;
            if (!at(m_separator))
                break;
            m_at += m_separator.size();
            ++m_tally.between;
            m_tally.spaced += m_at < m_text.size() && m_text[m_at] == ' ' ? 1 : 0;
        }
        // What the sample cuts off tells nothing.
        if (atLineEnd() || !m_cut)
            m_tally.cells.push_back(cells);
    }

    void cell() {
        if (at(m_quote) && quoted())
            return;
        while (m_at < m_text.size() && !atLineEnd() && !at(m_separator))
            ++m_at;
    }

    /// Passes a quoted cell; false, and nothing passed, where it is none.
    bool quoted() {
        const qsizetype begin = m_at;
        m_at += m_quote.size();
        while (m_at < m_text.size()) {
            if (!at(m_quote)) {
                ++m_at;
                continue;
            }
            m_at += m_quote.size();
            if (at(m_quote)) {
                m_at += m_quote.size();
                continue;
            }
            qsizetype behind = m_at;
            while (behind < m_text.size() && m_text[behind] == ' ')
                ++behind;
            std::swap(m_at, behind);
            if (m_at == m_text.size() || atLineEnd() || at(m_separator)) {
                ++m_tally.proper;
                return true;
            }
            break;
        }
        if (m_at == m_text.size() && m_cut)
            return true;
        ++m_tally.broken;
        m_at = begin;
        m_at += m_quote.size();
        return false;
    }

    const QByteArrayView m_text;
    const bool m_cut;
    const QByteArray m_separator;
    const QByteArray m_quote;
    qsizetype m_at = 0;
    Tally m_tally;
};

/// Whether `a` fits better than `b`, where both find several cells in their measure of a row.
bool fitsBetter(const Tally &a, qsizetype aCells, const Tally &b, qsizetype bCells) {
    if (a.isProse() != b.isProse())
        return b.isProse();
    if (a.share(aCells) != b.share(bCells))
        return a.share(aCells) > b.share(bCells);
    return aCells > bCells;
}

/// The best of the tallies that stand in the order of `separators`.
const Tally &best(const std::vector<Tally> &tallies) {
    const Tally *found = nullptr;
    for (const Tally &tally : tallies) {
        if (tally.header() > 1
            && (!found || fitsBetter(tally, tally.header(), *found, found->header())))
            found = &tally;
    }
    if (found)
        return *found;
    // A title above the header has one cell; what most rows have then counts.
    for (const Tally &tally : tallies) {
        const qsizetype usual = tally.usual();
        if (usual > 1 && tally.share(usual) >= 6 && !tally.isProse()
            && (!found || fitsBetter(tally, usual, *found, found->usual())))
            found = &tally;
    }
    if (found)
        return *found;
    // One column: best a separator that its cells do not hold.
    const auto unused = std::find_if(tallies.crbegin(), tallies.crend(),
                                     [](const Tally &tally) { return tally.between == 0; });
    return unused != tallies.crend() ? *unused : tallies.back();
}

Tally bestWith(QByteArrayView text, bool cut, std::optional<QChar> separator, QChar quote) {
    std::vector<Tally> tallies;
    if (separator)
        return Scan(text, cut, {*separator, quote}).run();
    tallies.reserve(size_t(separators.size()));
    for (const QChar candidate : separators)
        tallies.push_back(Scan(text, cut, {candidate, quote}).run());
    return best(tallies);
}

} // namespace

CsvForm guessCsvForm(QByteArrayView text, bool cut, std::optional<QChar> separator,
                     std::optional<QChar> quote) {
    if (quote)
        return bestWith(text, cut, separator, *quote).form;
    const Tally twofold = bestWith(text, cut, separator, u'"');
    if (twofold.proper == 0) {
        const Tally single = bestWith(text, cut, separator, u'\'');
        if (single.proper > 1 && single.broken == 0)
            return single.form;
    }
    if (twofold.broken > twofold.proper)
        return bestWith(text, cut, separator, QChar()).form;
    return twofold.form;
}

std::optional<QChar> separatorLine(QByteArrayView text) {
    constexpr qsizetype longest = 16;
    const auto begin = text.begin();
    const auto end = begin + qMin(text.size(), longest);
    const auto lineEnd = std::find_if(begin, end, [](char c) { return c == '\n' || c == '\r'; });
    QString line = QString::fromUtf8(text.first(lineEnd - begin));
    if (line.size() > 1 && line.startsWith(u'"') && line.endsWith(u'"'))
        line = line.sliced(1, line.size() - 2);
    const bool told = line.size() == 5 && line.startsWith(u"sep=", Qt::CaseInsensitive);
    return told && lineEnd != end ? std::optional(line.back()) : std::nullopt;
}

} // namespace dw
