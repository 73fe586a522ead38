// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/wording/wording.h"

namespace dw::ui {

/// An error in the reader's words: what happened and every reason, a line each and none twice.
/// Where the error only says that a value is not valid, one reason stands for itself.
[[nodiscard]] QString errorText(const Error &error, Language language, const Catalog &catalog);

} // namespace dw::ui
