// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/deals/dealclosing.h"

#include "core/services/board/board.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// Open where there is no such stage: the gate and the catalogue say what is wrong with it.
Result<Outcome> outcomeOf(WriteTransaction &tx, RecordId stage) {
    if (stage.isNull())
        return Outcome::Open;
    const auto row = tx.reader().find(u"stage"_s, stage);
    if (!row)
        return row.error();
    const CatalogPtr catalog = tx.catalogPtr();
    return *row ? stageOf(*catalog->entity(u"stage"), (*row)->record).outcome : Outcome::Open;
}

} // namespace

Result<void> settleClosing(WriteTransaction &tx, const Record &standing, Record &values) {
    const CatalogPtr catalog = tx.catalogPtr();
    const EntityDesc &deals = *catalog->entity(u"deal");
    const FieldHandle stage = deals.byName(u"stage");
    if (values.entity() != deals.key || !values.has(stage))
        return {};
    const auto from = outcomeOf(tx, standing.value(stage).as<RecordId>());
    const auto to = outcomeOf(tx, values.value(stage).as<RecordId>());
    if (!from || !to)
        return !from ? from.error() : to.error();
    const FieldHandle closedOn = deals.byName(u"closed_on");
    const FieldHandle reason = deals.byName(u"reason");
    if (*to == Outcome::Open) {
        if (!values.has(closedOn))
            values.set(closedOn, FieldValue());
        if (*from != Outcome::Open && !values.has(reason))
            values.set(reason, FieldValue());
        return {};
    }
    const bool isOther = *from != *to;
    // The form of a new deal gives an empty date where nothing was entered.
    const bool isGiven =
        standing.id().isNull() ? !values.value(closedOn).isEmpty() : values.has(closedOn);
    if (!isGiven && (isOther || standing.value(closedOn).isEmpty()))
        values.set(closedOn, tx.today());
    if (isOther && *from != Outcome::Open && !values.has(reason))
        values.set(reason, FieldValue());
    return {};
}

} // namespace dw
