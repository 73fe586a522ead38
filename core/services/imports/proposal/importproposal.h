// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/imports/importmapping.h"

#include <QHash>
#include <QSet>

namespace dw {

/// A field that a column of a file may give.
struct ImportableField {
    QString key;              ///< As mappings call it.
    const EntityDesc *entity; ///< Whose it is: of deals also a line's and a contact's of the deal.
    const FieldDesc *field;
};
[[nodiscard]] std::vector<ImportableField> importableFields(const Catalog &catalog,
                                                            const EntityDesc &entity);

/// Confidence from which a proposal is applied without asking.
constexpr double sureEnough = 0.6;

/// A column as it was read: its header and what stands under it in the first rows.
struct SampledColumn {
    QString header;
    QStringList values; ///< In the order of the rows, empty cells left out.
    bool whole = false; ///< These are all values that the file has.
};

/// Names that rows of the workspace bear, folded, by entity ("person", "stage", "account"…): cells
/// that are among them speak for a link.
using KnownNames = QHash<QString, QSet<QString>>;

/// What one column is proposed to become, how sure that is, and why.
struct ColumnProposal {
    qsizetype at = 0; ///< Position in the header.
    QString header;   ///< As the file has it.
    /// Use and field, the currency and the multiplier that the header names ("Amount (USD)",
    /// 金额（万元）); its `header` is as mappings call the column.
    MappedColumn as;
    QStringList samples;   ///< The first few different values.
    double confidence = 0; ///< 0..1.
    Message reason;        ///< "mapping.*": why this and nothing else.
    FieldDesc newField; ///< What a field of its own would be: key, labels, guessed type, choices.

    /// False: named, and left out until a person says otherwise.
    [[nodiscard]] bool isSure() const {
        return as.use != ColumnUse::None && confidence >= sureEnough;
    }
};

/// Proposes a use for every column of a file of `entity`, from its header and its values, in
/// English and Chinese. A field is proposed for one column only, so that all fit best together.
[[nodiscard]] std::vector<ColumnProposal> proposeColumns(const Catalog &catalog,
                                                         const EntityDesc &entity,
                                                         const std::vector<SampledColumn> &columns,
                                                         const KnownNames &known);

/// An entity that a file may be about.
struct EntityGuess {
    QString entity;
    double confidence = 0; ///< 0..1.
};
/// What the rows of a file are, most likely first, from its header and its name without the folder
/// ("deals_2025.csv"; may be empty). Only entities that people list.
[[nodiscard]] std::vector<EntityGuess> guessEntity(const Catalog &catalog,
                                                   const QStringList &header,
                                                   const QString &fileName);

} // namespace dw
