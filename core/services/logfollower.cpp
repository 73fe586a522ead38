// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/logfollower.h"

#include <QTimer>

namespace dw {

namespace {
// Slices of a job come by the hundred a second; a figure that old is as good.
constexpr int betweenReadsMs = 50;
} // namespace

LogFollower::LogFollower(QString path, QString vfs, const CatalogHolder &catalog, Read read)
    : m_path(std::move(path)),
      m_vfs(std::move(vfs)),
      m_catalog(catalog),
      m_read(std::move(read)) {}

LogFollower::~LogFollower() = default;

Result<void> LogFollower::start() {
    if (m_worker)
        return {};
    auto opened = ReadWorker::open(m_path, m_vfs, m_catalog);
    if (!opened)
        return opened.error();
    m_worker = *std::move(opened);
    ask();
    return {};
}

void LogFollower::follow() {
    if (!m_worker)
        return;
    if (m_isAsked)
        m_isDue = true;
    else
        ask();
}

void LogFollower::ask() {
    m_isAsked = true;
    m_isDue = false;
    m_worker->ask<bool>(m_read, this, [this](bool hasMoved) {
        if (hasMoved)
            emit moved();
        QTimer::singleShot(betweenReadsMs, this, &LogFollower::rest);
    });
}

void LogFollower::rest() {
    m_isAsked = false;
    if (m_isDue)
        ask();
}

void LogFollower::catchUp() {
    m_worker->ask<bool>(m_read, this, [this](bool hasMoved) {
        if (hasMoved)
            emit moved();
    });
    m_worker->drain();
}

} // namespace dw
