// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"
#include "core/domain/record.h"

#include <QByteArray>
#include <QString>
#include <optional>
#include <vector>

namespace dw {

enum class FieldType {
    Text,
    LongText,
    Number,
    Money,
    Date,
    Instant,
    YesNo,
    Choice,
    Set,
    Person,
    Link,
    Counter,
    Phone,
    Email,
    Formula ///< Computed from an expression when read; has no column and no log.
};

/// How personal a value is; decides masking in logs, diagnostics and outside services.
enum class PersonalData { None, Name, Contact, Sensitive };

/// How two writers of the same merge group meet.
enum class MergePolicy {
    LastWriter,     ///< The later hybrid clock stands; a true conflict stays visible.
    Add,            ///< Counters: increments add up.
    IncludeExclude, ///< Sets: each member on its own.
    KeepBoth        ///< Long text: both texts are kept on a true conflict.
};

enum class Language { English, Chinese };

/// What a row that points at a record means for that record, and the other way round.
enum class Tie {
    Names,   ///< The record may be deleted; the row goes on naming it, and is told of.
    HangsOn, ///< The row is in the bin with the record, and comes back with it.
    Holds    ///< The record cannot be deleted while the row is there.
};

/// Text in both languages of the program.
struct Label {
    QString en;
    QString zh;
    [[nodiscard]] const QString &in(Language l) const {
        return l == Language::Chinese && !zh.isEmpty() ? zh : en;
    }
    friend bool operator==(const Label &, const Label &) = default;
};

/// One allowed value of a choice or set field.
struct Choice {
    QString key; ///< Stored; `[a-z][a-z0-9_]*`.
    Label label;
    friend bool operator==(const Choice &, const Choice &) = default;
};

/// What makes a value of the field valid. Absent limits do not limit.
struct Validity {
    bool required = false;          ///< May not be empty on create, nor be cleared.
    std::optional<double> min, max; ///< Number and counter; for money in major units.
    int maxLength = 0;              ///< Characters of text; 0 = the type's own limit.
    friend bool operator==(const Validity &, const Validity &) = default;
};

/// One field, described once: forms, tables, import, export, search, permissions, log and sync all
/// read this.
struct FieldDesc {
    QString name; ///< Stable name used by columns, log and sync: the key of a built-in field,
                  ///< `c_<short id>` of a custom one.
    QString key;  ///< `[a-z][a-z0-9_]*`, used by expressions, JSON and the command line.
    FieldType type = FieldType::Text;
    Label label;
    QString unit; ///< "days", "%", "people"…; empty = none.
    PersonalData personal = PersonalData::None;
    Validity validity;
    QString group; ///< Merge group; by default the field's own name.
    MergePolicy policy = MergePolicy::LastWriter;
    QString target; ///< Entity key a Link points at ("person" for Person; set of tags: "tag").
    Tie tie = Tie::Names;        ///< With a target: how the row is tied to what it points at.
    std::vector<Choice> choices; ///< Choice, and Set without a target.
    QString formula; ///< Formula: text of the expression as stored (field names, not keys).
    FieldType formulaType = FieldType::Number; ///< Formula: type of its result.
    QString section; ///< Key of the form section it stands in ("main", "closing", …).
    bool searched = false;
    bool custom = false;
    bool hidden = false;   ///< A custom field that was put away; column and history stay.
    bool readOnly = false; ///< Set by the program only.
    bool derived = false;  ///< Kept by the store from the log (`created_at`, `stage_since`); never
                           ///< logged or synced.
    bool sortable = false; ///< Text with a stored collation key beside it (`<name>_key`).

    /// True where the store has a column (two for money) on the entity's table.
    [[nodiscard]] bool hasColumn() const {
        return type != FieldType::Formula && type != FieldType::Set;
    }
    friend bool operator==(const FieldDesc &, const FieldDesc &) = default;
};

/// "text", "long_text", "number", "money", "date", "instant", "yes_no", "choice", "set", "person",
/// "link", "counter", "phone", "email", "formula".
[[nodiscard]] QString typeName(FieldType type);
[[nodiscard]] std::optional<FieldType> typeFromName(const QString &name);

} // namespace dw
