// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/files/backup.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <thread>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestDoor : public QObject {
    Q_OBJECT

private slots:
    void unit_runsOnTheWriterThread();
    void unit_thatFails_leavesNothing();
    void failedStatement_isNotForgotten();
    void stop_rollsTheUnitBack();
    void submit_answersOnTheContextsThread();
    void submit_whenTheContextIsGone_writesAllTheSame();
    void submit_answersAfterTheNoticeAndInOrder();
    void close_finishesWhatIsQueued();
    void run_fromManyThreads_losesNothing();
    void committed_isSaidOncePerSet();
    void otherConnections_seeOnlyWhatIsCommitted();
    void maintain_runsOutsideAnySet();
    void maintain_mayChangeTheLogPosition();
    void open_withoutDevice_saysTheDatabaseIsDamaged();
    void zone_decidesWhatTodayIs();
    void log_isBroughtInWhenItHasGrown();
};

void TestDoor::unit_runsOnTheWriterThread() {
    TestWorkspace w;
    std::thread::id here, again;
    must(w.run([&](WriteTransaction &) -> Result<void> {
        here = std::this_thread::get_id();
        return {};
    }));
    must(w.door().maintain([&](Connection &) -> Result<void> {
        again = std::this_thread::get_id();
        return {};
    }));
    QVERIFY(here != std::this_thread::get_id());
    QVERIFY(here == again);
}

void TestDoor::unit_thatFails_leavesNothing() {
    TestWorkspace w;
    const RecordId kept = w.create(u"tag", {{u"name", u"kept"_s}});
    const auto done = w.run([&](WriteTransaction &tx) -> Result<void> {
        must(tx.create(w.record(u"tag", {{u"name", u"lost"_s}})));
        must(tx.change(w.record(u"tag", {{u"name", u"changed"_s}}, kept)));
        return makeError(ErrorKind::Invalid, u"unit.failed"_s);
    });
    QVERIFY(!done.ok());
    QCOMPARE(done.error().message.id, u"unit.failed"_s);
    QCOMPARE(must(w.connection().scalar(u"SELECT count(*) FROM tag"_s)), 1);
    QCOMPARE(w.value(u"tag", kept, u"name"), FieldValue(u"kept"_s));
    QCOMPARE(w.change(u"tag", kept, {{u"name", u"again"_s}}), 2);
    QVERIFY(w.damages().isEmpty());
}

void TestDoor::failedStatement_isNotForgotten() {
    TestWorkspace w;
    const RecordId id = w.create(u"tag", {{u"name", u"a"_s}});
    must(w.door().maintain(
        [](Connection &c) { return c.exec(u"ALTER TABLE account RENAME TO elsewhere"_s); }));
    QStringList inside;
    const auto done = w.run([&](WriteTransaction &tx) -> Result<void> {
        must(tx.change(w.record(u"tag", {{u"name", u"b"_s}}, id)));
        const auto made = tx.create(w.record(u"account", {{u"name", u"A"_s}}));
        inside << (made ? u"made"_s : made.error().message.id);
        // A unit that goes on as if nothing were wrong gets nothing further.
        const auto more = tx.change(w.record(u"tag", {{u"name", u"c"_s}}, id));
        inside << (more ? u"made"_s : more.error().message.id);
        return {};
    });
    QVERIFY(!done.ok());
    QCOMPARE(inside, QStringList({done.error().message.id, done.error().message.id}));
    QVERIFY(done.error().message.id.startsWith(u"store."_s));
    QCOMPARE(w.value(u"tag", id, u"name"), FieldValue(u"a"_s));
}

void TestDoor::stop_rollsTheUnitBack() {
    TestWorkspace w;
    StopToken stop;
    const auto done = w.run([&](WriteTransaction &tx) -> Result<void> {
        tx.setStopToken(stop);
        must(tx.create(w.record(u"tag", {{u"name", u"a"_s}})));
        stop.stop();
        if (!tx.stopRequested())
            return makeError(ErrorKind::Invalid, u"not stopped"_s);
        // Even a unit that does not look finds out at its next step, or at the end.
        const auto more = tx.create(w.record(u"tag", {{u"name", u"b"_s}}));
        return more ? makeError(ErrorKind::Invalid, u"went on"_s) : Result<void>();
    });
    QVERIFY(!done.ok());
    QCOMPARE(done.error().kind, ErrorKind::Cancelled);
    QCOMPARE(done.error().message.id, u"cancelled"_s);
    QCOMPARE(must(w.connection().scalar(u"SELECT count(*) FROM tag"_s)), 0);
}

