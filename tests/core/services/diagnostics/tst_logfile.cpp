// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/diagnostics/logfile.h"

#include "tests/support/testmain.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <thread>

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

QByteArray contentOf(const QString &path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestLogFile : public QObject {
    Q_OBJECT

private slots:
    void init();
    void line_tellsTimeLevelCategory_andIsMasked();
    void longText_isCut_data();
    void longText_isCut();
    void fullFile_becomesAnOlderOne_andTheOldestGoes();
    void anotherProgram_writesOn();
    void folderThatCannotBeMade_stopsNothing();
    void folderThatGoes_stopsNothing();
    void threads_keepLinesWhole();

private:
    [[nodiscard]] QString folder() const { return m_dir->filePath(u"a/log"_s); }

    std::unique_ptr<QTemporaryDir> m_dir;
    FixedClock m_clock{Instant{1772701200123}};
};

void TestLogFile::init() { m_dir = std::make_unique<QTemporaryDir>(); }

void TestLogFile::line_tellsTimeLevelCategory_andIsMasked() {
    LogFile log(folder(), m_clock);
    log.write(QtWarningMsg, u"dealwright.store"_s, u"of “Anna”\nx"_s);
    QCOMPARE(log.paths(), QStringList{folder() + u"/dealwright.log"_s});
    QCOMPARE(contentOf(log.paths().constFirst()),
             QByteArray("2026-03-05T09:00:00.123Z warning [dealwright.store] of “…”\\nx\n"));
}

void TestLogFile::longText_isCut_data() {
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("written");
    QTest::newRow("below") << 9 << 9;
    QTest::newRow("at") << 10 << 10;
    QTest::newRow("above") << 11 << 10;
}

void TestLogFile::longText_isCut() {
    QFETCH(const int, length);
    QFETCH(const int, written);
    LogFile log(folder(), m_clock, {1000, 2, 10});
    log.write(QtInfoMsg, u"c"_s, QString(length, u'x'));
    const QByteArray text = contentOf(log.paths().constFirst());
    QCOMPARE(text.count('x'), written);
    QCOMPARE(text.contains("…"), length > written);
}

void TestLogFile::fullFile_becomesAnOlderOne_andTheOldestGoes() {
    constexpr qint64 limit = 200;
    LogFile log(folder(), m_clock, {limit, 3, 100});
    for (int number = 100; number < 130; ++number)
        log.write(QtInfoMsg, u"c"_s, QString::number(number));
    const QStringList paths = log.paths();
    QCOMPARE(paths.size(), 3);
    QByteArray all;
    for (const QString &path : paths) {
        QVERIFY(QFileInfo(path).size() <= limit);
        all.prepend(contentOf(path));
    }
    QVERIFY(all.endsWith("129\n"));
    QVERIFY(!all.contains("] 100\n"));
    // Nothing is missing between the oldest kept line and the newest.
    const int kept = int(all.count('\n'));
    QVERIFY(all.contains("] " + QByteArray::number(130 - kept) + '\n'));
}

void TestLogFile::anotherProgram_writesOn() {
    LogFile(folder(), m_clock).write(QtInfoMsg, u"c"_s, u"one"_s);
    LogFile log(folder(), m_clock);
    log.write(QtInfoMsg, u"c"_s, u"two"_s);
    QCOMPARE(contentOf(log.paths().constFirst()).count('\n'), 2);
}

void TestLogFile::folderThatCannotBeMade_stopsNothing() {
    QFile file(m_dir->filePath(u"a"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    LogFile log(folder(), m_clock);
    log.write(QtInfoMsg, u"c"_s, u"lost"_s);
    QVERIFY(log.paths().isEmpty());
    // As soon as it can be made, the log goes on.
    QVERIFY(file.remove());
    log.write(QtInfoMsg, u"c"_s, u"kept"_s);
    QVERIFY(contentOf(log.paths().value(0)).endsWith("kept\n"));
}

void TestLogFile::folderThatGoes_stopsNothing() {
    LogFile log(folder(), m_clock, {60, 2, 100});
    log.write(QtInfoMsg, u"c"_s, u"one"_s);
    QVERIFY(QDir(folder()).removeRecursively());
    for (int i = 0; i < 3; ++i)
        log.write(QtInfoMsg, u"c"_s, u"more"_s);
    QVERIFY(contentOf(log.paths().value(0)).endsWith("more\n"));
}

void TestLogFile::threads_keepLinesWhole() {
    LogFile log(folder(), m_clock);
    constexpr int each = 200;
    const auto work = [&log] {
        for (int i = 0; i < each; ++i)
            log.write(QtInfoMsg, u"c"_s, u"whole"_s);
    };
    std::thread first(work);
    std::thread second(work);
    first.join();
    second.join();
    const QList<QByteArray> lines = contentOf(log.paths().constFirst()).trimmed().split('\n');
    QCOMPARE(lines.size(), 2 * each);
    for (const QByteArray &line : lines)
        QCOMPARE(line, lines.constFirst());
}

} // namespace dw::test

using dw::test::TestLogFile;
DW_TEST(TestLogFile)

#include "tst_logfile.moc"
