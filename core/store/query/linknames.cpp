// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/query/linknames.h"

#include "core/domain/text.h"
#include "core/store/log/standing.h"
#include "core/store/write/shortid.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostNames = 50'000;

/// Within which rows a title must be the only one. A stage is read as one of its pipeline, which
/// stands beside it.
QString groupOf(const EntityDesc &entity) {
    return entity.key == "stage"_L1 ? u"t.pipeline, 1"_s : u"1"_s;
}

/// Where a link is the title, several rows are usually called alike.
bool hasTextTitle(const EntityDesc &entity) {
    return entity.field(entity.titleField()).target.isEmpty();
}

Result<QSet<QString>> sharedTitles(Connection &c, const EntityDesc &entity) {
    QSet<QString> shared;
    if (!hasTextTitle(entity))
        return shared;
    auto list =
        c.prepare(u"SELECT dw_fold(t.%1) FROM %2 t WHERE %3 AND t.%1 IS NOT NULL"
                  " GROUP BY %4 HAVING count(*) > 1"_s.arg(
                      entity.title, entity.key, standsSql(entity, u"t"_s), groupOf(entity)));
    if (!list)
        return list.error();
    for (;;) {
        const auto row = list->step();
        if (!row)
            return row.error();
        if (!*row)
            return shared;
        shared.insert(list->text(0));
    }
}

/// Ids go before titles where a text is read as a link.
bool readsAsId(const QString &title) {
    return !uuidFromText(title).isNull() || !shortIdFromTyped(title).isNull();
}

} // namespace

Result<QString> LinkNames::name(const QString &key, RecordId id, const QString &parting) {
    const EntityDesc *entity = m_catalog->entity(key);
    if (!entity || id.isNull())
        return id.isNull() ? QString() : id.text();
    const auto found = target(*entity);
    if (!found)
        return found.error();
    Names &names = (*found)->names;
    if (const auto known = names.constFind(id); known != names.constEnd())
        return *known;
    auto read = this->read(*entity, **found, id, parting);
    if (!read)
        return read;
    if (names.size() >= mostNames)
        names.clear();
    names.insert(id, *read);
    return read;
}

Result<LinkNames::Target *> LinkNames::target(const EntityDesc &entity) {
    std::shared_ptr<Target> &known = m_targets[entity.key];
    if (!known) {
        auto shared = sharedTitles(m_connection, entity);
        if (!shared)
            return shared.error();
        known = std::make_shared<Target>(Target{std::move(*shared), {}});
    }
    return known.get();
}

Result<QString> LinkNames::read(const EntityDesc &entity, const Target &target, RecordId id,
                                const QString &parting) {
    auto get = m_connection.prepare(u"SELECT t.short_id, t.%1, %3 FROM %2 t WHERE t.id=?"_s.arg(
        entity.title, entity.key, standsSql(entity, u"t"_s)));
    if (!get)
        return get.error();
    get->bind(1, id.bytes());
    const auto row = get->step();
    if (!row)
        return row.error();
    if (!*row)
        return id.text();
    const QString title = hasTextTitle(entity) ? get->text(1) : QString();
    const bool isParted =
        std::any_of(parting.begin(), parting.end(), [&](QChar c) { return title.contains(c); });
    const QString folded = fold(title);
    const bool leadsBack = get->integer(2) != 0 && !folded.isEmpty() && !isParted
                           && !readsAsId(title) && !target.shared.contains(folded);
    return leadsBack ? title : get->text(0);
}

} // namespace dw
