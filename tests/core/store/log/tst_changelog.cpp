// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/log/chain.h"
#include "core/store/log/changelogcodec.h"
#include "tests/support/goldenrecord.h"
#include "tests/support/randomvalue.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <map>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestChangeLog : public QObject {
    Q_OBJECT

private slots:
    void groups_comeBackAsTheyWent();
    void groups_areRefusedInAnyOtherForm_data();
    void groups_areRefusedInAnyOtherForm();
    void groups_cutOrExtended_areRefused();
    void groups_mutated_areRefusedOrCanonical();
    void messages_comeBackAsTheyWent();
    void messages_mutated_areRefusedOrCanonical();
    void goldenRecord_hasItsBytesForEver();

private:
    static std::vector<GroupChange> randomGroups(Random &random);
    static QByteArray mutated(Random &random, QByteArray bytes);
};

std::vector<GroupChange> TestChangeLog::randomGroups(Random &random) {
    std::map<std::pair<QString, ChangeOp>, GroupChange> groups;
    for (int left = random.below(5); left > 0; --left) {
        GroupChange group;
        group.group = u"g"_s + QString::number(random.below(4));
        group.op = ChangeOp(random.below(4));
        if (random.chance(0.7))
            group.base = {makeUuidV5(randomText(random))};
        std::map<QString, FieldChange> fields;
        for (int more = random.below(3); more >= 0; --more) {
            const QString name = u"f"_s + QString::number(random.below(20));
            fields[name] = {name, randomLoggedValue(random), randomLoggedValue(random)};
        }
        for (auto &[name, field] : fields)
            group.fields.push_back(field);
        groups[{group.group, group.op}] = group;
    }
    std::vector<GroupChange> list;
    for (auto &[key, group] : groups)
        list.push_back(group);
    return list;
}

QByteArray TestChangeLog::mutated(Random &random, QByteArray bytes) {
    for (int left = random.below(3); left >= 0; --left) {
        const qsizetype at = random.below(bytes.size());
        switch (random.below(3)) {
        case 0:
            bytes[at] = char(random.bits());
            break;
        case 1:
            bytes.insert(at, char(random.bits()));
            break;
        default:
            if (bytes.size() > 1)
                bytes.remove(at, 1);
        }
    }
    return bytes;
}

void TestChangeLog::groups_comeBackAsTheyWent() {
    Random random(20260302);
    for (int i = 0; i < 500; ++i) {
        const auto groups = randomGroups(random);
        const auto back = decodeGroups(encodeGroups(groups));
        QVERIFY(back.ok());
        QCOMPARE(*back, groups);
    }
}

void TestChangeLog::groups_areRefusedInAnyOtherForm_data() {
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<bool>("good");
    // [["a", 0, null, [["f", undefined, true]]]]
    QTest::newRow("good") << QByteArray("81 84 6161 00 f6 81 83 6166 f7 f5") << true;
    QTest::newRow("none") << QByteArray("80") << true;
    QTest::newRow("nothing") << QByteArray("") << false;
    QTest::newRow("no array") << QByteArray("a0") << false;
    QTest::newRow("group of three") << QByteArray("81 83 6161 00 81 83 6166 f7 f5") << false;
    QTest::newRow("unknown operation") << QByteArray("81 84 6161 04 f6 81 83 6166 f7 f5") << false;
    QTest::newRow("negative operation") << QByteArray("81 84 6161 20 f6 81 83 6166 f7 f5") << false;
    QTest::newRow("group without name") << QByteArray("81 84 60 00 f6 81 83 6166 f7 f5") << false;
    QTest::newRow("field without name") << QByteArray("81 84 6161 00 f6 81 83 60 f7 f5") << false;
    QTest::newRow("no fields") << QByteArray("81 84 6161 00 f6 80") << false;
    QTest::newRow("short base") << QByteArray("81 84 6161 00 4101 81 83 6166 f7 f5") << false;
    QTest::newRow("null base as bytes")
        << QByteArray("81 84 6161 00 50") + QByteArray("00").repeated(16)
               + QByteArray("81 83 6166 f7 f5")
        << false;
    QTest::newRow("fields twice") << QByteArray("81 84 6161 00 f6 82 83 6166 f7 f5 83 6166 f7 f5")
                                  << false;
    QTest::newRow("fields in disorder")
        << QByteArray("81 84 6161 00 f6 82 83 6167 f7 f5 83 6166 f7 f5") << false;
    QTest::newRow("groups twice") << QByteArray(
        "82 84 6161 00 f6 81 83 6166 f7 f5 84 6161 00 f6 81 83 6166 f7 f5")
                                  << false;
    QTest::newRow("groups in disorder")
        << QByteArray("82 84 6162 00 f6 81 83 6166 f7 f5 84 6161 00 f6 81 83 6166 f7 f5") << false;
    QTest::newRow("operations in order")
        << QByteArray("82 84 6161 02 f6 81 83 6166 f7 f5 84 6161 03 f6 81 83 6166 f7 f5") << true;
    QTest::newRow("operations in disorder")
        << QByteArray("82 84 6161 03 f6 81 83 6166 f7 f5 84 6161 02 f6 81 83 6166 f7 f5") << false;
    QTest::newRow("more groups than bytes") << QByteArray("9b ffffffffffffffff") << false;
}

