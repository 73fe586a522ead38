// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/importmatch.h"

#include "core/store/query/rowscan.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// Rows under one key that are looked at.
constexpr size_t mostCandidates = 64;

struct UsualLevel {
    QStringView entity;
    QStringView fields; ///< With commas between.
    bool isIdentity;
};

/// Every other entity is found by all that the file says.
constexpr UsualLevel usual[] = {
    {u"account", u"name", true},
    {u"contact", u"email", true},
    {u"contact", u"name,account", false},
    {u"person", u"login", true},
    {u"person", u"email", true},
    {u"person", u"name", true},
    {u"product", u"code", true},
    {u"product", u"name", true},
    {u"deal", u"name,account", false},
    {u"tag", u"name", true},
    {u"team", u"name", true},
    {u"territory", u"name", true},
    {u"pipeline", u"name", true},
    {u"stage", u"name,pipeline", true},
};

} // namespace

std::vector<MatchLevel> usualLevels(const EntityDesc &entity,
                                    const std::vector<FieldHandle> &given) {
    std::vector<MatchLevel> levels;
    for (const UsualLevel &one : usual) {
        if (one.entity != entity.key)
            continue;
        MatchLevel level;
        level.isIdentity = one.isIdentity;
        const auto names = one.fields.toString().split(u',');
        for (const QString &name : names)
            level.fields.push_back(entity.byName(name));
        levels.push_back(std::move(level));
    }
    if (levels.empty())
        levels.push_back({given, false, false});
    return levels;
}

ImportMatch::ImportMatch(const EntityDesc &entity, std::vector<MatchLevel> levels,
                         std::vector<FieldHandle> given)
    : m_entity(entity),
      m_levels(std::move(levels)) {
    std::sort(given.begin(), given.end());
    for (const FieldHandle field : given) {
        if (entity.field(field).hasColumn())
            m_given.push_back(field);
    }
    m_read = m_given;
    for (MatchLevel &level : m_levels) {
        std::erase_if(level.fields,
                      [&](FieldHandle field) { return !entity.field(field).hasColumn(); });
        for (const FieldHandle field : level.fields) {
            if (std::find(m_read.begin(), m_read.end(), field) == m_read.end())
                m_read.push_back(field);
        }
    }
}

std::optional<ImportKey> ImportMatch::keyOf(size_t at, const Record &values) {
    const MatchLevel &level = m_levels[at];
    bool isFilled = !level.fields.empty() && !level.all;
    if (!level.fields.empty() && level.all)
        isFilled = std::all_of(level.fields.begin(), level.fields.end(),
                               [&](FieldHandle field) { return !values.value(field).isEmpty(); });
    else if (!level.fields.empty() && level.isIdentity)
        isFilled = !values.value(level.fields.front()).isEmpty();
    if (!isFilled)
        return std::nullopt;
    m_maker.start(u"level").add(FieldValue(qint64(at)), false);
    for (const FieldHandle field : level.fields)
        m_maker.add(values.value(field), true);
    return m_maker.key();
}

ImportKey ImportMatch::idKey(RecordId id) { return m_maker.start(u"row").add(id).key(); }

ImportKey ImportMatch::valuesOf(const Record &values) {
    m_maker.start(u"values");
    for (const FieldHandle field : m_given)
        m_maker.add(values.value(field), false);
    return m_maker.key();
}

Result<void> ImportMatch::load(Connection &c) {
    const auto scan = RowScan::open(c, m_entity, m_read);
    if (!scan)
        return scan.error();
    Record row;
    for (;;) {
        const auto more = (*scan)->next(row);
        if (!more)
            return more.error();
        if (!*more)
            return {};
        put(row, row.id(), 0, false);
    }
}

void ImportMatch::put(const Record &values, RecordId id, qint64 line, bool identitiesOnly) {
    const ImportKey held = valuesOf(values);
    bool hasSurer = false;
    const auto keep = [&](const ImportKey &key) {
        KeyIndex::Entry &entry = m_index.add(key, id);
        entry.values = held;
        entry.setLine(line);
        entry.hasSurer = hasSurer ? 1 : 0;
    };
    if (m_keepsIds)
        keep(idKey(id));
    for (size_t i = 0; i < m_levels.size(); ++i) {
        const auto key = keyOf(i, values);
        if (key && !(identitiesOnly && !m_levels[i].isIdentity))
            keep(*key);
        hasSurer = hasSurer || (key && m_levels[i].isIdentity);
    }
}

void ImportMatch::add(const Record &values, RecordId id, qint64 line) {
    put(values, id, line, true);
}

void ImportMatch::touch(KeyIndex::Entry &entry, const Record &values, qint64 line) {
    entry.values = valuesOf(values);
    entry.setLine(line);
}

ImportMatch::Match ImportMatch::byId(const Record &values, RecordId id) {
    KeyIndex::Entry *entry = m_index.find(idKey(id));
    return {entry, entry && entry->values == valuesOf(values), {}};
}

Result<ImportMatch::Match> ImportMatch::find(const Record &values,
                                             const std::function<Result<bool>(RecordId)> &mayBe) {
    const ImportKey held = valuesOf(values);
    bool hasSurer = false;
    for (size_t level = 0; level < m_levels.size(); ++level) {
        const auto key = keyOf(level, values);
        if (!key)
            continue;
        // Both have an e-mail, and not the same one: two people of one name.
        const bool mustLack = std::exchange(hasSurer, hasSurer || m_levels[level].isIdentity);
        std::vector<KeyIndex::Entry *> found;
        size_t looked = 0;
        for (KeyIndex::Entry *entry = m_index.find(*key); entry && looked < mostCandidates;
             entry = m_index.next(*entry), ++looked) {
            if (mustLack && entry->hasSurer)
                continue;
            const auto may = mayBe ? mayBe(entry->id) : Result<bool>(true);
            if (!may)
                return may.error();
            if (!*may)
                continue;
            if (entry->values == held)
                return Match{entry, true, {}};
            found.push_back(entry);
        }
        if (found.size() == 1)
            return Match{found.front(), false, {}};
        if (found.size() > 1)
            return Match{nullptr, false, std::move(found)};
    }
    return Match{};
}

} // namespace dw
