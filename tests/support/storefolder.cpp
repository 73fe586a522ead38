// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/storefolder.h"

#include "core/store/schema/columns.h"
#include "core/store/schema/keytables.h"
#include "tests/support/faultyvfs.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#    include <cstdlib>
#    include <sys/wait.h>
#    include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

template <typename T> T need(Result<T> result) {
    if (!result)
        qFatal("%s", qPrintable(failure(result)));
    return std::move(*result);
}

void need(const Result<void> &result) {
    if (!result)
        qFatal("%s", qPrintable(failure(result)));
}

void insertMembers(Connection &c, const QString &table, const Record &record, FieldHandle field) {
    const QStringList members = record.value(field).as<QStringList>();
    for (const QString &member : members) {
        auto put = need(c.prepare(u"INSERT INTO %1 VALUES(?, ?)"_s.arg(table)));
        put.bind(1, record.id().bytes());
        put.bind(2, member);
        need(put.run());
    }
}

} // namespace

/// Memory, where the system offers a folder in it: loops over every fault make thousands of files.
QString StoreFolder::quickPlace() {
    const QFileInfo memory(u"/dev/shm"_s);
    const bool isUsable = memory.isDir() && memory.isWritable();
    return (isUsable ? memory.filePath() : QDir::tempPath()) + u"/dealwright-XXXXXX"_s;
}

StoreFolder::StoreFolder() { need(makeFolders(paths)); }

std::unique_ptr<Connection> StoreFolder::create() {
    need(createDatabase(paths, {u"Asia/Shanghai"_s}, clock, faultyvfs::name()));
    return open();
}

std::unique_ptr<Connection> StoreFolder::open(OpenMode mode) {
    return need(Connection::open(paths.database(), mode, faultyvfs::name()));
}

void StoreFolder::load(const QString &name) {
    QFile file(u"" DW_SOURCE_DIR "/tests/data/%1.sql"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no %s", qPrintable(file.fileName()));
    const auto c = open(OpenMode::Create);
    need(c->exec(QString::fromUtf8(file.readAll())));
}

QString StoreFolder::verdict() const {
    const auto c = Connection::open(paths.database(), OpenMode::ReadOnly, faultyvfs::name());
    return c ? verdictOf(**c) : failure(c);
}

QString verdictOf(Connection &c) {
    auto check = c.prepare(u"PRAGMA integrity_check"_s);
    if (!check)
        return failure(check);
    const auto row = check->step();
    return row ? check->text(0) : failure(row);
}

void insertRow(Connection &c, const Catalog &catalog, const Record &record, const StoredRow &row) {
    const EntityDesc &entity = *catalog.entity(record.entity());
    QStringList columns{u"id"_s, u"short_id"_s, u"deleted"_s};
    for (const FieldDesc &field : entity.fields)
        columns += columnsOf(field);
    const QString marks = u"?, "_s.repeated(columns.size()).chopped(2);
    auto put = need(c.prepare(
        u"INSERT INTO %1(%2) VALUES(%3)"_s.arg(entity.key, columns.join(u", "_s), marks)));
    put.bind(1, record.id().bytes());
    put.bind(2, row.shortId);
    put.bind(3, qint64(row.deleted));
    int at = 4;
    for (size_t i = 0; i < entity.fields.size(); ++i)
        at = bindValue(put, at, entity.fields[i], record.value({quint16(i)}));
    need(put.run());
    for (size_t i = 0; i < entity.fields.size(); ++i) {
        if (entity.fields[i].type == FieldType::Set)
            insertMembers(c, setTableOf(entity.key, entity.fields[i]), record, {quint16(i)});
    }
    need(addKeys(c, entity, record));
}

RecordId testId(int n) {
    return RecordId::fromText(u"0195819c-0000-7000-8000-%1"_s.arg(n, 12, 16, QChar(u'0')));
}

#ifdef Q_OS_UNIX

bool canFork() { return true; }

int inChild(RunAs user, const std::function<int()> &run) {
    const pid_t child = ::fork();
    if (child < 0)
        qFatal("fork failed");
    if (child == 0) {
        constexpr uid_t nobody = 65534;
        if (user == RunAs::Nobody && ::geteuid() == 0
            && (::setgid(nobody) != 0 || ::setuid(nobody) != 0))
            std::_Exit(125);
        std::_Exit(run());
    }
    int status = 0;
    if (::waitpid(child, &status, 0) != child || !WIFEXITED(status))
        return -1;
    return WEXITSTATUS(status);
}

#else

bool canFork() { return false; }

int inChild(RunAs, const std::function<int()> &) { return -1; }

#endif

} // namespace dw::test
