// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"
#include "tests/bench/contactdata.h"
#include "tests/bench/importreference.h"
#include "tests/bench/workspacefixture.h"

#include "core/services/imports/importer.h"
#include "core/services/jobs/jobs.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>
#include <random>

using namespace Qt::StringLiterals;

namespace dw::bench {
namespace {

constexpr int usualRows = 1'000'000;

QString seconds(double ms) { return u"%1 s"_s.arg(ms / 1000, 0, 'f', 2); }

QString perSecond(double ms, int rows) {
    return u"%1, %2 rows a second, peak of memory %3 MB"_s.arg(
        seconds(ms), QString::number(qint64(rows / ms * 1000)),
        QString::number(takePeakMemory(), 'f', 0));
}

FieldDesc customField(const QString &label, FieldType type) {
    FieldDesc field;
    field.key = label.toLower();
    field.label = {label, label};
    field.type = type;
    return field;
}

/// The fields that contacts have not by themselves, and what the rows point at.
void prepare(WorkspaceFixture &fixture) {
    Workspace &workspace = fixture.workspace();
    for (const auto &[label, type] :
         {std::pair{u"City"_s, FieldType::Text}, std::pair{u"Department"_s, FieldType::Text},
          std::pair{u"Birthday"_s, FieldType::Date}, std::pair{u"Score"_s, FieldType::Number},
          std::pair{u"Newsletter"_s, FieldType::YesNo}})
        orFail(workspace.run(
            addFieldWork({u"contact"_s, customField(label, type)}, fixture.origin())));
    Work work;
    work.info.actor = workspace.actor();
    work.info.label = {u"set.import"_s, {}};
    work.unit = [&](WriteTransaction &tx) -> Result<void> {
        const auto make = [&](const QString &entity, const QByteArray &name) -> Result<void> {
            Record draft(entity, {});
            draft.set(tx.catalog().entity(entity)->byName(u"name"), QString::fromUtf8(name));
            const auto made = tx.create(draft);
            return made ? Result<void>() : Result<void>(made.error());
        };
        for (int i = 0; i < ContactData::accounts; ++i) {
            if (auto made = make(u"account"_s, ContactData::account(i)); !made)
                return made;
        }
        for (int i = 0; i < ContactData::owners; ++i) {
            if (auto made = make(u"person"_s, ContactData::owner(i)); !made)
                return made;
        }
        return {};
    };
    orFail(workspace.run(work));
}

StagedImport stage(WorkspaceFixture &fixture, const QString &csv, ImportMode mode) {
    ImportRequest request = importOf(u"contact"_s, csv);
    request.mode = mode;
    request.match.insert(u"contact"_s, {u"email"_s});
    request.missing = MissingTargets::Reject;
    const ImportContext context =
        ImportContext::of(fixture.workspace(), fixture.workspace().actor());
    auto staged = stageImport(context, request);
    orFail(staged);
    return *std::move(staged);
}

struct Applied {
    double rows = 0;           ///< Milliseconds for rows, log, chain and keys.
    double whole = 0;          ///< The search index too.
    std::vector<double> edits; ///< Milliseconds of each.
};

/// Edits one deal again and again, as somebody who works would, until the job stands still.
Applied editWhile(WorkspaceFixture &fixture, RecordId deal, qint64 job) {
    Workspace &workspace = fixture.workspace();
    const EntityDesc &entity = *workspace.catalog()->entity(u"deal");
    std::mt19937 random(7);
    Applied applied;
    QElapsedTimer timer;
    timer.start();
    while (!workspace.jobs().running().empty()) {
        const auto now = workspace.jobs().find(job);
        orFail(now);
        if (now->phase < JobPhase::Search)
            applied.rows = double(timer.elapsed());
        const auto i = int(applied.edits.size());
        Record values(u"deal"_s, deal);
        values.set(entity.byName(u"source"), QString::number(i));
        const Work work = changeWork(values, {}, fixture.origin());
        applied.edits.push_back(milliseconds([&] { orFail(workspace.run(work)); }));
        QThread::msleep(5 + random() % 20);
        // What a window does between two edits: it hears what was committed.
        QCoreApplication::processEvents();
    }
    applied.whole = double(timer.elapsed());
    const auto ended = workspace.jobs().find(job);
    orFail(ended);
    if (ended->state != JobState::Done)
        fail(u"the job ended as "_s + nameOf(ended->state));
    return applied;
}

void expectRows(const StagedImport &staged, int created, int unchanged) {
    const ImportReport &report = staged.report();
    if (report.created.value(u"contact"_s) != created
        || report.unchanged.value(u"contact"_s) != unchanged || report.rejected != 0)
        fail(u"created %1, unchanged %2, rejected %3"_s.arg(report.created.value(u"contact"_s))
                 .arg(report.unchanged.value(u"contact"_s))
                 .arg(report.rejected));
}

struct Reference {
    double rows = 0;   ///< Milliseconds for the rows and their indexes.
    double logged = 0; ///< And records of a log of the same size.
};

Reference reference(WorkspaceFixture &fixture, const QString &csv, int rows) {
    const ShellImport shell = shellImport(csv, fixture.filePath(u"shell.db"_s));
    if (shell.import > 0)
        line(u"SQLite shell, .import as texts / two indexes"_s,
             seconds(shell.import) + u" / "_s + seconds(shell.indexes));
    else
        line(u"SQLite shell"_s, u"not installed"_s);
    takePeakMemory();
    Reference taken;
    taken.rows = plainImport(csv, fixture.filePath(u"plain.db"_s), LogRecords::None);
    line(u"C API, rows, then indexes"_s, perSecond(taken.rows, rows));
    taken.logged = plainImport(csv, fixture.filePath(u"logged.db"_s), LogRecords::OfTheSameSize);
    line(u"C API, rows and records of a log, then indexes"_s, perSecond(taken.logged, rows));
    return taken;
}

void tellEdits(std::vector<double> samples, const Door::Hold &hold) {
    const auto ms = [](double figure) { return QString::number(figure, 'f', 1); };
    const size_t count = samples.size();
    const Spread spread = spreadOf(std::move(samples));
    line(u"%1 edits meanwhile, p50 / p99 / max"_s.arg(count),
         u"%1 / %2 / %3 ms"_s.arg(ms(spread.p50), ms(spread.p99), ms(spread.max)));
    line(u"what held the writer longest"_s,
         u"%1, %2 ms"_s.arg(hold.what, ms(double(hold.us) / 1000)));
}

/// Contacts through the whole pipeline, with log, chain and indexes, beside what SQLite itself
/// takes, and edits of somebody who works meanwhile.
void import() {
    const int rows = benchRows(usualRows);
    WorkspaceFixture fixture;
    const QString csv = fixture.filePath(u"contacts.csv"_s);
    const qint64 bytes = ContactData(rows).writeCsv(csv);
    line(u"contacts of 12 columns"_s, u"%1, %2 MB"_s.arg(rows).arg(double(bytes) / 1e6, 0, 'f', 0));
    prepare(fixture);
    const RecordId deal = fixture.makeDeals(1).front();
    const Reference plain = reference(fixture, csv, rows);

    std::optional<StagedImport> staged;
    const double staging =
        milliseconds([&] { staged = stage(fixture, csv, ImportMode::Overwrite); });
    expectRows(*staged, rows, 0);
    line(u"reading, judging, staging"_s, perSecond(staging, rows));
    (void)fixture.workspace().takeLongestHold();
    const auto job = startImport(fixture.workspace(), std::move(*staged));
    orFail(job);
    const Applied applied = editWhile(fixture, deal, *job);
    const Door::Hold hold = fixture.workspace().takeLongestHold();
    line(u"applying: rows, log, chain, keys"_s, perSecond(applied.rows, rows));
    line(u"the search index after it"_s, seconds(applied.whole - applied.rows));
    const double whole = staging + applied.rows;
    line(u"both but the search index, against rows and log by the C API"_s, seconds(whole),
         whole / plain.logged);
    line(u"the same, against the rows alone"_s, seconds(whole), whole / plain.rows);
    tellEdits(applied.edits, hold);

    takePeakMemory();
    const double unchanged =
        milliseconds([&] { staged = stage(fixture, csv, ImportMode::Overwrite); });
    expectRows(*staged, 0, rows);
    line(u"the same file once more, nothing to change"_s, perSecond(unchanged, rows),
         unchanged / plain.logged);
}

} // namespace

DW_BENCH("import", import)

} // namespace dw::bench
