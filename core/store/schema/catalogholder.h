// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"

#include <memory>
#include <mutex>

namespace dw {

/// The catalogue in force, shared by all threads: built-in entities and the workspace's custom
/// fields.
class CatalogHolder {
public:
    explicit CatalogHolder(CatalogPtr catalog) : m_catalog(std::move(catalog)) {}
    [[nodiscard]] CatalogPtr get() const {
        const std::lock_guard lock(m_mutex);
        return m_catalog;
    }
    void set(CatalogPtr catalog) {
        const std::lock_guard lock(m_mutex);
        m_catalog = std::move(catalog);
    }

private:
    mutable std::mutex m_mutex;
    CatalogPtr m_catalog;
};

} // namespace dw
