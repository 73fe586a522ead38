// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/sample.h"

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

/// Leaves the workspace closed.
Result<void> fill(const Workspace::Options &options, const Workspace::Start &start,
                  const DemoProgress &progress, StopToken stop) {
    const auto workspace = Workspace::create(options, demoStart(start));
    if (!workspace)
        return workspace.error();
    DemoRequest request;
    request.language = start.language;
    const auto report = runDemo(**workspace, request, progress, std::move(stop));
    return report ? Result<void>() : report.error();
}

} // namespace

QString sampleWorkspace(Language language) {
    // The window shows a workspace by the name of its folder.
    const QString name = language == Language::Chinese ? u"示例公司"_s : u"Sample company"_s;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/dealwright/"_s
           + name;
}

Result<void> makeSample(const Workspace::Options &options, const Workspace::Start &start,
                        const DemoProgress &progress, StopToken stop) {
    // Where it is half done nobody takes it for the sample.
    Workspace::Options making = options;
    making.path = options.path + u".making"_s;
    QDir(making.path).removeRecursively();
    const auto made = fill(making, start, progress, std::move(stop));
    if (!made) {
        QDir(making.path).removeRecursively();
        return made;
    }
    if (!QDir().rename(making.path, options.path))
        return copyFailed(options.path);
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
