// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/services/exports/exportfixture.h"

#include "core/store/jobs/rejectedrows.h"
#include "tests/core/services/customfieldsamples.h"
#include "tests/support/databasecontent.h"
#include "tests/support/faultyvfs.h"
#include "tests/support/testworkspace.h"

#include <QDir>
#include <QDirIterator>

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

void attach(const QString &path, const QByteArray &content) {
    if (!QDir().mkpath(QFileInfo(path).path()))
        qFatal("no folder for %s", qPrintable(path));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s could not be written", qPrintable(path));
}

} // namespace

ExportFixture::ExportFixture() {
    for (const auto &[entity, title] : customFieldTargets())
        m_f.create(entity, u"name="_s + title);
    const RecordId deal = m_f.create(
        u"deal"_s, u"name='=1+2 \"x\", \\N|amount=CNY 500000|description=first\nsecond \\"_s);
    for (const CustomFieldSample &sample : customFieldSamples()) {
        m_f.tick();
        must(m_f.run(addSample(sample, m_f.origin())));
        if (!sample.first.isEmpty())
            m_f.edit(u"deal"_s, deal, sample.first);
    }
    m_f.create(u"tag"_s, u"name=热门, hot"_s);
    m_f.edit(u"deal"_s, deal, u"tags=热门, hot"_s);
    const RecordId gone = m_f.create(u"account"_s, u"name=Gone|parent="_s);
    must(m_f.run(removeWork(u"account"_s, gone, m_f.origin())));
    const qint64 set = m_f.edit(u"deal"_s, deal, u"name=Undone"_s);
    must(m_f.run(undoWork(set, m_f.origin(u"not so"_s))));
    must(m_f.run(settingWork(u"backup.every"_s, SettingScope::Team, u"week"_s, m_f.origin())));
    must(m_f.workspace().maintain([](Connection &c) {
        return keepRejectedRows(
            c, 0, {{u"x.csv"_s, 7, {u""_s, u"a\"b"_s}, {{u"csv.nul"_s, {{u"column"_s, u"2"_s}}}}}});
    }));
    attach(m_f.workspace().paths().files() + u"/ab/abc123"_s, QByteArray("attached\0bytes", 14));
    attach(m_f.workspace().paths().files() + u"/empty"_s, {});
}

QStringList ExportFixture::written() const {
    return QDir(m_out.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

QMap<QString, QStringList> ExportFixture::tablesOf(const WorkspacePaths &paths) {
    const auto c = must(Connection::open(paths.database(), OpenMode::ReadOnly, faultyvfs::name()));
    return contentOf(*c);
}

QMap<QString, QByteArray> ExportFixture::filesBelow(const QString &folder) {
    QMap<QString, QByteArray> files;
    QDirIterator each(folder, QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        QFile file(each.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read", qPrintable(file.fileName()));
        files.insert(QDir(folder).relativeFilePath(file.fileName()), file.readAll());
    }
    return files;
}

} // namespace dw::test
