// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/diagnostics/diagnostics.h"

#include "core/exchange/ziparchive.h"
#include "core/services/works.h"
#include "tests/core/services/workspacefixture.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// What is handed to a stranger who helps names nobody.
class TestDiagnostics : public QObject {
    Q_OBJECT

private slots:
    void bundle_holdsNoPersonalData();
    void bundle_holdsWhatHelps();
    void counts_areRounded_data();
    void counts_areRounded();
    void placeThatCannotBeWritten_isAnError();
    void olderFile_standsUntilTheNewOneIsWhole();

private:
    /// All entries of an archive by name.
    static QHash<QString, QByteArray> unpacked(const QString &path);
    static ProgramFacts facts() {
        return {u"0.1.0"_s, u"offscreen"_s, u"800×600 at 100 %"_s, u"light, en"_s, u"write"_s};
    }
};

QHash<QString, QByteArray> TestDiagnostics::unpacked(const QString &path) {
    auto device = std::make_unique<QFile>(path);
    [&] { QVERIFY(device->open(QIODevice::ReadOnly)); }();
    const auto zip = must(ZipReader::open(std::move(device)));
    QHash<QString, QByteArray> all;
    for (size_t i = 0; i < zip->entries().size(); ++i)
        all.insert(zip->entries()[i].name, must(zip->bytes(qsizetype(i), 10'000'000)));
    return all;
}

void TestDiagnostics::bundle_holdsNoPersonalData() {
    WorkspaceFixture f;
    f.create(u"account"_s, u"name=Zanzibar Freight"_s);
    f.create(u"contact"_s, u"name=Xaviera Quill|phone=+8613812345678|email=xq@zanzibar.example"_s);
    f.create(u"person"_s, u"name=Yolanda Marked"_s);
    f.create(u"note"_s, u"title=zebra secret"_s);
    must(f.run(settingWork(u"test.key"_s, SettingScope::Team, u"walrus"_s, f.origin())));
    const QString log = f.folder() + u"/test.log"_s;
    QFile file(log);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "2026-03-05 warning told “Xaviera Quill” at xq@zanzibar.example, +86 138 1234 5678\n");
    file.close();
    const QString path = f.folder() + u"/bundle.zip"_s;
    const WorkspacePaths paths = f.workspace().paths();
    must(writeDiagnostics(path, diagnosticReport(f.reader(), paths, facts()), {log}));
    const auto entries = unpacked(path);
    QCOMPARE(entries.size(), 2);
    for (auto it = entries.cbegin(); it != entries.cend(); ++it) {
        const QString text = it.key() + QString::fromUtf8(it.value());
        for (const QString &mark :
             {u"Zanzibar"_s, u"Xaviera"_s, u"Yolanda"_s, u"zebra"_s, u"walrus"_s, u"13812345678"_s,
              u"1234 5678"_s, u"xq@"_s, f.folder(), QSysInfo::machineHostName(),
              f.workspace().actor().text()})
            QVERIFY2(mark.isEmpty() || !text.contains(mark, Qt::CaseInsensitive),
                     qPrintable(it.key() + u": "_s + mark));
    }
}

void TestDiagnostics::bundle_holdsWhatHelps() {
    WorkspaceFixture f;
    for (int i = 0; i < 123; ++i)
        f.create(u"account"_s, u"name=A %1"_s.arg(i));
    must(f.run(settingWork(u"test.key"_s, SettingScope::Team, u"walrus"_s, f.origin())));
    const QJsonObject report = diagnosticReport(f.reader(), f.workspace().paths(), facts());
    QCOMPARE(report[u"program"_s][u"version"_s].toString(), u"0.1.0"_s);
    QVERIFY(!report[u"program"_s][u"sqlite"_s].toString().isEmpty());
    QCOMPARE(report[u"workspace"_s][u"rows"_s][u"account"_s].toInteger(), 120);
    QVERIFY(report[u"workspace"_s][u"bytes"_s].toInteger() > 0);
    QVERIFY(report[u"workspace"_s][u"settings"_s].toArray().contains(u"test.key"_s));
}

void TestDiagnostics::counts_areRounded_data() {
    QTest::addColumn<qint64>("count");
    QTest::addColumn<qint64>("rounded");
    QTest::newRow("none") << qint64(0) << qint64(0);
    QTest::newRow("two figures") << qint64(99) << qint64(99);
    QTest::newRow("three") << qint64(100) << qint64(100);
    QTest::newRow("cut off") << qint64(109) << qint64(100);
    QTest::newRow("many") << qint64(1'234'567) << qint64(1'200'000);
}

void TestDiagnostics::counts_areRounded() {
    QFETCH(const qint64, count);
    QTEST(roundedCount(count), "rounded");
}

void TestDiagnostics::placeThatCannotBeWritten_isAnError() {
    WorkspaceFixture f;
    const auto written = writeDiagnostics(f.folder() + u"/nowhere/bundle.zip"_s, {}, {});
    QVERIFY(!written);
    QCOMPARE(written.error().message.id, u"zip.write"_s);
}

void TestDiagnostics::olderFile_standsUntilTheNewOneIsWhole() {
    WorkspaceFixture f;
    const QString path = f.folder() + u"/bundle.zip"_s;
    must(writeDiagnostics(path, {{u"first"_s, 1}}, {}));
    must(writeDiagnostics(path, {{u"second"_s, 2}}, {f.folder() + u"/missing.log"_s}));
    QVERIFY(unpacked(path).value(u"report.json"_s).contains("second"));
}

} // namespace dw::test

using dw::test::TestDiagnostics;
DW_TEST(TestDiagnostics)

#include "tst_diagnostics.moc"
