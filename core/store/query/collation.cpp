// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema/schema.h"

#include "core/base/log.h"
#include "core/catalog/catalog.h"
#include "core/domain/text.h"
#include "core/store/schema/columns.h"
#include "core/store/schema/keytables.h"
#include "core/store/schema/migrations.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

Result<void> renewKeys(Connection &c, const EntityDesc &entity, const FieldDesc &field) {
    auto list = c.prepare(u"SELECT rowid, %1, %1_key FROM %2"_s.arg(field.name, entity.key));
    if (!list)
        return list.error();
    auto put =
        c.prepare(u"UPDATE %2 SET %1=?, %1_key=? WHERE rowid=?"_s.arg(field.name, entity.key));
    if (!put)
        return put.error();
    for (;;) {
        const auto row = list->step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        int column = 1;
        const int next = bindValue(*put, 1, field, readValue(*list, column, field));
        put->bind(next, list->integer(0));
        if (const auto done = put->run(); !done)
            return done.error();
    }
}

} // namespace

Result<void> refreshCollation(Connection &c) {
    const auto known = meta(c, u"collation"_s);
    if (!known)
        return known.error();
    if (*known == collationVersion())
        return {};
    qCInfo(lcStore) << "making collation keys of" << collationVersion() << "instead of" << *known;
    auto transaction = Transaction::begin(c, Transaction::Kind::Write);
    if (!transaction)
        return transaction.error();
    for (const EntityDesc &entity : Catalog::builtin()->entities()) {
        for (const FieldDesc &field : entity.fields) {
            if (!field.sortable)
                continue;
            if (const auto renewed = renewKeys(c, entity, field); !renewed)
                return renewed.error();
            if (const KeyTable *keys = keyTableOf(entity.key, field.name)) {
                if (const auto rebuilt = rebuildKeys(c, *keys); !rebuilt)
                    return rebuilt;
            }
        }
    }
    if (const auto put = setMeta(c, u"collation"_s, collationVersion()); !put)
        return put.error();
    return (*transaction)->commit();
}

} // namespace dw
