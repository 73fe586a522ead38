// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/wording/wording.h"
#include "core/store/files/workspacefiles.h"
#include "core/store/schema/migrations.h"
#include "core/store/sqlite/sqlite.h"
#include "tests/app/cliprogram.h"
#include "tests/support/random.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#ifdef Q_OS_UNIX
#    include <csignal>
#    include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace dw::test {

/// What the world does to a running program, and what people type to break it.
class TestCliFaults : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void hostileConditions_data();
    void hostileConditions();
    void conditionError_pointsAtThePlace();
    void dataNeverReachesTheTerminal();
    void heldWorkspace_namesTheHolder_andCanBeRead();
    void twoWriters_bothSucceedOrNameTheOther();
    void killedImport_leavesAWholeWorkspace();
    void killedPreset_isMadeWholeByTheNext();
    void interruptedImport_isRolledBack();
    void readOnlyFolder_isRead_andRefusesWrites();
    void brokenDatabases_data();
    void brokenDatabases();

private:
    CliProgram m_unchanged; ///< Its workspace is only read.
};

namespace {

QByteArray manyContacts(int count) {
    QByteArray csv = "name,title,email,description\n";
    for (int i = 0; i < count; ++i) {
        const QByteArray n = QByteArray::number(i);
        csv += "Contact " + n + ",Buyer,contact" + n + "@example.cn,\"Met at the fair, row " + n
               + "\"\n";
    }
    return csv;
}

qint64 contactsIn(const CliProgram &cli) {
    return cli.json({u"stats"_s}).value("rows"_L1).toObject().value("contact"_L1).toInteger(-1);
}

} // namespace

void TestCliFaults::initTestCase() { QCOMPARE(m_unchanged.run({u"init"_s}).code, 0); }

