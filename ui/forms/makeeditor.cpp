// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/choicefield.h"
#include "ui/forms/linefields.h"
#include "ui/forms/linkfield.h"
#include "ui/forms/longtextfield.h"
#include "ui/forms/moneyfield.h"
#include "ui/forms/setfield.h"
#include "ui/forms/shownfield.h"

namespace dw::ui {

FieldEditor *FieldEditor::make(const FieldDesc &field, ShellServices &shell, QWidget *parent) {
    switch (field.type) {
    case FieldType::Text:
    case FieldType::Phone:
    case FieldType::Email:
        return new LineField(field, shell, parent);
    case FieldType::LongText:
        return new LongTextField(field, shell, parent);
    case FieldType::Number:
    case FieldType::Counter:
        return new NumberField(field, shell, parent);
    case FieldType::Money:
        return new MoneyField(field, shell, parent);
    case FieldType::Date:
        return new DateField(field, shell, parent);
    case FieldType::Instant:
        return new InstantField(field, shell, parent);
    case FieldType::YesNo:
    case FieldType::Choice:
        return new ChoiceField(field, shell, parent);
    case FieldType::Set:
        return new SetField(field, shell, parent);
    case FieldType::Person:
    case FieldType::Link:
        return new LinkField(field, shell, parent);
    case FieldType::Formula:
        break;
    }
    return new ShownField(field, shell, parent);
}

} // namespace dw::ui
