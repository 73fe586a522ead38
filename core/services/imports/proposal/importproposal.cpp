// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/proposal/importproposal.h"

#include "core/services/imports/proposal/importproposalassign.h"
#include "core/services/imports/proposal/importproposalnames.h"
#include "core/services/imports/proposal/importproposalvalues.h"
#include "core/services/imports/rejectsfile.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostSamples = 3, longestSample = 120;
/// A name that says nothing by itself, and one that values confirm.
constexpr double weakName = 0.4;
/// Below this a match is not even worth mentioning.
constexpr double leastMentioned = 0.3;
/// A field's own name is never given up for the sake of another column.
constexpr double ownNameBonus = 1.0, ownName = 0.97;

/// How sure a column becomes a target, and why.
struct Judged {
    double confidence = 0;
    Message reason;
};

double share(qsizetype part, qsizetype all) { return all == 0 ? 0 : double(part) / double(all); }

QMap<QString, QString> counted(const QString &field, qsizetype count, qsizetype total) {
    return {{u"field"_s, field},
            {u"count"_s, QString::number(count)},
            {u"total"_s, QString::number(total)}};
}

/// What header and values of one column say together.
class ColumnJudge {
public:
    ColumnJudge(const ImportNames &names, const SampledColumn &column, const KnownNames &known)
        : m_names(names),
          m_column(column),
          m_known(known),
          m_header(readHeader(column.header)),
          m_look(lookAtValues(column.values)),
          m_matches(names.matches(m_header)) {}

    [[nodiscard]] const HeaderText &header() const { return m_header; }
    [[nodiscard]] const ValueLook &look() const { return m_look; }
    /// What the header means before all, where that is nothing that a field takes.
    [[nodiscard]] QString aside() const {
        return m_matches.empty() ? QString() : m_names.targets()[m_matches.front().target].aside;
    }
    [[nodiscard]] Judged judge(size_t target) const {
        const auto match = std::find_if(m_matches.begin(), m_matches.end(),
                                        [&](const NameMatch &m) { return m.target == target; });
        const FieldDesc *field = m_names.fieldOf(target);
        if (match == m_matches.end() || match->score < weakName)
            return field ? byValues(*field, m_names.labelOf(target)) : Judged();
        return field ? byBoth(*field, *match) : byUse(m_names.targets()[target].use, *match);
    }

private:
    [[nodiscard]] qsizetype fits(const FieldDesc &field) const {
        return fittingValues(field, m_column.values, m_look, m_known);
    }
    [[nodiscard]] Message named(const NameMatch &match) const {
        const QString field = m_names.labelOf(match.target);
        switch (match.how) {
        case NameMatch::How::Same:
            return {u"mapping.same_name"_s, {{u"field"_s, field}}};
        case NameMatch::How::Part:
            return {u"mapping.part_of_name"_s, {{u"field"_s, field}, {u"part"_s, match.part}}};
        default:
            return {u"mapping.usual_name"_s, {{u"field"_s, field}}};
        }
    }
    [[nodiscard]] Judged byBoth(const FieldDesc &field, const NameMatch &match) const;
    [[nodiscard]] Judged byLink(const FieldDesc &field, const NameMatch &match) const;
    [[nodiscard]] Judged byText(const FieldDesc &field, const NameMatch &match) const;
    [[nodiscard]] Judged byValues(const FieldDesc &field, const QString &label) const;
    [[nodiscard]] Judged byUse(ColumnUse use, const NameMatch &match) const;

    const ImportNames &m_names;
    const SampledColumn &m_column;
    const KnownNames &m_known;
    HeaderText m_header;
    ValueLook m_look;
    std::vector<NameMatch> m_matches;
};

Judged ColumnJudge::byBoth(const FieldDesc &field, const NameMatch &match) const {
    if (m_look.count == 0)
        return {match.score * 0.9,
                {u"mapping.no_values"_s, {{u"field"_s, m_names.labelOf(match.target)}}}};
    switch (field.type) {
    case FieldType::Person:
    case FieldType::Link:
        return byLink(field, match);
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Set:
        return byText(field, match);
    default:
        break;
    }
    const qsizetype fit = fits(field);
    const double fitting = share(fit, m_look.count);
    if (fitting >= 0.9)
        return {match.score + (1 - match.score) * 0.3, named(match)};
    return {match.score * (0.35 + 0.65 * fitting),
            {u"mapping.values_differ"_s,
             counted(m_names.labelOf(match.target), m_look.count - fit, m_look.count)}};
}

