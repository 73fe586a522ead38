// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/boardstore.h"
#include "ui/shell/page.h"

#include <memory>

class QAction;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTimer;
class QToolButton;

namespace dw::ui {

class BoardMoves;
class BoardView;
class DealPanel;
class ElidedLabel;
class EmptyState;
class NoticeGather;

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
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildHead();
    void buildBody();
    void retranslate();
    void takeIcons();
    void readPipelines();
    void choosePipeline(RecordId id);
    void readBoard();
    void readAnew();
    void follow(const ChangeNotice &notice);
    [[nodiscard]] std::optional<std::vector<ColumnTotals>> knownTotals(const ChangeNotice &notice);
    void showTotals();
    void showState();
    void openDeal(RecordId deal);
    [[nodiscard]] bool leaveDeal(RecordId next);
    void closePanel();
    void placePanel();

    ShellServices &m_shell;
    BoardStore m_store;
    std::vector<BoardPipeline> m_pipelines;
    RecordId m_pipeline;
    int m_asked = 0;
    bool m_loaded = false;

    NoticeGather *m_gather;
    QWidget *m_head;
    QToolButton *m_choice;
    ElidedLabel *m_totals;
    QPushButton *m_new;
    QLineEdit *m_filter;
    QAction *m_searchIcon;
    QTimer *m_filterDelay;
    QTimer *m_minute;
    QStackedWidget *m_stack;
    BoardView *m_view;
    EmptyState *m_empty;
    DealPanel *m_panel;
    BoardMoves *m_moves;
};

[[nodiscard]] std::unique_ptr<Page> makeBoardPage(ShellServices &shell);

} // namespace dw::ui
