// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/fielddefinition.h"
#include "core/services/workspace.h"
#include "core/store/write/undo.h"

namespace dw {

/// Where a change comes from: who, from what, why, and when it counts.
struct Origin {
    RecordId actor;
    QString source = {}; ///< "meeting minutes 2026-02-10, minute 12"; empty = entered by hand.
    QString reason = {};
    std::optional<Instant> at = std::nullopt;
};

/// Everything a person does is one of these named units of work; the command line and the window
/// run the same ones.
[[nodiscard]] Work createWork(const Record &draft, const Origin &origin);
/// `seen`: the versions of the groups as the author saw them; empty = do not ask.
[[nodiscard]] Work changeWork(const Record &values, const std::vector<GroupVersion> &seen,
                              const Origin &origin);
/// Fields as typed text (`FIELD=VALUE`, `+=`, `-=`), resolved on the writer thread.
struct TypedEdit {
    enum class Kind { Set, Include, Exclude };
    QString key;
    Kind kind = Kind::Set;
    QString text;
};
/// A null `id` makes a new row. Links are taken as UUID, short id or exact title. Fails:
/// "field.unknown" {entity, field}, "value.*", "link.unknown" {field, value}, "link.ambiguous"
/// {field, value, count}.
[[nodiscard]] Work typedWork(const QString &entity, RecordId id,
                             const std::vector<TypedEdit> &edits, const Origin &origin);
[[nodiscard]] Work removeWork(const QString &entity, RecordId id, const Origin &origin);
[[nodiscard]] Work restoreWork(const QString &entity, RecordId id, const Origin &origin);

/// A deal to another stage of its own pipeline (or of `pipeline` where given), with what the move
/// asks for.
struct MoveRequest {
    RecordId deal;
    RecordId stage;
    std::vector<TypedEdit> edits = {}; ///< Amount, close date, reason and so on.
    std::optional<QString> order = {}; ///< Place within the column; the end where absent.
    std::vector<GroupVersion> seen = {};
};
/// Close date and reason follow the outcome of the stage (settleClosing), as with every other way.
[[nodiscard]] Work moveWork(const MoveRequest &request, const Origin &origin);

/// Several units as one: written and undone together; the first that fails takes all back.
/// `label`: what they are together.
[[nodiscard]] Work asOneWork(std::vector<Work> works, const Message &label, const Origin &origin);

[[nodiscard]] Work undoWork(qint64 set, const Origin &origin);
[[nodiscard]] Work redoWork(qint64 undoSet, const Origin &origin);

/// A new custom field: a row of `custom_field`, a column, a catalogue.
[[nodiscard]] Work addFieldWork(const FieldDefinition &definition, const Origin &origin);

/// A setting (its JSON value); team and device settings have a v5 id from their name.
enum class SettingScope { Team, Person, Device };
[[nodiscard]] Work settingWork(const QString &key, SettingScope scope, const QJsonValue &value,
                               const Origin &origin);
/// The value in force: the person's, else the device's, else the team's, else the default.
[[nodiscard]] QJsonValue setting(Reader &reader, const QString &key, RecordId person,
                                 const QJsonValue &usual = {});

} // namespace dw
