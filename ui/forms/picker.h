// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/candidates.h"

#include <QPointer>

class QCompleter;
class QLineEdit;
class QModelIndex;
class QStandardItemModel;

namespace dw::ui {

/// Type to search: offers candidates under a line edit. Up and Down choose, Enter, Tab or a click
/// takes, Escape closes the list and leaves the text. Down in the line opens the list without a
/// search. What is called exactly as typed is chosen first.
class Picker final : public QObject {
    Q_OBJECT
public:
    Picker(QLineEdit *line, const FieldDesc &field, ShellServices &shell);

    [[nodiscard]] Candidates &candidates() const { return *m_candidates; }
    /// Asks for what the line holds, or for the whole list.
    void search();
    void openAll();
    /// Makes what the line names and picks it; only where the candidates may.
    void make(const QString &name);
    /// What a button says that makes it.
    [[nodiscard]] static QString makeText(const QString &name);

signals:
    void picked(const dw::ui::Candidate &candidate);
    /// What was picked could not be made after all.
    void unmade(const dw::ui::Candidate &candidate);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void ask(const QString &text);
    void offer(const std::vector<Candidate> &found, bool choose);
    void choose(const QString &text);
    void take(const QModelIndex &index);

    QLineEdit *m_line;
    ShellServices &m_shell;
    std::unique_ptr<Candidates> m_candidates;
    QStandardItemModel *m_model;
    QCompleter *m_completer;
    int m_question = 0; ///< Only the answer to the newest counts.
};

} // namespace dw::ui
