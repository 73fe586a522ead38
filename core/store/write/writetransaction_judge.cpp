// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/settingvalue.h"
#include "core/catalog/validate.h"
#include "core/store/write/writetransaction_rows.h"
#include "core/store/write/writetransaction_state.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// Rows whose existence is remembered from one unit to the next.
constexpr qsizetype mostTargets = 100'000;

QString nameOf(WriteAction action) {
    switch (action) {
    case WriteAction::Create:
        return u"create"_s;
    case WriteAction::Delete:
        return u"delete"_s;
    case WriteAction::Restore:
        return u"restore"_s;
    default:
        return u"change"_s;
    }
}

WriteAction actionOf(const PendingRow &row) {
    if (!row.before)
        return WriteAction::Create;
    if (row.before->deleted == row.now.deleted)
        return WriteAction::Change;
    return row.now.deleted ? WriteAction::Delete : WriteAction::Restore;
}

bool isWholeRow(WriteAction action) {
    return action == WriteAction::Delete || action == WriteAction::Restore;
}

} // namespace

QMap<QString, QString> rowArgs(Reader &reader, const PendingRow &row) {
    QString title = reader.title(row.entity(), row.id());
    const CatalogPtr catalog = reader.catalog();
    if (title.isEmpty()) { // It is only about to be made.
        const FieldHandle field = catalog->entity(row.entity())->titleField();
        title = row.now.record.value(field).as<QString>();
    }
    return {{u"entity"_s, row.entity()}, {u"title"_s, title}};
}

Error WriteTransaction::State::failed(const QString &id, ErrorKind kind,
                                      const PendingRow &row) const {
    return makeError(kind, id, rowArgs(context.reader, row));
}

Result<bool> WriteTransaction::State::isTarget(const QString &entity, RecordId id) {
    if (context.targets.contains(id))
        return true;
    const auto exists = noted(rowExists(context.connection, entity, id));
    // Only what was there before the unit: it may be rolled back with what it made.
    if (exists && *exists && !m_index.contains({entity, id})) {
        if (context.targets.size() >= mostTargets)
            context.targets.clear();
        context.targets.insert(id);
    }
    return exists;
}

Result<void> WriteTransaction::State::checkTargets(const FieldDesc &field, const QString &key,
                                                   const FieldValue &value,
                                                   std::vector<Message> &wrong) {
    std::vector<RecordId> ids;
    if (value.is<RecordId>())
        ids.push_back(value.as<RecordId>());
    const auto members = value.as<QStringList>();
    for (const QString &member : members)
        ids.push_back(RecordId::fromText(member));
    for (const RecordId id : ids) {
        const auto there = isTarget(field.target, id);
        if (!there)
            return there.error();
        if (!*there)
            wrong.push_back({u"write.link_unknown"_s, {{u"field"_s, key}, {u"id"_s, id.text()}}});
    }
    return {};
}

/// A setting says by its key what its value has to be.
Result<void> WriteTransaction::State::checkSettingValue(const PendingRow &row,
                                                        const std::vector<FieldAfter> &fields,
                                                        std::vector<Message> &wrong) {
    const auto after = [&](const QString &name) {
        for (const FieldAfter &field : fields) {
            if (field.name == name)
                return field.next.value.as<QString>();
        }
        return value(row, name).as<QString>();
    };
    const QString key = after(u"key"_s);
    const QString text = after(u"value"_s);
    if (auto finding = checkSetting(key, text)) {
        wrong.push_back(*std::move(finding));
        return {};
    }
    const auto person = RecordId::fromText(settingFromText(text).toString());
    if (key != "device.person"_L1 || person.isNull())
        return {};
    const auto there = isTarget(u"person"_s, person);
    if (there && !*there)
        wrong.push_back({u"write.link_unknown"_s,
                         {{u"field"_s, row.entity() + u".value"_s}, {u"id"_s, person.text()}}});
    return there ? Result<void>() : there.error();
}

