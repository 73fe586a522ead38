// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

#include <QFrame>
#include <vector>

class QLabel;
class QPushButton;

namespace dw::ui {

class BoardStore;
class CardMarks;

/// Floats over the bottom of the board while several cards are selected: how many, their sums, and
/// what can be done with all of them, each with its key.
class BulkBar final : public QFrame {
    Q_OBJECT
public:
    BulkBar(const BoardStore &store, CardMarks &marks, ShellServices &shell, QWidget *parent);

    /// In the middle over the bottom of its parent.
    void place();

signals:
    void moveAsked(const QWidget &under);
    void assignAsked();
    void stepAsked();
    void tagAsked();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void refresh();
    QPushButton *add(const QString &name, const QString &icon, const QString &key);

    const BoardStore &m_store;
    CardMarks &m_marks;
    ShellServices &m_shell;
    QLabel *m_count;
    QLabel *m_sums;
    QPushButton *m_move, *m_assign, *m_step, *m_tag, *m_clear;
};

} // namespace dw::ui
