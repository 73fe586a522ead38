// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/demo/democompany.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr quint32 groupsOneIn = 40; ///< The first of so many accounts are groups.
constexpr double childShare = 0.08;
constexpr int oldFrom = -900, oldUntil = -10; ///< Days in which the old customers came.
constexpr int morning = 9 * 60;
constexpr quint64 contactPlaces = 16;

} // namespace

quint32 DemoCompany::accountsBefore(int day) const {
    return m_oldAccounts + quint32((m_accounts - m_oldAccounts) * m_time.shareBefore(day));
}

Instant DemoCompany::accountSince(quint32 number) const {
    if (number < m_oldAccounts) {
        const int day = oldFrom + int(qint64(oldUntil - oldFrom) * number / m_oldAccounts);
        return {m_time.at(m_time.workdayUntil(day), morning).ms + qint64(number % 60) * 60'000};
    }
    RandomSource random = this->random(DemoThing::AccountSince, number);
    const double share =
        (number - m_oldAccounts + random.unit()) / double(m_accounts - m_oldAccounts);
    return m_time.momentOf(share).at;
}

RecordId DemoCompany::accountId(quint32 number) const {
    return id(DemoThing::Account, number, accountSince(number), int(number % 4096));
}

bool DemoCompany::isGroup(quint32 number) const { return number < m_accounts / groupsOneIn; }

/// Stems in an order that has no pattern and repeats none before all were there.
QString DemoCompany::stem(quint64 number) const {
    const auto firsts = quint64(m_words->stemFirst.size());
    const auto seconds = quint64(m_words->stemSecond.size());
    constexpr quint64 stride = 7919; // a prime that divides neither number of words
    const quint64 n = (number * stride + m_seed % 100'003) % (firsts * seconds);
    return m_words->stemFirst.at(qsizetype(n % firsts))
           + m_words->stemSecond.at(qsizetype(n / firsts));
}

DemoAccount DemoCompany::account(quint32 number) const {
    RandomSource random = this->random(DemoThing::Account, number);
    DemoAccount a;
    a.number = number;
    a.since = accountSince(number);
    a.id = id(DemoThing::Account, number, a.since, int(number % 4096));
    a.isGroup = isGroup(number);
    const quint32 groups = m_accounts / groupsOneIn;
    if (groups > 0 && !a.isGroup && random.chance(childShare))
        a.parent = random.below(groups);

    std::array<double, 16> weights{};
    const size_t territories = std::min(m_words->territories.size(), weights.size());
    for (size_t t = 0; t < territories; ++t)
        weights[t] = m_words->territories[t].weight;
    a.territory = random.weighted(std::span(weights).first(territories));
    const DemoVocabulary::Territory &territory = m_words->territories[a.territory];
    a.province = size_t(random.below(territory.provinces.size()));
    a.city = size_t(random.below(territory.provinces[a.province].cities.size()));

    std::array<double, demomodel::sectors.size()> shares{};
    for (size_t s = 0; s < shares.size(); ++s)
        shares[s] = demomodel::sectors[s].share;
    a.sector = random.weighted(shares);
    a.salesperson = random.pick(m_byTerritory[a.territory]);
    a.contacts = random.between(2, mostContacts);

    const QString part = random.pick(m_words->sectors[a.sector].parts);
    const QString stem = this->stem(a.parent ? *a.parent : number);
    const QString &pattern = a.isGroup  ? m_words->groupName
                             : a.parent ? m_words->childName
                                        : m_words->accountName;
    const auto named = [&](const QString &form) {
        return demoText(form, {{u"stem", stem}, {u"part", part}, {u"city", city(a).name}});
    };
    a.name = named(pattern);
    a.shortName = named(m_words->shortName);
    return a;
}

const DemoVocabulary::City &DemoCompany::city(const DemoAccount &a) const {
    return m_words->territories[a.territory].provinces[a.province].cities[a.city];
}

RecordId DemoCompany::contactId(const DemoAccount &account, int n) const {
    return id(DemoThing::Contact, account.number * contactPlaces + quint64(n), account.since,
              int(account.number % 256) * int(contactPlaces) + n);
}

QString DemoCompany::roleOf(int n) {
    static const std::array<QString, mostContacts> roles{u"decision_maker"_s, u"champion"_s,
                                                         u"technical"_s,      u"procurement"_s,
                                                         u"economic_buyer"_s, u"user"_s};
    return roles[size_t(n)];
}

} // namespace dw
