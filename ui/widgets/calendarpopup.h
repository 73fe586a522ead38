// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/fielddesc.h"
#include "core/services/values/worktime.h"
#include "ui/theme/theme.h"

#include <QDate>
#include <QFrame>

class QCalendarWidget;

namespace dw::ui {

/// A month to pick a day from; closes by itself and deletes itself then. Enter or a click picks,
/// Escape closes.
class CalendarPopup final : public QFrame {
    Q_OBJECT
public:
    /// `today` is marked; it is the workspace's, not the machine's. Weeks begin as the team's do,
    /// and the days that it does not work are fainter, a holiday with its name.
    CalendarPopup(QDate chosen, QDate today, const WorkTime &time, Language language,
                  const Theme &theme, QWidget *parent);
    /// Below the anchor, or above it where the screen ends.
    void openUnder(const QWidget *anchor);

signals:
    void picked(QDate date);

private:
    void markFreeDays();

    Calendar m_days;
    QDate m_today;
    const Theme &m_theme;
    Language m_language;
    QCalendarWidget *m_calendar;
};

} // namespace dw::ui
