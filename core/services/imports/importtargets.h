// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/imports/importdeals.h"

namespace dw {

/// Makes the rows that others name and that are not there: once each, by their name.
class ImportTargets {
public:
    ImportTargets(ImportOut &out, ImportLinks &links, ImportDeals &deals)
        : m_out(out),
          m_links(links),
          m_deals(deals) {}

    /// Accounts, contacts, people, teams, territories, products, tags and pipelines: what a name is
    /// enough for.
    [[nodiscard]] static bool canMake(const QString &entity);

    /// The row, made where it is not there by now. `account`: of a contact; may be null. Returns
    /// what is wrong with the name, or the id. Fails: "store.*".
    struct Target {
        RecordId id;
        std::optional<Message> wrong;
    };
    Result<Target> find(const QString &field, const LinkName &name, RecordId account,
                        const StagedOrigin &origin);
    /// The same, but makes nothing: neither an id nor what is wrong is there where it would be
    /// made.
    Result<Target> lookUp(const QString &field, const LinkName &name);

private:
    ImportOut &m_out;
    ImportLinks &m_links;
    ImportDeals &m_deals;
};

} // namespace dw
