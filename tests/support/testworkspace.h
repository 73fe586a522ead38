// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/check/check.h"
#include "core/store/query/history.h"
#include "core/store/schema/migrations.h"
#include "core/store/write/door.h"
#include "core/store/write/undo.h"
#include "core/store/write/writetransaction.h"

#include <QTemporaryDir>

namespace dw::test {

/// The value; ends the run with what went wrong where there is none.
template <typename T> T must(Result<T> result) {
    if (!result)
        qFatal("%s: %s", qPrintable(result.error().message.id), qPrintable(result.error().detail));
    return *std::move(result);
}
inline void must(const Result<void> &result) {
    if (!result)
        qFatal("%s: %s", qPrintable(result.error().message.id), qPrintable(result.error().detail));
}

/// Fields of a draft or of an edit by their stable names.
using Fields = std::initializer_list<std::pair<QStringView, FieldValue>>;

/// A database with an open door in a temporary folder, standing clocks and one person. The
/// clocks begin at 2026-03-02T08:00:00Z and move only by tick().
class TestWorkspace {
public:
    struct Options {
        QString vfs = {};
        Gate gate = {};
        QString from = {};   ///< A database to copy; a new one is made where empty.
        QString folder = {}; ///< A workspace that is there already; opened where it lies.
    };
    TestWorkspace() : TestWorkspace(Options{}) {}
    explicit TestWorkspace(const Options &options);

    [[nodiscard]] const WorkspacePaths &paths() const { return m_paths; }
    [[nodiscard]] Door &door() { return *m_door; }
    [[nodiscard]] Connection &connection() { return *m_connection; }
    [[nodiscard]] Reader &reader() { return *m_reader; }
    [[nodiscard]] History history() { return History(*m_connection); }
    [[nodiscard]] CatalogHolder &catalog() { return *m_catalog; }
    [[nodiscard]] const EntityDesc &entity(QStringView key) const;
    [[nodiscard]] Record record(QStringView entity, Fields fields, RecordId id = {}) const;

    /// Closes everything and opens it again, as after a restart.
    void reopen();
    /// Closes the door and all connections; the files stay.
    void close();
    /// Opens what close() closed. False where the door does not open.
    bool open();

    /// Moves both clocks on.
    void tick(qint64 ms = 60'000) {
        clock.advanceMs(ms);
        wall.advanceMs(ms);
    }

    /// Runs a unit by the one person, unless `info` names another.
    Result<Committed> run(const Unit &unit, SetInfo info = {});
    /// One edit each; what fails ends the run.
    RecordId create(QStringView entity, Fields fields);
    qint64 change(QStringView entity, RecordId id, Fields fields);
    qint64 remove(QStringView entity, RecordId id);
    qint64 restore(QStringView entity, RecordId id);
    Result<Committed> undo(qint64 set);

    [[nodiscard]] Row row(QStringView entity, RecordId id);
    [[nodiscard]] FieldValue value(QStringView entity, RecordId id, QStringView field);
    [[nodiscard]] CheckReport check();
    /// Ids of the findings that are damage.
    [[nodiscard]] QStringList damages();
    /// A pipeline with three open stages, Won and Lost; made when first asked for.
    struct Pipeline {
        RecordId id;
        std::vector<RecordId> stages;
    };
    [[nodiscard]] const Pipeline &pipeline();
    /// A deal in the first stage.
    RecordId deal(const QString &name);

    FixedClock clock;
    FixedClock wall;
    const RecordId actor{makeUuidV5(QStringLiteral("tester"))};

private:
    Options m_options;
    QTemporaryDir m_folder;
    WorkspacePaths m_paths;
    std::unique_ptr<CatalogHolder> m_catalog;
    std::unique_ptr<Door> m_door;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<Reader> m_reader;
    std::optional<Pipeline> m_pipeline;
};

} // namespace dw::test
