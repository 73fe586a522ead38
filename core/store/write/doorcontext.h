// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/log/chain.h"
#include "core/store/query/reader.h"
#include "core/store/write/door.h"

namespace dw {

/// Where the log of this device stands: what the next set follows.
struct LogPosition {
    qint64 set = 0;  ///< Number of the last set.
    QByteArray head; ///< Of the device's last set.
    Hlc clock;       ///< The last value that was given out.
};

/// What the writer thread keeps from one unit to the next.
struct WriterContext {
    WriterContext(Connection &c, const Door::Options &options)
        : connection(c),
          shared(options.catalog),
          clock(options.clock),
          wall(options.wall),
          zone(options.zone),
          gate(options.gate),
          local(options.catalog.get()),
          reader(c, local) {}

    /// Reads device, clock, log position and rights. Fails: "store.*".
    Result<void> load();
    /// Reads the log position again, after a failure.
    Result<void> loadPosition();

    Connection &connection;
    CatalogHolder &shared; ///< Changed after a commit only.
    const Clock &clock;
    const Clock &wall;
    QTimeZone zone;
    Gate gate;
    Access access; ///< Empty: everyone may.
    DeviceId device;
    QString deviceCode;
    LogPosition position;
    ChainHasher hasher;
    CatalogHolder local; ///< As the running unit sees it.
    Reader reader;
    QSet<RecordId> targets; ///< Rows that links were seen to point at; rows never go.
};

/// The rights that the database holds. Fails: "access.*" where they cannot be read, "store.*".
[[nodiscard]] Result<Access> loadAccess(Connection &c);

} // namespace dw