Judged ColumnJudge::byLink(const FieldDesc &field, const NameMatch &match) const {
    const qsizetype fit = fits(field);
    const double known = share(fit, m_look.count);
    if (known >= 0.8)
        return {
            match.score + (1 - match.score) * 0.5,
            {u"mapping.values_known"_s, counted(m_names.labelOf(match.target), fit, m_look.count)}};
    if (m_look.numbers == m_look.count || m_look.dates + m_look.instants == m_look.count)
        return {match.score * 0.5,
                {u"mapping.values_no_names"_s, {{u"field"_s, m_names.labelOf(match.target)}}}};
    // Stages are hardly ever made by an import; other targets are.
    const double least = field.tie == Tie::Holds ? 0.85 : 0.94;
    return {match.score * (least + (1 - least) * known), named(match)};
}

Judged ColumnJudge::byText(const FieldDesc &field, const NameMatch &match) const {
    const qsizetype fit = fits(field);
    if (fit < m_look.count)
        return {match.score * (0.35 + 0.65 * share(fit, m_look.count)),
                {u"mapping.values_differ"_s,
                 counted(m_names.labelOf(match.target), m_look.count - fit, m_look.count)}};
    const bool otherKind = m_look.yesNo == m_look.count
                           || m_look.dates + m_look.instants == m_look.count
                           || m_look.emails == m_look.count;
    if (otherKind && match.how != NameMatch::How::Same)
        return {match.score * 0.6,
                {u"mapping.values_no_text"_s, {{u"field"_s, m_names.labelOf(match.target)}}}};
    return {match.score, named(match)};
}

/// Nothing in the name, but the values can mean one thing only.
Judged ColumnJudge::byValues(const FieldDesc &field, const QString &label) const {
    if (m_look.count == 0)
        return {};
    const auto when = [&](bool holds, double confidence, const QString &id, qsizetype count) {
        return holds ? Judged{confidence, {id, counted(label, count, m_look.count)}} : Judged();
    };
    const auto most = [&](qsizetype count) { return share(count, m_look.count) >= 0.8; };
    switch (field.type) {
    case FieldType::Email:
        return when(most(m_look.emails), 0.72, u"mapping.values_email"_s, m_look.emails);
    case FieldType::Phone:
        return when(most(m_look.surePhones), 0.62, u"mapping.values_phone"_s, m_look.surePhones);
    case FieldType::Person:
    case FieldType::Link: {
        const qsizetype fit = fits(field);
        return when(most(fit) && m_look.distinct > 1, field.tie == Tie::Holds ? 0.75 : 0.66,
                    u"mapping.values_known"_s, fit);
    }
    case FieldType::Choice: {
        const qsizetype fit = fits(field);
        return when(fit == m_look.count && m_look.distinct > 1, 0.61, u"mapping.values_choices"_s,
                    fit);
    }
    case FieldType::Money:
        return when(m_look.inMoney > 0 && most(m_look.money), 0.5, u"mapping.values_money"_s,
                    m_look.money);
    case FieldType::Date:
        return when(most(m_look.dates), 0.35, u"mapping.values_date"_s, m_look.dates);
    default:
        return {};
    }
}

Judged ColumnJudge::byUse(ColumnUse use, const NameMatch &match) const {
    switch (use) {
    case ColumnUse::CreatedAt:
    case ColumnUse::ChangedAt: {
        const double dates = share(m_look.dates + m_look.instants, m_look.count);
        const double factor = m_look.count == 0 ? 0.9 : 0.35 + 0.65 * dates;
        return {
            match.score * factor,
            {use == ColumnUse::CreatedAt ? u"mapping.created_at"_s : u"mapping.changed_at"_s, {}}};
    }
    case ColumnUse::CreatedBy:
    case ColumnUse::ChangedBy:
        return {
            match.score,
            {use == ColumnUse::CreatedBy ? u"mapping.created_by"_s : u"mapping.changed_by"_s, {}}};
    case ColumnUse::ExternalId: {
        const ImportTarget &target = m_names.targets()[match.target];
        if (!target.field.isEmpty())
            return {match.score,
                    {u"mapping.other_id_of"_s, {{u"field"_s, m_names.labelOf(match.target)}}}};
        // An id names one row.
        const bool distinct = m_look.distinct == m_look.count;
        return {distinct ? match.score : match.score * 0.5,
                {distinct ? u"mapping.other_id"_s : u"mapping.ids_repeat"_s, {}}};
    }
    default:
        return {};
    }
}

