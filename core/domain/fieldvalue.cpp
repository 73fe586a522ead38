// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/fieldvalue.h"

#include <algorithm>
#include <cmath>

namespace dw {

FieldValue::FieldValue(double v) {
    if (std::isfinite(v))
        m_v = v == 0.0 ? 0.0 : v;
}

FieldValue::FieldValue(QDate v) {
    if (v.isValid())
        m_v = v;
}

FieldValue::FieldValue(RecordId v) {
    if (!v.isNull())
        m_v = v;
}

FieldValue::FieldValue(QStringList v) {
    std::sort(v.begin(), v.end());
    v.erase(std::unique(v.begin(), v.end()), v.end());
    if (!v.isEmpty())
        m_v = std::move(v);
}

} // namespace dw
