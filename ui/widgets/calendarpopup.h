// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    /// `today` is marked; it is the workspace's, not the machine's.
    CalendarPopup(QDate chosen, QDate today, const Theme &theme, QWidget *parent);
    /// Below the anchor, or above it where the screen ends.
    void openUnder(const QWidget *anchor);

signals:
    void picked(QDate date);

private:
    QCalendarWidget *m_calendar;
};

} // namespace dw::ui
