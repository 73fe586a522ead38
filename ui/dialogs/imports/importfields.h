// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/imports/proposal/importlook.h"

#include <QCoreApplication>

namespace dw::ui {

/// One thing that a column may become, as a list offers it.
struct FieldOption {
    MappedColumn as;
    QString label;
    QString hint;    ///< Beside it: a key, a type, the column that has it now.
    QString heading; ///< Over it, where a group begins.
};

/// The words for what columns may become, in the language in force.
class ImportFields {
    Q_DECLARE_TR_FUNCTIONS(dw::ui::ImportFields)
public:
    ImportFields(const Catalog &catalog, Language language)
        : m_catalog(catalog),
          m_language(language) {}

    /// Everything that a column may become: nothing, fields, other uses, a field of its own.
    [[nodiscard]] std::vector<FieldOption> options(const ImportLook &look, size_t column) const;
    /// What the column becomes: "Amount · USD", "New field: Booth".
    [[nodiscard]] QString text(const EntityDesc &entity, const MappedColumn &as) const;
    [[nodiscard]] static QString typeText(FieldType type);

private:
    [[nodiscard]] QString fieldText(const ImportableField &field, const EntityDesc &entity) const;
    [[nodiscard]] QString useText(const EntityDesc &entity, const MappedColumn &as) const;
    void addFields(const ImportLook &look, const EntityDesc &entity, size_t column,
                   std::vector<FieldOption> &options) const;
    void addUses(const ImportLook &look, const EntityDesc &entity, size_t column,
                 std::vector<FieldOption> &options) const;
    void addNew(const ColumnProposal &proposal, std::vector<FieldOption> &options) const;

    const Catalog &m_catalog;
    Language m_language;
};

} // namespace dw::ui
