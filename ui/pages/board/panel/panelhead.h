// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/board/panel/paneldata.h"
#include "ui/shell/page.h"

class QLabel;
class QToolButton;

namespace dw::ui {

class BoardStore;
class ElidedLabel;
class StageBar;

/// The head of the side panel: id and actions, name, account, stage and how long it stands there,
/// amount, what is wrong. A click on name, account or amount asks for the field.
class PanelHead final : public QWidget {
    Q_OBJECT
public:
    PanelHead(const BoardStore &store, ShellServices &shell, QWidget *parent);
    void show(const PanelData &panel, RecordId deal);

signals:
    void closed();
    void deleteAsked();
    void fieldAsked(const QString &name);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void takeIcons();
    void retranslate();
    void showStage(const BoardCard &card, const BoardStage &stage);
    void showAmount(const BoardCard &card, const BoardStage &stage);
    void showWarnings(const BoardCard &card, const BoardStage &stage);

    const BoardStore &m_store;
    ShellServices &m_shell;
    ElidedLabel *m_crumb;
    QToolButton *m_delete, *m_close;
    QLabel *m_title;
    ElidedLabel *m_account;
    StageBar *m_bar;
    ElidedLabel *m_stage, *m_days, *m_next;
    ElidedLabel *m_amount, *m_weighted;
    QWidget *m_warnings;
};

} // namespace dw::ui
