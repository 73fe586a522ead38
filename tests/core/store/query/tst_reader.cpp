// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/query/reader.h"

#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestReader : public QObject {
    Q_OBJECT

private slots:
    void init();
    void find_showsTheBinToo_andNothingElse();
    void list_isOfRowsThatStand_orOfTheBin();
    void list_inOrder_data();
    void list_inOrder();
    void pages_areTheWholeList_data() { orders(); }
    void pages_areTheWholeList();
    void pages_behindARowThatIsGone();
    void sort_byNoField_isRefused_data();
    void sort_byNoField_isRefused();
    void count_ignoresThePage();
    void where_thatTakesTooLong_isEnded();
    void resolve_data();
    void resolve();
    void byTitle_isFolded_andWithoutTheBin();
    void byTitle_ofALinkAsTitle();
    void title_fallsBackToTheShortId();
    void related_isWithoutTheBin();
    void lookups_ofWhatIsNotThere_areEmpty();
    void entity_thatIsNone_isAnError();

private:
    static void orders();
    [[nodiscard]] ReadTime time() const { return {m_w->clock.now(), QTimeZone::utc()}; }
    [[nodiscard]] static Query query(const std::vector<SortKey> &sort, int limit = 0) {
        return {u"account"_s, {}, sort, {}, limit, false};
    }
    [[nodiscard]] QString names(const std::vector<Row> &rows);

    std::unique_ptr<TestWorkspace> m_w;
    std::map<QString, RecordId> m_ids;
};

/// Accounts whose fields tell them apart by every sort of order; "none" has nothing but its name.
void TestReader::init() {
    m_w = std::make_unique<TestWorkspace>();
    m_ids.clear();
    const RecordId zeng = m_w->create(u"person", {{u"name", u"曾伟"_s}});
    const RecordId anna = m_w->create(u"person", {{u"name", u"Anna"_s}});
    const auto money = [](const char *text) {
        return FieldValue(must(Money::fromText(QString::fromLatin1(text))));
    };
    const auto add = [&](const QString &name, Fields fields) {
        m_ids[name] = m_w->create(u"account", {{u"name", name}});
        if (fields.size() > 0)
            m_w->change(u"account", m_ids[name], fields);
        m_w->tick();
    };
    add(u"beta"_s, {{u"kind", u"partner"_s},
                    {u"owner", zeng},
                    {u"employees", 2.5},
                    {u"revenue", money("CNY 5")},
                    {u"sector", u"b"_s}});
    add(u"Alpha"_s, {{u"kind", u"customer"_s},
                     {u"owner", anna},
                     {u"employees", 10.0},
                     {u"revenue", money("USD 1")},
                     {u"sector", u"a"_s}});
    add(u"none"_s, {});
    add(u"阿里"_s, {{u"kind", u"competitor"_s},
                    {u"owner", anna},
                    {u"employees", 2.5},
                    {u"revenue", money("CNY -7")},
                    {u"sector", u"a"_s}});
    add(u"gone"_s, {{u"sector", u"a"_s}});
    m_w->remove(u"account", m_ids[u"gone"_s]);
}

QString TestReader::names(const std::vector<Row> &rows) {
    QStringList names;
    for (const Row &row : rows)
        names << m_w->reader().title(u"account"_s, row.record.id());
    return names.join(u' ');
}

void TestReader::find_showsTheBinToo_andNothingElse() {
    Reader &reader = m_w->reader();
    const auto gone = must(reader.find(u"account"_s, m_ids[u"gone"_s]));
    QVERIFY(gone && gone->deleted);
    QCOMPARE(gone->record.id(), m_ids[u"gone"_s]);
    QVERIFY(!gone->shortId.isEmpty());
    const auto alpha = must(reader.find(u"account"_s, m_ids[u"Alpha"_s]));
    QVERIFY(alpha && !alpha->deleted && alpha->mergedInto.isNull());
    QVERIFY(!must(reader.find(u"account"_s, testId(9))));
    QVERIFY(!must(reader.find(u"account"_s, {})));
    QVERIFY(!must(reader.find(u"deal"_s, m_ids[u"Alpha"_s])));
}

