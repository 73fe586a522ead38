// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"
#include "tests/bench/boardworkspace.h"
#include "tests/bench/contactdata.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace dw::bench {
namespace {

void runWindow(const QStringList &arguments) {
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QCoreApplication::applicationFilePath(), QStringList{u"--board"_s} + arguments);
    if (!process.waitForFinished(1'800'000) || process.exitCode() != 0)
        fail(u"the window of the board ended with %1"_s.arg(process.exitCode()));
}

/// The workbench on boards of three sizes, and on the largest while a million rows come in. The
/// ratio is the 99th percentile in frames of 16.7 ms.
void board() {
    const QTemporaryDir folder;
    const auto at = [&](const QString &name) { return folder.filePath(name); };
    line(
        u"prototype in the same toolkit, 100,000 cards, bare board"_s,
        u"first paint 47, scroll 1.2 (p95 2.2), all columns 7, jump of all 17, move 6, filter 27 ms"_s);
    for (const int cards : {1'000, 10'000, 100'000}) {
        line(u"%1 cards"_s.arg(cards), {});
        makeBoardWorkspace(at(QString::number(cards)), cards);
        runWindow({at(QString::number(cards))});
    }
    const int rows = benchRows(1'000'000);
    ContactData(rows).writeCsv(at(u"contacts.csv"_s));
    line(u"100000 cards while %1 rows are imported"_s.arg(rows), {});
    runWindow({at(u"100000"_s), at(u"contacts.csv"_s)});
}

} // namespace

DW_BENCH("board", board)

} // namespace dw::bench
