// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <vector>

namespace dw::cli {

enum class Align { Left, Right };

/// Lines up texts in columns for a terminal, by the width that their characters take there. Control
/// characters of a cell are written out, so each row is one line.
class TextTable {
public:
    struct Column {
        QString head;
        Align align = Align::Left;
        int widest = 0; ///< Cells are elided to this width; 0 = never.
    };

    explicit TextTable(std::vector<Column> columns);
    /// As many cells as there are columns.
    void add(const QStringList &cells);
    /// Head (where any column has one) and rows, without blanks at their ends.
    [[nodiscard]] QStringList lines() const;

private:
    [[nodiscard]] QString line(const QStringList &cells) const;

    std::vector<Column> m_columns;
    std::vector<int> m_widths;
    std::vector<QStringList> m_rows;
};

} // namespace dw::cli
