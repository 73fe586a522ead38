// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/text.h"
#include "core/services/imports/proposal/importproposal.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;

namespace {

QString shownUse(const ColumnProposal &p) {
    switch (p.as.use) {
    case ColumnUse::Field:
        return p.as.field;
    case ColumnUse::ExternalId:
        return p.as.field.isEmpty() ? u"#id"_s : u"#id:"_s + p.as.field;
    case ColumnUse::CreatedAt:
        return u"#created_at"_s;
    case ColumnUse::CreatedBy:
        return u"#created_by"_s;
    case ColumnUse::ChangedAt:
        return u"#changed_at"_s;
    case ColumnUse::ChangedBy:
        return u"#changed_by"_s;
    default:
        return u"-"_s;
    }
}

/// "header=value,value" columns with | between them.
std::vector<SampledColumn> columnsOf(const QString &text) {
    std::vector<SampledColumn> columns;
    for (const QString &part : text.split(u'|')) {
        const qsizetype at = part.indexOf(u'=');
        SampledColumn column{part.left(at), {}};
        if (at >= 0)
            column.values = part.mid(at + 1).split(u';', Qt::SkipEmptyParts);
        columns.push_back(column);
    }
    return columns;
}

KnownNames someNames() {
    const auto folded = [](const QStringList &names) {
        QSet<QString> set;
        for (const QString &name : names)
            set.insert(fold(name));
        return set;
    };
    return {{u"person"_s, folded({u"Li Na"_s, u"Anna Snelling"_s, u"王磊"_s})},
            {u"stage"_s, folded({u"Qualify"_s, u"Proposal"_s, u"Won"_s, u"赢单"_s})},
            {u"account"_s, folded({u"Acme"_s, u"张家港恒瑞精密"_s})}};
}

const EntityDesc &entityOf(const QString &key) { return *Catalog::builtin()->entity(key); }

std::vector<ColumnProposal> propose(const QString &entity, const QString &columns) {
    return proposeColumns(*Catalog::builtin(), entityOf(entity), columnsOf(columns), someNames());
}

/// What is applied without asking: "name,account,-,#id".
QString applied(const std::vector<ColumnProposal> &proposals) {
    QStringList uses;
    for (const ColumnProposal &p : proposals)
        uses << (p.isSure() ? shownUse(p) : u"-"_s);
    return uses.join(u',');
}

} // namespace

class TestImportProposal : public QObject {
    Q_OBJECT
private slots:
    void exports_ofOtherSystems_areRecognised_data();
    void exports_ofOtherSystems_areRecognised();
    void values_decide_whereTheNameDoesNot();
    void values_thatContradict_makeItUnsure();
    void aField_isProposedOnce_andTheOtherColumnSaysWhy();
    void fieldsOwnName_isNotGivenUpForAnotherColumn();
    void propertyOfAnotherRecord_isNotTakenForOurs();
    void unit_inTheHeader_isCurrencyAndMultiplier();
    void nothingFits_offersAFieldWithTheTypeOfItsValues_data();
    void nothingFits_offersAFieldWithTheTypeOfItsValues();
    void newField_choicesOnlyWhereAllRowsWereSeen();
    void newField_keyIsFreeAndValid_data();
    void newField_keyIsFreeAndValid();
    void rejectColumns_areNotProposed();
    void confidence_isNeverOutOfRange();
    void manyColumns_areAssignedOnceEach();
    void customField_isKnownByItsLabel();
};

