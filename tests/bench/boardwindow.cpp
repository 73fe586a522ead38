// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/boardwindow.h"

#include "tests/bench/boardsteps.h"
#include "tests/bench/boardworkspace.h"
#include "tests/bench/workspacefixture.h"

#include "core/services/imports/importer.h"
#include "core/services/jobs/jobs.h"
#include "ui/models/columnmodel.h"
#include "ui/pages/board/boardview.h"
#include "ui/pages/board/columns/boardcolumn.h"
#include "ui/pages/board/columns/columnview.h"
#include "ui/shell/lookmenus.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/shell.h"

#include <QApplication>
#include <QFile>
#include <QListView>
#include <QStringListModel>

using namespace Qt::StringLiterals;

namespace dw::bench {
namespace {

constexpr double frameMs = 1000.0 / 60;

QString ms(double figure) { return QString::number(figure, 'f', figure < 10 ? 2 : 1); }

/// Median, 99th percentile and the longest, and the last but one as a share of a frame of 16.7 ms.
void tell(const QString &what, std::vector<double> samples) {
    const Spread spread = spreadOf(std::move(samples));
    line(u"  "_s + what + u", p50 / p99 / max"_s,
         u"%1 / %2 / %3 ms"_s.arg(ms(spread.p50), ms(spread.p99), ms(spread.max)),
         spread.p99 / frameMs);
}

/// What the process itself holds; pages of files that the system may drop are not counted.
double memoryMb() {
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray all = file.readAll();
    const qsizetype at = all.indexOf("RssAnon:");
    return at < 0 ? 0 : all.mid(at + 8, 16).simplified().split(' ').value(0).toDouble() / 1000;
}

void bareScroll(int rows) {
    QStringList texts;
    for (int i = 0; i < rows; ++i)
        texts << u"Row %1"_s.arg(i);
    QStringListModel model(texts);
    QListView view;
    view.setModel(&model);
    view.setUniformItemSizes(true);
    view.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.resize(150, 720);
    view.show();
    QApplication::processEvents();
    tell(u"a bare list of %1 rows scrolled"_s.arg(rows), scrollFrames(view, 600));
}

void work(BoardSteps &steps) {
    tell(u"one column scrolled"_s, steps.scroll(600));
    tell(u"all columns scrolled"_s, steps.scrollAll(120));
    tell(u"one column, anywhere in it"_s, steps.jump(100));
    tell(u"a card dragged over the columns"_s, steps.drag(200));
    const BoardSteps::Drops drops = steps.drop(50);
    tell(u"dropped to painted"_s, drops.painted);
    tell(u"dropped to committed"_s, drops.committed);
}

void rest(BoardSteps &steps, double before, int cards) {
    tell(u"text filter, the GUI thread's longest wait a letter"_s, steps.filterText(u"line 1"_s));
    const auto filter = steps.filterBy(u"amount > CNY 500000"_s);
    line(u"  filter by an expression, to painted / thread"_s,
         u"%1 / %2 ms"_s.arg(ms(filter.painted), ms(filter.blocked)));
    const auto group = steps.groupByOwner();
    line(u"  grouped by owner, to painted / thread"_s,
         u"%1 / %2 ms"_s.arg(ms(group.painted), ms(group.blocked)));
    line(u"  idle, share of a processor"_s, u"%1 %"_s.arg(steps.idle(10'000) * 100, 0, 'f', 2));
    const double now = memoryMb();
    line(u"  memory, whole process / of the window and its cards"_s,
         u"%1 / %2 MB, %3 kB a card"_s.arg(now, 0, 'f', 0)
             .arg(now - before, 0, 'f', 0)
             .arg((now - before) * 1000 / cards, 0, 'f', 2));
}

qint64 startJob(Workspace &workspace, const QString &csv) {
    ImportRequest request = importOf(u"contact"_s, csv);
    request.match.insert(u"contact"_s, {u"email"_s});
    request.missing = MissingTargets::Make;
    auto staged = stageImport(ImportContext::of(workspace, workspace.actor()), request);
    orFail(staged);
    const auto job = startImport(workspace, std::move(*staged));
    orFail(job);
    return *job;
}

} // namespace

int boardWindow(int argc, char **argv) {
    const QApplication app(argc, argv);
    const QString path = QApplication::arguments().value(2);
    const QString csv = QApplication::arguments().value(3);
    const FixedClock clock({boardNowMs});
    const SystemClock wall;
    ui::Preferences preferences = ui::Preferences::none();
    ui::Theme theme;
    ui::Languages languages;
    ui::LookMenus look(theme, languages, preferences);
    theme.apply(ui::ThemeChoice::Light);
    languages.use(Language::English);
    auto opened = Workspace::open({path, clock, wall});
    orFail(opened);
    Workspace &workspace = **opened;
    const double before = memoryMb();
    ui::Shell shell(workspace, theme, languages);
    auto window = std::make_unique<ui::MainWindow>(shell, look, preferences);
    window->resize(1440, 900);
    BoardSteps steps(*window, workspace);
    line(u"  window made to cards painted"_s, ms(steps.firstPaint()) + u" ms"_s);
    const auto &column = *window->findChild<ui::BoardView *>()->column(0)->view()->column();
    if (csv.isEmpty()) {
        bareScroll(column.rowCount());
        work(steps);
        Query deals;
        deals.entity = u"deal"_s;
        const auto count = workspace.reader().count(deals, workspace.readTime());
        orFail(count);
        rest(steps, before, int(*count));
    } else {
        const qint64 job = startJob(workspace, csv);
        work(steps);
        const auto now = workspace.jobs().find(job);
        orFail(now);
        line(u"  rows that had come in by then"_s,
             u"%1 of %2%3"_s.arg(now->done)
                 .arg(now->total)
                 .arg(now->isRunning ? QString() : u", and it had ended: more rows are needed"_s));
        // It may end by itself before it hears.
        if (now->isRunning)
            (void)workspace.jobs().pause(job);
        orFail(workspace.jobs().wait(job));
    }
    window.reset();
    return 0;
}

} // namespace dw::bench
