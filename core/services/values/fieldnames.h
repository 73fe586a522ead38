// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/entitydesc.h"

#include <QHash>
#include <functional>

namespace dw {

/// The names by which people mean the fields of an entity, in the header of a file as on the
/// command line: key, English label, Chinese label; case, width, blanks, `_`, `-` and `.` do not
/// count. A key goes before the label of another field, English before Chinese.
class FieldNames {
public:
    /// Only the fields that `counts` lets in.
    FieldNames(const EntityDesc &entity, const std::function<bool(const FieldDesc &)> &counts);
    /// Key of the field; empty where none is called so.
    [[nodiscard]] QString keyOf(const QString &name) const;

private:
    QHash<QString, QString> m_keys;
};

} // namespace dw
