// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/workspace.h"

#include "core/services/columns.h"
#include "core/services/jobs/jobs.h"
#include "core/services/leftovers.h"
#include "core/services/quality/quality.h"
#include "core/services/readworker.h"
#include "core/services/seed.h"
#include "core/services/values/zone.h"
#include "core/services/works.h"
#include "core/store/files/backup.h"
#include "core/store/schema/migrations.h"
#include "core/validation/stagegate.h"

#include <QDir>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

QString personKey() { return u"device.person"_s; }

Error readOnlyError() { return makeError(ErrorKind::Io, u"workspace.read_only"_s); }

Error existsError(const WorkspacePaths &paths) {
    return makeError(ErrorKind::Invalid, u"workspace.exists"_s,
                     {{u"folder"_s, QDir::toNativeSeparators(paths.folder)}});
}

} // namespace

// In the order in which the parts are built; the lock goes last.
struct Workspace::State {
    explicit State(const Options &options)
        : paths(WorkspacePaths::of(options.path)),
          clock(options.clock),
          wall(options.wall),
          vfs(options.vfs),
          lockWaitMs(options.lockWaitMs),
          mode(options.mode) {}
    /// The door closes after all readers: only the last connection, if it may write, folds the -wal
    /// file into the database.
    ~State() {
        if (jobs)
            jobs->prepareToClose();
        columns.reset();
        quality.reset();
        worker.reset();
        reader.reset();
        connection.reset();
    }

    Result<void> rollOnRestore();
    Result<void> lockForWriting();
    Result<void> bringUpToDate();
    Result<void> checkComplete();
    Result<void> connect();
    Result<void> openDoor();
    Result<void> open();
    Result<void> seed(const Start &start);
    [[nodiscard]] RecordId personHere();

    WorkspacePaths paths;
    const Clock &clock;
    const Clock &wall;
    QString vfs;
    int lockWaitMs;
    Mode mode;
    bool isIncomplete = false; ///< Tables or columns are missing.
    std::vector<Message> notes;
    std::unique_ptr<WorkspaceLock> lock;
    QTimeZone zone;
    DeviceId device;
    std::unique_ptr<CatalogHolder> catalog;
    std::unique_ptr<Connection> connection;
    std::unique_ptr<Reader> reader;
    std::unique_ptr<Jobs> jobs; ///< Goes after the door, which still tells of them.
    std::unique_ptr<Door> door;
    std::unique_ptr<ReadWorker> worker;
    std::unique_ptr<Columns> columns; ///< Made when first asked for, as quality is.
    std::unique_ptr<Quality> quality;
    RecordId person;  ///< Who sits here, as the setting says.
    RecordId actsFor; ///< `--as`.
};

/// Also by whoever only reads: until then it is not settled what there is to read.
Result<void> Workspace::State::rollOnRestore() {
    if (!isRestorePending(paths))
        return {};
    const auto taken = takeLock(paths, lockWaitMs, notes);
    if (!taken)
        return taken.error();
    const auto finished = finishRestore(paths);
    if (finished)
        notes.push_back({u"opening.restore_finished"_s, {}});
    return finished;
}

Result<void> Workspace::State::lockForWriting() {
    auto taken = takeLock(paths, lockWaitMs, notes);
    if (!taken)
        return taken.error();
    lock = std::move(*taken);
    dropLeftovers(paths, notes);
    return {};
}

/// A reader cannot migrate; it may read what is current.
Result<void> Workspace::State::bringUpToDate() {
    if (mode == Mode::Write)
        return migrate(paths, wall, vfs);
    const auto version = probe(paths, vfs);
    if (!version)
        return version.error();
    if (*version < currentSchema())
        return makeError(ErrorKind::Io, u"opening.older"_s,
                         {{u"folder"_s, QDir::toNativeSeparators(paths.folder)}});
    return {};
}

/// Where tables or columns are missing nobody may write; what is there may still be read.
Result<void> Workspace::State::checkComplete() {
    const auto complete = requireSchema(*connection);
    if (complete || complete.error().kind != ErrorKind::Damaged || mode == Mode::Write)
        return complete;
    isIncomplete = true;
    const Error &error = complete.error();
    notes.push_back(error.message);
    notes.insert(notes.end(), error.reasons.begin(), error.reasons.end());
    return {};
}

