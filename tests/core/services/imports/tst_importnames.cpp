// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/nameindex.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestImportNames : public QObject {
    Q_OBJECT

private slots:
    void find_data();
    void find();
    void add_whenKnown_keepsTheFirst();
};

void TestImportNames::find_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("exact");
    const auto row = [](const char16_t *text, const char16_t *name, bool exact) {
        const QString shown = QString::fromUtf16(text);
        QTest::newRow(qPrintable(u"»"_s + shown)) << shown << QString::fromUtf16(name) << exact;
    };
    row(u"GTX Pro", u"GTX Pro", true);
    row(u"gtx  pro", u"GTX Pro", true);
    row(u"ＧＴＸ Pro", u"GTX Pro", true);
    row(u"GTXPro", u"GTX Pro", false);
    row(u"gtx-pro", u"GTX Pro", false);
    row(u"GTX Plus", u"", false);
    row(u"GTXBasic", u"", false); // two products could be meant
    row(u"GTX Basic", u"GTX Basic", true);
    row(u"白 露", u"白露", false);
    row(u"—", u"", false);
    row(u"", u"", false);
}

void TestImportNames::find() {
    NameIndex index;
    for (const QString &name : {u"GTX Pro"_s, u"GTX Basic"_s, u"GTX-Basic"_s, u"白露"_s, u"🚢"_s})
        index.add(name, {makeUuidV5(name)});
    QFETCH(QString, text);
    QFETCH(QString, name);
    const auto match = index.find(text);
    QCOMPARE(match ? match->name : QString(), name);
    if (match) {
        QTEST(match->exact, "exact");
        QCOMPARE(match->id.value, makeUuidV5(name));
    }
}

void TestImportNames::add_whenKnown_keepsTheFirst() {
    NameIndex index;
    index.add(u"GTX Pro"_s, {makeUuidV5(u"1"_s)});
    index.add(u"gtx pro"_s, {makeUuidV5(u"2"_s)});
    index.add(u" "_s, {makeUuidV5(u"3"_s)});
    QCOMPARE(index.find(u"GTXPRO"_s)->id.value, makeUuidV5(u"1"_s));
    QVERIFY(!index.find(u" "_s));
}

} // namespace dw::test

using dw::test::TestImportNames;
DW_TEST(TestImportNames)

#include "tst_importnames.moc"
