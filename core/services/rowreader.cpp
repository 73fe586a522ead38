// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/rowreader.h"

#include "core/catalog/validate.h"
#include "core/catalog/valuetext.h"

#include <QRegularExpression>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

bool isLink(const FieldDesc &field) {
    return field.type == FieldType::Link || field.type == FieldType::Person
           || (field.type == FieldType::Set && !field.target.isEmpty());
}

/// As messages name a field, so that its label is shown.
QString qualified(const EntityDesc &entity, const FieldDesc &field) {
    return entity.key + u'.' + field.key;
}

template <typename Texts> bool isGiven(const Texts &texts, FieldHandle handle) {
    return std::any_of(texts.begin(), texts.end(),
                       [&](const auto &t) { return t.first == handle; });
}

QStringList membersOf(const FieldDesc &field, const QString &text) {
    static const QRegularExpression comma(u"[,，、]"_s);
    if (field.type != FieldType::Set)
        return {text.trimmed()};
    QStringList members;
    for (const QString &part : text.split(comma, Qt::SkipEmptyParts)) {
        if (!part.trimmed().isEmpty())
            members << part.trimmed();
    }
    return members;
}

} // namespace

/// What the cells say, and the defaults where they say nothing.
RowReader::Texts RowReader::textsOf(const QStringList &cells) const {
    Texts texts;
    const auto give = [&](FieldHandle handle, const QString &text) {
        if (!isGiven(texts, handle) && !text.trimmed().isEmpty())
            texts.emplace_back(
                handle, m_entity.field(handle).type == FieldType::LongText ? text : text.trimmed());
    };
    for (const ImportPlan::Column &column : m_plan.columns)
        give(column.field, cells.value(column.at));
    for (const auto &[handle, text] : m_plan.defaults)
        give(handle, text);
    return texts;
}

Result<RowReader::Outcome> RowReader::read(const QStringList &cells) {
    Outcome outcome;
    outcome.draft = Record(m_entity.key, RecordId());
    const Texts texts = textsOf(cells);
    for (const auto &[handle, text] : texts) {
        // Which stage is meant depends on the pipeline, so it comes last.
        if (handle == m_stage)
            continue;
        if (const auto taken = take(handle, text, outcome); !taken)
            return taken.error();
    }
    if (!m_stage.isNull())
        place(texts, outcome);
    judge(texts, outcome);
    return outcome;
}

Result<void> RowReader::take(FieldHandle handle, const QString &text, Outcome &outcome) {
    const FieldDesc &field = m_entity.field(handle);
    if (isLink(field))
        return takeLinks(handle, text, outcome);
    auto value = valueOf(field, text);
    if (value) {
        outcome.draft.set(handle, *std::move(value));
        return {};
    }
    Message wrong = value.error().message;
    wrong.args.insert(u"field"_s, qualified(m_entity, field));
    outcome.reasons.push_back(std::move(wrong));
    for (const Message &why : value.error().reasons)
        outcome.reasons.push_back(why);
    return {};
}

Result<void> RowReader::takeLinks(FieldHandle handle, const QString &text, Outcome &outcome) {
    const FieldDesc &field = m_entity.field(handle);
    std::vector<RecordId> ids;
    for (const QString &member : membersOf(field, text)) {
        const auto id = m_links.find(qualified(m_entity, field), field.target, member);
        if (id) {
            ids.push_back(*id);
            continue;
        }
        if (!id.error().message.id.startsWith("link."_L1))
            return id.error();
        const bool mayStandBelow =
            field.target == m_entity.key && id.error().kind == ErrorKind::NotFound;
        outcome.waiting += mayStandBelow ? 1 : 0;
        outcome.reasons.push_back(id.error().message);
    }
    if (field.type == FieldType::Set) {
        QStringList members;
        for (const RecordId id : ids)
            members << id.text();
        outcome.draft.set(handle, members);
    } else if (!ids.empty()) {
        outcome.draft.set(handle, ids.front());
    }
    return {};
}

Result<FieldValue> RowReader::valueOf(const FieldDesc &field, const QString &text) const {
    static const QRegularExpression bare(u"\\A[+-]?[0-9.,]+\\z"_s);
    const QString token = text.normalized(QString::NormalizationForm_KC);
    if (field.type != FieldType::Money || !bare.match(token).hasMatch())
        return valueFromText(field, text);
    const QMap<QString, QString> args{{u"field"_s, field.key}, {u"value"_s, text.left(100)}};
    if (!m_currency)
        return makeError(ErrorKind::Invalid, u"import.no_currency"_s, args);
    const auto money = Money::fromDecimal(token, *m_currency);
    if (money)
        return FieldValue(*money);
    Error error = makeError(ErrorKind::Invalid, u"value.money"_s, args);
    if (money.error().message.id != "money.format"_L1)
        error.reasons = {money.error().message};
    return error;
}

void RowReader::place(const Texts &texts, Outcome &outcome) const {
    const FieldHandle pipeline = m_entity.byName(u"pipeline");
    if (isGiven(texts, pipeline) && !outcome.draft.has(pipeline))
        return;
    const auto stage =
        std::find_if(texts.begin(), texts.end(), [&](const auto &t) { return t.first == m_stage; });
    if (const auto wrong = m_place.complete(m_entity, outcome.draft,
                                            stage == texts.end() ? QString() : stage->second))
        outcome.reasons.push_back(*wrong);
}

/// What could not be read has its reason already and is not judged again.
void RowReader::judge(const Texts &texts, Outcome &outcome) const {
    for (size_t i = 0; i < m_entity.fields.size(); ++i) {
        const FieldDesc &field = m_entity.fields[i];
        const FieldHandle handle{quint16(i)};
        const bool placed = handle == m_stage || (!m_stage.isNull() && field.name == "pipeline"_L1);
        if (!isImportable(field) || placed
            || (isGiven(texts, handle) && !outcome.draft.has(handle)))
            continue;
        if (const auto wrong = validate(m_entity.key, field, outcome.draft.value(handle)))
            outcome.reasons.push_back(*wrong);
    }
}

} // namespace dw
