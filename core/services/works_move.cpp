// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/board/board.h"
#include "core/services/board/boardplace.h"
#include "core/services/deals/dealclosing.h"
#include "core/services/values/typedvalue.h"
#include "core/services/workinfo.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

Result<std::optional<BoardStage>> findStage(Reader &reader, RecordId id) {
    const auto row = reader.find(u"stage"_s, id);
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<BoardStage>();
    return std::optional(stageOf(*reader.catalog()->entity(u"stage"), (*row)->record));
}

/// Behind all cards of the column but the deal's own.
Result<QString> endOfColumn(Reader &reader, RecordId stage, RecordId deal) {
    const auto cards = readPlaces(reader.connection(), stage);
    if (!cards)
        return cards.error();
    const BoardCard *last = nullptr;
    for (const BoardCard &card : *cards) {
        if (card.id != deal && (!last || standsAbove(*last, card)))
            last = &card;
    }
    return placeBetween(last, nullptr);
}

/// One move on its way through the transaction.
class Move {
public:
    Move(WriteTransaction &tx, const MoveRequest &request, const QString &reason)
        : m_tx(tx),
          m_request(request),
          m_reason(reason.trimmed()),
          m_catalog(tx.catalogPtr()),
          m_deals(*m_catalog->entity(u"deal")) {}

    Result<void> run() {
        if (const auto loaded = load(); !loaded)
            return loaded;
        auto typed = readTypedEdits(m_tx.reader(), m_deals, m_request.deal, m_request.edits);
        if (!typed)
            return typed.error();
        m_typed = std::move(*typed);
        if (const auto put = putStage(); !put)
            return put;
        if (const auto placed = putOrder(); !placed)
            return placed;
        if (const auto written = writeTypedValues(m_tx, m_typed, m_request.seen); !written)
            return written;
        m_tx.setLabel(label());
        return {};
    }

private:
    Result<void> load() {
        auto row = standingRow(m_tx.reader(), u"deal"_s, m_request.deal);
        if (!row)
            return row.error();
        m_standing = std::move(row->record);
        const auto stage = standingRow(m_tx.reader(), u"stage"_s, m_request.stage);
        if (!stage)
            return stage.error();
        m_to = stageOf(*m_catalog->entity(u"stage"), stage->record);
        const auto from = m_standing.value(field(u"stage")).as<RecordId>();
        const auto left = findStage(m_tx.reader(), from);
        if (!left)
            return left.error();
        m_from = left->value_or(BoardStage());
        m_moved = from != m_to.id;
        return {};
    }
    [[nodiscard]] FieldHandle field(QStringView name) const { return m_deals.byName(name); }
    Result<void> putStage() {
        if (!m_moved)
            return {};
        m_typed.values.set(field(u"stage"), m_to.id);
        // Why a deal was lost is the reason of the move.
        if (m_to.outcome == Outcome::Lost && !m_reason.isEmpty()
            && !m_typed.gives(field(u"reason")))
            m_typed.values.set(field(u"reason"), m_reason);
        return settleClosing(m_tx, m_standing, m_typed.values);
    }
    Result<void> putOrder() {
        const FieldHandle order = field(u"board_order");
        if (m_request.order) {
            m_typed.values.set(order, m_request.order->isEmpty() ? FieldValue()
                                                                 : FieldValue(*m_request.order));
        } else if (m_moved) {
            auto end = endOfColumn(m_tx.reader(), m_to.id, m_request.deal);
            if (!end)
                return end.error();
            m_typed.values.set(order, std::move(*end));
        }
        return {};
    }
    [[nodiscard]] Message label() const {
        if (!m_moved && m_request.edits.empty())
            return rowLabel(m_tx, u"set.reorder"_s, u"deal"_s, m_request.deal);
        if (!m_moved) {
            Message label = rowLabel(m_tx, u"set.edit"_s, u"deal"_s, m_request.deal);
            label.args.insert(u"fields"_s, touchedFields(m_deals, m_standing, m_typed));
            return label;
        }
        Message label = rowLabel(m_tx, u"set.move"_s, u"deal"_s, m_request.deal);
        label.args.insert(u"from"_s, m_from.name);
        label.args.insert(u"to"_s, m_to.name);
        return label;
    }

    WriteTransaction &m_tx;
    const MoveRequest &m_request;
    QString m_reason;
    CatalogPtr m_catalog;
    const EntityDesc &m_deals;
    Record m_standing;
    BoardStage m_from, m_to;
    bool m_moved = false;
    TypedValues m_typed;
};

} // namespace

Work moveWork(const MoveRequest &request, const Origin &origin) {
    return {setInfo(origin, {u"set.move"_s, {{u"entity"_s, u"deal"_s}}}),
            [request, reason = origin.reason](WriteTransaction &tx) {
                return Move(tx, request, reason).run();
            }};
}

} // namespace dw
