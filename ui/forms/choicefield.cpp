// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/choicefield.h"

#include "core/catalog/valuetext.h"
#include "ui/widgets/select.h"

namespace dw::ui {
using namespace Qt::StringLiterals;

ChoiceField::ChoiceField(const FieldDesc &field, ShellServices &shell, QWidget *parent)
    : FieldEditor(field, shell, parent),
      m_box(new Select(shell.theme(), this)) {
    setControl(m_box);
    fill();
    connect(m_box, &QComboBox::activated, this, [this] {
        markEdited();
        emit committed();
    });
}

/// The data of an item is the canonical text of its value; empty for none.
void ChoiceField::fill() {
    const QVariant standing = m_box->currentData();
    m_box->clear();
    m_box->addItem(u"–"_s, QString());
    if (field().type == FieldType::YesNo) {
        m_box->addItem(tr("Yes"), u"yes"_s);
        m_box->addItem(tr("No"), u"no"_s);
    }
    for (const Choice &choice : field().choices)
        m_box->addItem(choice.label.in(shell().language()), choice.key);
    m_box->setCurrentIndex(std::max(0, m_box->findData(standing)));
}

void ChoiceField::setValue(const FieldValue &value, const QString &) {
    const QString key = valueToText(field(), value);
    int at = m_box->findData(key);
    // A choice that the field no longer has is kept until somebody picks another.
    if (at < 0) {
        m_box->addItem(key, key);
        at = m_box->count() - 1;
    }
    m_box->setCurrentIndex(at);
    markClean();
}

Result<FieldValue> ChoiceField::value() const {
    const QString key = m_box->currentData().toString();
    if (field().type == FieldType::YesNo)
        return valueFromText(field(), key);
    return key.isEmpty() ? FieldValue() : FieldValue(key);
}

} // namespace dw::ui
