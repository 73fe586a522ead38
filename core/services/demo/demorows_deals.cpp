// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/demo/demodealplan.h"
#include "core/services/demo/demorows.h"

#include <algorithm>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

using namespace demomodel;

constexpr int morning = 9 * 60;
constexpr int evening = 17 * 60 + 30;
constexpr qint64 minuteMs = 60'000;
constexpr quint64 places = 64; ///< Numbers that each deal has for its rows of one kind.
constexpr double partShare = 0.5, tagShare = 0.2, noteShare = 0.08, doneTaskShare = 0.45;
constexpr double signShare = 0.7; ///< Of the lost deals in which the customer says why before.

/// Touchpoints that are neither the demo nor the first talk with the decision maker.
constexpr std::array<QStringView, 9> kinds{u"call",  u"message", u"email",    u"visit", u"meeting",
                                           u"quote", u"web",     u"download", u"social"};
constexpr std::array<double, 9> kindShares{0.33, 0.2, 0.16, 0.11, 0.08, 0.05, 0.04, 0.02, 0.01};
constexpr std::array<double, 6> reasonShares{0.26, 0.14, 0.12, 0.2, 0.12, 0.16};
constexpr double reasonCompetitor = 0.5; ///< In place of the third where a competitor is there.

class DealRows {
public:
    DealRows(const DemoCompany &company, int number, DemoOutput &out)
        : m_company(company),
          m_words(company.words()),
          m_time(company.time()),
          m_out(out),
          m_plan(planDemoDeal(company, number)),
          m_random(company.random(DemoThing::DealStory, quint64(number))),
          m_owner(company.people()[m_plan.salesperson].id) {
        m_reason = drawReason();
    }

    void write() {
        writeDeal();
        writeLines();
        writeContacts();
        writeCompetitor();
        writeTouches();
        writeTasks();
        writeNote();
        writeLead();
    }

private:
    /// Ids of what belongs to the deal grow in the order in which they are drawn.
    [[nodiscard]] RecordId id(DemoThing thing, int n = 0) {
        return m_company.id(thing, quint64(m_plan.number) * places + quint64(n), m_plan.createdAt,
                            ++m_turn);
    }
    [[nodiscard]] bool happened(int day) const { return m_plan.happened(day, m_time.today()); }
    [[nodiscard]] Instant sometime(int day) {
        const Instant at = m_time.at(day, m_random.between(morning, evening));
        return std::max(at, {m_plan.createdAt.ms + minuteMs});
    }
    [[nodiscard]] Money money(qint64 minor) const { return {minor, m_company.currency()}; }
    [[nodiscard]] bool isClosed() const { return happened(m_plan.end); }

    [[nodiscard]] size_t drawReason() {
        std::array<double, reasonShares.size()> shares = reasonShares;
        if (m_plan.drivers.competitor)
            shares[2] = reasonCompetitor;
        return m_random.weighted(shares);
    }

    [[nodiscard]] static QString callOf(const PipelineModel &model, int stage) {
        if (stage == model.stages - 1)
            return u"commit"_s;
        return stage == model.stages - 2 ? u"best_case"_s : u"pipeline"_s;
    }

    // The deal itself

    struct Event {
        int day = 0;
        DemoDraft values;
    };

    void writeDeal() {
        DemoDraft draft = m_out.draft(u"deal", m_plan.id);
        draft.set(u"name", drawName())
            .set(u"account", m_plan.account.id)
            .set(u"owner", m_owner)
            .set(u"pipeline", m_company.pipeline(m_plan.drivers.pipeline))
            .set(u"stage", stage(0))
            .set(u"expected_close", m_time.date(m_plan.expected))
            .set(u"forecast_call", callOf(m_plan.model(), 0))
            .set(u"source",
                 m_words.sources.value(sources[size_t(m_plan.drivers.source)].key.toString()));
        if (m_plan.drivers.source == Source::Partner)
            draft.set(u"partner", m_company.partner(size_t(m_random.below(m_company.partners()))));
        if (m_random.chance(tagShare))
            draft.set(
                u"tags",
                QStringList{m_company.tag(size_t(m_random.below(m_words.tags.size()))).text()});
        const bool inFirst =
            m_plan.isOpen && (m_plan.entered.size() < 2 || !happened(m_plan.entered[1]));
        if (!inFirst || !m_random.chance(openWithoutAmount))
            draft.set(u"amount", money(m_plan.amount));
        m_out.put(draft, m_plan.createdAt, steps());
    }

