// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"
#include "core/store/schema/migrations.h"
#include "core/store/search/searchdocuments.h"

#include <QHash>
#include <algorithm>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

Result<void> addRows(Connection &c, const EntityDesc &entity) {
    auto rows = SearchRows::of(c, entity);
    if (!rows)
        return rows.error();
    auto documents = SearchDocuments::of(c);
    if (!documents)
        return documents.error();
    return rows->each([&](RecordId id, const QByteArray &tokens) -> Result<void> {
        const auto place = documents->place(entity.key, id);
        return place ? documents->put(place->document, tokens) : Result<void>(place.error());
    });
}

/// What the grams of a document come to, in whatever order they come.
class GramSum {
public:
    void add(QByteArrayView gram) {
        quint64 hash = 0xCBF29CE484222325U; // FNV-1a
        for (const char c : gram)
            hash = (hash ^ uchar(c)) * 0x100000001B3U;
        m_sum += hash ^ (hash >> 29);
    }
    /// Of grams with a blank behind each, every one once.
    static GramSum of(const QByteArray &tokens) {
        QList<QByteArray> grams = tokens.split(' ');
        std::sort(grams.begin(), grams.end());
        grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
        GramSum sum;
        for (const QByteArray &gram : grams) {
            if (!gram.isEmpty())
                sum.add(gram);
        }
        return sum;
    }
    friend bool operator==(GramSum, GramSum) = default;

private:
    quint64 m_sum = 0;
};

class StaleCount {
public:
    explicit StaleCount(Connection &c) : m_connection(c) {}

    Result<void> readTables() {
        // Lives in the connection's own temporary schema; the database is only read.
        if (const auto made =
                m_connection.exec(u"CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_terms"
                                  " USING fts5vocab(main, 'search', 'instance')"_s);
            !made)
            return made;
        const auto read =
            each(u"SELECT term, doc FROM temp.search_terms"_s,
                 [&](const Statement &s) { m_sums[s.integer(1)].add(s.text(0).toUtf8()); });
        if (const auto dropped = m_connection.exec(u"DROP TABLE temp.search_terms"_s); !dropped)
            return dropped;
        if (!read)
            return read;
        return each(u"SELECT docid, grams FROM search_stale"_s, [&](const Statement &s) {
            m_stale.insert(s.integer(0), GramSum::of(s.blob(1)));
        });
    }

    Result<void> compare(const EntityDesc &entity) {
        QHash<RecordId, qint64> documents;
        const auto [first, last] = searchRange(entity.key);
        const QString sql =
            u"SELECT docid, id FROM search_row WHERE docid BETWEEN %1 AND %2 ORDER BY docid"_s;
        const auto listed = each(sql.arg(first).arg(last), [&](const Statement &s) {
            const RecordId id = RecordId::fromBytes(s.blob(1));
            if (documents.contains(id))
                addStray(s.integer(0));
            else
                documents.insert(id, s.integer(0));
        });
        if (!listed)
            return listed;
        auto rows = SearchRows::of(m_connection, entity);
        if (!rows)
            return rows.error();
        const auto walked = rows->each([&](RecordId id, const QByteArray &tokens) -> Result<void> {
            const qint64 document = documents.take(id);
            if (document == 0)
                return addUnlessOpen(id);
            const GramSum held = m_sums.take(document);
            const auto stale = m_stale.constFind(document);
            const GramSum expected = stale == m_stale.constEnd() ? GramSum::of(tokens) : *stale;
            m_count += held == expected ? 0 : 1;
            return {};
        });
        for (const qint64 document : std::as_const(documents))
            addStray(document);
        return walked;
    }

    /// What is left belongs to no document that is listed.
    [[nodiscard]] qint64 count() const { return m_count + m_sums.size(); }

private:
    Result<void> each(const QString &sql, const std::function<void(const Statement &)> &take) {
        auto s = m_connection.prepare(sql);
        if (!s)
            return s.error();
        for (;;) {
            const auto row = s->step();
            if (!row)
                return row.error();
            if (!*row)
                return {};
            take(*s);
        }
    }
    /// A document of no row, or the second of one.
    void addStray(qint64 document) {
        m_sums.remove(document);
        ++m_count;
    }
    /// A job has made the row and is not at its search phase yet.
    Result<void> addUnlessOpen(RecordId id) {
        auto open = m_connection.prepare(
            u"SELECT 1 FROM change_record r JOIN change_set s ON s.seq = r.set_seq"
            " WHERE r.row=? AND r.created = 1 AND length(s.head) = 0"_s);
        if (!open)
            return open.error();
        open->bind(1, id.bytes());
        const auto found = open->step();
        if (!found)
            return found.error();
        m_count += *found ? 0 : 1;
        return {};
    }

    Connection &m_connection;
    QHash<qint64, GramSum> m_sums;
    QHash<qint64, GramSum> m_stale;
    qint64 m_count = 0;
};

} // namespace

Result<void> rebuildSearch(Connection &c, const Catalog &catalog) {
    auto transaction = Transaction::begin(c, Transaction::Kind::Write);
    if (!transaction)
        return transaction.error();
    if (const auto cleared = c.exec(u"INSERT INTO search(search) VALUES('delete-all');"
                                    "DELETE FROM search_row; DELETE FROM search_stale"_s);
        !cleared)
        return cleared;
    for (const EntityDesc &entity : catalog.entities()) {
        if (!isSearched(entity.key))
            continue;
        if (const auto added = addRows(c, entity); !added)
            return added;
    }
    if (const auto joined = c.exec(u"INSERT INTO search(search) VALUES('optimize')"_s); !joined)
        return joined;
    if (const auto put = setMeta(c, u"search"_s, searchTextVersion()); !put)
        return put;
    return (*transaction)->commit();
}

Result<void> renewSearch(Connection &c) {
    const auto known = meta(c, u"search"_s);
    if (!known)
        return known.error();
    if (*known == searchTextVersion())
        return {};
    qCInfo(lcStore) << "making the search tables of" << searchTextVersion() << "instead of"
                    << *known;
    std::vector<Message> problems;
    const auto catalog = loadCatalog(c, problems);
    if (!catalog)
        return catalog.error();
    return rebuildSearch(c, **catalog);
}

Result<qint64> countStaleSearch(Connection &c, const Catalog &catalog) {
    StaleCount count(c);
    if (const auto read = count.readTables(); !read)
        return read.error();
    for (const EntityDesc &entity : catalog.entities()) {
        if (!isSearched(entity.key))
            continue;
        if (const auto compared = count.compare(entity); !compared)
            return compared.error();
    }
    return count.count();
}

} // namespace dw
