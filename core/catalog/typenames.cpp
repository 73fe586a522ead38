// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"

#include <array>
#include <iterator>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

// In the order of FieldType.
constexpr std::array typeNames{"text"_L1,    "long_text"_L1, "number"_L1, "money"_L1, "date"_L1,
                               "instant"_L1, "yes_no"_L1,    "choice"_L1, "set"_L1,   "person"_L1,
                               "link"_L1,    "counter"_L1,   "phone"_L1,  "email"_L1, "formula"_L1};
static_assert(typeNames.size() == size_t(FieldType::Formula) + 1);

} // namespace

QString typeName(FieldType type) { return typeNames.at(size_t(type)); }

std::optional<FieldType> typeFromName(const QString &name) {
    const auto it = std::find(typeNames.begin(), typeNames.end(), name);
    if (it == typeNames.end())
        return std::nullopt;
    return FieldType(std::distance(typeNames.begin(), it));
}

bool isValidKey(const QString &key) {
    static const QSet<QString> reserved{
        u"and"_s,   u"or"_s,    u"not"_s,  u"in"_s,       u"is"_s,      u"contains"_s,
        u"empty"_s, u"where"_s, u"true"_s, u"false"_s,    u"yes"_s,     u"no"_s,
        u"null"_s,  u"id"_s,    u"me"_s,   u"short_id"_s, u"deleted"_s, u"merged_into"_s};
    if (key.isEmpty() || key.size() > 40 || reserved.contains(key))
        return false;
    const auto isLower = [](QChar c) { return c >= u'a' && c <= u'z'; };
    return isLower(key.front()) && std::all_of(key.begin(), key.end(), [&](QChar c) {
               return isLower(c) || (c >= u'0' && c <= u'9') || c == u'_';
           });
}

} // namespace dw
