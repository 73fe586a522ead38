// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/longtextfield.h"

#include "core/catalog/valuetext.h"

#include <QPlainTextEdit>

namespace dw::ui {

namespace {
constexpr int leastLines = 3;
constexpr int mostLines = 10;
constexpr int padding = 16;
} // namespace

LongTextField::LongTextField(const FieldDesc &field, ShellServices &shell, QWidget *parent)
    : FieldEditor(field, shell, parent),
      m_text(new QPlainTextEdit(this)) {
    setControl(m_text);
    m_text->setTabChangesFocus(true);
    fit();
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        fit();
        if (!m_setting)
            markEdited();
    });
}

void LongTextField::setValue(const FieldValue &value, const QString &) {
    m_setting = true;
    m_text->setPlainText(value.as<QString>());
    m_setting = false;
    markClean();
}

Result<FieldValue> LongTextField::value() const {
    const QString typed = m_text->toPlainText();
    return typed.trimmed().isEmpty() ? Result(FieldValue()) : valueFromText(field(), typed);
}

void LongTextField::fit() {
    const int lines = std::clamp(m_text->blockCount(), leastLines, mostLines);
    m_text->setFixedHeight(lines * m_text->fontMetrics().lineSpacing() + padding);
}

void LongTextField::setReadOnly(bool readOnly) { m_text->setReadOnly(readOnly); }

void LongTextField::startEditing() {
    FieldEditor::startEditing();
    m_text->selectAll();
}

} // namespace dw::ui
