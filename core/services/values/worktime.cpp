// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/values/worktime.h"

#include "core/services/works.h"

namespace dw {
using namespace Qt::StringLiterals;

WorkTime workTime(Reader &reader, RecordId person) {
    WorkTime time;
    if (auto calendar = Calendar::fromJson(setting(reader, u"calendar"_s, person).toObject()))
        time.calendar = *std::move(calendar);
    const QJsonObject fiscal = setting(reader, u"fiscal"_s, person).toObject();
    const auto made = FiscalCalendar::make(fiscal.value("start_month"_L1).toInt(),
                                           fiscal.value("week_start"_L1).toInt());
    if (made)
        time.fiscal = *made;
    return time;
}

} // namespace dw
