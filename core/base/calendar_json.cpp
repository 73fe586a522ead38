// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/calendar.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <algorithm>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr std::array weekdays{"monday"_L1, "tuesday"_L1,  "wednesday"_L1, "thursday"_L1,
                              "friday"_L1, "saturday"_L1, "sunday"_L1};
constexpr qsizetype mostEntries = 2'000;
constexpr qsizetype mostSpans = 24;
constexpr qsizetype longestName = 100;
constexpr int longestHoliday = 366;
constexpr int minutesOfDay = 24 * 60;

QString clockText(int minute) {
    return u"%1:%2"_s.arg(minute / 60, 2, 10, QChar(u'0')).arg(minute % 60, 2, 10, QChar(u'0'));
}

/// "09:30" as minutes after midnight, up to "24:00".
std::optional<int> clockMinutes(const QString &text) {
    static const QRegularExpression shape(u"\\A([0-9]{2}):([0-5][0-9])\\z"_s);
    const auto match = shape.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int minutes = match.captured(1).toInt() * 60 + match.captured(2).toInt();
    return minutes <= minutesOfDay ? std::optional(minutes) : std::nullopt;
}

QString at(const QString &list, qsizetype index) { return u"%1[%2]"_s.arg(list).arg(index + 1); }

} // namespace

/// Reads a calendar member by member and stops at the first that is wrong.
class CalendarReader {
public:
    Result<Calendar> read(const QJsonObject &json) {
        const bool read = hasOnly(json, {"name"_L1, "hours"_L1, "holidays"_L1, "workdays"_L1}, {})
                          && readName(json.value("name"_L1)) && readWeek(json.value("hours"_L1))
                          && readHolidays(json.value("holidays"_L1))
                          && readMakeUpDays(json.value("workdays"_L1)) && judgeDays();
        if (!read)
            return *m_error;
        return m_calendar;
    }

private:
    bool fail(const QString &what, QMap<QString, QString> args) {
        m_error = makeError(ErrorKind::Invalid, u"calendar."_s + what, std::move(args));
        return false;
    }
    bool failMember(const QString &member) { return fail(u"member"_s, {{u"member"_s, member}}); }

    bool hasOnly(const QJsonObject &json, std::initializer_list<QLatin1StringView> known,
                 const QString &where);
    bool isList(const QJsonValue &json, const QString &member, qsizetype most);
    bool readText(const QJsonObject &json, const QString &where, QLatin1StringView member,
                  QString &text);
    bool readDate(const QJsonObject &json, const QString &where, QLatin1StringView member,
                  QDate &day);
    bool readName(const QJsonValue &json);
    bool readWeek(const QJsonValue &json);
    bool readHours(const QJsonArray &json, const QString &where, Calendar::Hours &hours);
    bool readHolidays(const QJsonValue &json);
    bool readMakeUpDays(const QJsonValue &json);
    bool judgeDays();

    Calendar m_calendar;
    std::optional<Error> m_error;
};

bool CalendarReader::hasOnly(const QJsonObject &json,
                             std::initializer_list<QLatin1StringView> known, const QString &where) {
    const QStringList keys = json.keys();
    for (const QString &key : keys) {
        if (std::find(known.begin(), known.end(), key) == known.end())
            return failMember(where + key.left(longestName));
    }
    return true;
}

bool CalendarReader::isList(const QJsonValue &json, const QString &member, qsizetype most) {
    if (!json.isArray())
        return failMember(member);
    if (json.toArray().size() > most)
        return fail(u"too_long"_s, {{u"member"_s, member}, {u"limit"_s, QString::number(most)}});
    return true;
}

bool CalendarReader::readText(const QJsonObject &json, const QString &where,
                              QLatin1StringView member, QString &text) {
    const QJsonValue value = json.value(member);
    text = value.toString();
    if (!value.isString() || text.trimmed().isEmpty())
        return failMember(where + member);
    if (text.size() > longestName)
        return fail(u"too_long"_s,
                    {{u"member"_s, where + member}, {u"limit"_s, QString::number(longestName)}});
    return true;
}

