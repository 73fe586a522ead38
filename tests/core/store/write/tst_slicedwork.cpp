// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/write/slicedwork.h"

#include "core/store/write/doorcontext.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QSemaphore>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

/// Writes numbers into `meta`, one a row, and remembers what the door says to it.
class Counting final : public SlicedWork {
public:
    explicit Counting(int rows, QString name = u"n"_s) : m_rows(rows), m_name(std::move(name)) {}

    Result<bool> slice(WriterContext &writer, const MayGoOn &mayGoOn,
                       ChangeNotice &notice) override {
        ++slices;
        int done = m_kept;
        do {
            if (onRow)
                onRow(done);
            ++done;
            if (done == failAt)
                return makeError(ErrorKind::Io, u"test.failed"_s);
        } while (done < m_rows && mayGoOn());
        must(setMeta(writer.connection, m_name, QString::number(done)));
        m_done = done;
        notice.set = 7;
        notice.moved.push_back({u"account"_s, {}, {}, true});
        return done < m_rows;
    }
    void committed() override { m_kept = m_done; }
    void ended(const Result<void> &how) override {
        end = how ? u"done"_s : how.error().message.id;
        over.release();
    }
    void left() override { hasLeft = true; }
    void noteEdited(const ChangeNotice &notice) override { edited += int(notice.moved.size()); }
    [[nodiscard]] bool isLastSlice() const override { return m_kept + 1 >= m_rows; }
    void wait() { over.acquire(); }

    std::function<void(int)> onRow;
    int failAt = -1;
    std::atomic<int> slices = 0;
    std::atomic<int> edited = 0;
    std::atomic<bool> hasLeft = false;
    QString end;
    QSemaphore over;

private:
    const int m_rows;
    const QString m_name;
    int m_done = 0;
    std::atomic<int> m_kept = 0;
};

QString kept(TestWorkspace &w, const QString &name = u"n"_s) {
    return must(meta(w.connection(), name));
}

} // namespace

/// Long work between the units of people.
class TestSlicedWork : public QObject {
    Q_OBJECT

private slots:
    void work_isDoneInSlices_andToldAsBulk();
    void slice_endsAtTheRowWhereAUnitWaits();
    void works_areDoneOneAfterTheOther();
    void failedSlice_isRolledBack_andEndsTheWork();
    void unitsOfOthers_areTold();
    void slicesOfOthers_areTold();
    void door_thatCloses_leavesTheRest();
    void longestHold_hasAName();
};

void TestSlicedWork::work_isDoneInSlices_andToldAsBulk() {
    TestWorkspace w;
    std::atomic<int> bulk = 0;
    connect(
        &w.door(), &Door::committed, &w.door(),
        [&](const ChangeNotice &notice) { bulk += notice.bulk && notice.set == 7 ? 1 : 0; },
        Qt::DirectConnection);
    const auto work = std::make_shared<Counting>(5);
    // Each row takes longer than a slice may.
    work->onRow = [](int) { QThread::msleep(6); };
    w.door().startSliced(work);
    work->wait();
    QCOMPARE(work->end, u"done"_s);
    QCOMPARE(work->slices, 5);
    QCOMPARE(bulk, 5);
    QCOMPARE(kept(w), u"5"_s);
}

void TestSlicedWork::slice_endsAtTheRowWhereAUnitWaits() {
    TestWorkspace w;
    QSemaphore inRow, mayGo;
    const auto work = std::make_shared<Counting>(1000);
    work->onRow = [&](int row) {
        if (row == 2) {
            inRow.release();
            mayGo.acquire();
        }
    };
    w.door().startSliced(work);
    inRow.acquire();
    QString seen;
    QObject context;
    bool isDone = false;
    SetInfo info;
    info.actor = w.actor;
    w.door().submit({info,
                     [&](WriteTransaction &tx) -> Result<void> {
                         seen = must(meta(tx.reader().connection(), u"n"_s));
                         return {};
                     }},
                    &context, [&](const Result<Committed> &) { isDone = true; });
    mayGo.release();
    QTRY_VERIFY(isDone);
    // The row that was under way when it came, and what stood before it in the slice.
    QCOMPARE(seen, u"3"_s);
    work->wait();
    QCOMPARE(kept(w), u"1000"_s);
}

