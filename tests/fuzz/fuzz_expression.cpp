// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/expr/invariants.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// Any bytes as an expression over a deal: see brokenInvariant().
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const QString broken = dw::test::brokenInvariant(text, QStringLiteral("deal"));
    if (!broken.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(broken));
        std::abort();
    }
    return 0;
}
