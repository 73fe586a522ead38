// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultyvfs.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>

#ifdef Q_OS_UNIX
#    include <sys/wait.h>
#    include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

constexpr int rows = 12;

/// One thing that a person does, over and over on copies of one workspace while the disk fails it.
struct Deed {
    Unit unit;
    SetInfo info = {};
};

/// What the workspace holds, in one text: number of sets and records, and every account.
QString stateOf(TestWorkspace &w) {
    auto s = must(w.connection().prepare(
        u"SELECT (SELECT count(*) FROM change_set) || ' ' || (SELECT count(*) FROM change_record)"
        " UNION ALL SELECT * FROM (SELECT name || coalesce(sector, '-') || deleted FROM account"
        " ORDER BY id)"_s));
    QStringList lines;
    while (must(s.step()))
        lines << s.text(0);
    return lines.join(u'\n');
}

} // namespace

class TestWriteFaults : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void anyFailure_leavesAllOrNothing_data();
    void anyFailure_leavesAllOrNothing();
    void fullDisk_leavesAllOrNothing_data();
    void fullDisk_leavesAllOrNothing();
    void killedAnywhere_leavesAllOrNothing_data();
    void killedAnywhere_leavesAllOrNothing();
    void failedCatalogChange_isForgotten();

private:
    [[nodiscard]] Deed deed(const QString &name) const;
    void deedRows() const;
    void tryDeed(const QString &name, const std::function<void(int)> &arm);
    [[nodiscard]] QString stateAfter(const QString &name) const;

    QTemporaryDir m_folder;
    QString m_base; ///< The workspace that every try begins with.
    RecordId m_first;
    QString m_before;
};

void TestWriteFaults::initTestCase() {
    TestWorkspace w;
    m_first = w.create(u"account", {{u"name", u"first"_s}});
    must(w.run([&](WriteTransaction &tx) -> Result<void> {
        for (int i = 0; i < rows; ++i)
            must(tx.create(w.record(u"account", {{u"name", QString::number(i)}})));
        return {};
    }));
    m_before = stateOf(w);
    w.close();
    m_base = m_folder.filePath(u"base"_s);
    QVERIFY(QFile::copy(w.paths().database(), m_base));
}

Deed TestWriteFaults::deed(const QString &name) const {
    if (name == "undo"_L1)
        return {[](WriteTransaction &tx) { return undoSet(tx, 2); }};
    if (name == "edit"_L1)
        return {[id = m_first](WriteTransaction &tx) {
            Record values(u"account"_s, id);
            values.set(tx.catalog().entity(u"account")->byName(u"sector"), u"IT"_s);
            return tx.change(values);
        }};
    return {[](WriteTransaction &tx) -> Result<void> {
        const auto list =
            tx.reader().list({u"account"_s, {}, {}, {}, 0, false}, {tx.now(), QTimeZone::utc()});
        if (!list)
            return list.error();
        for (const Row &row : *list) {
            Record values(u"account"_s, row.record.id());
            values.set(tx.catalog().entity(u"account")->byName(u"sector"), u"AI"_s);
            if (const auto changed = tx.change(values); !changed)
                return changed;
        }
        return {};
    }};
}

void TestWriteFaults::deedRows() const {
    QTest::addColumn<QString>("name");
    for (const QString &name : {u"edit"_s, u"bulk edit"_s, u"undo"_s})
        QTest::addRow("%s", qPrintable(name)) << name;
}

QString TestWriteFaults::stateAfter(const QString &name) const {
    TestWorkspace w({.from = m_base});
    const Deed does = deed(name);
    must(w.run(does.unit, does.info));
    return stateOf(w);
}

/// Does the deed with one more thing failing each time, until nothing does.
void TestWriteFaults::tryDeed(const QString &name, const std::function<void(int)> &arm) {
    const QString after = stateAfter(name);
    QVERIFY(after != m_before);
    const Deed does = deed(name);
    int failures = 0;
    for (int n = 1;; ++n) {
        QVERIFY2(n < 2000, "the deed never succeeds");
        faultyvfs::reset();
        TestWorkspace w({.vfs = faultyvfs::name(), .from = m_base});
        arm(n);
        const auto done = w.run(does.unit, does.info);
        const bool hasFailed = faultyvfs::hasFailed();
        faultyvfs::reset();
        const QString context = u"%1, step %2"_s.arg(name).arg(n);
        QVERIFY2(stateOf(w) == (done ? after : m_before), qPrintable(context));
        if (!done) {
            ++failures;
            const ErrorKind kind = done.error().kind;
            QVERIFY2(kind == ErrorKind::Io || kind == ErrorKind::Full, qPrintable(context));
        }
        // The door goes on, and what it wrote meanwhile follows on what is there.
        const auto next = w.run([&](WriteTransaction &tx) {
            return tx.change(w.record(u"account", {{u"name", u"later"_s}}, m_first));
        });
        QVERIFY2(next.ok(), qPrintable(context));
        w.reopen();
        const qint64 again = w.change(u"account", m_first, {{u"name", u"again"_s}});
        QCOMPARE(must(w.history().set(again))->count, 1);
        const QStringList damages = w.damages();
        QVERIFY2(damages.isEmpty(), qPrintable(context + u": "_s + damages.join(u' ')));
        if (!hasFailed) {
            QVERIFY(done.ok());
            QVERIFY(failures > 0);
            return;
        }
    }
}

