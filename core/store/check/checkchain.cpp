// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/check/checkparts.h"
#include "core/store/log/chain.h"
#include "core/store/log/changelogtable.h"
#include "core/store/schema/migrations.h"

#include <limits>
#include <sqlite3.h>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// The hashed bytes do not tell a text from a blob of the same bytes; the column's type does.
bool hasTypes(const Statement &s, int from, std::initializer_list<int> types) {
    int column = from;
    for (const int type : types) {
        if (s.type(column++) != type)
            return false;
    }
    return true;
}

Message about(const QString &id, qint64 set) { return {id, {{u"set"_s, QString::number(set)}}}; }

/// Walks the records beside the sets, so that neither list has to be kept.
class ChainCheck {
public:
    explicit ChainCheck(CheckScope &scope) : m_scope(scope) {}

    Result<void> run() {
        static const QString listRecords =
            u"SELECT seq, set_seq, id, entity, row, created, groups, source, at, recorded,"
            " trusted, salt, leaf FROM change_record ORDER BY set_seq, seq"_s;
        auto records = m_scope.connection.prepare(listRecords);
        if (!records)
            return records.error();
        m_records = &*records;
        if (const auto first = nextRecord(); !first)
            return first;
        auto sets = m_scope.connection.prepare(
            u"SELECT s.seq, s.id, s.kind, s.device, s.actor, s.label, s.source, s.reason, s.at,"
            " s.recorded, s.undo_of, s.count, s.salt, s.leaf, s.digest, s.previous, s.head, u.id"
            " FROM change_set s LEFT JOIN change_set u ON u.seq = s.undo_of ORDER BY s.seq"_s);
        if (!sets)
            return sets.error();
        for (;;) {
            const auto more = sets->step();
            if (!more)
                return more.error();
            if (!*more)
                break;
            if (const auto checked = checkSet(*sets); !checked)
                return checked;
        }
        if (const auto rest = dropRecordsBefore(std::numeric_limits<qint64>::max()); !rest)
            return rest;
        if (const auto checked = checkLinks(); !checked)
            return checked;
        return checkClock();
    }

private:
    Result<void> nextRecord() {
        const auto more = m_records->step();
        if (!more)
            return more.error();
        m_hasRecord = *more;
        return {};
    }

    /// Records whose set is not there.
    Result<void> dropRecordsBefore(qint64 set) {
        while (m_hasRecord && m_records->integer(1) < set) {
            ++m_scope.report.changes;
            m_scope.findings.damage(about(u"check.log_no_set"_s, m_records->integer(1)));
            if (const auto next = nextRecord(); !next)
                return next;
        }
        return {};
    }

    void checkRecord() {
        const Statement &s = *m_records;
        // Before anything is read: reading a value as a text makes it one.
        const bool typed = hasTypes(s, 2,
                                    {SQLITE_BLOB, SQLITE_TEXT, SQLITE_BLOB, SQLITE_INTEGER,
                                     SQLITE_BLOB, SQLITE_TEXT, SQLITE_INTEGER, SQLITE_INTEGER,
                                     SQLITE_INTEGER, SQLITE_BLOB, SQLITE_BLOB});
        ChangeRecord record;
        record.seq = s.integer(0);
        record.id = ChangeId::fromBytes(s.blob(2));
        record.entity = s.text(3);
        record.row = RecordId::fromBytes(s.blob(4));
        record.created = s.integer(5) != 0;
        record.source = s.text(7);
        record.at = {s.integer(8)};
        record.recorded = {quint64(s.integer(9))};
        record.trusted = s.integer(10) != 0;
        record.salt = s.blob(11);
        record.leaf = s.blob(12);
        m_clock = std::max(m_clock, record.recorded);
        const bool wellFormed = s.integer(5) <= 1 && s.integer(10) <= 1;
        const bool fits = m_hasher.leaf(record, s.blob(6)) == record.leaf;
        m_hasher.addLeaf(record.leaf);
        if (!typed || !wellFormed || !fits)
            m_scope.findings.damage({u"check.chain_record"_s,
                                     {{u"seq"_s, QString::number(record.seq)},
                                      {u"set"_s, QString::number(s.integer(1))},
                                      {u"entity"_s, record.entity},
                                      {u"id"_s, record.row.text()}}});
    }

