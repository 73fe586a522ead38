// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <vector>

namespace dw {

/// Positions of ids that are kept elsewhere: four to eight bytes an id. Positions are numbers below
/// 2^32 - 1, and each id is there once. The hash is seeded, so that ids from elsewhere cannot be
/// made to collide.
class IdIndex {
public:
    static constexpr quint32 none = 0xFFFF'FFFF;

    /// The position of the id, or `none`; `idAt` gives the id at a position.
    template <typename IdAt> [[nodiscard]] quint32 find(const RecordId &id, IdAt idAt) const {
        if (m_slots.empty())
            return none;
        for (size_t slot = slotOf(id);; slot = (slot + 1) & m_mask) {
            if (m_slots[slot] == none || idAt(m_slots[slot]) == id)
                return m_slots[slot];
        }
    }
    /// Adds an id that is not there yet.
    template <typename IdAt> void insert(const RecordId &id, quint32 position, IdAt idAt) {
        if ((m_count + 1) * 2 > m_slots.size())
            grow(idAt);
        put(id, position);
        ++m_count;
    }

private:
    [[nodiscard]] size_t slotOf(const RecordId &id) const {
        return qHashBits(&id, sizeof(id), m_seed) & m_mask;
    }
    void put(const RecordId &id, quint32 position) {
        size_t slot = slotOf(id);
        while (m_slots[slot] != none)
            slot = (slot + 1) & m_mask;
        m_slots[slot] = position;
    }
    template <typename IdAt> void grow(IdAt idAt) {
        const std::vector<quint32> before = std::move(m_slots);
        m_slots.assign(before.empty() ? 16 : before.size() * 2, none);
        m_mask = m_slots.size() - 1;
        for (const quint32 position : before) {
            if (position != none)
                put(idAt(position), position);
        }
    }

    std::vector<quint32> m_slots;
    size_t m_mask = 0;
    size_t m_count = 0;
    size_t m_seed = QHashSeed::globalSeed();
};

} // namespace dw
