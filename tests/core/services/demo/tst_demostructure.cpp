// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/demo/democompany.h"
#include "tests/core/services/demo/demodata.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace dw;
using namespace dw::test;

namespace {

constexpr int firstYearEnded = 365;

double median(std::vector<int> values) {
    const auto middle = values.begin() + qsizetype(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

bool isNear(double found, double stated, double within) {
    return std::abs(found - stated) < within;
}

#define VERIFY_NEAR(found, stated, within) \
    QVERIFY2(isNear(found, stated, within), qPrintable(QString::number(found)))

} // namespace

/// docs/SAMPLE.md says when things happen, how long they take and what is wrong in the data: here
/// that is found again in the rows alone.
class TestDemoStructure : public QObject {
    Q_OBJECT
private slots:
    void beginnings_followTheSeasonAndTheTrend();
    void holidays_areQuiet_data();
    void holidays_areQuiet();
    void nothing_happensAtWeekends();
    void wonDeals_crowdAtQuarterEnds();
    void cycles_haveTheirMedians();
    void sectors_takeLongerOrShorter();
    void stages_loseAsStated();
    void lostDeals_areWhereTheyWereLost();
    void closeDates_slip();
    void amounts_areWhatTheLinesSay();
    void openDeals_fillTheBoard();
    void faults_haveTheirShares();
    void duplicates_areThereToBeFound();

private:
    [[nodiscard]] bool hasEnded(const DemoData &data, const DemoData::Deal &deal) const {
        return data.day(deal.created).daysTo(data.day(data.asked.now)) >= firstYearEnded
               && data.outcome(deal) != "open"_L1;
    }
};

void TestDemoStructure::beginnings_followTheSeasonAndTheTrend() {
    const DemoData &data = DemoData::big(Language::English);
    const QDate today = data.day(data.asked.now);
    std::array<int, 2> years{};
    std::array<double, 12> months{};
    for (const DemoData::Deal &deal : data.deals()) {
        const QDate day = data.day(deal.created);
        ++years[size_t(day >= today.addYears(-1))];
        months[size_t(day.month() - 1)] += 1;
    }
    VERIFY_NEAR(double(years[1]) / years[0], 1 + demomodel::growthPerYear, 0.04);
    // Each month is there twice, but for the one that today cuts; days of work differ a little.
    const double usual = (months[3] + months[4]) / 2 / demomodel::monthFactors[3];
    for (const size_t month : {5U, 6U, 7U, 8U, 9U, 10U})
        VERIFY_NEAR(months[month] / usual, demomodel::monthFactors[month], 0.16);
    QVERIFY(months[8] > 1.2 * months[7]);
}

void TestDemoStructure::holidays_areQuiet_data() {
    QTest::addColumn<bool>("chinese");
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("to");
    QTest::newRow("new year, Chinese") << true << QDate(2025, 1, 22) << QDate(2025, 2, 6);
    QTest::newRow("national holiday, Chinese") << true << QDate(2025, 10, 1) << QDate(2025, 10, 7);
    QTest::newRow("end of the year, English") << false << QDate(2024, 12, 21) << QDate(2025, 1, 2);
}

void TestDemoStructure::holidays_areQuiet() {
    QFETCH(const bool, chinese);
    QFETCH(const QDate, from);
    QFETCH(const QDate, to);
    const DemoData &data = DemoData::big(chinese ? Language::Chinese : Language::English);
    const auto length = int(from.daysTo(to)) + 1;
    int within = 0, around = 0, closed = 0;
    for (const DemoData::Deal &deal : data.deals()) {
        const QDate day = data.day(deal.created);
        within += day >= from && day <= to;
        around += (day >= from.addDays(-28) && day < from) || (day > to && day <= to.addDays(28));
        const QDate end = data.value(deal.last, u"closed_on").as<QDate>();
        closed += end >= from && end <= to;
    }
    const double ratio = (double(within) / length) / (double(around) / 56);
    QVERIFY2(ratio < 0.25, qPrintable(QString::number(ratio)));
    QVERIFY(within > 0);
    QCOMPARE(closed, 0);
}

void TestDemoStructure::nothing_happensAtWeekends() {
    const DemoData &data = DemoData::big(Language::Chinese);
    for (const DemoData::Deal &deal : data.deals()) {
        for (const DemoData::Move &move : deal.moves)
            QVERIFY(data.day(move.at).dayOfWeek() <= Qt::Friday);
    }
}

void TestDemoStructure::wonDeals_crowdAtQuarterEnds() {
    const DemoData &data = DemoData::big(Language::Chinese);
    std::array<int, 2> atEnd{}, all{}; // lost, won
    for (const DemoData::Deal &deal : data.deals()) {
        if (!hasEnded(data, deal))
            continue;
        const QDate day = data.value(deal.last, u"closed_on").as<QDate>();
        const QDate next = day.addDays(demomodel::quarterEndDays);
        const size_t won = data.outcome(deal) == "won"_L1;
        atEnd[won] += next.month() != day.month() && day.month() % 3 == 0;
        ++all[won];
    }
    // Ten of some ninety-one days.
    VERIFY_NEAR(double(atEnd[0]) / all[0], 0.11, 0.03);
    VERIFY_NEAR(double(atEnd[1]) / all[1], 0.26, 0.04);
}

void TestDemoStructure::cycles_haveTheirMedians() {
    const DemoData &data = DemoData::big(Language::Chinese);
    std::array<std::vector<int>, 3> won, lost;
    for (const DemoData::Deal &deal : data.deals()) {
        if (!hasEnded(data, deal))
            continue;
        auto &days = data.outcome(deal) == "won"_L1 ? won : lost;
        days[size_t(data.pipeline(deal))].push_back(data.daysOf(deal));
    }
    const std::array<double, 3> statedWon{66, 30, 145}, statedLost{82, 36, 185};
    for (size_t n = 0; n < 3; ++n) {
        VERIFY_NEAR(median(won[n]) / statedWon[n], 1, 0.1);
        VERIFY_NEAR(median(lost[n]) / statedLost[n], 1, 0.1);
    }
}

void TestDemoStructure::sectors_takeLongerOrShorter() {
    const DemoData &data = DemoData::big(Language::English);
    QHash<QString, std::vector<int>> days;
    for (const DemoData::Deal &deal : data.deals()) {
        if (hasEnded(data, deal) && data.pipeline(deal) == 0)
            days[data.text(data.linked(deal.last, u"account"), u"sector")].push_back(
                data.daysOf(deal));
    }
    const double usual = median(days[u"Electronics"_s]);
    VERIFY_NEAR(median(days[u"Public services"_s]) / usual, 1.5, 0.15);
    VERIFY_NEAR(median(days[u"Retail"_s]) / usual, 0.7, 0.1);
}

/// Which share of the deals that reach a stage is won, against what the team believes.
void TestDemoStructure::stages_loseAsStated() {
    const DemoData &data = DemoData::big(Language::English);
    std::array<std::array<int, 8>, 3> reached{}, wonAfter{};
    for (const DemoData::Deal &deal : data.deals()) {
        if (!hasEnded(data, deal))
            continue;
        const auto pipeline = size_t(data.pipeline(deal));
        const bool won = data.outcome(deal) == "won"_L1;
        for (size_t n = 0; n + 1 < deal.moves.size(); ++n) {
            const auto position = size_t(data.stagePosition(deal.moves[n].stage));
            ++reached[pipeline][position];
            wonAfter[pipeline][position] += won;
        }
    }
    const std::array<std::vector<double>, 3> stated{
        std::vector<double>{0.30, 0.38, 0.49, 0.66, 0.88}, std::vector<double>{0.74, 0.80, 0.93},
        std::vector<double>{0.38, 0.45, 0.55, 0.67, 0.86}};
    for (size_t p = 0; p < stated.size(); ++p) {
        for (size_t n = 0; n < stated[p].size(); ++n)
            VERIFY_NEAR(double(wonAfter[p][n + 1]) / reached[p][n + 1], stated[p][n], 0.05);
    }
}

void TestDemoStructure::lostDeals_areWhereTheyWereLost() {
    const DemoData &data = DemoData::big(Language::Chinese);
    for (const DemoData::Deal &deal : data.deals()) {
        const QString outcome = data.outcome(deal);
        QCOMPARE(data.value(deal.last, u"closed_on").isEmpty(), outcome == "open"_L1);
        QCOMPARE(data.text(deal.last, u"reason").isEmpty(), outcome != "lost"_L1);
        if (outcome == "won"_L1)
            QVERIFY(!data.value(deal.last, u"amount").isEmpty());
        for (size_t n = 1; n < deal.moves.size(); ++n)
            QVERIFY(deal.moves[n - 1].at < deal.moves[n].at);
    }
}

void TestDemoStructure::closeDates_slip() {
    const DemoData &data = DemoData::big(Language::English);
    std::array<int, 2> slipped{}, all{};
    for (const DemoData::Deal &deal : data.deals()) {
        if (!hasEnded(data, deal))
            continue;
        const size_t won = data.outcome(deal) == "won"_L1;
        slipped[won] += deal.slips > 0;
        ++all[won];
    }
    VERIFY_NEAR(double(slipped[1]) / all[1], 0.31, 0.05);
    VERIFY_NEAR(double(slipped[0]) / all[0], 0.64, 0.05);
}

void TestDemoStructure::amounts_areWhatTheLinesSay() {
    const DemoData &data = DemoData::big(Language::English);
    for (const DemoData::Deal &deal : data.deals()) {
        const FieldValue amount = data.value(deal.last, u"amount");
        if (amount.isEmpty())
            continue;
        qint64 sum = 0;
        for (const Record &line : deal.lines)
            sum += qint64(data.value(line, u"quantity").as<double>())
                   * data.value(line, u"price").as<Money>().minor();
        QCOMPARE(amount.as<Money>().minor(), sum);
        QVERIFY(sum > 0);
    }
}

/// The sample as the window makes it.
void TestDemoStructure::openDeals_fillTheBoard() {
    for (const Language language : {Language::English, Language::Chinese}) {
        const DemoData data(DemoData::request(DemoRequest::usualDeals, language));
        std::array<std::array<int, 8>, 3> cards{};
        for (const DemoData::Deal &deal : data.deals()) {
            if (data.outcome(deal) == "open"_L1)
                ++cards[size_t(data.pipeline(deal))]
                       [size_t(data.stagePosition(deal.moves.back().stage))];
        }
        for (int stage = 1; stage <= 5; ++stage)
            QVERIFY2(cards[0][size_t(stage)] >= 1 && cards[0][size_t(stage)] <= 40,
                     qPrintable(u"%1 in stage %2"_s.arg(cards[0][size_t(stage)]).arg(stage)));
    }
}

void TestDemoStructure::faults_haveTheirShares() {
    using namespace demomodel;
    const DemoData &data = DemoData::big(Language::Chinese);
    const auto words = *DemoVocabulary::load(Language::Chinese);
    int contacts = 0, silent = 0;
    for (const Record &contact : data.rows(u"contact"_s)) {
        const QString email = data.text(contact, u"email");
        if (email == email.toUpper())
            continue; // entered twice
        ++contacts;
        silent += data.text(contact, u"phone").isEmpty();
    }
    VERIFY_NEAR(double(silent) / contacts, contactsWithoutPhone, 0.01);

    QSet<QString> typos;
    QHash<QString, QString> sectorOfPart;
    for (const auto &territory : words->territories) {
        for (const auto &province : territory.provinces) {
            for (const auto &city : province.cities)
                typos << city.typo;
        }
    }
    for (const auto &sector : words->sectors) {
        for (const QString &part : sector.parts)
            sectorOfPart.insert(part, sector.label);
    }
    int accounts = 0, misspelt = 0, wrong = 0;
    for (const Record &account : data.rows(u"account"_s)) {
        if (data.text(account, u"kind") != "customer"_L1)
            continue;
        ++accounts;
        misspelt += typos.contains(data.text(account, u"city"));
        const QString name = data.text(account, u"name");
        // The longest part that the name holds is its own: 光电 stands within none of the others.
        QString part;
        for (auto it = sectorOfPart.constBegin(); it != sectorOfPart.constEnd(); ++it) {
            if (name.contains(it.key()) && it.key().size() > part.size())
                part = it.key();
        }
        wrong += sectorOfPart.value(part) != data.text(account, u"sector");
    }
    VERIFY_NEAR(double(misspelt) / accounts, misspeltCities, 0.006);
    VERIFY_NEAR(double(wrong) / accounts, wrongSectors, 0.012);

    int open = 0, withoutStep = 0, old = 0, stale = 0, overdue = 0, first = 0, withoutAmount = 0;
    const QDate today = data.day(data.asked.now);
    for (const DemoData::Deal &deal : data.deals()) {
        if (data.outcome(deal) != "open"_L1)
            continue;
        ++open;
        withoutStep += deal.openTasks == 0;
        const Instant last = *std::max_element(deal.happened.begin(), deal.happened.end());
        if (data.day(deal.created).daysTo(today) >= staleAge) {
            ++old;
            stale += deal.openTasks == 0 && data.day(last).daysTo(today) >= staleSilence;
        }
        overdue += data.value(deal.last, u"expected_close").as<QDate>() < today;
        if (deal.moves.size() == 1 && data.pipeline(deal) == 0) {
            ++first;
            withoutAmount += data.value(deal.last, u"amount").isEmpty();
        }
    }
    VERIFY_NEAR(double(withoutStep) / open, 0.14, 0.04);
    VERIFY_NEAR(double(stale) / old, openStale, 0.04);
    VERIFY_NEAR(double(overdue) / open, 0.07, 0.05);
    VERIFY_NEAR(double(withoutAmount) / first, openWithoutAmount, 0.025);
}

void TestDemoStructure::duplicates_areThereToBeFound() {
    using namespace demomodel;
    const DemoData &data = DemoData::big(Language::English);
    QHash<QString, int> places, addresses;
    int customers = 0;
    for (const Record &account : data.rows(u"account"_s)) {
        if (data.text(account, u"kind") != "customer"_L1)
            continue;
        ++customers;
        const QString phone = data.text(account, u"phone");
        if (!phone.isEmpty())
            ++places[phone + data.text(account, u"street")];
    }
    for (const Record &contact : data.rows(u"contact"_s))
        ++addresses[data.text(contact, u"email").toLower()];
    const auto twice = [](const QHash<QString, int> &counts) {
        return double(std::count_if(counts.begin(), counts.end(), [](int n) { return n == 2; }));
    };
    VERIFY_NEAR(twice(places) / customers, duplicateAccounts, 0.006);
    VERIFY_NEAR(twice(addresses) / double(addresses.size()), duplicateContacts, 0.004);
}

DW_TEST(TestDemoStructure)
#include "tst_demostructure.moc"
