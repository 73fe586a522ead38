// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/readworker.h"

#include "core/services/works.h"
#include "tests/core/services/workspacefixture.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>
#include <QThread>
#include <semaphore>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestReadWorker : public QObject {
    Q_OBJECT

private slots:
    void answers_inOrder_onTheContextsThread();
    void answers_ofTheContextThatIsGone_areDropped();
    void oneQuestion_seesOneState();
    void nextQuestion_seesWhatWasCommitted();
    void end_dropsWhatWasNotAsked();
    void end_dropsAnswersOnTheirWay();
    void open_whereNothingIs_fails();
};

void TestReadWorker::answers_inOrder_onTheContextsThread() {
    WorkspaceFixture f;
    std::vector<int> answers;
    QObject context;
    const QThread *asked = nullptr;
    for (int i = 0; i < 50; ++i) {
        f.workspace().worker().ask<int>(
            [&asked, i](Reader &) {
                asked = QThread::currentThread();
                return i;
            },
            &context,
            [&](int answer) {
                QCOMPARE(QThread::currentThread(), context.thread());
                answers.push_back(answer);
            });
    }
    f.workspace().worker().drain();
    QVERIFY(answers.empty());
    QVERIFY(asked != nullptr && asked != QThread::currentThread());
    QCoreApplication::processEvents();
    QCOMPARE(answers.size(), 50U);
    for (int i = 0; i < 50; ++i)
        QCOMPARE(answers[size_t(i)], i);
}

void TestReadWorker::answers_ofTheContextThatIsGone_areDropped() {
    WorkspaceFixture f;
    bool answered = false, asked = false;
    auto context = std::make_unique<QObject>();
    f.workspace().worker().ask<bool>([&asked](Reader &) { return asked = true; }, context.get(),
                                     [&](bool) { answered = true; });
    f.workspace().worker().drain();
    QVERIFY(asked);
    context.reset();
    QCoreApplication::processEvents();
    QVERIFY(!answered);
}

void TestReadWorker::oneQuestion_seesOneState() {
    WorkspaceFixture f;
    const RecordId account = f.create(u"account"_s, u"name=Before"_s);
    std::binary_semaphore looked(0), changed(0);
    QStringList names;
    QObject context;
    f.workspace().worker().ask<QStringList>(
        [&](Reader &reader) {
            QStringList seen{reader.title(u"account"_s, account)};
            looked.release();
            changed.acquire();
            seen << reader.title(u"account"_s, account);
            return seen;
        },
        &context, [&](const QStringList &seen) { names = seen; });
    looked.acquire();
    f.edit(u"account"_s, account, u"name=After"_s);
    changed.release();
    QTRY_COMPARE(names, (QStringList{u"Before"_s, u"Before"_s}));
}

void TestReadWorker::nextQuestion_seesWhatWasCommitted() {
    WorkspaceFixture f;
    QObject context;
    QString seen;
    const auto ask = [&](RecordId account) {
        f.workspace().worker().ask<QString>(
            [account](Reader &reader) { return reader.title(u"account"_s, account); }, &context,
            [&](const QString &title) { seen = title; });
        f.workspace().worker().drain();
        QCoreApplication::processEvents();
    };
    const RecordId account = f.create(u"account"_s, u"name=Before"_s);
    ask(account);
    QCOMPARE(seen, u"Before"_s);
    f.edit(u"account"_s, account, u"name=After"_s);
    ask(account);
    QCOMPARE(seen, u"After"_s);
}

void TestReadWorker::end_dropsWhatWasNotAsked() {
    WorkspaceFixture f;
    const CatalogHolder catalog(f.workspace().catalog());
    auto worker = must(ReadWorker::open(f.workspace().paths().database(), {}, catalog));
    std::binary_semaphore begun(0), mayEnd(0);
    std::atomic<int> asked = 0;
    QObject context;
    worker->ask<int>(
        [&](Reader &) {
            begun.release();
            mayEnd.acquire();
            return ++asked;
        },
        &context, [](int) {});
    worker->ask<int>([&](Reader &) { return ++asked; }, &context, [](int) {});
    begun.acquire();
    std::thread ender([&] {
        // Long enough for the worker's end to be under way in nearly every run; right in all.
        QThread::msleep(20);
        mayEnd.release();
    });
    worker.reset();
    ender.join();
    QCOMPARE(asked.load(), 1);
}

void TestReadWorker::end_dropsAnswersOnTheirWay() {
    WorkspaceFixture f;
    const CatalogHolder catalog(f.workspace().catalog());
    auto worker = must(ReadWorker::open(f.workspace().paths().database(), {}, catalog));
    bool answered = false;
    QObject context;
    worker->ask<int>([](Reader &) { return 1; }, &context, [&](int) { answered = true; });
    worker->drain();
    worker.reset();
    QCoreApplication::processEvents();
    QVERIFY(!answered);
}

void TestReadWorker::open_whereNothingIs_fails() {
    const QTemporaryDir folder;
    const CatalogHolder catalog(Catalog::builtin());
    const auto worker = ReadWorker::open(folder.filePath(u"none.dealwright"_s), {}, catalog);
    QCOMPARE(messageId(worker), u"store.open"_s);
}

} // namespace dw::test

using dw::test::TestReadWorker;
DW_TEST(TestReadWorker)

#include "tst_readworker.moc"
