// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/fieldeditor.h"

#include "ui/widgets/styled.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace dw::ui {
using namespace Qt::StringLiterals;

FieldEditor::FieldEditor(const FieldDesc &field, ShellServices &shell, QWidget *parent)
    : QWidget(parent),
      m_field(field),
      m_shell(shell) {
    setObjectName(u"field:"_s + field.key);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::grid);
    m_problem = new QLabel(this);
    m_problem->setProperty("role", u"danger"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    layout->addWidget(m_problem);
}

void FieldEditor::setControl(QWidget *control, QWidget *row) {
    m_control = control;
    m_row = row ? row : control;
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, m_row);
    setFocusProxy(control);
    control->installEventFilter(this);
    name();
}

void FieldEditor::name() { m_control->setAccessibleName(m_field.label.in(m_shell.language())); }

void FieldEditor::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange) {
        name();
        retranslate();
    }
    QWidget::changeEvent(event);
}

void FieldEditor::showProblem(const QString &text) {
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
    m_control->setAccessibleDescription(text);
    setState(*m_control, "bad", !text.isEmpty());
    if (m_row != m_control)
        setState(*m_row, "bad", !text.isEmpty());
}

QString FieldEditor::problem() const { return m_problem->text(); }

void FieldEditor::restrictTo(const QString &, RecordId) {}

void FieldEditor::setReadOnly(bool readOnly) { setEnabled(!readOnly); }

void FieldEditor::startEditing() { m_control->setFocus(Qt::OtherFocusReason); }

void FieldEditor::markEdited() {
    m_edited = true;
    showProblem({});
    emit edited();
}

bool FieldEditor::eventFilter(QObject *watched, QEvent *event) {
    if (watched != m_control || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Escape) {
        emit cancelled();
        return !m_inForm;
    }
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const bool lines = qobject_cast<QPlainTextEdit *>(m_control);
    if (enter && (!lines || key->modifiers().testFlag(Qt::ControlModifier))) {
        emit committed();
        return !m_inForm;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace dw::ui
