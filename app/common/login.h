// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace dw {

/// Who is logged in on this computer.
struct Login {
    QString name;     ///< Of the account; "user" where the system tells none.
    QString fullName; ///< As the system shows it; empty where it tells none.
};

[[nodiscard]] Login systemLogin();

} // namespace dw