Result<void> Workspace::State::connect() {
    auto opened = Connection::open(paths.database(), OpenMode::ReadOnly, vfs);
    if (!opened)
        return opened.error();
    connection = std::move(*opened);
    if (const auto complete = checkComplete(); !complete)
        return complete;
    auto loaded = loadCatalog(*connection, notes);
    if (!loaded && !isIncomplete)
        return loaded.error();
    catalog = std::make_unique<CatalogHolder>(loaded ? *loaded : Catalog::builtin());
    reader = std::make_unique<Reader>(*connection, *catalog);
    zone = zoneOf(*reader);
    const auto id = meta(*connection, u"device"_s);
    if (!id)
        return id.error();
    device = DeviceId::fromText(*id);
    auto reading = ReadWorker::open(paths.database(), vfs, *catalog);
    if (!reading)
        return reading.error();
    worker = std::move(*reading);
    return {};
}

Result<void> Workspace::State::openDoor() {
    auto opened = Door::open({.path = paths.database(),
                              .vfs = vfs,
                              .catalog = *catalog,
                              .clock = clock,
                              .wall = wall,
                              .zone = zone,
                              .gate = stageGate});
    if (!opened)
        return opened.error();
    door = std::move(*opened);
    return {};
}

Result<void> Workspace::State::open() {
    if (const auto current = bringUpToDate(); !current)
        return current;
    if (const auto connected = connect(); !connected)
        return connected;
    if (mode == Mode::Write) {
        if (const auto opened = openDoor(); !opened)
            return opened;
    }
    jobs = std::make_unique<Jobs>(Jobs::Surroundings{paths, *connection, door.get(), wall, vfs});
    if (door) {
        if (const auto rolled = jobs->rollForward(); !rolled)
            return rolled;
    }
    person = personHere();
    return {};
}

Result<void> Workspace::State::seed(const Start &start) {
    const auto complete = completeStart(start);
    if (!complete)
        return complete.error();
    const auto seeded = door->run(seedWork(*complete, clock));
    if (!seeded)
        return seeded.error();
    person = personHere();
    return {};
}

/// Somebody who was deleted sits nowhere.
RecordId Workspace::State::personHere() {
    const auto id = RecordId::fromText(setting(*reader, personKey(), {}).toString());
    if (id.isNull())
        return id;
    const auto row = reader->find(u"person"_s, id);
    return row && *row && !(*row)->deleted ? id : RecordId();
}

Result<std::unique_ptr<Workspace>> Workspace::open(const Options &options) {
    auto state = std::make_unique<State>(options);
    if (const auto kind = checkFolderKind(state->paths.folder); !kind)
        return kind.error();
    if (const auto restored = state->rollOnRestore(); !restored)
        return restored.error();
    // Before the lock, so that a folder without a workspace is left as it is.
    if (const auto there = probe(state->paths, options.vfs); !there)
        return there.error();
    if (options.mode == Mode::Write) {
        if (const auto locked = state->lockForWriting(); !locked)
            return locked.error();
    }
    if (const auto opened = state->open(); !opened)
        return opened.error();
    if (!state->door)
        return std::unique_ptr<Workspace>(new Workspace(std::move(state)));
    const auto unfinished = needsSeed(*state->connection);
    if (!unfinished)
        return unfinished.error();
    if (*unfinished) {
        if (const auto seeded = state->seed({}); !seeded)
            return seeded.error();
    }
    return std::unique_ptr<Workspace>(new Workspace(std::move(state)));
}

Result<std::unique_ptr<Workspace>> Workspace::create(const Options &options, const Start &start) {
    if (options.mode != Mode::Write)
        return readOnlyError();
    const auto complete = completeStart(start);
    if (!complete)
        return complete.error();
    auto state = std::make_unique<State>(options);
    if (const auto kind = checkFolderKind(state->paths.folder); !kind)
        return kind.error();
    if (const auto made = makeFolders(state->paths); !made)
        return made.error();
    if (const auto locked = state->lockForWriting(); !locked)
        return locked.error();
    const auto there = probe(state->paths, options.vfs);
    if (!there && there.error().kind != ErrorKind::NotFound)
        return there.error();
    if (!there) {
        const auto made = createDatabase(state->paths, {complete->zone}, options.wall, options.vfs);
        if (!made)
            return made.error();
    }
    if (const auto opened = state->open(); !opened)
        return opened.error();
    const auto unfinished = needsSeed(*state->connection);
    if (!unfinished)
        return unfinished.error();
    if (!*unfinished)
        return existsError(state->paths);
    if (const auto seeded = state->seed(*complete); !seeded)
        return seeded.error();
    return std::unique_ptr<Workspace>(new Workspace(std::move(state)));
}

