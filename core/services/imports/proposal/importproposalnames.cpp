// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/proposal/importproposalnames.h"
#include "core/services/imports/importparts.h"

#include "core/services/imports/importmapping.h"
#include "core/services/imports/proposal/importproposalwords.h"

#include <algorithm>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

using How = NameMatch::How;

constexpr double sameScore = 1.0, usualScore = 0.95, commonScore = 0.93, ownFactor = 0.97,
                 idScore = 0.92;
/// A part of a name says the less the more stands beside it.
constexpr double partBase = 0.52, partShare = 0.33;
/// "Last…", "Days in…", 是否…: the words beside turn the meaning.
constexpr double turnedFactor = 0.65;
/// "Account Owner" in a file of deals is a property of the account.
constexpr double anotherFactor = 0.6;
constexpr qsizetype mostWords = 16, shortestPart = 2, shortestLatinPart = 4;

QStringList split(const char16_t *names) {
    QStringList out;
    for (const QStringView name : QStringView(names).split(u'|'))
        out << squeezedName(name.toString());
    return out;
}

const QStringList &idWords() {
    static const QStringList words{u"id"_s,       u"ids"_s,        u"编号"_s,     u"number"_s,
                                   u"no"_s,       u"guid"_s,       u"uuid"_s,     u"号"_s,
                                   u"recordid"_s, u"externalid"_s, u"key"_s,      u"id18"_s,
                                   u"代码"_s,     u"编码"_s,       u"idhidden"_s, u"系统编号"_s};
    return words;
}

const QStringList &nameWords() {
    static const QStringList words{u"name"_s, u"fullname"_s, u"title"_s,
                                   u"名称"_s, u"姓名"_s,     u"全称"_s};
    return words;
}

bool turnsMeaning(const QStringList &words) {
    static const QStringList latin{
        u"last"_s,   u"previous"_s, u"next"_s,     u"days"_s,  u"count"_s, u"is"_s,
        u"has"_s,    u"num"_s,      u"old"_s,      u"first"_s, u"alt"_s,   u"secondary"_s,
        u"recent"_s, u"verified"_s, u"since"_s,    u"until"_s, u"opt"_s,   u"do"_s,
        u"id"_s,     u"not"_s,      u"phonetic"_s, u"maiden"_s};
    if (std::any_of(words.begin(), words.end(), [](const QString &w) { return latin.contains(w); }))
        return true;
    const QString joined = words.join(QString());
    for (const char16_t *turn : {u"是否", u"最近", u"最后", u"上次", u"下次", u"天数", u"次数",
                                 u"之前", u"原", u"数量", u"时长"}) {
        if (joined.contains(QStringView(turn)))
            return true;
    }
    return false;
}

std::vector<std::span<const ImportWords>> tables() {
    return {importwords::customers(), importwords::deals(), importwords::activities(),
            importwords::people(), importwords::common()};
}

void keepBest(std::vector<NameMatch> &found, NameMatch match) {
    const auto it = std::find_if(found.begin(), found.end(),
                                 [&](const NameMatch &m) { return m.target == match.target; });
    if (it == found.end())
        found.push_back(std::move(match));
    else if (it->score < match.score)
        *it = std::move(match);
}

} // namespace

std::vector<ImportableField> importableFields(const Catalog &catalog, const EntityDesc &entity) {
    std::vector<ImportableField> fields;
    for (const FieldDesc &field : entity.fields) {
        if (isImportable(field))
            fields.push_back({field.key, &entity, &field});
    }
    for (const FieldDesc &part : nameParts(entity)) {
        if (entity.byKey(part.key).isNull())
            fields.push_back({part.key, &entity, &part});
    }
    for (const FieldDesc *part : currencyParts(entity))
        fields.push_back({part->key, &entity, part});
    if (entity.key != "deal"_L1)
        return fields;
    for (const auto &[other, key] : {std::pair(u"deal_line"_s, u"product"_s),
                                     {u"deal_line"_s, u"quantity"_s},
                                     {u"deal_line"_s, u"price"_s},
                                     {u"deal_contact"_s, u"contact"_s},
                                     {u"deal_contact"_s, u"role"_s}}) {
        const EntityDesc &of = *catalog.entity(other);
        if (entity.byKey(key).isNull())
            fields.push_back({key, &of, &of.field(of.byKey(key))});
    }
    return fields;
}

