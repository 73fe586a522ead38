// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/settings.h"

#include "core/catalog/access.h"
#include "core/services/workinfo.h"
#include "core/store/migrations.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

QString nameOf(SettingScope scope) {
    switch (scope) {
    case SettingScope::Person:
        return u"person"_s;
    case SettingScope::Device:
        return u"device"_s;
    default:
        return u"team"_s;
    }
}

/// Qt reads and writes arrays and objects only, so a value travels as the one element of an array.
QString jsonText(const QJsonValue &value) {
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(wrapped.mid(1, wrapped.size() - 2));
}

QJsonValue jsonFromText(const QString &text) {
    const auto document = QJsonDocument::fromJson('[' + text.toUtf8() + ']');
    const QJsonArray wrapped = document.array();
    return wrapped.size() == 1 ? wrapped.at(0) : QJsonValue(QJsonValue::Undefined);
}

Record settingRow(const Catalog &catalog, const QString &key, const SettingOwner &owner,
                  const QString &text) {
    const EntityDesc &entity = *catalog.entity(u"setting");
    Record row(entity.key, settingId(key, owner));
    row.set(entity.byName(u"key"), key);
    row.set(entity.byName(u"scope"), nameOf(owner.scope));
    if (owner.scope == SettingScope::Person)
        row.set(entity.byName(u"person"), owner.person);
    row.set(entity.byName(u"value"), text);
    return row;
}

/// Rights that the door cannot read would lock everybody out, or nobody.
Result<void> checkRules(const QString &key, const QJsonValue &value) {
    if (key != "access.rules"_L1 || value.isNull())
        return {};
    const auto rules = accessFromRules(value.toArray());
    if (!rules)
        return rules.error();
    return value.isArray() ? Result<void>()
                           : makeError(ErrorKind::Invalid, u"access.bad_rule"_s,
                                       {{u"rule"_s, u"1"_s}, {u"member"_s, u"{}"_s}});
}

std::optional<QJsonValue> valueAt(Reader &reader, const QString &key, const SettingOwner &owner) {
    const auto row = reader.find(u"setting"_s, settingId(key, owner));
    if (!row || !*row || (*row)->deleted)
        return std::nullopt;
    const FieldHandle field = reader.catalog()->entity(u"setting")->byName(u"value");
    const QJsonValue value = jsonFromText((*row)->record.value(field).as<QString>());
    return value.isUndefined() ? std::nullopt : std::optional(value);
}

DeviceId deviceOf(Connection &c) {
    const auto text = meta(c, u"device"_s);
    return text ? DeviceId::fromText(*text) : DeviceId();
}

} // namespace

RecordId settingId(const QString &key, const SettingOwner &owner) {
    QString name = u"setting/"_s + nameOf(owner.scope) + u'/';
    if (owner.scope == SettingScope::Person)
        name += owner.person.text() + u'/';
    else if (owner.scope == SettingScope::Device)
        name += owner.device.text() + u'/';
    return {makeUuidV5(name + key)};
}

Result<void> writeSetting(WriteTransaction &tx, const QString &key, const SettingOwner &owner,
                          const QJsonValue &value) {
    if (const auto checked = checkRules(key, value); !checked)
        return checked;
    const Record row = settingRow(tx.catalog(), key, owner, jsonText(value));
    const auto standing = tx.reader().find(row.entity(), row.id());
    if (!standing)
        return standing.error();
    const bool gone = *standing && (*standing)->deleted;
    if (value.isNull() || value.isUndefined())
        return *standing && !gone ? tx.remove(row.entity(), row.id()) : Result<void>();
    if (!*standing) {
        const auto made = tx.create(row);
        return made ? Result<void>() : Result<void>(made.error());
    }
    if (gone) {
        if (const auto restored = tx.restore(row.entity(), row.id()); !restored)
            return restored;
    }
    return tx.change(row);
}

Work settingWork(const QString &key, SettingScope scope, const QJsonValue &value,
                 const Origin &origin) {
    const auto unit = [key, scope, value, person = origin.actor](WriteTransaction &tx) {
        if (scope == SettingScope::Person && person.isNull())
            return Result<void>(
                makeError(ErrorKind::Invalid, u"setting.no_person"_s, {{u"key"_s, key}}));
        return writeSetting(tx, key, {scope, person, tx.device()}, value);
    };
    return {setInfo(origin, {u"set.setting"_s, {{u"key"_s, key}}}), unit};
}

QJsonValue setting(Reader &reader, const QString &key, RecordId person, const QJsonValue &usual) {
    const DeviceId device = deviceOf(reader.connection());
    for (const SettingScope scope :
         {SettingScope::Person, SettingScope::Device, SettingScope::Team}) {
        if (scope == SettingScope::Person && person.isNull())
            continue;
        if (const auto value = valueAt(reader, key, {scope, person, device}))
            return *value;
    }
    return usual;
}

} // namespace dw
