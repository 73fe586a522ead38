// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/reasondialog.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace dw::ui {

namespace {
constexpr int lines = 3;
constexpr int padding = 16;
} // namespace

ReasonDialog::ReasonDialog(const QString &title, const QString &why, ShellServices &,
                           QWidget *parent)
    : Dialog(parent),
      m_text(new QPlainTextEdit(this)) {
    setHeading(title, why);
    m_text->setTabChangesFocus(true);
    m_text->setPlaceholderText(tr("Reason"));
    m_text->setAccessibleName(tr("Reason"));
    m_text->setFixedHeight(lines * m_text->fontMetrics().lineSpacing() + padding);
    body()->addWidget(m_text);
    confirmButton()->setText(tr("Continue"));
    confirmButton()->setToolTip(tr("Ctrl+Enter"));
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] { showProblem({}); });
    m_text->setFocus();
}

bool ReasonDialog::hasInput() const { return !m_text->document()->isEmpty(); }

void ReasonDialog::confirm() {
    const QString reason = m_text->toPlainText().simplified();
    if (reason.isEmpty()) {
        showProblem(tr("Say why in a few words; the history keeps it."));
        m_text->setFocus();
        return;
    }
    accept();
    emit answered(reason);
}

} // namespace dw::ui