void TestDoor::submit_answersOnTheContextsThread() {
    TestWorkspace w;
    QObject context;
    Qt::HANDLE thread = nullptr;
    qint64 set = 0;
    const Work work{{.actor = w.actor}, [&w](WriteTransaction &tx) -> Result<void> {
                        const auto made = tx.create(w.record(u"tag", {{u"name", u"a"_s}}));
                        return made ? Result<void>() : Result<void>(made.error());
                    }};
    w.door().submit(work, &context, [&](const Result<Committed> &done) {
        thread = QThread::currentThreadId();
        set = done ? done->set : -1;
    });
    QTRY_COMPARE(set, 1);
    QCOMPARE(thread, QThread::currentThreadId());
}

void TestDoor::submit_whenTheContextIsGone_writesAllTheSame() {
    TestWorkspace w;
    bool answered = false;
    const auto work = [&](const QString &name) {
        return Work{{.actor = w.actor}, [&w, name](WriteTransaction &tx) -> Result<void> {
                        const auto made = tx.create(w.record(u"tag", {{u"name", name}}));
                        return made ? Result<void>() : Result<void>(made.error());
                    }};
    };
    const auto note = [&](const Result<Committed> &) { answered = true; };
    auto early = std::make_unique<QObject>();
    w.door().submit(work(u"a"_s), early.get(), note);
    early.reset();
    auto late = std::make_unique<QObject>();
    w.door().submit(work(u"b"_s), late.get(), note);
    must(w.run([](WriteTransaction &) { return Result<void>(); }));
    late.reset(); // The answer is on its way already.
    w.door().submit(work(u"c"_s), nullptr, note);
    must(w.run([](WriteTransaction &) { return Result<void>(); }));
    QCoreApplication::processEvents();
    QVERIFY(!answered);
    QCOMPARE(must(w.connection().scalar(u"SELECT count(*) FROM tag"_s)), 3);
}

void TestDoor::submit_answersAfterTheNoticeAndInOrder() {
    TestWorkspace w;
    QObject context;
    QStringList said;
    connect(&w.door(), &Door::committed, &context,
            [&](const ChangeNotice &notice) { said << u"notice %1"_s.arg(notice.set); });
    for (int i = 0; i < 3; ++i)
        w.door().submit({{.actor = w.actor},
                         [&w, i](WriteTransaction &tx) -> Result<void> {
                             must(tx.create(w.record(u"tag", {{u"name", QString::number(i)}})));
                             return {};
                         }},
                        &context, [&](const Result<Committed> &done) {
                            said << u"answer %1"_s.arg(must(done).set);
                        });
    QTRY_COMPARE(said.size(), 6);
    QCOMPARE(said, QStringList({u"notice 1"_s, u"answer 1"_s, u"notice 2"_s, u"answer 2"_s,
                                u"notice 3"_s, u"answer 3"_s}));
}

void TestDoor::close_finishesWhatIsQueued() {
    TestWorkspace w;
    for (int i = 0; i < 20; ++i)
        w.door().submit({{.actor = w.actor},
                         [&w, i](WriteTransaction &tx) -> Result<void> {
                             must(tx.create(w.record(u"tag", {{u"name", QString::number(i)}})));
                             return {};
                         }},
                        nullptr, {});
    w.reopen();
    QCOMPARE(must(w.connection().scalar(u"SELECT count(*) FROM tag"_s)), 20);
    QVERIFY(w.damages().isEmpty());
}

void TestDoor::run_fromManyThreads_losesNothing() {
    TestWorkspace w;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&w, t] {
            for (int i = 0; i < 25; ++i)
                must(w.run([&](WriteTransaction &tx) -> Result<void> {
                    must(tx.create(w.record(u"tag", {{u"name", u"%1-%2"_s.arg(t).arg(i)}})));
                    return {};
                }));
        });
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(must(w.connection().scalar(u"SELECT count(DISTINCT name) FROM tag"_s)), 100);
    QCOMPARE(must(w.connection().scalar(u"SELECT count(DISTINCT short_id) FROM tag"_s)), 100);
    QCOMPARE(must(w.connection().scalar(u"SELECT max(seq) FROM change_set"_s)), 100);
    QVERIFY(w.damages().isEmpty());
}

void TestDoor::committed_isSaidOncePerSet() {
    TestWorkspace w;
    QSignalSpy spy(&w.door(), &Door::committed);
    const RecordId id = w.create(u"tag", {{u"name", u"a"_s}});
    w.change(u"tag", id, {{u"name", u"a"_s}});
    QVERIFY(!w.run([](WriteTransaction &) -> Result<void> {
                  return makeError(ErrorKind::Invalid, u"no"_s);
              }).ok());
    w.change(u"tag", id, {{u"color", u"red"_s}});
    QTRY_COMPARE(spy.size(), 2);
    const auto notice = spy.at(1).at(0).value<ChangeNotice>();
    QCOMPARE(notice.set, 2);
    QCOMPARE(notice.moved.at(0).id, id);
    QCOMPARE(notice.moved.at(0).groups, QStringList{u"color"_s});
    QVERIFY(!notice.moved.at(0).created);
    QVERIFY(!notice.catalogChanged);
}

