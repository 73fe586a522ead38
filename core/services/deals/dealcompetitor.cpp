// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/deals/dealcompetitor.h"

#include "core/services/workinfo.h"

namespace dw {
using namespace Qt::StringLiterals;

Work competitorWork(RecordId deal, RecordId account, QDate seen, const Origin &origin) {
    const Message label{u"set.create"_s, {{u"entity"_s, u"deal_competitor"_s}}};
    return {setInfo(origin, label), [deal, account, seen](WriteTransaction &tx) -> Result<void> {
                const CatalogPtr catalog = tx.catalogPtr();
                const EntityDesc &entity = *catalog->entity(u"deal_competitor");
                const FieldHandle competitor = entity.byName(u"competitor");
                for (const Record &row :
                     tx.reader().related(u"deal_competitor"_s, u"deal"_s, deal)) {
                    if (row.value(competitor).as<RecordId>() == account)
                        return {};
                }
                Record row(entity.key, {});
                row.set(entity.byName(u"deal"), deal);
                row.set(competitor, account);
                row.set(entity.byName(u"seen_on"), seen);
                const auto made = tx.create(row);
                if (!made)
                    return made.error();
                tx.setLabel(rowLabel(tx, u"set.create"_s, entity.key, *made));
                return {};
            }};
}

} // namespace dw
