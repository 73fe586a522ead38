// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/board/boardtotals.h"
#include "core/services/stats.h"
#include "core/store/query/columnreader.h"

namespace dw {

/// The columns of a workspace, kept in step with its change log on a thread of their own. Made when
/// first asked for; reads nothing before start(). Lives on the workspace's thread.
class Columns final : public QObject {
    Q_OBJECT
public:
    /// `path` and `vfs` of the database, as for Connection::open. The catalogue outlives it.
    Columns(const QString &path, const QString &vfs, const CatalogHolder &catalog,
            QObject *parent = nullptr);
    ~Columns() override;

    /// The newest publication; null until the first was made. Any thread; what it gives stays as it
    /// is for as long as it is held.
    [[nodiscard]] ColumnStorePtr snapshot() const;
    /// Begins to read in the background, about a second a million deals; afterwards follow()
    /// counts.
    void start();
    /// Something was committed (Workspace::changed is connected): reads what the log says since, at
    /// most every 50 ms.
    void follow();
    /// Waits until everything that is committed now is published, and gives that; for the command
    /// line, tests and whoever may wait. Fails as Connection::open and ColumnReader::read.
    [[nodiscard]] Result<ColumnStorePtr> current();
    /// What went wrong when it was read last; it is tried again with the next change.
    [[nodiscard]] std::optional<Error> problem() const;

signals:
    /// snapshot() gives something newer.
    void published();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// What is held in columns: what boards, sums, metrics and forecasts read.
[[nodiscard]] std::vector<ColumnPlan> hotFields();

/// Deals that stand, by pipeline, stage and currency: the same as the query of that name.
[[nodiscard]] std::vector<StageSum> stageSums(const ColumnStore &columns);

/// What the columns of a board hold in all, one each for the stages of the pipeline: the same as
/// totalsOf() all cards of the scope.
[[nodiscard]] std::vector<ColumnTotals> boardTotals(const ColumnStore &columns,
                                                    const BoardPipeline &pipeline,
                                                    const BoardScope &scope = {});

} // namespace dw
