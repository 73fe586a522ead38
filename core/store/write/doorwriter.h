// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/write/doorcontext.h"

namespace dw {

/// The one writing connection and what belongs to it. Lives on the writer thread from opening to
/// end.
class DoorWriter {
public:
    [[nodiscard]] static Result<std::unique_ptr<DoorWriter>> open(const Door::Options &options);

    /// One unit of work in one transaction: all of it or nothing.
    Result<Committed> write(const Work &work);
    /// One slice of long work in one transaction; false when the work is done. Fails as the work
    /// does, and what the slice wrote is rolled back.
    Result<bool> slice(SlicedWork &work, const std::function<bool()> &mayGoOn,
                       ChangeNotice &notice);
    /// Runs something outside any set; a transaction that it leaves open is rolled back.
    Result<void> maintain(const std::function<Result<void>(Connection &)> &task);
    /// Brings a part of the write-ahead log into the database when it has grown; readers are not
    /// waited for.
    void checkpointIfDue();

    [[nodiscard]] DeviceId device() const { return m_context.device; }
    void setZone(const QTimeZone &zone) { m_context.zone = zone; }

private:
    DoorWriter(std::unique_ptr<Connection> connection, const Door::Options &options);
    Result<Committed> attempt(const Work &work);
    Result<bool> attemptSlice(SlicedWork &work, const std::function<bool()> &mayGoOn,
                              ChangeNotice &notice);
    Result<void> freshPosition();
    Result<void> setDurable(bool durable);

    std::unique_ptr<Connection> m_connection;
    WriterContext m_context;
    bool m_isStale = false;  ///< The log position must be read again.
    bool m_isDurable = true; ///< Each commit waits for the disk.
    int m_pages = 0;         ///< Of the write-ahead log, after the last commit.
    int m_pagesSeen = 0;     ///< Of it when it was last brought in.
};

} // namespace dw
