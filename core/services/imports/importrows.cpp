// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/importrows.h"

#include "core/services/values/linktext.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

QString fieldName(const EntityDesc &entity, FieldHandle field) {
    return entity.key + u'.' + entity.field(field).key;
}

bool isKnownAsLead(const PreparedSource &source) { return source.payload != nullptr; }

/// What a file says of people and days beside its values, for the source of the change.
QString toldBy(const ReadRow &read) {
    QString told;
    if (!read.createdBy.isEmpty())
        told += u", created by "_s + read.createdBy;
    if (read.changedAt || !read.changedBy.isEmpty())
        told += u", changed"_s;
    if (read.changedAt)
        told += u' ' + read.changedAt->toIso();
    if (!read.changedBy.isEmpty())
        told += u" by "_s + read.changedBy;
    return told;
}

} // namespace

StagedOrigin ImportRows::originOf(const PreparedSource &source, const TableRow &row,
                                  const ReadRow &read) const {
    StagedOrigin origin;
    origin.source = m_.source.isEmpty() ? source.file->sourceOf(row.line) : m_.source;
    if (!read.createdBy.isEmpty() || !read.changedBy.isEmpty() || read.changedAt)
        origin.source += toldBy(read);
    const auto first = read.createdAt ? read.createdAt : read.changedAt;
    origin.at = first.value_or(m_.context.source.time.now);
    origin.trusted = source.mapping.trusted && first;
    return origin;
}

Result<void> ImportRows::reject(PreparedSource &source, const TableRow &row,
                                std::vector<Message> reasons) {
    return m_.out.reject(source.entity->key,
                         {source.file->name(), row.line, row.cells, std::move(reasons)});
}

Result<void> ImportRows::take(PreparedSource &source, const TableRow &row, ReadRow &read,
                              const std::vector<ReadRow::Missing> &late) {
    Case c{source, row, read, late, originOf(source, row, read)};
    const bool isDeal = source.entity->key == "deal"_L1;
    if (isDeal && !source.plan().gives(source.entity->titleField()))
        read.madeName = madeNameOf(c);
    if (isDeal && !read.stage.isEmpty()) {
        // What it means for a deal that stands is asked again within its own pipeline.
        Record placed = read.values;
        const auto wrong = m_.deals.place(placed, read.stage, nullptr);
        if (!wrong)
            return wrong.error();
        if (!*wrong)
            read.values.set(source.entity->byName(u"stage"),
                            placed.value(source.entity->byName(u"stage")));
    }
    if (isKnownAsLead(source) && source.plan().match.empty())
        return takeLead(c);
    auto found = match(c);
    if (found && !found->several.empty())
        found = oneOf(c, *found);
    if (!found)
        return found.error();
    if (!found->several.empty()) {
        std::vector<RecordId> ids;
        for (const KeyIndex::Entry *entry : found->several)
            ids.push_back(entry->id);
        return reject(source, row,
                      {{u"import.several_match"_s,
                        {{u"count"_s, QString::number(ids.size())},
                         {u"ids"_s, candidateIds(m_.reader, source.entity->key, ids)}}}});
    }
    if (found->entry)
        return takeMatch(c, *found);
    const auto added = add(c);
    return added ? Result<void>() : Result<void>(added.error());
}

/// By an id of another system, else by the levels of the entity.
Result<ImportMatch::Match> ImportRows::match(Case &c) {
    const QString &entity = c.source.entity->key;
    const auto &columns = c.source.plan().ownIds;
    QString system;
    for (size_t i = 0; i < columns.size(); ++i) {
        const QString id = c.read.ownIds.at(qsizetype(i));
        if (id.isEmpty())
            continue;
        // Our own export names the row by its UUID, which is no id of another system.
        if (const RecordId own = RecordId::fromText(id); !own.isNull()) {
            auto found = c.source.match->byId(c.read.values, own);
            if (found.entry) {
                c.read.ownIds[qsizetype(i)].clear();
                return found;
            }
        }
        system = columns[i].system;
        const auto record = m_.links.references().find(system, entity, id);
        if (!record)
            return record.error();
        if (record->isNull())
            continue;
        auto found = c.source.match->byId(c.read.values, *record);
        if (found.entry)
            return found;
    }
    Record values = c.read.values;
    if (!c.read.madeName.isEmpty())
        values.set(c.source.entity->titleField(), c.read.madeName);
    if (system.isEmpty())
        return c.source.match->find(values, {});
    // What bears another id of that system is another row.
    return c.source.match->find(values, [&](RecordId id) -> Result<bool> {
        const auto has = m_.links.references().hasId(system, entity, id);
        return has ? Result<bool>(!*has) : has;
    });
}

