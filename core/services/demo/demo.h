// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/workspace.h"

namespace dw {

/// Which sample company is made. The same request gives the same rows, ids and times included.
struct DemoRequest {
    static constexpr int fewestDeals = 100;
    static constexpr int mostDeals = 1'000'000;
    static constexpr int usualDeals = 800;
    static constexpr quint64 usualSeed = 7;

    int deals = usualDeals;
    quint64 seed = usualSeed;
    Language language = Language::English;
    Instant now;       ///< The history covers the two years before it.
    QTimeZone zone;    ///< Where the company's days begin.
    Currency currency; ///< Of every amount; that of the language where null.
};

/// A state that a row came to after it was made: only the fields that change.
struct DemoStep {
    Record values;
    Instant at;
};

/// A row of the sample company and its history, in the order of time. Rows that others point at
/// come before them.
struct DemoRow {
    Record draft;
    Instant at;
    std::vector<DemoStep> later = {};
};

/// Takes the rows one by one; an error ends the generator, which returns it.
using DemoSink = std::function<Result<void>(DemoRow &&row)>;
/// Deals and other leads that are made, of all. Called on the thread that generates.
using DemoProgress = std::function<void(qint64 done, qint64 total)>;

/// Fails: "demo.deals" {value, least, most}, "demo.now" {value, least, most} (years 1990 to 2100).
[[nodiscard]] Result<void> checkDemo(const DemoRequest &request);

/// Draws the company row by row, in memory that does not grow with the number of deals. Reads no
/// clock and no database. What stands in the data, with its numbers, is docs/SAMPLE.md. Fails:
/// "demo.deals" {value, least, most}, "demo.now" {value} (a date outside the years 1990 to 2100),
/// "cancelled", and as the sink does.
[[nodiscard]] Result<void> generateDemo(const Catalog &catalog, const DemoRequest &request,
                                        const DemoSink &sink, const DemoProgress &progress = {},
                                        StopToken stop = {});

/// The custom field "skills" of people, without which the generator leaves skills out.
[[nodiscard]] FieldDesc demoSkillsField();

/// Zone and currency of the made-up company of a language; the rest of `start` stays.
[[nodiscard]] Workspace::Start demoStart(Workspace::Start start);

struct DemoReport {
    qint64 job = 0;                ///< What `jobs undo` takes back.
    qint64 set = 0;                ///< The change set of all rows.
    QMap<QString, qint64> created; ///< Rows by entity.
};

/// Fills a workspace that holds nothing but what it began with, as one job; date, zone and currency
/// are the workspace's. Waits until it is done: not on the GUI thread. Progress counts thousandths.
/// Fails: "demo.not_empty" {entity, count} (deleted records count), as generateDemo, as the door,
/// and as jobs do.
[[nodiscard]] Result<DemoReport> runDemo(Workspace &workspace, DemoRequest request,
                                         const DemoProgress &progress = {}, StopToken stop = {});

} // namespace dw
