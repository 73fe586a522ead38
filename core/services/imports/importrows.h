// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/imports/importsource.h"
#include "core/services/imports/importtargets.h"
#include "core/store/query/history.h"

namespace dw {

/// Decides what becomes of a row that was read and waits for nothing: another row, a change of one
/// that stands, nothing, or a reason.
class ImportRows {
public:
    struct Parts {
        const ImportContext &context;
        Reader &reader;
        ImportOut &out;
        ImportLinks &links;
        ImportDeals &deals;
        ImportTargets &targets;
        QString source; ///< Instead of the file's name and line.
    };
    explicit ImportRows(const Parts &parts) : m_(parts), m_history(parts.reader.connection()) {}

    /// A link to a row of a source that is read later: to be completed then.
    struct Late {
        RecordId row;
        QString entity;
        FieldHandle field;
        LinkName name;
        StagedOrigin origin;
    };
    /// Fails: "store.*" only. `late`: links that are completed later.
    Result<void> take(PreparedSource &source, const TableRow &row, ReadRow &read,
                      const std::vector<ReadRow::Missing> &late);
    Result<void> reject(PreparedSource &source, const TableRow &row, std::vector<Message> reasons);

    /// "valid.required" for what a row must have to be made, and what nothing gives.
    [[nodiscard]] static std::vector<Message> whatLacks(const PreparedSource &source,
                                                        const ReadRow &read);

    [[nodiscard]] StagedOrigin originOf(const PreparedSource &source, const TableRow &row,
                                        const ReadRow &read) const;
    [[nodiscard]] std::vector<Late> takeLate() { return std::exchange(m_late, {}); }

private:
    /// One row on its way.
    struct Case {
        PreparedSource &source;
        const TableRow &row;
        ReadRow &read;
        const std::vector<ReadRow::Missing> &late;
        StagedOrigin origin;
    };
    Result<ImportMatch::Match> match(Case &c);
    Result<ImportMatch::Match> oneOf(Case &c, const ImportMatch::Match &match);
    Result<void> leave(Case &c, RecordId id);
    Result<void> takeMatch(Case &c, const ImportMatch::Match &match);
    Result<void> update(Case &c, const ImportMatch::Match &match);
    Result<Record> difference(Case &c, const Record &standing, ImportMode mode);
    Result<bool> follow(Case &c, const Record *standing);
    Result<RecordId> add(Case &c);
    Result<bool> complete(Case &c);
    Result<bool> completeDeal(Case &c);
    Result<void> takeLead(Case &c);
    Result<void> addAround(Case &c, RecordId id, bool isNew);
    Result<void> addIds(Case &c, RecordId id);
    Result<void> addLine(Case &c, RecordId deal, bool isNew);
    Result<void> addContact(Case &c, RecordId deal, bool isNew);
    Result<bool> isNewPart(const QString &entity, QStringView field, RecordId deal, RecordId of,
                           bool isNew);
    Result<bool> wouldLoop(const EntityDesc &entity, FieldHandle field, RecordId row, RecordId top);
    [[nodiscard]] QString nameOf(const Case &c, QStringView field);
    [[nodiscard]] QString madeNameOf(const Case &c);
    void countSums(const Case &c);

    Parts m_;
    History m_history;
    KeyIndex m_parts; ///< Lines and contacts that this import makes, by deal and what they name.
    KeyMaker m_maker;
    QHash<RecordId, RecordId> m_above; ///< What this import puts above rows of trees.
    std::vector<Late> m_late;
};

} // namespace dw
