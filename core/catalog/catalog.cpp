// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"

#include "core/catalog/catalogbuilder.h"
#include "core/catalog/fieldcheck.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// An amount takes two columns, and a table of SQLite has at most 2,000.
constexpr size_t mostFields = 900;

Error unknownEntity(const QString &typed) {
    return makeError(ErrorKind::NotFound, u"catalog.unknown_entity"_s,
                     {{u"entity"_s, typed.left(100)}});
}

/// The key itself, or with the first number behind it that is free.
QString freeKey(const EntityDesc &entity, const QString &key) {
    QString candidate = key;
    for (int n = 2; !entity.byKey(candidate).isNull(); ++n) {
        const QString suffix = u'_' + QString::number(n);
        candidate = key.left(40 - suffix.size()) + suffix;
    }
    return candidate;
}

/// Takes over what may change in a field that stands; what its stored values mean never does.
bool replaceField(FieldDesc &standing, const FieldDesc &field) {
    if (!standing.custom || standing.type != field.type || standing.target != field.target
        || (field.type == FieldType::Formula && standing.formulaType != field.formulaType))
        return false;
    standing.label = field.label;
    standing.choices = field.choices;
    standing.validity = field.validity;
    standing.hidden = field.hidden;
    standing.unit = field.unit;
    standing.personal = field.personal;
    standing.section = field.section;
    standing.searched = field.searched;
    standing.formula = field.formula;
    return true;
}

} // namespace

CatalogPtr Catalog::builtin() {
    static const CatalogPtr catalog = [] {
        CatalogBuilder b;
        addCustomerEntities(b);
        addDealEntities(b);
        addPeopleEntities(b);
        addActivityEntities(b);
        addSystemEntities(b);
        return b.finish();
    }();
    return catalog;
}

const EntityDesc *Catalog::entity(QStringView key) const {
    const auto it = m_index.constFind(QString::fromRawData(key.data(), key.size()));
    return it == m_index.constEnd() ? nullptr : &m_entities[size_t(*it)];
}

Result<const EntityDesc *> Catalog::find(const QString &typed) const {
    const QString key = typed.trimmed().toLower().replace(u'-', u'_');
    for (const EntityDesc &entity : m_entities) {
        if (entity.key == key || entity.plural == key)
            return &entity;
    }
    return unknownEntity(typed);
}

Result<CatalogPtr> Catalog::withField(const QString &entityKey, FieldDesc field) const {
    const EntityDesc *found = entity(entityKey);
    if (!found || !found->listed)
        return unknownEntity(entityKey);
    completeField(field);
    if (const auto checked = checkField(*this, *found, field); !checked)
        return checked.error();

    auto copy = std::make_shared<Catalog>(*this);
    EntityDesc &entity = copy->m_entities[size_t(m_index.value(entityKey))];
    const FieldHandle standing = entity.byName(field.name);
    if (standing.isNull()) {
        if (entity.fields.size() >= mostFields)
            return badField(field, u"catalog.too_many_fields"_s,
                            {{u"limit"_s, QString::number(mostFields)}});
        field.key = freeKey(entity, field.key);
        entity.fields.push_back(std::move(field));
    } else if (!replaceField(entity.fields[standing.index], field)) {
        return makeError(ErrorKind::Invalid, u"catalog.type_changed"_s,
                         {{u"field"_s, entityKey + u'.' + entity.field(standing).key},
                          {u"type"_s, typeName(entity.field(standing).type)}});
    }
    return CatalogPtr(std::move(copy));
}

bool isValidKey(const QString &key) {
    static const QSet<QString> reserved{
        u"and"_s,   u"or"_s,    u"not"_s,  u"in"_s,       u"is"_s,      u"contains"_s,
        u"empty"_s, u"where"_s, u"true"_s, u"false"_s,    u"yes"_s,     u"no"_s,
        u"null"_s,  u"id"_s,    u"me"_s,   u"short_id"_s, u"deleted"_s, u"merged_into"_s};
    if (key.isEmpty() || key.size() > 40 || key.endsWith("_label"_L1) || reserved.contains(key))
        return false;
    const auto isLower = [](QChar c) { return c >= u'a' && c <= u'z'; };
    return isLower(key.front()) && std::all_of(key.begin(), key.end(), [&](QChar c) {
               return isLower(c) || (c >= u'0' && c <= u'9') || c == u'_';
           });
}

} // namespace dw
