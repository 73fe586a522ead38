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

CalendarPopup::CalendarPopup(QDate chosen, QDate today, const WorkTime &time, Language language,
                             const Theme &theme, QWidget *parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint),
      m_days(time.calendar),
      m_today(today),
      m_theme(theme),
      m_language(language),
      m_calendar(new QCalendarWidget(this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setProperty("kind", u"popup"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::grid, metric::grid, metric::grid, metric::grid);
    layout->addWidget(m_calendar);

    m_calendar->setMinimumSize(usualSize);
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_calendar->setHorizontalHeaderFormat(QCalendarWidget::ShortDayNames);
    m_calendar->setFirstDayOfWeek(time.fiscal.weekStart());
    m_calendar->setSelectedDate(chosen);
    QTextCharFormat plain;
    plain.setForeground(theme.tokens().text);
    m_calendar->setWeekdayTextFormat(Qt::Saturday, plain);
    m_calendar->setWeekdayTextFormat(Qt::Sunday, plain);
    QTextCharFormat heading;
    heading.setForeground(theme.tokens().faint);
    m_calendar->setHeaderTextFormat(heading);
    connect(m_calendar, &QCalendarWidget::currentPageChanged, this, &CalendarPopup::markFreeDays);
    markFreeDays();
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

void CalendarPopup::markFreeDays() {
    m_calendar->setDateTextFormat({}, {});
    const QDate first(m_calendar->yearShown(), m_calendar->monthShown(), 1);
    // The page shows the ends of the months before and after.
    for (QDate day = first.addDays(-7); day < first.addDays(45); day = day.addDays(1)) {
        QTextCharFormat format;
        if (!m_days.isWorkday(day))
            format.setForeground(m_theme.tokens().faint);
        if (const Holiday *holiday = m_days.holiday(day))
            format.setToolTip(m_language == Language::Chinese ? holiday->zh : holiday->en);
        if (day == m_today) {
            format.setForeground(m_theme.tokens().accent);
            format.setFontWeight(QFont::DemiBold);
        }
        if (!format.isEmpty())
            m_calendar->setDateTextFormat(day, format);
    }
}

void CalendarPopup::openUnder(const QWidget *anchor) {
    adjustSize();
    move(popupPlace(anchor, size()));
    show();
    m_calendar->setFocus();
}

} // namespace dw::ui