void TestImportProposal::exports_ofOtherSystems_areRecognised_data() {
    QTest::addColumn<QString>("entity");
    QTest::addColumn<QString>("columns");
    QTest::addColumn<QString>("wanted");

    QTest::newRow("Salesforce, report of opportunities")
        << u"deal"_s
        << u"Opportunity Name=Acme - 600 Widgets;Dickenson|Account Name=Acme;Dickenson|Amount=12000;500|Close Date=12/31/2025;11/30/2025|Stage=Proposal;Won|Probability (%)=50;100|Opportunity Owner=Anna Snelling;Li Na|Lead Source=Web;Phone|Created Date=1/2/2025;1/3/2025|Opportunity ID=0065g00000A1;0065g00000A2|Account ID=0015g1;0015g2|Last Modified Date=1/2/2025;1/5/2025"_s
        << u"name,account,amount,expected_close,stage,-,owner,source,#created_at,#id,#id:account,#changed_at"_s;
    QTest::newRow("Salesforce, data export")
        << u"deal"_s
        << u"Id=006A;006B|IsDeleted=0;0|AccountId=001A;001B|Name=One;Two|StageName=Proposal;Won|Amount=1;2|CloseDate=2025-01-31;2025-02-28|OwnerId=005A;005A|CreatedDate=2025-01-01T08:00:00.000Z;2025-01-02T08:00:00.000Z|CreatedById=005A;005B|ForecastCategory=Pipeline;Commit"_s
        << u"#id,-,#id:account,name,stage,amount,expected_close,#id:owner,#created_at,-,forecast_call"_s;
    QTest::newRow("HubSpot, deals")
        << u"deal"_s
        << u"Record ID=9812;9813|Deal Name=Big one;Small one|Deal Stage=Qualify;Proposal|Close Date=2025-03-31 10:00;2025-04-01 10:00|Deal owner=Anna Snelling;Li Na|Amount=100;200|Associated Company=Acme;Other|Pipeline=Sales;Sales|Create Date=2025-01-01 09:00;2025-01-02 09:00|Closed Lost Reason=Price;"_s
        << u"#id,name,stage,expected_close,owner,amount,account,pipeline,#created_at,reason"_s;
    QTest::newRow("HubSpot, companies")
        << u"account"_s
        << u"Record ID=1;2|Company name=Acme;Other|Company Domain Name=acme.com;other.com|Company owner=Li Na;Li Na|Phone Number=+1 415 555 0100;+1 415 555 0101|City=Boston;Austin|State/Region=MA;TX|Country/Region=US;US|Postal Code=02110;73301|Industry=Retail;Retail|Number of Employees=50;90|Annual Revenue=100000;200000|Street Address=1 Main St;2 Elm St"_s
        << u"#id,name,website,owner,phone,city,region,country,postal_code,sector,employees,revenue,street"_s;
    QTest::newRow("Pipedrive, deals")
        << u"deal"_s
        << u"Deal - Title=A;B|Deal - Organization=Acme;Other|Deal - Value=10;20|Deal - Owner=Li Na;Li Na|Deal - Stage=Qualify;Won|Deal - Expected close date=2025-05-01;2025-06-01|Deal - Lost reason=Price;|Deal - ID=1;2|Deal - Deal created=2025-01-01 10:00:00;2025-01-02 10:00:00"_s
        << u"name,account,amount,owner,stage,expected_close,reason,#id,#created_at"_s;
    QTest::newRow("Zoho, contacts")
        << u"contact"_s
        << u"Record Id=zcrm_1;zcrm_2|Full Name=Ann Lee;Bo Yu|Account Name=Acme;Other|Email=a@x.com;b@y.com|Phone=555-123-4567;555-123-4568|Title=CFO;CEO|Contact Owner=Li Na;Li Na|Created Time=2025-01-01 10:00:00;2025-01-02 10:00:00|Description=a;b"_s
        << u"#id,name,account,email,phone,title,owner,#created_at,description"_s;
    QTest::newRow("Dynamics, opportunities")
        << u"deal"_s
        << u"(Do Not Modify) Opportunity=6f9619ff-8b86-d011-b42d-00cf4fc964ff;6f9619ff-8b86-d011-b42d-00cf4fc964fe|(Do Not Modify) Row Checksum=x;y|Topic=A;B|Potential Customer=Acme;Other|Est. Close Date=2025-05-01;2025-05-02|Est. Revenue=10;20|Probability=10;20|Pipeline Phase=1-Qualify;2-Develop|Owner=Li Na;Li Na"_s
        << u"#id,-,name,account,expected_close,amount,-,stage,owner"_s;
    QTest::newRow("纷享销客, 商机")
        << u"deal"_s
        << u"商机名称=冷链平台;MES 二期|客户名称=张家港恒瑞精密;苏州同创|商机阶段=赢单;方案|预计成交日期=2025-03-31;2025-04-30|商机金额(元)=1200000;80000|负责人=王磊;李娜|创建时间=2025-01-02 10:11;2025-01-03 10:11|创建人=王磊;李娜|最后修改时间=2025-02-02 10:11;2025-02-03 10:11|商机编号=SJ-001;SJ-002|赢率=50;80|备注=a;b"_s
        << u"name,account,stage,expected_close,amount,owner,#created_at,#created_by,#changed_at,#id,-,description"_s;
    QTest::newRow("销售易, 客户")
        << u"account"_s
        << u"公司名称=张家港恒瑞精密;苏州同创|公司类型=客户;合作伙伴|电话=0512-58123456;0512-62823456|省份=江苏;江苏|城市=苏州;苏州|详细地址=杨舍镇 1 号;金鸡湖路 2 号|客户所有人=王磊;王磊|公司规模=120;300|行业=制造;制造|客户ID=1001;1002|网址=www.a.cn;www.b.cn"_s
        << u"name,kind,phone,region,city,street,owner,employees,sector,#id,website"_s;
    QTest::newRow("联系人表")
        << u"contact"_s
        << u"姓名=张三;李四|手机=13800138000;13900139000|邮箱=a@b.cn;c@d.cn|职务=总监;经理|所属客户=张家港恒瑞精密;无锡|备注=a;b"_s
        << u"name,phone,email,title,account,description"_s;
    QTest::newRow("leads from a form")
        << u"lead"_s
        << u"Your Name=Ann;Bo|Company=Acme;Other|Work Email=a@x.com;b@y.com|Phone number=+44 20 7946 0958;+44 20 7946 0959|Submitted at=2025-01-01 10:00;2025-01-02 10:00|utm_campaign=spring;spring|utm_source=google;bing|Message=hi;ho"_s
        << u"name,company,email,phone,arrived_at,campaign,source,description"_s;
    QTest::newRow("products")
        << u"product"_s
        << u"Product Name=A;B|SKU=A-1;B-2|Product Family=X;Y|List Price=10.00;20.00|Active=TRUE;FALSE"_s
        << u"name,code,series,price,active"_s;
    QTest::newRow("German spreadsheet")
        << u"account"_s
        << u"Firma=Müller GmbH;Weiß AG|Straße=Hauptstr. 1;Ring 2|PLZ=80331;10115|Ort=München;Berlin|Telefon=089 1234567;030 1234567|Branche=Bau;Handel|Mitarbeiter=20;50|Bemerkung=a;b"_s
        << u"name,street,postal_code,city,phone,sector,employees,description"_s;
    QTest::newRow("cryptic spreadsheet")
        << u"deal"_s
        << u"opp_nm=A;B|OpportunityTitle=C;D|account=Acme;Acme|dealOwner=Li Na;Anna Snelling|close-date=2025-01-31;2025-02-28|Contract Value (k EUR)=10;20"_s
        << u"-,name,account,owner,expected_close,amount"_s;
}

