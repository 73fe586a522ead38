// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/catalog/fielddesc.h"

#include <QJsonValue>

namespace dw {

/// Reads a value as the command line, CSV and JSON write it: `CNY 500000.00`, ISO dates, ISO
/// instants, `yes`/`no`
/// (`true`/`false`, `1`/`0`, 是/否), choice keys or labels of either language, numbers with a
/// point; sets as comma-separated members; phone numbers and
/// e-mail addresses in plain width. Links and persons are not resolved here: a UUID is
/// taken, anything else fails with "value.link". Empty text is the empty value. Fails:
/// "value.<type>" with args {field, value} where the text does not fit the type.
[[nodiscard]] Result<FieldValue> valueFromText(const FieldDesc &field, const QString &text);

/// The canonical text that valueFromText reads back; links as UUID.
[[nodiscard]] QString valueToText(const FieldDesc &field, const FieldValue &value);

/// The documented JSON form: money {"amount","currency"}, dates and instants ISO, sets arrays,
/// links UUID text, empty null.
[[nodiscard]] QJsonValue valueToJson(const FieldDesc &field, const FieldValue &value);

} // namespace dw