bool CalendarReader::readDate(const QJsonObject &json, const QString &where,
                              QLatin1StringView member, QDate &day) {
    QString text;
    if (!readText(json, where, member, text))
        return false;
    day = QDate::fromString(text, Qt::ISODate);
    // Qt takes more than ISO 8601; what it writes back is strict.
    if (!day.isValid() || day.year() < 1 || day.toString(Qt::ISODate) != text)
        return fail(u"date"_s, {{u"member"_s, where + member}, {u"value"_s, text}});
    return true;
}

bool CalendarReader::readName(const QJsonValue &json) {
    const QJsonObject name = json.toObject();
    if (!json.isObject())
        return failMember(u"name"_s);
    return hasOnly(name, {"en"_L1, "zh"_L1}, u"name."_s)
           && readText(name, u"name."_s, "en"_L1, m_calendar.m_nameEn)
           && readText(name, u"name."_s, "zh"_L1, m_calendar.m_nameZh);
}

bool CalendarReader::readWeek(const QJsonValue &json) {
    if (!json.isObject())
        return failMember(u"hours"_s);
    const QJsonObject week = json.toObject();
    const QStringList keys = week.keys();
    m_calendar.m_week = {};
    for (const QString &key : keys) {
        const QString where = u"hours."_s + key.left(longestName);
        const auto day = std::find(weekdays.begin(), weekdays.end(), key);
        if (day == weekdays.end())
            return failMember(where);
        const QJsonValue hours = week.value(key);
        if (!isList(hours, where, mostSpans)
            || !readHours(hours.toArray(), where,
                          m_calendar.m_week[size_t(day - weekdays.begin())]))
            return false;
    }
    const bool works = std::any_of(m_calendar.m_week.begin(), m_calendar.m_week.end(),
                                   [](const Calendar::Hours &hours) { return !hours.empty(); });
    return works || fail(u"no_hours"_s, {});
}

bool CalendarReader::readHours(const QJsonArray &json, const QString &where,
                               Calendar::Hours &hours) {
    int latest = 0;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const QJsonArray pair = json.at(i).toArray();
        if (pair.size() != 2 || !pair.at(0).isString() || !pair.at(1).isString())
            return failMember(at(where, i));
        const auto from = clockMinutes(pair.at(0).toString());
        const auto to = clockMinutes(pair.at(1).toString());
        if (!from || !to) {
            const QString wrong = pair.at(from ? 1 : 0).toString();
            return fail(u"hours"_s,
                        {{u"member"_s, at(where, i)}, {u"value"_s, wrong.left(longestName)}});
        }
        if (*from < latest || *to <= *from)
            return fail(u"order"_s, {{u"member"_s, at(where, i)}});
        hours.push_back({*from, *to});
        latest = *to;
    }
    return true;
}

bool CalendarReader::readHolidays(const QJsonValue &json) {
    if (!isList(json, u"holidays"_s, mostEntries))
        return false;
    const QJsonArray list = json.toArray();
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString entry = at(u"holidays"_s, i);
        const QString where = entry + u'.';
        const QJsonObject object = list.at(i).toObject();
        if (!list.at(i).isObject())
            return failMember(entry);
        Holiday holiday;
        if (!hasOnly(object, {"from"_L1, "to"_L1, "en"_L1, "zh"_L1}, where)
            || !readDate(object, where, "from"_L1, holiday.from)
            || !readDate(object, where, "to"_L1, holiday.to)
            || !readText(object, where, "en"_L1, holiday.en)
            || !readText(object, where, "zh"_L1, holiday.zh))
            return false;
        const qint64 days = holiday.from.daysTo(holiday.to) + 1;
        if (days < 1)
            return fail(u"order"_s, {{u"member"_s, entry}});
        if (days > longestHoliday)
            return fail(u"too_long"_s,
                        {{u"member"_s, entry}, {u"limit"_s, QString::number(longestHoliday)}});
        m_calendar.m_holidays.push_back(std::move(holiday));
    }
    return true;
}

