// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/id.h"

#include <QRandomGenerator>

namespace dw {
using namespace Qt::StringLiterals;

QUuid uuidFromText(const QString &text) {
    const QUuid id = QUuid::fromString(text);
    // Qt passes over braces and over what follows the last digit.
    const bool whole = id.toString(QUuid::WithoutBraces).compare(text, Qt::CaseInsensitive) == 0;
    return whole ? id : QUuid();
}

QUuid makeUuidV7(Instant at) {
    // An import draws millions; what the system gives for each would take longer than the row.
    thread_local QRandomGenerator64 generator = QRandomGenerator64::securelySeeded();
    quint32 random[4];
    generator.fillRange(random);
    const quint64 ms = quint64(at.ms) & 0xFFFF'FFFF'FFFFULL;
    const auto d4 = [&](int i) { return uchar((i < 4 ? random[1] : random[2]) >> (8 * (i % 4))); };
    return {uint(ms >> 16),
            ushort(ms & 0xFFFF),
            ushort(0x7000 | (random[0] & 0x0FFF)),
            uchar(0x80 | (d4(0) & 0x3F)),
            d4(1),
            d4(2),
            d4(3),
            d4(4),
            d4(5),
            d4(6),
            d4(7)};
}

QUuid makeUuidV5(const QString &name) {
    static const QUuid space = QUuid::createUuidV5(QUuid(), u"dealwright"_s);
    return QUuid::createUuidV5(space, name);
}

} // namespace dw
