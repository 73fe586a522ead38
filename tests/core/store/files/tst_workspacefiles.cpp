// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/files/workspacefiles.h"

#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// Where a workspace may lie, and what its folder is made of.
class TestWorkspaceFiles : public QObject {
    Q_OBJECT

private slots:
    void paths_ofWhatWasTyped_data();
    void paths_ofWhatWasTyped();
    void makeFolders_makesAllParts_andTakesThoseThatAreThere();
    void makeFolders_whereAFileLies_fails();
    void makeFolders_whereNobodyMayWrite_fails();
    void nearestFolder_isThereOrAbove();
    void syncFile_ofNothing_fails();
    void kind_ofAFileSystem_data();
    void kind_ofAFileSystem();
    void kind_ofANamedFolder_data();
    void kind_ofANamedFolder();
    void kind_ofAMarkedFolder_data();
    void kind_ofAMarkedFolder();
    void kind_ofThisFolder_isLocal();
};

void TestWorkspaceFiles::paths_ofWhatWasTyped_data() {
    QTest::addColumn<QString>("typed"); // %1: an existing folder
    QTest::addColumn<QString>("folder");
    QTest::newRow("folder") << u"%1"_s << u"%1"_s;
    QTest::newRow("slash") << u"%1/"_s << u"%1"_s;
    QTest::newRow("its file") << u"%1/workspace.dealwright"_s << u"%1"_s;
    QTest::newRow("another file") << u"%1/copy.dealwright"_s << u"%1"_s;
    QTest::newRow("folder that is not there") << u"%1/sales"_s << u"%1/sales"_s;
    QTest::newRow("dots") << u"%1/a/../b/./workspace.dealwright"_s << u"%1/b"_s;
    QTest::newRow("folder of that name") << u"%1/team.dealwright"_s << u"%1/team.dealwright"_s;
    QTest::newRow("blanks and signs") << u"%1/苏州 50% O'Neill"_s << u"%1/苏州 50% O'Neill"_s;
}

void TestWorkspaceFiles::paths_ofWhatWasTyped() {
    QFETCH(const QString, typed);
    QFETCH(const QString, folder);
    const QTemporaryDir dir;
    QVERIFY(QDir(dir.path()).mkdir(u"team.dealwright"_s));
    const auto paths = WorkspacePaths::of(QString(typed).replace(u"%1"_s, dir.path()));
    QCOMPARE(paths.folder, QString(folder).replace(u"%1"_s, dir.path()));
    QCOMPARE(paths.database(), paths.folder + u"/workspace.dealwright"_s);
    QCOMPARE(paths.lock(), paths.folder + u"/workspace.lock"_s);
}

void TestWorkspaceFiles::makeFolders_makesAllParts_andTakesThoseThatAreThere() {
    const QTemporaryDir dir;
    const auto paths = WorkspacePaths::of(dir.filePath(u"a/b"_s));
    for (int i = 0; i < 2; ++i) {
        const auto made = makeFolders(paths);
        QVERIFY2(made, qPrintable(failure(made)));
        for (const QString &part : {paths.files(), paths.jobs(), paths.backups()})
            QVERIFY(QFileInfo(part).isDir());
        QVERIFY(!QFile::exists(paths.database()));
    }
}

