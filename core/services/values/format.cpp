// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/values/format.h"

#include "core/services/wording/wording.h"

#include <QLocale>
#include <QTimeZone>
#include <cmath>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr QChar minus(0x2212);

QString withGroups(QString digits) {
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3)
        digits.insert(at, u',');
    return digits;
}

bool needsWritingOut(char32_t c) {
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    case QChar::Other_Format:
        // Joiners are part of words and emoji; the rest of the format characters only hide or turn
        // text.
        return c != 0x200C && c != 0x200D;
    default:
        return false;
    }
}

QString writtenOut(char32_t c) {
    switch (c) {
    case '\n':
        return u"\\n"_s;
    case '\r':
        return u"\\r"_s;
    case '\t':
        return u"\\t"_s;
    default:
        return u"\\u{"_s + QString::number(c, 16) + u'}';
    }
}

} // namespace

QString groupedInteger(qint64 v) {
    const quint64 size = v < 0 ? 0 - quint64(v) : quint64(v);
    const QString digits = withGroups(QString::number(size));
    return v < 0 ? minus + digits : digits;
}

QString visibleText(const QString &text) {
    QString shown;
    shown.reserve(text.size());
    for (qsizetype i = 0, length = 0; i < text.size(); i += length) {
        char32_t c = text.at(i).unicode();
        length = 1;
        if (QChar::isHighSurrogate(c) && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text.at(i), text.at(i + 1));
            length = 2;
        }
        if (needsWritingOut(c))
            shown += writtenOut(c);
        else
            shown += QStringView(text).mid(i, length);
    }
    return shown;
}

QString displayNumber(double v, Language) {
    if (!std::isfinite(v))
        return {};
    const double size = std::abs(v);
    const bool plain = size == 0 || (size >= 1e-6 && size < 1e15);
    QString text = QString::number(size, plain ? 'f' : 'g', QLocale::FloatingPointShortest);
    if (plain) {
        const qsizetype point = text.indexOf(u'.');
        text = withGroups(text.left(point)) + (point < 0 ? QString() : text.mid(point));
    }
    return v < 0 ? minus + text : text;
}

QString displayDate(QDate date, QDate today, Style style) {
    if (!date.isValid())
        return {};
    if (style == Style::Short && date.year() == today.year())
        return QString::number(date.month()) + u'/' + QString::number(date.day());
    return date.toString(Qt::ISODate);
}

QString displayInstant(Instant at, const QTimeZone &zone, QDate today, Style style) {
    const QDateTime local = at.toUtc().toTimeZone(zone.isValid() ? zone : QTimeZone::utc());
    const QString time = local.time().toString(style == Style::Short ? u"HH:mm"_s : u"HH:mm:ss"_s);
    return displayDate(local.date(), today, style) + u' ' + time;
}

} // namespace dw
