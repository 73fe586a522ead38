// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace dw::bench {

/// The reference for starting: a Qt window with one list, painted once into a picture, then gone.
int bareWindow(int argc, char **argv);

} // namespace dw::bench
