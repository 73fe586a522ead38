// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace dw::bench {

/// `--board WORKSPACE [CSV]`: a process of its own that opens the workbench on a workspace, works
/// on its board as a person would and prints how long each step took; while the rows of the CSV
/// file are imported, where one is given.
int boardWindow(int argc, char **argv);

} // namespace dw::bench
