// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/log/changelogstands.h"

#include <algorithm>
#include <limits>

namespace dw {
using namespace Qt::StringLiterals;

Result<void> GroupStands::find(Connection &c, const QSet<QString> &groups) {
    const auto isKnown = [this](const QString &group) { return m_stands.contains(group); };
    if (m_walked || std::all_of(groups.begin(), groups.end(), isKnown))
        return {};
    static const QString sql = changelog::selectChanges(changelog::Read::State)
                               + u"WHERE r.row = ? AND r.seq < ? ORDER BY r.seq DESC"_s;
    auto s = c.prepare(sql);
    if (!s)
        return s.error();
    s->bind(1, m_row.bytes());
    s->bind(2, m_next == 0 ? std::numeric_limits<qint64>::max() : m_next);
    while (!std::all_of(groups.begin(), groups.end(), isKnown)) {
        const auto more = s->step();
        if (!more)
            return more.error();
        if (!*more) {
            m_walked = true;
            return {};
        }
        const auto change = changelog::readChange(*s, changelog::Read::State);
        if (!change)
            return change.error();
        take(*change);
    }
    return {};
}

void GroupStands::take(const LoggedChange &change) {
    const ChangeRecord &record = change.record;
    m_next = record.seq;
    QSet<QString> fresh;
    for (const GroupChange &group : record.groups) {
        if (!m_stands.contains(group.group)) {
            fresh << group.group;
            m_stands.insert(group.group, {record.id, record.known(), {}});
        }
        if (group.op != ChangeOp::Set || !fresh.contains(group.group))
            continue;
        for (const FieldChange &field : group.fields)
            m_stands[group.group].logged.insert(field.name, field.next);
    }
    if (record.created)
        m_creation = {record.id, record.known(), {}};
}

GroupStands::Stand GroupStands::of(const QString &group) const {
    return m_stands.value(group, m_creation);
}

} // namespace dw
