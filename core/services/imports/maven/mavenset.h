// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/imports/importer.h"
#include "core/services/imports/importsink.h"

namespace dw {

/// The four files of the preset "maven" as values; what points at other rows is still a name.
struct MavenSet {
    enum class Stage { Prospecting, Engaging, Won, Lost };
    struct Account {
        ImportPlace place;
        QString name, parent;
        Record draft; ///< Without the parent.
    };
    struct Product {
        ImportPlace place;
        QString name;
        Record draft;
    };
    struct Agent {
        ImportPlace place;
        QString name, manager, office;
    };
    struct Deal {
        ImportPlace place;
        QString id, agent, product, account; ///< `id` in the system that the file comes from.
        Stage stage = Stage::Prospecting;
        std::optional<QDate> engaged, closed;
        std::optional<Money> value;
        [[nodiscard]] bool isClosed() const { return stage == Stage::Won || stage == Stage::Lost; }
    };
    std::vector<Account> accounts;
    std::vector<Product> products;
    std::vector<Agent> agents;
    std::vector<Deal> deals;
    ImportReport report; ///< Headers, what is not used, rows read and rejected, and notes so far.

    /// The first day that any deal speaks of; nullopt where none has a date.
    [[nodiscard]] std::optional<QDate> firstDay() const;
};

/// Reads accounts.csv, products.csv, sales_teams.csv and sales_pipeline.csv of a folder. Rows that
/// cannot be read are rejected with their reasons. Fails: as ImportFile::open and next;
/// "import.preset_columns" {file, columns}.
[[nodiscard]] Result<MavenSet> readMaven(const QString &folder, const Catalog &catalog);

} // namespace dw
