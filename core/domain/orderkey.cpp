// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/orderkey.h"

#include <algorithm>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr int base = 36;
constexpr int coarseDigits = 6;
constexpr qint64 coarseSteps = 2'176'782'336; ///< base to the power of coarseDigits
constexpr qsizetype longestKey = 1000;
constexpr QStringView alphabet = u"0123456789abcdefghijklmnopqrstuvwxyz";

bool isKeyDigit(QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z'); }

/// The digit at a place after the point; behind the last one stand zeros.
int digitAt(const QString &key, qsizetype place) {
    if (place >= key.size())
        return 0;
    const int c = key.at(place).unicode();
    return c <= u'9' ? c - u'0' : c - u'a' + 10;
}

qint64 coarse(const QString &key) {
    qint64 v = 0;
    for (int i = 0; i < coarseDigits; ++i)
        v = v * base + digitAt(key, i);
    return v;
}

QString fromCoarse(qint64 v) {
    QString key(coarseDigits, u'0');
    for (int i = coarseDigits - 1; i >= 0; --i, v /= base)
        key[i] = alphabet[v % base];
    while (key.endsWith(u'0'))
        key.chop(1);
    return key;
}

/// Digits above `key` from `place` on, whatever lies above.
void appendAbove(QString &result, const QString &key, qsizetype place) {
    for (; digitAt(key, place) == base - 1; ++place)
        result += alphabet[base - 1];
    result += alphabet[(digitAt(key, place) + base) / 2];
}

/// A short key between two keys of which the first is the smaller, or empty.
QString between(const QString &low, const QString &high) {
    qsizetype place = 0;
    while (digitAt(low, place) == digitAt(high, place))
        ++place;
    QString result = high.first(place);
    const int from = digitAt(low, place);
    const int to = digitAt(high, place);
    if (to - from > 1) {
        result += alphabet[(from + to) / 2];
    } else if (place + 1 < high.size()) {
        // Cut off behind this digit, `high` is still above `low`.
        result += alphabet[to];
    } else {
        result += alphabet[from];
        appendAbove(result, low, place + 1);
    }
    return result;
}

QString above(const QString &key) {
    const qint64 next = coarse(key) + 1;
    if (next < coarseSteps)
        return fromCoarse(next);
    QString result;
    appendAbove(result, key, 0);
    return result;
}

QString below(const QString &key) {
    const qint64 next = coarse(key) - 1;
    return next > 0 ? fromCoarse(next) : between({}, key);
}

} // namespace

bool isOrderKey(const QString &key) {
    return !key.isEmpty() && key.size() <= longestKey && !key.endsWith(u'0')
           && std::all_of(key.begin(), key.end(), isKeyDigit);
}

QString orderBetween(const QString &before, const QString &after) {
    const bool isAfterAll = isOrderKey(before);
    const bool isBeforeAll = isOrderKey(after);
    if (!isAfterAll && !isBeforeAll)
        return evenOrder(1).constFirst();
    if (!isBeforeAll)
        return above(before);
    if (!isAfterAll)
        return below(after);
    return before < after ? between(before, after) : before + alphabet[base / 2];
}

QStringList evenOrder(int count) {
    Q_ASSERT(count >= 0 && count <= 1'000'000'000);
    QStringList keys;
    keys.reserve(count);
    const qint64 step = coarseSteps / (qint64(count) + 1);
    for (qint64 i = 1; i <= count; ++i)
        keys.append(fromCoarse(i * step));
    return keys;
}

} // namespace dw
