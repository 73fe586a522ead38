// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/settings.h"

#include "core/catalog/settingvalue.h"
#include "core/services/workinfo.h"
#include "core/store/schema/migrations.h"

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

std::optional<QJsonValue> valueAt(Reader &reader, const QString &key, const SettingOwner &owner) {
    const auto row = reader.find(u"setting"_s, settingId(key, owner));
    if (!row || !*row || (*row)->deleted)
        return std::nullopt;
    const FieldHandle field = reader.catalog()->entity(u"setting")->byName(u"value");
    const QJsonValue value = settingFromText((*row)->record.value(field).as<QString>());
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

RecordId settingId(const EntityDesc &settings, const Record &row, DeviceId device) {
    const auto text = [&](QStringView field) {
        return row.value(settings.byName(field)).as<QString>();
    };
    const QString scope = text(u"scope");
    SettingOwner owner{SettingScope::Team, row.value(settings.byName(u"person")).as<RecordId>(),
                       device};
    if (scope == nameOf(SettingScope::Person))
        owner.scope = SettingScope::Person;
    else if (scope == nameOf(SettingScope::Device))
        owner.scope = SettingScope::Device;
    else if (scope != nameOf(SettingScope::Team))
        return {};
    if (text(u"key").isEmpty() || (owner.scope == SettingScope::Person && owner.person.isNull()))
        return {};
    return settingId(text(u"key"), owner);
}

Result<void> writeSetting(WriteTransaction &tx, const QString &key, const SettingOwner &owner,
                          const QJsonValue &value) {
    const QString text = settingText(value);
    if (auto finding = checkSetting(key, text))
        return makeError(ErrorKind::Invalid, finding->id, finding->args);
    const Record row = settingRow(tx.catalog(), key, owner, text);
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
