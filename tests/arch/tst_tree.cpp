// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/arch/rules.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace dw::test {

/// The rules, asked of the repository itself.
class TestTree : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyAreaIsRead();
    void includesFollowTheTable();
    void coreKnowsQtCoreOnly();
    void sqlStaysInStoreAndSync();
    void wallClockStaysInClock();
    void filesStayShort();
    void headingsAreComplete();

private:
    QStringList ask(const std::function<QStringList(const SourceFile &)> &rule) const;

    QList<SourceFile> m_files;
    QString m_table;
};

void TestTree::initTestCase() {
    const QDir root(QStringLiteral(DW_SOURCE_DIR));
    const auto add = [&](const QString &path) {
        QFile file(root.filePath(path));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
        m_files.append({path, QString::fromUtf8(file.readAll())});
    };
    for (const QString &area :
         {u"core"_s, u"ui"_s, u"app"_s, u"tests"_s, u"cmake"_s, u"installer"_s}) {
        QDirIterator it(root.filePath(area),
                        {u"*.cpp"_s, u"*.h"_s, u"*.cmake"_s, u"CMakeLists.txt"_s}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext())
            add(root.relativeFilePath(it.next()));
    }
    for (const QString &path : {u"CMakeLists.txt"_s, u"cmake/layers.txt"_s, u"dev"_s, u".ci/run"_s})
        add(path);
    for (const SourceFile &file : std::as_const(m_files)) {
        if (file.path == u"cmake/layers.txt"_s)
            m_table = file.text;
    }
}

/// The other functions pass when nothing is read, so this one says that something was.
void TestTree::everyAreaIsRead() {
    const QStringList folders = Layers(m_table).folders();
    QVERIFY(folders.size() > 2);
    for (const QString &area :
         {u"core/base/"_s, u"core/store/"_s, u"ui/"_s, u"app/"_s, u"tests/"_s}) {
        const auto count = std::count_if(m_files.cbegin(), m_files.cend(), [&](const auto &file) {
            return file.path.startsWith(area);
        });
        QVERIFY2(count >= 2, qPrintable(area));
    }
}

void TestTree::includesFollowTheTable() {
    const Layers layers(m_table);
    QCOMPARE(ask([&](const SourceFile &file) { return checkArrows(file, layers); }), QStringList());
}

void TestTree::coreKnowsQtCoreOnly() {
    const QString headers = QStringLiteral(DW_QTCORE_HEADERS);
    QVERIFY2(QFile::exists(headers + u"/QString"_s), qPrintable(headers));
    QCOMPARE(ask([&](const SourceFile &file) { return checkCoreHeaders(file, headers); }),
             QStringList());
}

void TestTree::sqlStaysInStoreAndSync() { QCOMPARE(ask(checkSql), QStringList()); }

void TestTree::wallClockStaysInClock() { QCOMPARE(ask(checkWallClock), QStringList()); }

void TestTree::filesStayShort() { QCOMPARE(ask(checkLength), QStringList()); }

void TestTree::headingsAreComplete() { QCOMPARE(ask(checkHeading), QStringList()); }

/// All findings of a rule; each is also printed, for QCOMPARE shows only the first difference.
QStringList TestTree::ask(const std::function<QStringList(const SourceFile &)> &rule) const {
    QStringList findings;
    for (const SourceFile &file : m_files)
        findings += rule(file);
    for (const QString &finding : std::as_const(findings))
        qInfo().noquote() << finding;
    return findings;
}

} // namespace dw::test

using dw::test::TestTree;
DW_TEST(TestTree)

#include "tst_tree.moc"
