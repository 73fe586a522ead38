// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/deals/dealplace.h"
#include "core/services/imports/importout.h"
#include "core/services/imports/rowreader.h"

#include <unordered_map>

namespace dw {

/// What an import does for deals beyond their fields: the place on the board, a name where the file
/// has none, the lines and contacts, what the rules of the stages would say.
class ImportDeals final : public Lookup {
public:
    ImportDeals(const Catalog &catalog, ImportOut &out, const QTimeZone &zone);
    Result<void> load(Reader &reader, const ReadTime &time);

    /// Gives the values a pipeline and a stage as DealPlace does; with `origin` an unknown stage is
    /// made, behind the open ones of its pipeline. Returns what is wrong.
    [[nodiscard]] Result<std::optional<Message>> place(Record &values, const QString &stage,
                                                       const StagedOrigin *origin);
    /// A pipeline that this import makes.
    void addPipeline(const Record &pipeline);
    /// "Acme – Harbour crane", or what there is of both, or the id in the other system.
    [[nodiscard]] static QString nameFor(const QString &account, const QString &product,
                                         const QString &id);
    /// Counts what the rules of the stages would say of the row.
    void judge(const Record &deal, const Record *before, RecordId actor, Instant at);
    /// Other systems have one date for both: of a closed deal the day it was expected to close is
    /// the day it closed. True where it was taken over.
    [[nodiscard]] bool closeWhenExpected(Record &deal);
    /// A closed deal whose history is declared: made open when it was made, closed when it closed.
    /// Returns what came later, and takes it from the draft.
    [[nodiscard]] std::vector<StagedStep> split(Record &draft, const StagedOrigin &origin);

    // Lookup
    [[nodiscard]] const Record *record(const QString &entity, RecordId id) override;
    [[nodiscard]] std::vector<Record> related(const QString &, const QString &, RecordId) override {
        return {};
    }

private:
    [[nodiscard]] Result<RecordId> makeStage(RecordId pipeline, const QString &name,
                                             const StagedOrigin &origin);
    const Catalog &m_catalog;
    const EntityDesc &m_deal;
    ImportOut &m_out;
    ZoneTime m_zone;
    std::optional<DealPlace> m_place;
    QSet<RecordId> m_made; ///< Pipelines.
    std::unordered_map<QString, std::unordered_map<RecordId, Record>>
        m_rows; ///< Stages, pipelines.
};

} // namespace dw
