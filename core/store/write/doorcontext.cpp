// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/write/doorcontext.h"

#include "core/base/log.h"
#include "core/store/schema/migrations.h"
#include "core/store/sqlite/sqliteerror.h"

#include <QJsonDocument>

namespace dw {
using namespace Qt::StringLiterals;

Result<Access> loadAccess(Connection &c) {
    auto s = c.prepare(u"SELECT value FROM setting WHERE key='access.rules' AND scope='team'"
                       " AND deleted=0 ORDER BY id"_s);
    if (!s)
        return s.error();
    QJsonArray rules;
    for (;;) {
        const auto row = s->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        if (s->isNull(0))
            continue;
        const auto json = QJsonDocument::fromJson(s->text(0).toUtf8());
        if (!json.isArray())
            return makeError(ErrorKind::Invalid, u"access.bad_rule"_s,
                             {{u"rule"_s, u"1"_s}, {u"member"_s, u"[]"_s}});
        const QJsonArray more = json.array();
        for (const auto &rule : more)
            rules.append(rule);
    }
    return rules.isEmpty() ? Access() : accessFromRules(rules);
}

Result<void> WriterContext::loadPosition() {
    const auto last = connection.scalar(u"SELECT max(seq) FROM change_set"_s);
    if (!last)
        return last.error();
    const auto stored = meta(connection, u"clock"_s);
    if (!stored)
        return stored.error();
    auto s = connection.prepare(u"SELECT head FROM change_set WHERE device=? AND length(head) > 0"
                                " ORDER BY recorded DESC LIMIT 1"_s);
    if (!s)
        return s.error();
    s->bind(1, device.bytes());
    const auto row = s->step();
    if (!row)
        return row.error();
    position = {*last, *row ? s->blob(0) : chainStart(), {stored->toULongLong()}};
    return {};
}

Result<void> WriterContext::load() {
    const auto id = meta(connection, u"device"_s);
    if (!id)
        return id.error();
    const auto code = meta(connection, u"device_code"_s);
    if (!code)
        return code.error();
    device = DeviceId::fromText(*id);
    deviceCode = *code;
    if (device.isNull() || deviceCode.size() != 2)
        return damagedError(connection.path(), u"the database does not know its device"_s);
    if (const auto loaded = loadPosition(); !loaded)
        return loaded.error();
    auto rights = loadAccess(connection);
    if (rights) {
        access = *std::move(rights);
        return {};
    }
    if (rights.error().kind != ErrorKind::Invalid)
        return rights.error();
    // The door never takes rights that cannot be read; those that came otherwise must not lock
    // everybody out.
    qCWarning(lcStore) << "the access rules cannot be read, so everyone may:"
                       << rights.error().message.id;
    return {};
}

} // namespace dw
