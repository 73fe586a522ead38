// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/exports/listexport.h"

namespace dw {

/// The file that a list is written to, row by row. An older file stands until finish().
class ListFile {
public:
    /// Fails: "export.unwritable" {file} (Io, or Full), "xlsx.too_many_columns".
    [[nodiscard]] static Result<std::unique_ptr<ListFile>> create(const ListExportRequest &request,
                                                                  const QTimeZone &zone);
    virtual ~ListFile() = default;

    /// Values as ListCells::typed() gives them, one a column. Fails: "export.not_written" {file},
    /// "xlsx.*".
    virtual Result<void> write(const std::vector<FieldValue> &row) = 0;
    /// Puts the file in its place; returns its bytes. Fails as write().
    virtual Result<qint64> finish() = 0;
};

} // namespace dw