void TestImportProposal::exports_ofOtherSystems_areRecognised() {
    QFETCH(QString, entity);
    QFETCH(QString, columns);
    QFETCH(QString, wanted);
    const auto proposals = propose(entity, columns);
    QCOMPARE(applied(proposals), wanted);
    for (const ColumnProposal &p : proposals)
        QVERIFY2(p.reason.id.startsWith(u"mapping."_s), qPrintable(p.header));
}

void TestImportProposal::values_decide_whereTheNameDoesNot() {
    const auto proposals = propose(
        u"contact"_s, u"F1=Ann;Bo|F2=a@x.com;b@y.com|F3=13800138000;13900139000|F4=Li Na;王磊"_s);
    QCOMPARE(applied(proposals), u"-,email,phone,owner"_s);
    QCOMPARE(proposals[1].reason.id, u"mapping.values_email"_s);
    QCOMPARE(proposals[2].reason.id, u"mapping.values_phone"_s);
    QCOMPARE(proposals[3].reason.id, u"mapping.values_known"_s);
    QCOMPARE(proposals[3].reason.args.value(u"count"_s), u"2"_s);
    QVERIFY(proposals[1].confidence < propose(u"contact"_s, u"Email=a@x.com"_s)[0].confidence);
}

void TestImportProposal::values_thatContradict_makeItUnsure() {
    const auto proposals =
        propose(u"deal"_s, u"Amount=open;closed;open|Close Date=soon;later|Name=A;B;C"_s);
    QCOMPARE(applied(proposals), u"-,-,name"_s);
    QCOMPARE(proposals[0].as.use, ColumnUse::Field);
    QCOMPARE(proposals[0].as.field, u"amount"_s);
    QCOMPARE(proposals[0].reason.id, u"mapping.values_differ"_s);
    QCOMPARE(proposals[0].reason.args.value(u"count"_s), u"3"_s);
    QVERIFY(proposals[0].confidence < sureEnough);
}

