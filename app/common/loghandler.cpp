// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/loghandler.h"

#include "core/services/diagnostics/logfile.h"
#include "core/services/diagnostics/masked.h"

#include <QLoggingCategory>
#include <QMutex>
#include <cstdio>
#include <cstdlib>

namespace dw {
namespace {

/// The file, and what keeps one thread from exchanging it while another takes it.
struct Place {
    QMutex mutex;
    std::shared_ptr<LogFile> file;
};

Place &place() {
    // Never destroyed: something may be logged while the program ends.
    static Place &place = *new Place;
    return place;
}

std::shared_ptr<LogFile> logFile() {
    const QMutexLocker lock(&place().mutex);
    return place().file;
}

void writeLine(QtMsgType type, const QMessageLogContext &context, const QString &text) {
    const char *category = context.category ? context.category : "default";
    const QByteArray line = masked(text).toUtf8();
    std::fprintf(stderr, "%s [%s] %s\n", qPrintable(logLevel(type)), category, line.constData());
    std::fflush(stderr);
    if (const auto file = logFile())
        file->write(type, QString::fromUtf8(category), text);
    if (type == QtFatalMsg)
        std::abort();
}

} // namespace

void installLogHandler(const QString &rules) {
    if (!rules.isEmpty())
        QLoggingCategory::setFilterRules(rules);
    qInstallMessageHandler(writeLine);
}

void logAlsoTo(std::shared_ptr<LogFile> file) {
    const QMutexLocker lock(&place().mutex);
    place().file = std::move(file);
}

} // namespace dw
