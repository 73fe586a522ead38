// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/arguments.h"

namespace dw::cli {

class Session;

/// What the program ends with.
enum class Exit { Done = 0, Failed = 1, Misused = 2 };

/// One thing that the command line can do.
struct Verb {
    /// What has to be open before it runs; Itself: it opens what it needs.
    enum class Needs { Nothing, Itself, Reading, Writing };
    static constexpr int any = -1;

    const char16_t *name;    ///< One word or two: "list", "field add".
    const char16_t *usage;   ///< What follows the name.
    const char16_t *summary; ///< Id of the message that says what it does.
    Needs needs;
    int least; ///< Words after the name.
    int most;  ///< The same; `any` = as many as wanted.
    std::span<const OptionSpec> options;
    Exit (*run)(Session &);

    [[nodiscard]] QString usageLine() const;
};

[[nodiscard]] std::span<const Verb> verbs();
/// The verb that the words begin with, or nullptr.
[[nodiscard]] const Verb *findVerb(const QStringList &words);

// One function a verb, in verb_<name>.cpp.
[[nodiscard]] Exit runHelp(Session &session);
[[nodiscard]] Exit runInit(Session &session);
[[nodiscard]] Exit runDemoVerb(Session &session);
[[nodiscard]] Exit runImport(Session &session);
[[nodiscard]] Exit runRejectsList(Session &session);
[[nodiscard]] Exit runRejectsExport(Session &session);
[[nodiscard]] Exit runRejectsRetry(Session &session);
[[nodiscard]] Exit runExport(Session &session);
[[nodiscard]] Exit runBackup(Session &session);
[[nodiscard]] Exit runRestore(Session &session);
[[nodiscard]] Exit runList(Session &session);
[[nodiscard]] Exit runShow(Session &session);
[[nodiscard]] Exit runCreate(Session &session);
[[nodiscard]] Exit runSet(Session &session);
[[nodiscard]] Exit runDelete(Session &session);
[[nodiscard]] Exit runRestoreRecord(Session &session);
[[nodiscard]] Exit runMove(Session &session);
[[nodiscard]] Exit runHistory(Session &session);
[[nodiscard]] Exit runUndo(Session &session);
[[nodiscard]] Exit runRedo(Session &session);
[[nodiscard]] Exit runJobsList(Session &session);
[[nodiscard]] Exit runJobsPause(Session &session);
[[nodiscard]] Exit runJobsResume(Session &session);
[[nodiscard]] Exit runJobsCancel(Session &session);
[[nodiscard]] Exit runJobsUndo(Session &session);
[[nodiscard]] Exit runFieldAdd(Session &session);
[[nodiscard]] Exit runFieldList(Session &session);
[[nodiscard]] Exit runCheck(Session &session);
[[nodiscard]] Exit runStats(Session &session);
[[nodiscard]] Exit runSearch(Session &session);
[[nodiscard]] Exit runRebuildSearch(Session &session);
[[nodiscard]] Exit runQuality(Session &session);

} // namespace dw::cli
