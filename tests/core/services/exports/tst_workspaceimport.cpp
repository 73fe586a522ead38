// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/exports/workspaceimport.h"

#include "core/exchange/ziparchive.h"
#include "core/services/exports/workspaceexport.h"
#include "tests/core/services/exports/exportfixture.h"
#include "tests/support/faultyvfs.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// What is no whole export makes no workspace.
class TestWorkspaceImport : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { faultyvfs::reset(); }
    void bad_export_makesNothing_data();
    void bad_export_makesNothing();
    void bad_archive_makesNothing_data();
    void bad_archive_makesNothing();
    void archive_thatIsABomb_isRefused();
    void place_thatIsTaken_isRefused_data();
    void place_thatIsTaken_isRefused();
    void place_thatIsAnEmptyFolder_isTaken();
    void stopped_leavesNothing();
    void killed_leavesWhatTheNextOneClears();
    void running_isBusy();
    void disk_thatFillsUp_leavesNothing();
    void tellsHowFarItIs();

private:
    using Tamper = std::function<void(const QString &folder)>;
    static QByteArray read(const QString &path);
    static void write(const QString &path, const QByteArray &content);
    /// Changes a file and lets the manifest say what it then is.
    static void change(const QString &folder, const QString &path,
                       const std::function<void(QByteArray &)> &how);
    static void changeManifest(const QString &folder,
                               const std::function<void(QJsonObject &)> &how);
    static void changeTable(const QString &folder, const QString &name,
                            const std::function<void(QJsonObject &)> &how);
    [[nodiscard]] Result<WorkspaceImportReport> import(const QString &from,
                                                       const StopToken &stop = {}) {
        return importWorkspace(from, WorkspacePaths{m_dir->filePath(u"copy"_s)}, {}, stop,
                               faultyvfs::name());
    }
    /// Names of all that lies in the folder of the test.
    [[nodiscard]] QStringList there() const {
        return QDir(m_dir->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    }

    std::unique_ptr<ExportFixture> m_x;
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_export; ///< A folder of its own for each test.
};

QByteArray TestWorkspaceImport::read(const QString &path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(path));
    return file.readAll();
}

void TestWorkspaceImport::write(const QString &path, const QByteArray &content) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s cannot be written", qPrintable(path));
}

void TestWorkspaceImport::changeManifest(const QString &folder,
                                         const std::function<void(QJsonObject &)> &how) {
    const QString path = folder + u"/manifest.json"_s;
    QJsonObject manifest = QJsonDocument::fromJson(read(path)).object();
    how(manifest);
    write(path, QJsonDocument(manifest).toJson());
}

void TestWorkspaceImport::changeTable(const QString &folder, const QString &name,
                                      const std::function<void(QJsonObject &)> &how) {
    changeManifest(folder, [&](QJsonObject &manifest) {
        QJsonArray tables = manifest.value(u"tables"_s).toArray();
        for (qsizetype i = 0; i < tables.size(); ++i) {
            QJsonObject table = tables.at(i).toObject();
            if (table.value(u"name"_s).toString() == name)
                how(table);
            tables[i] = table;
        }
        manifest.insert(u"tables"_s, tables);
    });
}

void TestWorkspaceImport::change(const QString &folder, const QString &path,
                                 const std::function<void(QByteArray &)> &how) {
    QByteArray content = read(folder + u'/' + path);
    const QByteArray before = content;
    how(content);
    if (content == before)
        qFatal("%s was not changed", qPrintable(path));
    write(folder + u'/' + path, content);
    changeManifest(folder, [&](QJsonObject &manifest) {
        QJsonArray files = manifest.value(u"files"_s).toArray();
        for (qsizetype i = 0; i < files.size(); ++i) {
            QJsonObject file = files.at(i).toObject();
            if (file.value(u"path"_s).toString() == path) {
                file.insert(u"bytes"_s, content.size());
                file.insert(
                    u"sha256"_s,
                    QString::fromLatin1(
                        QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex()));
            }
            files[i] = file;
        }
        manifest.insert(u"files"_s, files);
    });
}

void TestWorkspaceImport::initTestCase() {
    m_x = std::make_unique<ExportFixture>();
    (void)must(exportWorkspace(m_x->source(), m_x->out(u"out"_s)));
    (void)must(exportWorkspace(m_x->source(), m_x->out(u"out.zip"_s)));
}

