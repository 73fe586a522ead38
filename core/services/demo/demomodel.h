// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <array>

// The numbers behind the sample company: what makes a deal win, how long it takes, when it comes.
// docs/SAMPLE.md repeats them for people, and tests find them again in the data.

namespace dw::demomodel {

enum class Pipeline : quint8 { NewBusiness, Renewals, Projects };
enum class Source : quint8 { Referral, Partner, Event, Website, Content, Ads, Cold, Customer };

/// A pipeline: which share of the deals it has, what is usual in it, and how its deals end.
struct PipelineModel {
    double share;        ///< Of all deals.
    double base;         ///< Log odds of a deal in which nothing speaks for or against winning.
    double medianDays;   ///< From the first day to the end.
    double medianAmount; ///< Before any discount; CNY.
    int stages;          ///< Open ones.
    std::array<double, 5> believed; ///< Win probability that the team has set, percent.
    std::array<double, 5> time;     ///< Share of the days that are spent in each open stage.
    std::array<double, 5> lossAt;   ///< In which open stage a lost deal is when it is lost.
};
constexpr std::array<PipelineModel, 3> pipelines{{
    {0.60,
     -2.45,
     64,
     260'000,
     5,
     {15, 30, 50, 70, 90},
     {0.15, 0.22, 0.25, 0.22, 0.16},
     {0.31, 0.25, 0.22, 0.16, 0.06}},
    {0.22,
     -0.40,
     28,
     140'000,
     3,
     {60, 80, 95, 0, 0},
     {0.40, 0.40, 0.20, 0, 0},
     {0.3, 0.5, 0.2, 0, 0}},
    {0.18,
     -2.40,
     142,
     880'000,
     5,
     {10, 25, 40, 60, 85},
     {0.14, 0.27, 0.24, 0.20, 0.15},
     {0.25, 0.25, 0.20, 0.20, 0.10}},
}};

/// A sector: its share of the accounts, how well we fit it (log odds), how much longer its deals
/// take, and whether it makes things.
struct SectorModel {
    QStringView key;
    double share, fit, time;
    bool industry;
};
constexpr std::array<SectorModel, 8> sectors{{{u"electronics", 0.20, 0.5, 1.0, true},
                                              {u"manufacturing", 0.24, 0.4, 1.2, true},
                                              {u"energy", 0.12, 0.2, 1.1, true},
                                              {u"logistics", 0.12, 0.1, 0.9, false},
                                              {u"medical", 0.10, 0.0, 1.2, false},
                                              {u"education", 0.07, -0.2, 1.0, false},
                                              {u"public", 0.07, -0.3, 1.5, false},
                                              {u"retail", 0.08, -0.4, 0.7, false}}};

/// Where deals come from: the share in new business, what it says about winning (log odds), and
/// which share of the leads from there becomes a deal (0: they come without a lead).
struct SourceModel {
    QStringView key;
    double share, quality, conversion;
};
constexpr std::array<SourceModel, 8> sources{{{u"referral", 0.16, 0.7, 0.60},
                                              {u"partner", 0.12, 0.4, 0.55},
                                              {u"event", 0.16, 0.1, 0.40},
                                              {u"website", 0.18, 0.0, 0.36},
                                              {u"content", 0.12, -0.1, 0.25},
                                              {u"ads", 0.12, -0.5, 0.20},
                                              {u"cold", 0.14, -0.6, 0},
                                              {u"customer", 0, 0.3, 0}}};

// Log odds of winning.
constexpr double decisionMakerEarly = 0.9; ///< Met within `earlyDays` of the first day.
constexpr double demoHeld = 0.6;
constexpr double touchPerWeek = 0.8;   ///< Each touchpoint a week above or below `usualTouches`.
constexpr double discountPoint = 0.04; ///< Each percent off the list price.
constexpr double competitorThere = -0.8;
constexpr double sizeDoubled = -0.2; ///< Each doubling of the amount against its pipeline's median.
constexpr int earlyDays = 21;
constexpr double usualTouches = 0.5;

// How often it is so.
constexpr double decisionMakerEarlyShare = 0.45;
constexpr double demoShare = 0.55;
constexpr double competitorShare = 0.38;
constexpr std::array<double, 5> touchRates{0.2, 0.35, 0.5, 0.8, 1.3}; ///< A week.
constexpr std::array<double, 5> touchRateShares{0.2, 0.3, 0.25, 0.15, 0.1};
constexpr std::array<int, 4> discounts{0, 5, 10, 15}; ///< Percent.
constexpr std::array<double, 4> discountShares{0.4, 0.3, 0.2, 0.1};

/// A skill of a person: log odds for each of the person's deals, or, for a sector's key, for deals
/// with that sector. "coaching" does nothing, so that something does not.
struct SkillModel {
    QStringView key;
    double effect;
    double share; ///< Of the people who have it.
    bool ofSector;
};
constexpr std::array<SkillModel, 10> skills{{{u"discovery", 0.25, 0.5, false},
                                             {u"negotiation", 0.35, 0.45, false},
                                             {u"product_depth", 0.15, 0.5, false},
                                             {u"presentation", 0.10, 0.5, false},
                                             {u"coaching", 0.0, 0.5, false},
                                             {u"electronics", 0.45, 0.35, true},
                                             {u"manufacturing", 0.45, 0.35, true},
                                             {u"energy", 0.45, 0.3, true},
                                             {u"medical", 0.45, 0.3, true},
                                             {u"public", 0.45, 0.25, true}}};
/// Beside skills people differ evenly from -`talent` to +`talent` (log odds).
constexpr double talent = 0.5;

// How long it takes: lognormal around the pipeline's median times the sector's factor times
// (amount / median amount) ^ sizeTime; the end of a won deal is pulled to the quarter's.
constexpr double daysSigma = 0.4;
constexpr double sizeTime = 0.25;
constexpr double lostTime = 1.2; ///< A deal that will be lost drags on.
constexpr int fewestDays = 6;
constexpr int mostDays = 540;
constexpr double quarterEndPull = 0.45; ///< Share of the won deals that could end there and do.
constexpr int quarterEndDays = 10;      ///< Calendar days before the end of a quarter.

// When it comes.
constexpr double growthPerYear = 0.18;
constexpr std::array<double, 12> monthFactors{0.95, 0.90, 1.15, 1.00, 1.00, 1.10,
                                              0.85, 0.80, 1.20, 1.00, 1.10, 0.95};

// Leads.
constexpr double fastAnswerHours = 4;
constexpr double fastIfConverted = 0.62, fastOtherwise = 0.30;
constexpr double leadBehindDeal = 0.6; ///< Of the new business from a source that has leads.

// Faults, as shares of those that could have them.
constexpr double duplicateAccounts = 0.02;
constexpr double duplicateContacts = 0.015;
constexpr double contactsWithoutPhone = 0.08;
constexpr double accountsWithoutPhone = 0.04;
constexpr double wrongSectors = 0.03;
constexpr double misspeltCities = 0.01;
constexpr double openWithoutNextStep = 0.10;
constexpr double openStale = 0.10; ///< Of the open deals that are older than `staleAge`.
constexpr double openOverdue = 0.08;
constexpr double openWithoutAmount = 0.03; ///< Of the open deals in a first stage.
constexpr int staleAge = 75;               ///< Days.
constexpr int staleSilence = 50;           ///< Days at least without anything.

/// What decides whether a deal is won.
struct Drivers {
    Pipeline pipeline = Pipeline::NewBusiness;
    size_t sector = 0;
    Source source = Source::Website;
    bool decisionMakerEarly = false;
    bool demoHeld = false;
    bool competitor = false;
    double touchesPerWeek = usualTouches;
    int discount = 0;       ///< Percent.
    double size = 1;        ///< Amount against the pipeline's median.
    double salesperson = 0; ///< Skills and talent, log odds.
};

/// Log odds of winning: the base of the pipeline plus each driver times its coefficient. The
/// probability is 1 / (1 + exp(-odds)).
[[nodiscard]] double winLogOdds(const Drivers &drivers);

} // namespace dw::demomodel