    QString drawName() {
        const DemoVocabulary::Pipeline &pipeline =
            m_words.pipelines[size_t(m_plan.drivers.pipeline)];
        const QString &topic = m_random.pick(
            sectors[m_plan.account.sector].industry ? pipeline.topics : pipeline.generalTopics);
        const bool ofPart = m_random.chance(partShare);
        return demoText(ofPart ? m_words.dealPartName : m_words.dealName,
                        {{u"account", m_plan.account.shortName},
                         {u"topic", topic},
                         {u"part", m_random.pick(m_words.dealParts)}});
    }

    [[nodiscard]] RecordId stage(int n) const {
        return m_company.stage(m_plan.drivers.pipeline, n);
    }

    std::vector<DemoStep> steps() {
        std::vector<Event> events;
        const auto add = [&](int day) -> DemoDraft & {
            events.push_back({day, m_out.draft(u"deal", m_plan.id)});
            return events.back().values;
        };
        for (int n = 1; n < int(m_plan.entered.size()); ++n) {
            if (!happened(m_plan.entered[size_t(n)]))
                break;
            DemoDraft &values = add(m_plan.entered[size_t(n)]);
            values.set(u"stage", stage(n));
            if (callOf(m_plan.model(), n) != callOf(m_plan.model(), n - 1))
                values.set(u"forecast_call", callOf(m_plan.model(), n));
            if (n == m_plan.model().stages - 1)
                values.set(u"payment_terms", m_random.pick(m_words.paymentTerms));
        }
        for (const DemoDealPlan::Slip &slip : m_plan.slips) {
            if (happened(slip.day))
                add(slip.day).set(u"expected_close", m_time.date(slip.expected));
        }
        std::stable_sort(events.begin(), events.end(),
                         [](const Event &a, const Event &b) { return a.day < b.day; });
        if (isClosed()) {
            DemoDraft &values = add(m_plan.end);
            const int outcome = m_plan.model().stages + (m_plan.won ? 0 : 1);
            values.set(u"stage", stage(outcome)).set(u"closed_on", m_time.date(m_plan.end));
            if (!m_plan.won)
                values.set(u"reason", m_words.lossReasons[m_reason].text);
        }
        return timed(events);
    }

    /// Each at some time of its day, one after the other.
    std::vector<DemoStep> timed(std::vector<Event> &events) {
        std::vector<DemoStep> steps;
        steps.reserve(events.size());
        Instant last = m_plan.createdAt;
        for (Event &event : events) {
            const Instant at = std::max(sometime(event.day), {last.ms + minuteMs});
            steps.push_back({event.values.take(), at});
            last = at;
        }
        return steps;
    }

    // What belongs to it

    void writeLines() {
        int n = 0;
        for (const DemoDealPlan::Line &line : m_plan.lines) {
            DemoDraft draft = m_out.draft(u"deal_line", id(DemoThing::DealLine, n++));
            draft.set(u"deal", m_plan.id)
                .set(u"product", m_company.product(line.product))
                .set(u"quantity", double(line.quantity))
                .set(u"price", money(line.price))
                .set(u"position", double(n));
            m_out.put(draft, m_plan.createdAt);
        }
    }

    void writeContacts() {
        for (const int n : m_plan.contacts) {
            Instant at = m_plan.createdAt;
            if (n == 0 && m_plan.metDecisionMaker) {
                if (!happened(*m_plan.metDecisionMaker))
                    continue;
                at = m_time.at(*m_plan.metDecisionMaker, evening + 10);
            }
            DemoDraft draft = m_out.draft(u"deal_contact", id(DemoThing::DealContact, n));
            draft.set(u"deal", m_plan.id)
                .set(u"contact", m_company.contactId(m_plan.account, n))
                .set(u"role", DemoCompany::roleOf(n));
            m_out.put(draft, at);
        }
    }

