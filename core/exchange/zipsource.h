// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>
#include <memory>
#include <zip.h>

namespace dw {

/// A source of libzip that reads a device, which it owns; a device that is not open is opened while
/// it is read. Null, with the error set, where there is no memory.
[[nodiscard]] zip_source_t *makeZipSource(std::unique_ptr<QIODevice> device, zip_error_t *error);

} // namespace dw
