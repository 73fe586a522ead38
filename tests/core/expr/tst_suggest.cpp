// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expr/suggest.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestSuggest : public QObject {
    Q_OBJECT

private slots:
    void nearest_data();
    void nearest();
    void anyLength_isSafe();
};

void TestSuggest::nearest_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *typed, const char *word) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromLatin1(word);
    };
    row("amount", "amount");
    row("amont", "amount");
    row("amuont", "amount");
    row("AMOUNT", "amount");
    row("amounts", "amount");
    row("金额", "amount");
    row("Order value", "amount");
    row("expected_colse", "expected_close");
    row("expctd_clos", "expected_close");
    row("expect", "");
    row("xy", "");
    row("ix", ""); // of two letters, changing one leaves nothing
    row("", "");
}

void TestSuggest::nearest() {
    QFETCH(QString, typed);
    const std::vector<Suggestion> words{
        {u"amount"_s, {u"Order value"_s, u"金额"_s}}, {u"expected_close"_s, {}}, {u"id"_s, {}}};
    QTEST(dw::nearest(typed, words), "word");
}

void TestSuggest::anyLength_isSafe() {
    // One ligature of the Arabic block folds to eighteen letters.
    const QString grows = QString(500, QChar(0xFDFA));
    QCOMPARE(dw::nearest(grows, {{u"amount"_s, {grows}}}), QString());
    QCOMPARE(dw::nearest(QString(5000, u'a'), {{QString(5000, u'a'), {}}}), QString());
}

} // namespace dw::test

using dw::test::TestSuggest;
DW_TEST(TestSuggest)

#include "tst_suggest.moc"
