// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/exports/listcolumn.h"
#include "core/store/query/linknames.h"

namespace dw {

/// Values of a list as they go into a file, so that our own import reads the same values back:
/// links and their sets by names that lead back to the row, choices by their label.
class ListCells {
public:
    ListCells(Connection &c, const CatalogPtr &catalog, Language language)
        : m_names(c, catalog),
          m_language(language) {}

    /// The value for a workbook: what people read becomes text, everything else keeps its type.
    /// Fails: "store.*".
    [[nodiscard]] Result<FieldValue> typed(const FieldDesc &field, const FieldValue &value);
    /// The same as the text of a CSV cell.
    [[nodiscard]] static QString text(const FieldDesc &field, const FieldValue &typed,
                                      Language language);
    /// True where the cell of this value is text, which a spreadsheet might run.
    [[nodiscard]] static bool isText(const FieldValue &typed) { return typed.is<QString>(); }

private:
    [[nodiscard]] Result<FieldValue> members(const FieldDesc &field, const QStringList &members);
    [[nodiscard]] QString choice(const FieldDesc &field, const QString &key,
                                 const QString &parting) const;

    LinkNames m_names;
    Language m_language;
};

} // namespace dw
