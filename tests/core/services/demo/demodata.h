// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/demo/demo.h"

#include <QHash>

namespace dw::test {

/// What somebody who knows nothing but its rows can tell about a generated company: the last state
/// of every record, and when deals changed.
class DemoData {
public:
    struct Move {
        Instant at;
        RecordId stage;
    };
    struct Deal {
        Record last;
        Instant created;
        std::vector<Move> moves;       ///< The first stage too.
        int slips = 0;                 ///< How often the expected end was put off.
        std::vector<Instant> happened; ///< Everything that is known of it, by its rows.
        std::vector<Record> touches, lines, contacts;
        int competitors = 0;
        int openTasks = 0;
    };
    struct Lead {
        Record last;
        std::optional<Instant> answered;
    };

    explicit DemoData(const DemoRequest &request);
    /// Big enough to find effects in, with its history up to 2026-03-09 in Shanghai; made once for
    /// each language.
    static const DemoData &big(Language language);
    static DemoRequest request(int deals, Language language);

    [[nodiscard]] const Catalog &catalog() const { return *m_catalog; }
    [[nodiscard]] const QHash<RecordId, Record> &rows(const QString &entity) const;
    [[nodiscard]] const QHash<RecordId, Deal> &deals() const { return m_deals; }
    [[nodiscard]] const QHash<RecordId, Lead> &leads() const { return m_leads; }
    [[nodiscard]] FieldValue value(const Record &record, QStringView key) const;
    [[nodiscard]] const Record &linked(const Record &record, QStringView key) const;
    [[nodiscard]] QString text(const Record &record, QStringView key) const {
        return value(record, key).as<QString>();
    }
    /// "open", "won" or "lost".
    [[nodiscard]] QString outcome(const Deal &deal) const;
    /// Position of the pipeline of the deal: 0 new business, 1 renewals, 2 projects.
    [[nodiscard]] int pipeline(const Deal &deal) const;
    [[nodiscard]] int stagePosition(RecordId stage) const;
    [[nodiscard]] QDate day(Instant at) const;
    [[nodiscard]] int daysOf(const Deal &deal) const; ///< Of a closed one.

    const DemoRequest asked;
    qint64 rowCount = 0, changeCount = 0;
    QByteArray digest; ///< Of every row and step in order.
    QStringList wrong; ///< What a store would not have taken, at most some of it.

private:
    void take(DemoRow &&row);
    void judge(const DemoRow &row);

    CatalogPtr m_catalog;
    QHash<QString, QHash<RecordId, Record>> m_rows;
    QHash<RecordId, Deal> m_deals;
    QHash<RecordId, Lead> m_leads;
};

} // namespace dw::test
