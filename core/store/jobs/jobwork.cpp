// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/jobs/jobwork.h"

#include "core/base/log.h"
#include "core/domain/text.h"
#include "core/store/jobs/documentsahead.h"
#include "core/store/jobs/slicedundo.h"
#include "core/store/jobs/stagedrows.h"
#include "core/store/log/changelogtable.h"
#include "core/store/schema/keytables.h"
#include "core/store/schema/migrations.h"
#include "core/store/search/searchtables.h"

#include <QFile>
#include <QThreadPool>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr int keysAtOnce = 512;
constexpr int documentsAtOnce = 256;

Result<void> saveClock(WriterContext &writer) {
    return setMeta(writer.connection, u"clock"_s, QString::number(writer.position.clock.value));
}

ChangeSet setOf(const SetInfo &info, const WriterContext &writer) {
    ChangeSet set;
    set.kind = info.kind;
    set.device = writer.device;
    set.actor = info.actor;
    set.label = info.label;
    set.source = info.source;
    set.reason = info.reason;
    set.at = info.at.value_or(writer.clock.now());
    set.undoOf = info.undoOf;
    return set;
}

} // namespace

struct JobWork::Parts {
    std::unique_ptr<Connection> staged; ///< Goes last.
    std::unique_ptr<StagedRows> rows;
    std::unique_ptr<SlicedUndo> undo;
    std::unique_ptr<DocumentsAhead> ahead;
    RowsMade documents; ///< Those that are put into the search tables now.
    size_t filled = 0;  ///< So many of them are.
    bool noMore = false;
    bool joinIsDue = false;
};

JobWork::JobWork(Options options)
    : m_job(std::move(options.job)),
      m_written(m_job),
      m_database(std::move(options.database)),
      m_vfs(std::move(options.vfs)),
      m_path(std::move(options.staged)),
      m_facts(std::move(options.facts)),
      m_set(std::move(options.set)),
      m_undone(std::move(options.undone)),
      m_moved(std::move(options.moved)),
      m_ended(std::move(options.ended)),
      m_edited(std::move(options.edited)) {}

JobWork::~JobWork() = default;

Result<bool> JobWork::slice(WriterContext &writer, const MayGoOn &mayGoOn, ChangeNotice &notice) {
    m_job = m_written;
    if (const auto caught = catchUp(writer); !caught)
        return caught.error();
    const auto more = heedWish(writer);
    if (!more || !*more)
        return more;
    if (const auto done = work(writer, mayGoOn, notice); !done)
        return done;
    if (const auto saved = jobtable::update(writer.connection, m_job); !saved)
        return saved.error();
    notice.set = m_job.undoSet != 0 ? m_job.undoSet : m_job.set;
    if (const auto saved = saveClock(writer); !saved)
        return saved.error();
    return m_job.phase != JobPhase::Finished;
}

Result<bool> JobWork::work(WriterContext &writer, const MayGoOn &mayGoOn, ChangeNotice &notice) {
    const auto done = [&]() -> Result<void> {
        switch (m_job.phase) {
        case JobPhase::Rows:
            return rows(writer, mayGoOn, notice);
        case JobPhase::Keys:
            return keys(writer, mayGoOn);
        case JobPhase::Search:
            return search(writer, mayGoOn);
        case JobPhase::Rejects:
            return rejects(writer, mayGoOn);
        case JobPhase::Close:
            return close(writer);
        case JobPhase::Undo:
            return undo(writer, mayGoOn, notice);
        case JobPhase::CloseUndo:
            return closeUndo(writer);
        case JobPhase::Finished:
            return {};
        }
        return {};
    }();
    return done ? Result<bool>(true) : Result<bool>(done.error());
}

void JobWork::committed() {
    m_written = m_job;
    if (m_set)
        m_set->keep();
    if (m_moved)
        m_moved(m_written);
}

