// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/board/board.h"
#include "ui/shell/page.h"

class QLineEdit;
class QPushButton;
class QTimer;
class QToolButton;

namespace dw::ui {

class ElidedLabel;

/// The head of the board: which pipeline, a line to narrow it by text, what is open in all, and the
/// button of a new deal.
class BoardHead final : public QWidget {
    Q_OBJECT
public:
    BoardHead(ShellServices &shell, QWidget *parent);

    void setPipelines(const std::vector<BoardPipeline> &pipelines, RecordId chosen);
    void setName(const QString &pipeline);
    void setTotals(const QString &totals);
    [[nodiscard]] QString totals() const;
    [[nodiscard]] QString text() const;
    void clearText();
    void focusText();
    [[nodiscard]] bool mayAdd() const;
    void askNew() { emit newAsked(); }

signals:
    void pipelineChosen(dw::RecordId pipeline);
    /// A moment after the last key.
    void textChanged(const QString &text);
    /// Escape in an empty line.
    void left();
    void newAsked();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void retranslate();
    void takeIcons();

    ShellServices &m_shell;
    QToolButton *m_choice;
    QLineEdit *m_text;
    QAction *m_searchIcon;
    QTimer *m_delay;
    ElidedLabel *m_totals;
    QPushButton *m_new;
    bool m_several = false; ///< There are pipelines to choose from.
};

} // namespace dw::ui
