// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/bench.h"

#include "core/services/works.h"

#include <QTemporaryDir>

namespace dw::bench {

template <typename T> void orFail(const Result<T> &result) {
    if (!result)
        fail(result.error().message.id + u' ' + result.error().detail);
}

/// A new workspace on disk, with a fixed business clock.
class WorkspaceFixture {
public:
    WorkspaceFixture();
    [[nodiscard]] Workspace &workspace() { return *m_workspace; }
    [[nodiscard]] Origin origin() const;
    [[nodiscard]] QString filePath(const QString &name) const { return m_folder.filePath(name); }
    /// Deals in the first stage of the seeded pipeline, as one import set, with amounts and dates
    /// that vary by a fixed seed.
    std::vector<RecordId> makeDeals(int count);

private:
    QTemporaryDir m_folder;
    FixedClock m_clock;
    SystemClock m_wall;
    std::unique_ptr<Workspace> m_workspace;
};

} // namespace dw::bench