void TestWorkspaceImport::init() {
    m_dir = std::make_unique<QTemporaryDir>();
    m_export = m_dir->filePath(u"export"_s);
    const auto files = ExportFixture::filesBelow(m_x->out(u"out"_s));
    for (auto it = files.begin(); it != files.end(); ++it) {
        QVERIFY(QDir().mkpath(QFileInfo(m_export + u'/' + it.key()).path()));
        write(m_export + u'/' + it.key(), *it);
    }
}

void TestWorkspaceImport::bad_export_makesNothing_data() {
    QTest::addColumn<Tamper>("tamper");
    QTest::addColumn<QString>("id");
    const auto row = [](const char *name, const QString &id, const Tamper &tamper) {
        QTest::newRow(name) << tamper << id;
    };
    const auto manifest = [](const QString &member, const QJsonValue &value) {
        return [=](const QString &folder) {
            changeManifest(folder, [&](QJsonObject &m) { m.insert(member, value); });
        };
    };
    const auto replaced = [](const QString &path, const QByteArray &before,
                             const QByteArray &after) {
        return [=](const QString &folder) {
            change(folder, path, [&](QByteArray &content) { content.replace(before, after); });
        };
    };
    row("no manifest", u"import.not_an_export"_s,
        [](const QString &folder) { QVERIFY(QFile::remove(folder + u"/manifest.json"_s)); });
    row("manifest of something else", u"import.not_an_export"_s, manifest(u"format"_s, u"other"_s));
    row("manifest cut off", u"import.not_an_export"_s, [](const QString &folder) {
        write(folder + u"/manifest.json"_s, read(folder + u"/manifest.json"_s).chopped(9));
    });
    row("a later form", u"import.newer_export"_s, manifest(u"version"_s, 2));
    row("a later schema", u"import.newer_export"_s, manifest(u"schema"_s, currentSchema() + 1));
    row("no schema", u"import.bad_manifest"_s, manifest(u"schema"_s, u"four"_s));
    row("no workspace", u"import.bad_manifest"_s, manifest(u"workspace"_s, u"x"_s));
    row("another device", u"import.bad_manifest"_s,
        manifest(u"device"_s, u"0189f7ea-ae2c-7def-8000-0123456789ab"_s));
    row("no tables", u"import.bad_manifest"_s, manifest(u"tables"_s, QJsonArray()));
    row("no files", u"import.bad_manifest"_s, manifest(u"files"_s, QJsonArray()));
    row("a path that leaves the folder", u"import.bad_manifest"_s, [](const QString &folder) {
        changeManifest(folder, [](QJsonObject &m) {
            QJsonArray files = m.value(u"files"_s).toArray();
            QJsonObject file = files.at(0).toObject();
            file.insert(u"path"_s, u"files/../../evil"_s);
            files.append(file);
            m.insert(u"files"_s, files);
        });
    });
    row("a file of another place", u"import.bad_manifest"_s, [](const QString &folder) {
        changeManifest(folder, [](QJsonObject &m) {
            QJsonArray files = m.value(u"files"_s).toArray();
            QJsonObject file = files.at(0).toObject();
            file.insert(u"path"_s, u"workspace.lock"_s);
            files.append(file);
            m.insert(u"files"_s, files);
        });
    });
    row("a huge count", u"import.bad_manifest"_s, [](const QString &folder) {
        changeTable(folder, u"deal"_s, [](QJsonObject &t) { t.insert(u"rows"_s, 1e300); });
    });
    row("another count", u"import.wrong_count"_s, [](const QString &folder) {
        changeTable(folder, u"deal"_s, [](QJsonObject &t) { t.insert(u"rows"_s, 9e15); });
    });
    row("a table that no workspace has", u"import.bad_manifest"_s, [](const QString &folder) {
        changeTable(folder, u"deal"_s, [](QJsonObject &t) { t.insert(u"name"_s, u"evil"_s); });
    });
    row("a table less", u"import.bad_table"_s, [](const QString &folder) {
        changeManifest(folder, [](QJsonObject &m) {
            QJsonArray tables = m.value(u"tables"_s).toArray();
            QJsonArray files = m.value(u"files"_s).toArray();
            const QString name = tables.first().toObject().value(u"name"_s).toString();
            tables.removeFirst();
            for (qsizetype i = 0; i < files.size(); ++i) {
                if (files.at(i).toObject().value(u"path"_s).toString()
                    == u"tables/%1.csv"_s.arg(name)) {
                    files.removeAt(i);
                    break;
                }
            }
            m.insert(u"tables"_s, tables);
            m.insert(u"files"_s, files);
        });
    });
    row("a column of another kind", u"import.bad_table"_s, [](const QString &folder) {
        changeTable(folder, u"tag"_s, [](QJsonObject &t) {
            QJsonArray columns = t.value(u"columns"_s).toArray();
            columns[0] = QJsonObject{{u"name"_s, u"id"_s}, {u"type"_s, u"text"_s}};
            t.insert(u"columns"_s, columns);
        });
    });
    row("a file that is missing", u"import.file_missing"_s,
        [](const QString &folder) { QVERIFY(QFile::remove(folder + u"/tables/deal.csv"_s)); });
    row("an attachment that is missing", u"import.file_missing"_s,
        [](const QString &folder) { QVERIFY(QFile::remove(folder + u"/files/ab/abc123"_s)); });
    row("a file that is cut off", u"import.wrong_file"_s, [](const QString &folder) {
        const QString path = folder + u"/tables/change_record.csv"_s;
        write(path, read(path).chopped(700));
    });
    row("a file that is longer", u"import.wrong_file"_s, [](const QString &folder) {
        const QString path = folder + u"/tables/deal.csv"_s;
        write(path, read(path) + "\r\n");
    });
    row("a changed byte", u"import.wrong_file"_s, [](const QString &folder) {
        const QString path = folder + u"/tables/account.csv"_s;
        QByteArray content = read(path);
        content.replace("Gone", "gone");
        write(path, content);
    });
    row("a changed attachment", u"import.wrong_file"_s, [](const QString &folder) {
        write(folder + u"/files/ab/abc123"_s, QByteArray("attached\0bytez", 14));
    });
    row("a changed description", u"import.wrong_file"_s,
        [](const QString &folder) { write(folder + u"/catalog.json"_s, "{}"); });
    // From here on the hashes fit: somebody made it so.
    row("another header", u"import.bad_line"_s,
        replaced(u"tables/deal.csv"_s, "short_id,", "long_id,"));
    row("a value that cannot be", u"import.bad_line"_s,
        replaced(u"tables/change_set.csv"_s, "0x", "1x"));
    row("a row that is there twice", u"import.bad_line"_s, [](const QString &folder) {
        change(folder, u"tables/tag.csv"_s,
               [](QByteArray &content) { content += content.mid(content.indexOf('\n') + 1); });
    });
    row("a row of fewer cells", u"import.bad_line"_s, [](const QString &folder) {
        change(folder, u"tables/tag.csv"_s, [](QByteArray &content) { content += "x\r\n"; });
    });
    row("bytes that are no text", u"csv.encoding"_s, [](const QString &folder) {
        change(folder, u"tables/tag.csv"_s, [](QByteArray &content) { content += "\xff\xff\r\n"; });
    });
    row("a quote that is never closed", u"csv.unclosed_quote"_s, [](const QString &folder) {
        change(folder, u"tables/tag.csv"_s, [](QByteArray &content) { content += "\"x\r\n"; });
    });
    row("a row past the history", u"import.damaged_export"_s,
        replaced(u"tables/account.csv"_s, "Gone", "Here"));
    row("a history that was rewritten", u"import.damaged_export"_s,
        replaced(u"tables/change_record.csv"_s, "476f6e65", "48657265"));
    row("meta of another workspace", u"import.bad_manifest"_s,
        replaced(u"meta.json"_s, "\"device\"", "\"Device\""));
    row("meta that is no object", u"import.bad_manifest"_s, [](const QString &folder) {
        change(folder, u"meta.json"_s, [](QByteArray &content) { content = "[]"; });
    });
}