void JobWork::ended(const Result<void> &how) {
    // Closed on the thread that opened it.
    m_parts.reset();
    // Freeing what a million rows took on the disk takes a third of a second, which nobody who
    // writes shall wait for.
    if (how && m_written.phase == JobPhase::Finished && !m_path.isEmpty())
        QThreadPool::globalInstance()->start([path = m_path] {
            if (!QFile::remove(path) && QFile::exists(path))
                qCInfo(lcStore) << "a finished job's file stays until the next start:" << path;
        });
    if (m_ended)
        m_ended(m_written, how);
}

void JobWork::left() { m_parts.reset(); }

void JobWork::noteEdited(const ChangeNotice &notice) {
    for (const Moved &moved : notice.moved)
        m_edited.rows.insert(moved.id);
    if (m_parts && m_parts->undo)
        m_parts->undo->forget();
}

QString JobWork::nextSlice() const { return u"slice of "_s + nameOf(m_job.phase); }

bool JobWork::isLastSlice() const {
    const JobPhase phase = m_written.phase;
    return phase == JobPhase::Close || phase == JobPhase::CloseUndo || m_wish != Wish::None;
}

/// False where the work ends here.
Result<bool> JobWork::heedWish(WriterContext &writer) {
    const Wish wish = m_wish.exchange(Wish::None);
    // What is being taken back is not stopped half-way.
    if (wish == Wish::Pause && m_job.state != JobState::Cancelled) {
        m_job.state = JobState::Paused;
        const auto saved = jobtable::update(writer.connection, m_job);
        return saved ? Result<bool>(false) : Result<bool>(saved.error());
    }
    if (m_job.state == JobState::Paused || m_job.state == JobState::Failed)
        m_job.state = JobState::Applying;
    m_job.problem = {};
    if (wish != Wish::Cancel || m_job.state == JobState::Cancelled)
        return true;
    if (m_job.kind == JobKind::Undo) {
        // What is taken back already stays so; the rest is left.
        m_job.note({u"job.undo_stopped"_s, {}});
        goTo(JobPhase::CloseUndo);
        return true;
    }
    m_job.state = JobState::Cancelled;
    if (m_job.phase == JobPhase::Rows) {
        m_job.bound = m_job.cursor;
        goTo(m_job.set == 0 ? JobPhase::Rejects : JobPhase::Keys);
    }
    return true;
}

void JobWork::goTo(JobPhase phase) {
    m_job.phase = phase;
    m_job.cursor = 0;
    m_job.part = 0;
}

void JobWork::finish(WriterContext &writer, JobState state) {
    goTo(JobPhase::Finished);
    m_job.state = state;
    m_job.done = m_job.total;
    m_job.file.clear();
    m_job.ended = writer.wall.now();
}

Result<void> JobWork::openStaged() {
    if (!m_parts)
        m_parts = std::make_unique<Parts>();
    if (m_parts->staged)
        return {};
    auto opened = Connection::open(m_path, OpenMode::ReadOnly);
    if (!opened)
        return opened.error();
    m_parts->staged = *std::move(opened);
    return {};
}

Result<void> JobWork::begin(WriterContext &writer) {
    if (m_set)
        return {};
    auto set = OpenSet::begin(writer.connection, writer.position, setOf(m_facts.job.info, writer),
                              writer.wall.now());
    if (!set)
        return set.error();
    m_set = *std::move(set);
    m_job.set = m_set->seq();
    return {};
}

Result<void> JobWork::rows(WriterContext &writer, const MayGoOn &mayGoOn, ChangeNotice &notice) {
    if (const auto opened = openStaged(); !opened)
        return opened;
    if (const auto begun = begin(writer); !begun)
        return begun;
    if (!m_parts->rows)
        m_parts->rows =
            std::make_unique<StagedRows>(*m_parts->staged, writer, *m_set, m_facts.job.info);
    const auto all = m_parts->rows->run(m_job, mayGoOn, notice);
    if (!all)
        return all.error();
    if (*all) {
        m_parts->rows.reset();
        m_job.bound = m_job.cursor;
        goTo(JobPhase::Keys);
    }
    return {};
}

