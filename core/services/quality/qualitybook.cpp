// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/quality/qualitybook.h"

#include "core/services/works.h"
#include "core/store/query/history.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr double usualThreshold = 41;

std::vector<EntityQuality> rulesOf(Reader &reader) {
    const auto rules = qualityFromJson(setting(reader, u"quality.parts"_s, {}).toObject());
    return rules ? *rules : usualQuality();
}

void addTo(QualityTally &into, const QualityTally &more) {
    into.missing.resize(more.missing.size());
    into.records += more.records;
    into.points += more.points;
    into.complete += more.complete;
    into.captured += more.captured;
    for (size_t i = 0; i < more.missing.size(); ++i)
        into.missing[i] += more.missing[i];
}

/// What people call the import; empty where nobody gave it a name.
QString importName(Reader &reader, qint64 set) {
    const auto found = History(reader.connection()).set(set);
    return found && *found ? (*found)->source : QString();
}

RecordId teamOf(Reader &reader, RecordId person) {
    const auto row = reader.find(u"person"_s, person);
    if (!row || !*row)
        return {};
    const FieldHandle team = reader.catalog()->entity(u"person")->byName(u"team");
    return (*row)->record.value(team).as<RecordId>();
}

std::vector<QualityGroup> byPerson(Reader &reader, const QualityIndex &index, size_t entity) {
    std::vector<QualityGroup> groups;
    groups.reserve(index.byOwner(entity).size());
    for (const auto &[owner, tally] : index.byOwner(entity))
        groups.push_back({owner, reader.title(u"person"_s, owner), 0, tally});
    return groups;
}

std::vector<QualityGroup> byTeam(Reader &reader, const QualityIndex &index, size_t entity) {
    std::map<RecordId, QualityTally> teams;
    for (const auto &[owner, tally] : index.byOwner(entity))
        addTo(teams[owner.isNull() ? RecordId() : teamOf(reader, owner)], tally);
    std::vector<QualityGroup> groups;
    groups.reserve(teams.size());
    for (const auto &[team, tally] : teams)
        groups.push_back({team, reader.title(u"team"_s, team), 0, tally});
    return groups;
}

/// Imports of the same name are one source.
std::vector<QualityGroup> bySource(Reader &reader, const QualityIndex &index, size_t entity) {
    std::map<std::pair<QString, qint64>, QualityTally> sources;
    for (const auto &[source, tally] : index.bySource(entity)) {
        const QString name = source.set == 0 ? source.text : importName(reader, source.set);
        addTo(sources[{name, name.isEmpty() ? source.set : 0}], tally);
    }
    std::vector<QualityGroup> groups;
    groups.reserve(sources.size());
    for (const auto &[source, tally] : sources)
        groups.push_back({{}, source.first, source.second, tally});
    return groups;
}

std::vector<QualityGroup> groupsOf(Reader &reader, const QualityIndex &index, size_t entity,
                                   QualityBy by) {
    switch (by) {
    case QualityBy::Person:
        return byPerson(reader, index, entity);
    case QualityBy::Team:
        return byTeam(reader, index, entity);
    case QualityBy::Source:
        return bySource(reader, index, entity);
    case QualityBy::Nothing:
        break;
    }
    return {};
}

/// Points and records as fractions, so that equal shares are equal.
bool isLess(const QualityTally &a, const QualityTally &b) {
    return double(a.points) * double(b.records) < double(b.points) * double(a.records);
}

QualityItem itemOf(Reader &reader, const QualityReport &report, const QualityRecord &record) {
    QualityItem item{record.id,
                     reader.shortId(report.entity, record.id),
                     reader.title(report.entity, record.id),
                     record.points,
                     {}};
    for (size_t i = 0; i < report.parts.size(); ++i) {
        if ((record.there >> i & 1) == 0)
            item.missing << report.parts[i].key;
    }
    return item;
}

} // namespace

std::optional<double> percentOf(qint64 part, qint64 whole) {
    if (whole <= 0)
        return std::nullopt;
    if (part == 0 || part == whole)
        return part == 0 ? 0.0 : 100.0;
    return std::clamp(std::round(1000.0 * double(part) / double(whole)) / 10, 0.1, 99.9);
}

std::optional<double> completenessOf(const QualityTally &tally, int total) {
    return percentOf(tally.points, tally.records * total);
}

