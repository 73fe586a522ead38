// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/catalog/catalog.h"

#include <QJsonArray>
#include <QJsonObject>

namespace dw::cli {

// The JSON forms that docs/CLI.md promises. Texts in them are English, whatever the language.

/// {"id", "text", "args": {…}}.
[[nodiscard]] QJsonObject messageJson(const Message &message, const Catalog &catalog);
[[nodiscard]] QJsonArray messagesJson(const std::vector<Message> &messages, const Catalog &catalog);
/// {"error": {"kind", "id", "text", "args", "reasons": [message]}}.
[[nodiscard]] QJsonObject errorJson(const Error &error, const Catalog &catalog);
/// The same for a wrong use of the program: kind "usage" and, where one is known, the verb's
/// "usage".
[[nodiscard]] QJsonObject misuseJson(const Message &message, const QString &usage,
                                     const Catalog &catalog);
[[nodiscard]] QJsonObject moneyJson(const Money &money);
/// The text, or null where it is empty.
[[nodiscard]] QJsonValue textOrNull(const QString &text);

} // namespace dw::cli
