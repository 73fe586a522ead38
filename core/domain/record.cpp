// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/record.h"

#include <algorithm>

namespace dw {

namespace {
auto lowerBound(const std::vector<std::pair<FieldHandle, FieldValue>> &values, FieldHandle f) {
    return std::lower_bound(values.begin(), values.end(), f,
                            [](const auto &pair, FieldHandle h) { return pair.first < h; });
}
} // namespace

const FieldValue *Record::find(FieldHandle f) const {
    const auto it = lowerBound(m_values, f);
    return it != m_values.end() && it->first == f ? &it->second : nullptr;
}

const FieldValue &Record::value(FieldHandle f) const {
    static const FieldValue empty;
    const FieldValue *v = find(f);
    return v ? *v : empty;
}

void Record::set(FieldHandle f, FieldValue v) {
    const auto at = lowerBound(m_values, f) - m_values.begin();
    if (at < qsizetype(m_values.size()) && m_values[size_t(at)].first == f)
        m_values[size_t(at)].second = std::move(v);
    else
        m_values.insert(m_values.begin() + at, {f, std::move(v)});
}

void Record::unset(FieldHandle f) {
    std::erase_if(m_values, [f](const auto &pair) { return pair.first == f; });
}

} // namespace dw
