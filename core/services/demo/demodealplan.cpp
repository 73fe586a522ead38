// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/demo/demodealplan.h"

#include <algorithm>
#include <cmath>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

using namespace demomodel;

constexpr double recentAccountShare = 0.55; ///< New business with those who just came.
constexpr double keyAccountShare = 0.15;    ///< Deals that go to one in `keyAccountOneIn`.
constexpr quint32 keyAccountOneIn = 12;
constexpr double ownSalesperson = 0.85;
constexpr int manyDeals = 100'000; ///< Above, touchpoints thin out.
constexpr double fewestTouches = 0.1;
constexpr int mostTouches = 40;
constexpr double amountSigma = 0.8;

double logistic(double odds) { return 1 / (1 + std::exp(-odds)); }

/// Draws a plan, one part after the other.
class Planner {
public:
    Planner(const DemoCompany &company, int number)
        : m_company(company),
          m_time(company.time()),
          m_random(company.random(DemoThing::Deal, quint64(number))) {
        m_plan.number = number;
    }

    DemoDealPlan plan() {
        begin();
        chooseCustomer();
        chooseSource();
        chooseLines();
        drawDrivers();
        m_plan.won = m_random.chance(logistic(winLogOdds(m_plan.drivers)));
        drawDays();
        drawStages();
        drawExpectation();
        drawTouches();
        return std::move(m_plan);
    }

private:
    void begin() {
        const double share = (m_plan.number + m_random.unit()) / double(m_company.request().deals);
        const DemoTimeline::Moment moment = m_time.momentOf(share);
        m_plan.created = moment.day;
        m_plan.createdAt = moment.at;
        m_plan.id = m_company.id(DemoThing::Deal, quint64(m_plan.number), moment.at);
        std::array<double, pipelines.size()> shares{};
        for (size_t p = 0; p < shares.size(); ++p)
            shares[p] = pipelines[p].share;
        m_plan.drivers.pipeline = Pipeline(m_random.weighted(shares));
    }

    void chooseCustomer() {
        const quint32 here = m_company.accountsBefore(m_plan.created);
        quint32 number = 0;
        if (m_plan.drivers.pipeline == Pipeline::Renewals) {
            number = m_random.below(m_company.oldAccounts());
        } else if (m_plan.drivers.pipeline == Pipeline::NewBusiness
                   && m_random.chance(recentAccountShare)) {
            const quint32 recent = std::max(here / 5, quint32(1));
            number = here - 1 - m_random.below(recent);
        } else {
            number = m_random.below(here);
        }
        if (m_random.chance(keyAccountShare))
            number -= number % keyAccountOneIn;
        m_plan.account = m_company.account(number);
        const DemoAccount &account = m_plan.account;
        m_plan.salesperson = m_random.chance(ownSalesperson)
                                 ? account.salesperson
                                 : m_random.pick(m_company.salespeople(account.territory));
        m_plan.drivers.sector = account.sector;
        m_plan.drivers.salesperson = m_company.people()[m_plan.salesperson].effect[account.sector];
    }

    void chooseSource() {
        if (m_plan.drivers.pipeline == Pipeline::Renewals) {
            m_plan.drivers.source = Source::Customer;
            return;
        }
        std::array<double, sources.size()> shares{};
        for (size_t s = 0; s < shares.size(); ++s)
            shares[s] = sources[s].share;
        m_plan.drivers.source = m_plan.drivers.pipeline == Pipeline::Projects
                                    ? Source::Partner
                                    : Source(m_random.weighted(shares));
        const QString key = sources[size_t(m_plan.drivers.source)].key.toString();
        if (const auto found = m_company.words().campaigns.constFind(key);
            found != m_company.words().campaigns.constEnd())
            m_plan.campaign = m_random.pick(*found);
    }

