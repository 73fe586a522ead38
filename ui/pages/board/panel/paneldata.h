// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/board/board.h"
#include "core/services/recordview.h"

namespace dw::ui {

/// All that the side panel shows of a deal, read in one go.
struct PanelData {
    RecordView view;
    std::vector<GroupVersion> versions;
    std::vector<HistoryEntry> recent; ///< Newest first.

    /// What an edit of a field of this group must have seen.
    [[nodiscard]] GroupVersion versionOf(const QString &group) const;
};

/// The newest so many changes stand in the panel.
constexpr int recentChanges = 8;

/// Runs on the worker.
[[nodiscard]] Result<PanelData> readPanel(Reader &reader, const ReadTime &time, RecordId deal);

/// One change in the reader's words: "Amount 10,000 → 12,000", with who, when and from what.
struct ChangeText {
    QString what, when, who, source;
};
[[nodiscard]] ChangeText textOf(const HistoryEntry &entry, const EntityDesc &entity,
                                Language language, const ReadTime &time, QDate today);

} // namespace dw::ui
