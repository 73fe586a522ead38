// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/demo/demorows.h"

#include <algorithm>
#include <cmath>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr double referenceShare = 0.4; ///< Of the accounts that the other system knows.
constexpr double tagShare = 0.15;
constexpr double noteShare = 0.04;
constexpr double medianEmployees = 180;
constexpr double revenuePerEmployee = 600'000; ///< CNY a year.

/// Host name of an account: "a0042.example", which no one can own.
QString hostOf(const DemoAccount &a) { return u"a%1.example"_s.arg(a.number, 4, 10, QChar(u'0')); }

class AccountRows {
public:
    AccountRows(const DemoCompany &company, quint32 number, DemoOutput &out)
        : m_company(company),
          m_words(company.words()),
          m_out(out),
          m_account(company.account(number)),
          m_random(company.random(DemoThing::AccountRows, number)),
          m_phone(company.landline(m_random, company.city(m_account).area)),
          m_street(
              demoText(m_words.street, {{u"street", m_random.pick(m_words.streets)},
                                        {u"number", QString::number(m_random.between(1, 990))}})) {}

    void write() {
        const bool hasPhone = !m_random.chance(demomodel::accountsWithoutPhone);
        DemoDraft draft = common(m_account.id, m_account.name, hasPhone);
        more(draft);
        m_out.put(draft, m_account.since);
        for (int n = 0; n < m_account.contacts; ++n)
            writeContact(n);
        if (m_random.chance(referenceShare))
            writeReference();
        if (m_random.chance(noteShare))
            writeNote();
        if (hasPhone && !m_account.isGroup && m_random.chance(demomodel::duplicateAccounts))
            writeDuplicate();
    }

private:
    /// What a second entry of the same company repeats.
    DemoDraft common(RecordId id, const QString &name, bool withPhone) {
        const DemoVocabulary::Territory &territory = m_words.territories[m_account.territory];
        const DemoVocabulary::City &city = m_company.city(m_account);
        DemoDraft draft = m_out.draft(u"account", id);
        draft.set(u"name", name)
            .set(u"kind", u"customer"_s)
            .set(u"owner", m_company.people()[m_account.salesperson].id)
            .set(u"territory", m_company.territory(m_account.territory))
            .set(u"sector", m_words.sectors[recordedSector()].label)
            .set(u"street", m_street)
            .set(u"city", m_random.chance(demomodel::misspeltCities) ? city.typo : city.name)
            .set(u"region", territory.provinces[m_account.province].name)
            .set(u"postal_code", city.postal)
            .set(u"country", m_words.country);
        if (withPhone)
            draft.set(u"phone", m_phone);
        return draft;
    }

    void more(DemoDraft &draft) {
        const int employees = int(m_random.lognormal(medianEmployees, 1.0)) + 5;
        const auto revenue =
            qint64(employees * revenuePerEmployee * m_words.priceScale / 10'000) * 10'000;
        const int year = m_company.time().date(0).year();
        draft.set(u"website", u"https://www."_s + hostOf(m_account))
            .set(u"email", u"info@"_s + hostOf(m_account))
            .set(u"employees", double(employees))
            .set(u"revenue", Money(m_company.minor(revenue), m_company.currency()))
            .set(u"founded", double(year - m_random.between(3, 40)));
        if (m_account.parent)
            draft.set(u"parent", m_company.accountId(*m_account.parent));
        if (m_random.chance(tagShare))
            draft.set(
                u"tags",
                QStringList{m_company.tag(size_t(m_random.below(m_words.tags.size()))).text()});
    }

    size_t recordedSector() {
        if (!m_random.chance(demomodel::wrongSectors))
            return m_account.sector;
        const size_t count = demomodel::sectors.size();
        return (m_account.sector + size_t(m_random.between(1, int(count) - 1))) % count;
    }

    void writeContact(int n) {
        const QString name = m_company.personName(m_random);
        const QString email =
            u"c%1.%2@%3"_s.arg(m_account.number).arg(n + 1).arg(hostOf(m_account));
        const RecordId id = m_company.contactId(m_account, n);
        DemoDraft draft = m_out.draft(u"contact", id);
        draft.set(u"name", name)
            .set(u"title", m_random.pick(m_words.titles.value(DemoCompany::roleOf(n))))
            .set(u"account", m_account.id)
            .set(u"email", email)
            .set(u"owner", m_company.people()[m_account.salesperson].id);
        if (!m_random.chance(demomodel::contactsWithoutPhone))
            draft.set(u"phone", m_company.mobile(m_random, m_company.city(m_account).area));
        m_out.put(draft, m_account.since);
        if (m_random.chance(demomodel::duplicateContacts))
            writeDuplicateContact(n, name, email);
    }

    /// The same person once more, as a business card was typed in again.
    void writeDuplicateContact(int n, const QString &name, const QString &email) {
        const Instant at = later();
        DemoDraft draft =
            m_out.draft(u"contact", m_company.id(DemoThing::DuplicateContact,
                                                 m_account.number * 16 + quint64(n), at, n));
        draft.set(u"name", name).set(u"account", m_account.id).set(u"email", email.toUpper());
        m_out.put(draft, at);
    }

    /// The same company once more, by another spelling: same phone, same street.
    void writeDuplicate() {
        const Instant at = later();
        QString name = m_account.shortName;
        const QStringList &forms = m_words.duplicateNames;
        name = demoText(m_random.pick(forms),
                        {{u"short", name}, {u"city", m_company.city(m_account).name}});
        DemoDraft draft =
            common(m_company.id(DemoThing::DuplicateAccount, m_account.number, at), name, true);
        m_out.put(draft, at);
    }

    [[nodiscard]] Instant later() {
        constexpr qint64 dayMs = 86'400'000;
        const Instant at{m_account.since.ms + m_random.between(20, 200) * dayMs};
        const Instant last = m_company.time().at(m_company.time().today() - 1, 17 * 60);
        return std::min(at, std::max(last, m_account.since));
    }

    void writeReference() {
        const RecordId id = m_company.id(DemoThing::Reference, m_account.number, m_account.since,
                                         int(m_account.number % 4096));
        DemoDraft draft = m_out.draft(u"cross_reference", id);
        draft.set(u"system", u"ERP"_s)
            .set(u"external_id", u"K%1"_s.arg(100'000 + m_account.number))
            .set(u"entity", u"account"_s)
            .set(u"record", m_account.id.text());
        m_out.put(draft, m_account.since);
    }

    void writeNote() {
        DemoDraft draft = m_out.draft(
            u"note",
            m_company.id(DemoThing::Note, (quint64(m_account.number) << 32) + 1, m_account.since));
        draft.set(u"body", m_random.pick(m_words.notes))
            .set(u"author", m_company.people()[m_account.salesperson].id)
            .set(u"account", m_account.id);
        m_out.put(draft, m_account.since);
    }

    const DemoCompany &m_company;
    const DemoVocabulary &m_words;
    DemoOutput &m_out;
    const DemoAccount m_account;
    RandomSource m_random;
    const QString m_phone, m_street;
};

} // namespace

void writeDemoAccount(const DemoCompany &company, quint32 number, DemoOutput &out) {
    AccountRows(company, number, out).write();
}

} // namespace dw