struct QualityBook::State {
    CatalogPtr catalog;
    std::vector<EntityQuality> rules;
    double threshold = usualThreshold;
    std::unique_ptr<QualityIndex> index;
    std::unique_ptr<ColumnReader> columns;
    qint64 looked = 0;

    /// What counts, as settings and catalogue have it now; true where it is something else than
    /// before.
    bool takeRules(Reader &reader) {
        std::vector<EntityQuality> now = rulesOf(reader);
        const CatalogPtr described = reader.catalog();
        if (index && now == rules && described == catalog)
            return false;
        auto made = std::make_unique<QualityIndex>(*described, now);
        const bool isSame = index && made->rules() == index->rules()
                            && made->plans() == index->plans()
                            && made->unknownParts() == index->unknownParts();
        rules = std::move(now);
        catalog = described;
        if (isSame)
            return false;
        index = std::move(made);
        columns = std::make_unique<ColumnReader>(index->plans());
        return true;
    }
};

QualityBook::QualityBook() : m_state(std::make_unique<State>()) {}

QualityBook::~QualityBook() = default;

Result<bool> QualityBook::read(Reader &reader) {
    const double before = m_state->threshold;
    m_state->threshold =
        setting(reader, u"quality.threshold"_s, {}, usualThreshold).toDouble(usualThreshold);
    const bool isOther = m_state->takeRules(reader) || before != m_state->threshold;
    const auto columns = m_state->columns->read(reader.connection(), *m_state->catalog);
    if (!columns)
        return columns.error();
    m_state->looked = m_state->index->follow(*columns);
    return isOther || m_state->looked > 0;
}

std::vector<QualityReport> QualityBook::report(Reader &reader, QualityBy by) const {
    const QualityIndex &index = *m_state->index;
    std::vector<QualityReport> reports;
    for (size_t i = 0; i < index.rules().size(); ++i) {
        const EntityQuality &rule = index.rules()[i];
        if (rule.parts.empty())
            continue;
        QualityReport report{rule.entity, rule.parts, rule.total(), index.all(i),
                             groupsOf(reader, index, i, by)};
        std::sort(report.groups.begin(), report.groups.end(),
                  [](const QualityGroup &a, const QualityGroup &b) {
                      if (isLess(a.tally, b.tally) || isLess(b.tally, a.tally))
                          return isLess(a.tally, b.tally);
                      return std::tie(a.name, a.import, a.id) < std::tie(b.name, b.import, b.id);
                  });
        reports.push_back(std::move(report));
    }
    return reports;
}

std::vector<QualityItem> QualityBook::worst(Reader &reader, const QualityDrill &drill) const {
    const QualityIndex &index = *m_state->index;
    const auto rule =
        std::find_if(index.rules().begin(), index.rules().end(),
                     [&](const EntityQuality &one) { return one.entity == drill.entity; });
    if (rule == index.rules().end())
        return {};
    const auto part = std::find_if(rule->parts.begin(), rule->parts.end(),
                                   [&](const QualityPart &one) { return one.key == drill.part; });
    if (part == rule->parts.end() && !drill.part.isEmpty())
        return {};
    const int total = rule->total();
    std::vector<QualityRecord> records;
    index.eachRecord(size_t(rule - index.rules().begin()), [&](const QualityRecord &record) {
        const bool lacks = drill.part.isEmpty()
                               ? record.points < total
                               : (record.there >> (part - rule->parts.begin()) & 1) == 0;
        if (lacks && (!drill.person || record.owner == *drill.person))
            records.push_back(record);
    });
    std::sort(records.begin(), records.end(), [](const QualityRecord &a, const QualityRecord &b) {
        return a.points != b.points ? a.points < b.points : a.id < b.id;
    });
    if (drill.limit > 0 && records.size() > size_t(drill.limit))
        records.resize(size_t(drill.limit));
    const QualityReport frame{rule->entity, rule->parts, total, {}, {}};
    std::vector<QualityItem> items;
    items.reserve(records.size());
    for (const QualityRecord &record : records)
        items.push_back(itemOf(reader, frame, record));
    return items;
}

double QualityBook::threshold() const { return m_state->threshold; }

std::vector<Message> QualityBook::notes() const {
    std::vector<Message> notes;
    for (const QString &part : m_state->index->unknownParts())
        notes.push_back({u"quality.unknown_part"_s, {{u"part"_s, part}}});
    return notes;
}

qint64 QualityBook::looked() const { return m_state->looked; }

const QualityIndex &QualityBook::index() const { return *m_state->index; }

} // namespace dw
