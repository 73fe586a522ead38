// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/demo/democompany.h"

#include <algorithm>
#include <cmath>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr int startDay = -1100; ///< Of territories, teams, people and products.
constexpr int dealsPerAccount = 6;
constexpr quint32 fewestAccounts = 40;
constexpr double oldShare = 0.45;
constexpr int morning = 9 * 60;

quint64 seedOf(const DemoRequest &request) {
    RandomSource random(request.seed, quint64(DemoThing::Company),
                        request.language == Language::Chinese ? 1 : 0);
    return random.bits();
}

Currency currencyOf(const DemoRequest &request, const DemoVocabulary &words) {
    if (!request.currency.isNull())
        return request.currency;
    const auto usual = Currency::fromCode(words.currency);
    return usual ? *usual : Currency();
}

/// `#` become digits.
QString withDigits(RandomSource &random, QString pattern) {
    for (QChar &c : pattern) {
        if (c == u'#')
            c = QChar(ushort(u'0' + random.below(10)));
    }
    return pattern;
}

size_t salespeopleFor(int deals) {
    constexpr double at100 = 6, most = 240, growth = 0.4;
    return size_t(std::min(at100 * std::pow(deals / 100.0, growth), most));
}

} // namespace

DemoCompany::DemoCompany(const DemoRequest &request,
                         std::shared_ptr<const DemoVocabulary> vocabulary)
    : m_request(request),
      m_words(std::move(vocabulary)),
      m_time(*m_words, request.now, request.zone),
      m_currency(currencyOf(request, *m_words)),
      m_seed(seedOf(request)),
      m_idSeed(~m_seed) {
    for (int digit = 0; digit < m_currency.digits(); ++digit)
        m_minorOfMajor *= 10;
    m_accounts = std::max(fewestAccounts, quint32(request.deals / dealsPerAccount));
    m_oldAccounts = quint32(m_accounts * oldShare);
    m_partners = std::clamp<size_t>(size_t(request.deals) / 100, 6, 40);
    drawPeople();
}

Instant DemoCompany::start() const { return m_time.at(startDay, morning); }

RecordId DemoCompany::id(DemoThing thing, quint64 number, Instant at, int turn) const {
    RandomSource random(m_idSeed, quint64(thing), number);
    const quint64 low = random.bits();
    const auto byte = [&](int n) { return uchar(low >> (8 * n)); };
    const quint64 ms = quint64(at.ms);
    return {QUuid(uint(ms >> 16), ushort(ms), ushort(0x7000 | (turn & 0xFFF)),
                  uchar(0x80 | (byte(7) & 0x3F)), byte(6), byte(5), byte(4), byte(3), byte(2),
                  byte(1), byte(0))};
}

qint64 DemoCompany::minor(qint64 major) const { return major * m_minorOfMajor; }

RecordId DemoCompany::territory(size_t n) const { return fixed(DemoThing::Territory, n); }
RecordId DemoCompany::team(size_t territory) const { return fixed(DemoThing::Team, territory); }
RecordId DemoCompany::tag(size_t n) const { return fixed(DemoThing::Tag, n); }
RecordId DemoCompany::product(size_t n) const { return fixed(DemoThing::Product, n); }
RecordId DemoCompany::competitor(size_t n) const { return fixed(DemoThing::Competitor, n); }
RecordId DemoCompany::partner(size_t n) const { return fixed(DemoThing::Partner, n); }
RecordId DemoCompany::pipeline(demomodel::Pipeline p) const {
    return fixed(DemoThing::Pipeline, quint64(p));
}
RecordId DemoCompany::stage(demomodel::Pipeline p, int n) const {
    constexpr quint64 places = 16;
    return fixed(DemoThing::Stage, quint64(p) * places + quint64(n));
}

void DemoCompany::drawPeople() {
    const size_t territories = m_words->territories.size();
    const size_t count = std::max(salespeopleFor(m_request.deals), territories);
    quint64 number = 0;
    m_director = person(number++, m_words->director, 0);
    for (size_t t = 0; t < territories; ++t) {
        m_managers.push_back(person(number++, m_words->manager, t));
        m_managers.back().manager = m_director.id;
    }
    m_byTerritory.resize(territories);
    RandomSource random = this->random(DemoThing::Company, 1);
    std::vector<double> weights;
    for (const DemoVocabulary::Territory &territory : m_words->territories)
        weights.push_back(territory.weight);
    // Each territory has somebody; the others go where the customers are.
    for (size_t n = 0; n < count; ++n) {
        const size_t t = n < territories ? n : random.weighted(weights);
        m_byTerritory[t].push_back(m_people.size());
        DemoPerson seller = person(number, m_words->rep, t);
        seller.manager = m_managers[t].id;
        seller.team = team(t);
        // Even steps from the worst to the best, dealt out in an order that tells nothing.
        const double step = count > 1 ? 2 * demomodel::talent / double(count - 1) : 0;
        seller.talent = -demomodel::talent + step * double((n * 7 + 3) % count);
        giveSkills(seller, number++);
        m_people.push_back(std::move(seller));
    }
}

DemoPerson DemoCompany::person(quint64 number, const QString &title, size_t territory) const {
    RandomSource random = this->random(DemoThing::Person, number);
    DemoPerson person;
    person.id = fixed(DemoThing::Person, number);
    // One after the other through both lists, so that no two are called the same.
    const quint64 offset = m_seed % 997;
    const auto given = qsizetype((number + offset) % quint64(m_words->given.size()));
    const auto surname = qsizetype((number * 5 + offset * 3) % quint64(m_words->surnames.size()));
    person.name = demoText(m_words->personName, {{u"given", m_words->given.at(given)},
                                                 {u"surname", m_words->surnames.at(surname)}});
    person.title = title;
    person.territory = territory;
    person.email = u"sales%1@workbench.example"_s.arg(number + 1, 2, 10, QChar(u'0'));
    const DemoVocabulary::Territory &home = m_words->territories[territory];
    person.phone = mobile(random, home.provinces.front().cities.front().area);
    return person;
}

void DemoCompany::giveSkills(DemoPerson &person, quint64 number) const {
    RandomSource random = this->random(DemoThing::Skills, number);
    double general = person.talent;
    person.effect.assign(demomodel::sectors.size(), 0);
    for (const demomodel::SkillModel &skill : demomodel::skills) {
        if (!random.chance(skill.share))
            continue;
        person.skills << skill.key.toString();
        for (size_t sector = 0; sector < demomodel::sectors.size(); ++sector) {
            if (skill.ofSector && demomodel::sectors[sector].key == skill.key)
                person.effect[sector] += skill.effect;
        }
        if (!skill.ofSector)
            general += skill.effect;
    }
    for (double &effect : person.effect)
        effect += general;
    constexpr double seniorFrom = 0.6;
    if (general > seniorFrom)
        person.title = m_words->seniorRep;
}

QString DemoCompany::personName(RandomSource &random) const {
    return demoText(m_words->personName, {{u"given", random.pick(m_words->given)},
                                          {u"surname", random.pick(m_words->surnames)}});
}

QString DemoCompany::mobile(RandomSource &random, const QString &area) const {
    return withDigits(random, demoText(random.pick(m_words->mobiles), {{u"area", area}}));
}

QString DemoCompany::landline(RandomSource &random, const QString &area) const {
    return withDigits(random, demoText(random.pick(m_words->landlines), {{u"area", area}}));
}

} // namespace dw
