// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/fieldsdialog.h"

#include "ui/forms/recordfields.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace dw::ui {

FieldsDialog::FieldsDialog(const Question &question, ShellServices &shell, QWidget *parent)
    : Dialog(parent) {
    setHeading(question.title, question.explanation);
    const EntityDesc &entity = *shell.workspace().catalog()->entity(question.entity);
    m_fields = new RecordFields(entity, shell, this);
    for (const QString &key : question.required)
        m_fields->add(entity.byKey(key), true);
    for (const QString &key : question.optional)
        m_fields->add(entity.byKey(key));
    m_fields->show(Record(question.entity, {}));
    body()->addWidget(m_fields);
    connect(m_fields, &RecordFields::judged, this, [this] { adjustSize(); });
    confirmButton()->setText(question.confirm);
    m_fields->focusFirst();
}

bool FieldsDialog::hasInput() const { return m_fields->isEdited(); }

void FieldsDialog::confirm() {
    const auto values = m_fields->read();
    if (!values)
        return;
    accept();
    emit answered(*values);
}

} // namespace dw::ui
