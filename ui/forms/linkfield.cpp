// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/linkfield.h"

#include "ui/forms/picker.h"

#include <QAction>
#include <QLayout>
#include <QLineEdit>
#include <QPushButton>

namespace dw::ui {
using namespace Qt::StringLiterals;

LinkField::LinkField(const FieldDesc &field, ShellServices &shell, QWidget *parent)
    : FieldEditor(field, shell, parent),
      m_line(new QLineEdit(this)),
      m_picker(new Picker(m_line, field, shell)),
      m_open(m_line->addAction(shell.theme().icon(u"chevron-down"_s), QLineEdit::TrailingPosition)),
      m_make(new QPushButton(this)) {
    setControl(m_line);
    m_make->setObjectName(u"make"_s);
    m_make->setProperty("kind", u"link"_s);
    m_make->setAutoDefault(false);
    m_make->hide();
    static_cast<QBoxLayout *>(layout())->addWidget(m_make, 0, Qt::AlignLeft);
    connect(m_make, &QPushButton::clicked, this,
            [this] { m_picker->make(m_line->text().trimmed()); });
    LinkField::retranslate();
    connect(m_open, &QAction::triggered, this, [this] {
        m_line->setFocus();
        m_picker->openAll();
    });
    connect(m_line, &QLineEdit::textEdited, this, [this] {
        m_id = {};
        markEdited();
    });
    connect(m_picker, &Picker::picked, this, &LinkField::take);
    connect(m_picker, &Picker::unmade, this, &LinkField::giveBack);
}

void LinkField::retranslate() {
    m_line->setPlaceholderText(tr("Type to search"));
    m_open->setToolTip(tr("Show all (Down)"));
}

void LinkField::setValue(const FieldValue &value, const QString &label) {
    m_id = value.as<RecordId>();
    m_line->setText(m_id.isNull() ? QString() : label);
    m_line->setCursorPosition(0);
    markClean();
}

Result<FieldValue> LinkField::value() const {
    if (!m_id.isNull())
        return FieldValue(m_id);
    const QString typed = m_line->text().trimmed();
    if (typed.isEmpty())
        return FieldValue();
    const auto found = m_picker->candidates().exactly(typed);
    if (!found)
        return found.error();
    return FieldValue(RecordId::fromText(found->key));
}

void LinkField::take(const Candidate &candidate) {
    m_id = RecordId::fromText(candidate.key);
    m_line->setText(candidate.label);
    m_line->setCursorPosition(0);
    markEdited();
    emit committed();
}

/// The name stays as typed text, and another may be tried.
void LinkField::giveBack(const Candidate &candidate) {
    if (m_id != RecordId::fromText(candidate.key))
        return;
    m_id = {};
    markEdited();
}

void LinkField::showProblem(const QString &text) {
    FieldEditor::showProblem(text);
    m_make->hide();
    if (text.isEmpty() || !m_picker->candidates().mayMake())
        return;
    const auto read = value();
    m_make->setText(Picker::makeText(m_line->text().trimmed()));
    m_make->setVisible(!read && read.error().message.id == "link.unknown"_L1);
}

void LinkField::restrictTo(const QString &field, RecordId row) {
    m_picker->candidates().restrictTo(field, row);
}

void LinkField::setReadOnly(bool readOnly) {
    m_line->setReadOnly(readOnly);
    m_open->setVisible(!readOnly);
}

void LinkField::startEditing() {
    FieldEditor::startEditing();
    m_line->selectAll();
}

} // namespace dw::ui
