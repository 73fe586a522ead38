// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/sample.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QStandardPaths>

namespace dw::desktop {
using namespace Qt::StringLiterals;

namespace {

Error copyFailed(const QString &file) {
    return makeError(ErrorKind::Io, u"store.io"_s, {{u"file"_s, QDir::toNativeSeparators(file)}},
                     u"copying failed"_s);
}

} // namespace

QString sampleSet() {
    const QDir program(QCoreApplication::applicationDirPath());
    for (const QString &place : {u"../share/dealwright/sample"_s, u"../Resources/sample"_s,
                                 u"sample"_s, u"../../../resources/sample"_s}) {
        QDirIterator it(program.filePath(place), {u"sales_pipeline.csv"_s}, QDir::Files,
                        QDirIterator::Subdirectories);
        if (it.hasNext())
            return QFileInfo(it.next()).canonicalPath();
    }
    return {};
}

QString sampleWorkspace() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
           + u"/dealwright/sample"_s;
}

Result<void> makeSample(const Workspace::Options &options, const Workspace::Start &start,
                        const QString &set, const ImportProgress &progress, StopToken stop) {
    const auto workspace = Workspace::create(options, start);
    if (!workspace)
        return workspace.error();
    const auto report = importMaven(**workspace, set, (*workspace)->actor(), progress, stop);
    if (!report)
        return report.error();
    return {};
}

Result<void> copyWorkspace(const QString &from, const QString &to, StopToken stop) {
    const WorkspacePaths source = WorkspacePaths::of(from);
    const WorkspacePaths target = WorkspacePaths::of(to);
    if (QFile::exists(target.database()))
        return makeError(ErrorKind::Invalid, u"workspace.exists"_s,
                         {{u"folder"_s, QDir::toNativeSeparators(target.folder)}});
    const QDir root(source.folder);
    QDirIterator it(source.folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString file = it.next();
        if (stop.requested())
            return makeError(ErrorKind::Cancelled, u"cancelled"_s);
        if (file == source.lock())
            continue;
        const QString copy = QDir(target.folder).filePath(root.relativeFilePath(file));
        if (!QDir().mkpath(QFileInfo(copy).path()) || !QFile::copy(file, copy))
            return copyFailed(copy);
    }
    return {};
}

} // namespace dw::desktop
