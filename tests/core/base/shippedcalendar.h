// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/calendar.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace dw::test {

/// A calendar of resources/calendars as JSON; empty where there is none.
inline QJsonObject shippedCalendarJson(const QString &name) {
    QFile file(QStringLiteral(DW_SOURCE_DIR "/resources/calendars/") + name);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

inline Calendar shippedCalendar(const QString &name) {
    const auto calendar = Calendar::fromJson(shippedCalendarJson(name));
    return calendar ? *calendar : Calendar();
}

} // namespace dw::test
