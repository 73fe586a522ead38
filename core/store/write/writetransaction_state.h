// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/log/changelogstands.h"
#include "core/store/write/doorcontext.h"
#include "core/store/write/groupparts.h"
#include "core/store/write/openset.h"
#include "core/store/write/writetransaction.h"

#include <map>

namespace dw {

/// What a field shall hold; "deleted" and "merged_into" are fields too.
struct FieldAfter {
    QString name;
    LoggedValue next;
};

/// Changes of one row that count at one time and come from one source: one change record.
struct Segment {
    using Step = FieldStep;
    ChangeId id;
    Instant at;
    bool trusted = false;
    QString source;
    bool created = false;
    qint64 order = 0; ///< Among all segments of the unit.
    std::map<QString, Step> steps;
    std::vector<GroupChange> groups; ///< Made of the steps when the unit closes.
};

/// A row that a unit touches: as it was, as it is, and the way between.
struct PendingRow {
    std::optional<Row> before; ///< nullopt for a row that the unit makes.
    Row now;
    GroupStands stands; ///< As the unit found them.
    std::vector<Segment> segments;
    QMap<QString, std::optional<Instant>> since; ///< What an undo puts back into `<field>_since`.

    [[nodiscard]] const QString &entity() const { return now.record.entity(); }
    [[nodiscard]] RecordId id() const { return now.record.id(); }
};

/// What one unit of work has done so far. Rows are written at once, so that the unit reads what it
/// wrote; change records are made when it closes.
struct WriteTransaction::State {
    State(WriterContext &context, const SetInfo &info);

    WriterContext &context;
    SetInfo info;
    const Instant now; ///< Business time of the unit.
    const QDate today;
    const Instant wall;     ///< The wall clock when the unit began.
    const Instant recorded; ///< When its changes become known.
    Instant at;
    bool trusted;
    QString source;
    std::vector<Message> notes;
    std::vector<Message> warnings;
    std::optional<StopToken> stop;
    OpenSet *into = nullptr; ///< Its records go into this set, which stays open.

    [[nodiscard]] CatalogPtr catalog() const { return context.local.get(); }
    [[nodiscard]] const Catalog &keptCatalog();
    [[nodiscard]] const EntityDesc &desc(const PendingRow &row) const;
    /// Fails where a statement failed before, or somebody asked to stop.
    [[nodiscard]] Result<void> ready() const;

    // Rows (writetransaction_apply.cpp)

    /// The row, read when first asked for. Fails: "catalog.unknown_entity", "record.unknown".
    Result<PendingRow *> row(const QString &entity, RecordId id);
    /// What the field holds now.
    [[nodiscard]] FieldValue value(const PendingRow &row, const QString &name) const;
    [[nodiscard]] QString groupOf(const PendingRow &row, const QString &name) const;
    /// Those of `wanted` that differ from what the row holds.
    [[nodiscard]] std::vector<FieldAfter> differing(const PendingRow &row,
                                                    std::vector<FieldAfter> wanted) const;
    /// Draws the short id of a row that is made, unless it has one.
    Result<void> drawShortId(PendingRow &row);
    /// Makes a row that has been judged.
    Result<void> insert(PendingRow row, const std::vector<FieldAfter> &fields);
    /// Brings a row to what `fields` say, after asking for rights. Fields that do not differ are
    /// passed over.
    Result<void> apply(PendingRow &row, const std::vector<FieldAfter> &fields, WriteAction action);

    // Judging (writetransaction_judge.cpp)

    [[nodiscard]] Error failed(const QString &id, ErrorKind kind, const PendingRow &row) const;
    Result<void> checkValues(const PendingRow &row, const std::vector<FieldAfter> &fields);
    Result<void> checkSeen(PendingRow &row, const std::vector<FieldAfter> &fields,
                           const std::vector<GroupVersion> &seen);
    Result<void> checkAccess(const PendingRow &row, WriteAction action,
                             const QSet<QString> &groups) const;
    /// Asks the gate about every row as it stands now; its warnings replace those that are there.
    std::vector<Message> judge();

    // What holds rows together (writetransaction_ties.cpp)

