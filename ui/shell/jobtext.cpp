// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/jobtext.h"

#include <QLocale>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {
constexpr size_t mostNotes = 4;
}

QString JobText::title(const JobInfo &job) const {
    const QString label = word(job.label, m_language, m_catalog);
    return job.kind == JobKind::Undo ? tr("Undo: %1").arg(label) : label;
}

QString JobText::state(const JobInfo &job) {
    switch (job.state) {
    case JobState::Paused:
        return tr("Paused");
    case JobState::Failed:
        return tr("Stands still");
    case JobState::Done:
        return tr("Done");
    case JobState::TakenBack:
        return tr("Taken back");
    case JobState::Cancelled:
        return tr("Taking it back");
    case JobState::Applying:
        break;
    }
    switch (job.phase) {
    case JobPhase::Rows:
        return tr("Writing rows");
    case JobPhase::Keys:
        return tr("Bringing it into order");
    case JobPhase::Search:
        return tr("Making it searchable");
    case JobPhase::Rejects:
        return tr("Keeping rejected rows");
    case JobPhase::Undo:
    case JobPhase::CloseUndo:
        return tr("Taking it back");
    default:
        return tr("Finishing");
    }
}

int JobText::percent(const JobInfo &job) {
    if (!job.isUnfinished)
        return 100;
    return job.total <= 0 ? 0 : std::min(99, int(double(job.done) * 100.0 / double(job.total)));
}

QString JobText::ending(const JobInfo &job) const {
    const QString what = title(job);
    QString first;
    switch (job.state) {
    case JobState::TakenBack:
        first = tr("%1 was taken back; nothing of it is left.").arg(what);
        break;
    case JobState::Failed:
        first = tr("%1 stands still.").arg(what);
        break;
    default:
        first = tr("%1: done").arg(what);
        break;
    }
    const QString more = details(job);
    return more.isEmpty() ? first : first + u'\n' + more;
}

QString JobText::details(const JobInfo &job) const {
    QStringList lines;
    if (job.problem)
        lines << word(*job.problem, m_language, m_catalog);
    if (job.rejected > 0)
        lines << tr("%Ln row(s) rejected; they are kept with their reasons", nullptr,
                    int(job.rejected));
    const size_t shown = std::min(mostNotes, job.notes.size());
    for (size_t i = 0; i < shown; ++i)
        lines << word(job.notes[i], m_language, m_catalog);
    const qint64 more = job.moreNotes + qint64(job.notes.size() - shown);
    if (more > 0)
        lines << tr("and %Ln more", nullptr, int(more));
    return lines.join(u'\n');
}

} // namespace dw::ui
