// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/demo/demo.h"

#include "core/services/demo/demorows.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr int firstYear = 1990;
constexpr int lastYear = 2100;
constexpr int rowsBetweenLooks = 64;

/// Writes all customers and then, in the order of time, deals and the leads that led to none.
class DemoRun {
public:
    DemoRun(const DemoCompany &company, DemoOutput &out, const DemoProgress &progress,
            const StopToken &stop)
        : m_company(company),
          m_out(out),
          m_progress(progress),
          m_stop(stop),
          m_leads(demoOtherLeads(company)),
          m_total(qint64(company.accounts()) + company.request().deals + m_leads) {}

    Result<void> run() {
        writeDemoBase(m_company, m_out);
        for (quint32 n = 0; n < m_company.accounts(); ++n) {
            writeDemoAccount(m_company, n, m_out);
            if (const auto may = goOn(); !may)
                return may;
        }
        const int deals = m_company.request().deals;
        int lead = 0;
        for (int n = 0; n < deals; ++n) {
            // The deal is drawn from the same share of all time as so many of the leads.
            const int until = int(qint64(m_leads) * (n + 1) / deals);
            for (; lead < until; ++lead) {
                writeDemoLead(m_company, lead, m_out);
                if (const auto may = goOn(); !may)
                    return may;
            }
            writeDemoDeal(m_company, n, m_out);
            if (const auto may = goOn(); !may)
                return may;
        }
        return m_out.result();
    }

private:
    Result<void> goOn() {
        if (++m_done % rowsBetweenLooks != 0 && m_done != m_total)
            return m_out.result();
        if (m_progress)
            m_progress(m_done, m_total);
        if (m_stop.requested())
            return makeError(ErrorKind::Cancelled, u"cancelled"_s);
        return m_out.result();
    }

    const DemoCompany &m_company;
    DemoOutput &m_out;
    const DemoProgress &m_progress;
    const StopToken &m_stop;
    const int m_leads;
    const qint64 m_total;
    qint64 m_done = 0;
};

} // namespace

Result<void> checkDemo(const DemoRequest &request) {
    if (request.deals < DemoRequest::fewestDeals || request.deals > DemoRequest::mostDeals)
        return makeError(ErrorKind::Invalid, u"demo.deals"_s,
                         {{u"value"_s, QString::number(request.deals)},
                          {u"least"_s, QString::number(DemoRequest::fewestDeals)},
                          {u"most"_s, QString::number(DemoRequest::mostDeals)}});
    const int year = request.now.toUtc().date().year();
    if (year < firstYear || year > lastYear)
        return makeError(ErrorKind::Invalid, u"demo.now"_s,
                         {{u"value"_s, request.now.toIso()},
                          {u"least"_s, QString::number(firstYear)},
                          {u"most"_s, QString::number(lastYear)}});
    return {};
}

FieldDesc demoSkillsField() {
    FieldDesc field;
    field.key = u"skills"_s;
    field.type = FieldType::Set;
    field.label = {u"Skills"_s, u"能力"_s};
    if (const auto words = DemoVocabulary::load(Language::English)) {
        for (const DemoVocabulary::Skill &skill : (*words)->skills)
            field.choices.push_back({skill.key, skill.label});
    }
    return field;
}

Workspace::Start demoStart(Workspace::Start start) {
    if (const auto words = DemoVocabulary::load(start.language)) {
        start.zone = (*words)->zone;
        start.currency = (*words)->currency;
    }
    return start;
}

Result<void> generateDemo(const Catalog &catalog, const DemoRequest &request, const DemoSink &sink,
                          const DemoProgress &progress, StopToken stop) {
    if (const auto checked = checkDemo(request); !checked)
        return checked;
    const auto words = DemoVocabulary::load(request.language);
    if (!words)
        return words.error();
    const DemoCompany company(request, *words);
    DemoOutput out(catalog, sink);
    return DemoRun(company, out, progress, stop).run();
}

} // namespace dw
