// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/query/statsquery.h"

#include "core/store/log/standing.h"

namespace dw {
using namespace Qt::StringLiterals;

Result<qint64> rowCount(Connection &c, const EntityDesc &entity) {
    return c.scalar(
        u"SELECT count(*) FROM \"%1\" t WHERE %2"_s.arg(entity.key, standsSql(entity, u"t"_s)));
}

Result<std::vector<StageSum>> stageSums(Connection &c) {
    // SQLite's own sum() fails on overflow, so the halves are added apart.
    auto s = c.prepare(u"SELECT pipeline, stage, amount_currency, count(*),"
                       " sum(amount_minor >> 32), sum(amount_minor & 4294967295)"
                       " FROM deal WHERE deleted = 0 GROUP BY pipeline, stage, amount_currency"_s);
    if (!s)
        return s.error();
    std::vector<StageSum> sums;
    while (true) {
        const auto row = s->step();
        if (!row)
            return row.error();
        if (!*row)
            return sums;
        StageSum sum;
        sum.pipeline = RecordId::fromBytes(s->blob(0));
        sum.stage = RecordId::fromBytes(s->blob(1));
        if (const auto currency = Currency::fromCode(s->text(2)))
            sum.currency = *currency;
        sum.deals = s->integer(3);
        sum.minor.addParts(s->integer(4), s->integer(5));
        sums.push_back(sum);
    }
}

} // namespace dw
