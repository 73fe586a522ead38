// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/board/boardtotals.h"

#include <algorithm>
#include <map>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

QMap<QString, QString> days(qint64 count) { return {{u"days"_s, QString::number(count)}}; }

} // namespace

int daysInStage(const BoardCard &card, const ReadTime &time) {
    if (!card.stageSince)
        return 0;
    const QDate since = card.stageSince->toUtc().toTimeZone(time.zone).date();
    const QDate today = time.now.toUtc().toTimeZone(time.zone).date();
    return int(std::max<qint64>(0, since.daysTo(today)));
}

std::vector<Message> cardWarnings(const BoardCard &card, Outcome outcome, QDate today) {
    std::vector<Message> warnings;
    const auto warn = [&](bool when, const QString &id, const QMap<QString, QString> &args = {}) {
        if (when)
            warnings.push_back({id, args});
    };
    warn(!card.amount, u"card.no_amount"_s);
    if (outcome != Outcome::Open)
        return warnings;
    const qint64 late = card.expectedClose ? card.expectedClose->daysTo(today) : 0;
    const qint64 stepLate = card.nextStepDue ? card.nextStepDue->daysTo(today) : 0;
    warn(!card.expectedClose, u"card.no_close"_s);
    warn(late > 0, u"card.overdue"_s, days(late));
    warn(card.account.isNull(), u"card.no_account"_s);
    warn(card.owner.isNull(), u"card.no_owner"_s);
    warn(card.nextStep.isEmpty(), u"card.no_next_step"_s);
    warn(stepLate > 0, u"card.next_step_overdue"_s, days(stepLate));
    return warnings;
}

ColumnTotals totalsOf(const std::vector<const BoardCard *> &cards, const BoardStage &stage) {
    const Share share = shareOf(stage);
    std::map<Currency, ColumnSum> sums;
    for (const BoardCard *card : cards) {
        const Money amount = card->amount.value_or(Money());
        ColumnSum &own = sums[amount.currency()];
        own.currency = amount.currency();
        ++own.rows;
        own.sum.add(amount.minor());
        own.weighted.add(share.of(amount.minor()));
    }
    std::vector<ColumnSum> byCurrency;
    byCurrency.reserve(sums.size());
    for (auto &[currency, sum] : sums)
        byCurrency.push_back(std::move(sum));
    return totalsFrom(byCurrency);
}

} // namespace dw
