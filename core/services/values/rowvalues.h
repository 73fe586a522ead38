// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/exports/listcolumn.h"
#include "core/store/query/reader.h"

#include <QJsonObject>

namespace dw {

/// What a row holds in a column, and what the rows are called that its links point at. Titles are
/// read once.
class RowValues {
public:
    RowValues(Reader &reader, const ReadTime &time);

    [[nodiscard]] FieldValue value(const ListColumn &column, const Row &row);
    /// Of a link, or of the members of a set of links in their order; empty for everything else.
    [[nodiscard]] QStringList labels(const FieldDesc &field, const FieldValue &value);
    /// The labels as one text, as the language lists things.
    [[nodiscard]] QString label(const FieldDesc &field, const FieldValue &value, Language language);
    /// `id`, `short_id`, and for each column its key, beside `<key>_label` for a reference.
    [[nodiscard]] QJsonObject json(const std::vector<ListColumn> &columns, const Row &row);

private:
    [[nodiscard]] QString title(const QString &entity, RecordId id);

    Reader &m_reader;
    CatalogPtr m_catalog;
    EvalContext m_context;
    QHash<std::pair<QString, RecordId>, QString> m_titles;
};

} // namespace dw
