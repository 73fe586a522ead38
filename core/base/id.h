// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"

#include <QByteArray>
#include <QHashFunctions>
#include <QString>
#include <QUuid>

namespace dw {

/// The UUID that a text of 8-4-4-4-12 hexadecimal digits gives, in either case; null where the text
/// is anything else.
[[nodiscard]] QUuid uuidFromText(const QString &text);

/// A UUID that knows what it names; ids of different kinds do not mix.
template <typename Tag> struct Id {
    QUuid value;

    [[nodiscard]] bool isNull() const { return value.isNull(); }
    /// 16 bytes in network order, as stored and hashed.
    [[nodiscard]] QByteArray bytes() const { return value.toRfc4122(); }
    [[nodiscard]] static Id fromBytes(const QByteArray &b) { return {QUuid::fromRfc4122(b)}; }
    /// Lower case, with hyphens, without braces.
    [[nodiscard]] QString text() const { return value.toString(QUuid::WithoutBraces); }
    /// Null where the text is no UUID.
    [[nodiscard]] static Id fromText(const QString &t) { return {uuidFromText(t)}; }

    friend bool operator==(const Id &, const Id &) = default;
    friend bool operator<(const Id &a, const Id &b) { return a.value < b.value; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.value, seed); }
};

using RecordId = Id<struct RecordTag>; ///< A row of any entity.
using ChangeId = Id<struct ChangeTag>; ///< A change record.
using SetUuid = Id<struct SetTag>;     ///< A change set.
using DeviceId = Id<struct DeviceTag>; ///< A copy of the workspace that writes.

/// UUID version 7 (RFC 9562): 48 bits of milliseconds, then random; sorts by time of making.
[[nodiscard]] QUuid makeUuidV7(Instant at);
/// UUID version 5 of `name` in the program's own namespace: the same name gives the same id
/// anywhere.
[[nodiscard]] QUuid makeUuidV5(const QString &name);

} // namespace dw

template <typename Tag> struct std::hash<dw::Id<Tag>> {
    size_t operator()(const dw::Id<Tag> &id) const noexcept { return qHash(id.value, 0); }
};
