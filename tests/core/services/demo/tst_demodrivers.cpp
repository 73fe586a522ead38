// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/demo/democompany.h"
#include "tests/core/services/demo/demodata.h"
#include "tests/core/services/demo/logisticfit.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace dw;
using namespace dw::test;

namespace {

/// Deals of the first year have nearly all ended, the short ones and the long ones.
constexpr int ended = 365;
constexpr int daysOfWeek = 7;
/// Below, the number of touchpoints tells little of how often there were any.
constexpr int daysToTell = 10;

/// Where each driver stands among the columns of the regression.
enum Column : size_t {
    Constant,
    DecisionMaker,
    Demo,
    Touches,
    Discount,
    Competitor,
    Size,
    SkillDiscovery,
    SkillNegotiation,
    SkillProductDepth,
    SkillPresentation,
    SkillCoaching,
    SkillOfSector,
    FirstSector,
    FirstSource = FirstSector + demomodel::sectors.size(),
    ColumnCount = FirstSource + demomodel::sources.size()
};

} // namespace

/// docs/SAMPLE.md says what makes a deal win: here that is found again in the rows alone.
class TestDemoDrivers : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();

    void coefficients_areFoundAgain_data();
    void coefficients_areFoundAgain();
    void winRates_ofPipelines();
    void people_differAsStated();
    void leads_convertBySourceAndAnswer();

private:
    [[nodiscard]] std::optional<Observation> observe(const DemoData &data,
                                                     const DemoVocabulary &words,
                                                     const DemoData::Deal &deal) const;
    [[nodiscard]] bool metDecisionMakerEarly(const DemoData &data,
                                             const DemoData::Deal &deal) const;
    [[nodiscard]] double discountOf(const DemoData &data, const DemoData::Deal &deal) const;
    std::vector<double> m_found[2]; ///< Coefficients in English and Chinese data.
};

bool TestDemoDrivers::metDecisionMakerEarly(const DemoData &data,
                                            const DemoData::Deal &deal) const {
    RecordId decisionMaker;
    for (const Record &contact : deal.contacts) {
        if (data.text(contact, u"role") == "decision_maker"_L1)
            decisionMaker = data.value(contact, u"contact").as<RecordId>();
    }
    const QDate last = data.day(deal.created).addDays(demomodel::earlyDays);
    return std::any_of(deal.touches.begin(), deal.touches.end(), [&](const Record &touch) {
        const QString kind = data.text(touch, u"kind");
        return (kind == "meeting"_L1 || kind == "visit"_L1)
               && data.value(touch, u"contact").as<RecordId>() == decisionMaker
               && data.day(data.value(touch, u"happened_at").as<Instant>()) <= last;
    });
}

/// Percent off the list prices.
double TestDemoDrivers::discountOf(const DemoData &data, const DemoData::Deal &deal) const {
    double list = 0, asked = 0;
    for (const Record &line : deal.lines) {
        const double quantity = data.value(line, u"quantity").as<double>();
        const Record &product = data.linked(line, u"product");
        list += quantity * double(data.value(product, u"price").as<Money>().minor());
        asked += quantity * double(data.value(line, u"price").as<Money>().minor());
    }
    return 100 * (1 - asked / list);
}

/// What the rows say of a closed deal of new business; nothing where they do not say enough.
std::optional<Observation> TestDemoDrivers::observe(const DemoData &data,
                                                    const DemoVocabulary &words,
                                                    const DemoData::Deal &deal) const {
    const QString outcome = data.outcome(deal);
    if (data.pipeline(deal) != 0 || outcome == "open"_L1
        || data.day(deal.created).daysTo(data.day(data.asked.now)) < ended
        || data.daysOf(deal) < daysToTell)
        return std::nullopt;
    Observation o;
    o.y = outcome == "won"_L1;
    o.x.assign(ColumnCount, 0);
    o.x[Constant] = 1;
    o.x[DecisionMaker] = metDecisionMakerEarly(data, deal);
    o.x[Demo] = std::any_of(deal.touches.begin(), deal.touches.end(), [&](const Record &touch) {
        return data.text(touch, u"kind") == "demo"_L1;
    });
    o.x[Touches] = double(deal.touches.size()) * daysOfWeek / data.daysOf(deal);
    o.x[Discount] = discountOf(data, deal);
    o.x[Competitor] = deal.competitors;
    const Money amount = data.value(deal.last, u"amount").as<Money>();
    o.x[Size] = std::log2(double(amount.minor()) / 100 / words.priceScale
                          / demomodel::pipelines[0].medianAmount);
    const QString sector = data.text(data.linked(deal.last, u"account"), u"sector");
    QString sectorKey;
    for (size_t n = 0; n < words.sectors.size(); ++n) {
        if (words.sectors[n].label == sector) {
            o.x[FirstSector + n] = 1;
            sectorKey = words.sectors[n].key;
        }
    }
    for (size_t n = 0; n < demomodel::sources.size(); ++n)
        o.x[FirstSource + n] = words.sources.value(demomodel::sources[n].key.toString())
                               == data.text(deal.last, u"source");
    const QStringList skills =
        data.value(data.linked(deal.last, u"owner"), u"skills").as<QStringList>();
    for (size_t n = 0; n < 5; ++n)
        o.x[SkillDiscovery + n] = skills.contains(demomodel::skills[n].key);
    o.x[SkillOfSector] = skills.contains(sectorKey);
    return o;
}