ImportNames::ImportNames(const Catalog &catalog, const EntityDesc &entity)
    : m_entity(entity),
      m_fields(importableFields(catalog, entity)) {
    addTargets();
    addLabels();
    addWords();
    addAliases(catalog);
}

void ImportNames::addTargets() {
    for (const ImportableField &field : m_fields)
        m_targets.push_back({ColumnUse::Field, field.key, {}});
    m_targets.push_back({ColumnUse::ExternalId, {}, {}});
    for (const ImportableField &one : m_fields) {
        const FieldType type = one.field->type;
        if (one.entity == &m_entity && (type == FieldType::Link || type == FieldType::Person))
            m_targets.push_back({ColumnUse::ExternalId, one.key, {}});
    }
    for (const ColumnUse use :
         {ColumnUse::CreatedAt, ColumnUse::CreatedBy, ColumnUse::ChangedAt, ColumnUse::ChangedBy})
        m_targets.push_back({use, {}, {}});
    m_targets.push_back({ColumnUse::None, {}, u"from_stage"_s});
    m_targets.push_back({ColumnUse::None, {}, u"aside"_s});
}

std::optional<size_t> ImportNames::targetOf(const QString &word) const {
    static const QHash<QString, ColumnUse> uses{{u"#id"_s, ColumnUse::ExternalId},
                                                {u"#created_at"_s, ColumnUse::CreatedAt},
                                                {u"#created_by"_s, ColumnUse::CreatedBy},
                                                {u"#changed_at"_s, ColumnUse::ChangedAt},
                                                {u"#changed_by"_s, ColumnUse::ChangedBy}};
    ImportTarget wanted{ColumnUse::Field, word, {}};
    if (word == "#from_stage"_L1 || word == "#aside"_L1)
        wanted = {ColumnUse::None, {}, word.mid(1)};
    else if (word.startsWith(u'#'))
        wanted = {uses.value(word), {}, {}};
    const auto it = std::find(m_targets.begin(), m_targets.end(), wanted);
    return it == m_targets.end() ? std::nullopt : std::optional(size_t(it - m_targets.begin()));
}

const FieldDesc *ImportNames::fieldOf(size_t target) const {
    return target < m_fields.size() ? m_fields[target].field : nullptr;
}

QString ImportNames::labelOf(size_t target) const {
    if (target < m_fields.size())
        return m_fields[target].entity->key + u'.' + m_fields[target].field->key;
    const QString &field = m_targets[target].field;
    return field.isEmpty() ? QString() : m_entity.key + u'.' + field;
}

void ImportNames::offer(const QString &name, size_t target, double score, How how) {
    if (name.isEmpty())
        return;
    std::vector<Named> &named = m_named[name];
    const auto it = std::find_if(named.begin(), named.end(),
                                 [&](const Named &n) { return n.target == target; });
    if (it == named.end())
        named.push_back({target, score, how});
    else if (it->score < score)
        *it = {target, score, how};
}

void ImportNames::addLabels() {
    for (size_t target = 0; target < m_fields.size(); ++target) {
        // What hangs on the rows gives way to what they have themselves.
        const bool own = m_fields[target].entity == &m_entity;
        const FieldDesc &field = *m_fields[target].field;
        for (const QString &name : {field.key, field.label.en, field.label.zh})
            offer(squeezedName(name), target, own ? sameScore : usualScore, How::Same);
    }
}

void ImportNames::addWords() {
    for (const auto &table : tables()) {
        for (const ImportWords &words : table) {
            const QString entity = QString::fromLatin1(words.entity);
            if (!entity.isEmpty() && entity != m_entity.key)
                continue;
            const auto target = targetOf(QString::fromLatin1(words.target));
            if (!target)
                continue;
            // A field that names the rows is not what links elsewhere are called.
            for (const QString &name : split(words.names))
                offer(name, *target, entity.isEmpty() ? commonScore : usualScore, How::Usual);
        }
    }
}

void ImportNames::addAliases(const Catalog &catalog) {
    for (const EntityDesc &other : catalog.entities()) {
        if (!other.listed)
            continue;
        QStringList names{squeezedName(other.label.en), squeezedName(other.label.zh),
                          squeezedName(other.pluralLabel.en), squeezedName(other.key)};
        for (const EntityWords &words : importwords::entities()) {
            if (other.key == QLatin1StringView(words.entity))
                names << split(words.names);
        }
        names.removeDuplicates();
        (other.key == m_entity.key ? m_own : m_others) << names;
    }
    for (const QString &own : m_own)
        m_others.removeAll(own);
    // The longest first: 客户联系人 before 客户.
    for (QStringList *names : {&m_own, &m_others})
        std::sort(names->begin(), names->end(),
                  [](const QString &a, const QString &b) { return a.size() > b.size(); });
}

