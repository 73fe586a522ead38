// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"

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

} // namespace

Result<RecordId> findPerson(Reader &reader, const ReadTime &time, const QString &typed) {
    const QString shown = typed.left(100);
    if (const auto id = reader.resolve(u"person"_s, typed)) {
        const auto row = reader.find(u"person"_s, *id);
        if (!row)
            return row.error();
        if (*row && !(*row)->deleted)
            return *id;
    }
    auto found = reader.byTitle(u"person"_s, typed);
    if (found && found->empty())
        found = byLogin(reader, time, typed);
    if (!found)
        return found.error();
    if (found->empty())
        return makeError(ErrorKind::NotFound, u"cli.unknown_person"_s, {{u"value"_s, shown}});
    if (found->size() > 1)
        return makeError(ErrorKind::Invalid, u"cli.ambiguous_person"_s,
                         {{u"value"_s, shown}, {u"count"_s, QString::number(found->size())}});
    return found->front();
}

} // namespace dw::cli
