// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/domain/record.h"
#include "core/store/schema/migrations.h"

#include <QTemporaryDir>
#include <functional>

namespace dw::test {

/// An empty workspace folder that goes with the test, and a clock that stands still. What it opens
/// lies on the faulty VFS, which does as told, and does not wait for the disk.
struct StoreFolder {
    QTemporaryDir dir{quickPlace()};
    WorkspacePaths paths{dir.path()};
    FixedClock clock{Instant{1'772'150'400'000}}; // 2026-02-27T00:00:00Z

    StoreFolder();
    /// A new database, opened for writing; ends the test program where that fails.
    [[nodiscard]] std::unique_ptr<Connection> create();
    [[nodiscard]] std::unique_ptr<Connection> open(OpenMode mode = OpenMode::ReadWrite);
    /// A database from tests/data/<name>.sql.
    void load(const QString &name);
    /// verdictOf() over a fresh connection.
    [[nodiscard]] QString verdict() const;

private:
    [[nodiscard]] static QString quickPlace();
};

/// The first finding of SQLite's own check, "ok" where there is none, or why it could not be asked.
[[nodiscard]] QString verdictOf(Connection &c);

/// Writes the row as it lies in its tables, past door and log.
struct StoredRow {
    QString shortId = QStringLiteral("D-770001");
    bool deleted = false;
};
void insertRow(Connection &c, const Catalog &catalog, const Record &record,
               const StoredRow &row = {});

/// An id that is the same in every run.
[[nodiscard]] RecordId testId(int n);

/// What went wrong, or nothing: for QVERIFY2 and QCOMPARE.
template <typename T> QString failure(const Result<T> &result) {
    return result ? QString() : result.error().message.id + u' ' + result.error().detail;
}
/// Id of the message of an error; "ok" where there is none.
template <typename T> QString messageId(const Result<T> &result) {
    return result ? QStringLiteral("ok") : result.error().message.id;
}

/// Nobody: the user of that name where the test runs as root, so that permissions count.
enum class RunAs { Self, Nobody };
/// Runs in a child process; gives its exit code.
[[nodiscard]] int inChild(RunAs user, const std::function<int()> &run);
/// False where this system has no such thing.
[[nodiscard]] bool canFork();

} // namespace dw::test