/// Of several that match, the one that says the same wherever the file says something.
Result<ImportMatch::Match> ImportRows::oneOf(Case &c, const ImportMatch::Match &match) {
    for (KeyIndex::Entry *entry : match.several) {
        const auto standing = m_.reader.find(c.source.entity->key, entry->id);
        if (!standing)
            return standing.error();
        if (!*standing)
            continue;
        const auto differs = difference(c, (*standing)->record, ImportMode::Overwrite);
        if (!differs)
            return differs.error();
        if (differs->values().empty() && c.read.missing.empty())
            return ImportMatch::Match{entry, true, {}};
    }
    return match;
}

Result<void> ImportRows::leave(Case &c, RecordId id) {
    m_.out.countUnchanged(c.source.entity->key);
    countSums(c);
    return addIds(c, id);
}

Result<void> ImportRows::takeMatch(Case &c, const ImportMatch::Match &match) {
    KeyIndex::Entry &entry = *match.entry;
    if (entry.isTouched()) {
        const qint64 first = entry.line;
        if (!match.equal)
            return reject(c.source, c.row,
                          {{u"import.doubled_in"_s,
                            {{u"line"_s, QString::number(first)},
                             {u"value"_s, nameOf(c, c.source.entity->title)}}}});
        m_.out.count({u"import.repeated"_s, {{u"entity"_s, c.source.entity->key}}});
        if (const auto left = leave(c, entry.id); !left)
            return left;
        // The same deal once more, with another line.
        return c.source.entity->key == "deal"_L1 ? addAround(c, entry.id, false) : Result<void>();
    }
    if (c.source.mode == ImportMode::Add)
        return leave(c, entry.id);
    return update(c, match);
}

Result<void> ImportRows::update(Case &c, const ImportMatch::Match &match) {
    const RecordId id = match.entry->id;
    const EntityDesc &entity = *c.source.entity;
    const bool hasSets =
        std::any_of(c.source.plan().columns.begin(), c.source.plan().columns.end(),
                    [&](const auto &column) { return !entity.field(column.field).hasColumn(); });
    c.source.match->touch(*match.entry, c.read.values, c.row.line);
    if (match.equal && !hasSets && c.read.missing.empty() && c.late.empty()) {
        if (const auto left = leave(c, id); !left)
            return left;
        return addAround(c, id, false);
    }
    const auto standing = m_.reader.find(entity.key, id);
    if (!standing)
        return standing.error();
    if (!*standing)
        return leave(c, id);
    const auto followed = follow(c, &(*standing)->record);
    if (!followed || !*followed)
        return followed ? Result<void>() : Result<void>(followed.error());
    const auto changes = difference(c, (*standing)->record, c.source.mode);
    if (!changes)
        return changes.error();
    for (const auto &[field, value] : changes->values()) {
        if (!isHierarchy(entity, entity.field(field)) || value.isEmpty())
            continue;
        const auto loop = wouldLoop(entity, field, id, value.as<RecordId>());
        if (!loop)
            return loop.error();
        if (*loop)
            return reject(c.source, c.row,
                          {{u"import.loop"_s,
                            {{u"field"_s, entity.key + u'.' + entity.field(field).key},
                             {u"value"_s, m_.reader.title(entity.key, value.as<RecordId>())}}}});
        m_above.insert(id, value.as<RecordId>());
    }
    if (changes->values().empty()) {
        if (const auto left = leave(c, id); !left)
            return left;
        return addAround(c, id, false);
    }
    auto seen = m_history.versions(id);
    if (!seen)
        return seen.error();
    std::erase_if(*seen, [&](const GroupVersion &version) {
        return std::none_of(
            changes->values().begin(), changes->values().end(), [&](const auto &pair) {
                return version.group.isEmpty() || entity.field(pair.first).group == version.group;
            });
    });
    StagedOrigin origin = c.origin;
    origin.at = c.read.changedAt.value_or(m_.context.source.time.now);
    if (entity.key == "deal"_L1) {
        Record proposed = (*standing)->record;
        for (const auto &[field, value] : changes->values())
            proposed.set(field, value);
        m_.deals.judge(proposed, &(*standing)->record, m_.context.actor, origin.at);
    }
    if (const auto changed = m_.out.change(*changes, *seen, origin); !changed)
        return changed;
    countSums(c);
    if (const auto added = addIds(c, id); !added)
        return added;
    return addAround(c, id, false);
}