Result<void> WriteTransaction::State::checkValues(const PendingRow &row,
                                                  const std::vector<FieldAfter> &fields) {
    const CatalogPtr current = catalog();
    const EntityDesc &entity = *current->entity(row.entity());
    std::vector<Message> wrong;
    for (const FieldAfter &after : fields) {
        const FieldDesc &field = entity.field(entity.byName(after.name));
        if (auto finding = validate(entity.key, field, after.next.value)) {
            wrong.push_back(*std::move(finding));
            continue;
        }
        if (field.target.isEmpty())
            continue;
        FieldValue fresh = after.next.value;
        if (fresh.is<QStringList>()) {
            // Members that were there are not asked for again.
            const auto held = value(row, after.name).as<QStringList>();
            QStringList members = fresh.as<QStringList>();
            members.removeIf([&](const QString &member) { return held.contains(member); });
            fresh = members;
        }
        const QString key = entity.key + u'.' + field.key;
        if (const auto checked = checkTargets(field, key, fresh, wrong); !checked)
            return checked;
    }
    if (entity.key == "setting"_L1) {
        if (const auto checked = checkSettingValue(row, fields, wrong); !checked)
            return checked;
    }
    if (wrong.empty())
        return {};
    Error error = failed(u"valid.failed"_s, ErrorKind::Invalid, row);
    error.reasons = std::move(wrong);
    return error;
}

Result<void> WriteTransaction::State::checkSeen(PendingRow &row,
                                                const std::vector<FieldAfter> &fields,
                                                const std::vector<GroupVersion> &seen) {
    if (seen.empty())
        return {};
    QHash<QString, ChangeId> versions;
    for (const GroupVersion &version : seen)
        versions.insert(version.group, version.version);
    const QSet<QString> groups = groupsOf(row, fields);
    if (const auto found = noted(row.stands.find(context.connection, groups)); !found)
        return found;
    QStringList moved;
    for (const QString &group : groups) {
        auto version = versions.constFind(group);
        if (version == versions.constEnd())
            version = versions.constFind(QString());
        if (version != versions.constEnd() && *version != row.stands.of(group).change)
            moved << group;
    }
    if (moved.isEmpty())
        return {};
    moved.sort();
    Error error = failed(u"write.conflict"_s, ErrorKind::Conflict, row);
    error.message.args.insert(u"groups"_s, moved.join(u", "_s));
    return error;
}

Result<void> WriteTransaction::State::checkAccess(const PendingRow &row, WriteAction action,
                                                  const QSet<QString> &groups) const {
    if (!context.access)
        return {};
    AccessCase question{info.actor, action, row.entity(), {}, nullptr};
    question.row = row.before ? &row.before->record : &row.now.record;
    const auto denied = [&](const QString &group) {
        const QString id = group.isEmpty() ? u"write.denied"_s : u"write.denied_field"_s;
        Error error = failed(id, ErrorKind::Denied, row);
        error.message.args.insert(u"action"_s, nameOf(action));
        if (!group.isEmpty())
            error.message.args.insert(u"field"_s, row.entity() + u'.' + group);
        return error;
    };
    const bool wholeRow = isWholeRow(action);
    if ((wholeRow || action == WriteAction::Create) && !context.access(question))
        return denied({});
    if (wholeRow)
        return {};
    for (const QString &group : groups) {
        question.group = group;
        if (!context.access(question))
            return denied(group);
    }
    return {};
}

std::vector<Message> WriteTransaction::State::judge() {
    warnings.clear();
    std::vector<Message> refusals;
    if (!context.gate)
        return refusals;
    // What makes records or declares history is not stopped; the finding stays visible.
    const bool refuses = info.way != WriteWay::Import && info.way != WriteWay::History;
    const CatalogPtr current = catalog();
    for (const auto &row : m_rows) {
        if (row->segments.empty())
            continue;
        const Moved moved = movedOf(*row);
        if (moved.groups.isEmpty() && row->before)
            continue;
        GateCase question{*current,
                          actionOf(*row),
                          info.way,
                          row->before ? &row->before->record : nullptr,
                          row->now.record,
                          {moved.groups.begin(), moved.groups.end()},
                          info.reason,
                          info.actor,
                          row->segments.back().at,
                          today,
                          context.reader};
        Verdict verdict = context.gate(question);
        std::vector<Message> &stopping = refuses ? refusals : warnings;
        std::move(verdict.refusals.begin(), verdict.refusals.end(), std::back_inserter(stopping));
        std::move(verdict.warnings.begin(), verdict.warnings.end(), std::back_inserter(warnings));
    }
    return refusals;
}

} // namespace dw
