// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/datescan.h"
#include "core/exchange/plainsigns.h"

#include <QLocale>
#include <algorithm>
#include <cmath>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 msOfDay = 86'400'000;
constexpr qint64 msOfMinute = 60'000;

/// The form that programs write; by far the most frequent one.
QDate isoDay(QStringView text) {
    if (text.size() != 10 || text[4] != u'-' || text[7] != u'-')
        return {};
    int numbers[3] = {0, 0, 0};
    static constexpr qsizetype begins[3] = {0, 5, 8};
    static constexpr qsizetype ends[3] = {4, 7, 10};
    for (int i = 0; i < 3; ++i) {
        for (qsizetype at = begins[i]; at < ends[i]; ++at) {
            if (!isPlainDigit(text[at]))
                return {};
            numbers[i] = numbers[i] * 10 + (text[at].unicode() - u'0');
        }
    }
    return {numbers[0], numbers[1], numbers[2]};
}

bool isUsual(QDate day) { return day.isValid() && day.year() >= 1 && day.year() <= 9999; }

/// Seconds or milliseconds since 1970, as programs export them: ten or thirteen digits with a one
/// in front, which is 2001 to 2033.
std::optional<Instant> sinceEpoch(QStringView text) {
    constexpr qsizetype secondDigits = 10;
    constexpr qsizetype millisecondDigits = 13;
    if ((text.size() != secondDigits && text.size() != millisecondDigits) || text.front() != u'1'
        || !std::all_of(text.begin(), text.end(), isPlainDigit))
        return std::nullopt;
    const qint64 number = text.toLongLong();
    return Instant{text.size() == secondDigits ? number * 1000 : number};
}

/// 20260305093000 as 20260305 09:30:00.
QString withBlanks(const QString &text) {
    const QStringView plain = QStringView(text).trimmed();
    if (plain.size() != 14 || !std::all_of(plain.begin(), plain.end(), isPlainDigit))
        return text;
    return u"%1 %2:%3:%4"_s.arg(plain.first(8), plain.sliced(8, 2), plain.sliced(10, 2),
                                plain.sliced(12, 2));
}

QString isoText(QDate day, QTime time) {
    const auto form = time.msec() == 0 ? Qt::ISODate : Qt::ISODateWithMs;
    return day.toString(Qt::ISODate) + u'T' + time.toString(form);
}

} // namespace

std::optional<QString> plainDate(const QString &text, DateOrder order) {
    if (isoDay(text).isValid())
        return text;
    const auto scanned = scanDate(text);
    if (!scanned || scanned->endsDay || (scanned->time && *scanned->time != QTime(0, 0)))
        return std::nullopt;
    const QDate day = scanned->day(order);
    return isUsual(day) ? std::optional(day.toString(Qt::ISODate)) : std::nullopt;
}

std::optional<QString> plainInstant(const QString &text, DateOrder order, ZoneTime &zone) {
    if (const auto at = sinceEpoch(QStringView(text).trimmed()))
        return at->toIso();
    const auto scanned = scanDate(withBlanks(text));
    if (!scanned)
        return std::nullopt;
    QDate day = scanned->day(order);
    if (isUsual(day) && scanned->endsDay)
        day = day.addDays(1);
    if (!isUsual(day))
        return std::nullopt;
    // Text holds the years 1 to 9999, in UTC as well.
    const auto isoOf = [](Instant at) {
        return isUsual(at.toUtc().date()) ? std::optional(at.toIso()) : std::nullopt;
    };
    const qint64 ms = scanned->time.value_or(QTime(0, 0)).msecsSinceStartOfDay();
    if (scanned->offset) {
        const qint64 utc =
            day.startOfDay(Qt::UTC).toMSecsSinceEpoch() + ms - qint64(*scanned->offset) * 1000;
        return isoOf(Instant{utc});
    }
    const Instant minute = zone.instantAt(day, int(ms / msOfMinute));
    return isoOf(Instant{minute.ms + ms % msOfMinute});
}

std::optional<QString> plainSerial(double serial, bool from1904) {
    constexpr double noSuchDay = 60; // a spreadsheet believes that 1900 had a February 29th
    constexpr double mostDays = 2'958'466;
    const double least = from1904 ? 0 : 1;
    if (!(serial >= least) || serial >= mostDays)
        return std::nullopt;
    qint64 days = qint64(std::floor(serial));
    qint64 ms = std::llround((serial - double(days)) * double(msOfDay));
    if (ms == msOfDay) {
        ms = 0;
        ++days;
    }
    if (!from1904 && days == qint64(noSuchDay))
        return std::nullopt;
    const QDate first = from1904                   ? QDate(1904, 1, 1)
                        : days < qint64(noSuchDay) ? QDate(1899, 12, 31)
                                                   : QDate(1899, 12, 30);
    const QDate day = first.addDays(days);
    if (!isUsual(day))
        return std::nullopt;
    return ms == 0 ? day.toString(Qt::ISODate)
                   : isoText(day, QTime::fromMSecsSinceStartOfDay(int(ms)));
}

std::optional<QString> plainSerial(const QString &number, bool from1904) {
    bool isNumber = false;
    const double serial = QLocale::c().toDouble(number, &isNumber);
    return isNumber ? plainSerial(serial, from1904) : std::nullopt;
}

} // namespace dw