void TestImportProposal::aField_isProposedOnce_andTheOtherColumnSaysWhy() {
    const auto proposals = propose(
        u"contact"_s, u"Name=A;B|Phone=555-123-4567;555-123-4568|Mobile=13800138000;13900139000"_s);
    QCOMPARE(applied(proposals), u"name,phone,-"_s);
    QCOMPARE(proposals[2].reason.id, u"mapping.taken"_s);
    QCOMPARE(proposals[2].reason.args.value(u"field"_s), u"contact.phone"_s);
    QCOMPARE(proposals[2].reason.args.value(u"column"_s), u"Phone"_s);
}

void TestImportProposal::fieldsOwnName_isNotGivenUpForAnotherColumn() {
    const auto proposals =
        propose(u"deal"_s,
                u"Expected close=2025-01-01|Close date=2025-01-02|Actual close date=2025-01-03"_s);
    QCOMPARE(applied(proposals), u"expected_close,-,closed_on"_s);
}

void TestImportProposal::propertyOfAnotherRecord_isNotTakenForOurs() {
    const auto proposals = propose(
        u"deal"_s,
        u"Name=A;B|Account Owner=Tom;Tim|Contact Email=a@x.com;b@x.com|Days in Stage=3;4|设备台数=3;4"_s);
    QCOMPARE(applied(proposals), u"name,-,-,-,-"_s);
}

