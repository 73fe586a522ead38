// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QObject>
#include <QSet>
#include <vector>

namespace dw::ui {

/// The cards that are selected together, in the order in which they were, and the ones that came
/// back from a move that was not allowed. GUI thread.
class CardMarks final : public QObject {
    Q_OBJECT
public:
    explicit CardMarks(QObject *parent) : QObject(parent) {}

    [[nodiscard]] bool has(RecordId deal) const { return m_set.contains(deal); }
    [[nodiscard]] bool isEmpty() const { return m_deals.empty(); }
    [[nodiscard]] const std::vector<RecordId> &deals() const { return m_deals; }
    void set(RecordId deal, bool marked);
    void toggle(RecordId deal) { set(deal, !has(deal)); }
    void add(const std::vector<RecordId> &deals);
    void clear();

    [[nodiscard]] bool isRefused(RecordId deal) const;
    void setRefused(std::vector<RecordId> deals);

signals:
    void changed();

private:
    std::vector<RecordId> m_deals;
    QSet<RecordId> m_set; ///< The same.
    std::vector<RecordId> m_refused;
};

} // namespace dw::ui
