// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/messagejson.h"
#include "app/cli/target.h"
#include "core/catalog/valuetext.h"
#include "core/services/formulahistory.h"
#include "core/services/recordview.h"
#include "core/services/wording/wording.h"

namespace dw::cli {
using namespace Qt::StringLiterals;

namespace {

/// A line of the log may be about what every row has and no entity describes (`deleted`,
/// `merged_into`).
FieldDesc describe(const EntityDesc &entity, const QString &key) {
    const FieldHandle handle = entity.byKey(key);
    if (!handle.isNull())
        return entity.field(handle);
    FieldDesc field;
    field.key = key;
    field.label = {key, key};
    if (key == "deleted"_L1)
        field.label = {u"Deleted"_s, u"已删除"_s};
    if (key == "merged_into"_L1)
        field.label = {u"Merged into"_s, u"合并到"_s};
    return field;
}

QString opName(ChangeOp op) {
    switch (op) {
    case ChangeOp::Set:
        return u"set"_s;
    case ChangeOp::Add:
        return u"add"_s;
    case ChangeOp::Include:
        return u"include"_s;
    case ChangeOp::Exclude:
        return u"exclude"_s;
    }
    return {};
}

class HistoryPrinter {
public:
    HistoryPrinter(Session &session, const EntityDesc &entity)
        : m_session(session),
          m_entity(entity) {}

    void text(const HistoryEntry &entry) {
        Printer &out = m_session.printer();
        const ChangeRecord &change = entry.change;
        out.line(at(change.at) + u"  "_s
                 + m_session.say(
                     change.created ? u"cli.history_created"_s : u"cli.history_changed"_s,
                     {{u"name"_s, entry.actorName}, {u"set"_s, QString::number(change.set)}}));
        QStringList about{
            m_session.say(u"cli.history_recorded"_s, {{u"text"_s, at(change.recorded.instant())}})};
        if (change.trusted)
            about << m_session.say(u"cli.history_trusted"_s);
        if (!change.source.isEmpty())
            about << m_session.say(u"cli.history_source"_s, {{u"text"_s, change.source}});
        if (!change.reason.isEmpty())
            about << m_session.say(u"cli.history_reason"_s,
                                   {{u"text"_s, m_session.say(change.reason)}});
        out.line(u"    "_s + about.join(u" · "_s));
        for (const HistoryLine &line : entry.lines) {
            if (tellsSomething(line, change.created))
                out.line(u"  "_s + fieldText(line, change.created));
        }
    }

    QJsonObject json(const HistoryEntry &entry) {
        const ChangeRecord &change = entry.change;
        QJsonArray fields;
        for (const HistoryLine &line : entry.lines)
            fields.append(lineJson(line));
        return {
            {u"change"_s, change.id.text()},
            {u"set"_s, change.set},
            {u"at"_s, change.at.toIso()},
            {u"recorded"_s, change.recorded.instant().toIso()},
            {u"trusted"_s, change.trusted},
            {u"created"_s, change.created},
            {u"actor"_s, change.actor.isNull() ? QJsonValue() : QJsonValue(change.actor.text())},
            {u"actor_label"_s, textOrNull(entry.actorName)},
            {u"device"_s, change.device.text()},
            {u"source"_s, textOrNull(change.source)},
            {u"reason"_s, change.reason.isEmpty()
                              ? QJsonValue()
                              : QJsonValue(messageJson(change.reason, m_session.catalog()))},
            {u"fields"_s, fields}};
    }

private:
    /// A merge group is logged whole, so a line may say that nothing moved.
    [[nodiscard]] static bool tellsSomething(const HistoryLine &line, bool created) {
        if (created)
            return !line.next.value.isEmpty();
        return line.op != ChangeOp::Set || line.old.value != line.next.value;
    }
    [[nodiscard]] QString at(Instant instant) const {
        Workspace &workspace = m_session.workspace();
        return displayInstant(instant, workspace.zone(), workspace.today(), Style::Full);
    }
    [[nodiscard]] QString value(const FieldDesc &field, const LoggedValue &logged,
                                const QString &label) const {
        const QString shown = m_session.shown(field, logged.value, label);
        return shown.isEmpty() ? m_session.say(u"cli.empty_value"_s) : shown;
    }
    [[nodiscard]] QString fieldText(const HistoryLine &line, bool created) const {
        const FieldDesc field = describe(m_entity, line.field);
        const QString label = field.label.in(m_session.language()) + u": "_s;
        const QString next = value(field, line.next, line.nextLabel);
        switch (line.op) {
        case ChangeOp::Set:
            return label
                   + (created ? next : value(field, line.old, line.oldLabel) + u" → "_s + next);
        case ChangeOp::Add:
            return label + (line.next.value.as<qint64>() < 0 ? QString() : u"+"_s) + next;
        case ChangeOp::Include:
            return label + u"+ "_s + next;
        case ChangeOp::Exclude:
            return label + QChar(0x2212) + u' ' + next;
        }
        return label;
    }
    [[nodiscard]] QJsonObject lineJson(const HistoryLine &line) const {
        const FieldDesc field = describe(m_entity, line.field);
        QJsonObject json{{u"field"_s, line.field},
                         {u"op"_s, opName(line.op)},
                         {u"old"_s, valueToJson(field, line.old.value)},
                         {u"new"_s, valueToJson(field, line.next.value)}};
        if (!field.target.isEmpty()) {
            json.insert(u"old_label"_s, textOrNull(line.oldLabel));
            json.insert(u"new_label"_s, textOrNull(line.nextLabel));
        }
        return json;
    }

