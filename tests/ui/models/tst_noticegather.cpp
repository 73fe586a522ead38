// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/models/noticegather.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;
using namespace dw::ui;

namespace {

ChangeNotice noticeOf(size_t rows, bool bulk) {
    ChangeNotice notice;
    notice.set = 7;
    notice.bulk = bulk;
    for (size_t i = 0; i < rows; ++i)
        notice.moved.push_back({u"deal"_s, RecordId{makeUuidV5(u"row%1"_s.arg(i))}, {}, true});
    return notice;
}

} // namespace

class TestNoticeGather : public QObject {
    Q_OBJECT
private slots:
    void edit_passesAtOnce();
    void slices_areToldTogether();
    void manyRows_areToldAsAnewReading_data();
    void manyRows_areToldAsAnewReading();
    void flush_tellsWhatWaits_andNothingTwice();
    void edit_whileSlicesWait_doesNotWait();
};

void TestNoticeGather::edit_passesAtOnce() {
    NoticeGather gather(nullptr);
    QSignalSpy few(&gather, &NoticeGather::few);
    gather.take(noticeOf(1, false));
    QCOMPARE(few.size(), 1);
    gather.take(noticeOf(5'000, false));
    QCOMPARE(few.size(), 2);
}

void TestNoticeGather::slices_areToldTogether() {
    NoticeGather gather(nullptr);
    QSignalSpy few(&gather, &NoticeGather::few);
    QSignalSpy many(&gather, &NoticeGather::many);
    for (int i = 0; i < 10; ++i)
        gather.take(noticeOf(20, true));
    QCOMPARE(few.size(), 0);
    QTRY_COMPARE(few.size(), 1);
    const auto notice = few.front().front().value<ChangeNotice>();
    QCOMPARE(notice.moved.size(), size_t(200));
    QVERIFY(notice.bulk);
    QCOMPARE(many.size(), 0);
}

void TestNoticeGather::manyRows_areToldAsAnewReading_data() {
    QTest::addColumn<size_t>("rows");
    QTest::addColumn<bool>("anew");
    QTest::newRow("at the limit") << NoticeGather::mostFollowed << false;
    QTest::newRow("above it") << NoticeGather::mostFollowed + 1 << true;
}

void TestNoticeGather::manyRows_areToldAsAnewReading() {
    QFETCH(size_t, rows);
    QFETCH(bool, anew);
    NoticeGather gather(nullptr);
    QSignalSpy few(&gather, &NoticeGather::few);
    QSignalSpy many(&gather, &NoticeGather::many);
    gather.take(noticeOf(rows - 10, true));
    gather.take(noticeOf(10, true));
    gather.flush();
    QCOMPARE(few.size(), anew ? 0 : 1);
    QCOMPARE(many.size(), anew ? 1 : 0);
}

void TestNoticeGather::flush_tellsWhatWaits_andNothingTwice() {
    NoticeGather gather(nullptr);
    QSignalSpy few(&gather, &NoticeGather::few);
    gather.flush();
    QCOMPARE(few.size(), 0);
    gather.take(noticeOf(3, true));
    gather.flush();
    gather.flush();
    QTest::qWait(NoticeGather::firstMs + 100);
    QCOMPARE(few.size(), 1);
}

void TestNoticeGather::edit_whileSlicesWait_doesNotWait() {
    NoticeGather gather(nullptr);
    QSignalSpy few(&gather, &NoticeGather::few);
    gather.take(noticeOf(3, true));
    gather.take(noticeOf(1, false));
    QCOMPARE(few.size(), 1);
    QVERIFY(!few.front().front().value<ChangeNotice>().bulk);
}

DW_TEST(TestNoticeGather)
#include "tst_noticegather.moc"
