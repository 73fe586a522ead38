// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/ziparchive.h"

#include "tests/core/exchange/xlsxfixture.h"
#include "tests/support/random.h"
#include "tests/support/testmain.h"

#include <QBuffer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

Result<std::unique_ptr<ZipReader>> openZip(const QByteArray &bytes, const ZipLimits &limits = {}) {
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    return ZipReader::open(std::move(buffer), limits);
}

QByteArray noise(qsizetype size) {
    Random random(5);
    QByteArray bytes(size, '\0');
    for (char &c : bytes)
        c = char(random.below(256));
    return bytes;
}

} // namespace

class TestZipArchive : public QObject {
    Q_OBJECT

private slots:
    void whatIsPacked_isUnpacked();
    void sameContent_givesTheSameBytes();
    void cutOff_fails();
    void flippedByte_isFound();
    void limits_areKept_data();
    void limits_areKept();
    void directoryOfMillions_isRefusedUnread();
    void takenName_fails();
    void missingFile_leavesTheOlderArchive();
    void stopped_leavesTheOlderArchive();
    void unfinished_leavesNothing();
    void safePaths_data();
    void safePaths();
};

void TestZipArchive::whatIsPacked_isUnpacked() {
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"big"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray big = noise(300'000);
    file.write(big);
    file.close();
    const QString path = folder.filePath(u"a.zip"_s);
    auto writer = ZipWriter::create(path);
    QVERIFY(writer.ok());
    QVERIFY((*writer)->addBytes(u"empty"_s, {}).ok());
    QVERIFY((*writer)->addBytes(u"表/苏州.csv"_s, "a,b\n").ok());
    QVERIFY((*writer)->addFile(u"files/big"_s, file.fileName()).ok());
    double done = 0;
    QVERIFY((*writer)->finish([&](double share) { return (done = share) <= 1; }).ok());
    QCOMPARE(done, 1.0);

    auto source = std::make_unique<QFile>(path);
    QVERIFY(source->open(QIODevice::ReadOnly));
    auto reader = ZipReader::open(std::move(source));
    QVERIFY(reader.ok());
    QCOMPARE((*reader)->entries().size(), size_t(3));
    QCOMPARE((*reader)->find(u"none"_s), -1);
    const auto bytes = [&](const QString &name) {
        return *(*reader)->bytes((*reader)->find(name), 1'000'000);
    };
    QCOMPARE(bytes(u"empty"_s), QByteArray());
    QCOMPARE(bytes(u"表/苏州.csv"_s), QByteArray("a,b\n"));
    QCOMPARE(bytes(u"files/big"_s), big);
    QVERIFY(!(*reader)->bytes((*reader)->find(u"files/big"_s), 1000).ok());
}

void TestZipArchive::sameContent_givesTheSameBytes() {
    const Parts parts{{u"a"_s, "1"}, {u"b"_s, QByteArray(1000, 'x')}};
    QCOMPARE(zipOf(parts), zipOf(parts));
}

void TestZipArchive::cutOff_fails() {
    const QByteArray whole = zipOf({{u"a"_s, noise(1000)}, {u"b"_s, "2"}});
    for (qsizetype size = 1; size < whole.size(); size += 7) {
        const auto zip = openZip(whole.first(size));
        QVERIFY(!zip.ok());
        QVERIFY(zip.error().message.id == u"zip.truncated"_s
                || zip.error().message.id == u"zip.damaged"_s);
    }
}

/// A byte of the packed content is another one: reading fails, and the failure is at hand.
void TestZipArchive::flippedByte_isFound() {
    QByteArray bytes = zipOf({{u"a"_s, noise(10'000)}});
    bytes[5000] = char(bytes.at(5000) ^ 1);
    auto zip = openZip(bytes);
    QVERIFY(zip.ok());
    const auto read = (*zip)->bytes(0, 100'000);
    QVERIFY(!read.ok());
    QCOMPARE(read.error().message.id, u"zip.damaged"_s);
}

void TestZipArchive::limits_areKept_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("opens");
    // Limits of the test: 3 entries, 100,000 bytes, 50 to 1 above 10,000 bytes.
    QTest::newRow("entries at") << zipOf({{u"a"_s, ""}, {u"b"_s, ""}, {u"c"_s, ""}}) << true;
    QTest::newRow("entries above")
        << zipOf({{u"a"_s, ""}, {u"b"_s, ""}, {u"c"_s, ""}, {u"d"_s, ""}}) << false;
    QTest::newRow("bytes at") << zipOf({{u"a"_s, noise(50'000)}, {u"b"_s, noise(50'000)}}) << true;
    QTest::newRow("bytes above") << zipOf({{u"a"_s, noise(50'000)}, {u"b"_s, noise(50'001)}})
                                 << false;
    QTest::newRow("ratio of a small one") << zipOf({{u"a"_s, QByteArray(10'000, 'x')}}) << true;
    QTest::newRow("ratio of a large one") << zipOf({{u"a"_s, QByteArray(90'000, 'x')}}) << false;
}

void TestZipArchive::limits_areKept() {
    QFETCH(QByteArray, bytes);
    const auto zip =
        openZip(bytes, {.entries = 3, .bytes = 100'000, .ratio = 50, .ratioFrom = 10'000});
    QTEST(zip.ok(), "opens");
    if (!zip.ok())
        QCOMPARE(zip.error().message.id, u"zip.bomb"_s);
}

/// The directory's end promises more entries than are allowed; nobody looks for them.
void TestZipArchive::directoryOfMillions_isRefusedUnread() {
    QByteArray bytes = zipOf({{u"a"_s, "1"}});
    const qsizetype end = bytes.lastIndexOf("PK\x05\x06");
    bytes[end + 10] = char(0xFE);
    bytes[end + 11] = char(0xFF);
    const auto zip = openZip(bytes, {.entries = 100});
    QVERIFY(!zip.ok());
    QCOMPARE(zip.error().message.id, u"zip.bomb"_s);
}

void TestZipArchive::takenName_fails() {
    const QTemporaryDir folder;
    auto writer = ZipWriter::create(folder.filePath(u"a.zip"_s));
    QVERIFY((*writer)->addBytes(u"a"_s, "1").ok());
    const auto again = (*writer)->addBytes(u"a"_s, "2");
    QVERIFY(!again.ok());
    QCOMPARE(again.error().message.id, u"zip.write"_s);
}

void TestZipArchive::missingFile_leavesTheOlderArchive() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.zip"_s);
    QFile older(path);
    QVERIFY(older.open(QIODevice::WriteOnly));
    older.write("older");
    older.close();
    auto writer = ZipWriter::create(path);
    QVERIFY(writer.ok());
    (void)(*writer)->addFile(u"a"_s, folder.filePath(u"none"_s));
    const auto finished = (*writer)->finish();
    QVERIFY(!finished.ok());
    QCOMPARE(finished.error().message.id, u"zip.write"_s);
    QVERIFY(older.open(QIODevice::ReadOnly));
    QCOMPARE(older.readAll(), QByteArray("older"));
}

void TestZipArchive::stopped_leavesTheOlderArchive() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.zip"_s);
    auto writer = ZipWriter::create(path);
    QVERIFY((*writer)->addBytes(u"a"_s, noise(3'000'000)).ok());
    const auto finished = (*writer)->finish([](double) { return false; });
    QVERIFY(!finished.ok());
    QCOMPARE(finished.error().kind, ErrorKind::Cancelled);
    writer->reset();
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList());
}

void TestZipArchive::unfinished_leavesNothing() {
    const QTemporaryDir folder;
    {
        auto writer = ZipWriter::create(folder.filePath(u"a.zip"_s));
        QVERIFY((*writer)->addBytes(u"a"_s, "1").ok());
    }
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList());
}

void TestZipArchive::safePaths_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("safe");
    const auto row = [](const QString &path, bool safe) {
        QTest::newRow(qPrintable(path)) << path << safe;
    };
    row(u"a"_s, true);
    row(u"a/b.csv"_s, true);
    row(u"表/苏州.csv"_s, true);
    row(u".hidden"_s, true);
    row(u"/a"_s, false);
    row(u"a/"_s, false);
    row(u"a//b"_s, false);
    row(u"."_s, false);
    row(u".."_s, false);
    row(u"../a"_s, false);
    row(u"a/../b"_s, false);
    row(u"a\\b"_s, false);
    row(u"C:a"_s, false);
    row(u"a."_s, false);
    row(u"a /b"_s, false);
    row(u"a\nb"_s, false);
    row(QString(), false);
}

void TestZipArchive::safePaths() {
    QFETCH(QString, path);
    QTEST(isSafeArchivePath(path), "safe");
}

} // namespace dw::test

using dw::test::TestZipArchive;
DW_TEST(TestZipArchive)

#include "tst_ziparchive.moc"
