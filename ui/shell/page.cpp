// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page.h"

namespace dw::ui {

void Page::takeFocus() {
    for (QWidget *at = nextInFocusChain(); at != this; at = at->nextInFocusChain()) {
        if (isAncestorOf(at) && (at->focusPolicy() & Qt::TabFocus) != 0 && at->isEnabled()
            && at->isVisibleTo(this)) {
            at->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

} // namespace dw::ui
