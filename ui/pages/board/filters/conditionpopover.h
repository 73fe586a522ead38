// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

#include <QFrame>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace dw::ui {

/// A condition over deals as text, checked at every key; only one that reads counts. Ctrl+Enter
/// applies, Escape leaves what was there.
class ConditionPopover final : public QFrame {
    Q_OBJECT
public:
    ConditionPopover(const QString &text, ShellServices &shell, QWidget *parent);

    void popUpUnder(const QWidget &button);

signals:
    void applied(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void check();
    void apply();

    ShellServices &m_shell;
    QPlainTextEdit *m_text;
    QLabel *m_verdict;
    QPushButton *m_apply;
};

} // namespace dw::ui
