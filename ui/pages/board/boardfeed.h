// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/board/boardfilter.h"
#include "core/services/board/stageconversion.h"
#include "ui/models/boardstore.h"
#include "ui/shell/page.h"

class QTimer;

namespace dw::ui {

class NoticeGather;

/// Fills a store from the workspace and keeps it true: what is asked for (pipeline, period,
/// filter), what others change, and the turn of the day. All reading is the worker's. GUI thread.
class BoardFeed final : public QObject {
    Q_OBJECT
public:
    BoardFeed(BoardStore &store, ShellServices &shell, QObject *parent);

    [[nodiscard]] const std::vector<BoardPipeline> &pipelines() const { return m_pipelines; }
    [[nodiscard]] RecordId pipeline() const { return m_pipeline; }
    /// The filter as an expression; empty where none narrows.
    [[nodiscard]] const QString &condition() const { return m_condition; }
    /// The board is there, and so is what was asked for last.
    [[nodiscard]] bool isReady() const;
    [[nodiscard]] bool isLoaded() const { return m_loaded; }

    /// Reads the pipelines, and the first board.
    void start();
    void setPipeline(RecordId id);
    void setPeriod(ClosedPeriod period);
    void setFilter(const BoardFilter &filter);
    void setGrouping(BoardGrouping by);
    /// All closed deals of a stage, whenever they were closed.
    void showEarlier(RecordId stage);

signals:
    void pipelinesChanged();
    /// The board was read, filtered or found wanting.
    void settled();
    /// What a notice moved stands in the store.
    void followed(const dw::ChangeNotice &notice);
    /// Everything was read anew.
    void readAnew();
    void filterFailed(const dw::Error &error);
    void conversionsChanged(const std::vector<dw::StageConversion> &stages);
    /// Days in stage, warnings and spans of days are others now.
    void dayTurned();

private:
    [[nodiscard]] std::optional<ChangeNotice> relevant(const ChangeNotice &notice) const;
    struct Board;
    struct Followed;
    void readPipelines();
    void readBoard();
    void readFilter();
    void readEverything();
    void follow(const ChangeNotice &notice);
    void take(const ChangeNotice &notice, const Followed &followed);
    void countConversions();
    void countMore(std::shared_ptr<StageConversions> counted, std::vector<RecordId> deals);
    void tick();
    [[nodiscard]] BoardScope scope() const;
    [[nodiscard]] FiscalCalendar fiscal() const;
    [[nodiscard]] std::optional<std::vector<ColumnTotals>> knownTotals(const ChangeNotice &notice);
    [[nodiscard]] bool isJobRunning() const;

    BoardStore &m_store;
    ShellServices &m_shell;
    NoticeGather *m_gather;
    QTimer *m_minute;
    QTimer *m_recount;
    std::vector<BoardPipeline> m_pipelines;
    RecordId m_pipeline;
    ClosedPeriod m_period = ClosedPeriod::ThisQuarter;
    QSet<RecordId> m_whole;
    BoardFilter m_filter;
    QString m_condition;
    QDate m_today;
    int m_asked = 0;       ///< For boards.
    int m_filterAsked = 0; ///< For filters; a newer question makes an older answer stale.
    int m_counting = 0;    ///< For conversions.
    int m_open = 0;        ///< Questions that are not answered yet.
    bool m_loaded = false;
};

} // namespace dw::ui
