// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/log/replay.h"
#include "core/store/write/shortid.h"
#include "core/store/write/writetransaction_rows.h"
#include "core/store/write/writetransaction_state.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

bool isState(const QString &name) { return name == "deleted"_L1 || name == "merged_into"_L1; }

} // namespace

WriteTransaction::State::State(WriterContext &ctx, const SetInfo &setInfo)
    : context(ctx),
      info(setInfo),
      now(setInfo.at.value_or(ctx.clock.now())),
      today(now.toUtc().toTimeZone(ctx.zone).date()),
      wall(ctx.wall.now()),
      recorded(ctx.position.clock.next(wall).instant()),
      at(now),
      trusted(setInfo.trusted),
      source(setInfo.source) {}

const Catalog &WriteTransaction::State::keptCatalog() {
    if (m_catalogs.empty() || m_catalogs.back() != catalog())
        m_catalogs.push_back(catalog());
    return *m_catalogs.back();
}

const EntityDesc &WriteTransaction::State::desc(const PendingRow &row) const {
    // The holder keeps it for as long as no field is added; nobody holds the reference that long.
    return *catalog()->entity(row.entity());
}

Result<void> WriteTransaction::State::ready() const {
    if (m_broken)
        return *m_broken;
    if (stop && stop->requested())
        return makeError(ErrorKind::Cancelled, u"cancelled"_s);
    return {};
}

Result<PendingRow *> WriteTransaction::State::row(const QString &entity, RecordId id) {
    if (PendingRow *known = m_index.value({entity, id}))
        return known;
    if (!catalog()->entity(entity))
        return makeError(ErrorKind::NotFound, u"catalog.unknown_entity"_s,
                         {{u"entity"_s, entity.left(100)}});
    auto found = noted(context.reader.find(entity, id));
    if (!found)
        return found.error();
    if (!*found)
        return makeError(ErrorKind::NotFound, u"record.unknown"_s,
                         {{u"entity"_s, entity}, {u"id"_s, id.text()}});
    auto row = std::make_unique<PendingRow>();
    row->before = **found;
    row->now = **std::move(found);
    row->stands = GroupStands(id);
    m_rows.push_back(std::move(row));
    m_index.insert({entity, id}, m_rows.back().get());
    return m_rows.back().get();
}

FieldValue WriteTransaction::State::value(const PendingRow &row, const QString &name) const {
    if (name == "deleted"_L1)
        return row.now.deleted;
    if (name == "merged_into"_L1)
        return row.now.mergedInto;
    return row.now.record.value(desc(row).byName(name));
}

QString WriteTransaction::State::groupOf(const PendingRow &row, const QString &name) const {
    if (isState(name))
        return name;
    const EntityDesc &entity = desc(row);
    return entity.field(entity.byName(name)).group;
}

QSet<QString> WriteTransaction::State::groupsOf(const PendingRow &row,
                                                const std::vector<FieldAfter> &fields) const {
    QSet<QString> groups;
    for (const FieldAfter &field : fields)
        groups << groupOf(row, field.name);
    return groups;
}

std::vector<FieldAfter> WriteTransaction::State::differing(const PendingRow &row,
                                                           std::vector<FieldAfter> wanted) const {
    std::erase_if(wanted, [&](const FieldAfter &field) {
        return value(row, field.name) == field.next.value;
    });
    return wanted;
}

/// As the unit found it; its stand must have been looked for.
LoggedValue WriteTransaction::State::loggedBefore(const PendingRow &row,
                                                  const QString &name) const {
    if (!row.before)
        return LoggedValue::absent();
    if (name == "deleted"_L1)
        return LoggedValue::given(row.before->deleted);
    const FieldValue held = name == "merged_into"_L1
                                ? FieldValue(row.before->mergedInto)
                                : row.before->record.value(desc(row).byName(name));
    if (!held.isEmpty())
        return LoggedValue::given(held);
    const auto stand = row.stands.of(groupOf(row, name));
    const LoggedValue last = stand.logged.value(name);
    return last.state == LoggedValue::State::Value ? LoggedValue::given({}) : last;
}

LoggedValue WriteTransaction::State::logged(const PendingRow &row, const QString &name) const {
    for (auto segment = row.segments.rbegin(); segment != row.segments.rend(); ++segment) {
        if (const auto step = segment->steps.find(name); step != segment->steps.end())
            return step->second.after;
    }
    return loggedBefore(row, name);
}

Instant WriteTransaction::State::known(const PendingRow &row, const QString &group) const {
    for (auto segment = row.segments.rbegin(); segment != row.segments.rend(); ++segment) {
        const bool touches =
            segment->created
            || std::any_of(segment->steps.begin(), segment->steps.end(),
                           [&](const auto &step) { return groupOf(row, step.first) == group; });
        if (touches)
            return segment->trusted ? segment->at : recorded;
    }
    return row.stands.of(group).known;
}

/// History that is declared trustworthy must not contradict what is known already: then the fold of
/// the log at any instant ends in what the rows hold.
bool WriteTransaction::State::mayBeTrusted(const PendingRow &row,
                                           const QSet<QString> &groups) const {
    return at <= recorded && std::all_of(groups.begin(), groups.end(), [&](const QString &group) {
               return known(row, group) <= at;
           });
}