bool CalendarReader::readMakeUpDays(const QJsonValue &json) {
    if (!isList(json, u"workdays"_s, mostEntries))
        return false;
    const QJsonArray list = json.toArray();
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString entry = at(u"workdays"_s, i);
        const QString where = entry + u'.';
        const QJsonObject object = list.at(i).toObject();
        if (!list.at(i).isObject())
            return failMember(entry);
        MakeUpDay makeUp;
        QString like;
        if (!hasOnly(object, {"on"_L1, "like"_L1}, where)
            || !readDate(object, where, "on"_L1, makeUp.on)
            || !readText(object, where, "like"_L1, like))
            return false;
        const auto day = std::find(weekdays.begin(), weekdays.end(), like);
        if (day == weekdays.end())
            return failMember(where + u"like"_s);
        if (m_calendar.m_week[size_t(day - weekdays.begin())].empty())
            return fail(u"like"_s, {{u"member"_s, where + u"like"_s}});
        makeUp.like = Qt::DayOfWeek(day - weekdays.begin() + Qt::Monday);
        m_calendar.m_makeUpDays.push_back(makeUp);
    }
    return true;
}

/// Puts the days in order; none may stand in two places.
bool CalendarReader::judgeDays() {
    auto &holidays = m_calendar.m_holidays;
    auto &makeUps = m_calendar.m_makeUpDays;
    std::sort(holidays.begin(), holidays.end(),
              [](const Holiday &a, const Holiday &b) { return a.from < b.from; });
    std::sort(makeUps.begin(), makeUps.end(),
              [](const MakeUpDay &a, const MakeUpDay &b) { return a.on < b.on; });
    const auto twice = [this](const QString &member, QDate day) {
        return fail(u"twice"_s, {{u"member"_s, member}, {u"date"_s, day.toString(Qt::ISODate)}});
    };
    for (size_t i = 1; i < holidays.size(); ++i) {
        if (holidays[i].from <= holidays[i - 1].to)
            return twice(u"holidays"_s, holidays[i].from);
    }
    for (size_t i = 0; i < makeUps.size(); ++i) {
        const QDate day = makeUps[i].on;
        if ((i > 0 && makeUps[i - 1].on == day) || m_calendar.holiday(day))
            return twice(u"workdays"_s, day);
    }
    return true;
}

Result<Calendar> Calendar::fromJson(const QJsonObject &json) { return CalendarReader().read(json); }

QJsonObject Calendar::toJson() const {
    QJsonObject week;
    for (size_t day = 0; day < m_week.size(); ++day) {
        QJsonArray spans;
        for (const WorkingHours &span : m_week[day])
            spans.append(QJsonArray{clockText(span.from), clockText(span.to)});
        if (!spans.isEmpty())
            week.insert(QString(weekdays[day]), spans);
    }
    QJsonArray holidays;
    for (const Holiday &holiday : m_holidays)
        holidays.append(QJsonObject{{u"from"_s, holiday.from.toString(Qt::ISODate)},
                                    {u"to"_s, holiday.to.toString(Qt::ISODate)},
                                    {u"en"_s, holiday.en},
                                    {u"zh"_s, holiday.zh}});
    QJsonArray makeUps;
    for (const MakeUpDay &makeUp : m_makeUpDays)
        makeUps.append(
            QJsonObject{{u"on"_s, makeUp.on.toString(Qt::ISODate)},
                        {u"like"_s, QString(weekdays[size_t(makeUp.like - Qt::Monday)])}});
    return {{u"name"_s, QJsonObject{{u"en"_s, m_nameEn}, {u"zh"_s, m_nameZh}}},
            {u"hours"_s, week},
            {u"holidays"_s, holidays},
            {u"workdays"_s, makeUps}};
}

} // namespace dw
