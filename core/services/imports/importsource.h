// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/imports/importfile.h"
#include "core/services/imports/importmatch.h"
#include "core/services/imports/leadintake.h"
#include "core/services/imports/rowreader.h"

#include <map>

namespace dw {

/// A file of an import, how its rows are read, and what is done with them.
struct PreparedSource {
    ImportSource asked;
    ImportMapping mapping; ///< With every form that was found out.
    std::unique_ptr<ImportFile> file;
    std::unique_ptr<RowReader> reader;
    ImportMatch *match = nullptr;
    ImportMode mode = ImportMode::Add;
    MissingTargets missing = MissingTargets::Make;
    const EntityDesc *entity = nullptr;
    std::vector<FieldHandle> sums;        ///< Amounts that the file gives.
    std::vector<FieldHandle> required;    ///< May not be empty, and come from the file alone.
    std::unique_ptr<LeadPayload> payload; ///< Of leads.

    [[nodiscard]] const ImportPlan &plan() const { return reader->plan(); }
};

/// The sources of an import, ready to be read, in the order of what depends on what.
struct PreparedSources {
    CatalogPtr catalog; ///< With the fields that are to be made.
    std::vector<FieldDefinition> newFields;
    std::vector<std::unique_ptr<PreparedSource>> sources;
    std::map<QString, std::unique_ptr<ImportMatch>> matches; ///< By entity.
};

/// Opens the files and finds out how they are read. Two steps, as links are made for the catalogue
/// of the first. Fails: as stageImport() says.
[[nodiscard]] Result<PreparedSources> openSources(Reader &reader, const ImportRequest &request);
/// The readers, and the rows that are there already.
[[nodiscard]] Result<void> readyToRead(PreparedSources &prepared, Reader &reader,
                                       ImportLinks &links, const ImportRequest &request,
                                       const ReadTime &time, ImportReport &report);

/// Whether the person may do what the import does: asked once. Fails: "write.denied" and
/// "write.denied_field" {entity, action, field}, "store.*".
[[nodiscard]] Result<void> checkImportRights(Connection &c, const PreparedSources &prepared,
                                             RecordId actor);

} // namespace dw
