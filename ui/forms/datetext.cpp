// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/datetext.h"

#include <QRegularExpression>
#include <QTimeZone>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

std::optional<QDate> valid(QDate date) {
    return date.isValid() ? std::optional(date) : std::nullopt;
}

std::optional<QDate> relative(const QString &text, QDate today) {
    if (text == "today"_L1 || text == u"今天"_s)
        return today;
    if (text == "tomorrow"_L1 || text == u"明天"_s)
        return today.addDays(1);
    static const QRegularExpression offset(u"\\A[+-][0-9]{1,4}\\z"_s);
    if (offset.match(text).hasMatch())
        return valid(today.addDays(text.toInt()));
    return std::nullopt;
}

QString clean(const QString &typed) {
    return typed.normalized(QString::NormalizationForm_KC).trimmed().toLower();
}

} // namespace

std::optional<QDate> readDate(const QString &typed, QDate today) {
    static const QRegularExpression compact(u"\\A([0-9]{4})([0-9]{2})([0-9]{2})\\z"_s);
    static const QRegularExpression whole(
        u"\\A([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?\\z"_s);
    static const QRegularExpression inYear(u"\\A([0-9]{1,2})[-/月]([0-9]{1,2})日?\\z"_s);
    const QString text = clean(typed);
    if (const auto date = relative(text, today))
        return date;
    for (const QRegularExpression *shape : {&compact, &whole}) {
        const auto match = shape->match(text);
        if (match.hasMatch())
            return valid(QDate(match.captured(1).toInt(), match.captured(2).toInt(),
                               match.captured(3).toInt()));
    }
    const auto match = inYear.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return valid(QDate(today.year(), match.captured(1).toInt(), match.captured(2).toInt()));
}

std::optional<QDateTime> readDateTime(const QString &typed, QDate today, const QTimeZone &zone) {
    static const QRegularExpression shape(u"\\A(.*?)(?:[t\\s]+([0-9]{1,2}):([0-9]{2}))?\\z"_s);
    const auto match = shape.match(clean(typed));
    const auto date = readDate(match.captured(1), today);
    const QTime time(match.captured(2).toInt(), match.captured(3).toInt());
    if (!date || !time.isValid())
        return std::nullopt;
    const QDateTime at(*date, time, zone);
    return at.isValid() ? std::optional(at) : std::nullopt;
}

} // namespace dw::ui
