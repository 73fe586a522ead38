// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/jobs/stagedlayout.h"
#include "core/store/write/groupparts.h"

#include <QSet>

namespace dw {

/// A row that a job makes, with all its change records: what WriteTransaction does for a unit, done
/// where the row is staged.
class StagedRow {
public:
    /// `now`: trusted history lies before it. The entity must outlive the row.
    StagedRow(const EntityDesc &entity, const Record &draft, const StagedOrigin &origin,
              Instant now);
    /// A later state, in the order of time; fields that do not differ are passed over.
    void add(const StagedStep &step);

    /// As the row stands after all of it, derived fields too.
    [[nodiscard]] const Record &state() const { return m_state; }
    [[nodiscard]] qint64 notTrusted() const { return m_notTrusted; }
    /// The change records in order, the one that makes the row first.
    [[nodiscard]] std::vector<StagedItem> takeItems() { return std::move(m_items); }

private:
    void derive(const QString &name, Instant at);
    [[nodiscard]] LoggedValue held(FieldHandle field) const;
    /// What a record names: fields by their handles, and the groups of Sets.
    struct Named {
        explicit Named(size_t count) : fields(count) {}
        void add(FieldHandle handle, const FieldDesc &field);
        std::vector<bool> fields;
        QStringList sets; ///< A row has few: asking a list is faster than making a hash.
    };
    void addWhatStays(GroupParts &parts, const Named &named) const;
    StagedItem &addItem(StagedItem::Kind kind, const StagedOrigin &origin);

    struct Stand {
        ChangeId change;
        Instant known;
    };
    const EntityDesc &m_entity;
    Instant m_now;
    Record m_state;
    QSet<QString> m_cleared; ///< Fields that a step emptied.
    QMap<QString, Stand> m_stands;
    Stand m_made;
    qint64 m_notTrusted = 0;
    std::vector<StagedItem> m_items;
};

} // namespace dw
