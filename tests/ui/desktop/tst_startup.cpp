// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/sample.h"
#include "app/desktop/startup.h"
#include "core/services/works.h"
#include "core/store/files/backup.h"
#include "core/store/schema/migrations.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;
using namespace dw::desktop;

namespace {

/// Answers as the test says: each question takes the next answer by the text of the way, or leaves.
class Answers final : public StartQuestions {
public:
    void choose(const ui::ChoiceDialog::Situation &situation,
                std::function<void(std::optional<int>)> answer) override {
        titles << situation.title;
        texts << situation.text;
        QStringList offered;
        for (const ui::Way &way : situation.ways)
            offered << way.text;
        ways << offered;
        const QString wish = wishes.isEmpty() ? QString() : wishes.takeFirst();
        for (qsizetype i = 0; i < offered.size(); ++i) {
            if (!wish.isEmpty() && offered.at(i).startsWith(wish)) {
                answer(int(i));
                return;
            }
        }
        answer(std::nullopt);
    }
    void folder(const QString &, std::function<void(QString)> answer) override {
        answer(folders.isEmpty() ? QString() : folders.takeFirst());
    }
    void newFolder(const QString &title, std::function<void(QString)> answer) override {
        folder(title, std::move(answer));
    }
    void showFolder(const QString &folder) override { shownFolders << folder; }
    void busy(const QString &, StopToken) override { ++tasks; }
    void progress(qint64, qint64) override {}
    void finished() override { --tasks; }

    QStringList wishes, folders, shownFolders;
    QStringList titles, texts;
    QList<QStringList> ways;
    int tasks = 0;
};

} // namespace

class TestStartUp : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void existing_isOpenedWithoutAQuestion();
    void fileOfAWorkspace_isOpened();
    void nothingNamed_newFolder_isMade();
    void nothingNamed_folderYetToBeMade_isMade();
    void nothingNamed_folderWithOtherFiles_getsOneInside();
    void nothingNamed_left_givesUp();
    void noWorkspaceThere_madeThere();
    void sample_isMadeOnceAndOpenedAgain();
    void sample_ofEachLanguage_isOneOfItsOwn();
    void sample_thatCannotBeMade_leavesNothingBehind();
    void held_saysByWhom_andOpensToRead();
    void held_triedAgainWhenFree_opensToWrite();
    void damaged_restoresABackupAndKeepsTheOriginal();
    void damaged_withoutBackup_offersTheOtherWays();
    void damaged_folderShown_asksAgain();
    void newer_isRefusedAndLeftAlone();
    void anotherChosen_afterTrouble_isOpened();
    void copyWorkspace_takesAllButTheLock();
    void copyWorkspace_intoAnExistingOne_isRefused();

private:
    QString at(const QString &name) const { return m_folder->filePath(name); }
    void makeWorkspace(const QString &name);
    void begin(const QString &path) {
        m_startUp->begin(path);
        m_workspace = m_startUp->takeWorkspace();
    }
    void damage(const QString &name) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    Language m_language = Language::English;
    SystemClock m_clock;
    std::unique_ptr<Answers> m_answers;
    std::unique_ptr<StartUp> m_startUp;
    std::unique_ptr<Workspace> m_workspace;
};

void TestStartUp::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_answers = std::make_unique<Answers>();
    m_language = Language::English;
    m_startUp = std::make_unique<StartUp>(StartUp::Surroundings{
        m_clock, m_clock, *m_answers, [this] { return m_language; },
        [this](Language language) {
            return at(language == Language::Chinese ? u"sample-zh"_s : u"sample-en"_s);
        }});
}

void TestStartUp::cleanup() {
    m_workspace.reset();
    m_startUp.reset();
}

void TestStartUp::makeWorkspace(const QString &name) {
    const auto made = Workspace::create({.path = at(name), .clock = m_clock, .wall = m_clock},
                                        {u"tester"_s, u"Li Wanqing"_s, u"Asia/Shanghai"_s});
    QVERIFY2(made.ok(), made ? "" : qPrintable(made.error().message.id));
}

void TestStartUp::damage(const QString &name) const {
    QFile file(at(name) + u"/workspace.dealwright"_s);
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write(QByteArray(4096, 'x'));
    // What lies in the log would mend the page.
    for (const auto &companion : {u"-wal"_s, u"-shm"_s})
        QFile::remove(file.fileName() + companion);
}

void TestStartUp::existing_isOpenedWithoutAQuestion() {
    makeWorkspace(u"ours"_s);
    QSignalSpy opened(m_startUp.get(), &StartUp::opened);
    begin(at(u"ours"_s));
    QCOMPARE(opened.count(), 1);
    QVERIFY(m_workspace);
    QVERIFY(m_answers->titles.isEmpty());
}

void TestStartUp::fileOfAWorkspace_isOpened() {
    makeWorkspace(u"ours"_s);
    begin(at(u"ours/workspace.dealwright"_s));
    QVERIFY(m_workspace);
    QCOMPARE(QDir(m_workspace->paths().folder).dirName(), u"ours"_s);
}

