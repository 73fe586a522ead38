// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/noticegather.h"

#include <QTimer>

namespace dw::ui {

NoticeGather::NoticeGather(QObject *parent) : QObject(parent), m_timer(new QTimer(this)) {
    m_timer->setSingleShot(true);
    m_timer->setInterval(firstMs);
    connect(m_timer, &QTimer::timeout, this, &NoticeGather::tell);
}

void NoticeGather::take(const ChangeNotice &notice) {
    if (!notice.bulk) {
        emit few(notice);
        return;
    }
    m_gathered.set = notice.set;
    m_gathered.bulk = true;
    m_gathered.catalogChanged = m_gathered.catalogChanged || notice.catalogChanged;
    m_tooMany = m_tooMany || m_gathered.moved.size() + notice.moved.size() > mostFollowed;
    if (m_tooMany)
        m_gathered.moved.clear();
    else
        m_gathered.moved.insert(m_gathered.moved.end(), notice.moved.begin(), notice.moved.end());
    if (!m_timer->isActive())
        m_timer->start();
}

void NoticeGather::flush() {
    if (m_timer->isActive()) {
        m_timer->stop();
        tell();
    }
    m_timer->setInterval(firstMs);
}

/// Waits longer each time that everything had to be read, because that takes the longer the more
/// came in.
void NoticeGather::tell() {
    const ChangeNotice gathered = std::exchange(m_gathered, {});
    const bool tooMany = std::exchange(m_tooMany, false);
    m_timer->setInterval(tooMany ? std::min(2 * m_timer->interval(), longestMs) : firstMs);
    if (tooMany)
        emit many();
    else
        emit few(gathered);
}

} // namespace dw::ui