/// The file that says which keys are missing cannot be read: all are made anew, in one go.
Result<void> JobWork::rebuildKeys(WriterContext &writer) {
    for (const KeyTable &table : keyTables()) {
        if (const auto done = dw::rebuildKeys(writer.connection, table); !done)
            return done;
    }
    goTo(JobPhase::Search);
    return {};
}

Result<void> JobWork::keys(WriterContext &writer, const MayGoOn &mayGoOn) {
    if (m_path.isEmpty())
        return rebuildKeys(writer);
    if (m_facts.collation != collationVersion()) {
        // Rows were staged with the keys of another ICU: the next start makes all of them anew.
        if (const auto put = setMeta(writer.connection, u"collation"_s, u""_s); !put)
            return put;
        return rebuildKeys(writer);
    }
    if (const auto opened = openStaged(); !opened)
        return opened;
    const auto tables = keyTables();
    while (m_job.part < qint64(tables.size())) {
        const KeyTable &table = tables[size_t(m_job.part)];
        const auto next = [this] {
            ++m_job.part;
            m_job.cursor = 0;
        };
        if (m_facts.created.value(table.entity) == 0) {
            next();
            continue;
        }
        auto s = m_parts->staged->prepare(
            u"SELECT n, key, id, item FROM %1 WHERE n > ? ORDER BY n LIMIT ?"_s.arg(
                stagedKeys(table.name)));
        if (!s)
            return damagedJob(*m_parts->staged, s.error().detail);
        s->bind(1, m_job.cursor);
        s->bind(2, qint64(keysAtOnce));
        std::vector<KeyEntry> run;
        std::vector<qint64> places;
        qint64 last = 0;
        for (;;) {
            const auto row = s->step();
            if (!row)
                return damagedJob(*m_parts->staged, row.error().detail);
            if (!*row)
                break;
            last = s->integer(0);
            // A cancelled job has not made the rows behind its bound.
            if (s->integer(3) > m_job.bound)
                continue;
            places.push_back(last);
            run.push_back({s->blob(1), RecordId::fromBytes(s->blob(2))});
        }
        if (last == 0) {
            next();
            continue;
        }
        const auto filled = fillKeys(writer.connection, table, run, m_edited.rows, mayGoOn);
        if (!filled)
            return filled.error();
        const bool all = *filled == qsizetype(run.size());
        m_job.cursor = all ? last : *filled > 0 ? places[size_t(*filled) - 1] : m_job.cursor;
        m_job.done += *filled;
        if (!mayGoOn())
            return {};
    }
    goTo(JobPhase::Search);
    return {};
}

Result<void> JobWork::search(WriterContext &writer, const MayGoOn &mayGoOn) {
    if (!m_parts)
        m_parts = std::make_unique<Parts>();
    if (m_job.part == 0) {
        const auto all = addDocuments(writer, mayGoOn);
        if (!all)
            return all.error();
        if (!*all)
            return {};
        m_job.part = 1;
        m_parts->ahead.reset();
    }
    const auto fresh = renewDocuments(writer, mayGoOn);
    if (!fresh)
        return fresh.error();
    if (*fresh)
        goTo(JobPhase::Rejects);
    return {};
}

