// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/access.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestAccess : public QObject {
    Q_OBJECT

private slots:
    void everyoneMay_whenNothingIsSaid();
    void theLastMatchStands();
    void oneGroup_isNotTheRow();
    void missingMembersMeanAll();
    void refusesBadRules_data();
    void refusesBadRules();
    void refusesTooMany();

private:
    static QJsonArray rules(const char *json) {
        return QJsonDocument::fromJson(QByteArray(json)).array();
    }
    const RecordId m_li{makeUuidV5(u"li"_s)};
    const RecordId m_wu{makeUuidV5(u"wu"_s)};
};

void TestAccess::everyoneMay_whenNothingIsSaid() {
    const auto can = accessFromRules({});
    QVERIFY(can.ok());
    QVERIFY((*can)({m_li, WriteAction::Delete, u"deal"_s, {}, nullptr}));
    QVERIFY((*can)({{}, WriteAction::Create, u"deal"_s, {}, nullptr}));
}

void TestAccess::theLastMatchStands() {
    const QByteArray json = R"([{"entity":"deal","action":"delete","allow":false},)"
                            R"({"person":")"
                            + m_wu.text().toLatin1() + R"(","entity":"deal","allow":true}])";
    const auto can = accessFromRules(rules(json.constData()));
    QVERIFY(can.ok());
    QVERIFY(!(*can)({m_li, WriteAction::Delete, u"deal"_s, {}, nullptr}));
    QVERIFY((*can)({m_wu, WriteAction::Delete, u"deal"_s, {}, nullptr}));
    QVERIFY((*can)({m_li, WriteAction::Restore, u"deal"_s, {}, nullptr}));
    QVERIFY((*can)({m_li, WriteAction::Delete, u"account"_s, {}, nullptr}));
}

void TestAccess::oneGroup_isNotTheRow() {
    const auto can = accessFromRules(
        rules(R"([{"action":"change","entity":"deal","group":"amount","allow":false}])"));
    QVERIFY(can.ok());
    QVERIFY(!(*can)({m_li, WriteAction::Change, u"deal"_s, u"amount"_s, nullptr}));
    QVERIFY((*can)({m_li, WriteAction::Change, u"deal"_s, u"stage"_s, nullptr}));
    QVERIFY((*can)({m_li, WriteAction::Change, u"deal"_s, {}, nullptr}));
}

void TestAccess::missingMembersMeanAll() {
    const auto can = accessFromRules(rules(R"([{"allow":false},{"person":"*","action":"*",)"
                                           R"("entity":"note","group":"*","allow":true}])"));
    QVERIFY(can.ok());
    QVERIFY(!(*can)({m_li, WriteAction::Create, u"deal"_s, u"name"_s, nullptr}));
    QVERIFY((*can)({m_li, WriteAction::Create, u"note"_s, u"title"_s, nullptr}));
}

void TestAccess::refusesBadRules_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("member");
    QTest::newRow("no object") << QByteArray("[5]") << u"allow"_s;
    QTest::newRow("null") << QByteArray("[null]") << u"allow"_s;
    QTest::newRow("no allow") << QByteArray(R"([{"entity":"deal"}])") << u"allow"_s;
    QTest::newRow("allow is text") << QByteArray(R"([{"allow":"no"}])") << u"allow"_s;
    QTest::newRow("person is no id")
        << QByteArray(R"([{"person":"Li","allow":true}])") << u"person"_s;
    QTest::newRow("person is a list")
        << QByteArray(R"([{"person":[],"allow":true}])") << u"person"_s;
    QTest::newRow("action") << QByteArray(R"([{"action":"steal","allow":true}])") << u"action"_s;
    QTest::newRow("empty entity") << QByteArray(R"([{"entity":"","allow":true}])") << u"entity"_s;
    QTest::newRow("misspelt") << QByteArray(R"([{"entiy":"deal","allow":false}])") << u"entiy"_s;
    QTest::newRow("group") << QByteArray(R"([{"group":null,"allow":true}])") << u"group"_s;
}

void TestAccess::refusesBadRules() {
    QFETCH(QByteArray, json);
    QJsonArray list = rules(R"([{"allow":true}])");
    list.append(rules(json.constData()).at(0));
    const auto can = accessFromRules(list);
    QVERIFY(!can.ok());
    QCOMPARE(can.error().message.id, u"access.bad_rule"_s);
    QCOMPARE(can.error().message.args.value(u"rule"_s), u"2"_s);
    QTEST(can.error().message.args.value(u"member"_s), "member");
}

void TestAccess::refusesTooMany() {
    QJsonArray list;
    const QJsonValue rule = rules(R"([{"allow":false}])").at(0);
    for (int i = 0; i < 10'000; ++i)
        list.append(rule);
    QVERIFY(accessFromRules(list).ok());
    list.append(rule);
    QCOMPARE(accessFromRules(list).error().message.id, u"access.too_many"_s);
}

} // namespace dw::test

using dw::test::TestAccess;
DW_TEST(TestAccess)

#include "tst_access.moc"
