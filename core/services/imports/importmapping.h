// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/exchange/valueforms.h"

namespace dw {

/// What a column of a file may become.
enum class ColumnUse : quint8 {
    None,       ///< It is left out.
    Field,      ///< A field of the entity.
    ExternalId, ///< Id in the system the file comes from; of the row, or of what a link points at.
    CreatedAt,  ///< When the row was made there.
    CreatedBy,  ///< Who made it there.
    ChangedAt,  ///< When it was last changed there.
    ChangedBy   ///< Who changed it there.
};

/// What becomes of rows that the workspace has already; what matches nothing is added in all modes.
enum class ImportMode : quint8 {
    Add,      ///< A match is left alone.
    Fill,     ///< The match's blanks are filled.
    Overwrite ///< The match takes what the file says; empty cells say nothing.
};

/// What becomes of a row that names something which is not there.
enum class MissingTargets : quint8 {
    Make,  ///< It is made by its name.
    Reject ///< The row is rejected.
};

/// One column of a file and what becomes of it.
struct MappedColumn {
    QString header = {}; ///< As the first line has it; "#3" for the third, where the header is
                         ///< empty or stands there twice.
    ColumnUse use = ColumnUse::Field;
    /// Field: key of the field; of deals also "product", "quantity" and "price" (a line), "contact"
    /// and "role" (a contact of the deal). ExternalId: key of the link that it is an id of; empty
    /// for the row's own.
    QString field = {};
    std::optional<FieldDesc> newField =
        {}; ///< Field: a custom field to be made; `field` is its key.
    std::optional<NumberForm> number =
        {}; ///< Found out from the cells where absent, as the next one is.
    std::optional<DateOrder> dates = {};
    QString currency = {}; ///< Code, for amounts that name none.
    qint64 multiplier = 1; ///< Of numbers and amounts: 10,000 for a column in 万元.
    QString system = {};   ///< ExternalId: another one than the mapping's.
    friend bool operator==(const MappedColumn &, const MappedColumn &) = default;
};

/// Which column of a file becomes what, and how its values are read. JSON form: docs/IMPORT.md.
struct ImportMapping {
    std::vector<MappedColumn> columns;
    QString currency;               ///< For amounts that are bare numbers; empty = the workspace's.
    std::optional<DateOrder> dates; ///< Of the file.
    QStringList match;              ///< Keys of the fields that rows are found by; empty = usual.
    std::optional<ImportMode> mode; ///< Add where neither mapping nor request say it.
    std::optional<MissingTargets> missing; ///< Make where neither say it.
    QString system;                        ///< Where the ids of the file come from ("salesforce").
    bool trusted = false;            ///< Its dates say what was known when: see docs/IMPORT.md.
    QMap<QString, QString> defaults; ///< Field key and typed text, where the file has no value.

    /// Fails: "import.map_not_json", "import.map_too_large" {limit}, "import.bad_map" {member}.
    [[nodiscard]] static Result<ImportMapping> fromJson(const QByteArray &json);
    [[nodiscard]] QByteArray toJson() const;
    /// By folded header against keys and labels of both languages; what a file of rejects adds is
    /// left out. Two columns may claim one field, which planImport then refuses.
    [[nodiscard]] static ImportMapping propose(const EntityDesc &entity, const QStringList &header);
    friend bool operator==(const ImportMapping &, const ImportMapping &) = default;
};

/// The mappings of a file for `--map`, by name of the file or key of the entity ("": of whatever is
/// imported): one mapping; or {"files": {"deals.csv": {…}, …}}; or what a dry run printed, with one
/// of these as its member "mapping". Fails: as ImportMapping::fromJson().
[[nodiscard]] Result<QMap<QString, ImportMapping>> mappingsFromJson(const QByteArray &json);

/// True where a file may give the field: computed, derived, hidden and the program's own fields are
/// left out.
[[nodiscard]] bool isImportable(const FieldDesc &field);

/// How a mapping names the column at this place: by its header, or "#3" where that is empty or
/// stands in the first line twice.
[[nodiscard]] QString columnName(const QStringList &header, qsizetype at);
/// Place of the column of this name: exact, else folded, else "#3". -1 where there is none.
[[nodiscard]] qsizetype columnOf(const QStringList &header, const QString &name);

// Words of the JSON form and the command line.
[[nodiscard]] QString nameOf(ImportMode mode);        ///< "add", "fill", "overwrite".
[[nodiscard]] QString nameOf(MissingTargets missing); ///< "make", "reject".
[[nodiscard]] QString nameOf(DateOrder order);        ///< "ymd", "mdy", "dmy".
[[nodiscard]] std::optional<ImportMode> modeFromName(const QString &name);
[[nodiscard]] std::optional<MissingTargets> missingFromName(const QString &name);
[[nodiscard]] std::optional<DateOrder> dateOrderFromName(const QString &name);

} // namespace dw
