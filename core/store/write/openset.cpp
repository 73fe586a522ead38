// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/write/openset.h"

#include "core/store/log/changelogtable.h"
#include "core/store/write/doorcontext.h"

namespace dw {
using namespace Qt::StringLiterals;

Result<std::unique_ptr<OpenSet>> OpenSet::begin(Connection &c, LogPosition &position, ChangeSet set,
                                                Instant wall) {
    set.seq = ++position.set;
    set.id = {makeUuidV7(wall)};
    set.recorded = position.clock = position.clock.next(wall);
    set.count = 0;
    // NULL is refused by the table; a text without bytes says that it is open.
    set.salt = set.leaf = set.digest = set.previous = set.head = QByteArray("");
    if (const auto written = changelog::insertSet(c, set); !written)
        return written.error();
    return std::unique_ptr<OpenSet>(new OpenSet(std::move(set)));
}

Result<std::unique_ptr<OpenSet>> OpenSet::restore(Connection &c, qint64 seq) {
    auto found = changelog::findSet(c, seq);
    if (!found)
        return found.error();
    if (!*found || !(*found)->head.isEmpty())
        return makeError(ErrorKind::Damaged, u"job.set_lost"_s, {{u"set"_s, QString::number(seq)}});
    ChangeSet set = **std::move(found);
    set.count = 0;
    std::unique_ptr<OpenSet> open(new OpenSet(std::move(set)));
    auto leaves = c.prepare(u"SELECT leaf FROM change_record WHERE set_seq=? ORDER BY seq"_s);
    if (!leaves)
        return leaves.error();
    leaves->bind(1, seq);
    for (;;) {
        const auto row = leaves->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        open->m_leaves.add(leaves->blob(0));
        ++open->m_set.count;
    }
    open->keep();
    return open;
}

QByteArray OpenSet::add(const ChangeRecord &record, const QByteArray &groups) {
    QByteArray leaf = m_hasher.leaf(record, groups);
    m_leaves.add(leaf);
    ++m_set.count;
    return leaf;
}

Result<void> OpenSet::close(Connection &c, LogPosition &position, Instant wall) {
    SetUuid undone;
    if (m_set.undoOf != 0) {
        const auto taken = changelog::findSet(c, m_set.undoOf);
        if (!taken)
            return taken.error();
        if (*taken)
            undone = (*taken)->id;
    }
    m_set.recorded = position.clock = position.clock.next(wall);
    m_set.salt = makeSalt();
    m_set.previous = position.head;
    m_set.digest = m_leaves.finish();
    m_set.leaf = m_hasher.setLeaf(m_set, undone);
    m_set.head = position.head = m_hasher.head(m_set);
    auto s = c.prepare(u"UPDATE change_set SET recorded=?, count=?, salt=?, leaf=?, digest=?,"
                       " previous=?, head=? WHERE seq=?"_s);
    if (!s)
        return s.error();
    s->bind(1, qint64(m_set.recorded.value));
    s->bind(2, m_set.count);
    s->bind(3, m_set.salt);
    s->bind(4, m_set.leaf);
    s->bind(5, m_set.digest);
    s->bind(6, m_set.previous);
    s->bind(7, m_set.head);
    s->bind(8, m_set.seq);
    return s->run();
}

Result<std::vector<qint64>> openSets(Connection &c) {
    auto s = c.prepare(u"SELECT seq FROM change_set WHERE length(head)=0 ORDER BY seq"_s);
    if (!s)
        return s.error();
    std::vector<qint64> sets;
    for (;;) {
        const auto row = s->step();
        if (!row)
            return row.error();
        if (!*row)
            return sets;
        sets.push_back(s->integer(0));
    }
}

} // namespace dw
