// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/fieldvalue.h"

#include <vector>

namespace dw {

/// Position of a field within its entity's list in the catalogue. Lists only grow, so a handle
/// stays good for the life of the process; it is never stored or sent (FieldDesc::name is).
struct FieldHandle {
    quint16 index = 0xFFFF;
    [[nodiscard]] bool isNull() const { return index == 0xFFFF; }
    friend auto operator<=>(const FieldHandle &, const FieldHandle &) = default;
};

/// A row as it travels: typed values by field handle. A field that is not there is *absent*
/// (never given, or not loaded), which differs from one that is there and empty.
class Record {
public:
    Record() = default;
    Record(QString entity, RecordId id) : m_entity(std::move(entity)), m_id(id) {}

    [[nodiscard]] const QString &entity() const { return m_entity; }
    [[nodiscard]] RecordId id() const { return m_id; }
    [[nodiscard]] bool has(FieldHandle f) const { return find(f) != nullptr; }
    /// The value, or nullptr where it is absent.
    [[nodiscard]] const FieldValue *find(FieldHandle f) const;
    /// The value; empty where it is absent.
    [[nodiscard]] const FieldValue &value(FieldHandle f) const;
    void set(FieldHandle f, FieldValue v);
    void unset(FieldHandle f);
    /// In order of handles.
    [[nodiscard]] const std::vector<std::pair<FieldHandle, FieldValue>> &values() const {
        return m_values;
    }

    friend bool operator==(const Record &, const Record &) = default;

private:
    QString m_entity;
    RecordId m_id;
    std::vector<std::pair<FieldHandle, FieldValue>> m_values;
};

} // namespace dw
