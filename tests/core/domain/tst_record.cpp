// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/record.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestRecord : public QObject {
    Q_OBJECT

private slots:
    void absent_isNotEmpty();
    void values_standInOrderOfHandles();
    void set_replaces();
    void unset_makesAbsent();
    void equality_countsAbsentFields();
    void aNullHandle_findsNothing();
};

void TestRecord::absent_isNotEmpty() {
    Record record(u"deal"_s, RecordId{makeUuidV5(u"x"_s)});
    QCOMPARE(record.entity(), u"deal"_s);
    QCOMPARE(record.id(), RecordId{makeUuidV5(u"x"_s)});
    QVERIFY(!record.has({3}));
    QVERIFY(record.value({3}).isEmpty());
    QVERIFY(!record.find({3}));
    record.set({3}, {});
    QVERIFY(record.has({3}));
    QVERIFY(record.find({3})->isEmpty());
}

void TestRecord::values_standInOrderOfHandles() {
    Record record;
    for (const quint16 index : {7, 1, 9, 0, 3})
        record.set({index}, int(index));
    QCOMPARE(record.values().size(), size_t(5));
    quint16 previous = 0;
    for (const auto &[handle, value] : record.values()) {
        QVERIFY(previous <= handle.index);
        QCOMPARE(value, FieldValue(int(handle.index)));
        previous = handle.index;
    }
}

void TestRecord::set_replaces() {
    Record record;
    record.set({1}, u"old"_s);
    record.set({1}, u"new"_s);
    QCOMPARE(record.values().size(), size_t(1));
    QCOMPARE(record.value({1}), FieldValue(u"new"_s));
}

void TestRecord::unset_makesAbsent() {
    Record record;
    record.set({1}, 1);
    record.set({2}, 2);
    record.unset({1});
    record.unset({9});
    QVERIFY(!record.has({1}));
    QCOMPARE(record.value({2}), FieldValue(2));
}

void TestRecord::equality_countsAbsentFields() {
    Record one;
    Record other;
    QCOMPARE(one, other);
    one.set({1}, {});
    QVERIFY(one != other);
    other.set({1}, {});
    QCOMPARE(one, other);
}

void TestRecord::aNullHandle_findsNothing() {
    Record record;
    record.set({0}, 1);
    QVERIFY(FieldHandle().isNull());
    QVERIFY(!record.has(FieldHandle()));
    QVERIFY(record.value(FieldHandle()).isEmpty());
}

} // namespace dw::test

using dw::test::TestRecord;
DW_TEST(TestRecord)

#include "tst_record.moc"
