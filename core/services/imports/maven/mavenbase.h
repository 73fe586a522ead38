// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/imports/maven/mavenset.h"
#include "core/services/imports/nameindex.h"

#include <QSet>

namespace dw {

/// What the deals of the preset stand on: people under their managers and in their teams, accounts
/// under their parents, products. A name that only the deals know is made when it is asked for.
class MavenBase {
public:
    /// `start`: when all of it counts from.
    MavenBase(WriteTransaction &tx, ImportSink &sink, Instant start)
        : m_tx(tx),
          m_sink(sink),
          m_start(start) {}

    /// Fails: "store.*".
    Result<void> write(const MavenSet &set, const ReadTime &time);

    /// The row of `entity` behind a name that the row `asking` gives. Noted where it is written
    /// otherwise, or nobody describes it and it had to be made. nullopt where that failed: the
    /// asking row is rejected then. Leaves time and source as they happen to be. Fails: "store.*".
    Result<std::optional<NameIndex::Match>> find(const QString &entity, const QString &name,
                                                 const ImportPlace &asking);
    [[nodiscard]] std::optional<Money> price(RecordId product) const;

    /// From here on changes count from the start of the set.
    void atStart(const QString &source);

private:
    using Found = Result<std::optional<RecordId>>;
    Result<void> knowPeople(const ReadTime &time);
    Result<void> writeAgent(const MavenSet::Agent &agent);
    Result<void> writeManager(const MavenSet::Agent &agent);
    Result<void> writeAccounts(const std::vector<MavenSet::Account> &accounts);
    Result<void> writeParent(const MavenSet::Account &account);
    Result<void> writeProducts(const std::vector<MavenSet::Product> &products);
    Found known(const QString &entity, const QString &name, const ImportPlace &place);
    Found make(Record draft, const ImportPlace &place);
    Result<void> point(const QString &entity, RecordId row, QStringView field, RecordId at,
                       const ImportPlace &place);
    [[nodiscard]] FieldHandle title(const QString &entity) const;

    WriteTransaction &m_tx;
    ImportSink &m_sink;
    Instant m_start;
    QHash<QString, NameIndex> m_names; ///< By entity.
    QSet<RecordId> m_made;             ///< Rows that no file describes.
    QHash<RecordId, Money> m_prices;
};

} // namespace dw