    Result<void> checkSet(const Statement &s) {
        ++m_scope.report.sets;
        const qint64 seq = s.integer(0);
        if (const auto dropped = dropRecordsBefore(seq); !dropped)
            return dropped;
        m_hasher.begin();
        qint64 count = 0;
        while (m_hasRecord && m_records->integer(1) == seq) {
            ++m_scope.report.changes;
            ++count;
            checkRecord();
            if (const auto next = nextRecord(); !next)
                return next;
        }
        const QByteArray digest = m_hasher.digest();
        const bool typed = hasTypes(s, 5,
                                    {SQLITE_BLOB, SQLITE_TEXT, SQLITE_BLOB, SQLITE_INTEGER,
                                     SQLITE_INTEGER, SQLITE_INTEGER, SQLITE_INTEGER, SQLITE_BLOB,
                                     SQLITE_BLOB, SQLITE_BLOB, SQLITE_BLOB, SQLITE_BLOB});
        const auto set = changelog::readSet(s);
        if (set && typed && set->head.isEmpty()) {
            m_clock = std::max(m_clock, set->recorded);
            return checkOpen(seq);
        }
        if (!set || !typed || set->count != count || set->digest != digest
            || qint64(set->kind) != s.integer(2)) {
            m_scope.findings.damage(about(u"check.chain_set"_s, seq));
        } else {
            checkLink(*set, SetUuid::fromBytes(s.blob(17)));
        }
        m_links.push_back({DeviceId::fromBytes(s.blob(3)),
                           {quint64(s.integer(9))},
                           seq,
                           s.blob(15),
                           s.blob(16),
                           set.ok()});
        if (set)
            m_clock = std::max(m_clock, set->recorded);
        return {};
    }

    void checkLink(const ChangeSet &set, SetUuid undone) {
        if (m_hasher.setLeaf(set, undone) != set.leaf || m_hasher.head(set) != set.head)
            m_scope.findings.damage(about(u"check.chain_set"_s, set.seq));
    }

    /// A set stands open only while its job is not finished.
    Result<void> checkOpen(qint64 seq) {
        auto s = m_scope.connection.prepare(u"SELECT 1 FROM job WHERE ?1 IN (set_seq, undo_seq)"
                                            " AND state NOT IN ('done', 'taken_back')"_s);
        if (!s)
            return s.error();
        s->bind(1, seq);
        const auto found = s->step();
        if (!found)
            return found.error();
        if (!*found)
            m_scope.findings.damage(about(u"check.chain_set"_s, seq));
        return {};
    }

    /// Sets that jobs wrote: they have the number of their beginning and the place of their end.
    Result<QSet<qint64>> setsOfJobs() {
        auto s = m_scope.connection.prepare(u"SELECT set_seq, undo_seq FROM job"_s);
        if (!s)
            return s.error();
        QSet<qint64> sets;
        for (;;) {
            const auto row = s->step();
            if (!row)
                return row.error();
            if (!*row)
                return sets;
            sets << s->integer(0) << s->integer(1);
        }
    }

    /// The chain of a device goes in the order in which its sets were closed, which is that of
    /// their numbers but for the sets of jobs.
    Result<void> checkLinks() {
        const auto ofJobs = setsOfJobs();
        if (!ofJobs)
            return ofJobs.error();
        std::sort(m_links.begin(), m_links.end(), [](const Link &a, const Link &b) {
            return std::tie(a.recorded, a.set) < std::tie(b.recorded, b.set);
        });
        QHash<DeviceId, QByteArray> heads;
        QHash<DeviceId, qint64> numbers;
        for (const Link &link : m_links) {
            // What follows on a set that cannot be read is in order all the same.
            const bool follows = heads.value(link.device, chainStart()) == link.previous;
            const bool rises = ofJobs->contains(link.set) || numbers.value(link.device) < link.set;
            if (link.isReadable && !(follows && rises))
                m_scope.findings.damage(about(u"check.chain_link"_s, link.set));
            heads.insert(link.device, link.head);
            if (!ofJobs->contains(link.set))
                numbers.insert(link.device, link.set);
        }
        return {};
    }

    /// A clock behind the log would give out values twice.
    Result<void> checkClock() {
        const auto stored = meta(m_scope.connection, u"clock"_s);
        if (!stored)
            return stored.error();
        if (stored->toULongLong() < m_clock.value)
            m_scope.findings.damage({u"check.clock"_s, {}});
        return {};
    }

    CheckScope &m_scope;
    ChainHasher m_hasher;
    Statement *m_records = nullptr;
    bool m_hasRecord = false;
    struct Link {
        DeviceId device;
        Hlc recorded;
        qint64 set = 0;
        QByteArray previous, head;
        bool isReadable = false;
    };
    std::vector<Link> m_links;
    Hlc m_clock;
};

} // namespace

Result<void> checkChain(CheckScope &scope) { return ChainCheck(scope).run(); }

} // namespace dw
