// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/instant.h"

namespace dw {
using namespace Qt::StringLiterals;

QString Instant::toIso() const {
    const auto format =
        ms % 1000 == 0 ? u"yyyy-MM-ddTHH:mm:ss'Z'"_s : u"yyyy-MM-ddTHH:mm:ss.zzz'Z'"_s;
    return toUtc().toString(format);
}

std::optional<Instant> Instant::fromIso(const QString &text) {
    // Qt takes other separators too, which would let 2026/02/10 pass.
    if (text.size() < 10 || text.at(4) != u'-' || text.at(7) != u'-')
        return std::nullopt;
    if (text.size() == 10) {
        const QDate day = QDate::fromString(text, Qt::ISODate);
        if (!day.isValid())
            return std::nullopt;
        return fromUtc(day.startOfDay(Qt::UTC));
    }
    const QDateTime t = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!t.isValid() || t.timeSpec() == Qt::LocalTime)
        return std::nullopt;
    return fromUtc(t);
}

} // namespace dw
