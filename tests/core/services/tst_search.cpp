// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/search.h"

#include "tests/core/services/workspacefixture.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestSearch : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void typed_findsByWhatItLooksLike_data();
    void typed_findsByWhatItLooksLike();
    void titles_comeBeforeOtherFields();
    void wordsInDifferentFields_areFoundTogether();
    void bin_isNotFound_norWhatHangsOnIt();
    void shortId_isTheFirst();
    void idOfAnotherSystem_findsItsRecord();
    void entities_areThoseAskedFor();
    void limit_isForEachEntity_data();
    void limit_isForEachEntity();
    void exactWord_winsOverFragments();
    void hiddenField_isNotFound();
    void longText_isShownAroundTheWord();
    void rebuild_findsTheSame();

private:
    /// "title (field)" of each hit.
    static QStringList found(WorkspaceFixture &f, const SearchRequest &request);
    std::unique_ptr<WorkspaceFixture> m_f;
};

QStringList TestSearch::found(WorkspaceFixture &f, const SearchRequest &request) {
    QStringList lines;
    const SearchAnswer answer = must(search(f.reader(), request));
    if (!answer.complete)
        qFatal("the time was up");
    for (const SearchHit &hit : answer.hits)
        lines << u"%1 (%2)"_s.arg(hit.title, hit.field);
    return lines;
}

void TestSearch::initTestCase() {
    m_f = std::make_unique<WorkspaceFixture>();
    WorkspaceFixture &f = *m_f;
    f.create(u"account"_s, u"name=苏州新创科技|phone=0512-6688 1234"_s);
    f.create(u"account"_s, u"name=Northwind Traders|email=sales@northwind.com"_s);
    f.create(u"contact"_s, u"name=曾国强|phone=+86 138-0013-8000"_s);
    f.create(u"contact"_s, u"name=单莉|email=shan.li@xinchuang.cn"_s);
    f.create(u"contact"_s, u"name=Zoë Müller|description=met at the fair"_s);
    f.create(u"note"_s, u"title=Visit|body=They want a quote for 40 pumps"_s);
    f.create(u"touchpoint"_s, u"kind=call|summary=Call|body=客户关心交货期"_s);
}

void TestSearch::typed_findsByWhatItLooksLike_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("expected");
    const QString xinchuang = u"苏州新创科技"_s;
    QTest::newRow("one character") << u"创"_s << QStringList{xinchuang + u" (name)"_s};
    QTest::newRow("two characters") << u"新创"_s << QStringList{xinchuang + u" (name)"_s};
    QTest::newRow("characters in a text") << u"交货期"_s << QStringList{u"Call (body)"_s};
    QTest::newRow("pinyin") << u"suzhou"_s << QStringList{xinchuang + u" (name)"_s};
    QTest::newRow("pinyin in the middle, and an address")
        << u"xinchuang"_s << QStringList{xinchuang + u" (name)"_s, u"单莉 (email)"_s};
    QTest::newRow("initials") << u"szxc"_s << QStringList{xinchuang + u" (name)"_s};
    QTest::newRow("two initials of a name") << u"zg"_s << QStringList{u"曾国强 (name)"_s};
    QTest::newRow("surname") << u"zengguo"_s << QStringList{u"曾国强 (name)"_s};
    QTest::newRow("surname as the character alone reads")
        << u"cengguo"_s << QStringList{u"曾国强 (name)"_s};
    QTest::newRow("surname and address") << u"shanli"_s << QStringList{u"单莉 (name)"_s};
    QTest::newRow("beginning of a word") << u"trad"_s << QStringList{u"Northwind Traders (name)"_s};
    QTest::newRow("fragment") << u"thwin"_s << QStringList{u"Northwind Traders (name)"_s};
    QTest::newRow("accents") << u"zoe muller"_s << QStringList{u"Zoë Müller (name)"_s};
    QTest::newRow("typo") << u"nortwind"_s << QStringList{u"Northwind Traders (name)"_s};
    QTest::newRow("typo in the first letter")
        << u"morthwind"_s << QStringList{u"Northwind Traders (name)"_s};
    QTest::newRow("two typos") << u"mortwind"_s << QStringList();
    QTest::newRow("end of a phone") << u"8000"_s << QStringList{u"曾国强 (phone)"_s};
    QTest::newRow("across a phone's signs")
        << u"66881234"_s << QStringList{xinchuang + u" (phone)"_s};
    QTest::newRow("phone as written") << u"+86 138-0013"_s << QStringList{u"曾国强 (phone)"_s};
    QTest::newRow("number in a text") << u"40 pumps"_s << QStringList{u"Visit (body)"_s};
    QTest::newRow("address") << u"shan.li@xinchuang"_s << QStringList{u"单莉 (name)"_s};
    QTest::newRow("server of an address")
        << u"northwind.com"_s << QStringList{u"Northwind Traders (name)"_s};
    QTest::newRow("nothing such") << u"xylophone"_s << QStringList();
    QTest::newRow("nothing") << u"  "_s << QStringList();
    QTest::newRow("only signs") << u"\"\" OR *"_s << QStringList();
}

