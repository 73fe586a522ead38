// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldeditor.h"

namespace dw::ui {

class Select;

/// One of a few: the choices of a field, or yes and no; empty where the field may be.
class ChoiceField final : public FieldEditor {
    Q_OBJECT
public:
    ChoiceField(const FieldDesc &field, ShellServices &shell, QWidget *parent);

    void setValue(const FieldValue &value, const QString &label) override;
    [[nodiscard]] Result<FieldValue> value() const override;

protected:
    void retranslate() override { fill(); }

private:
    void fill();

    Select *m_box;
};

} // namespace dw::ui
