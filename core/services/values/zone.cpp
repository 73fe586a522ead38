// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/values/zone.h"

#include "core/services/works.h"
#include "core/store/schema/migrations.h"

namespace dw {
using namespace Qt::StringLiterals;

QTimeZone zoneOf(Reader &reader) {
    QByteArray name = setting(reader, u"zone"_s, {}).toString().toUtf8();
    // An empty name would be taken for UTC, which is a zone too.
    if (name.isEmpty()) {
        if (const auto first = meta(reader.connection(), u"zone"_s))
            name = first->toUtf8();
    }
    const QTimeZone zone(name);
    return !name.isEmpty() && zone.isValid() ? zone : QTimeZone::utc();
}

} // namespace dw