void TestChangeLog::groups_areRefusedInAnyOtherForm() {
    QFETCH(QByteArray, hex);
    QFETCH(const bool, good);
    const QByteArray bytes = QByteArray::fromHex(hex.replace(' ', ""));
    const auto groups = decodeGroups(bytes);
    QCOMPARE(groups.ok(), good);
    if (good) {
        QCOMPARE(encodeGroups(*groups), bytes);
    } else {
        QCOMPARE(groups.error().kind, ErrorKind::Damaged);
        QCOMPARE(groups.error().message.id, u"history.bad_record"_s);
    }
}

void TestChangeLog::groups_cutOrExtended_areRefused() {
    Random random(7);
    std::vector<GroupChange> groups;
    while (groups.size() < 3)
        groups = randomGroups(random);
    const QByteArray bytes = encodeGroups(groups);
    for (qsizetype size = 0; size < bytes.size(); ++size)
        QVERIFY(!decodeGroups(bytes.left(size)).ok());
    QVERIFY(!decodeGroups(bytes + '\0').ok());
}

void TestChangeLog::groups_mutated_areRefusedOrCanonical() {
    Random random(11);
    int refused = 0;
    for (int i = 0; i < 5000; ++i) {
        const QByteArray bytes = mutated(random, encodeGroups(randomGroups(random)));
        const auto groups = decodeGroups(bytes);
        refused += groups.ok() ? 0 : 1;
        if (groups)
            QCOMPARE(encodeGroups(*groups), bytes);
    }
    QVERIFY(refused > 1000);
}

void TestChangeLog::messages_comeBackAsTheyWent() {
    Random random(13);
    for (int i = 0; i < 500; ++i) {
        Message message{randomText(random), {}};
        for (int left = random.below(4); left > 0; --left)
            message.args.insert(randomText(random), randomText(random));
        const auto back = decodeMessage(encodeMessage(message));
        QVERIFY(back.ok());
        QCOMPARE(*back, message);
    }
}

void TestChangeLog::messages_mutated_areRefusedOrCanonical() {
    Random random(17);
    const Message message{u"set.move"_s, {{u"title"_s, u"蓝海"_s}, {u"to"_s, u"Won"_s}}};
    int refused = 0;
    for (int i = 0; i < 5000; ++i) {
        const QByteArray bytes = mutated(random, encodeMessage(message));
        const auto back = decodeMessage(bytes);
        refused += back.ok() ? 0 : 1;
        if (back)
            QCOMPARE(encodeMessage(*back), bytes);
    }
    QVERIFY(refused > 1000);
}

/// Formats never change: these bytes were written by the first version.
void TestChangeLog::goldenRecord_hasItsBytesForEver() {
    const ChangeRecord record = goldenRecord();
    const QByteArray groups = encodeGroups(record.groups);
    QCOMPARE(recordBytes(record, groups).toHex(), goldenLine(u"changerecord.txt", "record"));
    QCOMPARE(record.salt.toHex(), goldenLine(u"changerecord.txt", "salt"));
    ChainHasher hasher;
    QCOMPARE(hasher.leaf(record, groups).toHex(), goldenLine(u"changerecord.txt", "leaf"));
    const auto back = decodeGroups(groups);
    QVERIFY(back.ok());
    QCOMPARE(*back, record.groups);
}

} // namespace dw::test

using dw::test::TestChangeLog;
DW_TEST(TestChangeLog)

#include "tst_changelog.moc"
