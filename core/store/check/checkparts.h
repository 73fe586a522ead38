// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/store/check/check.h"

#include <QHash>
#include <QSet>

namespace dw {

/// Collects what is found; of one kind only so many one by one, and then their number.
class CheckFindings {
public:
    void damage(Message message) { add(true, std::move(message)); }
    void note(Message message) { add(false, std::move(message)); }
    [[nodiscard]] std::vector<CheckFinding> take();

private:
    void add(bool damage, Message message);
    std::vector<CheckFinding> m_findings;
    QHash<QString, qint64> m_counts;
};

/// Everything that a part of the check looks at.
struct CheckScope {
    Connection &connection;
    const Catalog &catalog;
    CheckFindings &findings;
    CheckReport &report;
    QSet<QString> incomplete = {}; ///< Tables that are not there or lack a column.

    /// The table of the entity and those of its sets can be asked for all their columns.
    [[nodiscard]] bool isWhole(const EntityDesc &entity) const;
    /// The change log can be read.
    [[nodiscard]] bool hasLog() const;
};

// The parts; each fails only where it cannot read on.

[[nodiscard]] Result<void> checkIntegrity(CheckScope &scope);
/// Tables, columns, indexes against the steps and the catalogue, and what type each column holds.
[[nodiscard]] Result<void> checkSchema(CheckScope &scope);
[[nodiscard]] Result<void> checkStorage(CheckScope &scope);
/// Leaves, digests, heads and links of every device's chain.
[[nodiscard]] Result<void> checkChain(CheckScope &scope);
/// What the log says a row holds, it holds.
[[nodiscard]] Result<void> checkRows(CheckScope &scope, const CatalogHolder &catalog);
/// Key tables hold what the rows say. Rows of a change set that is still open may lack keys.
[[nodiscard]] Result<void> checkKeys(CheckScope &scope);
/// Search tables hold what the rows say; a finding where they do not, as they can be made anew.
[[nodiscard]] Result<void> checkSearch(CheckScope &scope);
[[nodiscard]] Result<void> checkReferences(CheckScope &scope);
[[nodiscard]] Result<void> checkDuplicates(CheckScope &scope);
/// Rows that stand above themselves.
[[nodiscard]] Result<void> checkHierarchies(CheckScope &scope, const CatalogHolder &catalog);
/// Settings that cannot be read.
[[nodiscard]] Result<void> checkSettings(CheckScope &scope);
void checkJobs(CheckScope &scope, const QString &jobsFolder);

/// Steps through a statement; `take` is called on each row.
[[nodiscard]] Result<void> eachStep(Connection &c, const QString &sql,
                                    const std::function<void(const Statement &)> &take);

} // namespace dw
