// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testworkspace.h"

#include <QFile>

namespace dw::test {
using namespace Qt::StringLiterals;

namespace {

const Instant start = *Instant::fromIso(u"2026-03-02T08:00:00Z"_s);

} // namespace

TestWorkspace::TestWorkspace(const Options &options)
    : clock(start),
      wall(start),
      m_options(options),
      m_paths(WorkspacePaths::of(options.folder.isEmpty() ? m_folder.path() : options.folder)) {
    must(makeFolders(m_paths));
    const bool isThere = !options.folder.isEmpty();
    if (!isThere && options.from.isEmpty())
        must(createDatabase(m_paths, {u"Asia/Shanghai"_s}, wall, options.vfs));
    else if (!isThere && !QFile::copy(options.from, m_paths.database()))
        qFatal("the database cannot be copied");
    if (!open())
        qFatal("the door does not open");
}

bool TestWorkspace::open() {
    auto connection = Connection::open(m_paths.database(), OpenMode::ReadOnly, m_options.vfs);
    if (!connection)
        return false;
    m_connection = *std::move(connection);
    std::vector<Message> problems;
    auto catalog = loadCatalog(*m_connection, problems);
    if (!catalog)
        return false;
    m_catalog = std::make_unique<CatalogHolder>(*catalog);
    m_reader = std::make_unique<Reader>(*m_connection, *m_catalog);
    auto door = Door::open({m_paths.database(), m_options.vfs, *m_catalog, clock, wall,
                            QTimeZone("Asia/Shanghai"), m_options.gate});
    if (!door)
        return false;
    m_door = *std::move(door);
    return true;
}

void TestWorkspace::close() {
    // The writer goes last, so that it brings the write-ahead log into the database.
    m_reader.reset();
    m_connection.reset();
    m_door.reset();
}

void TestWorkspace::reopen() {
    close();
    if (!open())
        qFatal("the door does not open again");
}

const EntityDesc &TestWorkspace::entity(QStringView key) const {
    const EntityDesc *found = m_catalog->get()->entity(key);
    if (!found)
        qFatal("no such entity");
    return *found;
}

Record TestWorkspace::record(QStringView key, Fields fields, RecordId id) const {
    const EntityDesc &desc = entity(key);
    Record record(desc.key, id);
    for (const auto &[name, value] : fields) {
        const FieldHandle handle = desc.byName(name);
        if (handle.isNull())
            qFatal("no such field: %s", qPrintable(name.toString()));
        record.set(handle, value);
    }
    return record;
}

Result<Committed> TestWorkspace::run(const Unit &unit, SetInfo info) {
    if (info.actor.isNull())
        info.actor = actor;
    return m_door->run({std::move(info), unit});
}

RecordId TestWorkspace::create(QStringView key, Fields fields) {
    RecordId id;
    must(run([&](WriteTransaction &tx) -> Result<void> {
        const auto made = tx.create(record(key, fields));
        if (!made)
            return made.error();
        id = *made;
        return {};
    }));
    return id;
}

qint64 TestWorkspace::change(QStringView key, RecordId id, Fields fields) {
    return must(run([&](WriteTransaction &tx) { return tx.change(record(key, fields, id)); })).set;
}

qint64 TestWorkspace::remove(QStringView key, RecordId id) {
    return must(run([&](WriteTransaction &tx) { return tx.remove(key.toString(), id); })).set;
}

qint64 TestWorkspace::restore(QStringView key, RecordId id) {
    return must(run([&](WriteTransaction &tx) { return tx.restore(key.toString(), id); })).set;
}

Result<Committed> TestWorkspace::undo(qint64 set) {
    return run([set](WriteTransaction &tx) { return undoSet(tx, set); });
}

Row TestWorkspace::row(QStringView key, RecordId id) {
    auto found = must(m_reader->find(key.toString(), id));
    if (!found)
        qFatal("no such row");
    return *std::move(found);
}

FieldValue TestWorkspace::value(QStringView key, RecordId id, QStringView field) {
    return row(key, id).record.value(entity(key).byName(field));
}

CheckReport TestWorkspace::check() {
    return must(checkWorkspace(*m_connection, *m_catalog, m_paths.jobs()));
}

QStringList TestWorkspace::damages() {
    QStringList ids;
    for (const CheckFinding &finding : check().findings) {
        if (finding.damage)
            ids << finding.message.id;
    }
    return ids;
}

const TestWorkspace::Pipeline &TestWorkspace::pipeline() {
    if (m_pipeline)
        return *m_pipeline;
    Pipeline made{create(u"pipeline", {{u"name", u"Sales"_s}}), {}};
    const std::initializer_list<std::pair<QString, QString>> stages{{u"New"_s, u"open"_s},
                                                                    {u"Talks"_s, u"open"_s},
                                                                    {u"Offer"_s, u"open"_s},
                                                                    {u"Won"_s, u"won"_s},
                                                                    {u"Lost"_s, u"lost"_s}};
    for (const auto &[name, outcome] : stages)
        made.stages.push_back(create(u"stage", {{u"pipeline", made.id},
                                                {u"name", name},
                                                {u"position", double(made.stages.size())},
                                                {u"outcome", outcome}}));
    m_pipeline = made;
    return *m_pipeline;
}

RecordId TestWorkspace::deal(const QString &name) {
    const Pipeline &p = pipeline();
    return create(u"deal", {{u"name", name}, {u"pipeline", p.id}, {u"stage", p.stages.front()}});
}

} // namespace dw::test