void TestWorkspaceImport::bad_export_makesNothing() {
    QFETCH(Tamper, tamper);
    QFETCH(QString, id);
    tamper(m_export);
    const auto report = import(m_export);
    QCOMPARE(messageId(report), id);
    QCOMPARE(there(), QStringList{u"export"_s});
}

void TestWorkspaceImport::bad_archive_makesNothing_data() {
    QTest::addColumn<int>("kept"); // Bytes of it, or of its end where negative.
    QTest::addColumn<QString>("id");
    QTest::newRow("nothing") << 0 << u"import.not_an_export"_s;
    QTest::newRow("its beginning") << 4'000 << u"zip.truncated"_s;
    QTest::newRow("all but its last byte") << -1 << u"zip.truncated"_s;
}

void TestWorkspaceImport::bad_archive_makesNothing() {
    QFETCH(int, kept);
    QFETCH(QString, id);
    const QByteArray whole = read(m_x->out(u"out.zip"_s));
    const QString path = m_dir->filePath(u"bad.zip"_s);
    write(path, kept < 0 ? whole.chopped(-kept) : whole.left(kept));
    QCOMPARE(messageId(import(path)), id);
    QCOMPARE(there(), (QStringList{u"bad.zip"_s, u"export"_s}));
}

/// Half a gigabyte of zeros in half a megabyte.
void TestWorkspaceImport::archive_thatIsABomb_isRefused() {
    const QString path = m_dir->filePath(u"bomb.zip"_s);
    {
        const QString zeros = m_dir->filePath(u"zeros"_s);
        QFile file(zeros);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(512LL << 20));
        file.close();
        const auto archive = must(ZipWriter::create(path));
        must(archive->addFile(u"manifest.json"_s, zeros));
        must(archive->finish());
        QVERIFY(QFile::remove(zeros));
    }
    QCOMPARE(messageId(import(path)), u"zip.bomb"_s);
    QCOMPARE(there(), (QStringList{u"bomb.zip"_s, u"export"_s}));
}

