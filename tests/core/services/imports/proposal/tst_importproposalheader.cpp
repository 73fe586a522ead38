// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/proposal/importproposalheader.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;

class TestImportProposalHeader : public QObject {
    Q_OBJECT
private slots:
    void header_isTakenApart_data();
    void header_isTakenApart();
    void words_areSplit_data();
    void words_areSplit();
};

void TestImportProposalHeader::header_isTakenApart_data() {
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<qint64>("multiplier");
    const auto row = [](const char *tag, const QString &header, const QString &name,
                        const QString &currency = {}, qint64 multiplier = 1) {
        QTest::newRow(tag) << header << name << currency << multiplier;
    };
    row("plain", u"Amount"_s, u"amount"_s);
    row("brackets", u"Amount (USD)"_s, u"amount"_s, u"USD"_s);
    row("square brackets", u"Amount [EUR]"_s, u"amount"_s, u"EUR"_s);
    row("sign", u"Revenue (€)"_s, u"revenue"_s, u"EUR"_s);
    row("full width", u"金额（万元）"_s, u"金额"_s, u"CNY"_s, 10'000);
    row("scale alone", u"金额(万)"_s, u"金额"_s, {}, 10'000);
    row("other coin", u"合同金额(万美元)"_s, u"合同金额"_s, u"USD"_s, 10'000);
    row("without brackets", u"合同金额万元"_s, u"合同金额"_s, u"CNY"_s, 10'000);
    row("after a blank", u"Amount USD"_s, u"amount"_s, u"USD"_s);
    row("snake", u"amount_usd"_s, u"amount"_s, u"USD"_s);
    row("camel", u"amountUSD"_s, u"amount"_s, u"USD"_s);
    row("thousands", u"Revenue (k EUR)"_s, u"revenue"_s, u"EUR"_s, 1'000);
    row("in thousands", u"Revenue (in thousands)"_s, u"revenue"_s, {}, 1'000);
    row("million, German", u"Umsatz (Mio. EUR)"_s, u"umsatz"_s, u"EUR"_s, 1'000'000);
    row("three noughts", u"Revenue ($'000)"_s, u"revenue"_s, u"USD"_s, 1'000);
    row("no unit in brackets", u"Name (required)"_s, u"namerequired"_s);
    row("percent", u"Probability (%)"_s, u"probability"_s);
    row("a letter is no million", u"Plan M"_s, u"planm"_s);
    row("the unit is all there is", u"USD"_s, u"usd"_s);
    row("empty", u""_s, u""_s);
    row("nothing but signs", u"()[]#"_s, u""_s);
    row("unclosed", u"Amount (USD"_s, u"amount"_s, u"USD"_s);
}

void TestImportProposalHeader::header_isTakenApart() {
    QFETCH(QString, header);
    QFETCH(QString, name);
    QFETCH(QString, currency);
    QFETCH(qint64, multiplier);
    const HeaderText text = readHeader(header);
    QCOMPARE(text.name, name);
    QCOMPARE(text.currency ? text.currency->code() : QString(), currency);
    QCOMPARE(text.multiplier, multiplier);
}

void TestImportProposalHeader::words_areSplit_data() {
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("words");
    QTest::newRow("camel") << u"closeDate"_s << u"close date"_s;
    QTest::newRow("acronym") << u"CRMOwnerName"_s << u"crm owner name"_s;
    QTest::newRow("snake") << u"close_date"_s << u"close date"_s;
    QTest::newRow("capitals") << u"CLOSE DATE"_s << u"close date"_s;
    QTest::newRow("Chinese") << u"成交日期"_s << u"成 交 日 期"_s;
    QTest::newRow("mixed") << u"客户ID号"_s << u"客 户 id 号"_s;
    QTest::newRow("full width") << u"Ｎａｍｅ　Ａ"_s << u"name a"_s;
}

void TestImportProposalHeader::words_areSplit() {
    QFETCH(QString, header);
    QFETCH(QString, words);
    QCOMPARE(readHeader(header).words.join(u' '), words);
}

DW_TEST(TestImportProposalHeader)
#include "tst_importproposalheader.moc"
