// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultyvfs.h"

#include <atomic>
#include <cstdlib>
#include <mutex>
#include <new>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

using faultyvfs::Fault;
using faultyvfs::Lasting;

constexpr int killedExit = 137;

struct Plan {
    std::atomic<int> steps = 0;
    std::atomic<int> at = 0; ///< 0 = never.
    std::atomic<Fault> fault = Fault::Io;
    std::atomic<bool> lasts = false;
    std::atomic<qint64> room = -1; ///< Bytes that the disk still takes; below 0 = any number.
    std::atomic<bool> failed = false;
};

Plan &plan() {
    static Plan shared;
    return shared;
}

enum class Verdict { Go, Io, Full, Kill };

/// Counts a step and says what is to become of it.
Verdict nextStep() {
    Plan &p = plan();
    const int step = ++p.steps;
    const int at = p.at;
    if (at == 0 || step < at || (step > at && !p.lasts))
        return Verdict::Go;
    p.failed = true;
    switch (p.fault) {
    case Fault::Full:
        return Verdict::Full;
    case Fault::Kill:
        return Verdict::Kill;
    case Fault::Io:
        break;
    }
    return Verdict::Io;
}

/// The code for a step that has no half; SQLITE_OK where it may go on.
int judge(int code) {
    const Verdict verdict = nextStep();
    if (verdict == Verdict::Kill)
        std::_Exit(killedExit);
    return verdict == Verdict::Go ? SQLITE_OK : code;
}

struct File {
    sqlite3_file base;
    sqlite3_file *real;
};

sqlite3_file *realOf(sqlite3_file *file) { return reinterpret_cast<File *>(file)->real; }

sqlite3_vfs *realOf(sqlite3_vfs *vfs) { return static_cast<sqlite3_vfs *>(vfs->pAppData); }

/// Takes the growth of a file from the room on the disk.
bool hasRoom(sqlite3_file *real, qint64 end) {
    Plan &p = plan();
    if (p.room < 0)
        return true;
    sqlite3_int64 size = 0;
    if (real->pMethods->xFileSize(real, &size) != SQLITE_OK || end <= size)
        return true;
    if (p.room < end - size) {
        p.failed = true;
        return false;
    }
    p.room -= end - size;
    return true;
}

int closeFile(sqlite3_file *file) { return realOf(file)->pMethods->xClose(realOf(file)); }

int readFile(sqlite3_file *file, void *to, int size, sqlite3_int64 at) {
    return realOf(file)->pMethods->xRead(realOf(file), to, size, at);
}

int writeFile(sqlite3_file *file, const void *from, int size, sqlite3_int64 at) {
    sqlite3_file *real = realOf(file);
    const Verdict verdict = nextStep();
    if (verdict == Verdict::Full || !hasRoom(real, at + size))
        return SQLITE_FULL;
    if (verdict == Verdict::Go)
        return real->pMethods->xWrite(real, from, size, at);
    real->pMethods->xWrite(real, from, size / 2, at);
    if (verdict == Verdict::Kill)
        std::_Exit(killedExit);
    return SQLITE_IOERR_WRITE;
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size) {
    const int code = judge(SQLITE_IOERR_TRUNCATE);
    return code == SQLITE_OK ? realOf(file)->pMethods->xTruncate(realOf(file), size) : code;
}

/// Only processes die here, never the system: what was written stays written, and tests need not
/// wait for the disk.
int syncFile(sqlite3_file *, int) { return judge(SQLITE_IOERR_FSYNC); }

int fileSize(sqlite3_file *file, sqlite3_int64 *size) {
    return realOf(file)->pMethods->xFileSize(realOf(file), size);
}

int lockFile(sqlite3_file *file, int kind) {
    return realOf(file)->pMethods->xLock(realOf(file), kind);
}

int unlockFile(sqlite3_file *file, int kind) {
    return realOf(file)->pMethods->xUnlock(realOf(file), kind);
}

int checkReservedLock(sqlite3_file *file, int *result) {
    return realOf(file)->pMethods->xCheckReservedLock(realOf(file), result);
}

int fileControl(sqlite3_file *file, int operation, void *argument) {
    return realOf(file)->pMethods->xFileControl(realOf(file), operation, argument);
}

int sectorSize(sqlite3_file *file) { return realOf(file)->pMethods->xSectorSize(realOf(file)); }

int deviceCharacteristics(sqlite3_file *file) {
    return realOf(file)->pMethods->xDeviceCharacteristics(realOf(file));
}

int shmMap(sqlite3_file *file, int page, int size, int extend, volatile void **memory) {
    return realOf(file)->pMethods->xShmMap(realOf(file), page, size, extend, memory);
}

int shmLock(sqlite3_file *file, int offset, int count, int flags) {
    return realOf(file)->pMethods->xShmLock(realOf(file), offset, count, flags);
}

