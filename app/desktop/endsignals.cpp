// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/endsignals.h"

#include <QSocketNotifier>

#ifdef Q_OS_UNIX
#    include <array>
#    include <csignal>
#    include <fcntl.h>
#    include <unistd.h>
#endif

namespace dw::desktop {

#ifdef Q_OS_UNIX

namespace {

constexpr std::array handled{SIGINT, SIGTERM, SIGHUP};
volatile std::sig_atomic_t writeEnd = -1;

/// Only what may be done in a signal handler: a byte for the event loop to find.
void tellEventLoop(int signal) {
    const char byte = 1;
    [[maybe_unused]] const auto written = write(writeEnd, &byte, 1);
    std::signal(signal, SIG_DFL);
}

} // namespace

EndSignals::EndSignals() {
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0)
        return;
    for (const int end : ends) {
        fcntl(end, F_SETFD, FD_CLOEXEC);
        fcntl(end, F_SETFL, O_NONBLOCK);
    }
    m_readEnd = ends[0];
    writeEnd = ends[1];
    auto *notifier = new QSocketNotifier(m_readEnd, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
        notifier->setEnabled(false);
        emit asked();
    });
    for (const int signal : handled) {
        if (std::signal(signal, tellEventLoop) == SIG_IGN)
            std::signal(signal, SIG_IGN);
    }
}

EndSignals::~EndSignals() {
    if (m_readEnd < 0)
        return;
    for (const int signal : handled) {
        if (std::signal(signal, SIG_DFL) == SIG_IGN)
            std::signal(signal, SIG_IGN);
    }
    close(writeEnd);
    close(m_readEnd);
}

#else

EndSignals::EndSignals() = default;
EndSignals::~EndSignals() = default;

#endif

} // namespace dw::desktop