void TestWorkspaceImport::place_thatIsTaken_isRefused_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("id");
    QTest::newRow("a workspace") << u"copy/workspace.dealwright"_s << u"workspace.exists"_s;
    QTest::newRow("something else") << u"copy/letter.txt"_s << u"import.folder_taken"_s;
    QTest::newRow("a file") << u"copy"_s << u"import.folder_taken"_s;
}

void TestWorkspaceImport::place_thatIsTaken_isRefused() {
    QFETCH(QString, file);
    QFETCH(QString, id);
    const QString path = m_dir->filePath(file);
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    write(path, "mine");
    QCOMPARE(messageId(import(m_export)), id);
    QCOMPARE(read(path), QByteArray("mine"));
    QCOMPARE(there(), (QStringList{u"copy"_s, u"export"_s}));
}

void TestWorkspaceImport::place_thatIsAnEmptyFolder_isTaken() {
    QVERIFY(QDir().mkpath(m_dir->filePath(u"copy"_s)));
    const auto report = import(m_export);
    QVERIFY2(report, qPrintable(failure(report)));
    QVERIFY(QFile::exists(m_dir->filePath(u"copy/workspace.dealwright"_s)));
    QCOMPARE(there(), (QStringList{u"copy"_s, u"export"_s}));
}

void TestWorkspaceImport::stopped_leavesNothing() {
    StopToken stop;
    stop.stop();
    QCOMPARE(messageId(import(m_export, stop)), u"cancelled"_s);
    QCOMPARE(there(), QStringList{u"export"_s});
}

void TestWorkspaceImport::killed_leavesWhatTheNextOneClears() {
    if (!canFork())
        QSKIP("no fork on this system");
    for (const int step : {1, 20, 200}) {
        const int code = inChild(RunAs::Self, [&] {
            faultyvfs::failAt(step, faultyvfs::Fault::Kill);
            return import(m_export) ? 0 : 1;
        });
        QVERIFY(code == 137 || code == 0);
        QVERIFY2(code == 0 || !QFile::exists(m_dir->filePath(u"copy"_s)),
                 "no workspace before it is whole");
        if (code == 0)
            QVERIFY(QDir(m_dir->filePath(u"copy"_s)).removeRecursively());
    }
    const auto report = import(m_export);
    QVERIFY2(report, qPrintable(failure(report)));
    QCOMPARE(there(), (QStringList{u"copy"_s, u"export"_s}));
}

void TestWorkspaceImport::running_isBusy() {
    const WorkspacePaths site{m_dir->filePath(u"copy.importing"_s)};
    QVERIFY(QDir().mkpath(site.folder));
    const auto lock = must(WorkspaceLock::take(site));
    const auto report = import(m_export);
    QCOMPARE(messageId(report), u"import.running"_s);
    QCOMPARE(report.error().kind, ErrorKind::Busy);
}

void TestWorkspaceImport::disk_thatFillsUp_leavesNothing() {
    for (const qint64 room : {0, 100'000, 400'000}) {
        faultyvfs::reset();
        faultyvfs::fillAfter(room);
        const auto report = import(m_export);
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::Full);
        QCOMPARE(there(), QStringList{u"export"_s});
    }
}

void TestWorkspaceImport::tellsHowFarItIs() {
    std::vector<std::pair<qint64, qint64>> told;
    const auto report =
        must(importWorkspace(m_export, WorkspacePaths{m_dir->filePath(u"copy"_s)},
                             [&](qint64 done, qint64 total) { told.emplace_back(done, total); }));
    QVERIFY(report.rows > 100);
    QCOMPARE(report.files, 2);
    for (const auto &[done, total] : told)
        QVERIFY(done <= total && total == report.rows);
}

} // namespace dw::test

using dw::test::TestWorkspaceImport;
DW_TEST(TestWorkspaceImport)

#include "tst_workspaceimport.moc"
