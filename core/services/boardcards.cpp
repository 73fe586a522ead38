// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/exactsum.h"
#include "core/services/boardtotals.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

QMap<QString, QString> days(qint64 count) { return {{u"days"_s, QString::number(count)}}; }

double probabilityOf(const BoardStage &stage) {
    const double usual = stage.outcome == Outcome::Won ? 100 : 0;
    return std::clamp(stage.winProbability.value_or(usual), 0.0, 100.0);
}

struct Sums {
    ExactSum sum, weighted;
};

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
    // Percent with seven decimals, exact for every probability that people type.
    constexpr int scale = 9;
    const qint64 units = std::llround(probabilityOf(stage) * 1e7);
    ColumnTotals totals;
    std::map<Currency, Sums> sums;
    for (const BoardCard *card : cards) {
        ++totals.count;
        if (!card->amount) {
            ++totals.withoutAmount;
            continue;
        }
        Sums &own = sums[card->amount->currency()];
        own.sum.add(card->amount->minor());
        // At most 100 percent of what fits fits.
        if (const auto weighted = card->amount->times(units, scale))
            own.weighted.add(weighted->minor());
    }
    for (const auto &[currency, own] : sums) {
        const auto sum = own.sum.value(), weighted = own.weighted.value();
        if (sum && weighted)
            totals.sums.push_back({Money(*sum, currency), Money(*weighted, currency)});
        else
            totals.overflow = true;
    }
    sortLargestFirst(totals.sums);
    return totals;
}

} // namespace dw
