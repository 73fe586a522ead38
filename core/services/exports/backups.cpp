// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/exports/backups.h"

#include "core/base/log.h"
#include "core/services/exports/listexport.h"
#include "core/services/works.h"

#include <QFile>
#include <QJsonObject>
#include <QSet>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 msOfADay = 24LL * 60 * 60 * 1000;

BackupPlan::Every everyFrom(const QString &text) {
    if (text == "never"_L1)
        return BackupPlan::Every::Never;
    return text == "week"_L1 ? BackupPlan::Every::Week : BackupPlan::Every::Day;
}

/// The first `most` of the periods, newest backup first, keep their first one.
void keepOnePer(const std::vector<BackupFile> &scheduled, int most,
                const std::function<QDate(Instant)> &periodOf, QSet<QString> &kept) {
    QSet<QDate> periods;
    for (const BackupFile &file : scheduled) {
        const QDate period = periodOf(file.at);
        if (periods.contains(period))
            continue;
        if (periods.size() >= most)
            return;
        periods.insert(period);
        kept.insert(file.path);
    }
}

void removeSuperfluous(const WorkspacePaths &paths, const BackupPlan &plan, const QTimeZone &zone) {
    for (const BackupFile &file : superfluousBackups(plan, backupFiles(paths), zone)) {
        if (!QFile::remove(file.path))
            qCInfo(lcServices) << "an old backup could not be removed:" << file.path;
    }
}

} // namespace

qint64 msBetween(BackupPlan::Every every) {
    return every == BackupPlan::Every::Week ? 7 * msOfADay : msOfADay;
}

BackupPlan BackupPlan::of(Reader &reader) {
    BackupPlan plan;
    plan.every = everyFrom(setting(reader, u"backup.every"_s, {}).toString());
    const QJsonObject keep = setting(reader, u"backup.keep"_s, {}).toObject();
    plan.daily = keep.value(u"daily"_s).toInt(plan.daily);
    plan.weekly = keep.value(u"weekly"_s).toInt(plan.weekly);
    return plan;
}

std::optional<BackupFile> newestBackup(const std::vector<BackupFile> &there, Instant now) {
    const auto found = std::find_if(there.begin(), there.end(), [now](const BackupFile &file) {
        return file.kind != BackupKind::Replaced && file.at <= now;
    });
    return found == there.end() ? std::nullopt : std::optional(*found);
}

bool isBackupDue(const BackupPlan &plan, const std::vector<BackupFile> &there, Instant now) {
    if (plan.every == BackupPlan::Every::Never)
        return false;
    const auto newest = newestBackup(there, now);
    return !newest || now.ms - newest->at.ms >= msBetween(plan.every);
}

std::vector<BackupFile> superfluousBackups(const BackupPlan &plan,
                                           const std::vector<BackupFile> &there,
                                           const QTimeZone &zone) {
    std::vector<BackupFile> scheduled;
    std::copy_if(there.begin(), there.end(), std::back_inserter(scheduled),
                 [](const BackupFile &file) { return file.kind == BackupKind::Scheduled; });
    const auto dayOf = [&zone](Instant at) { return at.toUtc().toTimeZone(zone).date(); };
    const auto weekOf = [&](Instant at) {
        const QDate day = dayOf(at);
        return day.addDays(1 - day.dayOfWeek());
    };
    QSet<QString> kept;
    if (!scheduled.empty())
        kept.insert(scheduled.front().path);
    keepOnePer(scheduled, plan.daily, dayOf, kept);
    keepOnePer(scheduled, plan.weekly, weekOf, kept);
    std::erase_if(scheduled, [&](const BackupFile &file) { return kept.contains(file.path); });
    return scheduled;
}

Result<QString> backUp(const ReadSource &source, BackupKind kind, const BackupPlan &plan,
                       const Clock &wall, const WorkProgress &progress, const StopToken &stop) {
    const auto c = Connection::open(source.paths.database(), OpenMode::ReadOnly, source.vfs);
    if (!c)
        return c.error();
    auto made = backup(**c, source.paths, wall, kind, progress, stop);
    if (made && kind == BackupKind::Scheduled)
        removeSuperfluous(source.paths, plan, source.time.zone);
    return made;
}

} // namespace dw
