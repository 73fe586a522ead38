// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/proposal/importproposal.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;

class TestImportProposalEntity : public QObject {
    Q_OBJECT
private slots:
    void entity_isGuessed_data();
    void entity_isGuessed();
    void nothingToGoBy_guessesNothing();
    void confidences_addUpToAtMostOne();
};

void TestImportProposalEntity::entity_isGuessed_data() {
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("entity");
    const auto row = [](const char *tag, const QString &header, const QString &file,
                        const QString &entity) { QTest::newRow(tag) << header << file << entity; };
    row("deals by columns", u"Opportunity Name,Account Name,Amount,Close Date,Stage,Owner"_s, {},
        u"deal"_s);
    row("accounts by columns", u"Company name,Phone,City,State,Industry,Employees"_s, {},
        u"account"_s);
    row("contacts by columns", u"Full name,Job title,Account,Email,Mobile"_s, {}, u"contact"_s);
    row("leads by columns", u"Name,Company,Email,Lead Status,Lead Source,utm_campaign"_s, {},
        u"lead"_s);
    row("products by columns", u"Product Name,SKU,Product Family,List Price,Active"_s, {},
        u"product"_s);
    row("people by columns", u"sales_agent,manager,regional_office"_s, u"sales_teams.csv"_s,
        u"person"_s);
    row("deals, Chinese", u"商机名称,客户名称,商机阶段,预计成交日期,金额（万元）,负责人"_s, {},
        u"deal"_s);
    row("accounts, Chinese", u"客户名称,统一信用代码,所属行业,省份,城市,详细地址"_s, {},
        u"account"_s);
    row("contacts, Chinese", u"姓名,手机,邮箱,职务,所属客户"_s, {}, u"contact"_s);
    row("tasks", u"Subject,Due Date,Task Type,Completed,Assigned To"_s, {}, u"task"_s);
    row("touchpoints", u"跟进方式,跟进时间,跟进内容,跟进人,商机名称"_s, {}, u"touchpoint"_s);
    row("the file's name decides", u"Name,Owner"_s, u"/tmp/all_opportunities_2025.csv"_s,
        u"deal"_s);
    row("the file's name, Chinese", u"名称,负责人"_s, u"客户导出.xlsx"_s, u"account"_s);
    row("columns beat a file's name", u"Opportunity Name,Amount,Close Date,Stage,Probability"_s,
        u"report_contacts.csv"_s, u"deal"_s);
}

void TestImportProposalEntity::entity_isGuessed() {
    QFETCH(QString, header);
    QFETCH(QString, file);
    QFETCH(QString, entity);
    const auto guesses = guessEntity(*Catalog::builtin(), header.split(u','), file);
    QVERIFY(!guesses.empty());
    QCOMPARE(guesses.front().entity, entity);
}

void TestImportProposalEntity::nothingToGoBy_guessesNothing() {
    QVERIFY(guessEntity(*Catalog::builtin(), {u"Zzz"_s, u"F2"_s, {}}, u"x.csv"_s).empty());
    QVERIFY(guessEntity(*Catalog::builtin(), {}, {}).empty());
}

void TestImportProposalEntity::confidences_addUpToAtMostOne() {
    double sum = 0, before = 1;
    for (const EntityGuess &guess :
         guessEntity(*Catalog::builtin(), {u"Name"_s, u"Email"_s, u"Owner"_s}, {})) {
        QVERIFY(guess.confidence <= before);
        before = guess.confidence;
        sum += guess.confidence;
    }
    QVERIFY(sum > 0 && sum <= 1.000001);
}

DW_TEST(TestImportProposalEntity)
#include "tst_importproposalentity.moc"
