// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/demo/demorows.h"

#include <algorithm>
#include <cmath>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

using namespace demomodel;

constexpr int morning = 8 * 60 + 30;
constexpr int afternoon = 16 * 60;
constexpr qint64 minuteMs = 60'000;
constexpr double neverAnswered = 0.06;
/// What becomes of those that were answered and made no deal.
constexpr std::array<double, 3> fates{0.65, 0.2, 0.15};
const std::array fateNames{u"disqualified"_s, u"contacted"_s, u"qualified"_s};

/// Leads of each source that no deal comes from: so many that the source's share converts.
std::array<double, sources.size()> otherLeads(const DemoCompany &company) {
    std::array<double, sources.size()> counts{};
    const double newBusiness =
        company.request().deals * pipelines[size_t(Pipeline::NewBusiness)].share;
    for (size_t s = 0; s < counts.size(); ++s) {
        const SourceModel &source = sources[s];
        if (source.conversion > 0)
            counts[s] = newBusiness * source.share * leadBehindDeal * (1 / source.conversion - 1);
    }
    return counts;
}

DemoLead drawLead(const DemoCompany &company, int number) {
    RandomSource random = company.random(DemoThing::Lead, quint64(number));
    DemoLead lead;
    // The moment comes first: arrivals are asked for on their own.
    const double share = (number + random.unit()) / demoOtherLeads(company);
    const DemoTimeline::Moment moment = company.time().momentOf(share);
    lead.id = company.id(DemoThing::Lead, quint64(number), moment.at);
    lead.source = Source(random.weighted(otherLeads(company)));
    const auto seller = size_t(random.below(company.people().size()));
    lead.owner = company.people()[seller].id;
    timeDemoLead(company.time(), random, moment.day, fastOtherwise, lead);

    const DemoVocabulary &words = company.words();
    const DemoVocabulary::Territory &home = words.territories[company.people()[seller].territory];
    const DemoVocabulary::Province &province = random.pick(home.provinces);
    const DemoVocabulary::City &city = random.pick(province.cities);
    const DemoVocabulary::Sector &sector = random.pick(words.sectors);
    const QString stem = company.stem(company.accounts() + company.partners() + quint64(number));
    lead.name = company.personName(random);
    lead.company =
        demoText(words.accountName,
                 {{u"stem", stem}, {u"part", random.pick(sector.parts)}, {u"city", city.name}});
    lead.title = random.pick(words.titles.value(DemoCompany::roleOf(random.below(6))));
    lead.email = u"l%1@lead.example"_s.arg(number);
    if (!random.chance(contactsWithoutPhone))
        lead.phone = company.mobile(random, city.area);
    const QString key = sources[size_t(lead.source)].key.toString();
    if (const auto found = words.campaigns.constFind(key); found != words.campaigns.constEnd())
        lead.campaign = random.pick(*found);
    return lead;
}

} // namespace

int demoOtherLeads(const DemoCompany &company) {
    double sum = 0;
    for (const double count : otherLeads(company))
        sum += count;
    return int(std::lround(sum));
}

DemoTimeline::Moment demoLeadArrival(const DemoCompany &company, int number) {
    RandomSource random = company.random(DemoThing::Lead, quint64(number));
    return company.time().momentOf((number + random.unit()) / demoOtherLeads(company));
}

void timeDemoLead(const DemoTimeline &time, RandomSource &random, int day, double fastShare,
                  DemoLead &lead) {
    lead.day = time.workdayUntil(day);
    lead.arrived = time.at(lead.day, random.between(morning, afternoon));
    if (random.chance(fastShare)) {
        lead.answerDay = lead.day;
        lead.answered = {lead.arrived.ms
                         + random.between(5, int(fastAnswerHours * 60) - 1) * minuteMs};
        return;
    }
    lead.answerDay = time.workdayFrom(lead.day + random.between(1, 3));
    lead.answered = time.at(lead.answerDay, random.between(morning, afternoon));
}

DemoDraft draftDemoLead(const DemoCompany &company, const DemoLead &lead, DemoOutput &out) {
    const DemoVocabulary &words = company.words();
    const QString source = words.sources.value(sources[size_t(lead.source)].key.toString());
    DemoDraft draft = out.draft(u"lead", lead.id);
    draft.set(u"name", lead.name)
        .set(u"company", lead.company)
        .set(u"title", lead.title)
        .set(u"email", lead.email)
        .set(u"status", u"new"_s)
        .set(u"owner", lead.owner)
        .set(u"source", source)
        .set(u"arrived_at", lead.arrived)
        .set(u"raw_payload",
             demoText(words.leadPayload,
                      {{u"name", lead.name}, {u"company", lead.company}, {u"source", source}}));
    if (!lead.phone.isEmpty())
        draft.set(u"phone", lead.phone);
    if (!lead.campaign.isEmpty())
        draft.set(u"campaign", lead.campaign);
    return draft;
}

DemoStep answerDemoLead(const DemoLead &lead, DemoOutput &out) {
    DemoDraft step = out.draft(u"lead", lead.id);
    step.set(u"status", u"contacted"_s);
    return {step.take(), lead.answered};
}

void writeDemoAnswer(const DemoCompany &company, const DemoLead &lead, RecordId id,
                     DemoOutput &out) {
    DemoDraft draft = out.draft(u"touchpoint", id);
    draft.set(u"kind", u"call"_s)
        .set(u"happened_at", lead.answered)
        .set(u"summary", company.words().leadAnswer)
        .set(u"person", lead.owner)
        .set(u"lead", lead.id)
        .set(u"channel", company.words().channels.value(u"call"_s).first());
    out.put(draft, lead.answered);
}

void writeDemoLead(const DemoCompany &company, int number, DemoOutput &out) {
    const DemoLead lead = drawLead(company, number);
    RandomSource random = company.random(DemoThing::LeadStory, quint64(number));
    std::vector<DemoStep> later;
    const int today = company.time().today();
    const bool answered = lead.answerDay < today && !random.chance(neverAnswered);
    if (answered) {
        later.push_back(answerDemoLead(lead, out));
        const size_t fate = random.weighted(fates);
        const int day = company.time().workdayFrom(lead.answerDay + random.between(1, 12));
        if (fateNames[fate] != "contacted"_L1 && day < today) {
            DemoDraft step = out.draft(u"lead", lead.id);
            step.set(u"status", fateNames[fate]);
            later.push_back(
                {step.take(), company.time().at(day, random.between(morning, afternoon))});
        }
    }
    DemoDraft draft = draftDemoLead(company, lead, out);
    out.put(draft, lead.arrived, std::move(later));
    if (answered)
        writeDemoAnswer(company, lead,
                        company.id(DemoThing::LeadAnswer, quint64(number), lead.arrived), out);
}

} // namespace dw
