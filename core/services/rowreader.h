// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/dealplace.h"
#include "core/services/importplan.h"

namespace dw {

/// Reads the cells of a row as the plan says: typed values, links looked up.
class RowReader {
public:
    /// `usual`: currency of bare numbers where the mapping names none; nullopt = there is none. The
    /// references must outlive the reader.
    RowReader(const EntityDesc &entity, ImportPlan plan, std::optional<Currency> usual,
              LinkFinder &links, const DealPlace &place)
        : m_entity(entity),
          m_plan(std::move(plan)),
          m_currency(m_plan.currency ? m_plan.currency : usual),
          m_links(links),
          m_place(place),
          m_stage(entity.key == u"deal" ? entity.byName(u"stage") : FieldHandle()) {}

    struct Outcome {
        Record draft;
        std::vector<Message> reasons; ///< Why it cannot come in; empty = it can.
        size_t waiting =
            0; ///< Of them: links to rows of the same entity, which may stand further down.
        [[nodiscard]] bool mayCome() const { return waiting > 0 && waiting == reasons.size(); }
    };
    /// Fails: "store.*" only. Reasons: "value.*", "valid.*", "money.*", "link.unknown",
    /// "link.ambiguous", "import.no_currency" {field, value}, "import.no_stage".
    Result<Outcome> read(const QStringList &cells);

private:
    using Texts = std::vector<std::pair<FieldHandle, QString>>;
    [[nodiscard]] Texts textsOf(const QStringList &cells) const;
    Result<void> take(FieldHandle handle, const QString &text, Outcome &outcome);
    Result<void> takeLinks(FieldHandle handle, const QString &text, Outcome &outcome);
    [[nodiscard]] Result<FieldValue> valueOf(const FieldDesc &field, const QString &text) const;
    void place(const Texts &texts, Outcome &outcome) const;
    void judge(const Texts &texts, Outcome &outcome) const;

    const EntityDesc &m_entity;
    ImportPlan m_plan;
    std::optional<Currency> m_currency;
    LinkFinder &m_links;
    const DealPlace &m_place;
    FieldHandle m_stage; ///< Of deals; null for other entities.
};

} // namespace dw
