// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/deals/dealstage.h"

#include "core/services/deals/dealplace.h"
#include "core/services/values/zone.h"

namespace dw {
using namespace Qt::StringLiterals;

Result<void> placeDeal(WriteTransaction &tx, Record &deal) {
    const CatalogPtr catalog = tx.catalogPtr();
    const EntityDesc &deals = *catalog->entity(u"deal");
    const FieldHandle pipeline = deals.byName(u"pipeline");
    const FieldHandle stage = deals.byName(u"stage");
    if (!deal.value(pipeline).isEmpty() && !deal.value(stage).isEmpty())
        return {};
    return placeDealByText(tx, deal,
                           deal.value(stage).as<RecordId>().isNull()
                               ? QString()
                               : deal.value(stage).as<RecordId>().text());
}

Result<void> placeDealByText(WriteTransaction &tx, Record &deal, const QString &stage) {
    Reader &reader = tx.reader();
    const auto place = DealPlace::load(reader, {tx.now(), zoneOf(reader)});
    if (!place)
        return place.error();
    const CatalogPtr catalog = tx.catalogPtr();
    const auto wrong = place->complete(*catalog->entity(u"deal"), deal, stage);
    if (!wrong)
        return {};
    const ErrorKind kind =
        wrong->id == "link.unknown"_L1 ? ErrorKind::NotFound : ErrorKind::Invalid;
    return Error{kind, *wrong, {}, {}};
}

} // namespace dw
