// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/texttable.h"

#include "app/cli/textwidth.h"
#include "core/services/values/format.h"

#include <algorithm>

namespace dw::cli {
using namespace Qt::StringLiterals;

TextTable::TextTable(std::vector<Column> columns) : m_columns(std::move(columns)) {
    const bool hasHead = std::any_of(m_columns.begin(), m_columns.end(),
                                     [](const Column &c) { return !c.head.isEmpty(); });
    m_widths.resize(m_columns.size());
    if (!hasHead)
        return;
    QStringList heads;
    for (const Column &column : m_columns)
        heads << column.head;
    add(heads);
}

void TextTable::add(const QStringList &cells) {
    Q_ASSERT(size_t(cells.size()) == m_columns.size());
    QStringList shown;
    for (size_t i = 0; i < m_columns.size(); ++i) {
        QString cell = visibleText(cells.at(qsizetype(i)));
        if (m_columns[i].widest > 0)
            cell = elided(cell, m_columns[i].widest);
        m_widths[i] = std::max(m_widths[i], textWidth(cell));
        shown << cell;
    }
    m_rows.push_back(std::move(shown));
}

QString TextTable::line(const QStringList &cells) const {
    QString text;
    for (size_t i = 0; i < m_columns.size(); ++i) {
        const QString &cell = cells.at(qsizetype(i));
        const QString gap(m_widths[i] - textWidth(cell), u' ');
        if (i > 0)
            text += u"  "_s;
        text += m_columns[i].align == Align::Right ? gap + cell : cell + gap;
    }
    while (text.endsWith(u' '))
        text.chop(1);
    return text;
}

QStringList TextTable::lines() const {
    QStringList lines;
    for (const QStringList &row : m_rows)
        lines << line(row);
    return lines;
}

} // namespace dw::cli
