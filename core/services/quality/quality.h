// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/logfollower.h"
#include "core/services/quality/qualitybook.h"

namespace dw {

/// The quality figures of a workspace, kept in step with its change log on a thread of their own.
/// Made when first asked for; reads nothing before start(). Lives on the workspace's thread.
class Quality final : public QObject {
    Q_OBJECT
public:
    template <typename T> using Answer = std::function<void(Result<T>)>;

    /// `path` and `vfs` of the database, as for Connection::open. The catalogue outlives it.
    Quality(const QString &path, const QString &vfs, const CatalogHolder &catalog,
            QObject *parent = nullptr);
    ~Quality() override;

    /// Begins to read in the background. Fails as Connection::open.
    Result<void> start();
    /// Something was committed (Workspace::changed is connected).
    void follow();
    /// A report of each entity as it is now; starts where it has not. `answer` is called on the
    /// context's thread, unless the context is gone. Fails as start() and QualityBook::read.
    void report(QualityBy by, QObject *context, Answer<std::vector<QualityReport>> answer);
    /// The records behind a figure, likewise.
    void worst(const QualityDrill &drill, QObject *context,
               Answer<std::vector<QualityItem>> answer);

signals:
    /// A report would say something else than before.
    void changed();

private:
    template <typename T>
    void ask(std::function<T(Reader &, const QualityBook &)> question, QObject *context,
             Answer<T> answer);

    std::shared_ptr<QualityBook> m_book; ///< Used by the follower's thread alone.
    LogFollower m_follower;
};

} // namespace dw
