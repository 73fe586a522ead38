// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/demo/demorows.h"

#include <algorithm>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// A workspace may have a field of that key that is something else.
bool hasSkills(const EntityDesc &people, const QStringList &skills) {
    const FieldHandle handle = people.byKey(u"skills");
    if (handle.isNull() || people.field(handle).type != FieldType::Set)
        return false;
    const std::vector<Choice> &choices = people.field(handle).choices;
    return std::all_of(skills.begin(), skills.end(), [&](const QString &skill) {
        return std::any_of(choices.begin(), choices.end(),
                           [&](const Choice &choice) { return choice.key == skill; });
    });
}

void writePerson(const DemoCompany &company, const DemoPerson &person, DemoOutput &out) {
    DemoDraft draft = out.draft(u"person", person.id);
    draft.set(u"name", person.name)
        .set(u"active", true)
        .set(u"title", person.title)
        .set(u"team", person.team)
        .set(u"manager", person.manager)
        .set(u"email", person.email)
        .set(u"phone", person.phone);
    const EntityDesc &people = *out.catalog().entity(u"person");
    if (hasSkills(people, person.skills))
        draft.set(u"skills", person.skills);
    out.put(draft, company.start());
}

void writeTeams(const DemoCompany &company, DemoOutput &out) {
    const DemoVocabulary &words = company.words();
    for (size_t t = 0; t < words.territories.size(); ++t) {
        const RecordId manager = company.managers()[t].id;
        const QString &name = words.territories[t].name;
        DemoDraft territory = out.draft(u"territory", company.territory(t));
        territory.set(u"name", name).set(u"owner", manager);
        out.put(territory, company.start());
        DemoDraft team = out.draft(u"team", company.team(t));
        team.set(u"name", demoText(words.team, {{u"territory", name}}))
            .set(u"manager", manager)
            .set(u"territory", company.territory(t));
        out.put(team, company.start());
    }
}

void writeProducts(const DemoCompany &company, DemoOutput &out) {
    const auto &products = company.words().products;
    for (size_t n = 0; n < products.size(); ++n) {
        const DemoVocabulary::Product &product = products[n];
        DemoDraft draft = out.draft(u"product", company.product(n));
        draft.set(u"name", product.name)
            .set(u"code", product.code)
            .set(u"series", product.series)
            .set(u"price", Money(company.minor(product.price), company.currency()))
            .set(u"active", true);
        out.put(draft, company.start());
    }
}

void writePipeline(const DemoCompany &company, demomodel::Pipeline p, DemoOutput &out) {
    const demomodel::PipelineModel &model = demomodel::pipelines[size_t(p)];
    const DemoVocabulary::Pipeline &words = company.words().pipelines[size_t(p)];
    DemoDraft pipeline = out.draft(u"pipeline", company.pipeline(p));
    // The pipeline that a workspace begins with stands first.
    pipeline.set(u"name", words.name).set(u"position", double(p) + 2).set(u"active", true);
    out.put(pipeline, company.start());
    const auto stage = [&](int n, const QString &name, double probability, const QString &outcome) {
        DemoDraft draft = out.draft(u"stage", company.stage(p, n));
        draft.set(u"pipeline", company.pipeline(p))
            .set(u"name", name)
            .set(u"position", double(n) + 1)
            .set(u"win_probability", probability)
            .set(u"outcome", outcome);
        out.put(draft, company.start());
    };
    for (int n = 0; n < model.stages; ++n)
        stage(n, words.stages.at(n), model.believed[size_t(n)], u"open"_s);
    stage(model.stages, company.words().won, 100, u"won"_s);
    stage(model.stages + 1, company.words().lost, 0, u"lost"_s);
}

void writeOthers(const DemoCompany &company, DemoOutput &out) {
    const DemoVocabulary &words = company.words();
    for (qsizetype n = 0; n < words.competitors.size(); ++n) {
        DemoDraft draft = out.draft(u"account", company.competitor(size_t(n)));
        draft.set(u"name", words.competitors.at(n)).set(u"kind", u"competitor"_s);
        out.put(draft, company.start());
    }
    for (size_t n = 0; n < company.partners(); ++n) {
        RandomSource random = company.random(DemoThing::Partner, n);
        const auto t = size_t(random.below(words.territories.size()));
        const DemoVocabulary::Province &province = words.territories[t].provinces.front();
        const DemoVocabulary::City &city = province.cities.front();
        DemoDraft draft = out.draft(u"account", company.partner(n));
        // Stems from the far end of the list, where no customer's are.
        const QString stem = company.stem(company.accounts() + n);
        draft
            .set(u"name", demoText(words.partnerName,
                                   {{u"stem", stem}, {u"word", random.pick(words.partnerWords)}}))
            .set(u"kind", u"partner"_s)
            .set(u"owner", company.managers()[t].id)
            .set(u"territory", company.territory(t))
            .set(u"phone", company.landline(random, city.area))
            .set(u"city", city.name)
            .set(u"region", province.name)
            .set(u"country", words.country);
        out.put(draft, company.start());
    }
}

} // namespace

void writeDemoBase(const DemoCompany &company, DemoOutput &out) {
    writePerson(company, company.director(), out);
    for (const DemoPerson &manager : company.managers())
        writePerson(company, manager, out);
    writeTeams(company, out);
    for (const DemoPerson &person : company.people())
        writePerson(company, person, out);
    const QStringList &tags = company.words().tags;
    for (qsizetype n = 0; n < tags.size(); ++n) {
        DemoDraft tag = out.draft(u"tag", company.tag(size_t(n)));
        tag.set(u"name", tags.at(n));
        out.put(tag, company.start());
    }
    writeProducts(company, out);
    using enum demomodel::Pipeline;
    for (const demomodel::Pipeline p : {NewBusiness, Renewals, Projects})
        writePipeline(company, p, out);
    writeOthers(company, out);
}

} // namespace dw
