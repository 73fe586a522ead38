// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/qualityrules.h"

#include <algorithm>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr int heaviest = 1'000;
constexpr qsizetype mostFields = 60;

Error refusal(const QString &id, const QString &entity, const QString &part = {}) {
    QMap<QString, QString> args{{u"entity"_s, entity.left(100)}};
    if (!part.isEmpty())
        args.insert(u"part"_s, part.left(100));
    return makeError(ErrorKind::Invalid, id, args);
}

bool isPart(const QString &key) {
    if (key == "@contacts"_L1 || key == "@history"_L1 || key == "@files"_L1)
        return true;
    const QStringList fields = key.split(u'|');
    return std::all_of(fields.begin(), fields.end(), isValidKey);
}

bool hasRows(const QString &entity, const QString &key) {
    return key != "@contacts"_L1 || entity == "account"_L1 || entity == "deal"_L1;
}

Result<EntityQuality> entityFromJson(const QString &entity, const QJsonObject &parts) {
    EntityQuality quality{entity, {}};
    qsizetype fields = 0;
    for (auto part = parts.begin(); part != parts.end(); ++part) {
        if (!isPart(part.key()) || !hasRows(entity, part.key()))
            return refusal(u"quality.part"_s, entity, part.key());
        const int weight = part.value().toInt(0);
        if (weight < 1 || weight > heaviest)
            return refusal(u"quality.weight"_s, entity, part.key());
        quality.parts.push_back({part.key(), weight});
        fields += part.key().count(u'|') + 1;
    }
    if (fields > mostFields)
        return refusal(u"quality.too_many"_s, entity);
    return quality;
}

} // namespace

int EntityQuality::total() const {
    int total = 0;
    for (const QualityPart &part : parts)
        total += part.weight;
    return total;
}

QStringList measuredEntities() { return {u"account"_s, u"contact"_s, u"lead"_s, u"deal"_s}; }

std::vector<EntityQuality> usualQuality() {
    return {{u"account"_s,
             {{u"name"_s, 1},
              {u"sector"_s, 1},
              {u"owner"_s, 2},
              {u"territory"_s, 1},
              {u"phone|email"_s, 2},
              {u"street|city"_s, 1},
              {u"@contacts"_s, 3},
              {u"@history"_s, 3},
              {u"@files"_s, 2}}},
            {u"contact"_s,
             {{u"name"_s, 1},
              {u"title"_s, 1},
              {u"account"_s, 2},
              {u"email|phone"_s, 3},
              {u"owner"_s, 1}}},
            {u"lead"_s,
             {{u"name"_s, 1},
              {u"company"_s, 1},
              {u"email|phone"_s, 3},
              {u"source"_s, 2},
              {u"owner"_s, 2}}},
            {u"deal"_s,
             {{u"account"_s, 3},
              {u"owner"_s, 2},
              {u"amount"_s, 3},
              {u"expected_close"_s, 2},
              {u"source"_s, 1},
              {u"@contacts"_s, 2},
              {u"@history"_s, 2}}}};
}

Result<std::vector<EntityQuality>> qualityFromJson(const QJsonObject &setting) {
    std::vector<EntityQuality> all = usualQuality();
    for (auto entity = setting.begin(); entity != setting.end(); ++entity) {
        const auto place = std::find_if(all.begin(), all.end(), [&](const EntityQuality &one) {
            return one.entity == entity.key();
        });
        if (place == all.end() || !entity.value().isObject())
            return refusal(u"quality.entity"_s, entity.key());
        auto read = entityFromJson(entity.key(), entity.value().toObject());
        if (!read)
            return read.error();
        *place = *std::move(read);
    }
    return all;
}

std::vector<FieldHandle> fieldsOf(const QualityPart &part, const EntityDesc &entity) {
    std::vector<FieldHandle> handles;
    if (part.isRows())
        return handles;
    for (const QString &key : part.key.split(u'|')) {
        const FieldHandle handle = entity.byKey(key);
        if (handle.isNull() || entity.field(handle).type == FieldType::Formula)
            return {};
        handles.push_back(handle);
    }
    return handles;
}

} // namespace dw
