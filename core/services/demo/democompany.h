// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/randomsource.h"
#include "core/services/demo/demo.h"
#include "core/services/demo/demomodel.h"
#include "core/services/demo/demotimeline.h"

namespace dw {

/// What a stream of random numbers or an id is for. The order is part of what a seed gives: only
/// add at the end.
enum class DemoThing : quint64 {
    Company,
    Person,
    Skills,
    Territory,
    Team,
    Tag,
    Product,
    Pipeline,
    Stage,
    Competitor,
    Partner,
    Account,
    AccountSince,
    AccountRows,
    DuplicateAccount,
    Contact,
    DuplicateContact,
    Reference,
    Deal,
    DealStory,
    DealLine,
    DealContact,
    DealCompetitor,
    Touchpoint,
    Task,
    Note,
    Lead,
    LeadOfDeal,
    LeadStory,
    LeadAnswer
};

struct DemoPerson {
    RecordId id, manager, team;
    QString name, title, email, phone;
    QStringList skills; ///< Keys.
    size_t territory = 0;
    double talent = 0;          ///< Log odds.
    std::vector<double> effect; ///< Skills and talent on deals with each sector, log odds.
};

/// A customer, drawn from its number alone.
struct DemoAccount {
    quint32 number = 0;
    RecordId id;
    Instant since;
    QString name, shortName;
    std::optional<quint32> parent; ///< Number of the group that it belongs to.
    bool isGroup = false;
    size_t territory = 0, province = 0, city = 0;
    size_t sector = 0;
    size_t salesperson = 0; ///< Position in DemoCompany::people().
    int contacts = 0;
};

/// What is there before any deal: places, people, products, and the customers by their numbers. The
/// same request gives the same company. Only what does not grow with the number of deals is kept.
class DemoCompany {
public:
    DemoCompany(const DemoRequest &request, std::shared_ptr<const DemoVocabulary> vocabulary);

    [[nodiscard]] const DemoRequest &request() const { return m_request; }
    [[nodiscard]] const DemoVocabulary &words() const { return *m_words; }
    [[nodiscard]] const DemoTimeline &time() const { return m_time; }
    [[nodiscard]] Currency currency() const { return m_currency; }
    /// When all that was there before the history is known.
    [[nodiscard]] Instant start() const;
    [[nodiscard]] RandomSource random(DemoThing thing, quint64 number) const {
        return {m_seed, quint64(thing), number};
    }
    /// A v7 id of the time and the number; of things of one kind the later one has the greater id,
    /// and of one time the one with the greater `turn` (0 to 4095).
    [[nodiscard]] RecordId id(DemoThing thing, quint64 number, Instant at, int turn = 0) const;
    /// List price and amounts in minor units.
    [[nodiscard]] qint64 minor(qint64 major) const;

    [[nodiscard]] const DemoPerson &director() const { return m_director; }
    [[nodiscard]] const std::vector<DemoPerson> &managers() const { return m_managers; }
    [[nodiscard]] const std::vector<DemoPerson> &people() const { return m_people; }
    /// Positions of the salespeople of a territory; never empty.
    [[nodiscard]] const std::vector<size_t> &salespeople(size_t territory) const {
        return m_byTerritory[territory];
    }
    [[nodiscard]] RecordId territory(size_t n) const;
    [[nodiscard]] RecordId team(size_t territory) const;
    [[nodiscard]] RecordId tag(size_t n) const;
    [[nodiscard]] RecordId product(size_t n) const;
    [[nodiscard]] RecordId pipeline(demomodel::Pipeline p) const;
    /// The open stages by position, then won, then lost.
    [[nodiscard]] RecordId stage(demomodel::Pipeline p, int n) const;
    [[nodiscard]] RecordId competitor(size_t n) const;
    [[nodiscard]] RecordId partner(size_t n) const;
    [[nodiscard]] size_t partners() const { return m_partners; }

    [[nodiscard]] quint32 accounts() const { return m_accounts; }
    /// Customers from before the history are those below this number; the others came by and by.
    [[nodiscard]] quint32 oldAccounts() const { return m_oldAccounts; }
    /// How many have come before the day: the numbers below.
    [[nodiscard]] quint32 accountsBefore(int day) const;
    [[nodiscard]] DemoAccount account(quint32 number) const;
    /// Id and start alone, which takes less.
    [[nodiscard]] RecordId accountId(quint32 number) const;
    [[nodiscard]] RecordId contactId(const DemoAccount &account, int n) const;
    /// The role that the n-th contact of an account plays in its deals.
    [[nodiscard]] static QString roleOf(int n);
    static constexpr int mostContacts = 6;

    [[nodiscard]] QString personName(RandomSource &random) const;
    [[nodiscard]] QString mobile(RandomSource &random, const QString &area) const;
    [[nodiscard]] QString landline(RandomSource &random, const QString &area) const;
    [[nodiscard]] const DemoVocabulary::City &city(const DemoAccount &account) const;
    [[nodiscard]] QString stem(quint64 number) const;

private:
    void drawPeople();
    [[nodiscard]] DemoPerson person(quint64 number, const QString &title, size_t territory) const;
    void giveSkills(DemoPerson &person, quint64 number) const;
    [[nodiscard]] Instant accountSince(quint32 number) const;
    [[nodiscard]] bool isGroup(quint32 number) const;
    [[nodiscard]] RecordId fixed(DemoThing thing, quint64 number) const {
        return id(thing, number, start(), int(number));
    }

    DemoRequest m_request;
    std::shared_ptr<const DemoVocabulary> m_words;
    DemoTimeline m_time;
    Currency m_currency;
    quint64 m_seed = 0; ///< Of the request, with its language.
    quint64 m_idSeed = 0;
    qint64 m_minorOfMajor = 1;
    quint32 m_accounts = 0, m_oldAccounts = 0;
    size_t m_partners = 0;
    DemoPerson m_director;
    std::vector<DemoPerson> m_managers, m_people;
    std::vector<std::vector<size_t>> m_byTerritory;
};

} // namespace dw
