// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldeditor.h"

class QLabel;

namespace dw::ui {

/// A value that is computed: shown, never edited.
class ShownField final : public FieldEditor {
    Q_OBJECT
public:
    ShownField(const FieldDesc &field, ShellServices &shell, QWidget *parent);

    void setValue(const FieldValue &value, const QString &label) override;
    [[nodiscard]] Result<FieldValue> value() const override { return m_value; }

private:
    QLabel *m_label;
    FieldValue m_value;
};

} // namespace dw::ui