void ImportNames::lookUp(const QString &name, double factor, std::vector<NameMatch> &found) const {
    for (const Named &named : m_named.value(name))
        keepBest(found, {named.target, named.score * factor, named.how, {}});
}

/// "Opportunity Name", "Deal - Owner", 商机负责人: without the entity's own name.
void ImportNames::lookUpOwn(const QString &name, std::vector<NameMatch> &found) const {
    const auto lookUpRest = [&](const QString &rest) {
        if (rest.isEmpty())
            return;
        lookUp(rest, ownFactor, found);
        if (idWords().contains(rest))
            keepBest(found, {*targetOf(u"#id"_s), idScore + 0.02, How::Usual, {}});
    };
    for (const QString &own : m_own) {
        if (name.startsWith(own)) {
            const QString rest = name.mid(own.size());
            lookUpRest(rest);
            const auto title = targetOf(m_entity.title);
            if (title && nameWords().contains(rest))
                keepBest(found, {*title, usualScore, How::Usual, {}});
        }
        if (name.endsWith(own))
            lookUpRest(name.chopped(own.size()));
    }
    // Dynamics puts the id of the row behind these words.
    if (name.startsWith(u"donotmodify"_s) && m_own.contains(name.mid(11)))
        keepBest(found, {*targetOf(u"#id"_s), usualScore, How::Usual, {}});
}

/// "Owner ID", "AccountId", 客户编号: the id of what a link points at.
void ImportNames::lookUpId(const QString &name, std::vector<NameMatch> &found) const {
    for (const QString &word : idWords()) {
        if (word.size() >= name.size() || !name.endsWith(word))
            continue;
        const auto before = m_named.constFind(name.chopped(word.size()));
        if (before == m_named.constEnd())
            continue;
        for (const Named &named : *before) {
            const ImportTarget id{ColumnUse::ExternalId, m_targets[named.target].field, {}};
            const auto it = std::find(m_targets.begin(), m_targets.end(), id);
            if (m_targets[named.target].use == ColumnUse::Field && !id.field.isEmpty()
                && it != m_targets.end())
                keepBest(found,
                         {size_t(it - m_targets.begin()), idScore * named.score, How::Usual, {}});
        }
    }
}

bool ImportNames::isOwn(size_t target) const {
    return target >= m_fields.size() || m_fields[target].entity == &m_entity;
}

bool ImportNames::isOfAnother(const QString &name) const {
    const auto begins = [&](const QString &other) { return name.startsWith(other); };
    return std::none_of(m_own.begin(), m_own.end(), begins)
           && std::any_of(m_others.begin(), m_others.end(), begins);
}

/// Runs of words within a longer name: "Primary Work Email", 客户电话号码.
void ImportNames::lookUpParts(const HeaderText &header, std::vector<NameMatch> &found) const {
    const QStringList &words = header.words;
    if (words.size() > mostWords || header.name.isEmpty())
        return;
    double factor = turnsMeaning(words) ? turnedFactor : 1;
    if (isOfAnother(header.name))
        factor *= anotherFactor;
    for (qsizetype from = 0; from < words.size(); ++from) {
        QString run;
        for (qsizetype to = from; to < words.size(); ++to) {
            run += words[to];
            const bool latin = run.front().unicode() < 0x2000;
            if (run.size() < (latin ? shortestLatinPart : shortestPart))
                continue;
            const double share = double(run.size()) / double(header.name.size());
            for (const Named &named : m_named.value(run)) {
                const double own = isOwn(named.target) ? 1 : anotherFactor;
                keepBest(found,
                         {named.target, (partBase + partShare * share) * named.score * factor * own,
                          How::Part, run});
            }
        }
    }
}

std::vector<NameMatch> ImportNames::matches(const HeaderText &header) const {
    std::vector<NameMatch> found;
    for (const QString &name : {header.whole, header.name}) {
        lookUp(name, 1, found);
        lookUpOwn(name, found);
        lookUpId(name, found);
    }
    lookUpParts(header, found);
    std::stable_sort(found.begin(), found.end(),
                     [](const NameMatch &a, const NameMatch &b) { return a.score > b.score; });
    return found;
}

} // namespace dw
