// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/menu.h"

namespace dw::ui {

QMenu *makeMenu(QWidget *parent) {
    auto *menu = new QMenu(parent);
    menu->setWindowFlags(menu->windowFlags() | Qt::FramelessWindowHint);
    menu->setAttribute(Qt::WA_TranslucentBackground);
    return menu;
}

QAction *addChoice(QMenu &menu, const Theme &theme, const QString &text, bool chosen) {
    QAction *action = menu.addAction(text);
    action->setCheckable(true);
    action->setChecked(chosen);
    // The style sheet hides the indicator; an empty picture keeps the texts in line.
    QPixmap none(16, 16);
    none.fill(Qt::transparent);
    action->setIcon(chosen ? theme.icon(QStringLiteral("check"), &Tokens::accent) : QIcon(none));
    return action;
}

} // namespace dw::ui
