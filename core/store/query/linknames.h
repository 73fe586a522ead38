// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/store/sqlite/sqlite.h"

#include <QHash>
#include <QSet>

namespace dw {

/// What rows are called by those who point at them, so that the text leads back to the same row:
/// the title where the row stands and is the only one that is called so, else the short id (the
/// UUID where this copy does not hold the row). Belongs to the connection's thread; holds at most
/// some tens of thousands of names, and those titles that several rows bear.
class LinkNames {
public:
    LinkNames(Connection &c, CatalogPtr catalog) : m_connection(c), m_catalog(std::move(catalog)) {}

    /// `parting`: characters that the name must not hold, because they part it from others. Fails:
    /// "store.*".
    [[nodiscard]] Result<QString> name(const QString &entity, RecordId id,
                                       const QString &parting = {});

private:
    using Names = QHash<RecordId, QString>;
    struct Target {
        QSet<QString> shared; ///< Folded titles of several rows.
        Names names;
    };
    Result<Target *> target(const EntityDesc &entity);
    Result<QString> read(const EntityDesc &entity, const Target &target, RecordId id,
                         const QString &parting);

    Connection &m_connection;
    CatalogPtr m_catalog;
    QHash<QString, std::shared_ptr<Target>> m_targets;
};

} // namespace dw