void TestDemoDrivers::initTestCase() {
    for (const Language language : {Language::English, Language::Chinese}) {
        const DemoData &data = DemoData::big(language);
        QVERIFY2(data.wrong.isEmpty(), qPrintable(data.wrong.join(u'\n')));
        const auto words = *DemoVocabulary::load(language);
        std::vector<Observation> observations;
        for (const DemoData::Deal &deal : data.deals()) {
            if (auto o = observe(data, *words, deal))
                observations.push_back(std::move(*o));
        }
        QVERIFY2(observations.size() > 7000, qPrintable(QString::number(observations.size())));
        m_found[int(language == Language::Chinese)] = fitLogistic(observations);
    }
}

void TestDemoDrivers::coefficients_areFoundAgain_data() {
    using namespace demomodel;
    QTest::addColumn<int>("column");
    QTest::addColumn<int>("against"); ///< Its effect is told against this one; -1: by itself.
    QTest::addColumn<double>("stated");
    QTest::addColumn<double>("within");
    const auto row = [](const char *name, size_t column, double stated, double within,
                        int against = -1) {
        QTest::newRow(name) << int(column) << against << stated << within;
    };
    row("decision maker met early", DecisionMaker, decisionMakerEarly, 0.2);
    row("demo held", Demo, demoHeld, 0.2);
    row("touchpoints a week", Touches, touchPerWeek, 0.3);
    row("discount", Discount, discountPoint, 0.02);
    row("competitor", Competitor, competitorThere, 0.2);
    row("size doubled", Size, sizeDoubled, 0.1);
    row("skill: discovery", SkillDiscovery, skills[0].effect, 0.35);
    row("skill: negotiation", SkillNegotiation, skills[1].effect, 0.35);
    row("skill: product depth", SkillProductDepth, skills[2].effect, 0.35);
    row("skill: presentation", SkillPresentation, skills[3].effect, 0.35);
    row("skill that does nothing", SkillCoaching, skills[4].effect, 0.35);
    row("skill of the sector", SkillOfSector, skills[5].effect, 0.2);
    const auto retail = int(FirstSector + 7);
    for (size_t n = 0; n + 1 < sectors.size(); ++n)
        QTest::addRow("sector: %s against retail", qPrintable(sectors[n].key.toString()))
            << int(FirstSector + n) << retail << sectors[n].fit - sectors[7].fit << 0.4;
    const auto ads = int(FirstSource + size_t(Source::Ads));
    for (size_t n = 0; n < size_t(Source::Ads); ++n)
        QTest::addRow("source: %s against ads", qPrintable(sources[n].key.toString()))
            << int(FirstSource + n) << ads
            << sources[n].quality - sources[size_t(Source::Ads)].quality << 0.35;
}

void TestDemoDrivers::coefficients_areFoundAgain() {
    QFETCH(const int, column);
    QFETCH(const int, against);
    QFETCH(const double, stated);
    QFETCH(const double, within);
    for (const std::vector<double> &found : m_found) {
        const double effect = found[size_t(column)] - (against < 0 ? 0 : found[size_t(against)]);
        QVERIFY2(std::abs(effect - stated) < within,
                 qPrintable(u"%1 instead of %2"_s.arg(effect).arg(stated)));
    }
}

