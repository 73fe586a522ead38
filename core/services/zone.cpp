// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/zone.h"

#include "core/store/migrations.h"

namespace dw {
using namespace Qt::StringLiterals;

QTimeZone zoneOf(Connection &c) {
    const auto name = meta(c, u"zone"_s);
    const QTimeZone zone = name ? QTimeZone(name->toUtf8()) : QTimeZone();
    return zone.isValid() ? zone : QTimeZone::utc();
}

} // namespace dw
