// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/instant.h"
#include "core/domain/money.h"

#include <QDate>
#include <QStringList>
#include <variant>

namespace dw {

/// One typed value of a field; monostate is empty. Long text, phone, e-mail and choice travel as
/// QString, links and persons as RecordId, counters as qint64, sets as a sorted list without
/// doubles (choice keys, or ids as text).
class FieldValue {
public:
    using Storage = std::variant<std::monostate, bool, qint64, double, QString, QDate, Instant,
                                 Money, RecordId, QStringList>;

    FieldValue() = default;
    FieldValue(bool v) : m_v(v) {}
    FieldValue(qint64 v) : m_v(v) {}
    FieldValue(int v) : m_v(qint64(v)) {}
    /// Minus zero becomes zero; NaN and infinities become empty, so that equal values have equal
    /// bytes.
    FieldValue(double v);
    FieldValue(QString v) : m_v(std::move(v)) {}
    FieldValue(QDate v);
    FieldValue(Instant v) : m_v(v) {}
    FieldValue(Money v) : m_v(v) {}
    FieldValue(RecordId v);
    FieldValue(QStringList v);
    FieldValue(const char *) = delete;

    [[nodiscard]] bool isEmpty() const { return m_v.index() == 0; }
    template <typename T> [[nodiscard]] bool is() const { return std::holds_alternative<T>(m_v); }
    /// The value as T, or a default T where it is empty or of another type.
    template <typename T> [[nodiscard]] T as() const {
        const T *p = std::get_if<T>(&m_v);
        return p ? *p : T{};
    }
    [[nodiscard]] const Storage &storage() const { return m_v; }

    friend bool operator==(const FieldValue &, const FieldValue &) = default;

private:
    Storage m_v;
};

} // namespace dw
