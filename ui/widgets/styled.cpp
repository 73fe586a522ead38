// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/styled.h"

#include <QStyle>
#include <QVariant>
#include <QWidget>

namespace dw::ui {

void setState(QWidget &widget, const char *property, const QVariant &value) {
    if (widget.property(property) == value)
        return;
    widget.setProperty(property, value);
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
    widget.update();
}

} // namespace dw::ui
