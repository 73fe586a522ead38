// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/demo/demomodel.h"

#include <cmath>

namespace dw::demomodel {

double winLogOdds(const Drivers &d) {
    double odds = pipelines[size_t(d.pipeline)].base + sectors[d.sector].fit
                  + sources[size_t(d.source)].quality + d.salesperson;
    if (d.decisionMakerEarly)
        odds += decisionMakerEarly;
    if (d.demoHeld)
        odds += demoHeld;
    if (d.competitor)
        odds += competitorThere;
    odds += touchPerWeek * (d.touchesPerWeek - usualTouches);
    odds += discountPoint * d.discount;
    return odds + sizeDoubled * std::log2(d.size);
}

} // namespace dw::demomodel
