// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/encoding.h"

#include <cstdint>
#include <cstdlib>

/// Stored bytes of a value: whatever is readable must be the one encoding of what it holds.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto value = dw::decodeValue(bytes);
    if (value && dw::encodeValue(*value) != bytes)
        std::abort();
    return 0;
}