void TestSearch::typed_findsByWhatItLooksLike() {
    QFETCH(const QString, typed);
    QFETCH(const QStringList, expected);
    QCOMPARE(found(*m_f, {typed}), expected);
}

void TestSearch::titles_comeBeforeOtherFields() {
    WorkspaceFixture f;
    f.create(u"contact"_s, u"name=Delta"_s);
    f.create(u"contact"_s, u"name=Ann|description=Delta"_s);
    f.create(u"contact"_s, u"name=The Delta"_s);
    f.create(u"contact"_s, u"name=Deltaville"_s);
    QCOMPARE(found(f, {u"delta"_s}), (QStringList{u"Delta (name)"_s, u"Deltaville (name)"_s,
                                                  u"The Delta (name)"_s, u"Ann (description)"_s}));
}

void TestSearch::wordsInDifferentFields_areFoundTogether() {
    QCOMPARE(found(*m_f, {u"曾 8000"_s}), QStringList{u"曾国强 (name)"_s});
    QCOMPARE(found(*m_f, {u"8000 zgq"_s}), QStringList{u"曾国强 (phone)"_s});
    QCOMPARE(found(*m_f, {u"单 8000"_s}), QStringList());
}

void TestSearch::bin_isNotFound_norWhatHangsOnIt() {
    WorkspaceFixture f;
    const RecordId account = f.create(u"account"_s, u"name=Umbrella"_s);
    f.create(u"note"_s, u"title=Rain|body=umbrella|account=Umbrella"_s);
    QCOMPARE(found(f, {u"umbrella"_s}).size(), 2);
    QVERIFY(f.run(removeWork(u"account"_s, account, f.origin())));
    QCOMPARE(found(f, {u"umbrella"_s}), QStringList());
    QCOMPARE(found(f, {f.row(u"account"_s, account).shortId}), QStringList());
}

void TestSearch::shortId_isTheFirst() {
    WorkspaceFixture f;
    const RecordId account = f.create(u"account"_s, u"name=Umbrella"_s);
    const QString shortId = f.row(u"account"_s, account).shortId;
    const QStringList hits = found(f, {shortId.toLower()});
    QCOMPARE(hits.value(0), u"Umbrella (short_id)"_s);
    QCOMPARE(must(search(f.reader(), {account.text()})).hits.size(), size_t(1));
}

void TestSearch::idOfAnotherSystem_findsItsRecord() {
    WorkspaceFixture f;
    const RecordId account = f.create(u"account"_s, u"name=Umbrella"_s);
    f.create(u"cross_reference"_s,
             u"system=erp|external_id=K-90817|entity=account|record=%1"_s.arg(account.text()));
    QCOMPARE(found(f, {u"90817"_s}), QStringList{u"Umbrella (external_id)"_s});
    const SearchHit hit = must(search(f.reader(), {u"90817"_s})).hits.front();
    QCOMPARE(hit.id, account);
    QCOMPARE(hit.text, u"K-90817"_s);
}