    /// Fails: "hierarchy.loop" {entity, title, field, chain}.
    Result<void> checkCircles();
    /// Fails: "write.in_use" {entity, title, count}; notes "write.still_named" {entity, count}.
    Result<void> checkInUse(Committed &committed);

    // Custom fields (writetransaction_fields.cpp)

    /// Draws the short id of a definition and names the column after it.
    Result<void> nameColumn(PendingRow &row, std::vector<FieldAfter> &fields);
    /// The catalogue with what a row of `custom_field` says. Fails: "catalog.*", "expr.*",
    /// "write.key_taken".
    [[nodiscard]] Result<CatalogPtr> catalogWith(const PendingRow &row, const Row &proposed) const;
    /// Adds the columns that the catalogue has more, and goes on with it.
    Result<void> adopt(const CatalogPtr &next, const Row &row);

    // Closing (writetransaction_close.cpp)

    /// Judges, writes change records, set and clock. A set of number 0 when nothing differed.
    Result<Committed> close();
    /// What is to be kept once the transaction is committed.
    void keep();

    /// Remembers a failed statement: nothing is committed after it, whatever the unit makes of it.
    template <typename T> Result<T> noted(Result<T> result) {
        if (!result && !m_broken)
            m_broken = result.error();
        return result;
    }

private:
    struct RowKey {
        QString entity;
        RecordId id;
        friend bool operator==(const RowKey &, const RowKey &) = default;
        friend size_t qHash(const RowKey &key, size_t seed = 0) {
            return qHashMulti(seed, key.entity, key.id);
        }
    };

    [[nodiscard]] QSet<QString> groupsOf(const PendingRow &row,
                                         const std::vector<FieldAfter> &fields) const;
    [[nodiscard]] LoggedValue logged(const PendingRow &row, const QString &name) const;
    [[nodiscard]] LoggedValue loggedBefore(const PendingRow &row, const QString &name) const;
    [[nodiscard]] Instant known(const PendingRow &row, const QString &group) const;
    [[nodiscard]] bool mayBeTrusted(const PendingRow &row, const QSet<QString> &groups) const;
    Segment &segmentFor(PendingRow &row, const QSet<QString> &groups);
    void put(Row &row, const EntityDesc &entity, const FieldAfter &field) const;
    [[nodiscard]] std::vector<FieldHandle> derive(PendingRow &row) const;
    Result<void> checkSettingValue(const PendingRow &row, const std::vector<FieldAfter> &fields,
                                   std::vector<Message> &wrong);
    Result<void> checkTargets(const FieldDesc &field, const QString &key, const FieldValue &value,
                              std::vector<Message> &wrong);
    Result<bool> isTarget(const QString &entity, RecordId id);

    void closeRow(PendingRow &row) const;
    [[nodiscard]] std::vector<GroupChange> groupsOf(const PendingRow &row, const Segment &segment,
                                                    const QHash<QString, LoggedValue> &held) const;
    Result<void> closeRights();
    Result<void> indexRows();
    Result<qint64> writeRecords(
        qint64 set,
        const std::function<QByteArray(const ChangeRecord &, const QByteArray &)> &leafOf);
    Result<void> writeLog(Committed &committed);
    [[nodiscard]] Moved movedOf(const PendingRow &row) const;

    std::optional<Error> m_broken;
    std::vector<std::unique_ptr<PendingRow>> m_rows; ///< In the order in which they were touched.
    QHash<RowKey, PendingRow *> m_index;
    std::vector<CatalogPtr> m_catalogs; ///< References to them were given out.
    qint64 m_segments = 0;
    qint64 m_notTrusted = 0;
    LogPosition m_position; ///< After the set.
    std::optional<Access> m_access;
};

/// Titles of rows each of which has the next one above itself: "A → B → A".
[[nodiscard]] QString circleText(Reader &reader, const QString &entity,
                                 const std::vector<RecordId> &circle);

/// A sentence about the row for errors: {entity, title}.
[[nodiscard]] QMap<QString, QString> rowArgs(Reader &reader, const PendingRow &row);

} // namespace dw
