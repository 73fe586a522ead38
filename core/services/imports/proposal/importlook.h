// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/stoptoken.h"
#include "core/services/imports/proposal/importmemory.h"
#include "core/services/imports/proposal/importproposal.h"
#include "core/services/imports/readsource.h"

namespace dw {

/// What is looked at, and what is known of it already.
struct LookRequest {
    QString file = {};                   ///< Path; empty for pasted cells.
    QByteArray pasted = {};              ///< Used where there is no path.
    QString entity = {};                 ///< Key; guessed where empty.
    TableForm form = {};                 ///< What a person told; the rest is found out.
    std::optional<DateOrder> order = {}; ///< Told by a person.
};

/// A first look at a file: how it is read, what its rows may be, and what its columns may become.
/// Nothing is written.
struct ImportLook {
    QString name; ///< Of the file without its folder; empty for pasted cells.
    qint64 bytes = 0;
    TableForm form; ///< As it was read.
    bool encodingIsGuess = false;
    QStringList sheets; ///< Of a workbook.

    QStringList header;
    std::vector<TableRow> rows; ///< The first behind the header, at most mostPreviewRows.
    qint64 sampled = 0;         ///< So many rows everything below rests on.
    bool whole = false;         ///< There are no more rows.

    QString entity; ///< Told, remembered, or the likeliest; empty: nothing speaks for any.
    std::vector<EntityGuess> guesses; ///< Likeliest first.
    std::vector<ColumnProposal> columns;
    std::vector<ColumnForms> forms; ///< How each column writes its values.
    std::vector<SampledColumn> sample;

    /// How its dates are read: told, remembered, or the only order that fits.
    std::optional<DateOrder> order;
    /// "mapping.date_order" {columns, example}: dates that are to be imported read in both ways,
    /// and nobody told which is meant.
    std::optional<Message> question;

    QString shape; ///< Of this header as this entity, see shapeOf().
    /// What a person confirmed for this shape before; `columns` follow it already.
    std::optional<RememberedShape> remembered;
};

constexpr size_t mostPreviewRows = 50;

/// Looks at the first rows of a source. Any thread: opens a connection of its own to read what the
/// workspace knows. Fails: "mapping.unreadable" {file} with the reason in the words of openTable()
/// or TableReader::next(), "import.no_file" and "import.empty_file" {file},
/// "catalog.unknown_entity", "store.*", "cancelled".
[[nodiscard]] Result<ImportLook> lookAtSource(const ReadSource &workspace,
                                              const LookRequest &request, StopToken stop = {});
/// The same rows as those of another entity; the source is not read again.
[[nodiscard]] Result<ImportLook> lookAgainAs(const ReadSource &workspace, ImportLook look,
                                             const QString &entity);
/// The question about the order of dates for the columns as they are now; nothing where it is told
/// or does not matter.
[[nodiscard]] std::optional<Message> dateQuestion(const ImportLook &look, const Catalog &catalog);

/// The mapping that a look proposes. Columns that it is unsure of are in it with the use None.
[[nodiscard]] ImportMapping proposedMapping(const ImportLook &look);
/// The columns that fit something, but not surely enough.
[[nodiscard]] std::vector<ColumnProposal> unsureColumns(const ImportLook &look);

} // namespace dw
