// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/log/logtail.h"

#include "core/store/log/changelogtable.h"

namespace dw {
using namespace Qt::StringLiterals;

Result<LogPosition> logEnd(Connection &c) {
    LogPosition end;
    auto last = c.prepare(changelog::selectTouches() + u"ORDER BY r.seq DESC LIMIT 1"_s);
    if (!last)
        return last.error();
    const auto row = last->step();
    if (!row)
        return row.error();
    if (*row) {
        end.record = last->integer(0);
        end.id = ChangeId::fromBytes(last->blob(1));
    }
    const auto set = changelog::newestSet(c);
    if (!set)
        return set.error();
    end.set = *set;
    return end;
}

Result<bool> holds(Connection &c, const LogPosition &position) {
    if (position.record == 0)
        return true;
    auto there = c.prepare(changelog::selectTouches() + u"WHERE r.seq=?"_s);
    if (!there)
        return there.error();
    there->bind(1, position.record);
    const auto row = there->step();
    if (!row)
        return row.error();
    return *row && ChangeId::fromBytes(there->blob(1)) == position.id;
}

Result<void> readLogBehind(Connection &c, const LogPosition &position,
                           const std::function<Result<void>(const LogTouch &)> &take) {
    auto behind = c.prepare(changelog::selectTouches() + u"WHERE r.seq>? ORDER BY r.seq"_s);
    if (!behind)
        return behind.error();
    behind->bind(1, position.record);
    for (;;) {
        const auto row = behind->step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        const LogTouch touch{.entity = behind->text(2),
                             .row = RecordId::fromBytes(behind->blob(3)),
                             .created = behind->integer(4) != 0,
                             .groups = behind->blob(5),
                             .set = behind->integer(6),
                             .isImport = behind->integer(7) == qint64(SetKind::Import)};
        if (const auto taken = take(touch); !taken)
            return taken;
    }
}

Result<void> readImported(Connection &c, const QString &entity,
                          const std::function<void(RecordId, qint64)> &take) {
    auto made = c.prepare(changelog::selectImported());
    if (!made)
        return made.error();
    made->bind(1, entity);
    for (;;) {
        const auto row = made->step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        take(RecordId::fromBytes(made->blob(0)), made->integer(1));
    }
}

} // namespace dw
