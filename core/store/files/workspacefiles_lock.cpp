// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/files/workspacefiles.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSysInfo>
#include <QThread>

#ifdef Q_OS_WIN
#    include <fcntl.h>
#    include <io.h>
#    include <windows.h>
#else
#    include <cerrno>
#    include <fcntl.h>
#    include <sys/file.h>
#    include <sys/stat.h>
#    include <unistd.h>
#endif

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestLock = 4096;

enum class Outcome { Taken, Held, ReadOnly, NoFolder, Full, Failed };

struct Attempt {
    Outcome outcome = Outcome::Failed;
    int fd = -1;
    int systemError = 0;
};

QString ownProgram() { return QFileInfo(QCoreApplication::applicationFilePath()).fileName(); }

/// One that just takes the lock has not yet written who it is.
bool isOwnProgram(const LockHolder &holder) {
    return holder.pid == 0 || holder.program == ownProgram();
}

LockHolder holderIn(const QByteArray &content) {
    const QJsonObject json = QJsonDocument::fromJson(content).object();
    // Written by a program, but anybody may have changed it since.
    return {json.value(u"pid"_s).toInteger(), json.value(u"host"_s).toString().left(100),
            json.value(u"program"_s).toString().left(100)};
}

QByteArray ownContent() {
    return QJsonDocument(QJsonObject{{u"pid"_s, QCoreApplication::applicationPid()},
                                     {u"host"_s, QSysInfo::machineHostName()},
                                     {u"program"_s, ownProgram()}})
        .toJson(QJsonDocument::Compact);
}

#ifdef Q_OS_WIN

Outcome outcomeOf(DWORD error) {
    switch (error) {
    case ERROR_SHARING_VIOLATION:
    case ERROR_LOCK_VIOLATION:
        return Outcome::Held;
    case ERROR_ACCESS_DENIED:
    case ERROR_WRITE_PROTECT:
        return Outcome::ReadOnly;
    case ERROR_PATH_NOT_FOUND:
        return Outcome::NoFolder;
    case ERROR_DISK_FULL:
    case ERROR_HANDLE_DISK_FULL:
        return Outcome::Full;
    default:
        return Outcome::Failed;
    }
}

/// Others may read who holds it; the handle goes with the process, however that ends.
Attempt lockFile(const QString &path) {
    HANDLE handle =
        CreateFileW(reinterpret_cast<const wchar_t *>(path.utf16()), GENERIC_READ | GENERIC_WRITE,
                    FILE_SHARE_READ, nullptr, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (handle == INVALID_HANDLE_VALUE) {
        const DWORD error = GetLastError();
        return {outcomeOf(error), -1, int(error)};
    }
    return {Outcome::Taken, _open_osfhandle(intptr_t(handle), _O_RDWR | _O_BINARY), 0};
}

Attempt writeContent(const QString &, int fd) {
    const QByteArray content = ownContent();
    HANDLE handle = HANDLE(_get_osfhandle(fd));
    DWORD written = 0;
    const bool done =
        SetFilePointer(handle, 0, nullptr, FILE_BEGIN) == 0 && SetEndOfFile(handle)
        && WriteFile(handle, content.constData(), DWORD(content.size()), &written, nullptr);
    if (done)
        return {Outcome::Taken, fd, 0};
    const DWORD error = GetLastError();
    _close(fd);
    return {outcomeOf(error), -1, int(error)};
}

void releaseFile(const QString &path, int fd) {
    _close(fd);
    QFile::remove(path);
}

#else

Outcome outcomeOf(int error) {
    switch (error) {
    case EWOULDBLOCK:
        return Outcome::Held;
    case EACCES:
    case EPERM:
    case EROFS:
        return Outcome::ReadOnly;
    case ENOENT:
    case ENOTDIR:
        return Outcome::NoFolder;
    case ENOSPC:
    case EDQUOT:
        return Outcome::Full;
    default:
        return Outcome::Failed;
    }
}

/// Closes the file and says why it could not be used.
Attempt giveUp(int fd, int error) {
    if (fd >= 0)
        ::close(fd);
    return {outcomeOf(error), -1, error};
}

bool isStillThere(const QByteArray &name, int fd) {
    struct stat own {};
    struct stat there {};
    return ::fstat(fd, &own) == 0 && ::stat(name.constData(), &there) == 0
           && own.st_ino == there.st_ino && own.st_dev == there.st_dev;
}

/// The kernel's lock decides, not the text inside: it goes with its process, however that ends.
Attempt lockFile(const QString &path) {
    const QByteArray name = QFile::encodeName(path);
    for (;;) {
        const int fd =
            ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0644);
        if (fd < 0)
            return giveUp(fd, errno);
        struct stat about {};
        if (::fstat(fd, &about) != 0 || !S_ISREG(about.st_mode))
            return giveUp(fd, EINVAL);
        if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
            const int error = errno;
            const Attempt failed = giveUp(fd, error);
            if (error == EINTR)
                continue;
            return failed;
        }
        if (isStillThere(name, fd))
            return {Outcome::Taken, fd, 0};
        // The one before removed its file between our opening and locking it.
        ::close(fd);
    }
}

