// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/quality/qualityindex.h"
#include "core/store/query/reader.h"

namespace dw {

enum class QualityBy { Nothing, Person, Team, Source };

/// Records of one person, team or source.
struct QualityGroup {
    RecordId id;  ///< Person or team; null for nobody, no team, and for sources.
    QString name; ///< Shown name, or the source; empty for nobody, no team, and no known source.
    qint64 import = 0; ///< Source: the import's change set, where the import has no name.
    QualityTally tally;
};

/// The quality of the records of one entity, with what it rests on.
struct QualityReport {
    QString entity;
    std::vector<QualityPart> parts;
    int total = 0; ///< Σ of the weights: what a complete record has.
    QualityTally all;
    std::vector<QualityGroup> groups; ///< By completeness, the least first; then by name.
};

/// Which records a figure is made of.
struct QualityDrill {
    QString entity;
    std::optional<RecordId> person = {}; ///< Null: without an owner.
    QString part = {};                   ///< Only those that lack it; empty = any.
    int limit = 0;                       ///< 0 = all.
};

/// A record behind a figure.
struct QualityItem {
    RecordId id;
    QString shortId;
    QString title;
    int points = 0;
    QStringList missing; ///< Keys of the parts that it lacks.
};

/// `part` of `whole` in percent, rounded to a tenth; 0 and 100 only where they are exact. Nothing
/// where there is nothing to measure.
[[nodiscard]] std::optional<double> percentOf(qint64 part, qint64 whole);
/// Completeness: Σ points / (records × total), in percent; nothing where no record is counted.
[[nodiscard]] std::optional<double> completenessOf(const QualityTally &tally, int total);

/// The quality figures of a workspace: what counts comes from the settings "quality.parts" and
/// "quality.threshold". Used by one thread at a time.
class QualityBook {
public:
    QualityBook();
    ~QualityBook();

    /// Brings it up to date with the reader's snapshot (call it within a read transaction): reads
    /// all the first time and where what counts has changed, afterwards what the log names. True
    /// where something moved. Fails as ColumnReader::read.
    Result<bool> read(Reader &reader);

    /// A report for each entity that is measured. Only once read.
    [[nodiscard]] std::vector<QualityReport> report(Reader &reader, QualityBy by) const;
    /// The records behind a figure that lack something, the least complete first.
    [[nodiscard]] std::vector<QualityItem> worst(Reader &reader, const QualityDrill &drill) const;

    /// Percent of accounts with contacts, history and files below which it is a bad start.
    [[nodiscard]] double threshold() const;
    /// "quality.unknown_part" {part} for each part that no field stands behind.
    [[nodiscard]] std::vector<Message> notes() const;
    /// Rows that were looked at when it was read last.
    [[nodiscard]] qint64 looked() const;
    [[nodiscard]] const QualityIndex &index() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace dw