    void writeCompetitor() {
        const int days = m_plan.end - m_plan.created;
        const int day = m_plan.created + int(days * m_random.real(0.1, 0.5));
        m_competitor = size_t(m_random.below(m_words.competitors.size()));
        if (!m_plan.drivers.competitor || !happened(day))
            return;
        static const std::array strengths{u"weak"_s, u"even"_s, u"strong"_s};
        DemoDraft draft = m_out.draft(u"deal_competitor", id(DemoThing::DealCompetitor));
        draft.set(u"deal", m_plan.id)
            .set(u"competitor", m_company.competitor(m_competitor))
            .set(u"seen_on", m_time.date(day))
            .set(u"strength", m_random.pick(strengths));
        m_out.put(draft, sometime(day));
    }

    // Touchpoints

    void writeTouches() {
        bool met = false;
        bool shown = false;
        for (size_t n = 0; n < m_plan.touches.size(); ++n) {
            const int day = m_plan.touches[n];
            if (!happened(day))
                break;
            if (m_plan.metDecisionMaker == day && !std::exchange(met, true))
                writeTouch(int(n), day, m_random.chance(0.5) ? u"meeting" : u"visit", 0);
            else if (m_plan.demo == day && !std::exchange(shown, true))
                writeTouch(int(n), day, u"demo", someContact(false));
            else
                writeOtherTouch(int(n), day);
        }
    }

    void writeOtherTouch(int n, int day) {
        QStringView kind = kinds[m_random.weighted(kindShares)];
        // Only the planned talk with the decision maker counts as one.
        const bool inPerson = kind == u"visit" || kind == u"meeting";
        const int contact = someContact(!inPerson);
        if (inPerson && contact == 0)
            kind = u"call";
        writeTouch(n, day, kind, contact);
    }

    /// One of the deal's contacts; the decision maker only where nobody else is there or may be.
    [[nodiscard]] int someContact(bool alsoDecisionMaker) {
        const auto &all = m_plan.contacts;
        const bool skip = !alsoDecisionMaker && all.front() == 0 && all.size() > 1;
        const size_t first = skip ? 1 : 0;
        return all[first + size_t(m_random.below(all.size() - first))];
    }

    void writeTouch(int n, int day, QStringView kind, int contact) {
        const QString key = kind.toString();
        const Instant at = sometime(day);
        DemoDraft draft = m_out.draft(u"touchpoint", id(DemoThing::Touchpoint, n));
        draft.set(u"kind", key)
            .set(u"happened_at", at)
            .set(u"summary", m_random.pick(*m_words.touches.constFind(key)))
            .set(u"person", m_owner)
            .set(u"deal", m_plan.id)
            .set(u"account", m_plan.account.id)
            .set(u"contact", m_company.contactId(m_plan.account, contact))
            .set(u"channel", m_random.pick(*m_words.channels.constFind(key)));
        if (kind == u"call")
            draft.set(u"minutes", double(m_random.between(2, 25)));
        else if (kind == u"visit" || kind == u"meeting" || kind == u"demo")
            draft.set(u"minutes", double(m_random.between(3, 12) * 10));
        const bool isLast = n + 1 == int(m_plan.touches.size());
        if (isLast && isClosed() && !m_plan.won && m_random.chance(signShare))
            draft.set(u"body",
                      demoText(m_words.signs.value(m_words.lossReasons[m_reason].key),
                               {{u"competitor", m_words.competitors.at(qsizetype(m_competitor))}}));
        m_out.put(draft, at);
    }

    // Tasks and notes

    void writeTasks() {
        if (!m_plan.touches.empty() && m_random.chance(doneTaskShare)) {
            const int day = m_random.pick(m_plan.touches);
            if (happened(day))
                writeTask(0, m_plan.createdAt, day, true);
        }
        if (!m_plan.isOpen || m_plan.stale || m_random.chance(openWithoutNextStep))
            return;
        const int made = std::max(m_plan.created, m_time.today() - m_random.between(1, 10));
        const int due =
            m_time.workdayFrom(std::max(m_plan.created, m_time.today() + m_random.between(-4, 14)));
        writeTask(1, sometime(std::min(made, m_time.today() - 1)), due, false);
    }