void TestCliFaults::hostileConditions_data() {
    QTest::addColumn<QString>("where");
    const auto row = [](const char *name, const QString &where) { QTest::newRow(name) << where; };
    row("empty", QString());
    row("blanks", u"   "_s);
    row("unknown field", u"nope = 1"_s);
    row("column of the table", u"name_key = \"x\""_s);
    row("type", u"amount > \"a lot\""_s);
    row("bare number against money", u"amount > 5"_s);
    row("currency", u"amount > CN 5"_s);
    row("no condition", u"1 + 1"_s);
    row("SQL", u"1=1; DROP TABLE deal; --"_s);
    row("quotes", u"name = 'x'' OR ''1'='1' --"_s);
    row("comment", u"name = \"x\" /* no end"_s);
    row("subquery", u"name in (select name from account)"_s);
    row("unterminated text", u"name = \"x"_s);
    row("unfinished", u"name ="_s);
    row("brackets open", QString(50'000, u'('));
    row("deep", QString(5000, u'(') + u"true"_s + QString(5000, u')'));
    row("deep not", u"not "_s.repeated(5000) + u"true"_s);
    row("long", u"name = \""_s + QString(60'000, u'x') + u'"');
    row("many", u"name = \"x\" or "_s.repeated(3000) + u"name = \"x\""_s);
    row("control characters", u"na\u001bme = \u0007"_s);
    row("half a pair", u"name = "_s + QChar(0xD83D));
    row("wide brackets", u"name = （\"x\""_s);
}

void TestCliFaults::hostileConditions() {
    QFETCH(const QString, where);
    const CliProgram &cli = m_unchanged;
    const Answer json = cli.run({u"--json"_s, u"list"_s, u"deals"_s, u"--where"_s, where});
    QCOMPARE(json.code, 1);
    QCOMPARE(json.out, QString());
    QVERIFY2(!json.errorId().isEmpty(), qPrintable(json.err));
    QVERIFY2(hasWording(json.errorId()), qPrintable(json.err));
    const Answer text = cli.run({u"list"_s, u"deals"_s, u"--where"_s, where});
    QCOMPARE(text.code, 1);
    QVERIFY(!text.err.contains(QChar(0x1B)) && !text.err.contains(QChar(0x07)));
    QVERIFY2(text.err.size() < 2000, qPrintable(text.err.left(3000)));
    QCOMPARE(cli.run({u"check"_s}).code, 0);
}

void TestCliFaults::conditionError_pointsAtThePlace() {
    const CliProgram cli;
    QCOMPARE(cli.run({u"init"_s}).code, 0);
    const QString where = u"name = \"商机\" and amout > CNY 5"_s;
    const Answer json = cli.run({u"--json"_s, u"list"_s, u"deals"_s, u"--where"_s, where});
    const QJsonObject args = json.errorJson().value("args"_L1).toObject();
    QCOMPARE(args.value("at"_L1).toString(), u"16"_s);
    QCOMPARE(args.value("length"_L1).toString(), u"5"_s);
    const Answer text = cli.run({u"list"_s, u"deals"_s, u"--where"_s, where});
    const QStringList lines = text.err.split(u'\n');
    QCOMPARE(lines.at(1), u"  "_s + where);
    // Two columns more, for the two Chinese characters.
    QCOMPARE(lines.at(2), QString(2 + 16 + 2, u' ') + u"^^^^^"_s);
}

void TestCliFaults::dataNeverReachesTheTerminal() {
    const CliProgram cli;
    QCOMPARE(cli.run({u"init"_s}).code, 0);
    const QString account =
        cli.create({u"account"_s, u"name=Acme"_s, u"description=one\ntwo\tthree"_s});
    const Answer shown = cli.run({u"show"_s, u"account"_s, account});
    QVERIFY2(shown.out.contains(u"one\\ntwo\\tthree"_s), qPrintable(shown.out));
    const QString escape = u"\u001b]0;gotcha\u0007"_s;
    for (const QStringList &words :
         {QStringList{u"show"_s, u"account"_s, escape}, QStringList{escape},
          QStringList{u"create"_s, u"account"_s, u"name="_s + escape},
          QStringList{u"list"_s, escape}, QStringList{u"--as"_s, escape, u"stats"_s},
          QStringList{u"create"_s, u"account"_s, escape}}) {
        const Answer answer = cli.run(words);
        QVERIFY(answer.code > 0);
        QVERIFY2(!answer.err.contains(QChar(0x1B)) && answer.out.isEmpty(),
                 qPrintable(words.join(u' ')));
    }
}

void TestCliFaults::heldWorkspace_namesTheHolder_andCanBeRead() {
    const CliProgram cli;
    QCOMPARE(cli.run({u"init"_s}).code, 0);
    auto lock = WorkspaceLock::take(WorkspacePaths::of(cli.workspace()));
    QVERIFY(lock);
    const QString csv = cli.file(u"a.csv"_s, "name\nAcme\n");
    for (const QStringList &words :
         {QStringList{u"create"_s, u"account"_s, u"name=Acme"_s}, QStringList{u"undo"_s},
          QStringList{u"import"_s, u"account"_s, csv},
          QStringList{u"field"_s, u"add"_s, u"deal"_s, u"k"_s, u"text"_s}}) {
        const Answer answer = cli.run(QStringList{u"--json"_s} + words);
        QCOMPARE(answer.code, 1);
        QCOMPARE(answer.errorId(), u"workspace.held"_s);
        QCOMPARE(answer.errorJson().value("kind"_L1).toString(), u"busy"_s);
        const QJsonObject args = answer.errorJson().value("args"_L1).toObject();
        QCOMPARE(args.value("pid"_L1).toString(), QString::number(getpid()));
        QVERIFY(cli.run(words).err.contains(QString::number(getpid())));
    }
    for (const QStringList &words : {QStringList{u"list"_s, u"deals"_s}, QStringList{u"stats"_s},
                                     QStringList{u"check"_s}, QStringList{u"field"_s, u"list"_s}})
        QCOMPARE(cli.run(words).code, 0);
    lock->reset();
    QCOMPARE(cli.run({u"create"_s, u"account"_s, u"name=Acme"_s}).code, 0);
}

void TestCliFaults::twoWriters_bothSucceedOrNameTheOther() {
    const CliProgram cli;
    QCOMPARE(cli.run({u"init"_s}).code, 0);
    int made = 0;
    for (int round = 0; round < 5; ++round) {
        const QStringList words{u"--json"_s, u"--workspace"_s, cli.workspace(),
                                u"create"_s, u"account"_s,     u"name=A"_s};
        const auto first = cli.start(words);
        const auto second = cli.start(words);
        for (QProcess *process : {first.get(), second.get()}) {
            const Answer answer = CliProgram::finish(*process);
            if (answer.code == 0) {
                ++made;
                continue;
            }
            QCOMPARE(answer.code, 1);
            QCOMPARE(answer.errorId(), u"workspace.held"_s);
        }
    }
    QVERIFY(made >= 5);
    QCOMPARE(cli.rows({u"list"_s, u"account"_s}).size(), made);
    QCOMPARE(cli.run({u"check"_s}).code, 0);
}

/// Killed while the rows are staged, nothing came in; killed later, the next start goes on.
/// Importing the file again brings what is missing and doubles nothing.
void TestCliFaults::killedImport_leavesAWholeWorkspace() {
    constexpr int rows = 1500;
    constexpr int kills = 10;
    const CliProgram cli;
    QCOMPARE(cli.run({u"init"_s}).code, 0);
    const auto import = [&](int n) {
        const QByteArray own =
            manyContacts(rows).replace(",contact", ",c" + QByteArray::number(n) + '-');
        return QStringList{u"--lang"_s,
                           u"en"_s,
                           u"--workspace"_s,
                           cli.workspace(),
                           u"import"_s,
                           u"contact"_s,
                           cli.file(u"contacts.csv"_s, own)};
    };
    // How long a whole one takes here, so that the moments of the kills lie within.
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(cli.bare(import(0)).code, 0);
    const qint64 wholeMs = clock.elapsed();
    qint64 expected = rows;

    Random random(20260305);
    int killed = 0;
    for (int i = 1; i <= kills; ++i) {
        const QStringList words = import(i);
        const auto process = cli.start(words);
        QVERIFY(process->waitForStarted());
        process->waitForFinished(int(random.between(1, wholeMs)));
        killed += process->state() == QProcess::Running ? 1 : 0;
        process->kill();
        process->waitForFinished();
        const Answer check = cli.run({u"check"_s});
        QVERIFY2(check.code == 0, qPrintable(check.out + check.err));
        const Answer again = cli.bare(words);
        QVERIFY2(again.code == 0, qPrintable(again.err));
        expected += rows;
        QCOMPARE(contactsIn(cli), expected);
    }
    QVERIFY(killed > 0);
    QCOMPARE(cli.run({u"check"_s}).code, 0);
}

void TestCliFaults::killedPreset_isMadeWholeByTheNext() {
    const QStringList import{u"--json"_s, u"import"_s, u"--preset"_s, u"maven"_s, sampleFolder()};
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(CliProgram().run(import).code, 0);
    const qint64 wholeMs = clock.elapsed();
    Random random(20260306);
    for (int i = 0; i < 6; ++i) {
        // The folder, its database, its first rows: any of them may be half made.
        const CliProgram cli;
        const auto process = cli.start(QStringList{u"--workspace"_s, cli.workspace()} + import);
        QVERIFY(process->waitForStarted());
        process->waitForFinished(int(random.between(1, wholeMs)));
        process->kill();
        process->waitForFinished();
        const Answer check = cli.run({u"--json"_s, u"check"_s});
        QVERIFY2(check.code == 0 || check.errorId() == "workspace.none"_L1, qPrintable(check.err));
        const Answer again = cli.run(import);
        QVERIFY2(again.code == 0 || again.errorId() == "import.not_empty"_L1,
                 qPrintable(again.err));
        QCOMPARE(cli.json({u"stats"_s}).value("rows"_L1).toObject().value("deal"_L1).toInteger(),
                 500);
        QCOMPARE(cli.run({u"check"_s}).code, 0);
    }
}

void TestCliFaults::interruptedImport_isRolledBack() {
#ifdef Q_OS_UNIX
    const CliProgram cli;
    QCOMPARE(cli.run({u"init"_s}).code, 0);
    const QString csv = cli.file(u"contacts.csv"_s, manyContacts(20'000));
    const auto process =
        cli.start({u"--json"_s, u"--workspace"_s, cli.workspace(), u"import"_s, u"contact"_s, csv});
    QVERIFY(process->waitForStarted());
    // The lock stands once the workspace is open, and the signals are taken before that.
    const QString lock = WorkspacePaths::of(cli.workspace()).lock();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(lock), 10'000);
    QTest::qWait(100);
    ::kill(pid_t(process->processId()), SIGTERM);
    const Answer answer = CliProgram::finish(*process);
    QCOMPARE(answer.code, 1);
    QCOMPARE(answer.errorId(), u"cancelled"_s);
    QCOMPARE(contactsIn(cli), 0);
    QVERIFY(!QFile::exists(lock) || cli.run({u"create"_s, u"account"_s, u"name=A"_s}).code == 0);
    QCOMPARE(cli.run({u"check"_s}).code, 0);
#else
    QSKIP("signals end programs on Unix only");
#endif
}

void TestCliFaults::readOnlyFolder_isRead_andRefusesWrites() {
#ifdef Q_OS_UNIX
    constexpr uint nobody = 65534;
    CliProgram cli;
    QVERIFY(!cli.run({u"init"_s}).code && !cli.create({u"account"_s, u"name=Acme"_s}).isEmpty());
    // The superuser may write anywhere, so somebody else asks then.
    const bool asRoot = geteuid() == 0;
    const auto setWritable = [&](bool writable) {
        const auto folder = QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup
                            | QFile::ReadOther | QFile::ExeOther;
        const auto file = QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther;
        const QFile::Permissions more = writable ? QFile::WriteOwner : QFile::Permissions();
        QVERIFY(QFile::setPermissions(cli.path(QString()),
                                      QFile::Permissions(folder) | QFile::WriteOwner));
        for (const QFileInfo &entry : QDir(cli.workspace()).entryInfoList(QDir::Files))
            QVERIFY(QFile::setPermissions(entry.filePath(), QFile::Permissions(file) | more));
        QVERIFY(QFile::setPermissions(cli.workspace(), QFile::Permissions(folder) | more));
    };
    setWritable(false);
    if (asRoot) {
        cli.setUser(nobody);
        if (cli.bare({u"--version"_s}).code != 0) {
            setWritable(true);
            QSKIP("another user may not run the program from here");
        }
    }
    const Answer list = cli.run({u"--json"_s, u"list"_s, u"accounts"_s});
    const Answer check = cli.run({u"check"_s});
    const Answer create = cli.run({u"--json"_s, u"create"_s, u"account"_s, u"name=B"_s});
    cli.setUser(0);
    setWritable(true);
    QVERIFY2(list.code == 0, qPrintable(list.err));
    QCOMPARE(list.json().value("rows"_L1).toArray().size(), 1);
    QVERIFY2(check.code == 0, qPrintable(check.err));
    QCOMPARE(create.code, 1);
    QVERIFY2(create.errorId() == "workspace.readonly"_L1 || create.errorId() == "store.readonly"_L1,
             qPrintable(create.err));
    QCOMPARE(cli.rows({u"list"_s, u"accounts"_s}).size(), 1);
#else
    QSKIP("a folder cannot be made read-only this way here");
#endif
}

void TestCliFaults::brokenDatabases_data() {
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("id");
    QTest::newRow("newer") << u"newer"_s << u"store.newer"_s;
    QTest::newRow("another program's") << u"foreign"_s << u"store.not_ours"_s;
    QTest::newRow("no database") << u"text"_s << u"store.damaged"_s;
    QTest::newRow("header overwritten") << u"header"_s << u"store.damaged"_s;
    QTest::newRow("empty file") << u"empty"_s << QString();
}

void TestCliFaults::brokenDatabases() {
    QFETCH(const QString, how);
    QFETCH(const QString, id);
    const CliProgram cli;
    QCOMPARE(cli.run({u"init"_s}).code, 0);
    const QString path = WorkspacePaths::of(cli.workspace()).database();
    if (how == "newer"_L1 || how == "foreign"_L1) {
        auto connection = Connection::open(path, OpenMode::ReadWrite);
        QVERIFY(connection);
        const QString pragma = how == "newer"_L1
                                   ? u"PRAGMA user_version = %1"_s.arg(currentSchema() + 1)
                                   : u"PRAGMA application_id = 42"_s;
        QVERIFY((*connection)->exec(pragma));
    } else {
        // What the log beside it still holds could mend it.
        for (const QString &suffix : {u"-wal"_s, u"-shm"_s})
            QVERIFY(!QFile::exists(path + suffix) || QFile::remove(path + suffix));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        if (how == "text"_L1 || how == "empty"_L1)
            QVERIFY(file.resize(0));
        if (how == "text"_L1)
            QCOMPARE(file.write("Dear diary, this is no database at all.\n"), 40);
        if (how == "header"_L1)
            QCOMPARE(file.write(QByteArray(100, '\xAA')), 100);
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    file.close();
    for (const QStringList &words : {QStringList{u"stats"_s}, QStringList{u"check"_s},
                                     QStringList{u"create"_s, u"account"_s, u"name=A"_s}}) {
        const Answer answer = cli.run(QStringList{u"--json"_s} + words);
        QVERIFY2(answer.code == 1, qPrintable(words.join(u' ') + answer.err));
        QVERIFY2(!answer.errorId().isEmpty(), qPrintable(answer.err));
        if (!id.isEmpty())
            QCOMPARE(answer.errorId(), id);
        QVERIFY(cli.run(words).err.startsWith(u"dealwright-cli: "_s));
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), before);
}

} // namespace dw::test

using dw::test::TestCliFaults;
DW_TEST(TestCliFaults)

#include "tst_clifaults.moc"