void TestReader::list_isOfRowsThatStand_orOfTheBin() {
    Query all = query({});
    QCOMPARE(names(must(m_w->reader().list(all, time()))), u"beta Alpha none 阿里"_s);
    all.bin = true;
    QCOMPARE(names(must(m_w->reader().list(all, time()))), u"gone"_s);
    QCOMPARE(must(m_w->reader().count(all, time())), 1);
}

void TestReader::orders() {
    QTest::addColumn<QStringList>("sort");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QStringList &sort, const char16_t *expected) {
        QTest::newRow(qPrintable(sort.join(u' '))) << sort << QString::fromUtf16(expected);
    };
    row({}, u"beta Alpha none 阿里");
    row({u"name"_s}, u"阿里 Alpha beta none");
    row({u"-name"_s}, u"none beta Alpha 阿里");
    row({u"employees"_s}, u"beta 阿里 Alpha none");
    row({u"-employees"_s}, u"Alpha beta 阿里 none");
    row({u"revenue"_s}, u"阿里 beta Alpha none");
    row({u"-revenue"_s}, u"Alpha beta 阿里 none");
    row({u"kind"_s}, u"Alpha beta 阿里 none");
    row({u"-kind"_s}, u"阿里 beta Alpha none");
    row({u"owner"_s}, u"beta Alpha 阿里 none");
    row({u"-owner"_s}, u"Alpha 阿里 beta none");
    row({u"sector"_s, u"-employees"_s}, u"Alpha 阿里 beta none");
    row({u"-sector"_s, u"employees"_s}, u"beta 阿里 Alpha none");
    row({u"sector"_s, u"sector"_s, u"-name"_s}, u"Alpha 阿里 beta none");
    row({u"short_id"_s}, u"beta Alpha none 阿里");
    row({u"-short_id"_s}, u"阿里 none Alpha beta");
    row({u"-created_at"_s}, u"阿里 none Alpha beta");
    row({u"territory"_s}, u"beta Alpha none 阿里");
    row({u"-territory"_s, u"-kind"_s}, u"阿里 beta Alpha none");
}

void TestReader::list_inOrder_data() { orders(); }

namespace {
std::vector<SortKey> sortKeys(const QStringList &words) {
    std::vector<SortKey> keys;
    for (const QString &word : words) {
        const bool down = word.startsWith(u'-');
        keys.push_back({down ? word.mid(1) : word, down});
    }
    return keys;
}
} // namespace

void TestReader::list_inOrder() {
    QFETCH(const QStringList, sort);
    QFETCH(const QString, expected);
    QCOMPARE(names(must(m_w->reader().list(query(sortKeys(sort)), time()))), expected);
    const auto two = must(m_w->reader().list(query(sortKeys(sort), 2), time()));
    QCOMPARE(names(two), QStringList(expected.split(u' ').first(2)).join(u' '));
}

void TestReader::pages_areTheWholeList() {
    QFETCH(const QStringList, sort);
    QFETCH(const QString, expected);
    for (int limit = 1; limit <= 5; ++limit) {
        Query page = query(sortKeys(sort), limit);
        std::vector<Row> all;
        for (int turn = 0; turn < 10; ++turn) {
            const auto rows = must(m_w->reader().list(page, time()));
            if (rows.empty())
                break;
            QVERIFY(int(rows.size()) <= limit);
            page.after = rows.back().record.id();
            all.insert(all.end(), rows.begin(), rows.end());
        }
        QCOMPARE(names(all), expected);
    }
}

void TestReader::pages_behindARowThatIsGone() {
    Query page = query({{u"sector"_s, false}});
    page.after = m_ids[u"gone"_s]; // In the bin since, but its place is known.
    QCOMPARE(names(must(m_w->reader().list(page, time()))), u"beta none"_s);
    page.after = testId(9);
    const auto unknown = m_w->reader().list(page, time());
    QCOMPARE(messageId(unknown), u"record.unknown"_s);
    QCOMPARE(unknown.error().kind, ErrorKind::NotFound);
}

