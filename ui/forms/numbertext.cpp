// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/numbertext.h"

#include <QRegularExpression>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int longest = 60;

int placesOf(const QString &unit) {
    if (unit == "k"_L1 || unit == "K"_L1)
        return 3;
    if (unit == u"万"_s)
        return 4;
    if (unit == "m"_L1 || unit == "M"_L1)
        return 6;
    return unit == u"亿"_s ? 8 : 0;
}

/// The decimal times ten to the `places`.
QString shifted(const QString &whole, const QString &decimals, int places) {
    const qsizetype moved = std::min<qsizetype>(places, decimals.size());
    QString left = whole + decimals.left(moved) + QString(places - moved, u'0');
    const QString right = decimals.mid(moved);
    while (left.size() > 1 && left.startsWith(u'0'))
        left.remove(0, 1);
    return right.isEmpty() ? left : left + u'.' + right;
}

} // namespace

std::optional<QString> plainDecimal(const QString &typed) {
    static const QRegularExpression shape(
        u"\\A([+-]?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)?(?:\\.([0-9]*))?([kKmM万亿]?)\\z"_s);
    QString text = typed.normalized(QString::NormalizationForm_KC).trimmed();
    text.replace(QChar(0x2212), u'-').remove(u' ');
    if (text.size() > longest)
        return std::nullopt;
    const QRegularExpressionMatch match = shape.match(text);
    const QString whole = match.captured(2).remove(u',');
    const QString decimals = match.captured(3);
    if (!match.hasMatch() || (whole.isEmpty() && decimals.isEmpty()))
        return std::nullopt;
    const QString sign = match.captured(1) == u"-"_s ? u"-"_s : QString();
    return sign + shifted(whole.isEmpty() ? u"0"_s : whole, decimals, placesOf(match.captured(4)));
}

} // namespace dw::ui
