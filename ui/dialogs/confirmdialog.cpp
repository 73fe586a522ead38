// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/confirmdialog.h"

#include <QPushButton>

namespace dw::ui {

ConfirmDialog::ConfirmDialog(const Question &question, QWidget *parent) : Dialog(parent) {
    setObjectName(QStringLiteral("confirmation"));
    setHeading(question.title, question.text);
    confirmButton()->setText(question.agree);
    if (!question.cancel.isEmpty())
        cancelButton()->setText(question.cancel);
    cancelButton()->setFocus();
}

void ConfirmDialog::confirm() {
    accept();
    emit agreed();
}

} // namespace dw::ui
