// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/search/searchtables.h"

namespace dw {

/// Number of the entity among those that are searched, from 1; 0 where it is not. Never changes: it
/// is the upper part of the numbers of its documents.
[[nodiscard]] qint64 searchKind(QStringView entity);
/// The entity of a document.
[[nodiscard]] QString searchEntity(qint64 document);
/// The numbers that documents of the entity may have, the first and the last.
[[nodiscard]] std::pair<qint64, qint64> searchRange(QStringView entity);

/// Writes documents, within somebody's transaction.
class SearchDocuments {
public:
    [[nodiscard]] static Result<SearchDocuments> of(Connection &c);

    struct Place {
        qint64 document = 0;
        bool isNew = false;   ///< A number that was just given to the row.
        bool isStale = false; ///< It says what the row held before; refreshOne() makes it anew.
    };
    /// The document of a row; a new number, the next of its entity, where it has none.
    Result<Place> place(const QString &entity, RecordId id);
    /// Puts the grams of a document in, or takes out exactly what it was put in with.
    Result<void> put(qint64 document, const QByteArray &tokens);
    Result<void> take(qint64 document, const QByteArray &tokens);
    /// Joins pieces of the index, about so many pages of 4 KB.
    Result<void> join(int pages);
    /// Makes the first stale document anew. False where there is none.
    Result<bool> refreshOne(const Catalog &catalog);

private:
    SearchDocuments(Connection &c, Statement find, Statement add)
        : m_connection(&c),
          m_find(std::move(find)),
          m_add(std::move(add)) {}
    Result<qint64> nextNumber(const QString &entity);

    Connection *m_connection;
    Statement m_find;
    Statement m_add;
    QHash<QString, qint64> m_last; ///< The last number by entity.
};

/// Reads what documents are made of.
class SearchRows {
public:
    /// The entity must outlive it.
    [[nodiscard]] static Result<SearchRows> of(Connection &c, const EntityDesc &entity);

    /// Grams of the row as it is; empty where there is no such row.
    Result<QByteArray> tokens(RecordId id);
    /// Those of every row in the order in which they were made.
    [[nodiscard]] Result<void> each(
        const std::function<Result<void>(RecordId, const QByteArray &)> &take);

private:
    SearchRows(Connection &c, const EntityDesc &entity, QString select)
        : m_connection(&c),
          m_entity(&entity),
          m_select(std::move(select)) {}
    [[nodiscard]] QByteArray tokensAt(const Statement &s) const;

    Connection *m_connection;
    const EntityDesc *m_entity;
    QString m_select;
    std::vector<IndexedField> m_fields;
};

} // namespace dw