void TestSlicedWork::works_areDoneOneAfterTheOther() {
    TestWorkspace w;
    const auto first = std::make_shared<Counting>(3, u"first"_s);
    const auto second = std::make_shared<Counting>(3, u"second"_s);
    first->onRow = [](int) { QThread::msleep(6); };
    second->onRow = [&](int) {
        if (first->end.isEmpty())
            qFatal("the second began before the first was done");
    };
    w.door().startSliced(first);
    w.door().startSliced(second);
    second->wait();
    QCOMPARE(kept(w, u"first"_s), u"3"_s);
    QCOMPARE(kept(w, u"second"_s), u"3"_s);
}

void TestSlicedWork::failedSlice_isRolledBack_andEndsTheWork() {
    TestWorkspace w;
    const auto work = std::make_shared<Counting>(10);
    work->failAt = 4;
    work->onRow = [](int) { QThread::msleep(6); };
    w.door().startSliced(work);
    work->wait();
    QCOMPARE(work->end, u"test.failed"_s);
    QCOMPARE(kept(w), u"3"_s);
    w.create(u"account", {{u"name", u"goes on"_s}});
    QCOMPARE(w.damages(), QStringList());
}

void TestSlicedWork::unitsOfOthers_areTold() {
    TestWorkspace w;
    QSemaphore inRow, mayGo;
    const auto work = std::make_shared<Counting>(10);
    work->onRow = [&](int row) {
        if (row == 1) {
            inRow.release();
            mayGo.acquire();
        }
    };
    w.door().startSliced(work);
    inRow.acquire();
    QObject context;
    bool isDone = false;
    SetInfo info;
    info.actor = w.actor;
    w.door().submit({info,
                     [&](WriteTransaction &tx) -> Result<void> {
                         must(tx.create(w.record(u"account", {{u"name", u"A"_s}})));
                         return {};
                     }},
                    &context, [&](const Result<Committed> &) { isDone = true; });
    mayGo.release();
    QTRY_VERIFY(isDone);
    work->wait();
    QCOMPARE(work->edited, 1);
}

void TestSlicedWork::slicesOfOthers_areTold() {
    TestWorkspace w;
    const auto first = std::make_shared<Counting>(3, u"first"_s);
    const auto second = std::make_shared<Counting>(1, u"second"_s);
    QSemaphore mayGo;
    first->onRow = [&](int row) {
        if (row == 0)
            mayGo.acquire();
    };
    w.door().startSliced(first);
    w.door().startSliced(second);
    mayGo.release();
    second->wait();
    QVERIFY(second->edited >= 1);
    QCOMPARE(first->edited, 0);
}

void TestSlicedWork::door_thatCloses_leavesTheRest() {
    TestWorkspace w;
    QSemaphore inRow;
    const auto work = std::make_shared<Counting>(1'000'000);
    work->onRow = [&](int row) {
        if (row == 0)
            inRow.release();
        QThread::usleep(100);
    };
    w.door().startSliced(work);
    inRow.acquire();
    w.reopen();
    QVERIFY(work->hasLeft);
    QVERIFY(work->end.isEmpty());
    QVERIFY(kept(w).toInt() >= 1);
}

void TestSlicedWork::longestHold_hasAName() {
    TestWorkspace w;
    (void)w.door().takeLongestHold();
    const auto work = std::make_shared<Counting>(1);
    work->onRow = [](int) { QThread::msleep(30); };
    w.door().startSliced(work);
    work->wait();
    // What is measured ends behind what it measures.
    must(w.door().maintain([](Connection &) { return Result<void>(); }));
    const Door::Hold hold = w.door().takeLongestHold();
    QCOMPARE(hold.what, u"slice"_s);
    QVERIFY(hold.us >= 30'000);
    QVERIFY(w.door().takeLongestHold().us < hold.us);
}

} // namespace dw::test

using dw::test::TestSlicedWork;
DW_TEST(TestSlicedWork)

#include "tst_slicedwork.moc"
