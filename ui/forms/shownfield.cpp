// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/shownfield.h"

#include "core/services/wording/wording.h"

#include <QLabel>

namespace dw::ui {

ShownField::ShownField(const FieldDesc &field, ShellServices &shell, QWidget *parent)
    : FieldEditor(field, shell, parent),
      m_label(new QLabel(this)) {
    setControl(m_label);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setMinimumHeight(metric::control);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
}

void ShownField::setValue(const FieldValue &value, const QString &label) {
    m_value = value;
    const Workspace &workspace = shell().workspace();
    m_label->setText(displayValue(field(), value, label, shell().language(), workspace.zone(),
                                  workspace.today()));
}

} // namespace dw::ui
