// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace dw::bench {

/// The moment at which the boards of the benchmark are looked at.
constexpr qint64 boardNowMs = 1'772'668'800'000; // 2026-03-05T00:00:00Z

/// Makes a workspace with so many deals over the seven stages of the seeded pipeline, all of them
/// shown by default (closed ones of this quarter), with accounts, 40 owners, amounts and next
/// steps, the same in every run.
void makeBoardWorkspace(const QString &path, int deals);

} // namespace dw::bench
