// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/xlsxcell.h"

#include "core/exchange/valueforms.h"

#include <QDateTime>
#include <cmath>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

using Kind = NumberLook::Kind;

constexpr double secondsOfDay = 86'400;

/// Hours beyond 24 are counted on.
QString clockText(double days) {
    const auto seconds = qint64(std::llround(std::abs(days) * secondsOfDay));
    const QString text = u"%1:%2:%3"_s.arg(seconds / 3600, 2, 10, QChar(u'0'))
                             .arg(seconds / 60 % 60, 2, 10, QChar(u'0'))
                             .arg(seconds % 60, 2, 10, QChar(u'0'));
    return days < 0 ? u'-' + text : text;
}

/// A number that its format shows as a day or a time.
std::optional<XlsxCell> cellOfDay(double serial, const NumberLook &look, bool from1904) {
    if (look.kind == Kind::Elapsed && std::abs(serial) < 1e6)
        return XlsxCell{clockText(serial), CellKind::Text};
    if (look.kind == Kind::Time && serial >= 0 && serial < 1)
        return XlsxCell{clockText(serial), CellKind::Text};
    auto text = plainSerial(serial, from1904);
    if (!text)
        return std::nullopt;
    if (look.kind == Kind::DayTime && !text->contains(u'T'))
        *text += u"T00:00:00"_s;
    return XlsxCell{*text, text->contains(u'T') ? CellKind::Instant : CellKind::Date};
}

} // namespace

XlsxCell cellOfNumber(const QString &stored, const NumberLook &look, bool from1904) {
    const QString number = plainDecimal(stored);
    if (number.isEmpty())
        return {stored, CellKind::Text};
    switch (look.kind) {
    case Kind::Number:
        break;
    case Kind::Percent:
        return {timesHundred(number), CellKind::Number};
    case Kind::Money:
        return {look.currency + u' ' + number, CellKind::Money};
    case Kind::Day:
    case Kind::DayTime:
    case Kind::Time:
    case Kind::Elapsed:
        if (auto day = cellOfDay(stored.toDouble(), look, from1904))
            return *day;
        break;
    }
    return {number, CellKind::Number};
}

XlsxCell cellOfIso(const QString &stored) {
    const QDateTime at = QDateTime::fromString(stored, Qt::ISODateWithMs);
    if (!at.isValid())
        return {stored, CellKind::Text};
    if (stored.size() <= 10)
        return {at.date().toString(Qt::ISODate), CellKind::Date};
    const auto form = at.time().msec() == 0 ? Qt::ISODate : Qt::ISODateWithMs;
    return {at.toString(form), CellKind::Instant};
}

qsizetype columnOfReference(QStringView reference) {
    qsizetype column = 0;
    for (const QChar c : reference) {
        if (c < u'A' || c > u'Z')
            break;
        column = column * 26 + (c.unicode() - u'A' + 1);
        if (column > xlsxColumns)
            return -1;
    }
    return column - 1;
}

} // namespace dw