void TestWriteFaults::anyFailure_leavesAllOrNothing_data() { deedRows(); }

void TestWriteFaults::anyFailure_leavesAllOrNothing() {
    QFETCH(const QString, name);
    tryDeed(name, [](int n) { faultyvfs::failAt(n, faultyvfs::Fault::Io); });
}

void TestWriteFaults::fullDisk_leavesAllOrNothing_data() { deedRows(); }

void TestWriteFaults::fullDisk_leavesAllOrNothing() {
    QFETCH(const QString, name);
    tryDeed(name, [](int n) { faultyvfs::fillAfter(qint64(n - 1) * 4000); });
}

void TestWriteFaults::killedAnywhere_leavesAllOrNothing_data() { deedRows(); }

void TestWriteFaults::killedAnywhere_leavesAllOrNothing() {
#ifdef Q_OS_UNIX
    QFETCH(const QString, name);
    const QString after = stateAfter(name);
    const Deed does = deed(name);
    int killed = 0;
    for (int n = 1;; ++n) {
        QVERIFY2(n < 2000, "the deed never succeeds");
        const QTemporaryDir folder;
        QVERIFY(QFile::copy(m_base, WorkspacePaths::of(folder.path()).database()));
        const pid_t child = fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            TestWorkspace w({.vfs = faultyvfs::name(), .folder = folder.path()});
            faultyvfs::reset();
            faultyvfs::failAt(n, faultyvfs::Fault::Kill);
            _exit(w.run(does.unit, does.info).ok() ? 0 : 1);
        }
        int status = 0;
        QCOMPARE(waitpid(child, &status, 0), child);
        QVERIFY(WIFEXITED(status));
        TestWorkspace w({.folder = folder.path()});
        const QString state = stateOf(w);
        QVERIFY2(state == m_before || state == after,
                 qPrintable(u"%1, step %2:\n%3"_s.arg(name).arg(n).arg(state)));
        w.change(u"account", m_first, {{u"name", u"later"_s}});
        QCOMPARE(w.damages(), QStringList());
        if (WEXITSTATUS(status) == 0) {
            // What was acknowledged is there.
            QCOMPARE(state, after);
            QVERIFY(killed > 0);
            return;
        }
        QCOMPARE(WEXITSTATUS(status), 137);
        ++killed;
    }
#else
    QSKIP("needs fork()");
#endif
}

void TestWriteFaults::failedCatalogChange_isForgotten() {
    for (int n = 1;; ++n) {
        QVERIFY(n < 200);
        faultyvfs::reset();
        TestWorkspace w({.vfs = faultyvfs::name(), .from = m_base});
        const CatalogPtr before = w.catalog().get();
        faultyvfs::failAt(n, faultyvfs::Fault::Io);
        const auto add = [&] {
            return w.run([&](WriteTransaction &tx) -> Result<void> {
                const auto made = tx.create(w.record(
                    u"custom_field",
                    {{u"entity", u"account"_s}, {u"key", u"extra"_s}, {u"type", u"text"_s}}));
                return made ? Result<void>() : Result<void>(made.error());
            });
        };
        const bool done = add().ok();
        const bool hasFailed = faultyvfs::hasFailed();
        faultyvfs::reset();
        if (!done) {
            QCOMPARE(w.catalog().get(), before);
            QVERIFY(add().ok());
        }
        QVERIFY(!w.entity(u"account").byKey(u"extra").isNull());
        QCOMPARE(w.damages(), QStringList());
        if (!hasFailed)
            return;
    }
}

} // namespace dw::test

using dw::test::TestWriteFaults;
DW_TEST(TestWriteFaults)

#include "tst_writefaults.moc"