void TestStartUp::nothingNamed_newFolder_isMade() {
    QVERIFY(QDir().mkdir(at(u"empty"_s)));
    m_answers->wishes = {u"Make a new workspace"_s};
    m_answers->folders = {at(u"empty"_s)};
    begin({});
    QVERIFY(m_workspace);
    QVERIFY(QFile::exists(at(u"empty/workspace.dealwright"_s)));
    QVERIFY(!m_workspace->actor().isNull());
}

void TestStartUp::nothingNamed_folderYetToBeMade_isMade() {
    m_answers->wishes = {u"Make a new workspace"_s};
    m_answers->folders = {at(u"not/there/yet"_s)};
    begin({});
    QVERIFY(m_workspace);
    QVERIFY(QFile::exists(at(u"not/there/yet/workspace.dealwright"_s)));
}

void TestStartUp::nothingNamed_folderWithOtherFiles_getsOneInside() {
    QVERIFY(QDir().mkdir(at(u"papers"_s)));
    QFile file(at(u"papers/letter.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    m_answers->wishes = {u"Make a new workspace"_s};
    m_answers->folders = {at(u"papers"_s)};
    begin({});
    QVERIFY(m_workspace);
    QVERIFY(QFile::exists(at(u"papers/Dealwright/workspace.dealwright"_s)));
}

void TestStartUp::nothingNamed_left_givesUp() {
    QSignalSpy gaveUp(m_startUp.get(), &StartUp::gaveUp);
    begin({});
    QCOMPARE(gaveUp.count(), 1);
    QVERIFY(!m_workspace);
    QCOMPARE(m_answers->ways.front().size(), 3);
}

void TestStartUp::noWorkspaceThere_madeThere() {
    m_answers->wishes = {u"Make a workspace here"_s};
    begin(at(u"fresh"_s));
    QCOMPARE(m_answers->titles, QStringList{u"There is no workspace here"_s});
    QVERIFY(m_workspace);
    QVERIFY(QFile::exists(at(u"fresh/workspace.dealwright"_s)));
}

void TestStartUp::sample_isMadeOnceAndOpenedAgain() {
    QSignalSpy opened(m_startUp.get(), &StartUp::opened);
    m_answers->wishes = {u"Look at the sample"_s};
    m_startUp->begin({});
    QCOMPARE(m_answers->tasks, 1);
    QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, 30'000);
    QCOMPARE(m_answers->tasks, 0);
    m_workspace = m_startUp->takeWorkspace();
    const auto deals = m_workspace->reader().count(
        {.entity = u"deal"_s, .where = {}, .sort = {}, .after = {}}, m_workspace->readTime());
    QVERIFY(deals.ok());
    QVERIFY(*deals > 100);

    m_workspace.reset();
    m_answers->wishes = {u"Look at the sample"_s};
    begin({});
    QCOMPARE(opened.count(), 2);
    QCOMPARE(m_answers->tasks, 0);
}

void TestStartUp::sample_ofEachLanguage_isOneOfItsOwn() {
    m_language = Language::Chinese;
    QSignalSpy opened(m_startUp.get(), &StartUp::opened);
    m_answers->wishes = {u"Look at the sample"_s};
    m_startUp->begin({});
    QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, 30'000);
    m_workspace = m_startUp->takeWorkspace();
    QCOMPARE(QDir(m_workspace->paths().folder).dirName(), u"sample-zh"_s);
    QCOMPARE(m_workspace->zone(), QTimeZone("Asia/Shanghai"));
    const auto found = m_workspace->reader().byTitle(u"pipeline"_s, u"新客户开发"_s);
    QVERIFY(found.ok());
    QCOMPARE(found->size(), 1);
}

void TestStartUp::sample_thatCannotBeMade_leavesNothingBehind() {
    const SystemClock clock;
    StopToken stop;
    stop.stop();
    const auto made =
        makeSample({.path = at(u"sample-en"_s), .clock = clock, .wall = clock}, {}, {}, stop);
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::Cancelled);
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestStartUp::held_saysByWhom_andOpensToRead() {
    makeWorkspace(u"ours"_s);
    const auto other = Workspace::open({.path = at(u"ours"_s), .clock = m_clock, .wall = m_clock});
    QVERIFY(other.ok());
    m_answers->wishes = {u"Open to read only"_s};
    begin(at(u"ours"_s));
    QCOMPARE(m_answers->titles, QStringList{u"This workspace is open elsewhere"_s});
    QVERIFY2(m_answers->texts.front().contains(QString::number(QCoreApplication::applicationPid())),
             qPrintable(m_answers->texts.front()));
    QVERIFY(m_workspace);
    QCOMPARE(m_workspace->mode(), Workspace::Mode::ReadOnly);
}

void TestStartUp::held_triedAgainWhenFree_opensToWrite() {
    makeWorkspace(u"ours"_s);
    auto other = Workspace::open({.path = at(u"ours"_s), .clock = m_clock, .wall = m_clock});
    QVERIFY(other.ok());
    m_startUp->begin(at(u"ours"_s));
    other->reset();
    begin(at(u"ours"_s));
    QCOMPARE(m_workspace->mode(), Workspace::Mode::Write);
}

void TestStartUp::damaged_restoresABackupAndKeepsTheOriginal() {
    makeWorkspace(u"ours"_s);
    {
        auto workspace =
            Workspace::open({.path = at(u"ours"_s), .clock = m_clock, .wall = m_clock});
        QVERIFY(workspace.ok());
        const auto saved = (*workspace)->maintain([&](Connection &c) -> Result<void> {
            const auto path = backup(c, WorkspacePaths::of(at(u"ours"_s)), m_clock);
            return path ? Result<void>() : Result<void>(path.error());
        });
        QVERIFY(saved.ok());
    }
    damage(u"ours"_s);
    m_answers->wishes = {u"Restore the backup"_s};
    begin(at(u"ours"_s));
    QCOMPARE(m_answers->titles, QStringList{u"This workspace is damaged"_s});
    QVERIFY(m_workspace);
    QCOMPARE(QDir(at(u"ours"_s)).entryList({u"workspace.damaged-*Z"_s}, QDir::Files).size(), 1);
}

void TestStartUp::damaged_withoutBackup_offersTheOtherWays() {
    makeWorkspace(u"ours"_s);
    damage(u"ours"_s);
    QFile file(at(u"ours/workspace.dealwright"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    begin(at(u"ours"_s));
    QVERIFY(!m_workspace);
    QCOMPARE(m_answers->ways.front(), (QStringList{u"Open a workspace"_s, u"Make a new workspace"_s,
                                                   u"Show its folder"_s, u"Try again"_s}));
    QVERIFY2(!m_answers->texts.front().contains(u"newest first"_s),
             qPrintable(m_answers->texts.front()));
    file.seek(0);
    QCOMPARE(file.readAll(), before);
}

void TestStartUp::damaged_folderShown_asksAgain() {
    makeWorkspace(u"ours"_s);
    damage(u"ours"_s);
    m_answers->wishes = {u"Show its folder"_s, u"Make a new workspace"_s};
    m_answers->folders = {at(u"fresh"_s)};
    begin(at(u"ours"_s));
    QCOMPARE(m_answers->shownFolders, QStringList{at(u"ours"_s)});
    QCOMPARE(m_answers->titles.size(), 2);
    QVERIFY(m_workspace);
    QCOMPARE(QDir(m_workspace->paths().folder).dirName(), u"fresh"_s);
}

void TestStartUp::newer_isRefusedAndLeftAlone() {
    makeWorkspace(u"ours"_s);
    {
        auto workspace =
            Workspace::open({.path = at(u"ours"_s), .clock = m_clock, .wall = m_clock});
        QVERIFY(workspace.ok());
        const auto raised = (*workspace)->maintain([](Connection &c) {
            return c.exec(u"PRAGMA user_version = 1000000"_s);
        });
        QVERIFY(raised.ok());
    }
    begin(at(u"ours"_s));
    QVERIFY(!m_workspace);
    QCOMPARE(m_answers->titles, QStringList{u"This workspace needs a newer Dealwright"_s});
    QCOMPARE(m_answers->ways.front(), QStringList{u"Open a workspace"_s});
}

void TestStartUp::anotherChosen_afterTrouble_isOpened() {
    makeWorkspace(u"good"_s);
    makeWorkspace(u"bad"_s);
    damage(u"bad"_s);
    m_answers->wishes = {u"Open a workspace"_s};
    m_answers->folders = {at(u"good"_s)};
    begin(at(u"bad"_s));
    QVERIFY(m_workspace);
    QCOMPARE(QDir(m_workspace->paths().folder).dirName(), u"good"_s);
}

void TestStartUp::copyWorkspace_takesAllButTheLock() {
    makeWorkspace(u"ours"_s);
    QVERIFY(QDir().mkpath(at(u"ours/files/ab"_s)));
    QFile attachment(at(u"ours/files/ab/quote.pdf"_s));
    QVERIFY(attachment.open(QIODevice::WriteOnly));
    QFile lock(at(u"ours/workspace.lock"_s));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    const auto copied = copyWorkspace(at(u"ours"_s), at(u"copy"_s), {});
    QVERIFY2(copied.ok(), copied ? "" : qPrintable(copied.error().detail));
    QVERIFY(QFile::exists(at(u"copy/files/ab/quote.pdf"_s)));
    QVERIFY(!QFile::exists(at(u"copy/workspace.lock"_s)));
    begin(at(u"copy"_s));
    QVERIFY(m_workspace);
}

void TestStartUp::copyWorkspace_intoAnExistingOne_isRefused() {
    makeWorkspace(u"ours"_s);
    makeWorkspace(u"theirs"_s);
    const auto copied = copyWorkspace(at(u"ours"_s), at(u"theirs"_s), {});
    QVERIFY(!copied);
    QCOMPARE(copied.error().message.id, u"workspace.exists"_s);
}

DW_TEST(TestStartUp)
#include "tst_startup.moc"
