// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"

#ifdef DW_TEST_GUI
#    include <QApplication>
#else
#    include <QCoreApplication>
#endif
#include <QFile>
#include <QLocale>
#include <QMetaMethod>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;

namespace dw::test {
namespace {

struct Entry {
    QString name;
    MakeTest make;
};

std::vector<Entry> &entries() {
    static std::vector<Entry> all;
    return all;
}

struct Totals {
    int passed = 0;
    int failed = 0;
    int skipped = 0;
    int unannounced = 0; ///< warnings and errors in the log that no test expected
    bool complete = false;
};

/// Reads what Qt Test wrote about one class: its totals, and the messages that no test announced
/// (an announced one is not written).
Totals readLog(const QString &path) {
    static const QRegularExpression totalsLine(
        u"^Totals: (\\d+) passed, (\\d+) failed, (\\d+) skipped"_s);
    static const QRegularExpression messageLine(u"^(QWARN|QCRITICAL|QSYSTEM|QFATAL)\\s*:"_s);
    Totals totals;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return totals;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString &line : lines) {
        // The offscreen platform says of every dialog and drag what it cannot do for it.
        if (messageLine.match(line).hasMatch()
            && !line.contains("This plugin does not support "_L1)) {
            ++totals.unannounced;
            std::printf("UNANNOUNCED: %s\n", qPrintable(line));
        }
        const auto match = totalsLine.match(line);
        if (match.hasMatch()) {
            totals.passed = match.captured(1).toInt();
            totals.failed = match.captured(2).toInt();
            totals.skipped = match.captured(3).toInt();
            totals.complete = true;
        }
    }
    return totals;
}

/// Test functions that the class itself declares, without the ones Qt Test calls around them.
int testFunctionCount(const QMetaObject &meta) {
    static const QList<QByteArray> around{"initTestCase", "cleanupTestCase", "init", "cleanup"};
    int count = 0;
    for (int i = meta.methodOffset(); i < meta.methodCount(); ++i) {
        const QMetaMethod method = meta.method(i);
        if (method.methodType() == QMetaMethod::Slot && method.access() == QMetaMethod::Private
            && !around.contains(method.name()) && !method.name().endsWith("_data"))
            ++count;
    }
    return count;
}

/// Options of Qt Test that only ask, or that take the output somewhere else: then the log is
/// theirs.
bool ownsOutput(const QStringList &args) {
    static const QStringList options{u"-o"_s,    u"-functions"_s, u"-datatags"_s,
                                     u"-help"_s, u"-h"_s,         u"--help"_s};
    return std::any_of(args.cbegin(), args.cend(),
                       [](const QString &arg) { return options.contains(arg); });
}

int runAll(QStringList args) {
    std::vector<Entry> chosen = entries();
    std::sort(chosen.begin(), chosen.end(),
              [](const Entry &a, const Entry &b) { return a.name < b.name; });
    const auto isNamed = [&](const QString &arg) {
        return std::any_of(entries().cbegin(), entries().cend(),
                           [&](const Entry &entry) { return entry.name == arg; });
    };

    QStringList names;
    while (!args.isEmpty() && isNamed(args.first()))
        names << args.takeFirst();
    if (!names.isEmpty())
        std::erase_if(chosen, [&](const Entry &entry) { return !names.contains(entry.name); });
    if (chosen.empty()) {
        std::fprintf(stderr, "FAIL: no test class is registered (DW_TEST)\n");
        return 1;
    }
    const QString program = QCoreApplication::applicationFilePath();
    if (ownsOutput(args)) {
        int failures = 0;
        for (const Entry &entry : chosen)
            failures += QTest::qExec(entry.make().get(), QStringList{program} + args);
        return failures == 0 ? 0 : 1;
    }

    const QTemporaryDir logs;
    Totals sum;
    QStringList bad;
    for (const Entry &entry : chosen) {
        const auto test = entry.make();
        const QString log = logs.filePath(entry.name + u".txt"_s);
        const int failures =
            QTest::qExec(test.get(), QStringList{program, u"-maxwarnings"_s, u"0"_s, u"-o"_s,
                                                 u"-,txt"_s, u"-o"_s, log + u",txt"_s}
                                         + args);
        const Totals own = readLog(log);
        sum.passed += own.passed;
        sum.failed += own.failed;
        sum.skipped += own.skipped;
        sum.unannounced += own.unannounced;
        const bool empty = testFunctionCount(*test->metaObject()) == 0;
        if (empty)
            std::printf("%s has no test function\n", qPrintable(entry.name));
        if (failures != 0 || own.unannounced != 0 || !own.complete || empty)
            bad << entry.name;
    }
    std::printf("%s: %zu classes, %d passed, %d failed, %d skipped, %d unannounced messages\n",
                bad.isEmpty() ? "PASS" : "FAIL", chosen.size(), sum.passed, sum.failed, sum.skipped,
                sum.unannounced);
    if (!bad.isEmpty())
        std::printf("failed classes: %s\n", qPrintable(bad.join(u", "_s)));
    return bad.isEmpty() ? 0 : 1;
}

} // namespace

bool registerTest(const char *name, MakeTest make) {
    entries().push_back({QString::fromLatin1(name), make});
    return true;
}

} // namespace dw::test

int main(int argc, char **argv) {
    // The same result whoever runs it, wherever: one time zone, one locale, no display, no settings
    // of the person at the machine.
    if (qEnvironmentVariableIsEmpty("TZ"))
        qputenv("TZ", "UTC");
    QLocale::setDefault(QLocale::c());
    QStandardPaths::setTestModeEnabled(true);
#ifdef DW_TEST_GUI
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") && qEnvironmentVariableIsEmpty("DISPLAY")
        && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
#else
    const QCoreApplication app(argc, argv);
#endif
    return dw::test::runAll(QCoreApplication::arguments().mid(1));
}