void TestSearch::entities_areThoseAskedFor() {
    QCOMPARE(found(*m_f, {u"xinchuang"_s, {u"contacts"_s}}), QStringList{u"单莉 (email)"_s});
    QCOMPARE(found(*m_f, {u"xinchuang"_s, {u"deal"_s}}), QStringList());
    const auto failed = search(m_f->reader(), {u"x"_s, {u"unicorn"_s}});
    QVERIFY(!failed);
    QCOMPARE(failed.error().message.id, u"catalog.unknown_entity"_s);
}

void TestSearch::limit_isForEachEntity_data() {
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("hits");
    QTest::newRow("one of each") << 1 << 2;
    QTest::newRow("one less than all") << 4 << 8;
    QTest::newRow("all") << 5 << 10;
    QTest::newRow("more than there are") << 6 << 10;
}

void TestSearch::limit_isForEachEntity() {
    QFETCH(const int, limit);
    QFETCH(const int, hits);
    WorkspaceFixture f;
    for (int i = 0; i < 5; ++i) {
        f.create(u"account"_s, u"name=Echo %1"_s.arg(i));
        f.create(u"contact"_s, u"name=Echo %1"_s.arg(i));
    }
    QCOMPARE(must(search(f.reader(), {u"echo"_s, {}, limit})).hits.size(), size_t(hits));
}

void TestSearch::exactWord_winsOverFragments() {
    WorkspaceFixture f;
    f.create(u"contact"_s, u"name=Ann"_s);
    for (int i = 0; i < 20; ++i)
        f.create(u"contact"_s, u"name=Hannah %1"_s.arg(i));
    QCOMPARE(found(f, {u"ann"_s, {}, 1}), QStringList{u"Ann (name)"_s});
    QCOMPARE(found(f, {u"ann"_s, {}, 100}).size(), 21);
}

void TestSearch::hiddenField_isNotFound() {
    WorkspaceFixture f;
    FieldDesc nickname;
    nickname.key = u"nickname"_s;
    nickname.searched = true;
    const qint64 made = must(f.run(addFieldWork({u"contact"_s, nickname}, f.origin()))).set;
    FieldDesc secret;
    secret.key = u"secret"_s;
    must(f.run(addFieldWork({u"contact"_s, secret}, f.origin())));
    f.create(u"contact"_s, u"name=Ann|nickname=Sparrow|secret=Swallow"_s);
    QCOMPARE(found(f, {u"sparrow"_s}), QStringList{u"Ann (nickname)"_s});
    QCOMPARE(found(f, {u"swallow"_s}), QStringList());
    must(f.run(undoWork(made, f.origin())));
    QCOMPARE(found(f, {u"sparrow"_s}), QStringList());
    QCOMPARE(f.damage(), QStringList());
}

void TestSearch::longText_isShownAroundTheWord() {
    WorkspaceFixture f;
    f.create(u"note"_s, u"title=Long|body=%1 needle %2"_s.arg(u"hay "_s.repeated(100),
                                                              u"hay "_s.repeated(100)));
    const SearchHit hit = must(search(f.reader(), {u"NEEDLE"_s})).hits.front();
    QVERIFY(hit.text.contains(u"needle"_s));
    QVERIFY(hit.text.size() <= 120);
    QVERIFY(hit.text.startsWith(u'\u2026') && hit.text.endsWith(u'\u2026'));
}

void TestSearch::rebuild_findsTheSame() {
    WorkspaceFixture f;
    f.create(u"contact"_s, u"name=曾国强"_s);
    const QStringList before = found(f, {u"zeng"_s});
    QCOMPARE(before, QStringList{u"曾国强 (name)"_s});
    QVERIFY(rebuildSearch(f.workspace()));
    QCOMPARE(found(f, {u"zeng"_s}), before);
    f.reopen(Workspace::Mode::ReadOnly);
    QCOMPARE(rebuildSearch(f.workspace()).error().message.id, u"workspace.read_only"_s);
    QCOMPARE(found(f, {u"zeng"_s}), before);
}

} // namespace dw::test

using dw::test::TestSearch;
DW_TEST(TestSearch)

#include "tst_search.moc"
