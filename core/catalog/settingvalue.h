// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

#include <QJsonValue>
#include <optional>

namespace dw {

/// The text of a setting's value: JSON on one line.
[[nodiscard]] QString settingText(const QJsonValue &value);
/// The value of such a text; undefined where it is none.
[[nodiscard]] QJsonValue settingFromText(const QString &text);

/// What keeps a setting from being read, in the words of what reads it: "setting.no_json" and
/// "setting.bad_value" {key, value}, "money.currency", "calendar.*", "access.*", "quality.*". A key
/// that this program does not know (of a newer one, of an add-on) may have any JSON; a blank text
/// is no value.
[[nodiscard]] std::optional<Message> checkSetting(const QString &key, const QString &text);

} // namespace dw
