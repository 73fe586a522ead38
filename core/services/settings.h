// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/works.h"

#include <QJsonValue>

namespace dw {

/// Whose setting it is: the team's, a person's, or this device's.
struct SettingOwner {
    SettingScope scope = SettingScope::Team;
    RecordId person;
    DeviceId device;
};

/// The v5 id of a setting's row, from its scope, its owner and its key: the same on every device.
[[nodiscard]] RecordId settingId(const QString &key, const SettingOwner &owner);

/// The same for a row that people made, from its fields; null where it does not say whose it is.
[[nodiscard]] RecordId settingId(const EntityDesc &settings, const Record &row, DeviceId device);

/// Makes, changes or (with null) takes away the row of a setting. Fails: as
/// checkSetting() finds (Invalid), and as the transaction does.
[[nodiscard]] Result<void> writeSetting(WriteTransaction &tx, const QString &key,
                                        const SettingOwner &owner, const QJsonValue &value);

} // namespace dw
