// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/activity/activitydraft.h"
#include "ui/shell/page.h"

#include <QHash>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace dw::ui {

/// Quick entry of a note, a call, a visit, a message or a task of one deal. Ctrl+Enter writes it.
/// What is typed and not yet written stays with its deal while the program runs.
class ActivityEntry final : public QWidget {
    Q_OBJECT
public:
    ActivityEntry(ShellServices &shell, QWidget *parent);

    void setTarget(const ActivityTarget &target);
    void start(ActivityDraft::Kind kind);
    /// True where something typed for any deal is not written yet.
    [[nodiscard]] bool hasInput() const;

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void retranslate();
    void showDraft();
    void showDay();
    void fit();
    void chooseDay();
    void setDay(QDate day);
    void commit();
    [[nodiscard]] QString saying() const;

    ShellServices &m_shell;
    ActivityTarget m_target;
    ActivityDraft m_draft;
    QHash<RecordId, ActivityDraft> m_kept; ///< Of the deals that were left with something typed.
    bool m_running = false;
    std::vector<std::pair<ActivityDraft::Kind, QToolButton *>> m_tabs;
    QPlainTextEdit *m_text;
    QToolButton *m_day;
    QPushButton *m_log;
    QLabel *m_problem;
};

} // namespace dw::ui
