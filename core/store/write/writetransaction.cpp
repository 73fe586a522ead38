// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/write/writetransaction.h"

#include "core/store/write/writetransaction_rows.h"
#include "core/store/write/writetransaction_state.h"

#include <limits>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// Fields that a unit gives, without those that are computed. Fails: "write.computed".
Result<std::vector<FieldAfter>> givenFields(const EntityDesc &entity, const Record &values,
                                            LoggedValue (*logged)(FieldValue)) {
    std::vector<FieldAfter> fields;
    for (const auto &[handle, value] : values.values()) {
        const FieldDesc &field = entity.field(handle);
        if (field.derived || field.type == FieldType::Formula)
            return makeError(ErrorKind::Invalid, u"write.computed"_s,
                             {{u"field"_s, entity.key + u'.' + field.key}});
        fields.push_back({field.name, logged(value)});
    }
    return fields;
}

/// What a row must be judged by when it is made: what is given, and what may not be missing.
std::vector<FieldAfter> withRequired(const EntityDesc &entity,
                                     const std::vector<FieldAfter> &given) {
    std::vector<FieldAfter> fields = given;
    for (const FieldDesc &field : entity.fields) {
        const bool isGiven = std::any_of(given.begin(), given.end(), [&](const FieldAfter &after) {
            return after.name == field.name;
        });
        const bool isComputed = field.derived || field.type == FieldType::Formula;
        if (field.validity.required && !field.hidden && !isComputed && !isGiven)
            fields.push_back({field.name, {}});
    }
    return fields;
}

Error fixedField(const EntityDesc &entity, const QString &name) {
    return makeError(ErrorKind::Invalid, u"write.fixed_field"_s,
                     {{u"field"_s, entity.key + u'.' + entity.field(entity.byName(name)).key}});
}

QSet<QString> groupsOf(const EntityDesc &entity, const std::vector<FieldAfter> &fields) {
    QSet<QString> groups;
    for (const FieldAfter &field : fields)
        groups << entity.field(entity.byName(field.name)).group;
    return groups;
}

/// A field of that type, or an error of that id. Fails: `wrong` {field}.
Result<FieldHandle> fieldOfType(const EntityDesc &entity, const QString &name, FieldType type,
                                const QString &wrong) {
    const FieldHandle handle = entity.byName(name);
    if (!handle.isNull() && entity.field(handle).type == type)
        return handle;
    const QString key = handle.isNull() ? name.left(100) : entity.field(handle).key;
    return makeError(ErrorKind::Invalid, wrong, {{u"field"_s, entity.key + u'.' + key}});
}

} // namespace

const Catalog &WriteTransaction::catalog() const { return m_state.keptCatalog(); }
CatalogPtr WriteTransaction::catalogPtr() const { return m_state.catalog(); }
Reader &WriteTransaction::reader() { return m_state.context.reader; }
const SetInfo &WriteTransaction::info() const { return m_state.info; }
Instant WriteTransaction::now() const { return m_state.now; }
QDate WriteTransaction::today() const { return m_state.today; }
DeviceId WriteTransaction::device() const { return m_state.context.device; }
qint64 WriteTransaction::set() const {
    return m_state.into ? m_state.into->seq() : m_state.context.position.set + 1;
}

void WriteTransaction::setTime(Instant at, bool trusted) {
    m_state.at = at;
    m_state.trusted = trusted;
}

void WriteTransaction::setSource(const QString &source) { m_state.source = source; }
void WriteTransaction::setLabel(Message label) { m_state.info.label = std::move(label); }
void WriteTransaction::note(Message message) { m_state.notes.push_back(std::move(message)); }

const std::vector<Message> &WriteTransaction::warnings() const {
    (void)m_state.judge();
    return m_state.warnings;
}

bool WriteTransaction::stopRequested() const { return m_state.stop && m_state.stop->requested(); }
void WriteTransaction::setStopToken(StopToken token) { m_state.stop = std::move(token); }