void TestDemoDrivers::winRates_ofPipelines() {
    const DemoData &data = DemoData::big(Language::Chinese);
    std::array<int, 3> won{}, closed{};
    for (const DemoData::Deal &deal : data.deals()) {
        const QString outcome = data.outcome(deal);
        if (outcome == "open"_L1 || data.day(deal.created).daysTo(data.day(data.asked.now)) < ended)
            continue;
        ++closed[size_t(data.pipeline(deal))];
        won[size_t(data.pipeline(deal))] += outcome == "won"_L1;
    }
    const std::array<double, 3> stated{0.30, 0.74, 0.38};
    for (size_t n = 0; n < stated.size(); ++n) {
        const double rate = double(won[n]) / closed[n];
        QVERIFY2(std::abs(rate - stated[n]) < 0.05, qPrintable(QString::number(rate)));
    }
}

/// Who is good wins more; what a person brings is stated, and the rates follow it.
void TestDemoDrivers::people_differAsStated() {
    const DemoData &data = DemoData::big(Language::English);
    const DemoCompany company(data.asked, *DemoVocabulary::load(data.asked.language));
    QHash<RecordId, std::pair<int, int>> wonOf;
    for (const DemoData::Deal &deal : data.deals()) {
        const QString outcome = data.outcome(deal);
        if (data.pipeline(deal) != 0 || outcome == "open"_L1)
            continue;
        auto &[won, closed] = wonOf[data.value(deal.last, u"owner").as<RecordId>()];
        won += outcome == "won"_L1;
        ++closed;
    }
    std::vector<double> stated, rates;
    for (const DemoPerson &person : company.people()) {
        const auto [won, closed] = wonOf.value(person.id);
        if (closed < 100)
            continue;
        double effect = 0;
        for (size_t n = 0; n < person.effect.size(); ++n)
            effect += person.effect[n] * demomodel::sectors[n].share;
        stated.push_back(effect);
        rates.push_back(double(won) / closed);
    }
    QVERIFY2(stated.size() > 30, qPrintable(QString::number(stated.size())));
    const double correlation = rankCorrelation(stated, rates);
    QVERIFY2(correlation > 0.8, qPrintable(QString::number(correlation)));
    const auto [worst, best] = std::minmax_element(rates.begin(), rates.end());
    QVERIFY2(*best > 1.5 * *worst, qPrintable(u"%1 and %2"_s.arg(*best).arg(*worst)));
}

void TestDemoDrivers::leads_convertBySourceAndAnswer() {
    using namespace demomodel;
    const DemoData &data = DemoData::big(Language::Chinese);
    const auto words = *DemoVocabulary::load(Language::Chinese);
    QHash<QString, std::pair<int, int>> bySource;
    std::array<std::pair<int, int>, 2> byAnswer{}; // slow, fast
    for (const DemoData::Lead &lead : data.leads()) {
        const Instant arrived = data.value(lead.last, u"arrived_at").as<Instant>();
        if (data.day(arrived).daysTo(data.day(data.asked.now)) < 30)
            continue;
        const bool converted = data.text(lead.last, u"status") == "converted"_L1;
        auto &[some, all] = bySource[data.text(lead.last, u"source")];
        some += converted;
        ++all;
        if (!lead.answered)
            continue;
        constexpr qint64 hourMs = 3'600'000;
        const bool fast = lead.answered->ms - arrived.ms <= qint64(fastAnswerHours * hourMs);
        byAnswer[size_t(fast)].first += converted;
        ++byAnswer[size_t(fast)].second;
    }
    for (const SourceModel &source : sources) {
        const auto [converted, all] = bySource.value(words->sources.value(source.key.toString()));
        if (source.conversion <= 0) {
            QCOMPARE(all, 0);
            continue;
        }
        const double rate = double(converted) / all;
        QVERIFY2(std::abs(rate - source.conversion) < 0.04,
                 qPrintable(u"%1: %2"_s.arg(source.key).arg(rate)));
    }
    const double slow = double(byAnswer[0].first) / byAnswer[0].second;
    const double fast = double(byAnswer[1].first) / byAnswer[1].second;
    QVERIFY2(fast > 1.7 * slow, qPrintable(u"%1 and %2"_s.arg(fast).arg(slow)));
}

DW_TEST(TestDemoDrivers)
#include "tst_demodrivers.moc"
