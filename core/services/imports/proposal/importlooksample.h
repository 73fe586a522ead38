// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/imports/proposal/importlook.h"

namespace dw {

/// The first rows of a source, as they stand there.
struct SourceSample {
    TableForm form;
    bool encodingIsGuess = false;
    QStringList sheets;
    qint64 bytes = 0;
    QStringList header; ///< Trimmed, as imports read it.
    std::vector<TableRow> rows;
    bool whole = false;
};

/// At most so many rows, cells, and characters of cells: a sample stays small whatever the file is.
constexpr size_t mostSampleRows = 1'000;
constexpr qsizetype mostSampleCells = 200'000, mostSampleText = 4'000'000;

/// Fails as lookAtSource().
[[nodiscard]] Result<SourceSample> readSample(const LookRequest &request, const TableForm &form,
                                              const StopToken &stop);

} // namespace dw
