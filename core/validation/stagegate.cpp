// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/validation/stagegate.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

enum class Outcome { Open, Won, Lost };

Outcome outcomeOf(const EntityDesc &stages, const Record &stage) {
    const auto key = stage.value(stages.byName(u"outcome")).as<QString>();
    if (key == "won"_L1)
        return Outcome::Won;
    return key == "lost"_L1 ? Outcome::Lost : Outcome::Open;
}

/// What the rules ask of a stage, copied out because a Lookup's answer lives until the next call.
struct StageFacts {
    QString name;
    RecordId pipeline;
    double position = 0;
    Outcome outcome = Outcome::Open;
};

std::optional<StageFacts> findStage(const GateCase &c, RecordId id) {
    const Record *stage = id.isNull() ? nullptr : c.lookup.record(u"stage"_s, id);
    if (!stage)
        return std::nullopt;
    const EntityDesc &stages = *c.catalog.entity(u"stage");
    return StageFacts{stage->value(stages.byName(u"name")).as<QString>(),
                      stage->value(stages.byName(u"pipeline")).as<RecordId>(),
                      stage->value(stages.byName(u"position")).as<double>(),
                      outcomeOf(stages, *stage)};
}

QString pipelineName(const GateCase &c, RecordId id) {
    const Record *pipeline = c.lookup.record(u"pipeline"_s, id);
    return pipeline ? pipeline->value(c.catalog.entity(u"pipeline")->byName(u"name")).as<QString>()
                    : id.text();
}

/// One deal on its way, with the questions that the rules ask.
class DealMove {
public:
    explicit DealMove(const GateCase &c) : m_case(c), m_deals(*c.catalog.entity(u"deal")) {}

    [[nodiscard]] FieldValue after(QStringView field) const {
        return m_case.proposed.value(m_deals.byName(field));
    }
    [[nodiscard]] FieldValue before(QStringView field) const {
        return m_case.before ? m_case.before->value(m_deals.byName(field)) : FieldValue();
    }
    [[nodiscard]] bool isNew() const { return !m_case.before; }
    [[nodiscard]] bool moved() const {
        return isNew() || after(u"stage") != before(u"stage")
               || after(u"pipeline") != before(u"pipeline");
    }
    /// Missing, and this change is to blame: what was missing before it, on a deal that stays where
    /// it is, must not stop other edits.
    [[nodiscard]] bool lacks(QStringView field) const {
        return after(field).isEmpty() && (moved() || !before(field).isEmpty());
    }
    [[nodiscard]] bool hasReason() const {
        const Message &reason = m_case.reason;
        return !reason.isEmpty()
               && (reason.id != "reason.text"_L1
                   || !reason.args.value(u"text"_s).trimmed().isEmpty());
    }

private:
    const GateCase &m_case;
    const EntityDesc &m_deals;
};

QMap<QString, QString> fieldArg(const QString &field) { return {{u"field"_s, u"deal."_s + field}}; }

void judgePipeline(const GateCase &c, const DealMove &deal, const std::optional<StageFacts> &to,
                   Verdict &verdict) {
    const auto pipeline = deal.after(u"pipeline").as<RecordId>();
    const auto stage = deal.after(u"stage").as<RecordId>();
    // That both are required is said by the catalogue.
    if (!deal.moved() || pipeline.isNull() || stage.isNull() || (to && to->pipeline == pipeline))
        return;
    verdict.refusals.push_back(
        {u"gate.stage_of_other_pipeline"_s,
         {{u"stage"_s, to ? to->name : stage.text()}, {u"pipeline"_s, pipelineName(c, pipeline)}}});
}

void judgeNeeds(const DealMove &deal, Outcome outcome, Verdict &verdict) {
    const auto need = [&](const QString &id, const QString &field) {
        if (deal.lacks(field))
            verdict.refusals.push_back({id, fieldArg(field)});
    };
    if (outcome == Outcome::Won) {
        need(u"gate.won_needs"_s, u"amount"_s);
        need(u"gate.won_needs"_s, u"closed_on"_s);
    } else if (outcome == Outcome::Lost) {
        need(u"gate.lost_needs"_s, u"reason"_s);
        need(u"gate.lost_needs"_s, u"closed_on"_s);
    } else {
        const FieldValue closedOn = deal.after(u"closed_on");
        if (!closedOn.isEmpty() && (deal.moved() || closedOn != deal.before(u"closed_on")))
            verdict.refusals.push_back({u"gate.open_has_close_date"_s, fieldArg(u"closed_on"_s)});
        if (deal.lacks(u"amount"))
            verdict.warnings.push_back({u"gate.no_amount"_s, fieldArg(u"amount"_s)});
    }
}

void judgeDirection(const DealMove &deal, const std::optional<StageFacts> &from,
                    const StageFacts &to, Verdict &verdict) {
    if (deal.isNew() || !deal.moved() || !from || to.outcome != Outcome::Open || deal.hasReason())
        return;
    const QMap<QString, QString> names{{u"from"_s, from->name}, {u"to"_s, to.name}};
    if (from->outcome != Outcome::Open)
        verdict.refusals.push_back({u"gate.reopen_needs_reason"_s, names});
    else if (from->pipeline == to.pipeline && to.position < from->position)
        verdict.refusals.push_back({u"gate.backward_needs_reason"_s, names});
}

} // namespace

Verdict stageGate(const GateCase &c) {
    Verdict verdict;
    const bool writes = c.action == WriteAction::Create || c.action == WriteAction::Change;
    if (!writes || c.proposed.entity() != "deal"_L1)
        return verdict;

    const DealMove deal(c);
    const auto to = findStage(c, deal.after(u"stage").as<RecordId>());
    judgePipeline(c, deal, to, verdict);
    if (to) {
        judgeNeeds(deal, to->outcome, verdict);
        judgeDirection(deal, findStage(c, deal.before(u"stage").as<RecordId>()), *to, verdict);
    }
    if (c.way == WriteWay::Import || c.way == WriteWay::History) {
        verdict.warnings.insert(verdict.warnings.begin(), verdict.refusals.begin(),
                                verdict.refusals.end());
        verdict.refusals.clear();
    }
    return verdict;
}

std::vector<QString> missingForStage(const Catalog &catalog, const Record &deal,
                                     const Record &stage) {
    const EntityDesc &deals = *catalog.entity(u"deal");
    std::vector<QString> missing;
    const auto need = [&](QStringView name) {
        const FieldHandle field = deals.byName(name);
        if (deal.value(field).isEmpty())
            missing.push_back(deals.field(field).key);
    };
    const Outcome outcome = outcomeOf(*catalog.entity(u"stage"), stage);
    if (outcome == Outcome::Open)
        return missing;
    need(outcome == Outcome::Won ? u"amount" : u"reason");
    need(u"closed_on");
    return missing;
}

} // namespace dw
