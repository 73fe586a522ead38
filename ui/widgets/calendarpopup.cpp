// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/calendarpopup.h"

#include "ui/widgets/popupplace.h"

#include <QCalendarWidget>
#include <QTextCharFormat>
#include <QToolButton>
#include <QVBoxLayout>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {
constexpr QSize usualSize(280, 236);
} // namespace

CalendarPopup::CalendarPopup(QDate chosen, QDate today, const Theme &theme, QWidget *parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint),
      m_calendar(new QCalendarWidget(this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setProperty("kind", u"popup"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::grid, metric::grid, metric::grid, metric::grid);
    layout->addWidget(m_calendar);

    m_calendar->setMinimumSize(usualSize);
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_calendar->setHorizontalHeaderFormat(QCalendarWidget::ShortDayNames);
    m_calendar->setFirstDayOfWeek(Qt::Monday);
    m_calendar->setSelectedDate(chosen);
    QTextCharFormat plain;
    plain.setForeground(theme.tokens().text);
    m_calendar->setWeekdayTextFormat(Qt::Saturday, plain);
    m_calendar->setWeekdayTextFormat(Qt::Sunday, plain);
    QTextCharFormat heading;
    heading.setForeground(theme.tokens().faint);
    m_calendar->setHeaderTextFormat(heading);
    QTextCharFormat now;
    now.setForeground(theme.tokens().accent);
    now.setFontWeight(QFont::DemiBold);
    m_calendar->setDateTextFormat(today, now);
    const auto turn = [&](const QString &button, const QString &icon) {
        if (auto *arrow = m_calendar->findChild<QToolButton *>(button))
            arrow->setIcon(theme.icon(icon));
    };
    turn(u"qt_calendar_prevmonth"_s, u"chevron-left"_s);
    turn(u"qt_calendar_nextmonth"_s, u"chevron-right"_s);

    const auto pick = [this](QDate date) {
        emit picked(date);
        close();
    };
    connect(m_calendar, &QCalendarWidget::clicked, this, pick);
    connect(m_calendar, &QCalendarWidget::activated, this, pick);
}

void CalendarPopup::openUnder(const QWidget *anchor) {
    adjustSize();
    move(popupPlace(anchor, size()));
    show();
    m_calendar->setFocus();
}

} // namespace dw::ui
