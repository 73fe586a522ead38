// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/query/reader.h"

namespace dw {

/// Where the deals of an import stand. Stages of different pipelines share names, and a file rarely
/// names a pipeline.
class DealPlace {
public:
    [[nodiscard]] static Result<DealPlace> load(Reader &reader, const ReadTime &time);

    /// Gives the draft a pipeline and a stage. `stage` is what the file says, empty where it says
    /// nothing: then the first open stage of its pipeline. A pipeline that is not named is the only
    /// one with such a stage among the active ones, else (without a stage too) the first active
    /// one. Returns what is wrong: "link.unknown", "link.ambiguous", "import.no_stage".
    [[nodiscard]] std::optional<Message> complete(const EntityDesc &deal, Record &draft,
                                                  const QString &stage) const;
    /// A stage that is made meanwhile: behind the others of its pipeline. Active where `active`.
    void add(const Catalog &catalog, const Record &stage, bool active);
    /// The first active one; null where there is none.
    [[nodiscard]] RecordId firstPipeline() const;

private:
    struct Stage {
        RecordId id, pipeline;
        QString shortId;
        QString shortKey, name; ///< Folded short id and name.
        bool open = false;
        bool active = false; ///< Its pipeline is.
    };
    DealPlace() = default;
    [[nodiscard]] std::vector<const Stage *> named(const QString &text, RecordId pipeline) const;
    std::vector<Stage> m_stages; ///< By position of the pipeline, then of the stage.
};

} // namespace dw
