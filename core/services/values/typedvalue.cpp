// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/values/typedvalue.h"

#include "core/catalog/valuetext.h"
#include "core/services/values/linktext.h"
#include "core/services/workinfo.h"

#include <limits>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

bool isSetOfRows(const FieldDesc &field) {
    return field.type == FieldType::Set && !field.target.isEmpty();
}

bool isLink(const FieldDesc &field) {
    return field.type == FieldType::Link || field.type == FieldType::Person;
}

QStringList united(const QStringList &a, const QStringList &b) {
    return FieldValue(a + b).as<QStringList>();
}

QStringList without(QStringList from, const QStringList &members) {
    from.removeIf([&](const QString &member) { return members.contains(member); });
    return from;
}

/// Reads the edits of one row one after the other; what is wrong is collected.
class EditReader {
public:
    EditReader(Reader &reader, const EntityDesc &entity, RecordId id)
        : m_reader(reader),
          m_entity(entity),
          m_isNew(id.isNull()) {
        m_typed.values = Record(entity.key, id);
    }

    /// Fails only where nothing can be read any more.
    Result<void> take(const TypedEdit &edit) {
        const auto taken = apply(edit);
        if (taken)
            return {};
        const ErrorKind kind = taken.error().kind;
        if (kind != ErrorKind::Invalid && kind != ErrorKind::NotFound)
            return taken;
        m_wrong.push_back(taken.error());
        return {};
    }
    [[nodiscard]] Result<TypedValues> finish() {
        if (m_wrong.empty())
            return std::move(m_typed);
        if (m_wrong.size() == 1)
            return m_wrong.front();
        Error all = makeError(ErrorKind::Invalid, u"field.several_wrong"_s,
                              {{u"count"_s, QString::number(m_wrong.size())}});
        for (const Error &error : m_wrong)
            all.reasons.push_back(error.message);
        return all;
    }

private:
    [[nodiscard]] QMap<QString, QString> named(const FieldDesc &field) const {
        return {{u"field"_s, m_entity.key + u'.' + field.key}};
    }
    [[nodiscard]] Result<void> apply(const TypedEdit &edit) {
        const FieldHandle handle = m_entity.byKey(edit.key);
        if (handle.isNull() || m_entity.field(handle).hidden)
            return makeError(ErrorKind::Invalid, u"field.unknown"_s,
                             {{u"entity"_s, m_entity.key}, {u"field"_s, edit.key.left(100)}});
        const FieldDesc &field = m_entity.field(handle);
        if (field.readOnly || field.type == FieldType::Formula)
            return makeError(ErrorKind::Invalid, u"field.read_only"_s, named(field));
        if (edit.kind != TypedEdit::Kind::Set && field.type == FieldType::Counter)
            return increment(handle, field, edit);
        if (edit.kind != TypedEdit::Kind::Set)
            return moveMembers(handle, field, edit);
        auto value = read(field, edit.text);
        if (!value)
            return value.error();
        m_typed.values.set(handle, std::move(*value));
        return {};
    }
    [[nodiscard]] Result<FieldValue> read(const FieldDesc &field, const QString &text) {
        if (isLink(field)) {
            const auto id = linkFromText(m_reader, m_entity.key, field, text);
            if (!id)
                return id.error();
            return FieldValue(*id);
        }
        if (isSetOfRows(field)) {
            auto members = linksFromText(m_reader, m_entity.key, field, text);
            if (!members)
                return members.error();
            return FieldValue(std::move(*members));
        }
        auto value = valueFromText(field, text);
        if (value)
            return value;
        Error error = value.error();
        error.message.args.insert(named(field));
        return error;
    }
    [[nodiscard]] Result<void> increment(FieldHandle handle, const FieldDesc &field,
                                         const TypedEdit &edit) {
        const auto value = read(field, edit.text);
        if (!value)
            return value.error();
        const bool less = edit.kind == TypedEdit::Kind::Exclude;
        const qint64 by = value->as<qint64>();
        if (less && by == std::numeric_limits<qint64>::min()) {
            QMap<QString, QString> args = named(field);
            args.insert(u"value"_s, edit.text);
            return makeError(ErrorKind::Invalid, u"value.counter"_s, args);
        }
        if (m_isNew)
            m_typed.values.set(handle, less ? -by : by);
        else
            m_typed.increments.emplace_back(handle, less ? -by : by);
        return {};
    }
    [[nodiscard]] Result<void> moveMembers(FieldHandle handle, const FieldDesc &field,
                                           const TypedEdit &edit) {
        if (field.type != FieldType::Set)
            return makeError(ErrorKind::Invalid, u"field.not_a_set"_s, named(field));
        const auto value = read(field, edit.text);
        if (!value)
            return value.error();
        const auto members = value->as<QStringList>();
        const bool comesIn = edit.kind == TypedEdit::Kind::Include;
        if (m_isNew || m_typed.values.has(handle)) {
            const auto given = m_typed.values.value(handle).as<QStringList>();
            m_typed.values.set(handle, comesIn ? united(given, members) : without(given, members));
            return {};
        }
        TypedValues::Members &own = membersOf(handle);
        QStringList &to = comesIn ? own.include : own.exclude;
        QStringList &from = comesIn ? own.exclude : own.include;
        to = united(to, members);
        from = without(from, members);
        return {};
    }
    [[nodiscard]] TypedValues::Members &membersOf(FieldHandle handle) {
        for (TypedValues::Members &members : m_typed.members) {
            if (members.field == handle)
                return members;
        }
        return m_typed.members.emplace_back(TypedValues::Members{handle, {}, {}});
    }

    Reader &m_reader;
    const EntityDesc &m_entity;
    bool m_isNew;
    TypedValues m_typed;
    std::vector<Error> m_wrong;
};

} // namespace

Result<TypedValues> readTypedEdits(Reader &reader, const EntityDesc &entity, RecordId id,
                                   const std::vector<TypedEdit> &edits) {
    EditReader typed(reader, entity, id);
    for (const TypedEdit &edit : edits) {
        if (const auto taken = typed.take(edit); !taken)
            return taken.error();
    }
    return typed.finish();
}

Result<void> writeTypedValues(WriteTransaction &tx, const TypedValues &typed,
                              const std::vector<GroupVersion> &seen) {
    const Record &values = typed.values;
    const CatalogPtr catalog = tx.catalogPtr();
    const EntityDesc &entity = *catalog->entity(values.entity());
    if (const auto changed = tx.change(values, seen); !changed)
        return changed;
    for (const TypedValues::Members &members : typed.members) {
        const auto moved =
            tx.changeMembers(entity.key, values.id(), entity.field(members.field).name,
                             members.include, members.exclude);
        if (!moved)
            return moved;
    }
    for (const auto &[field, by] : typed.increments) {
        if (const auto added = tx.increment(entity.key, values.id(), entity.field(field).name, by);
            !added)
            return added;
    }
    return {};
}

QString touchedFields(const EntityDesc &entity, const Record &standing, const TypedValues &typed) {
    QStringList keys;
    if (const QString set = differingFields(entity, standing, typed.values); !set.isEmpty())
        keys << set;
    for (const TypedValues::Members &members : typed.members)
        keys << entity.key + u'.' + entity.field(members.field).key;
    for (const auto &[field, by] : typed.increments)
        keys << entity.key + u'.' + entity.field(field).key;
    return keys.join(u',');
}

} // namespace dw
