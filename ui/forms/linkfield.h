// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/candidates.h"
#include "ui/forms/fieldeditor.h"

class QAction;
class QLineEdit;
class QPushButton;

namespace dw::ui {

class Picker;

/// A link to a row, or a person: type to search, pick, or type the exact name. A name that nothing
/// has is refused, with a button that makes a row of it where that is allowed.
class LinkField final : public FieldEditor {
    Q_OBJECT
public:
    LinkField(const FieldDesc &field, ShellServices &shell, QWidget *parent);

    void setValue(const FieldValue &value, const QString &label) override;
    [[nodiscard]] Result<FieldValue> value() const override;
    void restrictTo(const QString &field, RecordId row) override;
    void setReadOnly(bool readOnly) override;
    void startEditing() override;
    void showProblem(const QString &text) override;

protected:
    void retranslate() override;

private:
    void take(const Candidate &candidate);
    void giveBack(const Candidate &candidate);

    QLineEdit *m_line;
    Picker *m_picker;
    QAction *m_open;
    QPushButton *m_make;
    RecordId m_id; ///< What was picked or shown; null while other text stands in the line.
};

} // namespace dw::ui