Attempt writeContent(const QString &path, int fd) {
    const QByteArray content = ownContent();
    if (::ftruncate(fd, 0) == 0
        && ::pwrite(fd, content.constData(), size_t(content.size()), 0) == content.size())
        return {Outcome::Taken, fd, 0};
    const int error = errno;
    ::unlink(QFile::encodeName(path).constData());
    return giveUp(fd, error);
}

void releaseFile(const QString &path, int fd) {
    // While the lock is still held: who waits for this file notices that it is gone.
    if (isStillThere(QFile::encodeName(path), fd))
        ::unlink(QFile::encodeName(path).constData());
    ::close(fd);
}

#endif

Error heldError(const WorkspacePaths &paths) {
    const LockHolder holder = lockHolder(paths);
    const auto known = [](const QString &text) { return text.isEmpty() ? u"?"_s : text; };
    return makeError(ErrorKind::Busy, u"workspace.held"_s,
                     {{u"folder"_s, QDir::toNativeSeparators(paths.folder)},
                      {u"pid"_s, known(holder.pid > 0 ? QString::number(holder.pid) : QString())},
                      {u"host"_s, known(holder.host)},
                      {u"program"_s, known(holder.program)}});
}

Error lockError(const WorkspacePaths &paths, const Attempt &attempt) {
    const QMap<QString, QString> args{{u"folder"_s, QDir::toNativeSeparators(paths.folder)},
                                      {u"file"_s, QDir::toNativeSeparators(paths.lock())}};
    const QString detail = qt_error_string(attempt.systemError);
    switch (attempt.outcome) {
    case Outcome::Held:
        return heldError(paths);
    case Outcome::ReadOnly:
        return makeError(ErrorKind::Io, u"workspace.readonly"_s, args, detail);
    case Outcome::NoFolder:
        return makeError(ErrorKind::NotFound, u"workspace.none"_s, args, detail);
    case Outcome::Full:
        return makeError(ErrorKind::Full, u"store.full"_s, args, detail);
    case Outcome::Taken:
    case Outcome::Failed:
        break;
    }
    return makeError(ErrorKind::Io, u"workspace.lock"_s, args, detail);
}

/// Who held the file that was just locked and did not give it back: it still says so. Nothing in it
/// tells of nobody.
std::optional<LockHolder> leftIn(const Attempt &attempt) {
    QFile file;
    if (!file.open(attempt.fd, QIODevice::ReadOnly, QFileDevice::DontCloseHandle))
        return std::nullopt;
    const QByteArray content = file.read(longestLock);
    return content.isEmpty() ? std::nullopt : std::optional(holderIn(content));
}

} // namespace

LockHolder lockHolder(const WorkspacePaths &paths) {
    QFile file(paths.lock());
    if (!QFileInfo(paths.lock()).isFile() || !file.open(QIODevice::ReadOnly))
        return {};
    return holderIn(file.read(longestLock));
}

Result<std::unique_ptr<WorkspaceLock>> WorkspaceLock::take(const WorkspacePaths &paths,
                                                           int waitMs) {
    const QDeadlineTimer deadline(waitMs);
    Attempt attempt = lockFile(paths.lock());
    while (attempt.outcome == Outcome::Held && !deadline.hasExpired()
           && isOwnProgram(lockHolder(paths))) {
        // Not all at the same time: many may wait.
        QThread::msleep(10 + QRandomGenerator::global()->bounded(20U));
        attempt = lockFile(paths.lock());
    }
    std::optional<LockHolder> left;
    if (attempt.outcome == Outcome::Taken) {
        left = leftIn(attempt);
        attempt = writeContent(paths.lock(), attempt.fd);
    }
    if (attempt.outcome != Outcome::Taken)
        return lockError(paths, attempt);
    std::unique_ptr<WorkspaceLock> lock(new WorkspaceLock);
    lock->m_path = paths.lock();
    lock->m_left = std::move(left);
    lock->m_fd = attempt.fd;
    return lock;
}

WorkspaceLock::~WorkspaceLock() { releaseFile(m_path, m_fd); }

} // namespace dw
