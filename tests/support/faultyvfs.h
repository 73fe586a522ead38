// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace dw::test {

/// A VFS of SQLite by the name of "faulty" that wraps the system's and breaks on purpose. Steps are
/// writes, syncs, truncations, openings and deletions of files (not of shared memory), counted from
/// 1 since the last reset. What happens is set for the whole process; thread-safe. A sync that does
/// not fail is only counted: the system outlives every test, and waiting for the disk is slow.
namespace faultyvfs {

enum class Fault {
    Io,   ///< The step fails; of a write the first half has reached the file.
    Full, ///< The disk has no room for the step; one that needs none fails as Io does.
    Kill  ///< The process ends with exit code 137 in the middle of the step.
};

enum class Lasting { Once, Forever };

/// Registers it (once) and gives its name, for Connection::open and sqlite3_open_v2.
[[nodiscard]] QString name();
/// Nothing fails; steps are counted from 0 again.
void reset();
/// The n-th step from now on fails, and all after it where the fault lasts.
void failAt(int step, Fault fault, Lasting lasting = Lasting::Once);
/// The disk has room for so many more bytes: what makes a file longer than that fails as Full.
void fillAfter(qint64 bytes);
/// Steps since the last reset.
[[nodiscard]] int steps();
/// Something failed since the last reset.
[[nodiscard]] bool hasFailed();

enum class Thoroughness { Every, Sample };
/// Numbers of the steps to break of so many, and one behind them (which nothing breaks): every one,
/// or the first and last 20 and each 16th between, for runs that repeat a loop with another fault.
/// DW_EVERY_STEP in the environment makes every loop whole.
[[nodiscard]] std::vector<int> stepsOf(int total, Thoroughness thoroughness);

} // namespace faultyvfs

} // namespace dw::test
