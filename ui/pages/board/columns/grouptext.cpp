// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/columns/grouptext.h"

#include <QLocale>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

QString monthName(QDate month, Language language) {
    if (language == Language::Chinese)
        return u"%1年%2月"_s.arg(month.year()).arg(month.month());
    return QLocale(QLocale::English).toString(month, u"MMMM yyyy"_s);
}

} // namespace

QString GroupText::name(const BoardGroup &group, Language language) {
    using When = BoardGroup::When;
    if (group.by == BoardGrouping::Owner && group.row.isNull())
        return tr("Nobody");
    if (group.by != BoardGrouping::CloseMonth)
        return group.name;
    switch (group.when) {
    case When::Month:
        return monthName(group.month, language);
    case When::Earlier:
        return tr("Before %1").arg(monthName(group.month, language));
    case When::Later:
        return tr("From %1").arg(monthName(group.month, language));
    case When::None:
        break;
    }
    return tr("No date");
}

QString GroupText::grouping(BoardGrouping by) {
    switch (by) {
    case BoardGrouping::Owner:
        return tr("Owner");
    case BoardGrouping::CloseMonth:
        return tr("Close month");
    case BoardGrouping::Stage:
        break;
    }
    return tr("Stage");
}

QString GroupText::promise(const BoardGroup &group, int deals, Language language) {
    const QString many = deals > 1 ? tr("%Ln deal(s)", nullptr, deals) + u' ' : QString();
    const QString to = name(group, language);
    switch (group.by) {
    case BoardGrouping::Owner:
        return many + u"→ "_s + tr("owner %1").arg(to);
    case BoardGrouping::CloseMonth:
        return many + u"→ "_s + tr("close %1").arg(to);
    case BoardGrouping::Stage:
        break;
    }
    return many + u"→ "_s + to;
}

QString GroupText::period(ClosedPeriod period) {
    switch (period) {
    case ClosedPeriod::ThisMonth:
        return tr("this month");
    case ClosedPeriod::ThisQuarter:
        return tr("this quarter");
    case ClosedPeriod::ThisYear:
        return tr("this year");
    case ClosedPeriod::All:
        break;
    }
    return tr("all time");
}

} // namespace dw::ui
