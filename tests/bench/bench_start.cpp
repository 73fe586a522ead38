// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace dw::bench {
namespace {

void runOnce(const QString &program, const QStringList &arguments) {
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        fail(program + u": "_s + QString::fromUtf8(process.readAll()));
}

Spread starts(const QString &program, const QStringList &arguments) {
    std::vector<double> samples;
    for (int i = 0; i < 9; ++i)
        samples.push_back(milliseconds([&] { runOnce(program, arguments); }));
    return spreadOf(std::move(samples));
}

/// Process start to a painted window and out again; the board has loaded its deals by then.
void start() {
    const QTemporaryDir folder;
    const QString bin = QStringLiteral(DW_BIN_DIR);
    const QString workspace = folder.filePath(u"sample"_s);
    runOnce(bin + u"/dealwright-cli"_s,
            {u"--workspace"_s, workspace, u"--lang"_s, u"en"_s, u"demo"_s});
    const Spread bare = starts(QCoreApplication::applicationFilePath(), {u"--bare-window"_s});
    const Spread ours =
        starts(bin + u"/dealwright"_s,
               {u"--workspace"_s, workspace, u"--screenshots"_s, folder.filePath(u"pictures"_s)});
    line(u"bare Qt window, painted and closed, p50"_s, u"%1 ms"_s.arg(bare.p50, 0, 'f', 0));
    line(u"workbench with the sample's board, p50"_s, u"%1 ms"_s.arg(ours.p50, 0, 'f', 0),
         ours.p50 / bare.p50);
}

} // namespace

DW_BENCH("start", start)

} // namespace dw::bench
