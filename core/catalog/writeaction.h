// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace dw {

/// What is done to a row.
enum class WriteAction { Create, Change, Delete, Restore };

/// Who writes, by which way. An import that makes records or declares its history is never refused:
/// what breaks a rule becomes a finding.
enum class WriteWay { Edit, Import, History, Undo, Rule };

} // namespace dw
