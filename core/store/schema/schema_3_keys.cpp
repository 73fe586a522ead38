// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema/schema.h"

#include <array>

namespace dw::schema {
using namespace Qt::StringLiterals;

namespace {

// Shipped: never changed. The tables of today are in keytables.cpp.
struct OldIndex {
    const char16_t *entity;
    const char16_t *by; ///< Last part of the index's name, and of the table's.
    const char16_t *column;
    const char16_t *type = u"BLOB";
};

constexpr std::array indexes{
    OldIndex{u"account", u"name", u"name_key"},
    OldIndex{u"account", u"parent", u"parent"},
    OldIndex{u"contact", u"name", u"name_key"},
    OldIndex{u"contact", u"account", u"account"},
    OldIndex{u"lead", u"name", u"name_key"},
    OldIndex{u"lead", u"account", u"account"},
    OldIndex{u"lead", u"contact", u"contact"},
    OldIndex{u"lead", u"deal", u"deal"},
    OldIndex{u"deal", u"name", u"name_key"},
    OldIndex{u"deal", u"account", u"account"},
    OldIndex{u"deal", u"partner", u"partner"},
    OldIndex{u"deal_line", u"deal", u"deal"},
    OldIndex{u"deal_contact", u"deal", u"deal"},
    OldIndex{u"deal_contact", u"contact", u"contact"},
    OldIndex{u"deal_competitor", u"deal", u"deal"},
    OldIndex{u"deal_competitor", u"competitor", u"competitor"},
    OldIndex{u"touchpoint", u"deal", u"deal"},
    OldIndex{u"touchpoint", u"account", u"account"},
    OldIndex{u"touchpoint", u"contact", u"contact"},
    OldIndex{u"touchpoint", u"lead", u"lead"},
    OldIndex{u"task", u"deal", u"deal"},
    OldIndex{u"task", u"account", u"account"},
    OldIndex{u"task", u"contact", u"contact"},
    OldIndex{u"task", u"lead", u"lead"},
    OldIndex{u"note", u"deal", u"deal"},
    OldIndex{u"note", u"account", u"account"},
    OldIndex{u"note", u"contact", u"contact"},
    OldIndex{u"note", u"lead", u"lead"},
    OldIndex{u"attachment", u"deal", u"deal"},
    OldIndex{u"attachment", u"account", u"account"},
    OldIndex{u"attachment", u"contact", u"contact"},
    OldIndex{u"attachment", u"lead", u"lead"},
    OldIndex{u"cross_reference", u"external_id", u"external_id", u"TEXT"},
    OldIndex{u"cross_reference", u"record", u"record", u"TEXT"},
};

} // namespace

/// Indexes over scattered keys give way to tables that a job fills in the order of the keys.
QString keyTablesOfStep3() {
    QString sql;
    for (const OldIndex &index : indexes) {
        const QString one =
            u"DROP INDEX IF EXISTS %1_by_%2;\n"
            "CREATE TABLE %1_by_%2 (\n"
            " %3 %4 NOT NULL, id BLOB NOT NULL, PRIMARY KEY (%3, id)) WITHOUT ROWID;\n"
            "INSERT INTO %1_by_%2(%3, id)\n"
            " SELECT %3, id FROM %1 WHERE %3 IS NOT NULL ORDER BY %3, id;\n"_s;
        const auto text = [](const char16_t *name) { return QString::fromUtf16(name); };
        sql += one.arg(text(index.entity), text(index.by), text(index.column), text(index.type));
    }
    return sql;
}

} // namespace dw::schema