/// What the mode lets the file change; empty cells say nothing.
Result<Record> ImportRows::difference(Case &c, const Record &standing, ImportMode mode) {
    const EntityDesc &entity = *c.source.entity;
    Record values = c.read.values;
    if (entity.key == "deal"_L1 && !c.read.stage.isEmpty()) {
        const FieldHandle pipeline = entity.byName(u"pipeline"), stage = entity.byName(u"stage");
        Record within(entity.key, standing.id());
        within.set(pipeline,
                   values.has(pipeline) ? values.value(pipeline) : standing.value(pipeline));
        auto wrong = m_.deals.place(within, c.read.stage, nullptr);
        if (wrong && *wrong && !values.has(pipeline)) {
            within = Record(entity.key, standing.id());
            wrong = m_.deals.place(within, c.read.stage,
                                   c.source.missing == MissingTargets::Make ? &c.origin : nullptr);
        }
        if (!wrong)
            return wrong.error();
        if (!*wrong) {
            values.set(stage, within.value(stage));
            values.set(pipeline, within.value(pipeline));
        }
    }
    Record changes(entity.key, standing.id());
    for (const auto &[field, value] : values.values()) {
        const FieldValue &held = standing.value(field);
        if (value.isEmpty() || held == value || (mode == ImportMode::Fill && !held.isEmpty()))
            continue;
        changes.set(field, value);
    }
    return changes;
}

/// Makes what the row names and what is not there; false: the row was rejected. `standing`: the row
/// that it is; what the mode leaves alone need not be made.
Result<bool> ImportRows::follow(Case &c, const Record *standing) {
    const EntityDesc &entity = *c.source.entity;
    std::vector<const ReadRow::Missing *> wanted;
    std::vector<Message> wrong;
    for (const ReadRow::Missing &missing : c.read.missing) {
        const bool keeps = standing && c.source.mode == ImportMode::Fill
                           && !standing->value(missing.field).isEmpty();
        if (keeps)
            continue;
        wanted.push_back(&missing);
        // All are looked up before any is made: a rejected row leaves nothing behind.
        const auto known = m_.targets.lookUp(fieldName(entity, missing.field), missing.name);
        if (!known)
            return known.error();
        if (known->wrong)
            wrong.push_back(*known->wrong);
    }
    if (!wrong.empty())
        wanted.clear();
    for (const ReadRow::Missing *missing : wanted) {
        RecordId account;
        if (missing->name.entity == "contact"_L1 && !entity.byName(u"account").isNull())
            account = c.read.values.value(entity.byName(u"account")).as<RecordId>();
        const auto target =
            m_.targets.find(fieldName(entity, missing->field), missing->name, account, c.origin);
        if (!target)
            return target.error();
        if (target->wrong)
            wrong.push_back(*target->wrong);
        else
            c.source.reader->put(missing->field, target->id, c.read.values);
    }
    if (wrong.empty())
        return true;
    if (const auto rejected = reject(c.source, c.row, std::move(wrong)); !rejected)
        return rejected.error();
    return false;
}

/// True where `top` stands below `row` already, by what this import says and the workspace holds.
Result<bool> ImportRows::wouldLoop(const EntityDesc &entity, FieldHandle field, RecordId row,
                                   RecordId top) {
    constexpr int deepest = 10'000;
    for (int depth = 0; depth < deepest && !top.isNull(); ++depth) {
        if (top == row)
            return true;
        if (const auto above = m_above.constFind(top); above != m_above.constEnd()) {
            top = *above;
            continue;
        }
        const auto standing = m_.reader.find(entity.key, top);
        if (!standing)
            return standing.error();
        // What this import made points at what stood before it.
        if (!*standing)
            return false;
        top = (*standing)->record.value(field).as<RecordId>();
    }
    return !top.isNull();
}

/// What a deal is called in a file that does not name it: by what it is about, its id, or its
/// place.
QString ImportRows::madeNameOf(const Case &c) {
    QString id;
    for (const QString &own : std::as_const(c.read.ownIds))
        id = id.isEmpty() ? own : id;
    const QString name = ImportDeals::nameFor(nameOf(c, u"account"), c.read.product, id);
    return name.isEmpty() ? c.source.file->name() + u' ' + QString::number(c.row.line) : name;
}

/// What the link is called in the file, or in the workspace.
QString ImportRows::nameOf(const Case &c, QStringView name) {
    const EntityDesc &entity = *c.source.entity;
    const FieldHandle field = entity.byName(name);
    for (const ImportPlan::Column &column : c.source.plan().columns) {
        if (column.field == field)
            return c.row.cells.value(column.at).trimmed().left(100);
    }
    const FieldValue &value = c.read.values.value(field);
    return value.is<RecordId>() ? m_.reader.title(entity.field(field).target, value.as<RecordId>())
                                : value.as<QString>().left(100);
}

void ImportRows::countSums(const Case &c) {
    for (const FieldHandle field : c.source.sums) {
        const FieldValue &value = c.read.values.value(field);
        if (value.is<Money>())
            m_.out.addSum(c.source.entity->key, c.source.entity->field(field).key,
                          value.as<Money>());
    }
}

} // namespace dw
