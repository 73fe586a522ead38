// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/board/boardfilter.h"
#include "core/services/board/boardgroups.h"
#include "core/services/wording/wording.h"

#include <QCoreApplication>

namespace dw::ui {

/// Names of a board's columns and of what they are made by, in the reader's words.
class GroupText {
    Q_DECLARE_TR_FUNCTIONS(dw::ui::GroupText)
public:
    /// "Negotiation", "Li Wanqing", "March 2026", "Nobody", "No date".
    [[nodiscard]] static QString name(const BoardGroup &group, Language language);
    /// "Stage", "Owner", "Close month".
    [[nodiscard]] static QString grouping(BoardGrouping by);
    /// What letting a card go over the column does: "→ Negotiation", "→ Owner: Li Wanqing".
    [[nodiscard]] static QString promise(const BoardGroup &group, int deals, Language language);
    /// Since when closed deals are shown: "this quarter".
    [[nodiscard]] static QString period(ClosedPeriod period);
};

} // namespace dw::ui
