// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema/schema.h"

#include "core/store/schema/migrations.h"

#include <array>
#include <utility>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr auto steps = []<int... I>(std::integer_sequence<int, I...>) {
    return std::array{schema::step<I + 1>...};
}
(std::make_integer_sequence<int, schema::newest>());

} // namespace

int currentSchema() { return int(steps.size()); }

QString allSteps() {
    QString sql;
    for (const auto &step : steps)
        sql += step();
    return sql;
}

Result<void> applySteps(Connection &c, int target) {
    Q_ASSERT(target <= currentSchema());
    const auto found = c.scalar(u"PRAGMA user_version"_s);
    if (!found)
        return found.error();
    for (int version = int(*found) + 1; version <= target; ++version) {
        const QString sql = steps.at(size_t(version) - 1)();
        const QString mark = u"PRAGMA user_version=%1;PRAGMA application_id=%2"_s;
        if (const auto done = c.exec(sql + mark.arg(version).arg(applicationId)); !done)
            return done.error();
    }
    return {};
}

Result<void> migrateTo(Connection &c, int target) {
    auto found = c.scalar(u"PRAGMA user_version"_s);
    if (!found)
        return found.error();
    for (int version = int(*found) + 1; version <= target; ++version) {
        auto transaction = Transaction::begin(c, Transaction::Kind::Write);
        if (!transaction)
            return transaction.error();
        if (const auto applied = applySteps(c, version); !applied)
            return applied.error();
        if (const auto committed = (*transaction)->commit(); !committed)
            return committed.error();
    }
    return {};
}

} // namespace dw
