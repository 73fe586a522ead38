// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"
#include "app/cli/texttable.h"
#include "core/services/quality/qualitybook.h"

namespace dw::cli {

/// What `quality` is asked.
struct QualityQuestion {
    QString entity; ///< Empty: all that are measured.
    QualityBy by = QualityBy::Nothing;
    QString byName; ///< "person", "team", "source".
    int worst = 0;  ///< 0 = a report.
    QString part;   ///< With `worst`: only records that lack it.
};

/// How the quality of records is told, as text in the words of whoever asked and as JSON.
class QualityTelling {
public:
    QualityTelling(Session &session, const QualityBook &book) : m_session(session), m_book(book) {}

    /// A line an entity.
    void overview(const std::vector<QualityReport> &reports) const;
    /// A line a part.
    void parts(const QualityReport &report) const;
    /// A line a person, team or source.
    void groups(const QualityReport &report, const QualityQuestion &question) const;
    /// Which share of the accounts has contacts, history and files.
    void assets(const QualityReport &report) const;
    /// A line a record.
    void items(const QualityReport &report, const std::vector<QualityItem> &items) const;

    [[nodiscard]] QJsonObject json(const QualityReport &report,
                                   const QualityQuestion &question) const;
    [[nodiscard]] static QJsonObject json(const QualityReport &report, const QualityItem &item);

private:
    [[nodiscard]] TextTable::Column head(const QString &id, Align align = Align::Left) const {
        return {m_session.say(id), align};
    }
    [[nodiscard]] QString partLabel(const QString &entity, const QString &part,
                                    Language language) const;
    [[nodiscard]] QString entityLabel(const QString &entity) const;
    [[nodiscard]] QString missingMost(const QualityReport &report, const QualityTally &tally) const;
    [[nodiscard]] QString groupName(const QualityGroup &group, QualityBy by) const;

    Session &m_session;
    const QualityBook &m_book;
};

} // namespace dw::cli
