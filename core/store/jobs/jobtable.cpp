// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/jobs/jobtable.h"

#include "core/store/log/changelogcodec.h"

#include <array>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostNotes = 200;

constexpr std::array stateNames{"applying"_L1, "paused"_L1,     "cancelled"_L1,
                                "done"_L1,     "taken_back"_L1, "failed"_L1};
constexpr std::array phaseNames{"rows"_L1,  "keys"_L1, "search"_L1,     "rejects"_L1,
                                "close"_L1, "undo"_L1, "close_undo"_L1, "finished"_L1};
constexpr std::array kindNames{"import"_L1, "undo"_L1};

template <typename Enum, size_t N>
Result<Enum> fromName(const std::array<QLatin1StringView, N> &names, const QString &name) {
    for (size_t i = 0; i < N; ++i) {
        if (names[i] == name)
            return Enum(i);
    }
    return makeError(ErrorKind::Damaged, u"store.damaged"_s, {}, u"job: "_s + name);
}

QByteArray encodeNotes(const JobRow &job) {
    CanonicalWriter out;
    out.array(job.notes.size() + 1);
    out.integer(job.moreNotes);
    for (const Message &note : job.notes)
        out.bytes(encodeMessage(note));
    return out.data();
}

Result<void> decodeNotes(const QByteArray &bytes, JobRow &job) {
    CanonicalReader in(bytes);
    const quint64 count = in.array();
    job.moreNotes = count > 0 ? in.integer() : 0;
    for (quint64 i = 1; i < count && !in.failed(); ++i) {
        auto note = decodeMessage(in.bytes());
        if (!note)
            return note.error();
        job.notes.push_back(*std::move(note));
    }
    if (in.failed())
        return makeError(ErrorKind::Damaged, u"store.damaged"_s, {}, u"job: notes"_s);
    return {};
}

const QString &selectJobs() {
    static const QString sql =
        u"SELECT number, id, kind, state, phase, cursor, part, done, total, set_seq, undo_seq,"
        " of_set, file, label, actor, request, report, rejected, notes, problem, started, ended,"
        " bound FROM job "_s;
    return sql;
}

Result<JobRow> readJob(const Statement &s) {
    JobRow job;
    job.number = s.integer(0);
    job.id = RecordId::fromBytes(s.blob(1));
    const auto kind = fromName<JobKind>(kindNames, s.text(2));
    const auto state = fromName<JobState>(stateNames, s.text(3));
    const auto phase = fromName<JobPhase>(phaseNames, s.text(4));
    auto label = decodeMessage(s.blob(13));
    auto problem = decodeMessage(s.blob(19));
    if (!kind)
        return kind.error();
    if (!state)
        return state.error();
    if (!phase)
        return phase.error();
    if (!label)
        return label.error();
    if (!problem)
        return problem.error();
    job.kind = *kind;
    job.state = *state;
    job.phase = *phase;
    job.cursor = s.integer(5);
    job.part = s.integer(6);
    job.done = s.integer(7);
    job.total = s.integer(8);
    job.set = s.integer(9);
    job.undoSet = s.integer(10);
    job.ofSet = s.integer(11);
    job.file = s.text(12);
    job.label = *std::move(label);
    job.actor = RecordId::fromBytes(s.blob(14));
    job.request = s.text(15).toUtf8();
    job.report = s.text(16).toUtf8();
    job.rejected = s.integer(17);
    if (const auto notes = decodeNotes(s.blob(18), job); !notes)
        return notes.error();
    job.problem = *std::move(problem);
    job.started = {s.integer(20)};
    if (!s.isNull(21))
        job.ended = Instant{s.integer(21)};
    job.bound = s.integer(22);
    return job;
}

Result<std::vector<JobRow>> readAll(Statement &s) {
    std::vector<JobRow> jobs;
    for (;;) {
        const auto row = s.step();
        if (!row)
            return row.error();
        if (!*row)
            return jobs;
        auto job = readJob(s);
        if (!job)
            return job.error();
        jobs.push_back(*std::move(job));
    }
}

