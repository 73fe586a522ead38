// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/datescan.h"

#include "core/exchange/plainsigns.h"

#include <algorithm>
#include <array>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestDate = 64;

constexpr std::array<QStringView, 12> months{u"january",   u"february", u"march",    u"april",
                                             u"may",       u"june",     u"july",     u"august",
                                             u"september", u"october",  u"november", u"december"};
constexpr std::array<QStringView, 7> weekdays{u"monday", u"tuesday",  u"wednesday", u"thursday",
                                              u"friday", u"saturday", u"sunday"};

/// Position of the name that begins with the word of three letters or more; -1 where none does.
template <size_t n> int named(const std::array<QStringView, n> &names, QStringView word) {
    if (word.size() < 3)
        return -1;
    for (size_t i = 0; i < n; ++i) {
        // "sept" and "tues" are as usual as the first three letters.
        if (names[i].startsWith(word))
            return int(i);
    }
    return -1;
}

struct Digits {
    int value = 0;
    qsizetype count = 0;
};

class Scan {
public:
    explicit Scan(const QString &text) : m_text(withPlainSigns(text).toLower()) {}

    std::optional<ScannedDate> run() {
        if (m_text.isEmpty() || m_text.size() > longestDate)
            return std::nullopt;
        weekday();
        if (!day())
            return std::nullopt;
        weekday();
        blanks();
        if (at(u',') || at(u't'))
            ++m_at;
        if (!time())
            return std::nullopt;
        weekday();
        blanks();
        return m_at == m_text.size() ? std::optional(m_out) : std::nullopt;
    }

private:
    // What stands here.
    [[nodiscard]] QStringView rest() const { return QStringView(m_text).sliced(m_at); }
    [[nodiscard]] bool at(QChar c) const { return m_at < m_text.size() && m_text.at(m_at) == c; }
    [[nodiscard]] bool atDigit() const {
        return m_at < m_text.size() && isPlainDigit(m_text.at(m_at));
    }
    bool take(QStringView word) {
        const bool here = rest().startsWith(word);
        m_at += here ? word.size() : 0;
        return here;
    }
    /// The same with blanks in front.
    bool takeSign(QStringView sign) {
        const qsizetype begin = m_at;
        blanks();
        const bool here = take(sign);
        m_at = here ? m_at : begin;
        return here;
    }
    void blanks() {
        while (at(u' '))
            ++m_at;
    }
    Digits digits() {
        Digits out;
        for (; atDigit() && out.count < 9; ++m_at, ++out.count)
            out.value = out.value * 10 + m_text.at(m_at).digitValue();
        return out;
    }
    QStringView letters() {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && m_text.at(m_at) >= u'a' && m_text.at(m_at) <= u'z')
            ++m_at;
        return QStringView(m_text).sliced(begin, m_at - begin);
    }

    /// Passes over the name of a day of the week, if one stands here.
    void weekday() {
        const qsizetype begin = m_at;
        blanks();
        const bool bracket = take(u"(");
        bool found = false;
        if (take(u"星期") || take(u"周") || take(u"礼拜")) {
            found =
                m_at < m_text.size() && QStringView(u"一二三四五六日天").contains(m_text.at(m_at));
            ++m_at;
        } else {
            found = named(weekdays, letters()) >= 0;
            if (found && !take(u"."))
                take(u",");
        }
        if (bracket)
            found = found && take(u")");
        if (!found)
            m_at = begin;
        else
            blanks();
    }

    bool day() {
        if (!atDigit())
            return monthFirst();
        const Digits first = digits();
        if (first.count == 8)
            return eight(first.value);
        if (takeSign(u"年"))
            return chinese(first);
        if (first.count == 2 || first.count == 1 || first.count == 4)
            return numberFirst(first);
        return false;
    }

    /// 20260305; other numbers of eight digits are no day.
    bool eight(int value) {
        const int year = value / 10000;
        return year >= 1900 && year < 2200 && set(year, value / 100 % 100, value % 100);
    }

    /// Behind the sign of the year.
    bool chinese(const Digits &year) {
        blanks();
        const Digits month = digits();
        if (month.count == 0 || !takeSign(u"月"))
            return false;
        take(u"份");
        blanks();
        const Digits day = digits();
        if (day.count == 0)
            return false;
        if (!takeSign(u"日"))
            takeSign(u"号");
        return (year.count == 2 || year.count == 4) && set(fullYear(year), month.value, day.value);
    }

    /// "Mar 5, 2026".
    bool monthFirst() {
        const auto month = monthName();
        if (!month)
            return false;
        between();
        const Digits day = ordinal();
        between();
        const Digits year = digits();
        return isDay(day) && isYear(year) && set(fullYear(year), *month, day.value);
    }

    /// "5 Mar 2026", "2026-03-05", "2026 Mar 5" or three numbers that the order tells apart.
    bool numberFirst(const Digits &first) {
        suffix(first);
        const QChar mark = between();
        if (!atDigit()) {
            take(u"of ");
            const auto month = monthName();
            between();
            const Digits last = month ? ordinal() : Digits();
            if (!month || last.count == 0)
                return false;
            return first.count == 4 ? isDay(last) && set(first.value, *month, last.value)
                                    : isYear(last) && set(fullYear(last), *month, first.value);
        }
        const Digits second = digits();
        const QChar again = between();
        const Digits third = digits();
        if (mark.isNull() || mark == u',' || again != mark || !isDay(second))
            return false;
        if (first.count == 4) {
            if (mark == u'.')
                take(u".");
            return isDay(third) && set(first.value, second.value, third.value);
        }
        // Short numbers with blanks between are no day: a phone number looks the same.
        if (third.count != 4 && (!isDay(third) || mark == u' '))
            return false;
        m_out.shape = third.count == 4 ? DayShape::YearLast : DayShape::TwoDigits;
        m_out.mark = mark;
        m_out.parts[0] = first.value;
        m_out.parts[1] = second.value;
        m_out.parts[2] = third.value;
        return true;
    }

    static bool isDay(const Digits &digits) { return digits.count == 1 || digits.count == 2; }
    static bool isYear(const Digits &digits) { return digits.count == 2 || digits.count == 4; }
    static int fullYear(const Digits &year) {
        if (year.count > 2)
            return year.value;
        return year.value + (year.value <= lastShortYear ? 2000 : 1900);
    }
    bool set(int year, int month, int day) {
        m_out.shape = DayShape::Named;
        m_out.parts[0] = year;
        m_out.parts[1] = month;
        m_out.parts[2] = day;
        return QDate::isValid(year, month, day);
    }

    std::optional<int> monthName() {
        const int month = named(months, letters());
        if (month < 0)
            return std::nullopt;
        take(u".");
        return month + 1;
    }

    Digits ordinal() {
        const Digits day = digits();
        suffix(day);
        return day;
    }
    void suffix(const Digits &digits) {
        if (digits.count == 0 || digits.count > 2)
            return;
        for (const QStringView word : {u"st", u"nd", u"rd", u"th"}) {
            if (take(word))
                return;
        }
    }

    /// Passes over what keeps the parts of a day apart; gives the sign, a blank where there is
    /// none.
    QChar between() {
        const bool blank = at(u' ');
        blanks();
        QChar mark = blank ? QChar(u' ') : QChar();
        if (at(u'-') || at(u'/') || at(u'.') || at(u',')) {
            mark = m_text.at(m_at);
            ++m_at;
            blanks();
        }
        return mark;
    }

    /// A time and an offset, if they stand here; false where something begins that is none.
    bool time() {
        blanks();
        if (m_at == m_text.size())
            return true;
        std::optional<bool> afternoon = halfOfDay();
        blanks();
        if (!atDigit())
            return !afternoon;
        const Digits hour = digits();
        int minute = 0;
        int second = 0;
        int millisecond = 0;
        const bool clock = take(u":") || take(u"时") || take(u"點") || take(u"点");
        if (clock && !lowerUnits(minute, second, millisecond))
            return false;
        blanks();
        if (!afternoon)
            afternoon = halfOfDay();
        if ((!clock && !afternoon) || hour.count > 2)
            return false;
        if (!setTime(hour.value, minute, second, millisecond, afternoon))
            return false;
        return offset();
    }

    bool lowerUnits(int &minute, int &second, int &millisecond) {
        blanks();
        if (!atDigit())
            return true; // "9点"
        const Digits minutes = digits();
        minute = minutes.value;
        if (minutes.count > 2)
            return false;
        if (!take(u":") && !take(u"分"))
            return true;
        blanks();
        if (!atDigit())
            return true; // "9点30分"
        const Digits seconds = digits();
        second = seconds.value;
        if (seconds.count > 2)
            return false;
        take(u"秒");
        if (!at(u'.') && !at(u','))
            return true;
        ++m_at;
        const Digits fraction = digits();
        // Whatever is finer than a millisecond is cut off.
        constexpr std::array scale{0, 100, 10, 1};
        millisecond =
            fraction.count < 4 ? fraction.value * scale[size_t(fraction.count)] : leading(fraction);
        return fraction.count > 0;
    }
    static int leading(const Digits &fraction) {
        int value = fraction.value;
        for (qsizetype i = fraction.count; i > 3; --i)
            value /= 10;
        return value;
    }

    std::optional<bool> halfOfDay() {
        static constexpr QStringView morning[] = {u"am", u"a.m.", u"上午", u"凌晨", u"早上"};
        static constexpr QStringView evening[] = {u"pm", u"p.m.", u"下午", u"晚上", u"中午"};
        for (const QStringView word : morning) {
            if (take(word))
                return false;
        }
        for (const QStringView word : evening) {
            if (take(word))
                return true;
        }
        return std::nullopt;
    }

    bool setTime(int hour, int minute, int second, int millisecond, std::optional<bool> afternoon) {
        if (afternoon) {
            // Some write 下午 15:30 although it says so already.
            if (hour > 12 && !*afternoon)
                return false;
            if (hour <= 12)
                hour = hour % 12 + (*afternoon ? 12 : 0);
        }
        m_out.endsDay = hour == 24 && minute == 0 && second == 0 && millisecond == 0;
        m_out.time = QTime(m_out.endsDay ? 0 : hour, minute, second, millisecond);
        return m_out.time->isValid();
    }

    bool offset() {
        blanks();
        if (take(u"z") || take(u"utc") || take(u"gmt"))
            m_out.offset = 0;
        if (!at(u'+') && !at(u'-'))
            return true;
        const int sign = at(u'-') ? -1 : 1;
        ++m_at;
        const Digits first = digits();
        Digits minutes;
        int hours = first.value;
        if (first.count == 4) {
            hours = first.value / 100;
            minutes.value = first.value % 100;
        } else if (take(u":")) {
            minutes = digits();
        }
        const bool fits = (isDay(first) || first.count == 4) && hours <= 14 && minutes.count <= 2
                          && minutes.value < 60;
        if (fits)
            m_out.offset = sign * (hours * 3600 + minutes.value * 60);
        return fits;
    }

    const QString m_text;
    qsizetype m_at = 0;
    ScannedDate m_out;
};

} // namespace

std::optional<ScannedDate> scanDate(const QString &text) { return Scan(text).run(); }

QDate ScannedDate::day(DateOrder order) const {
    const auto full = [](int year) { return year + (year <= lastShortYear ? 2000 : 1900); };
    switch (shape) {
    case DayShape::Named:
        return {parts[0], parts[1], parts[2]};
    case DayShape::TwoDigits:
        if (order == DateOrder::YearMonthDay)
            return {full(parts[0]), parts[1], parts[2]};
        if (order == DateOrder::MonthDayYear)
            return {full(parts[2]), parts[0], parts[1]};
        return {full(parts[2]), parts[1], parts[0]};
    case DayShape::YearLast:
        break;
    }
    const QDate monthFirst(parts[2], parts[0], parts[1]);
    const QDate dayFirst(parts[2], parts[1], parts[0]);
    if (order == DateOrder::MonthDayYear)
        return monthFirst;
    if (order == DateOrder::DayMonthYear)
        return dayFirst;
    // The order says nothing about a year behind: what reads in one way alone is that day.
    if (monthFirst.isValid() != dayFirst.isValid() || monthFirst == dayFirst)
        return monthFirst.isValid() ? monthFirst : dayFirst;
    return {};
}

} // namespace dw
