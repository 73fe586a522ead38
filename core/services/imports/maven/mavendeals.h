// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/imports/maven/mavenbase.h"

namespace dw {

/// Where the deals of the preset stand.
struct MavenPlaces {
    RecordId pipeline;
    std::array<RecordId, 4> stages; ///< By MavenSet::Stage.
    RecordId undated;               ///< The tag of deals that the files give no first day.
};

/// Writes the deals of the preset, each with its history: what the file dates is known from that
/// day on, in the workspace's time zone; what it does not date is known from the import on.
class MavenDeals {
public:
    MavenDeals(WriteTransaction &tx, ImportSink &sink, MavenBase &base, MavenPlaces places,
               QTimeZone zone)
        : m_tx(tx),
          m_sink(sink),
          m_base(base),
          m_places(places),
          m_zone(zone),
          m_deal(*tx.catalog().entity(u"deal")) {}

    /// Fails: "store.*".
    Result<void> write(const MavenSet::Deal &deal);

private:
    using Match = std::optional<NameIndex::Match>;
    /// The rows behind the names of a deal.
    struct Around {
        Match account, owner, product;
    };
    Result<Around> around(const MavenSet::Deal &deal);
    [[nodiscard]] Record draftOf(const MavenSet::Deal &deal, const Around &around) const;
    void begin(const MavenSet::Deal &deal);
    Result<void> writeLine(const MavenSet::Deal &deal, RecordId id, RecordId product);
    Result<void> writeReference(const MavenSet::Deal &deal, RecordId id);
    Result<void> writeEnd(const MavenSet::Deal &deal, RecordId id);
    void expect(const MavenSet::Deal &deal, Record &values) const;
    void count(const MavenSet::Deal &deal);

    WriteTransaction &m_tx;
    ImportSink &m_sink;
    MavenBase &m_base;
    MavenPlaces m_places;
    QTimeZone m_zone;
    const EntityDesc &m_deal;
};

/// When a day begins there.
[[nodiscard]] Instant startOfDay(QDate day, const QTimeZone &zone);

} // namespace dw