void shmBarrier(sqlite3_file *file) { realOf(file)->pMethods->xShmBarrier(realOf(file)); }

int shmUnmap(sqlite3_file *file, int remove) {
    return realOf(file)->pMethods->xShmUnmap(realOf(file), remove);
}

/// Version 2: shared memory for WAL, no mapped reads (which no VFS would see).
const sqlite3_io_methods methods{2,
                                 closeFile,
                                 readFile,
                                 writeFile,
                                 truncateFile,
                                 syncFile,
                                 fileSize,
                                 lockFile,
                                 unlockFile,
                                 checkReservedLock,
                                 fileControl,
                                 sectorSize,
                                 deviceCharacteristics,
                                 shmMap,
                                 shmLock,
                                 shmBarrier,
                                 shmUnmap,
                                 nullptr,
                                 nullptr};

int openFile(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *outFlags) {
    file->pMethods = nullptr;
    const int code = judge(SQLITE_CANTOPEN);
    if (code != SQLITE_OK)
        return code;
    auto *own = new (file) File{};
    own->real = reinterpret_cast<sqlite3_file *>(own + 1);
    const int opened = realOf(vfs)->xOpen(realOf(vfs), path, own->real, flags, outFlags);
    if (own->real->pMethods)
        file->pMethods = &methods;
    return opened;
}

int deleteFile(sqlite3_vfs *vfs, const char *path, int) {
    const int code = judge(SQLITE_IOERR_DELETE);
    return code == SQLITE_OK ? realOf(vfs)->xDelete(realOf(vfs), path, 0) : code;
}

int accessFile(sqlite3_vfs *vfs, const char *path, int flags, int *result) {
    return realOf(vfs)->xAccess(realOf(vfs), path, flags, result);
}

int fullPathname(sqlite3_vfs *vfs, const char *path, int size, char *out) {
    return realOf(vfs)->xFullPathname(realOf(vfs), path, size, out);
}

int randomness(sqlite3_vfs *vfs, int size, char *out) {
    return realOf(vfs)->xRandomness(realOf(vfs), size, out);
}

int sleepFor(sqlite3_vfs *vfs, int microseconds) {
    return realOf(vfs)->xSleep(realOf(vfs), microseconds);
}

int currentTime(sqlite3_vfs *vfs, double *time) {
    return realOf(vfs)->xCurrentTime(realOf(vfs), time);
}

int lastSystemError(sqlite3_vfs *vfs, int size, char *out) {
    return realOf(vfs)->xGetLastError(realOf(vfs), size, out);
}

int currentTimeInt64(sqlite3_vfs *vfs, sqlite3_int64 *time) {
    return realOf(vfs)->xCurrentTimeInt64(realOf(vfs), time);
}

void registerVfs() {
    static sqlite3_vfs vfs{};
    sqlite3_vfs *real = sqlite3_vfs_find(nullptr);
    vfs.iVersion = 2;
    vfs.szOsFile = int(sizeof(File)) + real->szOsFile;
    vfs.mxPathname = real->mxPathname;
    vfs.zName = "faulty";
    vfs.pAppData = real;
    vfs.xOpen = openFile;
    vfs.xDelete = deleteFile;
    vfs.xAccess = accessFile;
    vfs.xFullPathname = fullPathname;
    vfs.xRandomness = randomness;
    vfs.xSleep = sleepFor;
    vfs.xCurrentTime = currentTime;
    vfs.xGetLastError = lastSystemError;
    vfs.xCurrentTimeInt64 = currentTimeInt64;
    const int registered = sqlite3_vfs_register(&vfs, 0);
    if (registered != SQLITE_OK)
        qFatal("the faulty VFS cannot be registered");
}

} // namespace

QString faultyvfs::name() {
    static std::once_flag once;
    std::call_once(once, registerVfs);
    return u"faulty"_s;
}

void faultyvfs::reset() {
    Plan &p = plan();
    p.at = 0;
    p.room = -1;
    p.steps = 0;
    p.failed = false;
}

void faultyvfs::failAt(int step, Fault fault, Lasting lasting) {
    reset();
    Plan &p = plan();
    p.fault = fault;
    p.lasts = lasting == Lasting::Forever;
    p.at = step;
}

void faultyvfs::fillAfter(qint64 bytes) {
    reset();
    plan().room = bytes;
}

int faultyvfs::steps() { return plan().steps; }

bool faultyvfs::hasFailed() { return plan().failed; }

std::vector<int> faultyvfs::stepsOf(int total, Thoroughness thoroughness) {
    constexpr int edge = 20;
    constexpr int stride = 16;
    const bool every =
        thoroughness == Thoroughness::Every || qEnvironmentVariableIsSet("DW_EVERY_STEP");
    std::vector<int> steps;
    for (int n = 1; n <= total + 1; ++n) {
        if (every || n <= edge || n > total - edge || n % stride == 0)
            steps.push_back(n);
    }
    return steps;
}

} // namespace dw::test