/// Of the rows that the set made, as the log has them: that needs no file. False: there are more.
Result<bool> JobWork::addDocuments(WriterContext &writer, const MayGoOn &mayGoOn) {
    if (m_job.set == 0)
        return true;
    // Every other slice joins what the slices before left in the index.
    if (std::exchange(m_parts->joinIsDue, false)) {
        const auto joined = joinSearch(writer.connection);
        return joined ? Result<bool>(false) : Result<bool>(joined.error());
    }
    const CatalogPtr catalog = writer.local.get();
    RowsMade &made = m_parts->documents;
    size_t &filled = m_parts->filled;
    do {
        if (filled == made.rows.size()) {
            const auto more = nextDocuments(writer, mayGoOn);
            if (!more)
                return more.error();
            if (!*more)
                return m_parts->noMore;
        }
        const EntityDesc *entity = catalog->entity(made.entity);
        auto put = Result<qsizetype>(qsizetype(made.rows.size() - filled));
        if (entity && isSearched(entity->key)) {
            put = fillSearch(writer.connection, *entity, std::span(made.rows).subspan(filled),
                             mayGoOn);
            m_parts->joinIsDue = true;
        }
        if (!put)
            return put.error();
        filled += size_t(*put);
        m_job.cursor = made.places[filled - 1];
        m_job.done += *put;
    } while (mayGoOn());
    return false;
}

/// Those that were made ready, else the writer makes them itself. False where there is nothing to
/// do now.
Result<bool> JobWork::nextDocuments(WriterContext &writer, const MayGoOn &mayGoOn) {
    Parts &parts = *m_parts;
    if (!parts.ahead)
        parts.ahead = std::make_unique<DocumentsAhead>(
            DocumentsAhead::Place{m_database, m_vfs, m_job.set, m_job.cursor}, writer.local.get());
    parts.filled = 0;
    auto ready = parts.ahead->next(mayGoOn);
    if (ready) {
        parts.documents = *std::move(ready);
        return true;
    }
    parts.documents = {};
    if (parts.ahead->isWorking())
        return false;
    auto made = rowsMade(writer.connection, m_job.set, m_job.cursor, documentsAtOnce);
    if (!made)
        return made.error();
    parts.documents = *std::move(made);
    parts.noMore = parts.documents.rows.empty();
    return !parts.noMore;
}

/// Of rows that were there before and that the job changed.
Result<bool> JobWork::renewDocuments(WriterContext &writer, const MayGoOn &mayGoOn) {
    if (std::exchange(m_parts->joinIsDue, false)) {
        const auto joined = joinSearch(writer.connection);
        return joined ? Result<bool>(false) : Result<bool>(joined.error());
    }
    const CatalogPtr catalog = writer.local.get();
    m_parts->joinIsDue = true;
    return refreshSearch(writer.connection, *catalog, mayGoOn);
}

/// What was edited between the reading of the log and the first slice.
Result<void> JobWork::catchUp(WriterContext &writer) {
    if (m_isCaughtUp)
        return {};
    const qint64 open = m_set ? m_set->seq() : 0;
    if (open != 0) {
        const auto more = editedSince(writer.connection, open, m_edited.upTo);
        if (!more)
            return more.error();
        m_edited.rows.unite(more->rows);
    }
    m_isCaughtUp = true;
    return {};
}

Result<void> JobWork::rejects(WriterContext &writer, const MayGoOn &mayGoOn) {
    // What a cancelled job could not take is the file's again.
    if (m_job.state == JobState::Cancelled || m_facts.rejected == 0) {
        goTo(JobPhase::Close);
        return {};
    }
    if (const auto opened = openStaged(); !opened)
        return opened;
    auto read = m_parts->staged->prepare(
        u"SELECT n, file, line, cells, reasons FROM rejected WHERE n > ? ORDER BY n"_s);
    if (!read)
        return damagedJob(*m_parts->staged, read.error().detail);
    read->bind(1, m_job.cursor);
    auto write = writer.connection.prepare(
        u"INSERT INTO rejected_row(set_seq, file, line, cells, reasons) VALUES(?, ?, ?, ?, ?)"_s);
    if (!write)
        return write.error();
    write->bind(1, m_job.set);
    do {
        const auto row = read->step();
        if (!row)
            return damagedJob(*m_parts->staged, row.error().detail);
        if (!*row) {
            goTo(JobPhase::Close);
            return {};
        }
        write->bind(2, read->text(1));
        write->bind(3, read->integer(2));
        write->bind(4, read->text(3));
        write->bind(5, read->text(4));
        if (const auto written = write->run(); !written)
            return written;
        m_job.cursor = read->integer(0);
        ++m_job.rejected;
        ++m_job.done;
    } while (mayGoOn());
    return {};
}

