// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/readworker.h"

namespace dw {

/// Keeps something that is made of the database in step with it, on a thread of its own: reads it
/// when started and again after commits, at most every 50 ms. Lives on the owner's thread.
class LogFollower final : public QObject {
    Q_OBJECT
public:
    /// Brings it up to date within one read transaction, on the follower's thread; true where it
    /// moved.
    using Read = std::function<bool(Reader &)>;
    LogFollower(QString path, QString vfs, const CatalogHolder &catalog, Read read);
    ~LogFollower() override;

    /// Opens the connection and begins to read. Fails as Connection::open.
    Result<void> start();
    /// Something was committed; nothing to do where it was not started.
    void follow();
    /// Reads once more, and waits for it.
    void catchUp();
    /// Asks something on the follower's thread, between its reads. Only once started.
    [[nodiscard]] ReadWorker &worker() { return *m_worker; }

signals:
    /// It moved; on the owner's thread.
    void moved();

private:
    void ask();
    void rest();

    QString m_path;
    QString m_vfs;
    const CatalogHolder &m_catalog;
    Read m_read;
    std::unique_ptr<ReadWorker> m_worker;
    bool m_isAsked = false; ///< It reads, or rests from it.
    bool m_isDue = false;   ///< Something was committed since.
};

} // namespace dw
