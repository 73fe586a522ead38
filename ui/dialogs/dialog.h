// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QFrame;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace dw::ui {

/// The frame of every dialog: title, a body, a message that stays while the draft does, and two
/// buttons. Window-modal, opened with open(), never with exec(). Enter confirms (Ctrl+Enter where a
/// text of several lines has the caret), but not while an input method composes; Escape turns away.
class Dialog : public QDialog {
    Q_OBJECT
public:
    explicit Dialog(QWidget *parent);

    void setHeading(const QString &title, const QString &explanation = {});
    /// A message in danger colours above the buttons; empty text takes it away.
    void showProblem(const QString &text);
    /// True while something typed here would be lost with it.
    [[nodiscard]] virtual bool hasInput() const { return false; }

protected:
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    [[nodiscard]] QPushButton *confirmButton() const { return m_confirm; }
    [[nodiscard]] QPushButton *cancelButton() const { return m_cancel; }
    /// The main button was pressed; accept() or showProblem().
    virtual void confirm() = 0;
    /// The language changed while it stood open.
    virtual void retranslate() {}
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QLabel *m_title;
    QLabel *m_explanation;
    QVBoxLayout *m_body;
    QLabel *m_problem;
    QFrame *m_problemNote;
    QPushButton *m_cancel;
    QPushButton *m_confirm;
};

} // namespace dw::ui
