// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/jobs/rejectedrows.h"

#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestRejectedRows : public QObject {
    Q_OBJECT

private slots:
    void rows_areReadAsTheyWereKept();
    void each_goesByFileAndLine_andEndsWhereItIsTold();
    void drop_takesOutWhatIsNamed();

private:
    static RejectedRow row(const QString &file, qint64 line) {
        return {file,
                line,
                {u"a\"b"_s, QString(), u"苏州\n"_s},
                {{u"valid.required"_s, {{u"field"_s, u"account.name"_s}}}, {u"csv.nul"_s, {}}}};
    }
    static QStringList places(Connection &c, qint64 set) {
        QStringList places;
        const auto read = eachRejectedRow(c, set, [&](const RejectedRow &one) -> Result<void> {
            places << one.file + QString::number(one.line);
            return {};
        });
        return read ? places : QStringList{failure(read)};
    }
};

void TestRejectedRows::rows_areReadAsTheyWereKept() {
    StoreFolder folder;
    const auto c = folder.create();
    const std::vector<RejectedRow> rows{row(u"b.csv"_s, 3), row(u"a.csv"_s, 9)};
    QCOMPARE(failure(keepRejectedRows(*c, 7, rows)), QString());
    const auto read = rejectedRows(*c, 7);
    QVERIFY2(read.ok(), qPrintable(failure(read)));
    QCOMPARE(*read, rows);
    QCOMPARE(rejectedRows(*c, 8)->size(), size_t(0));
    QCOMPARE(*setsWithRejectedRows(*c), std::vector<qint64>{7});
}

void TestRejectedRows::each_goesByFileAndLine_andEndsWhereItIsTold() {
    StoreFolder folder;
    const auto c = folder.create();
    QCOMPARE(failure(keepRejectedRows(
                 *c, 7, {row(u"b"_s, 2), row(u"a"_s, 10), row(u"a"_s, 9), row(u"b"_s, 1)})),
             QString());
    QCOMPARE(places(*c, 7), (QStringList{u"a9"_s, u"a10"_s, u"b1"_s, u"b2"_s}));
    int taken = 0;
    const auto ended = eachRejectedRow(*c, 7, [&](const RejectedRow &) -> Result<void> {
        return ++taken < 2 ? Result<void>() : makeError(ErrorKind::Cancelled, u"cancelled"_s);
    });
    QCOMPARE(messageId(ended), u"cancelled"_s);
    QCOMPARE(taken, 2);
}

void TestRejectedRows::drop_takesOutWhatIsNamed() {
    StoreFolder folder;
    const auto c = folder.create();
    QCOMPARE(failure(keepRejectedRows(*c, 7, {row(u"a"_s, 1), row(u"a"_s, 2), row(u"b"_s, 1)})),
             QString());
    QCOMPARE(failure(keepRejectedRows(*c, 8, {row(u"a"_s, 1)})), QString());
    const auto dropped = dropRejectedRows(*c, 7, {{u"a"_s, 1}, {u"a"_s, 5}, {u"b"_s, 1}});
    QVERIFY2(dropped.ok(), qPrintable(failure(dropped)));
    QCOMPARE(*dropped, 2);
    QCOMPARE(places(*c, 7), QStringList{u"a2"_s});
    QCOMPARE(places(*c, 8), QStringList{u"a1"_s});
}

} // namespace dw::test

using dw::test::TestRejectedRows;
DW_TEST(TestRejectedRows)

#include "tst_rejectedrows.moc"
