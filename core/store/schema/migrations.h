// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/store/files/workspacefiles.h"
#include "core/store/schema/catalogholder.h"
#include "core/store/sqlite/sqlite.h"

namespace dw {

/// The schema this program writes; the database's own is `PRAGMA user_version`. Shipped steps never
/// change.
[[nodiscard]] int currentSchema();
/// Set as `PRAGMA application_id`.
constexpr int applicationId = 0x44574B31;

/// What a new workspace is given beside its schema.
struct NewWorkspace {
    QString zone; ///< IANA name of its time zone.
};

/// Makes an empty database of the current schema with device, clock and zone, under another name
/// until it is whole: killed or failed anywhere, there is no workspace yet and the next try makes
/// it. Fails: "workspace.exists", "store.*"; as probe() where something else lies there.
[[nodiscard]] Result<void> createDatabase(const WorkspacePaths &paths, const NewWorkspace &info,
                                          const Clock &wall, const QString &vfs = {});

/// Brings an older database up to date: a backup in backups/ first, then each step in its own
/// transaction. Killed or failed anywhere, the next start goes on. Nothing happens when it is
/// current. Fails: "store.newer" (Newer), "store.damaged" (Damaged; the original stays as it is;
/// backups are listed in {backups}, and a reason says what to do), "store.not_ours" (another
/// program's database), "store.full", "store.*".
[[nodiscard]] Result<void> migrate(const WorkspacePaths &paths, const Clock &wall,
                                   const QString &vfs = {});

/// Up to `target` only: the test of each step.
[[nodiscard]] Result<void> migrateTo(Connection &c, int target);

/// Refuses what cannot be read: quick checks of header, application id, version. Changes nothing
/// but what a dead process left half done. Returns the version of the schema. Fails as migrate()
/// does, and "workspace.none" (NotFound) where there is no database; an empty file is a damaged
/// one.
[[nodiscard]] Result<int> probe(const WorkspacePaths &paths, const QString &vfs = {});

/// What the steps of the schema made and the database has no longer ("table deal", "column
/// deal.name TEXT", "index deal_by_name"); empty where nothing is missing. Takes about 2 ms.
[[nodiscard]] Result<QStringList> missingInSchema(Connection &c);
/// Refuses a database without a table or column of its schema, before anybody writes what cannot be
/// whole. Fails: "store.damaged" with "check.schema_missing" {name} as reasons, "store.*".
[[nodiscard]] Result<void> requireSchema(Connection &c);

/// The catalogue of the workspace: built-in, and its custom fields. A field that cannot be read is
/// left out and named in `problems`.
[[nodiscard]] Result<CatalogPtr> loadCatalog(Connection &c, std::vector<Message> &problems);

/// Values of the table `meta`: "workspace" and "device" (UUIDs), "device_code" (two base-32
/// characters), "zone", "collation", "search" (version of its
/// grams), "clock".
[[nodiscard]] Result<QString> meta(Connection &c, const QString &key);
[[nodiscard]] Result<void> setMeta(Connection &c, const QString &key, const QString &value);

} // namespace dw
