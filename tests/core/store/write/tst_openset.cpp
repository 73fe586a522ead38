// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/write/openset.h"

#include "core/store/jobs/jobtable.h"
#include "core/store/write/writetransaction_state.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

/// Writes into an open set slice by slice, as a job does, between the units of others.
class Slices {
public:
    enum class Named { ByAJob, ByNobody };
    explicit Slices(TestWorkspace &w, Named named = Named::ByAJob) : m_w(w) {
        onTheWriter([&](WriterContext &writer) -> Result<void> {
            ChangeSet set;
            set.kind = SetKind::Import;
            set.device = writer.device;
            set.actor = m_w.actor;
            set.label = {u"import.set"_s, {}};
            set.at = m_w.clock.now();
            m_set = must(OpenSet::begin(writer.connection, writer.position, set, m_w.wall.now()));
            if (named == Named::ByNobody)
                return {};
            m_job.id = {makeUuidV7(m_w.wall.now())};
            m_job.set = m_set->seq();
            m_job.started = m_w.wall.now();
            return jobtable::insert(writer.connection, m_job);
        });
    }
    [[nodiscard]] OpenSet &set() { return *m_set; }

    RecordId create(const QString &name) {
        RecordId id;
        onTheWriter([&](WriterContext &writer) -> Result<void> {
            SetInfo info;
            info.actor = m_w.actor;
            WriteTransaction::State state(writer, info);
            state.into = m_set.get();
            WriteTransaction tx(state);
            id = must(tx.create(m_w.record(u"account", {{u"name", name}})));
            const Committed done = must(state.close());
            if (done.set != m_set->seq())
                qFatal("the records went into another set");
            state.keep();
            return {};
        });
        return id;
    }
    void close() {
        onTheWriter([&](WriterContext &writer) -> Result<void> {
            must(m_set->close(writer.connection, writer.position, m_w.wall.now()));
            m_job.state = JobState::Done;
            return jobtable::update(writer.connection, m_job);
        });
    }
    /// Forgets what is in memory, as a restart does.
    void restore() {
        const qint64 seq = m_set->seq();
        onTheWriter([&](WriterContext &writer) -> Result<void> {
            m_set = must(OpenSet::restore(writer.connection, seq));
            return {};
        });
    }

private:
    void onTheWriter(const std::function<Result<void>(WriterContext &)> &task) {
        must(m_w.door().maintain([&](Connection &c) -> Result<void> {
            Door::Options options{
                m_w.paths().database(),     {}, m_w.catalog(), m_w.clock, m_w.wall,
                QTimeZone("Asia/Shanghai"), {}};
            WriterContext writer(c, options);
            must(writer.load());
            const auto transaction = must(Transaction::begin(c, Transaction::Kind::Write));
            must(task(writer));
            must(setMeta(c, u"clock"_s, QString::number(writer.position.clock.value)));
            return transaction->commit();
        }));
    }

    TestWorkspace &m_w;
    std::unique_ptr<OpenSet> m_set;
    JobRow m_job;
};

ChangeSet setOf(TestWorkspace &w, qint64 seq) { return *must(w.history().set(seq)); }

} // namespace

/// The set of a long job: there from the start, a link of the chain when it closes.
class TestOpenSet : public QObject {
    Q_OBJECT

private slots:
    void begun_standsWithAnEmptyHead();
    void closed_followsOnWhatClosedMeanwhile();
    void restored_goesOnWhereItWas();
    void restored_ofAClosedOrUnknownSet_isRefused();
    void open_cannotBeUndone_andOthersCan();
    void open_withoutAJob_isDamage();
    void reopened_goesOnBehindTheSetThatClosedLast();
};

