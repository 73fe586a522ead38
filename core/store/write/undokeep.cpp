// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/write/undokeep.h"

#include "core/store/query/references.h"

#include <QSet>
#include <deque>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

bool goesToBin(const RowInverse &inverse) {
    const auto fields = inverse.groups.value(u"deleted"_s);
    return inverse.binned || (!fields.empty() && fields.front().value.value.as<bool>());
}

/// The set whose rows these are: an undo and its redo bring back and forth what another one made.
Result<qint64> rootOf(Connection &c, const ChangeSet &set) {
    qint64 root = set.seq;
    qint64 next = set.undoOf;
    while (next != 0 && next < root) {
        const auto found = changelog::findSet(c, next);
        if (!found)
            return found.error();
        root = next;
        next = *found ? (*found)->undoOf : 0;
    }
    return root;
}

class Keeper {
public:
    Keeper(Connection &c, const Catalog &catalog, std::vector<RowInverse> &inverses)
        : m_connection(c),
          m_catalog(catalog),
          m_inverses(inverses) {}

    Result<void> run(qint64 root) {
        QSet<QString> entities;
        for (size_t i = 0; i < m_inverses.size(); ++i) {
            const RowInverse &inverse = m_inverses[i];
            if (goesToBin(inverse)) {
                m_going.insert(inverse.row, i);
                entities.insert(inverse.entity);
            }
            for (const auto &fields : inverse.groups) {
                for (const FieldInverse &field : fields)
                    m_givenBack.insert({inverse.row, field.name});
            }
        }
        QSet<QString> targets = entities;
        for (const QString &entity : std::as_const(entities))
            targets.unite(ownersOf(entity));
        for (const QString &target : std::as_const(targets)) {
            const auto take = [this](const Reference &reference) { add(reference); };
            const auto done = eachReference(m_connection, m_catalog, target, root, true, take);
            if (!done)
                return done;
        }
        spread();
        return {};
    }

private:
    struct Row {
        QString entity;
        RecordId id;
    };

    /// What rows of the entity may be parts of.
    [[nodiscard]] QSet<QString> ownersOf(const QString &key) const {
        QSet<QString> owners;
        const EntityDesc *entity = m_catalog.entity(key);
        for (const FieldDesc &field : entity ? entity->fields : std::vector<FieldDesc>()) {
            if (isPart(field))
                owners.insert(field.target);
        }
        return owners;
    }
    [[nodiscard]] static bool isPart(const FieldDesc &field) {
        return field.tie == Tie::HangsOn && field.validity.required;
    }

    void add(const Reference &reference) {
        // What the undo itself sets does not point there any more.
        if (reference.row == reference.target
            || m_givenBack.contains({reference.row, reference.field.name}))
            return;
        const Row from{reference.entity.key, reference.row};
        const Row to{reference.field.target, reference.target};
        link(from, to);
        if (isPart(reference.field))
            link(to, from);
    }
    /// Where `stays` stays, `needed` has to stay.
    void link(const Row &stays, const Row &needed) {
        if (!m_going.contains(needed.id))
            return;
        if (m_going.contains(stays.id))
            m_needs[stays.id].push_back(needed);
        else
            m_kept.emplace_back(stays, needed);
    }

    void spread() {
        while (!m_kept.empty()) {
            const auto [by, row] = m_kept.front();
            m_kept.pop_front();
            const auto going = m_going.constFind(row.id);
            if (going == m_going.constEnd())
                continue;
            RowInverse &inverse = m_inverses[*going];
            m_going.erase(going);
            inverse.binned = false;
            inverse.groups.remove(u"deleted"_s);
            inverse.stays.push_back({row.entity, row.id, u"deleted"_s, {}, by.entity, by.id});
            const std::vector<Row> needs = m_needs.take(row.id);
            for (const Row &needed : needs)
                m_kept.emplace_back(row, needed);
        }
    }

    Connection &m_connection;
    const Catalog &m_catalog;
    std::vector<RowInverse> &m_inverses;
    QHash<RecordId, size_t> m_going; ///< Rows that go to the bin.
    QSet<std::pair<RecordId, QString>> m_givenBack;
    QHash<RecordId, std::vector<Row>> m_needs; ///< Of rows that go.
    std::deque<std::pair<Row, Row>> m_kept;    ///< For whose sake, and what.
};

} // namespace

Result<void> keepReferred(Connection &c, const Catalog &catalog, const ChangeSet &set,
                          std::vector<RowInverse> &inverses) {
    if (std::none_of(inverses.begin(), inverses.end(), goesToBin))
        return {};
    const auto root = rootOf(c, set);
    if (!root)
        return root.error();
    return Keeper(c, catalog, inverses).run(*root);
}

} // namespace dw
