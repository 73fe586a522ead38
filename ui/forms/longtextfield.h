// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldeditor.h"

class QPlainTextEdit;

namespace dw::ui {

/// Text of several lines; grows with what is typed, from three lines to ten. Tab leaves it.
class LongTextField final : public FieldEditor {
    Q_OBJECT
public:
    LongTextField(const FieldDesc &field, ShellServices &shell, QWidget *parent);

    void setValue(const FieldValue &value, const QString &label) override;
    [[nodiscard]] Result<FieldValue> value() const override;
    void setReadOnly(bool readOnly) override;
    void startEditing() override;

private:
    void fit();

    QPlainTextEdit *m_text;
    bool m_setting = false;
};

} // namespace dw::ui
