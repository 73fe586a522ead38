// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/entitydesc.h"

#include <QHash>

namespace dw {

/// The cells of one row of a preset's file by column, trimmed, read as the fields of an entity;
/// what cannot be read is a reason.
class PresetCells {
public:
    PresetCells(const EntityDesc &entity, QHash<QString, QString> cells)
        : m_entity(entity),
          m_cells(std::move(cells)) {}

    [[nodiscard]] QString text(const QString &column) const { return m_cells.value(column); }
    /// The typed value; empty where the cell is. Reasons: "value.<type>" and, for amounts, why.
    FieldValue value(const QString &column, QStringView field);
    /// A date, whatever the field's own type; nullopt where the cell is empty or no date. Reason:
    /// "value.date".
    std::optional<QDate> date(const QString &column, QStringView field);
    /// An amount in a currency that the file does not name, in units of 10^`power` (millions: 6).
    FieldValue money(const QString &column, QStringView field, const QString &currency,
                     int power = 0);
    /// Reason where the cell is empty: "import.needs" {field}.
    void need(const QString &column);
    void refuse(Message reason) { m_reasons.push_back(std::move(reason)); }

    [[nodiscard]] const std::vector<Message> &reasons() const { return m_reasons; }

private:
    /// `text`: what is read instead of the cell, which the reason shows.
    FieldValue read(const QString &column, const FieldDesc &field, const QString &text);
    [[nodiscard]] const FieldDesc &desc(QStringView field) const {
        return m_entity.field(m_entity.byName(field));
    }
    const EntityDesc &m_entity;
    QHash<QString, QString> m_cells;
    std::vector<Message> m_reasons;
};

/// A plain decimal times 10^`power`, digit by digit: "1100.04" and 6 give "1100040000". Anything
/// else comes back as it is.
[[nodiscard]] QString shifted(const QString &decimal, int power);

} // namespace dw
