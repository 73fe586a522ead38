// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/demo/democompany.h"

namespace dw {

/// A record under construction, its fields by their keys.
class DemoDraft {
public:
    DemoDraft(const Catalog &catalog, QStringView entity, RecordId id)
        : m_entity(catalog.entity(entity)),
          m_record(m_entity->key, id) {}
    DemoDraft &set(QStringView key, FieldValue value) {
        m_record.set(m_entity->byKey(key), std::move(value));
        return *this;
    }
    [[nodiscard]] Record take() { return std::move(m_record); }

private:
    const EntityDesc *m_entity;
    Record m_record;
};

/// Hands rows to the sink; after an error the rest is left.
class DemoOutput {
public:
    DemoOutput(const Catalog &catalog, const DemoSink &sink) : m_catalog(catalog), m_sink(sink) {}

    [[nodiscard]] DemoDraft draft(QStringView entity, RecordId id) const {
        return {m_catalog, entity, id};
    }
    [[nodiscard]] const Catalog &catalog() const { return m_catalog; }
    void put(DemoDraft &draft, Instant at, std::vector<DemoStep> later = {}) {
        if (m_result)
            m_result = m_sink({draft.take(), at, std::move(later)});
    }
    [[nodiscard]] const Result<void> &result() const { return m_result; }

private:
    const Catalog &m_catalog;
    const DemoSink &m_sink;
    Result<void> m_result;
};

/// Writes what is there before any customer: people, places, products, pipelines, competitors and
/// partners.
void writeDemoBase(const DemoCompany &company, DemoOutput &out);

/// Writes a customer with its contacts, its number in another system, and the faults that are
/// planted there.
void writeDemoAccount(const DemoCompany &company, quint32 number, DemoOutput &out);

/// Writes a deal with its stages, lines, people, touchpoints, tasks and the lead that it came from,
/// as far as they have happened.
void writeDemoDeal(const DemoCompany &company, int number, DemoOutput &out);

/// How many leads there are that no deal came from.
[[nodiscard]] int demoOtherLeads(const DemoCompany &company);
/// When the lead arrives; grows with the number.
[[nodiscard]] DemoTimeline::Moment demoLeadArrival(const DemoCompany &company, int number);
void writeDemoLead(const DemoCompany &company, int number, DemoOutput &out);

/// Who asked, from where and with what, before anybody answered.
struct DemoLead {
    RecordId id;
    QString name, company, title, email, phone, campaign;
    demomodel::Source source = demomodel::Source::Website;
    RecordId owner;
    int day = 0; ///< On which it arrives.
    int answerDay = 0;
    Instant arrived, answered;
};
/// Gives the lead its arrival on that day and the answer to it, quick or late.
void timeDemoLead(const DemoTimeline &time, RandomSource &random, int day, double fastShare,
                  DemoLead &lead);
/// The lead as it arrives, before its later steps.
[[nodiscard]] DemoDraft draftDemoLead(const DemoCompany &company, const DemoLead &lead,
                                      DemoOutput &out);
/// That somebody took it up.
[[nodiscard]] DemoStep answerDemoLead(const DemoLead &lead, DemoOutput &out);
/// The call with which somebody took it up, as a row of that id.
void writeDemoAnswer(const DemoCompany &company, const DemoLead &lead, RecordId id,
                     DemoOutput &out);

} // namespace dw
