// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/demo/democompany.h"

namespace dw {

/// The whole life of one deal, drawn from its number alone, whether it has happened yet or not.
/// Days are those of DemoTimeline.
struct DemoDealPlan {
    struct Line {
        size_t product = 0;
        int quantity = 1;
        qint64 price = 0; ///< Minor units, discount taken off.
    };
    struct Slip {
        int day = 0;
        int expected = 0; ///< The new day that the end is expected on.
    };

    int number = 0;
    RecordId id;
    int created = 0;
    Instant createdAt;
    int end = 0; ///< The day on which it is won or lost.
    DemoAccount account;
    size_t salesperson = 0;
    demomodel::Drivers drivers;
    bool won = false;
    bool isOpen = false; ///< The end is not before today.
    bool stale = false;  ///< Nothing happens from `silentFrom` on.
    int silentFrom = 0;
    int lostIn = 0;           ///< Open stage that a lost deal is lost in.
    std::vector<int> entered; ///< Day on which each open stage begins, the first one's too.
    std::vector<Line> lines;
    qint64 amount = 0; ///< Minor units: the sum of the lines.
    int expected = 0;  ///< The day that the end is expected on at first.
    std::vector<Slip> slips;
    std::optional<int> metDecisionMaker; ///< Day, where it happens at all.
    std::optional<int> demo;
    std::vector<int> touches;  ///< Days of all touchpoints in order, those two among them.
    std::vector<int> contacts; ///< Numbers of the account's contacts that play a part.
    QString campaign;

    [[nodiscard]] const demomodel::PipelineModel &model() const {
        return demomodel::pipelines[size_t(drivers.pipeline)];
    }
    /// True for what a day of the plan has brought by now.
    [[nodiscard]] bool happened(int day, int today) const {
        return day < today && (!stale || day < silentFrom);
    }
};

[[nodiscard]] DemoDealPlan planDemoDeal(const DemoCompany &company, int number);

} // namespace dw
