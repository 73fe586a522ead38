// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>

namespace dw {

/// Asks work that runs to end; it answers with "cancelled" and leaves nothing half done.
/// Thread-safe.
class StopToken {
public:
    void stop() { m_stop->store(true); }
    [[nodiscard]] bool requested() const { return m_stop->load(); }

private:
    std::shared_ptr<std::atomic<bool>> m_stop = std::make_shared<std::atomic<bool>>(false);
};

} // namespace dw
