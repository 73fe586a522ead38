// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/search/searchdocuments.h"

#include "core/store/schema/columns.h"
#include "core/store/sqlite/sqliteerror.h"
#include "core/store/write/rowplan.h"

#include <algorithm>
#include <array>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// Their places are in every workspace: new ones come behind the last.
constexpr std::array kinds{"account"_L1,    "contact"_L1,        "lead"_L1, "deal"_L1,
                           "product"_L1,    "person"_L1,         "team"_L1, "territory"_L1,
                           "tag"_L1,        "touchpoint"_L1,     "task"_L1, "note"_L1,
                           "attachment"_L1, "cross_reference"_L1};
constexpr int numberBits = 40;

} // namespace

qint64 searchKind(QStringView entity) {
    const auto found = std::find(kinds.begin(), kinds.end(), entity);
    return found == kinds.end() ? 0 : found - kinds.begin() + 1;
}

QString searchEntity(qint64 document) {
    const qint64 kind = document >> numberBits;
    return kind > 0 && kind <= qint64(kinds.size()) ? QString(kinds[size_t(kind) - 1]) : QString();
}

std::pair<qint64, qint64> searchRange(QStringView entity) {
    const qint64 first = searchKind(entity) << numberBits;
    return {first, first + (qint64(1) << numberBits) - 1};
}

Result<SearchDocuments> SearchDocuments::of(Connection &c) {
    auto find = c.prepare(u"SELECT docid, EXISTS (SELECT 1 FROM search_stale s"
                          " WHERE s.docid = r.docid) FROM search_row r WHERE r.id=?"_s);
    if (!find)
        return find.error();
    auto add = c.prepare(u"INSERT INTO search_row(docid, id) VALUES(?, ?)"_s);
    if (!add)
        return add.error();
    return SearchDocuments(c, *std::move(find), *std::move(add));
}

Result<SearchDocuments::Place> SearchDocuments::place(const QString &entity, RecordId id) {
    m_find.reset();
    m_find.bind(1, id.bytes());
    const auto there = m_find.step();
    if (!there)
        return there.error();
    if (*there)
        return Place{m_find.integer(0), false, m_find.integer(1) != 0};
    const auto number = nextNumber(entity);
    if (!number)
        return number.error();
    m_add.bind(1, *number);
    m_add.bind(2, id.bytes());
    if (const auto added = m_add.run(); !added)
        return added.error();
    return Place{*number, true, false};
}

Result<qint64> SearchDocuments::nextNumber(const QString &entity) {
    const auto known = m_last.find(entity);
    if (known != m_last.end())
        return ++*known;
    const auto [first, last] = searchRange(entity);
    auto highest =
        m_connection->prepare(u"SELECT max(docid) FROM search_row WHERE docid BETWEEN ? AND ?"_s);
    if (!highest)
        return highest.error();
    highest->bind(1, first);
    highest->bind(2, last);
    const auto row = highest->step();
    if (!row)
        return row.error();
    const qint64 number = std::max(highest->integer(0), first) + 1;
    m_last.insert(entity, number);
    return number;
}

Result<void> SearchDocuments::put(qint64 document, const QByteArray &tokens) {
    if (tokens.isEmpty())
        return {};
    auto s = m_connection->prepare(u"INSERT INTO search(rowid, grams) VALUES(?, ?)"_s);
    if (!s)
        return s.error();
    s->bind(1, document);
    s->bind(2, tokens);
    return s->run();
}

Result<void> SearchDocuments::take(qint64 document, const QByteArray &tokens) {
    if (tokens.isEmpty())
        return {};
    auto s =
        m_connection->prepare(u"INSERT INTO search(search, rowid, grams) VALUES('delete', ?, ?)"_s);
    if (!s)
        return s.error();
    s->bind(1, document);
    s->bind(2, tokens);
    return s->run();
}

Result<void> SearchDocuments::join(int pages) {
    auto s = m_connection->prepare(u"INSERT INTO search(search, rank) VALUES('merge', ?)"_s);
    if (!s)
        return s.error();
    s->bind(1, qint64(pages));
    return s->run();
}

Result<bool> SearchDocuments::refreshOne(const Catalog &catalog) {
    auto get = m_connection->prepare(u"SELECT s.docid, s.grams, r.id FROM search_stale s"
                                     " JOIN search_row r ON r.docid = s.docid"
                                     " ORDER BY s.docid LIMIT 1"_s);
    if (!get)
        return get.error();
    const auto row = get->step();
    if (!row || !*row)
        return row;
    const qint64 document = get->integer(0);
    const QByteArray before = get->blob(1);
    const RecordId id = RecordId::fromBytes(get->blob(2));
    get->reset();
    const EntityDesc *entity = catalog.entity(searchEntity(document));
    if (!entity)
        return damagedError(m_connection->path(), u"search_stale"_s);
    auto rows = SearchRows::of(*m_connection, *entity);
    if (!rows)
        return rows.error();
    const auto now = rows->tokens(id);
    if (!now)
        return now.error();
    if (const auto taken = take(document, before); !taken)
        return taken.error();
    if (const auto written = put(document, *now); !written)
        return written.error();
    auto done = m_connection->prepare(u"DELETE FROM search_stale WHERE docid=?"_s);
    if (!done)
        return done.error();
    done->bind(1, document);
    if (const auto removed = done->run(); !removed)
        return removed.error();
    return true;
}

Result<SearchRows> SearchRows::of(Connection &c, const EntityDesc &entity) {
    const auto there = columnsInDatabase(c, entity.key);
    if (!there)
        return there.error();
    SearchRows rows(c, entity, u"SELECT t.id"_s);
    for (const IndexedField &field : indexedFields(entity)) {
        const QString column = columnsOf(entity.field(field.handle)).front();
        // Of a custom field that a reader's snapshot is too old for.
        if (!there->contains(column))
            continue;
        rows.m_select += u", t."_s + column;
        rows.m_fields.push_back(field);
    }
    rows.m_select += u" FROM "_s + entity.key + u" t"_s;
    return rows;
}

QByteArray SearchRows::tokensAt(const Statement &s) const {
    QByteArray tokens("");
    for (size_t i = 0; i < m_fields.size(); ++i) {
        const int column = int(i) + 1;
        if (!s.isNull(column))
            appendGrams(tokens, s.text(column), m_fields[i].how);
    }
    return tokens;
}

Result<QByteArray> SearchRows::tokens(RecordId id) {
    auto get = m_connection->prepare(m_select + u" WHERE t.id=?"_s);
    if (!get)
        return get.error();
    get->bind(1, id.bytes());
    const auto row = get->step();
    if (!row)
        return row.error();
    return *row ? tokensAt(*get) : QByteArray("");
}

Result<void> SearchRows::each(
    const std::function<Result<void>(RecordId, const QByteArray &)> &take) {
    auto list = m_connection->prepare(m_select + u" ORDER BY t.rowid"_s);
    if (!list)
        return list.error();
    for (;;) {
        const auto row = list->step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        if (const auto taken = take(RecordId::fromBytes(list->blob(0)), tokensAt(*list)); !taken)
            return taken;
    }
}

} // namespace dw