QStringList samplesOf(const SampledColumn &column) {
    QStringList samples;
    for (const QString &value : column.values) {
        const QString text = value.simplified().left(longestSample);
        if (!text.isEmpty() && !samples.contains(text))
            samples << text;
        if (samples.size() == mostSamples)
            break;
    }
    return samples;
}

/// Judgements of all columns for all targets; columns that a reject file adds are passed over.
struct Judgements {
    std::vector<std::vector<Judged>> of; ///< By target, then by column.
};

double weightOf(double confidence) {
    if (confidence < leastMentioned)
        return 0;
    return confidence >= ownName ? confidence + ownNameBonus : confidence;
}

/// What a column that got nothing says of it: the best that another one took, or that none fits.
Message leftOver(const ImportNames &names, const Judgements &judged,
                 const std::vector<int> &columnOf, const std::vector<SampledColumn> &columns,
                 size_t column) {
    double best = sureEnough;
    Message reason{u"mapping.nothing"_s, {}};
    for (size_t target = 0; target < names.targets().size(); ++target) {
        const Judged &here = judged.of[target][column];
        const int taken = columnOf[target];
        if (here.confidence < best || taken < 0)
            continue;
        best = here.confidence;
        const QString other = columns[size_t(taken)].header;
        const QString field = names.labelOf(target);
        reason = field.isEmpty()
                     ? Message{u"mapping.use_taken"_s, {{u"column"_s, other}}}
                     : Message{u"mapping.taken"_s, {{u"field"_s, field}, {u"column"_s, other}}};
    }
    return reason;
}

} // namespace

std::vector<ColumnProposal> proposeColumns(const Catalog &catalog, const EntityDesc &entity,
                                           const std::vector<SampledColumn> &columns,
                                           const KnownNames &known) {
    const ImportNames names(catalog, entity);
    const size_t targets = names.targets().size();
    std::vector<ColumnProposal> proposals(columns.size());
    QStringList header;
    for (const SampledColumn &column : columns)
        header << column.header;
    Judgements judged{
        std::vector<std::vector<Judged>>(targets, std::vector<Judged>(columns.size()))};
    for (size_t i = 0; i < columns.size(); ++i) {
        ColumnProposal &proposal = proposals[i];
        const ColumnJudge judge(names, columns[i], known);
        proposal.at = qsizetype(i);
        proposal.header = columns[i].header;
        proposal.samples = samplesOf(columns[i]);
        proposal.as.header = columnName(header, qsizetype(i));
        proposal.as.use = ColumnUse::None;
        proposal.as.currency =
            judge.header().currency ? judge.header().currency->code() : QString();
        proposal.as.multiplier = judge.header().multiplier;
        proposal.newField = newFieldFor(entity, columns[i], judge.look());
        if (isRejectColumn(columns[i].header))
            proposal.reason = {u"mapping.of_rejects"_s, {}};
        else if (const QString aside = judge.aside(); !aside.isEmpty())
            proposal.reason = {u"mapping."_s + aside, {}};
        else if (columns[i].header.trimmed().isEmpty())
            proposal.reason = {u"mapping.no_header"_s, {}};
        if (!proposal.reason.isEmpty())
            continue;
        for (size_t target = 0; target < targets; ++target)
            judged.of[target][i] = judge.judge(target);
    }
    std::vector<std::vector<double>> weights(targets, std::vector<double>(columns.size(), 0));
    for (size_t target = 0; target < targets; ++target) {
        for (size_t i = 0; i < columns.size(); ++i)
            weights[target][i] = weightOf(judged.of[target][i].confidence);
    }
    const std::vector<int> columnOf = bestAssignment(weights);
    for (size_t target = 0; target < targets; ++target) {
        if (columnOf[target] < 0)
            continue;
        const auto column = size_t(columnOf[target]);
        ColumnProposal &proposal = proposals[column];
        proposal.as.use = names.targets()[target].use;
        proposal.as.field = names.targets()[target].field;
        proposal.confidence = judged.of[target][column].confidence;
        proposal.reason = judged.of[target][column].reason;
    }
    for (size_t i = 0; i < columns.size(); ++i) {
        if (proposals[i].reason.isEmpty())
            proposals[i].reason = leftOver(names, judged, columnOf, columns, i);
    }
    return proposals;
}

} // namespace dw
