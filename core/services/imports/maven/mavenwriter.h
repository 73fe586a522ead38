// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/imports/maven/mavendeals.h"

namespace dw {

/// Writes what the preset's files say: pipeline and stages, what the deals stand on, then the
/// deals. docs/IMPORT.md says what becomes of every column.
class MavenWriter {
public:
    MavenWriter(WriteTransaction &tx, const MavenSet &set, const ReadTime &time,
                const ImportProgress &progress, ImportReport &report);
    /// Fails: "import.not_empty" {entity, count}, "store.*", "cancelled".
    Result<void> write();

private:
    Result<void> refuseUnlessEmpty();
    Result<void> restSeededPipeline();
    Result<void> writePipeline();
    Result<void> writeStage(MavenSet::Stage stage, const QString &name, double probability,
                            const QString &outcome);
    Result<void> writeTag();
    Result<void> writeDeals();
    Result<void> ensure(const Record &values);
    double winRate();

    WriteTransaction &m_tx;
    const MavenSet &m_set;
    ReadTime m_time;
    const ImportProgress &m_progress;
    ImportSink m_sink;
    MavenBase m_base;
    MavenPlaces m_places;
};

} // namespace dw
