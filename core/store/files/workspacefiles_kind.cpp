// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/files/workspacefiles.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>
#include <array>

#if defined(Q_OS_LINUX)
#    include <sys/vfs.h>
#elif defined(Q_OS_WIN)
#    include <windows.h>
#endif

namespace dw {
using namespace Qt::StringLiterals;

namespace {

struct Kind {
    QStringView name;
    QStringView shown; ///< What people call it.
};

/// File systems whose locks and shared memory end at one machine, or reach another late.
constexpr std::array networkKinds{
    Kind{u"nfs", u"NFS"},
    Kind{u"nfs4", u"NFS"},
    Kind{u"cifs", u"SMB"},
    Kind{u"smb", u"SMB"},
    Kind{u"smb2", u"SMB"},
    Kind{u"smb3", u"SMB"},
    Kind{u"smbfs", u"SMB"},
    Kind{u"remote", u"SMB"},
    Kind{u"afpfs", u"AFP"},
    Kind{u"webdav", u"WebDAV"},
    Kind{u"davfs", u"WebDAV"},
    Kind{u"fuse.davfs", u"WebDAV"},
    Kind{u"fuse.davfs2", u"WebDAV"},
    Kind{u"fuse.sshfs", u"SSHFS"},
    Kind{u"fuse.rclone", u"rclone"},
    Kind{u"fuse.s3fs", u"S3"},
    Kind{u"fuse.gvfsd-fuse", u"GVfs"},
    Kind{u"fuse.kio-fuse", u"KIO"},
    Kind{u"fuse.curlftpfs", u"FTP"},
    Kind{u"fuse.google-drive-ocamlfuse", u"Google Drive"},
    Kind{u"fuse.onedriver", u"OneDrive"},
    Kind{u"fuse.glusterfs", u"GlusterFS"},
    Kind{u"fuse.ceph", u"Ceph"},
    Kind{u"ceph", u"Ceph"},
    Kind{u"lustre", u"Lustre"},
    Kind{u"gpfs", u"GPFS"},
    Kind{u"beegfs", u"BeeGFS"},
    Kind{u"ocfs2", u"OCFS2"},
    Kind{u"gfs2", u"GFS2"},
    Kind{u"afs", u"AFS"},
    Kind{u"coda", u"Coda"},
    Kind{u"ncpfs", u"NCP"},
    Kind{u"9p", u"9P"},
    Kind{u"vboxsf", u"VirtualBox"},
    Kind{u"vmhgfs", u"VMware"},
    Kind{u"fuse.vmhgfs-fuse", u"VMware"},
    Kind{u"prl_fs", u"Parallels"},
};

/// Names that services give the folders they keep in step, folded; a blank at the end stands for
/// "and anything behind it".
constexpr std::array syncedNames{
    Kind{u"dropbox", u"Dropbox"},
    Kind{u"dropbox ", u"Dropbox"},
    Kind{u"onedrive", u"OneDrive"},
    Kind{u"onedrive ", u"OneDrive"},
    Kind{u"icloud drive", u"iCloud Drive"},
    Kind{u"iclouddrive", u"iCloud Drive"},
    Kind{u"com~apple~clouddocs", u"iCloud Drive"},
    Kind{u"google drive", u"Google Drive"},
    Kind{u"googledrive", u"Google Drive"},
    Kind{u"我的云端硬盘", u"Google Drive"},
    Kind{u"nutstore", u"坚果云 (Nutstore)"},
    Kind{u"nutstore files", u"坚果云 (Nutstore)"},
    Kind{u"坚果云", u"坚果云 (Nutstore)"},
    Kind{u"我的坚果云", u"坚果云 (Nutstore)"},
    Kind{u"baidusyncdisk", u"百度网盘"},
    Kind{u"百度网盘同步空间", u"百度网盘"},
    Kind{u"wpsdrive", u"WPS 云盘"},
    Kind{u"微云同步助手", u"腾讯微云"},
    Kind{u"nextcloud", u"Nextcloud"},
    Kind{u"owncloud", u"ownCloud"},
    Kind{u"seafile", u"Seafile"},
    Kind{u"seadrive", u"Seafile"},
    Kind{u"synologydrive", u"Synology Drive"},
    Kind{u"pcloud drive", u"pCloud"},
    Kind{u"pclouddrive", u"pCloud"},
    Kind{u"megasync", u"MEGA"},
    Kind{u"box sync", u"Box"},
};

/// What services put inside the folders that they keep in step (and nowhere else: `~/.dropbox` is a
/// mere setting).
constexpr std::array syncedMarkers{
    Kind{u".dropbox.cache", u"Dropbox"},
    Kind{u".stfolder", u"Syncthing"},
    Kind{u".sync/ID", u"Resilio Sync"},
    Kind{u".tmp.drivedownload", u"Google Drive"},
    Kind{u".nextcloudsync.log", u"Nextcloud"},
    Kind{u".owncloudsync.log", u"ownCloud"},
    Kind{u".849C9593-D756-4E56-8D6E-42412F2A707B", u"OneDrive"},
};

bool matchesName(const Kind &kind, const QString &folded) {
    return kind.name.endsWith(u' ') ? folded.startsWith(kind.name) : folded == kind.name;
}

/// The service that keeps the folder or one above it in step; empty when none is known.
QString syncService(const QString &folder) {
    const QString path = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
    if (path.contains(u"/Library/CloudStorage/"_s))
        return path.section(u"/Library/CloudStorage/"_s, 1).section(u'/', 0, 0);
    const QStringList parts = path.toCaseFolded().split(u'/', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        for (const Kind &kind : syncedNames) {
            if (matchesName(kind, part))
                return kind.shown.toString();
        }
    }
    QDir dir(nearestFolder(path));
    do {
        for (const Kind &marker : syncedMarkers) {
            if (dir.exists(marker.name.toString()))
                return marker.shown.toString();
        }
    } while (dir.cdUp());
    return {};
}

#ifdef Q_OS_LINUX
/// Asked of the folder itself: the list of mounts can be hidden or out of date.
QString networkTypeOf(const QString &folder) {
    constexpr std::array<std::pair<quint32, const char *>, 13> types{{{0x6969, "nfs"},
                                                                      {0x517B, "smb"},
                                                                      {0xFF534D42, "cifs"},
                                                                      {0xFE534D42, "smb2"},
                                                                      {0x01021997, "9p"},
                                                                      {0x00C36400, "ceph"},
                                                                      {0x5346414F, "afs"},
                                                                      {0x73757245, "coda"},
                                                                      {0x786F4256, "vboxsf"},
                                                                      {0x0BD00BD0, "lustre"},
                                                                      {0x47504653, "gpfs"},
                                                                      {0x7461636F, "ocfs2"},
                                                                      {0x564C, "ncpfs"}}};
    struct statfs about {};
    if (statfs(QFile::encodeName(folder).constData(), &about) != 0)
        return {};
    for (const auto &[magic, name] : types) {
        if (quint32(about.f_type) == magic)
            return QString::fromLatin1(name);
    }
    return {};
}
#elif defined(Q_OS_WIN)
QString networkTypeOf(const QString &folder) {
    const QString native = QDir::toNativeSeparators(folder);
    const bool isShare = native.startsWith(u"\\\\"_s);
    const QString root = native.left(3);
    const bool isRemote =
        isShare || GetDriveTypeW(reinterpret_cast<const wchar_t *>(root.utf16())) == DRIVE_REMOTE;
    return isRemote ? u"remote"_s : QString();
}
#else
QString networkTypeOf(const QString &) { return {}; }
#endif

Error networkError(const QString &folder, const QString &kind) {
    return makeError(ErrorKind::Refused, u"workspace.network"_s,
                     {{u"kind"_s, kind}, {u"folder"_s, QDir::toNativeSeparators(folder)}});
}

} // namespace

QString fileSystemOf(const QString &folder) {
    const QString there = nearestFolder(folder);
    const QString network = networkTypeOf(there);
    if (!network.isEmpty())
        return network;
    return QString::fromLatin1(QStorageInfo(there).fileSystemType());
}

Result<void> checkFolderKind(const QString &folder, const QString &fileSystem) {
    const QString type = fileSystem.toLower();
    for (const Kind &kind : networkKinds) {
        if (type == kind.name)
            return networkError(folder, kind.shown.toString());
    }
    if (const QString service = syncService(folder); !service.isEmpty())
        return networkError(folder, service);
    return {};
}

Result<void> checkFolderKind(const QString &folder) {
    return checkFolderKind(folder, fileSystemOf(folder));
}

} // namespace dw
