// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stopsignals.h"

#include <csignal>
#include <optional>

namespace dw::cli {

namespace {

static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler sets it");

std::optional<StopToken> &heldToken() {
    static std::optional<StopToken> token;
    return token;
}

void stopOnce(int signal) {
    heldToken()->stop();
    std::signal(signal, SIG_DFL);
}

/// Whoever started us may have asked for a signal to be ignored (nohup, a job in the background).
void catchUnlessIgnored(int signal) {
    if (std::signal(signal, stopOnce) == SIG_IGN)
        std::signal(signal, SIG_IGN);
}

} // namespace

void stopOnSignals(const StopToken &token) {
    heldToken() = token;
    catchUnlessIgnored(SIGINT);
    catchUnlessIgnored(SIGTERM);
#ifdef SIGHUP
    catchUnlessIgnored(SIGHUP);
#endif
}

void ignoreBrokenPipes() {
#ifdef SIGPIPE
    std::signal(SIGPIPE, SIG_IGN);
#endif
}

} // namespace dw::cli