Segment &WriteTransaction::State::segmentFor(PendingRow &row, const QSet<QString> &groups) {
    const bool isTrusted = trusted && mayBeTrusted(row, groups);
    if (trusted && !isTrusted)
        ++m_notTrusted;
    if (!row.segments.empty()) {
        Segment &last = row.segments.back();
        if (last.at == at && last.trusted == isTrusted && last.source == source)
            return last;
    }
    Segment segment;
    segment.id = {makeUuidV7(wall)};
    segment.at = at;
    segment.trusted = isTrusted;
    segment.source = source;
    segment.order = m_segments++;
    row.segments.push_back(std::move(segment));
    return row.segments.back();
}

void WriteTransaction::State::put(Row &row, const EntityDesc &entity,
                                  const FieldAfter &field) const {
    if (field.name == "deleted"_L1)
        row.deleted = field.next.value.as<bool>();
    else if (field.name == "merged_into"_L1)
        row.mergedInto = field.next.value.as<RecordId>();
    else
        row.record.set(entity.byName(field.name), field.next.value);
}

/// Sets the derived fields anew; returns those that came out different.
std::vector<FieldHandle> WriteTransaction::State::derive(PendingRow &row) const {
    std::vector<FieldHandle> moved;
    const EntityDesc &entity = desc(row);
    for (size_t i = 0; i < entity.fields.size(); ++i) {
        if (!entity.fields[i].derived)
            continue;
        const FieldHandle handle{quint16(i)};
        FieldValue value = row.before ? row.before->record.value(handle) : FieldValue();
        if (!row.before && isCreationDate(entity.fields[i]))
            value = row.segments.front().at;
        if (const QString dated = datedField(entity.fields[i]); !dated.isEmpty()) {
            for (const Segment &segment : row.segments) {
                const auto step = segment.steps.find(dated);
                if (step != segment.steps.end() && step->second.differs())
                    value = segment.at;
            }
            if (const auto back = row.since.constFind(dated); back != row.since.constEnd())
                value = *back ? FieldValue(**back) : FieldValue();
        }
        if (row.now.record.value(handle) == value)
            continue;
        row.now.record.set(handle, value);
        moved.push_back(handle);
    }
    return moved;
}

Result<void> WriteTransaction::State::drawShortId(PendingRow &row) {
    if (!row.now.shortId.isEmpty())
        return {};
    auto drawn = noted(nextShortId(context.connection, desc(row).letter, context.deviceCode));
    if (!drawn)
        return drawn.error();
    row.now.shortId = *std::move(drawn);
    return {};
}

Result<void> WriteTransaction::State::insert(PendingRow made,
                                             const std::vector<FieldAfter> &fields) {
    const EntityDesc &entity = desc(made);
    for (const FieldAfter &field : fields)
        put(made.now, entity, field);
    CatalogPtr next;
    if (made.entity() == "custom_field"_L1) {
        auto changed = catalogWith(made, made.now);
        if (!changed)
            return changed.error();
        next = *std::move(changed);
    }
    if (const auto drawn = drawShortId(made); !drawn)
        return drawn;
    auto row = std::make_unique<PendingRow>(std::move(made));
    Segment &segment = segmentFor(*row, {});
    segment.created = true;
    for (const FieldAfter &field : fields)
        segment.steps.insert({field.name, {LoggedValue::absent(), field.next}});
    (void)derive(*row);
    if (const auto inserted = noted(insertRow(context.connection, entity, row->now)); !inserted)
        return inserted;
    m_index.insert({row->entity(), row->id()}, row.get());
    m_rows.push_back(std::move(row));
    return next ? adopt(next, m_rows.back()->now) : Result<void>();
}

Result<void> WriteTransaction::State::apply(PendingRow &row, const std::vector<FieldAfter> &wanted,
                                            WriteAction action) {
    const std::vector<FieldAfter> fields = differing(row, wanted);
    if (fields.empty())
        return {};
    const QSet<QString> groups = groupsOf(row, fields);
    if (const auto may = checkAccess(row, action, groups); !may)
        return may;
    if (const auto found = noted(row.stands.find(context.connection, groups)); !found)
        return found;

    const CatalogPtr current = catalog();
    const EntityDesc &entity = *current->entity(row.entity());
    Row proposed = row.now;
    for (const FieldAfter &field : fields)
        put(proposed, entity, field);
    CatalogPtr next;
    if (row.entity() == "custom_field"_L1) {
        auto changed = catalogWith(row, proposed);
        if (!changed)
            return changed.error();
        next = *std::move(changed);
    }

    Segment &segment = segmentFor(row, groups);
    std::vector<FieldHandle> handles;
    bool stateMoved = false;
    for (const FieldAfter &field : fields) {
        const auto step = segment.steps.find(field.name);
        if (step == segment.steps.end())
            segment.steps.insert({field.name, {logged(row, field.name), field.next}});
        else
            step->second.after = field.next;
        if (isState(field.name))
            stateMoved = true;
        else
            handles.push_back(entity.byName(field.name));
    }
    row.now = std::move(proposed);
    const auto derived = derive(row);
    handles.insert(handles.end(), derived.begin(), derived.end());
    if (const auto done = noted(updateFields(context.connection, entity, row.now, handles)); !done)
        return done;
    if (stateMoved) {
        if (const auto done = noted(updateState(context.connection, entity, row.now)); !done)
            return done;
    }
    return next ? adopt(next, row.now) : Result<void>();
}

} // namespace dw
