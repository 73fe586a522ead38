// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/settingvalue.h"

#include "core/base/calendar.h"
#include "core/base/fiscal.h"
#include "core/catalog/access.h"
#include "core/catalog/qualityrules.h"
#include "core/domain/money.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>
#include <array>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

using Finding = std::optional<Message>;

Message badValue(const QString &key, const QString &text) {
    return {u"setting.bad_value"_s, {{u"key"_s, key}, {u"value"_s, text.simplified().left(100)}}};
}

template <typename T> Finding findingOf(const Result<T> &read) {
    return read ? std::nullopt : Finding(read.error().message);
}

Finding checkRules(const QString &key, const QJsonValue &value) {
    return value.isArray() ? findingOf(accessFromRules(value.toArray()))
                           : badValue(key, settingText(value));
}

Finding checkCalendar(const QString &key, const QJsonValue &value) {
    return value.isObject() ? findingOf(Calendar::fromJson(value.toObject()))
                            : badValue(key, settingText(value));
}

Finding checkCurrency(const QString &key, const QJsonValue &value) {
    return value.isString() ? findingOf(Currency::fromCode(value.toString()))
                            : badValue(key, settingText(value));
}

Finding checkFiscal(const QString &key, const QJsonValue &value) {
    const QJsonObject members = value.toObject();
    const auto wholeNumber = [&](const QString &name) {
        const QJsonValue member = members.value(name);
        return member.isDouble() && double(member.toInt(-1)) == member.toDouble();
    };
    if (!wholeNumber(u"start_month"_s) || !wholeNumber(u"week_start"_s))
        return badValue(key, settingText(value));
    return findingOf(FiscalCalendar::make(members.value(u"start_month"_s).toInt(),
                                          members.value(u"week_start"_s).toInt()));
}

Finding checkPerson(const QString &key, const QJsonValue &value) {
    return RecordId::fromText(value.toString()).isNull() ? badValue(key, settingText(value))
                                                         : Finding();
}

Finding checkZone(const QString &key, const QJsonValue &value) {
    const QString zone = value.toString();
    return !zone.isEmpty() && QTimeZone(zone.toUtf8()).isValid()
               ? Finding()
               : badValue(key, settingText(value));
}

Finding checkQualityParts(const QString &key, const QJsonValue &value) {
    return value.isObject() ? findingOf(qualityFromJson(value.toObject()))
                            : badValue(key, settingText(value));
}

Finding checkShare(const QString &key, const QJsonValue &value) {
    return value.isDouble() && value.toDouble() >= 0 && value.toDouble() <= 100
               ? Finding()
               : badValue(key, settingText(value));
}

Finding checkBackupEvery(const QString &key, const QJsonValue &value) {
    static const QStringList known{u"never"_s, u"day"_s, u"week"_s};
    return known.contains(value.toString()) ? Finding() : badValue(key, settingText(value));
}

/// Zero of one is no less a plan; the newest backup stays whatever it says.
Finding checkBackupKeep(const QString &key, const QJsonValue &value) {
    constexpr int most = 1000;
    const QJsonObject members = value.toObject();
    for (const QString &name : {u"daily"_s, u"weekly"_s}) {
        const QJsonValue member = members.value(name);
        const int count = member.toInt(-1);
        if (!member.isUndefined()
            && (count < 0 || count > most || double(count) != member.toDouble()))
            return badValue(key, settingText(value));
    }
    return value.isObject() ? Finding() : badValue(key, settingText(value));
}

struct KnownSetting {
    QLatin1StringView key;
    Finding (*check)(const QString &, const QJsonValue &);
};

constexpr std::array known{KnownSetting{"access.rules"_L1, checkRules},
                           KnownSetting{"backup.every"_L1, checkBackupEvery},
                           KnownSetting{"backup.keep"_L1, checkBackupKeep},
                           KnownSetting{"calendar"_L1, checkCalendar},
                           KnownSetting{"currency"_L1, checkCurrency},
                           KnownSetting{"device.person"_L1, checkPerson},
                           KnownSetting{"fiscal"_L1, checkFiscal},
                           KnownSetting{"quality.parts"_L1, checkQualityParts},
                           KnownSetting{"quality.threshold"_L1, checkShare},
                           KnownSetting{"zone"_L1, checkZone}};

} // namespace

// Qt reads and writes arrays and objects only, so a value travels as the one element of an array.

QString settingText(const QJsonValue &value) {
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(wrapped.mid(1, wrapped.size() - 2));
}

QJsonValue settingFromText(const QString &text) {
    const auto document = QJsonDocument::fromJson('[' + text.toUtf8() + ']');
    const QJsonArray wrapped = document.array();
    return wrapped.size() == 1 ? wrapped.at(0) : QJsonValue(QJsonValue::Undefined);
}

std::optional<Message> checkSetting(const QString &key, const QString &text) {
    if (text.trimmed().isEmpty())
        return std::nullopt;
    const QJsonValue value = settingFromText(text);
    if (value.isUndefined())
        return Message{u"setting.no_json"_s,
                       {{u"key"_s, key}, {u"value"_s, text.simplified().left(100)}}};
    for (const KnownSetting &setting : known) {
        if (setting.key == key)
            return value.isNull() ? std::nullopt : setting.check(key, value);
    }
    return std::nullopt;
}

} // namespace dw
