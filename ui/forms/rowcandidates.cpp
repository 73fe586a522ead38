// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/rowcandidates.h"

#include "core/domain/text.h"
#include "core/services/readworker.h"
#include "core/services/values/linktext.h"
#include "core/services/works.h"

#include <QCoreApplication>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int most = 50;

struct Question {
    QString entity, text;
    QString restrictField;
    RecordId restrictRow;
    ReadTime time;
};

QString quoted(QString text) {
    return u'"' + text.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s) + u'"';
}

/// What people ordered by hand stays so; names go by name.
SortKey orderOf(const EntityDesc &entity) {
    const bool byHand = !entity.byName(u"position").isNull();
    return {byHand ? u"position"_s : entity.title, false};
}

/// Nothing where the text cannot stand in an expression; no name holds such characters.
std::optional<Query> queryFor(const Question &q, const EntityDesc &entity, const Catalog &catalog) {
    Query query;
    query.entity = q.entity;
    query.sort = {orderOf(entity)};
    query.limit = most;
    if (!q.text.isEmpty()) {
        const QString title = entity.field(entity.titleField()).key;
        const auto where =
            Expression::parse(title + u" contains "_s + quoted(q.text), catalog, q.entity);
        if (!where)
            return std::nullopt;
        query.where = *where;
    }
    return query;
}

/// The few rows behind a link, by hand: their order is a number field and their names are short.
std::vector<Candidate> within(Reader &reader, const Question &q, const EntityDesc &entity) {
    std::vector<Record> rows = reader.related(q.entity, q.restrictField, q.restrictRow);
    const FieldHandle position = entity.byName(u"position");
    if (!position.isNull())
        std::stable_sort(rows.begin(), rows.end(), [&](const Record &a, const Record &b) {
            return a.value(position).as<double>() < b.value(position).as<double>();
        });
    std::vector<Candidate> found;
    for (const Record &row : rows) {
        const QString label = reader.title(q.entity, row.id());
        if (fold(label).contains(fold(q.text)))
            found.push_back({row.id().text(), label, {}, false});
    }
    return found;
}

void tellApart(std::vector<Candidate> &found) {
    QHash<QString, int> seen;
    for (const Candidate &candidate : found)
        ++seen[candidate.label];
    for (Candidate &candidate : found) {
        if (seen.value(candidate.label) == 1)
            candidate.hint.clear();
    }
}

std::vector<Candidate> search(Reader &reader, const Question &q) {
    const CatalogPtr catalog = reader.catalog();
    const EntityDesc &entity = *catalog->entity(q.entity);
    if (!q.restrictField.isEmpty())
        return within(reader, q, entity);
    const auto query = queryFor(q, entity, *catalog);
    if (!query)
        return {};
    const auto rows = reader.list(*query, q.time);
    if (!rows)
        return {};
    std::vector<Candidate> found;
    for (const Row &row : *rows) {
        const QString label = row.record.value(entity.titleField()).as<QString>();
        found.push_back({row.record.id().text(), label, row.shortId, false});
    }
    tellApart(found);
    return found;
}

} // namespace

RowCandidates::RowCandidates(const FieldDesc &field, ShellServices &shell)
    : m_field(field),
      m_shell(shell) {}

void RowCandidates::restrictTo(const QString &field, RecordId row) {
    m_restrictField = field;
    m_restrictRow = row;
}

void RowCandidates::find(const QString &text, QObject *context,
                         std::function<void(std::vector<Candidate>)> answer) {
    const Question q{m_field.target, text.trimmed(), m_restrictField, m_restrictRow,
                     m_shell.workspace().readTime()};
    const bool offer = mayMake() && !q.text.isEmpty();
    m_shell.workspace().worker().ask<std::vector<Candidate>>(
        [q](Reader &reader) { return search(reader, q); }, context,
        [q, offer, answer = std::move(answer)](std::vector<Candidate> found) {
            const bool known = std::any_of(found.begin(), found.end(), [&](const Candidate &c) {
                return fold(c.label) == fold(q.text);
            });
            if (offer && !known)
                found.push_back({{}, q.text, {}, true});
            answer(std::move(found));
        });
}

Result<Candidate> RowCandidates::exactly(const QString &text) {
    Reader &reader = m_shell.workspace().reader();
    auto ids = reader.byTitle(m_field.target, text);
    if (!ids)
        return ids.error();
    if (!m_restrictField.isEmpty())
        std::erase_if(*ids, [&](RecordId id) {
            const Record *row = reader.record(m_field.target, id);
            const auto link =
                m_shell.workspace().catalog()->entity(m_field.target)->byName(m_restrictField);
            return !row || row->value(link).as<RecordId>() != m_restrictRow;
        });
    if (ids->size() == 1)
        return Candidate{
            ids->front().text(), reader.title(m_field.target, ids->front()), {}, false};
    QMap<QString, QString> args{{u"field"_s, m_field.label.in(m_shell.language())},
                                {u"value"_s, text.left(100)}};
    if (ids->empty())
        return makeError(ErrorKind::NotFound, u"link.unknown"_s, args);
    args.insert(u"count"_s, QString::number(ids->size()));
    args.insert(u"ids"_s, candidateIds(reader, m_field.target, *ids));
    return makeError(ErrorKind::Invalid, u"link.ambiguous"_s, args);
}

/// A name alone makes a row of what asks for nothing else; people are not made in passing.
bool RowCandidates::mayMake() const {
    if (m_field.type == FieldType::Person || m_field.target == "person"_L1
        || m_shell.workspace().mode() == Workspace::Mode::ReadOnly)
        return false;
    const EntityDesc &entity = *m_shell.workspace().catalog()->entity(m_field.target);
    return entity.listed
           && std::all_of(entity.fields.begin(), entity.fields.end(), [&](const FieldDesc &f) {
                  return !f.validity.required || f.name == entity.title;
              });
}

Candidate RowCandidates::make(const QString &text, std::function<void()> failed) {
    const EntityDesc &entity = *m_shell.workspace().catalog()->entity(m_field.target);
    const RecordId id{makeUuidV7(m_shell.workspace().clock().now())};
    Record draft(m_field.target, id);
    draft.set(entity.titleField(), text);
    const QString saying = QCoreApplication::translate("Candidates", "%1 “%2” created")
                               .arg(entity.label.in(m_shell.language()), text);
    m_shell.run(createWork(draft, {m_shell.workspace().actor()}), saying,
                [failed = std::move(failed)](const Result<Committed> &done) {
                    if (!done)
                        failed();
                });
    return {id.text(), text, {}, false};
}

} // namespace dw::ui
