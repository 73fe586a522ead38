// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/activity/dealactivity.h"
#include "core/services/board/board.h"
#include "core/services/recordview.h"

namespace dw::ui {

/// All that the side panel shows of a deal, read in one go.
struct PanelData {
    RecordView view;
    std::vector<GroupVersion> versions;
    std::vector<HistoryEntry> changes; ///< Newest first, as many as were asked for.
    bool hasOlder = false;             ///< There are changes before these.
    DealActivity activity;

    /// What an edit of a field of this group must have seen.
    [[nodiscard]] GroupVersion versionOf(const QString &group) const;
};

/// Runs on the worker. `changes`: how many of the newest.
[[nodiscard]] Result<PanelData> readPanel(Reader &reader, const ReadTime &time, RecordId deal,
                                          int changes);

/// One change in the reader's words: "Amount 10,000 → 12,000", with who, when and from what.
struct ChangeText {
    QString what, when, who, source;
};
[[nodiscard]] ChangeText textOf(const HistoryEntry &entry, const EntityDesc &entity,
                                Language language, const ReadTime &time, QDate today);

/// What happened around a deal, changes and events in one row of time.
struct TimelineItem {
    Instant at;
    const HistoryEntry *change = nullptr;
    const DealEvent *event = nullptr; ///< One of the two.
};
/// The newest first; no event older than the changes at hand where there are more of those, so that
/// nothing seems missing between. Points into `data`.
[[nodiscard]] std::vector<TimelineItem> timelineOf(const PanelData &data);

} // namespace dw::ui
