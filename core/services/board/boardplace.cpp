// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/board/boardplace.h"

#include "core/domain/orderkey.h"

namespace dw {
using namespace Qt::StringLiterals;

QString placeOf(const BoardCard &card) {
    if (!card.order.isEmpty())
        return card.order;
    // 48 bits turned round, so that a later moment sorts first; the last digit is never zero.
    constexpr qint64 far = (qint64(1) << 47) - 1;
    const qint64 since = card.stageSince ? std::clamp(card.stageSince->ms, qint64(0), far) : 0;
    return u"m"_s + QString::number(far - since, 16).rightJustified(12, u'0')
           + card.id.value.toString(QUuid::Id128).right(12) + u'1';
}

void prepareCard(BoardCard &card) { card.place = placeOf(card); }

QString placeBetween(const BoardCard *before, const BoardCard *after) {
    const QString low = before ? placeOf(*before) : QString();
    const QString high = after ? placeOf(*after) : QString();
    return orderBetween(low, low < high ? high : QString());
}

bool standsAbove(const BoardCard &a, const BoardCard &b) {
    const auto compare = [](const QString &first, const QString &second, RecordId x, RecordId y) {
        return first != second ? first < second : x < y;
    };
    if (!a.place.isEmpty() && !b.place.isEmpty())
        return compare(a.place, b.place, a.id, b.id);
    return compare(placeOf(a), placeOf(b), a.id, b.id);
}

} // namespace dw
