// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/databasecontent.h"

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

QStringList rowsOf(Connection &c, const QString &sql) {
    auto list = c.prepare(sql);
    if (!list)
        qFatal("%s", qPrintable(list.error().detail));
    QStringList rows;
    for (;;) {
        const auto row = list->step();
        if (!row)
            qFatal("%s", qPrintable(row.error().detail));
        if (!*row)
            return rows;
        rows << list->text(0);
    }
}

} // namespace

QMap<QString, QStringList> contentOf(Connection &c) {
    QMap<QString, QStringList> content;
    content.insert(
        u"schema"_s,
        rowsOf(c, u"SELECT name || ': ' || ifnull(sql, '') FROM sqlite_schema ORDER BY name"_s));
    const QStringList tables =
        rowsOf(c, u"SELECT name FROM sqlite_schema WHERE type='table' AND name<>'search'"
                  " AND name NOT LIKE 'search\\_%' ESCAPE '\\' ORDER BY name"_s);
    for (const QString &table : tables) {
        QStringList values =
            rowsOf(c, u"SELECT 'quote(' || name || ')' FROM pragma_table_info('%1')"
                      " WHERE name NOT LIKE '%\\_key' ESCAPE '\\'"_s.arg(table));
        const QString condition =
            table == u"meta"_s ? u" WHERE key NOT IN ('collation', 'search')"_s : QString();
        content.insert(table, rowsOf(c, u"SELECT %1 FROM %2%3 ORDER BY 1"_s.arg(
                                            values.join(u" || ', ' || "_s), table, condition)));
    }
    return content;
}

} // namespace dw::test