    void writeTask(int n, Instant at, int due, bool done) {
        static const std::array taskKinds{u"todo"_s, u"call"_s, u"visit"_s, u"support"_s};
        constexpr std::array shares{0.45, 0.3, 0.17, 0.08};
        const QString &kind = taskKinds[m_random.weighted(shares)];
        const RecordId row = id(DemoThing::Task, n);
        DemoDraft draft = m_out.draft(u"task", row);
        draft.set(u"title", m_random.pick(*m_words.tasks.constFind(kind)))
            .set(u"kind", kind)
            .set(u"due_on", m_time.date(due))
            .set(u"done", false)
            .set(u"owner", m_owner)
            .set(u"deal", m_plan.id)
            .set(u"account", m_plan.account.id);
        std::vector<DemoStep> later;
        if (done) {
            const Instant doneAt = std::max(sometime(due), {at.ms + minuteMs});
            DemoDraft step = m_out.draft(u"task", row);
            step.set(u"done", true).set(u"done_at", doneAt);
            later.push_back({step.take(), doneAt});
        }
        m_out.put(draft, at, std::move(later));
    }

    void writeNote() {
        if (!m_random.chance(noteShare))
            return;
        DemoDraft draft = m_out.draft(u"note", id(DemoThing::Note));
        draft.set(u"body", m_random.pick(m_words.notes))
            .set(u"author", m_owner)
            .set(u"deal", m_plan.id);
        m_out.put(draft, m_plan.createdAt);
    }

    // The lead before it

    void writeLead() {
        const Source source = m_plan.drivers.source;
        if (m_plan.drivers.pipeline != Pipeline::NewBusiness
            || sources[size_t(source)].conversion <= 0 || !m_random.chance(leadBehindDeal))
            return;
        DemoLead lead;
        lead.id = id(DemoThing::LeadOfDeal);
        lead.source = source;
        lead.campaign = m_plan.campaign;
        lead.owner = m_owner;
        const int contact = m_plan.contacts.back();
        lead.name = m_company.personName(m_random);
        lead.company = m_plan.account.name;
        lead.title = m_random.pick(m_words.titles.value(DemoCompany::roleOf(contact)));
        lead.email = u"d%1@lead.example"_s.arg(m_plan.number);
        lead.phone = m_company.mobile(m_random, m_company.city(m_plan.account).area);
        timeDemoLead(m_time, m_random, m_plan.created - m_random.between(6, 10), fastIfConverted,
                     lead);
        // A long holiday may lie between.
        lead.answered = std::min(lead.answered, {m_plan.createdAt.ms - minuteMs});
        DemoDraft draft = draftDemoLead(m_company, lead, m_out);
        DemoDraft converted = m_out.draft(u"lead", lead.id);
        converted.set(u"status", u"converted"_s)
            .set(u"account", m_plan.account.id)
            .set(u"contact", m_company.contactId(m_plan.account, contact))
            .set(u"deal", m_plan.id);
        std::vector<DemoStep> later;
        later.push_back(answerDemoLead(lead, m_out));
        later.push_back({converted.take(), m_plan.createdAt});
        m_out.put(draft, lead.arrived, std::move(later));
        writeDemoAnswer(m_company, lead, id(DemoThing::Touchpoint, int(places) - 1), m_out);
    }

    const DemoCompany &m_company;
    const DemoVocabulary &m_words;
    const DemoTimeline &m_time;
    DemoOutput &m_out;
    const DemoDealPlan m_plan;
    RandomSource m_random;
    const RecordId m_owner;
    size_t m_reason = 0;
    size_t m_competitor = 0;
    int m_turn = 0;
};

} // namespace

void writeDemoDeal(const DemoCompany &company, int number, DemoOutput &out) {
    DealRows(company, number, out).write();
}

} // namespace dw