    /// Products that come near a target, so that the amount is what the lines say.
    void chooseLines() {
        const auto &products = m_company.words().products;
        const double scale = m_company.words().priceScale;
        m_plan.drivers.discount = discounts[m_random.weighted(discountShares)];
        const double target = m_random.lognormal(m_plan.model().medianAmount * scale, amountSigma);
        double left = target;
        const int lines = m_random.between(1, 3);
        std::vector<size_t> taken;
        for (int n = 0; n < lines && left > 0; ++n) {
            size_t product = size_t(m_random.below(products.size()));
            // What costs more than is left to spend makes room for something cheaper.
            for (int tries = 0; tries < 8 && products[product].price > left; ++tries)
                product = size_t(m_random.below(products.size()));
            if (std::find(taken.begin(), taken.end(), product) != taken.end())
                continue;
            taken.push_back(product);
            const double part = n + 1 == lines ? left : left * m_random.real(0.4, 0.8);
            const int quantity = std::max(1, int(std::lround(part / products[product].price)));
            const qint64 list = m_company.minor(products[product].price);
            const qint64 price = (list * (100 - m_plan.drivers.discount) + 50) / 100;
            m_plan.lines.push_back({product, quantity, price});
            m_plan.amount += price * quantity;
            left -= double(quantity) * products[product].price;
        }
        const double major = double(m_plan.amount) / double(m_company.minor(1));
        m_plan.drivers.size = major / (m_plan.model().medianAmount * scale);
    }

    void drawDrivers() {
        m_plan.drivers.decisionMakerEarly = m_random.chance(decisionMakerEarlyShare);
        m_plan.drivers.demoHeld = m_random.chance(demoShare);
        m_plan.drivers.competitor = m_random.chance(competitorShare);
        m_plan.drivers.touchesPerWeek = touchRates[m_random.weighted(touchRateShares)];
    }

    void drawDays() {
        const double median = m_plan.model().medianDays * sectors[m_plan.account.sector].time
                              * std::pow(m_plan.drivers.size, sizeTime);
        m_usualDays = m_random.lognormal(median, daysSigma);
        const double drawn = m_plan.won ? m_usualDays : m_usualDays * lostTime;
        const int days = std::clamp(int(std::lround(drawn)), fewestDays, mostDays);
        m_plan.end = m_time.workdayFrom(m_plan.created + days);
        if (m_plan.won)
            pullToQuarterEnd(days);
        m_plan.isOpen = m_plan.end >= m_time.today();
        if (m_plan.isOpen && m_time.today() - m_plan.created >= staleAge
            && m_random.chance(openStale)) {
            m_plan.stale = true;
            m_plan.silentFrom =
                std::max(m_plan.created + 1,
                         m_time.today() - m_random.between(staleSilence, staleSilence + 50));
        }
    }

    /// Who buys soon before or after the end of a quarter is made to buy by then.
    void pullToQuarterEnd(int days) {
        const int reach = days / 4 + 8;
        const int thisEnd = m_time.quarterEnd(m_plan.end);
        const int lastEnd = m_time.quarterEnd(m_plan.end - 92);
        int target = 0;
        if (thisEnd - m_plan.end <= reach)
            target = thisEnd;
        else if (m_plan.end - lastEnd <= reach && lastEnd - m_plan.created > fewestDays + 10)
            target = lastEnd;
        if (target == 0 || !m_random.chance(quarterEndPull))
            return;
        const int day = m_time.workdayUntil(target - m_random.below(quarterEndDays));
        if (day > m_plan.created + fewestDays)
            m_plan.end = day;
    }

    void drawStages() {
        const PipelineModel &model = m_plan.model();
        const auto stages = std::span(model.time).first(size_t(model.stages));
        m_plan.lostIn = int(m_random.weighted(std::span(model.lossAt).first(size_t(model.stages))));
        const int last = m_plan.won ? model.stages - 1 : m_plan.lostIn;
        const int days = m_plan.end - m_plan.created;
        double passed = 0;
        for (int n = 0; n <= last; ++n) {
            const int day = m_plan.created + int(passed * days);
            m_plan.entered.push_back(n == 0 ? m_plan.created
                                            : std::min(m_time.workdayFrom(day), m_plan.end));
            passed += stages[size_t(n)] * m_random.real(0.7, 1.3);
            passed = std::min(passed, 0.95);
        }
    }

