// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/contentguess.h"
#include "core/exchange/table.h"

namespace dw {

using OpenedTable = Result<std::unique_ptr<TableReader>>;

/// A device whose beginning was read to see what it is.
struct SampledDevice {
    std::unique_ptr<QIODevice> device; ///< Stands behind the sample.
    QByteArray sample;
    bool cut = false; ///< More follows.
};

/// What openTable() does once the format is clear.
OpenedTable openCsvTable(SampledDevice source, const ContentGuess &guess, const TableForm &told,
                         const TableLimits &limits);
OpenedTable openXlsxTable(SampledDevice source, const TableForm &told, const TableLimits &limits);

} // namespace dw
