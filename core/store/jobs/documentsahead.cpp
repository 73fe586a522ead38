// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/jobs/documentsahead.h"

#include "core/base/log.h"
#include "core/store/search/searchdocuments.h"

namespace dw {

namespace {

constexpr int batchSize = 256;
constexpr size_t mostReady = 16;
constexpr auto lookInterval = std::chrono::milliseconds(1);

} // namespace

DocumentsAhead::DocumentsAhead(Place place, CatalogPtr catalog)
    : m_place(std::move(place)),
      m_catalog(std::move(catalog)),
      m_thread([this] { work(); }) {}

DocumentsAhead::~DocumentsAhead() {
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_moved.notify_all();
    m_thread.join();
}

std::optional<RowsMade> DocumentsAhead::next(const std::function<bool()> &mayGoOn) {
    std::unique_lock lock(m_mutex);
    while (m_ready.empty()) {
        if (m_ended || !mayGoOn())
            return std::nullopt;
        m_moved.wait_for(lock, lookInterval);
    }
    RowsMade batch = std::move(m_ready.front());
    m_ready.pop_front();
    m_moved.notify_all();
    return batch;
}

bool DocumentsAhead::isWorking() {
    const std::lock_guard lock(m_mutex);
    return !m_ended || !m_ready.empty();
}

bool DocumentsAhead::put(RowsMade batch) {
    std::unique_lock lock(m_mutex);
    m_moved.wait(lock, [this] { return m_stop || m_ready.size() < mostReady; });
    m_ready.push_back(std::move(batch));
    m_moved.notify_all();
    return !m_stop;
}

void DocumentsAhead::work() {
    if (const auto made = make(); !made)
        qCInfo(lcStore) << "search documents are made by the writer:" << made.error().detail;
    const std::lock_guard lock(m_mutex);
    m_ended = true;
    m_moved.notify_all();
}

Result<void> DocumentsAhead::make() {
    const auto opened = Connection::open(m_place.database, OpenMode::ReadOnly, m_place.vfs);
    if (!opened)
        return opened.error();
    Connection &c = **opened;
    for (qint64 behind = m_place.behind;;) {
        auto batch = rowsMade(c, m_place.set, behind, batchSize);
        if (!batch)
            return batch.error();
        if (batch->rows.empty())
            return {};
        behind = batch->places.back();
        const EntityDesc *entity = m_catalog->entity(batch->entity);
        if (entity && isSearched(entity->key)) {
            auto rows = SearchRows::of(c, *entity);
            if (!rows)
                return rows.error();
            for (SearchEntry &entry : batch->rows) {
                auto tokens = rows->tokens(entry.id);
                if (!tokens)
                    return tokens.error();
                entry.tokens = *std::move(tokens);
            }
        }
        if (!put(*std::move(batch)))
            return {};
    }
}

} // namespace dw
