// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pagelist.h"

#include "ui/pages/board/boardpage.h"

namespace dw::ui {

std::vector<std::unique_ptr<Page>> makePages(ShellServices &shell) {
    std::vector<std::unique_ptr<Page>> pages;
    pages.push_back(makeBoardPage(shell));
    return pages;
}

} // namespace dw::ui