Result<RecordId> WriteTransaction::create(const Record &draft) {
    if (const auto ready = m_state.ready(); !ready)
        return ready.error();
    const CatalogPtr current = m_state.catalog();
    const EntityDesc *entity = current->entity(draft.entity());
    if (!entity)
        return makeError(ErrorKind::NotFound, u"catalog.unknown_entity"_s,
                         {{u"entity"_s, draft.entity().left(100)}});
    auto fields = givenFields(*entity, draft, &LoggedValue::given);
    if (!fields)
        return fields.error();

    PendingRow row;
    const RecordId id = draft.id().isNull() ? RecordId{makeUuidV7(m_state.wall)} : draft.id();
    row.now.record = Record(entity->key, id);
    if (!draft.id().isNull()) {
        const auto taken = m_state.noted(rowExists(m_state.context.connection, entity->key, id));
        if (!taken)
            return taken.error();
        if (*taken)
            return makeError(ErrorKind::Invalid, u"write.exists"_s,
                             {{u"entity"_s, entity->key}, {u"id"_s, id.text()}});
    }
    if (entity->key == "custom_field"_L1) {
        if (const auto named = m_state.nameColumn(row, *fields); !named)
            return named.error();
    }
    // The title stands in what is said about the row.
    const FieldHandle title = entity->titleField();
    row.now.record.set(title, draft.value(title));
    if (const auto checked = m_state.checkValues(row, withRequired(*entity, *fields)); !checked)
        return checked.error();
    const auto may = m_state.checkAccess(row, WriteAction::Create, groupsOf(*entity, *fields));
    if (!may)
        return may.error();
    if (const auto made = m_state.insert(std::move(row), *fields); !made)
        return made.error();
    return id;
}

Result<void> WriteTransaction::change(const Record &values, const std::vector<GroupVersion> &seen) {
    if (const auto ready = m_state.ready(); !ready)
        return ready;
    const auto row = m_state.row(values.entity(), values.id());
    if (!row)
        return row.error();
    const CatalogPtr current = m_state.catalog();
    const EntityDesc &entity = *current->entity(values.entity());
    const auto given = givenFields(entity, values, &LoggedValue::changed);
    if (!given)
        return given.error();
    const std::vector<FieldAfter> fields = m_state.differing(**row, *given);
    if (fields.empty())
        return {};
    if ((*row)->now.deleted)
        return m_state.failed(u"write.in_bin"_s, ErrorKind::Refused, **row);
    for (const FieldAfter &field : fields) {
        // The names of a column, once given, are in the log and in expressions.
        if (entity.key == "custom_field"_L1 && entity.field(entity.byName(field.name)).readOnly)
            return fixedField(entity, field.name);
    }
    if (const auto checked = m_state.checkValues(**row, fields); !checked)
        return checked;
    if (const auto checked = m_state.checkSeen(**row, fields, seen); !checked)
        return checked;
    return m_state.apply(**row, fields, WriteAction::Change);
}

Result<void> WriteTransaction::changeMembers(const QString &entityKey, RecordId id,
                                             const QString &field, const QStringList &include,
                                             const QStringList &exclude) {
    const auto row = m_state.row(entityKey, id);
    if (!row)
        return row.error();
    const CatalogPtr current = m_state.catalog();
    const EntityDesc &entity = *current->entity(entityKey);
    const auto handle = fieldOfType(entity, field, FieldType::Set, u"write.no_set"_s);
    if (!handle)
        return handle.error();
    QStringList members = (*row)->now.record.value(*handle).as<QStringList>() + include;
    members.removeIf([&](const QString &member) { return exclude.contains(member); });
    Record values(entityKey, id);
    values.set(*handle, members);
    return change(values);
}

Result<void> WriteTransaction::increment(const QString &entityKey, RecordId id,
                                         const QString &field, qint64 by) {
    const auto row = m_state.row(entityKey, id);
    if (!row)
        return row.error();
    const CatalogPtr current = m_state.catalog();
    const EntityDesc &entity = *current->entity(entityKey);
    const auto handle = fieldOfType(entity, field, FieldType::Counter, u"write.no_counter"_s);
    if (!handle)
        return handle.error();
    const auto count = (*row)->now.record.value(*handle).as<qint64>();
    const bool fits = by >= 0 ? count <= std::numeric_limits<qint64>::max() - by
                              : count >= std::numeric_limits<qint64>::min() - by;
    if (!fits)
        return makeError(ErrorKind::Invalid, u"write.overflow"_s,
                         {{u"field"_s, entity.key + u'.' + entity.field(*handle).key}});
    Record values(entityKey, id);
    values.set(*handle, count + by);
    return change(values);
}

Result<void> WriteTransaction::remove(const QString &entity, RecordId id) {
    if (const auto ready = m_state.ready(); !ready)
        return ready;
    const auto row = m_state.row(entity, id);
    if (!row)
        return row.error();
    return m_state.apply(**row, {{u"deleted"_s, LoggedValue::given(true)}}, WriteAction::Delete);
}

Result<void> WriteTransaction::restore(const QString &entity, RecordId id) {
    if (const auto ready = m_state.ready(); !ready)
        return ready;
    const auto row = m_state.row(entity, id);
    if (!row)
        return row.error();
    return m_state.apply(**row, {{u"deleted"_s, LoggedValue::given(false)}}, WriteAction::Restore);
}

} // namespace dw