Result<std::vector<JobRow>> listWhere(Connection &c, const QString &rest) {
    auto s = c.prepare(selectJobs() + rest);
    if (!s)
        return s.error();
    return readAll(*s);
}

/// The columns that move, from parameter 1 on; returns the next free one.
int bindMoving(Statement &s, const JobRow &job) {
    s.bind(1, QString(stateNames[size_t(job.state)]));
    s.bind(2, QString(phaseNames[size_t(job.phase)]));
    s.bind(3, job.cursor);
    s.bind(4, job.part);
    s.bind(5, job.done);
    s.bind(6, job.total);
    s.bind(7, job.set);
    s.bind(8, job.undoSet);
    s.bind(9, job.file.isNull() ? u""_s : job.file);
    s.bind(10, QString::fromUtf8(job.report) + u""_s);
    s.bind(11, job.rejected);
    s.bind(12, encodeNotes(job));
    s.bind(13, encodeMessage(job.problem));
    if (job.ended)
        s.bind(14, job.ended->ms);
    else
        s.bindNull(14);
    s.bind(15, job.bound);
    return 16;
}

} // namespace

void JobRow::note(Message message) {
    if (notes.size() < mostNotes)
        notes.push_back(std::move(message));
    else
        ++moreNotes;
}

namespace jobtable {

Result<void> insert(Connection &c, JobRow &job) {
    const auto last = c.scalar(u"SELECT max(number) FROM job"_s);
    if (!last)
        return last.error();
    job.number = *last + 1;
    auto s = c.prepare(
        u"INSERT INTO job(state, phase, cursor, part, done, total, set_seq, undo_seq, file, report,"
        " rejected, notes, problem, ended, bound, number, id, kind, of_set, label, actor, request,"
        " started) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    if (!s)
        return s.error();
    int at = bindMoving(*s, job);
    s->bind(at++, job.number);
    s->bind(at++, job.id.bytes());
    s->bind(at++, QString(kindNames[size_t(job.kind)]));
    s->bind(at++, job.ofSet);
    s->bind(at++, encodeMessage(job.label));
    if (job.actor.isNull())
        s->bindNull(at++);
    else
        s->bind(at++, job.actor.bytes());
    s->bind(at++, QString::fromUtf8(job.request) + u""_s);
    s->bind(at++, job.started.ms);
    return s->run();
}

Result<void> update(Connection &c, const JobRow &job) {
    auto s =
        c.prepare(u"UPDATE job SET state=?, phase=?, cursor=?, part=?, done=?, total=?, set_seq=?,"
                  " undo_seq=?, file=?, report=?, rejected=?, notes=?, problem=?, ended=?,"
                  " bound=? WHERE number=?"_s);
    if (!s)
        return s.error();
    const int at = bindMoving(*s, job);
    s->bind(at, job.number);
    return s->run();
}

Result<std::optional<JobRow>> find(Connection &c, qint64 number) {
    auto s = c.prepare(selectJobs() + u"WHERE number=?"_s);
    if (!s)
        return s.error();
    s->bind(1, number);
    auto jobs = readAll(*s);
    if (!jobs)
        return jobs.error();
    if (jobs->empty())
        return std::optional<JobRow>();
    return std::optional(std::move(jobs->front()));
}

Result<std::vector<JobRow>> list(Connection &c) { return listWhere(c, u"ORDER BY number DESC"_s); }

Result<std::vector<JobRow>> unfinished(Connection &c) {
    return listWhere(c, u"WHERE state NOT IN ('done', 'taken_back') ORDER BY number"_s);
}

} // namespace jobtable

QString nameOf(JobState state) { return stateNames[size_t(state)]; }
QString nameOf(JobKind kind) { return kindNames[size_t(kind)]; }
QString nameOf(JobPhase phase) { return phaseNames[size_t(phase)]; }

} // namespace dw