    Session &m_session;
    const EntityDesc &m_entity;
};

/// The stable name of the field that was asked for; empty for all.
Result<QString> fieldName(const EntityDesc &entity, const QString &key) {
    if (key.isEmpty() || key == "deleted"_L1 || key == "merged_into"_L1)
        return key;
    const FieldHandle handle = entity.byKey(key);
    if (handle.isNull())
        return makeError(ErrorKind::NotFound, u"cli.unknown_column"_s,
                         {{u"entity"_s, entity.key}, {u"value"_s, key.left(100)}});
    return entity.field(handle).name;
}

/// A formula has no changes of its own: it is as what it reads is.
Exit tellFormula(Session &session, const Target &target, const FieldDesc &formula) {
    const auto history =
        formulaHistoryOf(session.reader(), target.entity->key, target.id(), formula);
    if (!history)
        return session.fail(history.error());
    if (session.json()) {
        QJsonArray reads;
        for (const FormulaRead &read : history->reads) {
            const EntityDesc &entity = *session.catalog().entity(read.entity);
            reads.append(QJsonObject{
                {u"path"_s, read.path},
                {u"entity"_s, read.entity},
                {u"field"_s, read.field},
                {u"last"_s, read.last ? QJsonValue(HistoryPrinter(session, entity).json(*read.last))
                                      : QJsonValue()}});
        }
        session.printer().json({{u"entries"_s, QJsonArray()},
                                {u"formula"_s, textOrNull(history->text)},
                                {u"reads"_s, reads}});
        return Exit::Done;
    }
    session.printer().line(
        session.say(u"cli.history_formula"_s, {{u"name"_s, formula.label.in(session.language())},
                                               {u"text"_s, history->text}}));
    for (const FormulaRead &read : history->reads) {
        session.printer().line(
            session.say(read.last ? u"cli.history_reads"_s : u"cli.history_reads_unset"_s,
                        {{u"path"_s, read.path}}));
        if (read.last)
            HistoryPrinter(session, *session.catalog().entity(read.entity)).text(*read.last);
    }
    return Exit::Done;
}

} // namespace

Exit runHistory(Session &session) {
    const auto target = findTarget(session, session.words().at(0), session.words().at(1));
    if (!target)
        return session.fail(target.error());
    const QString key = session.words().value(2);
    const auto field = fieldName(*target->entity, key);
    if (!field)
        return session.fail(field.error());
    if (const FieldHandle handle = target->entity->byKey(key);
        !handle.isNull() && target->entity->field(handle).type == FieldType::Formula)
        return tellFormula(session, *target, target->entity->field(handle));
    const auto entries = historyOf(session.reader(), target->entity->key, target->id(), *field);
    if (!entries)
        return session.fail(entries.error());

    HistoryPrinter printer(session, *target->entity);
    if (!session.json()) {
        for (const HistoryEntry &entry : *entries)
            printer.text(entry);
        return Exit::Done;
    }
    session.printer().beginArray(u"entries"_s);
    for (const HistoryEntry &entry : *entries)
        session.printer().element(printer.json(entry));
    session.printer().endArray();
    return Exit::Done;
}

} // namespace dw::cli