void TestDoor::otherConnections_seeOnlyWhatIsCommitted() {
    TestWorkspace w;
    const QString countTags = u"SELECT count(*) FROM tag"_s;
    const auto reader = must(Connection::open(w.paths().database(), OpenMode::ReadOnly));
    std::atomic<bool> isMade = false, mayEnd = false;
    std::thread writing([&] {
        must(w.run([&](WriteTransaction &tx) -> Result<void> {
            must(tx.create(w.record(u"tag", {{u"name", u"a"_s}})));
            isMade = true;
            while (!mayEnd)
                std::this_thread::yield();
            return {};
        }));
    });
    while (!isMade)
        std::this_thread::yield();
    const auto before = reader->scalar(countTags);
    mayEnd = true;
    writing.join();
    QCOMPARE(must(before), 0);
    QCOMPARE(must(reader->scalar(countTags)), 1);
}

void TestDoor::maintain_runsOutsideAnySet() {
    TestWorkspace w;
    w.create(u"tag", {{u"name", u"a"_s}});
    const auto failed = w.door().maintain([](Connection &c) -> Result<void> {
        must(c.exec(u"BEGIN IMMEDIATE; DELETE FROM tag"_s));
        return makeError(ErrorKind::Io, u"task.failed"_s);
    });
    QCOMPARE(failed.error().message.id, u"task.failed"_s);
    // What the task left open is rolled back, and the next unit has its transaction.
    w.create(u"tag", {{u"name", u"b"_s}});
    QCOMPARE(must(w.connection().scalar(u"SELECT count(*) FROM tag"_s)), 2);
    QString copy;
    must(w.door().maintain([&](Connection &c) -> Result<void> {
        copy = must(backup(c, w.paths(), w.wall));
        return {};
    }));
    QVERIFY(QFile::exists(copy));
}

void TestDoor::maintain_mayChangeTheLogPosition() {
    TestWorkspace w;
    const RecordId id = w.create(u"tag", {{u"name", u"a"_s}});
    w.change(u"tag", id, {{u"name", u"b"_s}});
    must(w.door().maintain([](Connection &c) {
        return c.exec(u"DELETE FROM change_record WHERE set_seq=2; DELETE FROM change_set WHERE"
                      " seq=2; UPDATE tag SET name='a'"_s);
    }));
    QCOMPARE(w.change(u"tag", id, {{u"color", u"red"_s}}), 2);
}

void TestDoor::open_withoutDevice_saysTheDatabaseIsDamaged() {
    TestWorkspace w;
    must(w.door().maintain(
        [](Connection &c) { return c.exec(u"DELETE FROM meta WHERE key='device'"_s); }));
    w.close();
    const auto door =
        Door::open({w.paths().database(), {}, w.catalog(), w.clock, w.wall, QTimeZone::utc(), {}});
    QVERIFY(!door.ok());
    QCOMPARE(door.error().kind, ErrorKind::Damaged);
    const auto none = Door::open(
        {w.paths().folder + u"/none"_s, {}, w.catalog(), w.clock, w.wall, QTimeZone::utc(), {}});
    QVERIFY(!none.ok());
}

void TestDoor::zone_decidesWhatTodayIs() {
    TestWorkspace w;
    w.clock.set(*Instant::fromIso(u"2026-03-02T17:00:00Z"_s));
    const auto today = [&] {
        QDate day;
        must(w.run([&](WriteTransaction &tx) -> Result<void> {
            day = tx.today();
            return {};
        }));
        return day;
    };
    QCOMPARE(today(), QDate(2026, 3, 3)); // Shanghai
    w.door().setZone(QTimeZone::utc());
    QCOMPARE(today(), QDate(2026, 3, 2));
}

void TestDoor::log_isBroughtInWhenItHasGrown() {
    TestWorkspace w;
    const QString wal = w.paths().database() + u"-wal"_s;
    const RecordId id = w.create(u"note", {{u"title", u"n"_s}});
    qint64 largest = 0;
    for (int i = 0; i < 12; ++i) {
        w.change(u"note", id, {{u"body", QString(700'000, QChar(u'a' + i))}});
        largest = std::max(largest, QFileInfo(wal).size());
    }
    // Twelve times some 350 pages and their records would be four times as much.
    QVERIFY2(largest < qint64(12) * 1'400'000, qPrintable(QString::number(largest)));
    QVERIFY(largest > 4096 * 1000);
}

} // namespace dw::test

using dw::test::TestDoor;
DW_TEST(TestDoor)

#include "tst_door.moc"
