// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"
#include "core/services/values/linktext.h"

namespace dw::cli {
using namespace Qt::StringLiterals;

namespace {

Result<std::vector<RecordId>> byLogin(Reader &reader, const ReadTime &time, const QString &login) {
    const CatalogPtr catalog = reader.catalog();
    const EntityDesc *person = catalog->entity(u"person");
    Q_ASSERT(person);
    Query query;
    query.entity = person->key;
    const auto rows = reader.list(query, time);
    if (!rows)
        return rows.error();
    std::vector<RecordId> found;
    for (const Row &row : *rows) {
        if (row.record.value(person->byName(u"login")).as<QString>() == login)
            found.push_back(row.record.id());
    }
    return found;
}

Result<std::vector<RecordId>> candidates(Reader &reader, const ReadTime &time,
                                         const QString &typed) {
    if (const auto id = reader.resolve(u"person"_s, typed)) {
        const auto row = reader.find(u"person"_s, *id);
        if (!row)
            return row.error();
        if (*row && !(*row)->deleted)
            return std::vector{*id};
    }
    auto titled = reader.byTitle(u"person"_s, typed);
    return titled && titled->empty() ? byLogin(reader, time, typed) : titled;
}

/// Whoever left does nothing any more.
Result<RecordId> activeOnly(Reader &reader, RecordId id) {
    const auto row = reader.find(u"person"_s, id);
    if (!row)
        return row.error();
    const FieldHandle active = reader.catalog()->entity(u"person")->byName(u"active");
    if ((*row)->record.value(active) != FieldValue(false))
        return id;
    return makeError(ErrorKind::Refused, u"cli.inactive_person"_s,
                     {{u"name"_s, reader.title(u"person"_s, id)}, {u"id"_s, (*row)->shortId}});
}

} // namespace

Result<RecordId> findPerson(Reader &reader, const ReadTime &time, const QString &typed) {
    const QString shown = typed.left(100);
    const auto found = candidates(reader, time, typed);
    if (!found)
        return found.error();
    if (found->empty())
        return makeError(ErrorKind::NotFound, u"cli.unknown_person"_s, {{u"value"_s, shown}});
    if (found->size() > 1)
        return makeError(ErrorKind::Invalid, u"cli.ambiguous_person"_s,
                         {{u"value"_s, shown},
                          {u"count"_s, QString::number(found->size())},
                          {u"ids"_s, candidateIds(reader, u"person"_s, *found)}});
    return activeOnly(reader, found->front());
}

} // namespace dw::cli
