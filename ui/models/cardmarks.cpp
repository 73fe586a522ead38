// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/cardmarks.h"

#include <algorithm>

namespace dw::ui {

bool CardMarks::isRefused(RecordId deal) const {
    return std::find(m_refused.begin(), m_refused.end(), deal) != m_refused.end();
}

void CardMarks::set(RecordId deal, bool marked) {
    if (marked == has(deal))
        return;
    if (marked) {
        m_deals.push_back(deal);
        m_set.insert(deal);
    } else {
        std::erase(m_deals, deal);
        m_set.remove(deal);
    }
    emit changed();
}

void CardMarks::add(const std::vector<RecordId> &deals) {
    const size_t before = m_deals.size();
    for (const RecordId deal : deals) {
        if (m_set.contains(deal))
            continue;
        m_set.insert(deal);
        m_deals.push_back(deal);
    }
    if (m_deals.size() != before)
        emit changed();
}

void CardMarks::clear() {
    if (m_deals.empty())
        return;
    m_deals.clear();
    m_set.clear();
    emit changed();
}

void CardMarks::setRefused(std::vector<RecordId> deals) {
    if (deals == m_refused)
        return;
    m_refused = std::move(deals);
    emit changed();
}

} // namespace dw::ui
