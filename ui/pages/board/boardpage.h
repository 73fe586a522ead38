// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/boardstore.h"
#include "ui/shell/page.h"

#include <memory>

class QHBoxLayout;
class QStackedWidget;

namespace dw::ui {

class BoardFeed;
class BoardHead;
class BoardMoves;
class BoardView;
class BulkActions;
class BulkBar;
class DealPanel;
class EmptyState;
class FilterBar;

/// The pipeline as a board, with the deal at its side.
class BoardPage final : public Page {
    Q_OBJECT
public:
    explicit BoardPage(ShellServices &shell);
    ~BoardPage() override;

    [[nodiscard]] QString id() const override { return QStringLiteral("board"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("board"); }
    [[nodiscard]] QString title() const override { return tr("Pipeline"); }
    [[nodiscard]] bool isReady() const override;
    void prepareForPicture() override;
    [[nodiscard]] QString unsaved() const override;
    [[nodiscard]] bool mayClose() override;
    [[nodiscard]] std::optional<ShownList> shownList() const override;
    void takeFocus() override;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildBody();
    void listen();
    void listenToView();
    void retranslate();
    void fillPipelines();
    void askNew();
    void choosePipeline(RecordId id);
    void showTotals();
    void showState();
    void clearFilters();
    void openDeal(RecordId deal);
    [[nodiscard]] bool leaveDeal(RecordId next);
    void closePanel();
    void placePanel();
    void chooseColumn(const QWidget &under);
    bool letterKey(int key);

    ShellServices &m_shell;
    BoardStore m_store;
    BoardFeed *m_feed;
    BoardHead *m_head;
    FilterBar *m_bar;
    QHBoxLayout *m_body;
    QStackedWidget *m_stack;
    BoardMoves *m_moves;
    BoardView *m_view;
    BulkActions *m_bulk;
    BulkBar *m_bulkBar;
    EmptyState *m_empty;
    DealPanel *m_panel;
};

[[nodiscard]] std::unique_ptr<Page> makeBoardPage(ShellServices &shell);

} // namespace dw::ui
