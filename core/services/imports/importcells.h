// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/imports/importplan.h"

namespace dw {

/// Reads cells as values of fields, in the forms of their columns. One thread at a time.
class CellReader {
public:
    /// `zone`: of local times; `from1904`: of bare numbers that are days.
    CellReader(const QTimeZone &zone, bool from1904) : m_zone(zone), m_from1904(from1904) {}

    /// The value of a cell that is not blank. Not for links. Fails: "value.*", "money.*" as
    /// reasons, "import.no_currency" {field, value}, "import.cell_error" {field, value}; {field} is
    /// the key.
    [[nodiscard]] Result<FieldValue> value(const FieldDesc &field, const ImportPlan::Column &column,
                                           const QString &text, CellKind kind);
    /// A moment that the other system tells.
    [[nodiscard]] std::optional<Instant> instant(const ImportPlan::Column &column,
                                                 const QString &text, CellKind kind);

private:
    [[nodiscard]] Result<FieldValue> plainValue(const FieldDesc &field,
                                                const ImportPlan::Column &column,
                                                const QString &text, CellKind kind);
    [[nodiscard]] std::optional<QString> plainDay(const ImportPlan::Column &column,
                                                  const QString &text, CellKind kind);
    [[nodiscard]] std::optional<QString> plainMoment(const ImportPlan::Column &column,
                                                     const QString &text, CellKind kind);
    [[nodiscard]] Result<FieldValue> money(const FieldDesc &field, const ImportPlan::Column &column,
                                           const QString &text, CellKind kind) const;
    ZoneTime m_zone;
    bool m_from1904;
};

} // namespace dw