    /// The end that people expect is what such deals usually take, put off whenever it comes near.
    void drawExpectation() {
        const double usual = m_usualDays * m_random.real(0.8, 1.4);
        int expected = m_time.workdayFrom(m_plan.created + std::max(fewestDays, int(usual)));
        m_plan.expected = expected;
        constexpr size_t mostSlips = 8;
        while (expected < m_plan.end && m_plan.slips.size() < mostSlips) {
            const int day =
                m_time.workdayUntil(std::max(m_plan.created + 3, expected - m_random.below(5)));
            if (day <= m_plan.created || day >= m_plan.end)
                break;
            const int by = std::max(10, int(m_usualDays * m_random.real(0.15, 0.4)));
            expected = m_time.workdayFrom(expected + by);
            m_plan.slips.push_back({day, expected});
        }
        // Nobody has put it off since.
        const int age = m_time.today() - m_plan.created;
        if (m_plan.isOpen && !m_plan.stale && age > 20 && m_random.chance(openOverdue)) {
            m_plan.slips.clear();
            m_plan.expected = m_time.workdayUntil(m_time.today() - m_random.between(2, 14));
        }
    }

    void drawTouches() {
        const int days = m_plan.end - m_plan.created;
        if (m_plan.drivers.decisionMakerEarly)
            m_plan.metDecisionMaker = m_time.workdayFrom(
                m_plan.created + m_random.between(1, std::clamp(days - 2, 2, 14)));
        else if (days > earlyDays + 20 && m_random.chance(0.5))
            m_plan.metDecisionMaker = std::min(
                m_time.workdayFrom(m_plan.created + m_random.between(earlyDays + 4, days - 4)),
                m_plan.end);
        if (m_plan.drivers.demoHeld)
            m_plan.demo =
                std::min(m_time.workdayFrom(m_plan.created
                                            + std::max(1, int(days * m_random.real(0.2, 0.6)))),
                         m_plan.end);
        const int needed = int(m_plan.metDecisionMaker.has_value()) + int(m_plan.demo.has_value());
        const int wanted = int(std::lround(m_plan.drivers.touchesPerWeek * days / 7.0)) - needed;
        const int others = std::clamp(int(wanted * thinning()), 0, mostTouches);
        for (int n = 0; n < others; ++n) {
            const double at = (n + m_random.unit()) / others * days;
            const int day = m_time.workdayFrom(m_plan.created + int(at));
            m_plan.touches.push_back(std::min(day, m_plan.end));
        }
        if (m_plan.metDecisionMaker)
            m_plan.touches.push_back(*m_plan.metDecisionMaker);
        if (m_plan.demo)
            m_plan.touches.push_back(*m_plan.demo);
        std::sort(m_plan.touches.begin(), m_plan.touches.end());
        chooseContacts();
    }

    [[nodiscard]] double thinning() const {
        const int deals = m_company.request().deals;
        return deals <= manyDeals ? 1 : std::max(fewestTouches, manyDeals / double(deals));
    }

    void chooseContacts() {
        if (m_plan.metDecisionMaker || m_random.chance(0.5))
            m_plan.contacts.push_back(0);
        for (int n = 1; n < m_plan.account.contacts; ++n) {
            if (m_random.chance(n == 1 ? 0.8 : 0.35))
                m_plan.contacts.push_back(n);
        }
        if (m_plan.contacts.empty())
            m_plan.contacts.push_back(1);
    }

    const DemoCompany &m_company;
    const DemoTimeline &m_time;
    RandomSource m_random;
    DemoDealPlan m_plan;
    double m_usualDays = 0;
};

} // namespace

DemoDealPlan planDemoDeal(const DemoCompany &company, int number) {
    return Planner(company, number).plan();
}

} // namespace dw