Result<void> JobWork::close(WriterContext &writer) {
    const bool cancelled = m_job.state == JobState::Cancelled;
    if (!m_set || m_set->count() == 0) {
        // Nothing differed: no set is left behind, only what was rejected.
        if (m_job.set != 0) {
            for (const QString &sql : {u"UPDATE rejected_row SET set_seq=0 WHERE set_seq=%1"_s,
                                       u"DELETE FROM change_set WHERE seq=%1"_s}) {
                if (const auto done = writer.connection.exec(sql.arg(m_job.set)); !done)
                    return done;
            }
        }
        m_set.reset();
        m_job.set = 0;
        finish(writer, cancelled ? JobState::TakenBack : JobState::Done);
        return {};
    }
    if (const auto closed = m_set->close(writer.connection, writer.position, writer.wall.now());
        !closed)
        return closed;
    m_undone = m_set->set();
    m_set.reset();
    if (cancelled)
        goTo(JobPhase::Undo);
    else
        finish(writer, JobState::Done);
    return {};
}

Result<void> JobWork::beginUndo(WriterContext &writer) {
    if (m_set)
        return {};
    SetInfo info;
    info.kind = m_undone->kind == SetKind::Undo ? SetKind::Redo : SetKind::Undo;
    info.way = WriteWay::Undo;
    info.actor = m_job.actor;
    info.undoOf = m_undone->seq;
    info.label = m_undone->label;
    info.reason = {u"undo.of"_s, {{u"set"_s, QString::number(m_undone->seq)}}};
    auto set =
        OpenSet::begin(writer.connection, writer.position, setOf(info, writer), writer.wall.now());
    if (!set)
        return set.error();
    m_set = *std::move(set);
    m_job.undoSet = m_set->seq();
    m_job.total = m_job.done + m_undone->count;
    return {};
}

Result<void> JobWork::undo(WriterContext &writer, const MayGoOn &mayGoOn, ChangeNotice &notice) {
    if (const auto begun = beginUndo(writer); !begun)
        return begun;
    if (!m_parts)
        m_parts = std::make_unique<Parts>();
    if (!m_parts->undo)
        m_parts->undo = std::make_unique<SlicedUndo>(writer, *m_set, *m_undone);
    const auto all = m_parts->undo->run(m_job, mayGoOn, notice);
    if (!all)
        return all.error();
    if (!*all)
        return {};
    const auto fresh = renewDocuments(writer, mayGoOn);
    if (!fresh)
        return fresh.error();
    if (*fresh) {
        m_parts->undo.reset();
        goTo(JobPhase::CloseUndo);
    }
    return {};
}

Result<void> JobWork::closeUndo(WriterContext &writer) {
    if (m_set && m_set->count() > 0) {
        const auto closed = m_set->close(writer.connection, writer.position, writer.wall.now());
        if (!closed)
            return closed;
    } else if (m_job.undoSet != 0) {
        const auto gone =
            writer.connection.exec(u"DELETE FROM change_set WHERE seq=%1"_s.arg(m_job.undoSet));
        if (!gone)
            return gone;
        m_job.undoSet = 0;
    }
    m_set.reset();
    finish(writer, m_job.kind == JobKind::Undo ? JobState::Done : JobState::TakenBack);
    return {};
}

Result<JobRow> addJob(Connection &c, JobRow job) {
    auto transaction = Transaction::begin(c, Transaction::Kind::Write);
    if (!transaction)
        return transaction.error();
    if (const auto added = jobtable::insert(c, job); !added)
        return added.error();
    if (const auto done = (*transaction)->commit(); !done)
        return done.error();
    return job;
}

} // namespace dw