void TestReader::sort_byNoField_isRefused_data() {
    QTest::addColumn<QString>("field");
    for (const QString &field : {u"nonsense"_s, u""_s, u"tags"_s, u"id"_s,
                                 u"name; DROP TABLE account"_s, u"Name"_s, QString(100'000, u'x')})
        QTest::newRow(qPrintable(field.left(20) + u'.')) << field;
}

void TestReader::sort_byNoField_isRefused() {
    QFETCH(const QString, field);
    const auto rows = m_w->reader().list(query({{field, false}}), time());
    QCOMPARE(messageId(rows), u"record.sort"_s);
    QCOMPARE(rows.error().kind, ErrorKind::Invalid);
    QVERIFY(rows.error().message.args.value(u"field"_s).size() <= 100);
}

void TestReader::count_ignoresThePage() {
    Query some = query({}, 1);
    some.after = m_ids[u"beta"_s];
    QCOMPARE(must(m_w->reader().count(some, time())), 4);
    some.where = must(Expression::parse(u"sector = \"A\""_s, *m_w->catalog().get(), u"account"_s));
    QCOMPARE(must(m_w->reader().count(some, time())), 2);
    some.after.reset();
    QCOMPARE(names(must(m_w->reader().list(some, time()))), u"Alpha"_s);
}

void TestReader::where_thatTakesTooLong_isEnded() {
    must(m_w->run([&](WriteTransaction &tx) -> Result<void> {
        for (int i = 0; i < 400; ++i)
            must(tx.create(
                m_w->record(u"contact", {{u"name", u"C"_s}, {u"account", m_ids[u"Alpha"_s]}})));
        return {};
    }));
    Query slow{u"contact"_s, {}, {}, {}, 0, false};
    slow.where = must(Expression::parse(
        u"count(account.contacts where count(account.contacts where length(name) > 5) > 0) > 0"_s,
        *m_w->catalog().get(), u"contact"_s));
    const auto rows = m_w->reader().list(slow, time(), 20);
    QCOMPARE(messageId(rows), u"store.deadline"_s);
    QCOMPARE(rows.error().kind, ErrorKind::Busy);
    QCOMPARE(messageId(m_w->reader().count(slow, time(), 20)), u"store.deadline"_s);
    // The connection is as good as before.
    slow.where.reset();
    QCOMPARE(must(m_w->reader().count(slow, time(), 20'000)), 400);
}

void TestReader::resolve_data() {
    QTest::addColumn<QString>("typed"); // %1: UUID, %2: short id
    QTest::addColumn<bool>("found");
    QTest::newRow("UUID") << u"%1"_s << true;
    QTest::newRow("UUID with blanks") << u" %1\n"_s << true;
    QTest::newRow("short id") << u"%2"_s << true;
    QTest::newRow("short id with blanks") << u"  %2 "_s << true;
    QTest::newRow("in braces") << u"{%1}"_s << false;
    QTest::newRow("half") << u"0195819c-0000"_s << false;
    QTest::newRow("name") << u"Alpha"_s << false;
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("hostile") << u"' OR 1=1 --"_s << false;
    QTest::newRow("huge") << QString(1'000'000, u'A') << false;
    QTest::newRow("unknown UUID") << testId(9).text() << false;
    QTest::newRow("unknown short id") << u"A-ZZ0001"_s << false;
}

void TestReader::resolve() {
    QFETCH(QString, typed);
    QFETCH(const bool, found);
    for (const QString &name : {u"Alpha"_s, u"gone"_s}) {
        const Row row = m_w->row(u"account", m_ids[name]);
        const QString text =
            QString(typed).replace(u"%1"_s, row.record.id().text()).replace(u"%2"_s, row.shortId);
        for (const QString &spelled : {text, text.toLower(), text.toUpper()}) {
            const auto id = m_w->reader().resolve(u"account"_s, spelled);
            QCOMPARE(messageId(id), found ? u"ok"_s : u"record.unknown"_s);
            if (found)
                QCOMPARE(*id, m_ids[name]);
            else
                QVERIFY(id.error().message.args.value(u"id"_s).size() <= 100);
        }
    }
}

void TestReader::byTitle_isFolded_andWithoutTheBin() {
    Reader &reader = m_w->reader();
    for (const QString &typed : {u"alpha"_s, u"ALPHA"_s, u"Ａｌｐｈａ"_s, u" alpha "_s})
        QCOMPARE(must(reader.byTitle(u"account"_s, typed)),
                 std::vector<RecordId>{m_ids[u"Alpha"_s]});
    QVERIFY(must(reader.byTitle(u"account"_s, u"gone"_s)).empty());
    QVERIFY(must(reader.byTitle(u"account"_s, u"alph"_s)).empty());
    QVERIFY(must(reader.byTitle(u"account"_s, u"alph%"_s)).empty());
    QVERIFY(must(reader.byTitle(u"account"_s, {})).empty());
    const RecordId second = m_w->create(u"account", {{u"name", u"aLPHA"_s}});
    QCOMPARE(must(reader.byTitle(u"account"_s, u"alpha"_s)),
             (std::vector<RecordId>{m_ids[u"Alpha"_s], second}));
}

void TestReader::byTitle_ofALinkAsTitle() {
    const RecordId deal = m_w->deal(u"D"_s);
    const RecordId contact = m_w->create(u"contact", {{u"name", u"Chen"_s}});
    const EntityDesc &desc = m_w->entity(u"deal_contact");
    QCOMPARE(desc.title, u"contact"_s);
    const RecordId link = m_w->create(u"deal_contact", {{u"deal", deal}, {u"contact", contact}});
    QCOMPARE(m_w->reader().title(u"deal_contact"_s, link), u"Chen"_s);
    QCOMPARE(must(m_w->reader().byTitle(u"deal_contact"_s, u"CHEN"_s)),
             std::vector<RecordId>{link});
}

void TestReader::title_fallsBackToTheShortId() {
    Reader &reader = m_w->reader();
    QCOMPARE(reader.title(u"account"_s, m_ids[u"阿里"_s]), u"阿里"_s);
    QCOMPARE(reader.title(u"account"_s, m_ids[u"gone"_s]), u"gone"_s);
    const RecordId note = m_w->create(u"note", {{u"body", u"text"_s}});
    QCOMPARE(reader.title(u"note"_s, note), reader.shortId(u"note"_s, note));
    QVERIFY(reader.shortId(u"note"_s, note).startsWith(u"N-"_s));
}

void TestReader::related_isWithoutTheBin() {
    Reader &reader = m_w->reader();
    const RecordId alpha = m_ids[u"Alpha"_s];
    std::vector<RecordId> children;
    for (int i = 0; i < 3; ++i) {
        children.push_back(
            m_w->create(u"account", {{u"name", QString::number(i)}, {u"parent", alpha}}));
        m_w->tick(); // Ids go by the time of making.
    }
    m_w->remove(u"account", children[1]);
    const auto rows = reader.related(u"account"_s, u"parent"_s, alpha);
    QCOMPARE(rows.size(), 2U);
    QCOMPARE(rows[0].id(), children[0]);
    QCOMPARE(rows[1].id(), children[2]);
    QVERIFY(reader.record(u"account"_s, alpha));
    QVERIFY(!reader.record(u"account"_s, children[1]));
}

void TestReader::lookups_ofWhatIsNotThere_areEmpty() {
    Reader &reader = m_w->reader();
    const RecordId alpha = m_ids[u"Alpha"_s];
    QCOMPARE(reader.title(u"account"_s, testId(9)), QString());
    QCOMPARE(reader.title(u"account"_s, {}), QString());
    QCOMPARE(reader.title(u"unicorn"_s, alpha), QString());
    QCOMPARE(reader.shortId(u"account"_s, testId(9)), QString());
    QVERIFY(!reader.record(u"account"_s, testId(9)));
    QVERIFY(reader.related(u"account"_s, u"nonsense"_s, alpha).empty());
    QVERIFY(reader.related(u"account"_s, u"name"_s, alpha).empty());
    QVERIFY(reader.related(u"account"_s, u"parent=1 OR 1"_s, alpha).empty());
}

void TestReader::entity_thatIsNone_isAnError() {
    Reader &reader = m_w->reader();
    for (const QString &entity : {u"unicorn"_s, QString(), u"account; DROP TABLE account"_s}) {
        const QString expected = u"catalog.unknown_entity"_s;
        QCOMPARE(messageId(reader.find(entity, m_ids[u"Alpha"_s])), expected);
        QCOMPARE(messageId(reader.list({entity, {}, {}, {}, 0, false}, time())), expected);
        QCOMPARE(messageId(reader.count({entity, {}, {}, {}, 0, false}, time())), expected);
        QCOMPARE(messageId(reader.resolve(entity, u"A-770001"_s)), expected);
        QCOMPARE(messageId(reader.byTitle(entity, u"Alpha"_s)), expected);
    }
}

} // namespace dw::test

using dw::test::TestReader;
DW_TEST(TestReader)

#include "tst_reader.moc"
