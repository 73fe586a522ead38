// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/sample.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;

/// The real program, as it is started from a shell without a display.
class TestPictures : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();

    void eachPage_isWrittenAtSizeAndScale_data();
    void eachPage_isWrittenAtSizeAndScale();
    void heldWorkspace_isReadOnly_andStillDrawn();
    void noWorkspace_fails();
    void unwritableFolder_fails();
    void wrongUsage_isRefused_data();
    void wrongUsage_isRefused();
    void windowWithoutDisplay_saysSo();

private:
    struct Run {
        int code = -1;
        QString errors;
    };
    Run run(const QStringList &words);

    QTemporaryDir m_folder;
    QString m_workspace;
};

void TestPictures::initTestCase() {
    m_workspace = m_folder.filePath(u"sample"_s);
    const SystemClock clock;
    const auto made = desktop::makeSample({.path = m_workspace, .clock = clock, .wall = clock},
                                          {u"tester"_s, u"Li Wanqing"_s}, {}, {});
    QVERIFY2(made.ok(), made ? "" : qPrintable(made.error().message.id));
}

TestPictures::Run TestPictures::run(const QStringList &words) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto &name :
         {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s, u"QT_SCALE_FACTOR"_s})
        environment.remove(name);
    environment.insert(u"HOME"_s, m_folder.path());
    environment.insert(u"XDG_CONFIG_HOME"_s, m_folder.filePath(u"config"_s));
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationDirPath() + u"/dealwright"_s, words);
    if (!process.waitForFinished(60'000))
        return {-1, u"did not end"_s};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
            QString::fromUtf8(process.readAllStandardError())};
}

void TestPictures::eachPage_isWrittenAtSizeAndScale_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QSize>("pixels");
    QTest::addColumn<QColor>("corner");
    QTest::newRow("usual") << QStringList{} << QSize(1440, 900) << QColor(0xF6F7F9);
    QTest::newRow("dark, small") << QStringList{u"--theme"_s, u"dark"_s, u"--size"_s, u"800x600"_s}
                                 << QSize(800, 600) << QColor(0x13161B);
    QTest::newRow("twice as sharp")
        << QStringList{u"--scale"_s, u"2"_s, u"--size"_s, u"1280x720"_s, u"--lang"_s, u"zh_CN"_s}
        << QSize(2560, 1440) << QColor(0xF6F7F9);
}

void TestPictures::eachPage_isWrittenAtSizeAndScale() {
    QFETCH(const QStringList, words);
    QFETCH(const QSize, pixels);
    QFETCH(const QColor, corner);
    const QTemporaryDir out;
    const QString pictures = out.filePath(u"new/folder"_s);
    const Run done =
        run(QStringList{u"--workspace"_s, m_workspace, u"--screenshots"_s, pictures} + words);
    QVERIFY2(done.code == 0, qPrintable(done.errors));
    QCOMPARE(QDir(pictures).entryList(QDir::Files), (QStringList{u"board.png"_s, u"import.png"_s}));
    const QImage board(pictures + u"/board.png"_s);
    QCOMPARE(board.size(), pixels);
    QCOMPARE(board.pixelColor(1, board.height() - 2), corner);
    QSet<QRgb> colours;
    for (int y = 0; y < board.height(); y += 3) {
        for (int x = 0; x < board.width(); x += 3)
            colours << board.pixel(x, y);
    }
    QVERIFY2(colours.size() > 50, "an empty picture");
}

void TestPictures::heldWorkspace_isReadOnly_andStillDrawn() {
    const SystemClock clock;
    const auto held = Workspace::open({.path = m_workspace, .clock = clock, .wall = clock});
    QVERIFY(held.ok());
    const QTemporaryDir out;
    const Run done = run({u"--workspace"_s, m_workspace, u"--screenshots"_s, out.path()});
    QVERIFY2(done.code == 0, qPrintable(done.errors));
    QVERIFY(QFile::exists(out.filePath(u"board.png"_s)));
}

void TestPictures::noWorkspace_fails() {
    const QTemporaryDir out;
    const Run none = run({u"--workspace"_s, out.filePath(u"none"_s), u"--screenshots"_s, out.path(),
                          u"--lang"_s, u"en"_s});
    QCOMPARE(none.code, 1);
    QVERIFY2(none.errors.contains(u"There is no workspace"_s), qPrintable(none.errors));
    QCOMPARE(run({u"--screenshots"_s, out.path()}).code, 1);
    QVERIFY(QDir(out.path()).entryList({u"*.png"_s}).isEmpty());
}

void TestPictures::unwritableFolder_fails() {
    QFile file(m_folder.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const Run done =
        run({u"--workspace"_s, m_workspace, u"--screenshots"_s, file.fileName() + u"/below"_s});
    QCOMPARE(done.code, 1);
    QVERIFY2(done.errors.contains(u"board.png"_s), qPrintable(done.errors));
}

void TestPictures::wrongUsage_isRefused_data() {
    QTest::addColumn<QStringList>("words");
    QTest::newRow("unknown") << QStringList{u"--nonsense"_s};
    QTest::newRow("size") << QStringList{u"--size"_s, u"0x0"_s};
    QTest::newRow("now") << QStringList{u"--now"_s, u"soon"_s};
}

void TestPictures::wrongUsage_isRefused() {
    QFETCH(const QStringList, words);
    const Run done = run(words);
    QCOMPARE(done.code, 2);
    QVERIFY(done.errors.contains(u"[--screenshots DIR]"_s));
}

void TestPictures::windowWithoutDisplay_saysSo() {
#if defined(Q_OS_LINUX)
    const Run done = run({u"--workspace"_s, m_workspace});
    QCOMPARE(done.code, 1);
    QVERIFY2(done.errors.contains(u"--screenshots DIR"_s), qPrintable(done.errors));
#else
    QSKIP("there is always a display here");
#endif
}

DW_TEST(TestPictures)
#include "tst_pictures.moc"
