// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldeditor.h"

class QLineEdit;

namespace dw::ui {

class Select;

/// An amount and its currency; "USD 500" typed in one go sets both, "1,284万" is understood.
class MoneyField final : public FieldEditor {
    Q_OBJECT
public:
    MoneyField(const FieldDesc &field, ShellServices &shell, QWidget *parent);

    void setValue(const FieldValue &value, const QString &label) override;
    [[nodiscard]] Result<FieldValue> value() const override;
    void setReadOnly(bool readOnly) override;
    void startEditing() override;

protected:
    void retranslate() override;

private:
    void takeCurrency();
    void chooseCurrency(const QString &code);
    void tidy();

    QLineEdit *m_line;
    Select *m_currency;
};

} // namespace dw::ui
