// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/maven/mavenbase.h"

#include "core/domain/text.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

const QString personKey = u"person"_s;
const QString teamKey = u"team"_s;
const QString accountKey = u"account"_s;
const QString productKey = u"product"_s;

} // namespace

Result<void> MavenBase::write(const MavenSet &set, const ReadTime &time) {
    if (const auto done = knowPeople(time); !done)
        return done;
    for (const MavenSet::Agent &agent : set.agents) {
        if (const auto done = writeAgent(agent); !done)
            return done;
    }
    // An agent may manage others, so managers that are none come behind.
    for (const MavenSet::Agent &agent : set.agents) {
        if (const auto done = writeManager(agent); !done)
            return done;
    }
    if (const auto done = writeAccounts(set.accounts); !done)
        return done;
    return writeProducts(set.products);
}

/// Whoever works in the workspace already may be named in the files.
Result<void> MavenBase::knowPeople(const ReadTime &time) {
    Query query;
    query.entity = personKey;
    const auto rows = m_tx.reader().list(query, time);
    if (!rows)
        return rows.error();
    for (const Row &row : *rows)
        m_names[personKey].add(row.record.value(title(personKey)).as<QString>(), row.record.id());
    return {};
}

Result<void> MavenBase::writeAgent(const MavenSet::Agent &agent) {
    atStart(agent.place.source());
    const auto person = known(personKey, agent.name, agent.place);
    if (!person)
        return person.error();
    if (!*person || agent.office.isEmpty())
        return {};
    const auto team = known(teamKey, agent.office, agent.place);
    if (!team)
        return team.error();
    return *team ? point(personKey, **person, u"team", **team, agent.place) : Result<void>();
}

Result<void> MavenBase::writeManager(const MavenSet::Agent &agent) {
    if (agent.manager.isEmpty())
        return {};
    const auto person = m_names[personKey].find(agent.name);
    if (!person || fold(agent.manager) == fold(agent.name))
        return {};
    atStart(agent.place.source());
    const bool isNew = !m_names[personKey].find(agent.manager);
    const auto manager = known(personKey, agent.manager, agent.place);
    if (!manager)
        return manager.error();
    if (!*manager)
        return {};
    if (const auto team = m_names[teamKey].find(agent.office); team && isNew) {
        if (const auto done = point(personKey, **manager, u"team", team->id, agent.place); !done)
            return done;
    }
    return point(personKey, person->id, u"manager", **manager, agent.place);
}

Result<void> MavenBase::writeAccounts(const std::vector<MavenSet::Account> &accounts) {
    for (const MavenSet::Account &account : accounts) {
        atStart(account.place.source());
        if (const auto made = make(account.draft, account.place); !made)
            return made.error();
    }
    for (const MavenSet::Account &account : accounts) {
        if (const auto done = writeParent(account); !done)
            return done;
    }
    return {};
}

Result<void> MavenBase::writeParent(const MavenSet::Account &account) {
    const auto child = m_names[accountKey].find(account.name);
    if (account.parent.isEmpty() || !child)
        return {};
    const auto parent = find(accountKey, account.parent, account.place);
    if (!parent)
        return parent.error();
    atStart(account.place.source());
    return *parent ? point(accountKey, child->id, u"parent", (*parent)->id, account.place)
                   : Result<void>();
}

Result<void> MavenBase::writeProducts(const std::vector<MavenSet::Product> &products) {
    const FieldHandle price = m_tx.catalog().entity(productKey)->byName(u"price");
    for (const MavenSet::Product &product : products) {
        atStart(product.place.source());
        const auto made = make(product.draft, product.place);
        if (!made)
            return made.error();
        if (*made && product.draft.value(price).is<Money>())
            m_prices.insert(**made, product.draft.value(price).as<Money>());
    }
    return {};
}

Result<std::optional<NameIndex::Match>> MavenBase::find(const QString &entity, const QString &name,
                                                        const ImportPlace &asking) {
    using Match = std::optional<NameIndex::Match>;
    if (auto match = m_names[entity].find(name)) {
        const QMap<QString, QString> args{
            {u"entity"_s, entity}, {u"value"_s, name}, {u"name"_s, match->name}};
        if (!match->exact)
            m_sink.count({u"import.matched"_s, args});
        else if (m_made.contains(match->id))
            m_sink.count({u"import.made"_s, {{u"entity"_s, entity}, {u"name"_s, match->name}}});
        return Match(match);
    }
    atStart(asking.source());
    const auto made = known(entity, name, asking);
    if (!made)
        return made.error();
    if (!*made)
        return Match();
    m_made.insert(**made);
    m_sink.count({u"import.made"_s, {{u"entity"_s, entity}, {u"name"_s, name}}});
    return Match(NameIndex::Match{**made, name, true});
}

std::optional<Money> MavenBase::price(RecordId product) const {
    const auto price = m_prices.constFind(product);
    return price == m_prices.constEnd() ? std::nullopt : std::optional(*price);
}

void MavenBase::atStart(const QString &source) {
    m_tx.setTime(m_start, true);
    m_tx.setSource(source);
}

/// The row of that name, which is made where there is none.
MavenBase::Found MavenBase::known(const QString &entity, const QString &name,
                                  const ImportPlace &place) {
    if (const auto match = m_names[entity].find(name))
        return std::optional(match->id);
    Record draft(entity, {});
    draft.set(title(entity), name);
    const EntityDesc &desc = *m_tx.catalog().entity(entity);
    if (const FieldHandle active = desc.byName(u"active"); !active.isNull())
        draft.set(active, true);
    if (entity == accountKey)
        draft.set(desc.byName(u"kind"), u"customer"_s);
    return make(draft, place);
}

MavenBase::Found MavenBase::make(Record draft, const ImportPlace &place) {
    auto made = m_sink.create(draft, place);
    if (made && *made)
        m_names[draft.entity()].add(draft.value(title(draft.entity())).as<QString>(), **made);
    return made;
}

Result<void> MavenBase::point(const QString &entity, RecordId row, QStringView field, RecordId at,
                              const ImportPlace &place) {
    Record values(entity, row);
    values.set(m_tx.catalog().entity(entity)->byName(field), at);
    const auto changed = m_sink.change(values, place);
    return changed ? Result<void>() : changed.error();
}

FieldHandle MavenBase::title(const QString &entity) const {
    return m_tx.catalog().entity(entity)->titleField();
}

} // namespace dw
