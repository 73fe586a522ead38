// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/importkeys.h"

#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestImportKeys : public QObject {
    Q_OBJECT

private slots:
    void keys_areEqualForWhatIsTheSame_data();
    void keys_areEqualForWhatIsTheSame();
    void parts_areToldApart();
    void index_findsAllUnderAKey_newestFirst();
    void index_growsAndKeepsItsEntries();
    void line_isBounded();

private:
    static RecordId id(int n) { return {makeUuidV5(QString::number(n))}; }
    static ImportKey keyOf(int n) {
        KeyMaker maker;
        return maker.start(u"test").add(FieldValue(qint64(n)), false).key();
    }
};

void TestImportKeys::keys_areEqualForWhatIsTheSame_data() {
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<bool>("same");
    QTest::newRow("case") << u"Acme Co"_s << u"ACME co"_s << true;
    QTest::newRow("blanks") << u" Acme \t Co "_s << u"Acme Co"_s << true;
    QTest::newRow("width") << u"ＡＣＭＥ"_s << u"acme"_s << true;
    QTest::newRow("wide blank") << u"苏州　起重机"_s << u"苏州 起重机"_s << true;
    QTest::newRow("sharp s") << u"Straße"_s << u"STRASSE"_s << true;
    QTest::newRow("other letters") << u"Acme"_s << u"Acne"_s << false;
    QTest::newRow("a blank more") << u"Ac me"_s << u"Acme"_s << false;
}

void TestImportKeys::keys_areEqualForWhatIsTheSame() {
    QFETCH(QString, first);
    QFETCH(QString, second);
    KeyMaker maker;
    const ImportKey a = maker.start(u"t").add(FieldValue(first), true).key();
    const ImportKey b = maker.start(u"t").add(FieldValue(second), true).key();
    QTEST(a == b, "same");
    // Not folded, they are as they are written.
    QVERIFY(!(maker.start(u"t").add(FieldValue(first), false).key()
              == maker.start(u"t").add(FieldValue(second), false).key()));
}

void TestImportKeys::parts_areToldApart() {
    KeyMaker maker;
    const auto pair = [&](const QString &a, const QString &b) {
        return maker.start(u"t").add(FieldValue(a), false).add(FieldValue(b), false).key();
    };
    QVERIFY(!(pair(u"ab"_s, u"c"_s) == pair(u"a"_s, u"bc"_s)));
    const auto one = [&](const FieldValue &value) {
        return maker.start(u"t").add(value, false).key();
    };
    QVERIFY(!(one(FieldValue()) == one(FieldValue(QString()))));
    QVERIFY(!(one(FieldValue(1.0)) == one(FieldValue(qint64(1)))));
    QVERIFY(!(one(FieldValue(true)) == one(FieldValue(qint64(1)))));
    const Currency usd = *Currency::fromCode(u"USD"_s), eur = *Currency::fromCode(u"EUR"_s);
    QVERIFY(!(one(FieldValue(Money(1, usd))) == one(FieldValue(Money(1, eur)))));
    QVERIFY(!(maker.start(u"a").key() == maker.start(u"b").key()));
}

void TestImportKeys::index_findsAllUnderAKey_newestFirst() {
    KeyIndex index;
    QCOMPARE(index.find(keyOf(1)), nullptr);
    for (int n = 0; n < 3; ++n)
        index.add(keyOf(1), id(n));
    index.add(keyOf(2), id(7));
    QList<RecordId> found;
    for (const auto *entry = index.find(keyOf(1)); entry; entry = index.next(*entry))
        found << entry->id;
    QCOMPARE(found, (QList<RecordId>{id(2), id(1), id(0)}));
    QCOMPARE(index.find(keyOf(2))->id, id(7));
    QCOMPARE(index.find(keyOf(3)), nullptr);
}

void TestImportKeys::index_growsAndKeepsItsEntries() {
    constexpr int many = 50'000;
    KeyIndex index;
    KeyIndex::Entry *first = &index.add(keyOf(0), id(0));
    for (int n = 1; n < many; ++n)
        index.add(keyOf(n), id(n));
    QCOMPARE(index.size(), size_t(many));
    QCOMPARE(index.find(keyOf(0)), first);
    for (int n = 0; n < many; n += 997)
        QCOMPARE(index.find(keyOf(n))->id, id(n));
}

void TestImportKeys::line_isBounded() {
    KeyIndex index;
    KeyIndex::Entry &entry = index.add(keyOf(1), id(1));
    QVERIFY(!entry.isTouched());
    entry.setLine(qint64(1) << 40);
    QVERIFY(entry.isTouched());
    QCOMPARE(qint64(entry.line), qint64(0x7FFFFFFF));
}

} // namespace dw::test

using dw::test::TestImportKeys;
DW_TEST(TestImportKeys)

#include "tst_importkeys.moc"