void TestWorkspaceFiles::makeFolders_whereAFileLies_fails() {
    const QTemporaryDir dir;
    QFile file(dir.filePath(u"jobs"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto made = makeFolders(WorkspacePaths::of(dir.path()));
    QCOMPARE(messageId(made), u"workspace.readonly"_s);
    QCOMPARE(made.error().kind, ErrorKind::Io);
    QCOMPARE(made.error().message.args.value(u"folder"_s),
             QDir::toNativeSeparators(file.fileName()));
}

void TestWorkspaceFiles::makeFolders_whereNobodyMayWrite_fails() {
    if (!canFork())
        QSKIP("no fork on this system");
    const QTemporaryDir dir;
    QVERIFY(QFile::setPermissions(dir.path(), QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther
                                                  | QFile::ExeOther));
    const int code = inChild(RunAs::Nobody, [&] {
        const auto made = makeFolders(WorkspacePaths::of(dir.filePath(u"sales"_s)));
        return messageId(made) == u"workspace.readonly"_s ? 0 : 1;
    });
    QVERIFY(
        QFile::setPermissions(dir.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QCOMPARE(code, 0);
    QVERIFY(!QFile::exists(dir.filePath(u"sales"_s)));
}

void TestWorkspaceFiles::nearestFolder_isThereOrAbove() {
    const QTemporaryDir dir;
    QCOMPARE(nearestFolder(dir.path()), dir.path());
    QCOMPARE(nearestFolder(dir.filePath(u"a/b/c"_s)), dir.path());
    QFile file(dir.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(nearestFolder(file.fileName()), dir.path());
    QCOMPARE(nearestFolder(u"/no such folder/at all"_s), QDir::rootPath());
}

void TestWorkspaceFiles::syncFile_ofNothing_fails() {
    const QTemporaryDir dir;
    QFile file(dir.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("x") == 1);
    file.close();
    QVERIFY(syncFile(file.fileName()));
    QVERIFY(!syncFile(dir.path()));
    QVERIFY(!syncFile(dir.filePath(u"no folder/file"_s)));
}

void TestWorkspaceFiles::kind_ofAFileSystem_data() {
    QTest::addColumn<QString>("fileSystem");
    QTest::addColumn<QString>("kind");
    for (const char *local : {"ext4", "xfs", "btrfs", "zfs", "tmpfs", "overlay", "vfat", "exfat",
                              "ntfs", "ntfs3", "fuseblk", "apfs", "NTFS", "", "something new"})
        QTest::newRow(local) << QString::fromLatin1(local) << QString();
    QTest::newRow("nfs") << u"nfs"_s << u"NFS"_s;
    QTest::newRow("nfs4") << u"nfs4"_s << u"NFS"_s;
    QTest::newRow("cifs") << u"cifs"_s << u"SMB"_s;
    QTest::newRow("smb3") << u"smb3"_s << u"SMB"_s;
    QTest::newRow("capitals") << u"CIFS"_s << u"SMB"_s;
    QTest::newRow("Windows share") << u"remote"_s << u"SMB"_s;
    QTest::newRow("webdav") << u"webdav"_s << u"WebDAV"_s;
    QTest::newRow("sshfs") << u"fuse.sshfs"_s << u"SSHFS"_s;
    QTest::newRow("9p") << u"9p"_s << u"9P"_s;
}

void TestWorkspaceFiles::kind_ofAFileSystem() {
    QFETCH(const QString, fileSystem);
    QFETCH(const QString, kind);
    const QTemporaryDir dir;
    const auto checked = checkFolderKind(dir.path(), fileSystem);
    QCOMPARE(messageId(checked), kind.isEmpty() ? u"ok"_s : u"workspace.network"_s);
    if (kind.isEmpty())
        return;
    QCOMPARE(checked.error().kind, ErrorKind::Refused);
    QCOMPARE(checked.error().message.args.value(u"kind"_s), kind);
    QCOMPARE(checked.error().message.args.value(u"folder"_s), QDir::toNativeSeparators(dir.path()));
}

void TestWorkspaceFiles::kind_ofANamedFolder_data() {
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("kind");
    const auto row = [](const QString &folder, const QString &kind) {
        QTest::newRow(qPrintable(folder)) << folder << kind;
    };
    row(u"Dropbox/sales"_s, u"Dropbox"_s);
    row(u"DROPBOX"_s, u"Dropbox"_s);
    row(u"Dropbox (Acme)/team/sales"_s, u"Dropbox"_s);
    row(u"OneDrive"_s, u"OneDrive"_s);
    row(u"OneDrive - Acme/sales"_s, u"OneDrive"_s);
    row(u"Library/CloudStorage/Box-Box/sales"_s, u"Box-Box"_s);
    row(u"Google Drive/sales"_s, u"Google Drive"_s);
    row(u"坚果云/销售"_s, u"坚果云 (Nutstore)"_s);
    row(u"我的坚果云/销售"_s, u"坚果云 (Nutstore)"_s);
    row(u"BaiduSyncdisk/sales"_s, u"百度网盘"_s);
    row(u"Nextcloud/sales"_s, u"Nextcloud"_s);
    row(u"sales"_s, {});
    row(u"Dropboxes/sales"_s, {});
    row(u"my dropbox notes/sales"_s, {});
    row(u"onedrives"_s, {});
    row(u"Box/sales"_s, {});
}

void TestWorkspaceFiles::kind_ofANamedFolder() {
    QFETCH(const QString, folder);
    QFETCH(const QString, kind);
    const QTemporaryDir dir;
    // It need not be there yet.
    for (const bool isThere : {false, true}) {
        if (isThere)
            QVERIFY(QDir(dir.path()).mkpath(folder));
        const auto checked = checkFolderKind(dir.filePath(folder), u"ext4"_s);
        QCOMPARE(messageId(checked), kind.isEmpty() ? u"ok"_s : u"workspace.network"_s);
        if (!kind.isEmpty())
            QCOMPARE(checked.error().message.args.value(u"kind"_s), kind);
    }
}

void TestWorkspaceFiles::kind_ofAMarkedFolder_data() {
    QTest::addColumn<QString>("marker");
    QTest::addColumn<QString>("kind");
    QTest::newRow("dropbox") << u".dropbox.cache"_s << u"Dropbox"_s;
    QTest::newRow("syncthing") << u".stfolder"_s << u"Syncthing"_s;
    QTest::newRow("resilio") << u".sync/ID"_s << u"Resilio Sync"_s;
    QTest::newRow("nextcloud") << u".nextcloudsync.log"_s << u"Nextcloud"_s;
    QTest::newRow("a mere setting") << u".dropbox"_s << QString();
}

void TestWorkspaceFiles::kind_ofAMarkedFolder() {
    QFETCH(const QString, marker);
    QFETCH(const QString, kind);
    const QTemporaryDir dir;
    QVERIFY(QDir(dir.path()).mkpath(u"team/sales"_s));
    QVERIFY(QDir(dir.path()).mkpath(QFileInfo(marker).path()));
    QFile file(dir.filePath(marker));
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (const QString &folder : {u"."_s, u"team/sales"_s, u"team/sales/not/there"_s}) {
        const auto checked = checkFolderKind(dir.filePath(folder), u"ext4"_s);
        QCOMPARE(messageId(checked), kind.isEmpty() ? u"ok"_s : u"workspace.network"_s);
        if (!kind.isEmpty())
            QCOMPARE(checked.error().message.args.value(u"kind"_s), kind);
    }
}

void TestWorkspaceFiles::kind_ofThisFolder_isLocal() {
    const QTemporaryDir dir;
    // A root without a list of its mounts cannot tell; what is not known is not refused.
    QCOMPARE(fileSystemOf(dir.path()).isEmpty(),
             QStorageInfo(dir.path()).fileSystemType().isEmpty());
    QCOMPARE(fileSystemOf(dir.filePath(u"not/there"_s)), fileSystemOf(dir.path()));
    const auto checked = checkFolderKind(dir.path());
    QVERIFY2(checked, qPrintable(failure(checked)));
}

} // namespace dw::test

using dw::test::TestWorkspaceFiles;
DW_TEST(TestWorkspaceFiles)

#include "tst_workspacefiles.moc"
