// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/workspace.h"

namespace dw {

/// One field of a record as people see it.
struct FieldView {
    FieldHandle handle;
    FieldValue value; ///< Formulas are computed.
    QString label;    ///< Title of the row that a link points at; titles of a set's members,
                      ///< comma-separated. Empty otherwise.
};

struct RecordView {
    Row row;
    QString title;
    std::vector<FieldView>
        fields; ///< Every field of the catalogue that is not hidden, in its order.
    [[nodiscard]] const FieldView *field(FieldHandle h) const;
};

/// Fails: "record.unknown" {entity, id}.
[[nodiscard]] Result<RecordView> viewRecord(Reader &reader, const ReadTime &time,
                                            const QString &entity, RecordId id);
/// The same for a row at hand.
[[nodiscard]] RecordView viewRow(Reader &reader, const ReadTime &time, Row row);

/// A form: sections with their fields, as the catalogue describes them.
struct FormSection {
    QString key;
    Label label;
    std::vector<FieldHandle> fields;
};
/// Fields that people may edit (and formulas to read), custom ones too; hidden, derived and system
/// fields are left out.
[[nodiscard]] std::vector<FormSection> formOf(const EntityDesc &entity);

/// One line of a record's history, ready to be worded: what each field went from and to.
struct HistoryLine {
    QString field; ///< Key; "deleted" and "merged_into" too.
    ChangeOp op = ChangeOp::Set;
    LoggedValue old, next;
    QString oldLabel, nextLabel; ///< For links: what the row is called now.
};
struct HistoryEntry {
    ChangeRecord change;
    QString actorName;
    std::vector<HistoryLine> lines;
};
/// Oldest first; of one field (stable name) where one is named; the newest `limit` where it is not
/// 0.
[[nodiscard]] Result<std::vector<HistoryEntry>> historyOf(Reader &reader, const QString &entity,
                                                          RecordId id, const QString &field = {},
                                                          int limit = 0);

} // namespace dw
