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

/// Type to search: offers candidates under a line edit. Up and Down choose, Enter or a click takes,
/// Escape closes the list and leaves the text. Down in the line opens the list without a search.
class Picker final : public QObject {
    Q_OBJECT
public:
    Picker(QLineEdit *line, const FieldDesc &field, ShellServices &shell);

    [[nodiscard]] Candidates &candidates() const { return *m_candidates; }
    /// Asks for what the line holds, or for the whole list.
    void search();
    void openAll();

signals:
    void picked(const dw::ui::Candidate &candidate);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void ask(const QString &text);
    void offer(const std::vector<Candidate> &found, bool choose);
    void take(const QModelIndex &index);

    QLineEdit *m_line;
    ShellServices &m_shell;
    std::unique_ptr<Candidates> m_candidates;
    QStandardItemModel *m_model;
    QCompleter *m_completer;
    int m_question = 0; ///< Only the answer to the newest counts.
};

} // namespace dw::ui
