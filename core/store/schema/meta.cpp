// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema/migrations.h"

#include "core/base/id.h"
#include "core/domain/searchtext.h"
#include "core/domain/text.h"
#include "core/store/schema/schema.h"
#include "core/store/write/shortid.h"

namespace dw {
using namespace Qt::StringLiterals;

Result<QString> meta(Connection &c, const QString &key) {
    auto get = c.prepare(u"SELECT value FROM meta WHERE key=?"_s);
    if (!get)
        return get.error();
    get->bind(1, key);
    const auto row = get->step();
    if (!row)
        return row.error();
    return *row ? get->text(0) : QString();
}

Result<void> setMeta(Connection &c, const QString &key, const QString &value) {
    auto put = c.prepare(u"INSERT INTO meta(key, value) VALUES(?, ?)"
                         " ON CONFLICT(key) DO UPDATE SET value = excluded.value"_s);
    if (!put)
        return put.error();
    put->bind(1, key);
    put->bind(2, value);
    return put->run();
}

Result<void> writeFirstMeta(Connection &c, const QString &zone, Instant now) {
    const DeviceId device{makeUuidV7(now)};
    const std::initializer_list<std::pair<QString, QString>> values{
        {u"workspace"_s, Id<struct WorkspaceTag>{makeUuidV7(now)}.text()},
        {u"device"_s, device.text()},
        {u"device_code"_s, deviceCodeOf(device)},
        {u"zone"_s, zone},
        {u"collation"_s, collationVersion()},
        {u"search"_s, searchTextVersion()},
        {u"clock"_s, u"0"_s}};
    for (const auto &[key, value] : values) {
        if (const auto put = setMeta(c, key, value); !put)
            return put.error();
    }
    return {};
}

} // namespace dw
