// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/write/undoinverse.h"

#include <QSet>
#include <algorithm>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

using Changes = std::vector<const LoggedChange *>;

bool touches(const LoggedChange &change, const QString &group) {
    return groupOf(change.record, group) != nullptr;
}

/// Later changes without those that were undone and the undoing itself.
Changes withoutUndone(const Changes &later) {
    const auto hasSet = [&](qint64 set) {
        return std::any_of(later.begin(), later.end(),
                           [&](const LoggedChange *c) { return c->record.set == set; });
    };
    QSet<qint64> undone;
    Changes standing;
    for (auto it = later.rbegin(); it != later.rend(); ++it) {
        const LoggedChange &change = **it;
        if (undone.contains(change.record.set))
            continue;
        if (change.undoOf != 0 && hasSet(change.undoOf))
            undone.insert(change.undoOf);
        else
            standing.push_back(&change);
    }
    std::reverse(standing.begin(), standing.end());
    return standing;
}

class Inverter {
public:
    Inverter(const RowHistory &history, const QString &entity, RecordId row, qint64 set)
        : m_history(history),
          m_set(set) {
        m_inverse.entity = entity;
        m_inverse.row = row;
    }

    RowInverse run() {
        QStringList own, all;
        bool made = false;
        for (const LoggedChange &change : m_history.changes()) {
            const bool isOwn = change.record.set == m_set;
            made = made || (isOwn && change.record.created);
            for (const GroupChange &part : change.record.groups) {
                if (isOwn && !own.contains(part.group))
                    own << part.group;
                if (!all.contains(part.group))
                    all << part.group;
            }
        }
        if (made) {
            bin(all);
            return std::move(m_inverse);
        }
        for (const QString &group : std::as_const(own))
            invert(group);
        return std::move(m_inverse);
    }

private:
    /// The group stands as the set left it.
    [[nodiscard]] bool isOurs(const QString &group) const {
        const auto &changes = m_history.changes();
        const auto own = std::find_if(changes.rbegin(), changes.rend(), [&](const auto &change) {
            return change.record.set == m_set && (change.record.created || touches(change, group));
        });
        return own != changes.rend()
               && m_history.inForce(m_history.last(group), group)
                      == m_history.inForce(&*own, group);
    }

    void stays(const QString &group, const LoggedChange &by) {
        m_inverse.stays.push_back({m_inverse.entity, m_inverse.row, group, by.record});
    }

    /// A row that somebody has worked on since stays as a whole.
    void bin(const QStringList &groups) {
        for (const QString &group : groups) {
            if (!isOurs(group))
                stays(group, *m_history.last(group));
        }
        m_inverse.binned = m_inverse.stays.empty();
    }

    void invert(const QString &group) {
        Changes own, later;
        for (const LoggedChange &change : m_history.changes()) {
            if (!touches(change, group))
                continue;
            if (change.record.set == m_set)
                own.push_back(&change);
            else if (!own.empty())
                later.push_back(&change);
        }
        later = isOurs(group) ? Changes() : withoutUndone(later);
        if (hasOnly(own, group, {ChangeOp::Add}))
            invertSums(group, own, later);
        else if (hasOnly(own, group, {ChangeOp::Include, ChangeOp::Exclude}))
            invertMembers(group, own, later);
        else
            invertValues(group, own, later);
    }

    static bool hasOnly(const Changes &changes, const QString &group,
                        std::initializer_list<ChangeOp> ops) {
        for (const LoggedChange *change : changes) {
            for (const GroupChange &part : change->record.groups) {
                const bool fits = std::find(ops.begin(), ops.end(), part.op) != ops.end();
                if (part.group == group && !fits)
                    return false;
            }
        }
        return true;
    }

    template <typename Take>
    static void eachField(const LoggedChange &change, const QString &group, Take take) {
        for (const GroupChange &part : change.record.groups) {
            if (part.group != group)
                continue;
            for (const FieldChange &field : part.fields)
                take(part.op, field);
        }
    }

    void invertValues(const QString &group, const Changes &own, const Changes &later) {
        if (!later.empty()) {
            stays(group, *later.back());
            return;
        }
        const LoggedChange &first = *own.front();
        const LoggedChange *before = m_history.before(first, group);
        eachField(first, group, [&](ChangeOp, const FieldChange &field) {
            FieldInverse back{field.name, ChangeOp::Set, field.old, 0, {}, {}, {}};
            back.since = m_history.since(before, group, field.name);
            m_inverse.groups[group].push_back(std::move(back));
        });
    }

    /// Increments that came later stay where they are, unless one of them was no increment.
    void invertSums(const QString &group, const Changes &own, const Changes &later) {
        if (!hasOnly(later, group, {ChangeOp::Add})) {
            stays(group, *later.back());
            return;
        }
        QMap<QString, qint64> sums;
        for (const LoggedChange *change : own) {
            eachField(*change, group, [&](ChangeOp, const FieldChange &field) {
                // Wraps as its inverse does.
                sums[field.name] = qint64(quint64(sums.value(field.name))
                                          - quint64(field.next.value.as<qint64>()));
            });
        }
        for (auto sum = sums.cbegin(); sum != sums.cend(); ++sum)
            m_inverse.groups[group].push_back({sum.key(), ChangeOp::Add, {}, *sum, {}, {}, {}});
    }

    /// Each member on its own: one that was touched later stays as it is now.
    void invertMembers(const QString &group, const Changes &own, const Changes &later) {
        if (!hasOnly(later, group, {ChangeOp::Include, ChangeOp::Exclude})) {
            stays(group, *later.back());
            return;
        }
        QMap<QString, FieldInverse> fields;
        for (const LoggedChange *change : own) {
            eachField(*change, group, [&](ChangeOp op, const FieldChange &field) {
                FieldInverse &back = fields[field.name];
                back.name = field.name;
                back.op = ChangeOp::Include;
                const auto members = field.next.value.as<QStringList>();
                for (const QString &member : members)
                    invertMember(back, op, member);
            });
        }
        const LoggedChange *blocking = nullptr;
        for (const LoggedChange *change : later) {
            eachField(*change, group, [&](ChangeOp, const FieldChange &field) {
                FieldInverse &back = fields[field.name];
                const auto members = field.next.value.as<QStringList>();
                for (const QString &member : members) {
                    if (back.include.removeAll(member) + back.exclude.removeAll(member) > 0)
                        blocking = change;
                }
            });
        }
        if (blocking)
            stays(group, *blocking);
        for (const FieldInverse &back : std::as_const(fields)) {
            if (!back.include.isEmpty() || !back.exclude.isEmpty())
                m_inverse.groups[group].push_back(back);
        }
    }

    static void invertMember(FieldInverse &back, ChangeOp op, const QString &member) {
        QStringList &into = op == ChangeOp::Include ? back.exclude : back.include;
        QStringList &from = op == ChangeOp::Include ? back.include : back.exclude;
        if (from.removeAll(member) == 0)
            into << member;
    }

    const RowHistory &m_history;
    qint64 m_set;
    RowInverse m_inverse;
};

} // namespace

RowInverse inverseOf(const RowHistory &history, const QString &entity, RecordId row, qint64 set) {
    return Inverter(history, entity, row, set).run();
}

} // namespace dw
