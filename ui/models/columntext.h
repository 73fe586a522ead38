// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/board/board.h"

#include <functional>

namespace dw::ui {

/// What a search for text looks at in a column, folded and in one piece: looking through one long
/// text takes a tenth of the time of looking at as many short ones. Follows the order of the cards.
class ColumnText {
public:
    /// Folds a text; for names that many cards share it may remember the answer.
    using Fold = std::function<QString(const QString &)>;

    ColumnText() = default;
    ColumnText(const std::vector<const BoardCard *> &cards, const Fold &fold);

    void insert(size_t row, const BoardCard &card, const Fold &fold);
    void remove(size_t row);
    /// The rows whose name, account, owner or short id holds the text, which is folded.
    [[nodiscard]] std::vector<size_t> find(const QString &folded) const;

private:
    QString m_text;                  ///< A line each.
    std::vector<qsizetype> m_starts; ///< Of each row's line.
};

/// Name, account, owner and short id of a card, each folded, with something between that no folded
/// text holds; ends the line.
[[nodiscard]] QString searchLine(const BoardCard &card, const ColumnText::Fold &fold);

} // namespace dw::ui
