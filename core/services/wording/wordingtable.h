// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace dw {

/// One message in both languages. `{name}` stands for an argument; `{name:row|rows}` picks the
/// English singular or plural by the number that the argument holds and does not print the number
/// itself.
struct WordingEntry {
    const char *id;
    const char16_t *en;
    const char16_t *zh;
};

// One table a module, each in wording_<module>.cpp; wording.cpp looks through all of them.
namespace wordings {
[[nodiscard]] std::span<const WordingEntry> domain(); ///< money.*, format.*, calendar.*, value.*,
                                                      ///< valid.*, catalog.*, access.*
[[nodiscard]] std::span<const WordingEntry> expressions(); ///< expr.*
[[nodiscard]] std::span<const WordingEntry> store(); ///< store.*, workspace.*, record.*, migrate.*
[[nodiscard]] std::span<const WordingEntry> log();   ///< write.*, undo.*, check.*, history.*,
                                                     ///< cancelled
[[nodiscard]] std::span<const WordingEntry> services(); ///< gate.*, card.*, set.*, field.*, link.*,
                                                        ///< seed.*, reason.*
[[nodiscard]] std::span<const WordingEntry> imports();  ///< import.*
[[nodiscard]] std::span<const WordingEntry> exchange(); ///< table.*, csv.*, xlsx.*, zip.*, text.*
[[nodiscard]] std::span<const WordingEntry> mapping();  ///< mapping.*
[[nodiscard]] std::span<const WordingEntry> quality();  ///< quality.*
[[nodiscard]] std::span<const WordingEntry> jobs();     ///< job.*, undo.open
[[nodiscard]] std::span<const WordingEntry> demo();     ///< demo.*
[[nodiscard]] std::span<const WordingEntry> exports();  ///< export.*, backup.*, and import.* of
                                                        ///< whole workspaces
[[nodiscard]] std::span<const WordingEntry> commandLine(); ///< cli.*
} // namespace wordings

} // namespace dw