void TestOpenSet::begun_standsWithAnEmptyHead() {
    TestWorkspace w;
    Slices slices(w);
    const ChangeSet set = setOf(w, slices.set().seq());
    QVERIFY(set.head.isEmpty());
    QCOMPARE(set.count, 0);
    QCOMPARE(set.kind, SetKind::Import);
    QCOMPARE(must(openSets(w.connection())), std::vector<qint64>{set.seq});
    // The next unit takes the number behind it.
    const qint64 next =
        w.change(u"account", w.create(u"account", {{u"name", u"A"_s}}), {{u"sector", u"IT"_s}});
    QCOMPARE(next, set.seq + 2);
}

void TestOpenSet::closed_followsOnWhatClosedMeanwhile() {
    TestWorkspace w;
    w.create(u"account", {{u"name", u"before"_s}});
    Slices slices(w);
    slices.create(u"one"_s);
    w.tick();
    w.create(u"account", {{u"name", u"meanwhile"_s}});
    const ChangeSet meanwhile = setOf(w, slices.set().seq() + 1);
    slices.create(u"two"_s);
    slices.close();
    const ChangeSet set = setOf(w, slices.set().seq());
    QCOMPARE(set.count, 2);
    QCOMPARE(set.previous, meanwhile.head);
    QVERIFY(set.recorded > meanwhile.recorded);
    QVERIFY(must(openSets(w.connection())).empty());
    w.create(u"account", {{u"name", u"after"_s}});
    QCOMPARE(setOf(w, meanwhile.seq + 1).previous, set.head);
    QCOMPARE(w.damages(), QStringList());
}

void TestOpenSet::restored_goesOnWhereItWas() {
    TestWorkspace w;
    Slices slices(w);
    slices.create(u"one"_s);
    slices.create(u"two"_s);
    slices.restore();
    QCOMPARE(slices.set().count(), 2);
    slices.create(u"three"_s);
    slices.close();
    QCOMPARE(setOf(w, slices.set().seq()).count, 3);
    QCOMPARE(w.damages(), QStringList());
}

void TestOpenSet::restored_ofAClosedOrUnknownSet_isRefused() {
    TestWorkspace w;
    const qint64 closed =
        w.change(u"account", w.create(u"account", {{u"name", u"A"_s}}), {{u"sector", u"IT"_s}});
    for (const qint64 seq : {closed, closed + 7})
        QCOMPARE(messageId(OpenSet::restore(w.connection(), seq)), u"job.set_lost"_s);
}

void TestOpenSet::open_cannotBeUndone_andOthersCan() {
    TestWorkspace w;
    const RecordId account = w.create(u"account", {{u"name", u"A"_s}});
    Slices slices(w);
    const RecordId made = slices.create(u"made"_s);
    const qint64 edit = w.change(u"account", account, {{u"sector", u"IT"_s}});
    QCOMPARE(messageId(w.undo(slices.set().seq())), u"undo.open"_s);
    const auto next = must(nextUndo(w.connection(), w.door().device(), w.actor));
    QCOMPARE(next->seq, edit);
    must(w.undo(edit));
    QCOMPARE(w.value(u"account", account, u"sector"), FieldValue());
    slices.close();
    must(w.undo(slices.set().seq()));
    QVERIFY(w.row(u"account", made).deleted);
    QCOMPARE(w.damages(), QStringList());
}

void TestOpenSet::open_withoutAJob_isDamage() {
    TestWorkspace w;
    Slices slices(w, Slices::Named::ByNobody);
    slices.create(u"one"_s);
    QVERIFY(!w.damages().isEmpty());
}

void TestOpenSet::reopened_goesOnBehindTheSetThatClosedLast() {
    TestWorkspace w;
    Slices slices(w);
    slices.create(u"one"_s);
    const RecordId account = w.create(u"account", {{u"name", u"meanwhile"_s}});
    slices.close();
    // Of a higher number than the set that closed behind it.
    w.reopen();
    const qint64 next = w.change(u"account", account, {{u"sector", u"IT"_s}});
    QCOMPARE(setOf(w, next).previous, setOf(w, slices.set().seq()).head);
    QCOMPARE(w.damages(), QStringList());
}

} // namespace dw::test

using dw::test::TestOpenSet;
DW_TEST(TestOpenSet)
#include "tst_openset.moc"
