// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/log/replay.h"

#include <limits>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr auto datedSuffix = "_since"_L1;

/// Where a sum leaves the range, the nearest end of it stands; the door refuses such increments.
qint64 added(qint64 a, qint64 b) {
    constexpr auto most = std::numeric_limits<qint64>::max();
    constexpr auto least = std::numeric_limits<qint64>::min();
    if (b > 0 && a > most - b)
        return most;
    if (b < 0 && a < least - b)
        return least;
    return a + b;
}

FieldValue applied(ChangeOp op, const FieldValue &held, const FieldValue &next) {
    switch (op) {
    case ChangeOp::Set:
        return next;
    case ChangeOp::Add:
        return added(held.as<qint64>(), next.as<qint64>());
    case ChangeOp::Include:
        return held.as<QStringList>() + next.as<QStringList>();
    case ChangeOp::Exclude: {
        QStringList left = held.as<QStringList>();
        const auto out = next.as<QStringList>();
        left.removeIf([&](const QString &member) { return out.contains(member); });
        return left;
    }
    }
    return held;
}

class Fold {
public:
    Fold(const EntityDesc &entity, const RowHistory &history)
        : m_entity(entity),
          m_history(history) {}

    void take(const LoggedChange &change) {
        const ChangeRecord &record = change.record;
        if (!m_row.exists)
            m_row.record = Record(m_entity.key, record.row);
        m_row.exists = true;
        if (record.created)
            m_made = record.at;
        for (const GroupChange &group : record.groups) {
            for (const FieldChange &field : group.fields)
                take(group.op, field);
            m_last.insert(group.group, &change);
        }
    }

    ReplayedRow finish() {
        for (size_t i = 0; i < m_entity.fields.size(); ++i) {
            const FieldDesc &field = m_entity.fields[i];
            if (!field.derived)
                continue;
            if (isCreationDate(field) && m_made)
                m_row.record.set({quint16(i)}, *m_made);
            if (const auto since = sinceOf(field))
                m_row.record.set({quint16(i)}, *since);
        }
        return std::move(m_row);
    }

private:
    void take(ChangeOp op, const FieldChange &change) {
        if (change.name == "deleted"_L1) {
            m_row.deleted = change.next.value.as<bool>();
            return;
        }
        if (change.name == "merged_into"_L1) {
            m_row.mergedInto = change.next.value.as<RecordId>();
            return;
        }
        const FieldHandle handle = m_entity.byName(change.name);
        if (handle.isNull())
            return;
        if (op == ChangeOp::Set && change.next.state == LoggedValue::State::Absent)
            m_row.record.unset(handle);
        else
            m_row.record.set(handle, applied(op, m_row.record.value(handle), change.next.value));
    }

    [[nodiscard]] std::optional<Instant> sinceOf(const FieldDesc &field) const {
        const FieldHandle dated = m_entity.byName(datedField(field));
        if (dated.isNull())
            return std::nullopt;
        const QString &group = m_entity.field(dated).group;
        return m_history.since(m_last.value(group), group, m_entity.field(dated).name);
    }

    const EntityDesc &m_entity;
    const RowHistory &m_history;
    ReplayedRow m_row;
    std::optional<Instant> m_made;
    QHash<QString, const LoggedChange *> m_last; ///< That touched the group so far.
};

} // namespace

ReplayedRow replay(const EntityDesc &entity, const RowHistory &history,
                   std::optional<Instant> until) {
    Fold fold(entity, history);
    for (const LoggedChange &change : history.changes()) {
        if (!until || change.record.known() <= *until)
            fold.take(change);
    }
    return fold.finish();
}

bool isCreationDate(const FieldDesc &field) {
    return field.derived && field.name == "created_at"_L1;
}

QString datedField(const FieldDesc &field) {
    const bool dates = field.derived && field.name.endsWith(datedSuffix);
    return dates ? field.name.chopped(datedSuffix.size()) : QString();
}

} // namespace dw
