// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/importparts.h"

#include <QHash>
#include <algorithm>
#include <memory>
#include <mutex>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr auto currencySuffix = "_currency"_L1;

FieldDesc textPart(const QString &key, const QString &en, const QString &zh) {
    FieldDesc part;
    part.name = part.key = key;
    part.label = {en, zh};
    return part;
}

bool isHan(const QString &text) {
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.script() == QChar::Script_Han || c == u'·';
    });
}

} // namespace

std::span<const FieldDesc> nameParts(const EntityDesc &entity) {
    static const std::vector<FieldDesc> parts{
        textPart(u"first_name"_s, u"First name"_s, u"名"_s),
        textPart(u"middle_name"_s, u"Middle name"_s, u"中间名"_s),
        textPart(u"last_name"_s, u"Last name"_s, u"姓"_s)};
    const bool isPerson =
        entity.key == "contact"_L1 || entity.key == "lead"_L1 || entity.key == "person"_L1;
    return isPerson ? std::span<const FieldDesc>(parts) : std::span<const FieldDesc>();
}

std::vector<const FieldDesc *> currencyParts(const EntityDesc &entity) {
    static std::mutex mutex;
    static QHash<QString, std::shared_ptr<const FieldDesc>> made;
    std::vector<const FieldDesc *> parts;
    const std::lock_guard lock(mutex);
    for (const FieldDesc &field : entity.fields) {
        const QString key = field.key + currencySuffix;
        if (field.type != FieldType::Money || !entity.byKey(key).isNull())
            continue;
        auto &part = made[entity.key + u'.' + key];
        if (!part)
            part = std::make_shared<const FieldDesc>(
                textPart(key, field.label.en + u": currency"_s, field.label.zh + u"：币种"_s));
        parts.push_back(part.get());
    }
    return parts;
}

FieldHandle moneyOfPart(const EntityDesc &entity, const QString &key) {
    if (!key.endsWith(currencySuffix) || !entity.byKey(key).isNull())
        return {};
    const FieldHandle money = entity.byKey(key.chopped(currencySuffix.size()));
    return !money.isNull() && entity.field(money).type == FieldType::Money ? money : FieldHandle();
}

QString joinedName(const QString &first, const QString &middle, const QString &last) {
    if (isHan(first + middle + last))
        return last + middle + first;
    QStringList parts{first, middle, last};
    parts.removeAll(QString());
    return parts.join(u' ');
}

} // namespace dw
