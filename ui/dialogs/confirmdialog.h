// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/dialog.h"

namespace dw::ui {

/// Asks before something that people may not have meant. The way back has the focus. Use: make,
/// connect agreed(), open(). Deletes itself when closed.
class ConfirmDialog final : public Dialog {
    Q_OBJECT
public:
    struct Question {
        QString title;
        QString text;   ///< What would happen.
        QString agree;  ///< "Undo".
        QString cancel; ///< "Cancel" where empty.
    };
    ConfirmDialog(const Question &question, QWidget *parent);

signals:
    void agreed();

protected:
    void confirm() override;
};

} // namespace dw::ui
