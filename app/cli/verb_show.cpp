// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"
#include "app/cli/target.h"
#include "app/cli/texttable.h"
#include "core/services/values/rowvalues.h"

namespace dw::cli {
using namespace Qt::StringLiterals;

namespace {

void printText(Session &session, const EntityDesc &entity, const Row &row, RowValues &values) {
    session.printer().line(row.shortId + u"  "_s
                           + session.reader().title(entity.key, row.record.id()));
    if (row.deleted)
        session.printer().line(session.say(u"cli.in_bin"_s));
    TextTable table({{}, {}});
    table.add({u"id"_s, row.record.id().text()});
    for (const ListColumn &column : fieldColumns(session.catalog(), entity)) {
        const FieldValue value = values.value(column, row);
        table.add({column.field.label.in(session.language()),
                   session.shown(column.field, value,
                                 values.label(column.field, value, session.language()))});
    }
    session.printer().lines(table.lines());
}

} // namespace

Exit runShow(Session &session) {
    const auto target = findTarget(session, session.words().at(0), session.words().at(1));
    if (!target)
        return session.fail(target.error());
    RowValues values(session.reader(), session.workspace().readTime());
    if (!session.json()) {
        printText(session, *target->entity, target->row, values);
        return Exit::Done;
    }
    QJsonObject object = values.json(fieldColumns(session.catalog(), *target->entity), target->row);
    object.insert(u"deleted"_s, target->row.deleted);
    session.printer().json(object);
    return Exit::Done;
}

} // namespace dw::cli
