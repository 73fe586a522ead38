// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/dialog.h"

#include "core/domain/record.h"

namespace dw::ui {

class RecordFields;
class ShellServices;

/// Asks for a few fields of an entity, to be given to several rows at once. Use: make, connect
/// answered(), open(). Deletes itself when closed.
class FieldsDialog final : public Dialog {
    Q_OBJECT
public:
    struct Question {
        QString title, explanation;
        QString entity;
        QStringList required; ///< Keys; asked for in this order, then the others.
        QStringList optional;
        QString confirm; ///< What the main button says.
    };
    FieldsDialog(const Question &question, ShellServices &shell, QWidget *parent);
    [[nodiscard]] bool hasInput() const override;

signals:
    /// The fields that hold something.
    void answered(const dw::Record &values);

protected:
    void confirm() override;

private:
    RecordFields *m_fields;
};

} // namespace dw::ui
