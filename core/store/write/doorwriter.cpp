// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/write/doorwriter.h"

#include "core/base/log.h"
#include "core/store/write/slicedwork.h"
#include "core/store/write/writetransaction_state.h"

#include <sqlite3.h>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// 10 ms of work; 16 times as much takes 127 ms at once.
constexpr int pagesBetweenCheckpoints = 1000;

int rememberPages(void *pages, sqlite3 *, const char *, int count) {
    *static_cast<int *>(pages) = count;
    return SQLITE_OK;
}

} // namespace

DoorWriter::DoorWriter(std::unique_ptr<Connection> connection, const Door::Options &options)
    : m_connection(std::move(connection)),
      m_context(*m_connection, options) {
    sqlite3_wal_hook(m_connection->handle(), rememberPages, &m_pages);
}

Result<std::unique_ptr<DoorWriter>> DoorWriter::open(const Door::Options &options) {
    auto connection = Connection::open(options.path, OpenMode::ReadWrite, options.vfs);
    if (!connection)
        return connection.error();
    std::unique_ptr<DoorWriter> writer(new DoorWriter(*std::move(connection), options));
    if (const auto loaded = writer->m_context.load(); !loaded)
        return loaded.error();
    return writer;
}

Result<Committed> DoorWriter::write(const Work &work) {
    auto result = attempt(work);
    m_isStale = m_isStale || !result;
    // What an uncommitted unit added to the catalogue is gone with it.
    m_context.local.set(m_context.shared.get());
    return result;
}

Result<Committed> DoorWriter::attempt(const Work &work) {
    if (const auto fresh = freshPosition(); !fresh)
        return fresh.error();
    if (const auto durable = setDurable(true); !durable)
        return durable.error();
    auto transaction = Transaction::begin(*m_connection, Transaction::Kind::Write);
    if (!transaction)
        return transaction.error();
    WriteTransaction::State state(m_context, work.info);
    WriteTransaction tx(state);
    if (const auto done = work.unit(tx); !done)
        return done.error();
    auto committed = state.close();
    if (!committed || committed->set == 0)
        return committed;
    if (const auto done = (*transaction)->commit(); !done)
        return done.error();
    state.keep();
    m_context.shared.set(m_context.local.get());
    return committed;
}

Result<void> DoorWriter::freshPosition() {
    if (!m_isStale)
        return {};
    if (const auto loaded = m_context.loadPosition(); !loaded)
        return loaded;
    m_isStale = false;
    return {};
}

/// A unit is on the disk, with all that stands before it, when it counts as done; slices need not
/// wait: the next unit, or the last slice, makes them durable.
Result<void> DoorWriter::setDurable(bool durable) {
    if (m_isDurable == durable)
        return {};
    const auto done =
        m_connection->exec(durable ? u"PRAGMA synchronous=FULL"_s : u"PRAGMA synchronous=NORMAL"_s);
    if (done)
        m_isDurable = durable;
    return done;
}

Result<bool> DoorWriter::slice(SlicedWork &work, const std::function<bool()> &mayGoOn,
                               ChangeNotice &notice) {
    auto more = attemptSlice(work, mayGoOn, notice);
    m_isStale = m_isStale || !more;
    m_context.local.set(m_context.shared.get());
    return more;
}

Result<bool> DoorWriter::attemptSlice(SlicedWork &work, const std::function<bool()> &mayGoOn,
                                      ChangeNotice &notice) {
    if (const auto fresh = freshPosition(); !fresh)
        return fresh.error();
    if (const auto durable = setDurable(work.isLastSlice()); !durable)
        return durable.error();
    auto transaction = Transaction::begin(*m_connection, Transaction::Kind::Write);
    if (!transaction)
        return transaction.error();
    const auto more = work.slice(m_context, mayGoOn, notice);
    if (!more)
        return more;
    if (const auto done = (*transaction)->commit(); !done)
        return done.error();
    work.committed();
    return more;
}

Result<void> DoorWriter::maintain(const std::function<Result<void>(Connection &)> &task) {
    auto result = task(*m_connection);
    if (sqlite3_get_autocommit(m_connection->handle()) == 0)
        (void)m_connection->exec(u"ROLLBACK"_s);
    m_isStale = true;
    return result;
}

void DoorWriter::checkpointIfDue() {
    // The log starts anew once all of it was brought in and nobody reads it any more.
    if (m_pages < m_pagesSeen)
        m_pagesSeen = 0;
    if (m_pages - m_pagesSeen < pagesBetweenCheckpoints)
        return;
    m_pagesSeen = m_pages;
    const int code = sqlite3_wal_checkpoint_v2(m_connection->handle(), nullptr,
                                               SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    // Nothing is lost: it is tried again when the log has grown further.
    if (code != SQLITE_OK)
        qCInfo(lcStore) << "the write-ahead log was not brought in:" << sqlite3_errstr(code);
}

} // namespace dw