Workspace::Workspace(std::unique_ptr<State> state) : m_state(std::move(state)) {
    if (!m_state->door)
        return;
    const auto pass = [this](const ChangeNotice &notice) {
        if (notice.touches(u"setting") || notice.touches(u"person"))
            refreshSettings();
        if (notice.catalogChanged)
            emit catalogChanged();
        emit changed(notice);
    };
    connect(m_state->door.get(), &Door::committed, this, pass, Qt::QueuedConnection);
}

Workspace::~Workspace() = default;

const WorkspacePaths &Workspace::paths() const { return m_state->paths; }

QString Workspace::vfs() const { return m_state->vfs; }

Workspace::Mode Workspace::mode() const { return m_state->mode; }

CatalogPtr Workspace::catalog() const { return m_state->catalog->get(); }

const CatalogHolder &Workspace::catalogHolder() const { return *m_state->catalog; }

const Clock &Workspace::clock() const { return m_state->clock; }

const Clock &Workspace::wall() const { return m_state->wall; }

QTimeZone Workspace::zone() const { return m_state->zone; }

QDate Workspace::today() const { return m_state->clock.today(m_state->zone); }

ReadTime Workspace::readTime() const { return {m_state->clock.now(), m_state->zone}; }

DeviceId Workspace::device() const { return m_state->device; }

Reader &Workspace::reader() { return *m_state->reader; }

History Workspace::history() { return History(*m_state->connection); }

ReadWorker &Workspace::worker() { return *m_state->worker; }

Jobs &Workspace::jobs() { return *m_state->jobs; }

Columns &Workspace::columns() {
    if (!m_state->columns) {
        m_state->columns =
            std::make_unique<Columns>(m_state->paths.database(), m_state->vfs, *m_state->catalog);
        connect(this, &Workspace::changed, m_state->columns.get(), &Columns::follow);
    }
    return *m_state->columns;
}

Quality &Workspace::quality() {
    if (!m_state->quality) {
        m_state->quality =
            std::make_unique<Quality>(m_state->paths.database(), m_state->vfs, *m_state->catalog);
        connect(this, &Workspace::changed, m_state->quality.get(), &Quality::follow);
    }
    return *m_state->quality;
}

Result<Committed> Workspace::run(const Work &work) {
    if (!m_state->door)
        return readOnlyError();
    auto committed = m_state->door->run(work);
    // The notice arrives by the event loop, which a command line may not have.
    if (committed && committed->notice.touches(u"setting"))
        refreshSettings();
    return committed;
}

void Workspace::submit(const Work &work, QObject *context,
                       std::function<void(Result<Committed>)> done) {
    if (m_state->door)
        m_state->door->submit(work, context, std::move(done));
    else
        QMetaObject::invokeMethod(
            context, [done = std::move(done)] { done(readOnlyError()); }, Qt::QueuedConnection);
}

Result<void> Workspace::maintain(const std::function<Result<void>(Connection &)> &task) {
    if (!m_state->door)
        return readOnlyError();
    return m_state->door->maintain(task);
}

Door::Hold Workspace::takeLongestHold() {
    return m_state->door ? m_state->door->takeLongestHold() : Door::Hold();
}

RecordId Workspace::actor() const {
    return m_state->actsFor.isNull() ? m_state->person : m_state->actsFor;
}

void Workspace::actAs(RecordId person) {
    const RecordId before = actor();
    m_state->actsFor = person;
    if (actor() != before)
        emit actorChanged();
}

Work Workspace::sitHere(RecordId person) const {
    Work work =
        settingWork(personKey(), SettingScope::Device,
                    person.isNull() ? QJsonValue() : QJsonValue(person.text()), {.actor = person});
    work.info.label = {u"set.sit_here"_s, {}};
    return work;
}

void Workspace::refreshSettings() {
    m_state->zone = zoneOf(*m_state->reader);
    m_state->door->setZone(m_state->zone);
    const RecordId before = actor();
    m_state->person = m_state->personHere();
    if (actor() != before)
        emit actorChanged();
}

const std::vector<Message> &Workspace::openingNotes() const { return m_state->notes; }

} // namespace dw
