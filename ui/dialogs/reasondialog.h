// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/dialog.h"

class QPlainTextEdit;

namespace dw::ui {

class ShellServices;

/// Asks why, in a sentence (a move backwards, a closed deal taken up again). Use: make, connect
/// answered(), open(). Deletes itself when closed. No nested event loop.
class ReasonDialog final : public Dialog {
    Q_OBJECT
public:
    /// `title` says what is about to happen, `why` why a reason is asked for (a gate's refusal,
    /// worded).
    ReasonDialog(const QString &title, const QString &why, ShellServices &shell, QWidget *parent);

    [[nodiscard]] bool hasInput() const override;

signals:
    /// Never blank. rejected() when the person turned away.
    void answered(const QString &reason);

protected:
    void confirm() override;

private:
    QPlainTextEdit *m_text;
};

} // namespace dw::ui