void TestImportProposal::unit_inTheHeader_isCurrencyAndMultiplier() {
    const auto proposals = propose(u"deal"_s, u"金额（万元）=12;30|名称=A;B"_s);
    QCOMPARE(applied(proposals), u"amount,name"_s);
    QCOMPARE(proposals[0].as.currency, u"CNY"_s);
    QCOMPARE(proposals[0].as.multiplier, 10'000);
    const auto dollars = propose(u"deal"_s, u"Amount (USD)=12;30"_s);
    QCOMPARE(dollars[0].as.currency, u"USD"_s);
    QCOMPARE(dollars[0].as.multiplier, 1);
    QVERIFY(propose(u"deal"_s, u"Amount=12"_s)[0].as.currency.isEmpty());
}

void TestImportProposal::nothingFits_offersAFieldWithTheTypeOfItsValues_data() {
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("type");
    QTest::newRow("text") << u"Zzz=some;words"_s << u"text"_s;
    QTest::newRow("number") << u"Zzz=1;2.5"_s << u"number"_s;
    QTest::newRow("digits that are a name") << u"Zzz=00012;00013"_s << u"text"_s;
    QTest::newRow("date") << u"Zzz=2025-01-01;2025-01-02"_s << u"date"_s;
    QTest::newRow("time") << u"Zzz=2025-01-01 10:00;2025-01-02"_s << u"instant"_s;
    QTest::newRow("yes or no") << u"Zzz=yes;no;yes"_s << u"yes_no"_s;
    QTest::newRow("money by value") << u"Zzz=¥12;¥30"_s << u"money"_s;
    QTest::newRow("money by header") << u"Zzz (USD)=12;30"_s << u"money"_s;
    QTest::newRow("nothing known") << u"Zzz"_s << u"text"_s;
    QTest::newRow("long text") << u"Zzz="_s + QString(300, u'x') << u"long_text"_s;
}

void TestImportProposal::nothingFits_offersAFieldWithTheTypeOfItsValues() {
    QFETCH(QString, column);
    QFETCH(QString, type);
    const auto proposals = propose(u"deal"_s, column);
    QCOMPARE(applied(proposals), u"-"_s);
    QCOMPARE(typeName(proposals[0].newField.type), type);
    const auto withField = Catalog::builtin()->withField(u"deal"_s, [&] {
        FieldDesc field = proposals[0].newField;
        field.name = u"c_test"_s;
        return field;
    }());
    QVERIFY(withField.ok());
}

void TestImportProposal::newField_choicesOnlyWhereAllRowsWereSeen() {
    SampledColumn column{
        u"打印标记"_s, {u"甲"_s, u"乙"_s, u"甲"_s, u"乙"_s, u"甲"_s, u"乙"_s}, true};
    const auto offered = [&] {
        return proposeColumns(*Catalog::builtin(), entityOf(u"deal"_s), {column}, {})[0].newField;
    };
    QCOMPARE(offered().type, FieldType::Choice);
    QCOMPARE(offered().choices.size(), size_t(2));
    QCOMPARE(offered().choices[0].label.zh, u"甲"_s);
    QVERIFY(offered().choices[0].key != offered().choices[1].key);
    column.whole = false;
    QCOMPARE(offered().type, FieldType::Text);
}

void TestImportProposal::newField_keyIsFreeAndValid_data() {
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("key");
    QTest::newRow("words") << u"Trade fair (booth)"_s << u"trade_fair_booth"_s;
    QTest::newRow("accents") << u"Größe"_s << u"grosse"_s;
    QTest::newRow("digits in front") << u"2nd visit"_s << u"nd_visit"_s;
    QTest::newRow("taken") << u"Board order"_s << u"board_order_2"_s;
    QTest::newRow("a word of the language") << u"not"_s << u"not_field"_s;
    QTest::newRow("nothing to spell") << u"★★★"_s << u"field"_s;
    QTest::newRow("Chinese") << u"打印标记"_s << u"da_yin_biao_ji"_s;
}

void TestImportProposal::newField_keyIsFreeAndValid() {
    QFETCH(QString, header);
    QFETCH(QString, key);
    const QString offered = propose(u"deal"_s, header)[0].newField.key;
    QCOMPARE(offered, key);
    QVERIFY(isValidKey(offered));
}

void TestImportProposal::rejectColumns_areNotProposed() {
    const auto proposals =
        propose(u"deal"_s, u"Name=A|rejected: line=3|rejected: reason=Name is missing"_s);
    QCOMPARE(applied(proposals), u"name,-,-"_s);
    QCOMPARE(proposals[2].reason.id, u"mapping.of_rejects"_s);
}

void TestImportProposal::confidence_isNeverOutOfRange() {
    for (const EntityDesc &entity : Catalog::builtin()->entities()) {
        for (const FieldDesc &field : entity.fields) {
            const auto proposals = proposeColumns(
                *Catalog::builtin(), entity,
                {{field.label.en, {u"x"_s, u"1"_s}}, {field.label.zh, {}}, {{}, {}}}, someNames());
            for (const ColumnProposal &p : proposals)
                QVERIFY2(p.confidence >= 0 && p.confidence <= 1, qPrintable(p.header));
            QVERIFY(!proposals[2].isSure());
        }
    }
}

void TestImportProposal::manyColumns_areAssignedOnceEach() {
    std::vector<SampledColumn> columns;
    for (int i = 0; i < 2'000; ++i)
        columns.push_back({i % 3 == 0 ? u"Amount"_s : u"Column %1"_s.arg(i), {u"1"_s}});
    const auto proposals =
        proposeColumns(*Catalog::builtin(), entityOf(u"deal"_s), columns, someNames());
    QCOMPARE(proposals.size(), columns.size());
    QCOMPARE(std::count_if(proposals.begin(), proposals.end(),
                           [](const ColumnProposal &p) { return p.as.field == u"amount"_s; }),
             1);
}

void TestImportProposal::customField_isKnownByItsLabel() {
    FieldDesc field;
    field.name = u"c_abc"_s;
    field.key = u"competitor_note"_s;
    field.label = {u"Rival notes"_s, u"竞品情况"_s};
    const auto catalog = Catalog::builtin()->withField(u"deal"_s, field);
    QVERIFY(catalog.ok());
    const auto proposals = proposeColumns(**catalog, *(*catalog)->entity(u"deal"),
                                          columnsOf(u"竞品情况=强;弱|Name=A;B"_s), someNames());
    QCOMPARE(applied(proposals), u"competitor_note,name"_s);
    QCOMPARE(proposals[0].reason.id, u"mapping.same_name"_s);
}

DW_TEST(TestImportProposal)
#include "tst_importproposal.moc"
