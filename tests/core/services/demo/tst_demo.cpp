// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/demo/demovocabulary.h"
#include "tests/core/services/demo/demodata.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;
using namespace dw::test;

/// The generator as a function: what goes in, what comes out, and when it stops.
class TestDemo : public QObject {
    Q_OBJECT
private slots:
    void sameRequest_sameRows_idsToo();
    void anotherArgument_otherRows_data();
    void anotherArgument_otherRows();
    void rows_areWhatAStoreTakes_data();
    void rows_areWhatAStoreTakes();
    void deals_asManyAsAsked_andTheRestInProportion();
    void manyDeals_thinOutTouchpoints();
    void moneyIsInTheCurrencyOfTheLanguage_orTheOneGiven();
    void idsOfOneKind_growNearlyAlways();
    void size_isJudged_data();
    void size_isJudged();
    void now_isJudged_data();
    void now_isJudged();
    void stop_endsIt();
    void sink_thatFails_endsIt();
    void progress_growsToTheTotal();
    void vocabularies_haveTheSameShape();
    void withoutSkillsField_skillsAreLeftOut();
};

void TestDemo::sameRequest_sameRows_idsToo() {
    const DemoRequest request = DemoData::request(300, Language::Chinese);
    QCOMPARE(DemoData(request).digest, DemoData(request).digest);
}

void TestDemo::anotherArgument_otherRows_data() {
    QTest::addColumn<int>("deals");
    QTest::addColumn<quint64>("seed");
    QTest::addColumn<bool>("chinese");
    QTest::addColumn<qint64>("laterMs");
    QTest::newRow("size") << 301 << quint64(7) << true << qint64(0);
    QTest::newRow("seed") << 300 << quint64(8) << true << qint64(0);
    QTest::newRow("language") << 300 << quint64(7) << false << qint64(0);
    QTest::newRow("date") << 300 << quint64(7) << true << qint64(86'400'000);
}

void TestDemo::anotherArgument_otherRows() {
    QFETCH(const int, deals);
    QFETCH(const quint64, seed);
    QFETCH(const bool, chinese);
    QFETCH(const qint64, laterMs);
    const DemoData usual(DemoData::request(300, Language::Chinese));
    DemoRequest request = DemoData::request(deals, chinese ? Language::Chinese : Language::English);
    request.seed = seed;
    request.now.ms += laterMs;
    QVERIFY(DemoData(request).digest != usual.digest);
}

void TestDemo::rows_areWhatAStoreTakes_data() {
    QTest::addColumn<int>("deals");
    QTest::addColumn<bool>("chinese");
    QTest::addColumn<QString>("now");
    for (const bool chinese : {false, true}) {
        const auto name = [&](const char *what) {
            return QByteArray(what) + (chinese ? " zh" : " en");
        };
        QTest::addRow("%s", name("fewest").constData())
            << 100 << chinese << u"2026-03-09T02:00:00Z"_s;
        QTest::addRow("%s", name("some").constData())
            << 3000 << chinese << u"2026-03-09T02:00:00Z"_s;
        QTest::addRow("%s", name("in a holiday").constData())
            << 400 << chinese << u"2026-02-17T15:59:00Z"_s;
        QTest::addRow("%s", name("at a leap day").constData())
            << 400 << chinese << u"2024-02-29T00:00:00Z"_s;
        QTest::addRow("%s", name("long ago").constData())
            << 200 << chinese << u"1990-01-01T00:00:00Z"_s;
        QTest::addRow("%s", name("far ahead").constData())
            << 200 << chinese << u"2100-12-31T23:59:59Z"_s;
    }
}

void TestDemo::rows_areWhatAStoreTakes() {
    QFETCH(const int, deals);
    QFETCH(const bool, chinese);
    QFETCH(const QString, now);
    DemoRequest request = DemoData::request(deals, chinese ? Language::Chinese : Language::English);
    request.now = *Instant::fromIso(now);
    const DemoData data(request);
    QVERIFY2(data.wrong.isEmpty(), qPrintable(data.wrong.join(u'\n')));
    QCOMPARE(data.deals().size(), deals);
}

void TestDemo::deals_asManyAsAsked_andTheRestInProportion() {
    const DemoData data(DemoData::request(2000, Language::English));
    QCOMPARE(data.rows(u"deal"_s).size(), 2000);
    QCOMPARE(data.rows(u"pipeline"_s).size(), 3);
    QVERIFY(data.rows(u"account"_s).size() > 2000 / 6);
    QVERIFY(data.rows(u"contact"_s).size() > 1000);
    QVERIFY(data.rows(u"lead"_s).size() > 1200);
    QVERIFY(data.rows(u"touchpoint"_s).size() > 8000);
    QVERIFY(data.changeCount > data.rowCount + 5000);
    for (const auto &entity :
         {u"deal_line"_s, u"deal_contact"_s, u"deal_competitor"_s, u"task"_s, u"note"_s, u"tag"_s,
          u"product"_s, u"team"_s, u"territory"_s, u"person"_s, u"stage"_s, u"cross_reference"_s})
        QVERIFY2(!data.rows(entity).isEmpty(), qPrintable(entity));
    QSet<QString> kinds;
    for (const Record &account : data.rows(u"account"_s))
        kinds << data.text(account, u"kind");
    QCOMPARE(kinds, (QSet<QString>{u"customer"_s, u"partner"_s, u"competitor"_s}));
}

/// Only counts: a hundred thousand deals and more take no memory here.
void TestDemo::manyDeals_thinOutTouchpoints() {
    const auto touchesADeal = [](int deals) {
        qint64 touches = 0;
        qint64 seen = 0;
        DemoRequest request = DemoData::request(deals, Language::English);
        StopToken stop;
        const auto ended = generateDemo(
            *Catalog::builtin(), request,
            [&](DemoRow &&row) -> Result<void> {
                if (row.draft.entity() == "touchpoint"_L1)
                    ++touches;
                if (row.draft.entity() == "deal"_L1 && ++seen == 2000)
                    return makeError(ErrorKind::Cancelled, u"enough"_s);
                return {};
            },
            {}, stop);
        return ended ? 0.0 : double(touches) / double(seen);
    };
    const double usual = touchesADeal(100'000);
    const double thin = touchesADeal(1'000'000);
    QVERIFY2(usual > 6 && usual < 11, qPrintable(QString::number(usual)));
    QVERIFY2(thin > 1 && thin < usual / 2, qPrintable(QString::number(thin)));
}

void TestDemo::moneyIsInTheCurrencyOfTheLanguage_orTheOneGiven() {
    const auto currencyOf = [](const DemoData &data) {
        QSet<QString> codes;
        for (const DemoData::Deal &deal : data.deals()) {
            if (const FieldValue amount = data.value(deal.last, u"amount"); !amount.isEmpty())
                codes << amount.as<Money>().currency().code();
        }
        return codes;
    };
    QCOMPARE(currencyOf(DemoData(DemoData::request(100, Language::Chinese))), QSet{u"CNY"_s});
    QCOMPARE(currencyOf(DemoData(DemoData::request(100, Language::English))), QSet{u"USD"_s});
    DemoRequest request = DemoData::request(100, Language::English);
    request.currency = *Currency::fromCode(u"JPY"_s);
    const DemoData yen(request);
    QCOMPARE(currencyOf(yen), QSet{u"JPY"_s});
    QVERIFY2(yen.wrong.isEmpty(), qPrintable(yen.wrong.join(u'\n')));
}

/// Tables that are keyed by the id are filled at their end.
void TestDemo::idsOfOneKind_growNearlyAlways() {
    QHash<QString, RecordId> last;
    qint64 rows = 0, backwards = 0;
    const auto done = generateDemo(*Catalog::builtin(), DemoData::request(2000, Language::English),
                                   [&](DemoRow &&row) -> Result<void> {
                                       RecordId &before = last[row.draft.entity()];
                                       ++rows;
                                       if (row.draft.id().bytes() < before.bytes())
                                           ++backwards;
                                       before = row.draft.id();
                                       return {};
                                   });
    QVERIFY(done.ok());
    QVERIFY2(backwards * 10 < rows, qPrintable(QString::number(backwards)));
}

void TestDemo::size_isJudged_data() {
    QTest::addColumn<int>("deals");
    QTest::addColumn<bool>("good");
    QTest::newRow("below") << 99 << false;
    QTest::newRow("least") << 100 << true;
    QTest::newRow("above") << 1'000'001 << false;
    QTest::newRow("negative") << -1 << false;
}

void TestDemo::size_isJudged() {
    QFETCH(const int, deals);
    QFETCH(const bool, good);
    const auto done = generateDemo(*Catalog::builtin(), DemoData::request(deals, Language::English),
                                   [](DemoRow &&) { return Result<void>(); });
    QCOMPARE(done.ok(), good);
    if (!good)
        QCOMPARE(done.error().message.id, u"demo.deals"_s);
}

void TestDemo::now_isJudged_data() {
    QTest::addColumn<QString>("now");
    QTest::addColumn<bool>("good");
    QTest::newRow("before") << u"1989-12-31T23:59:59Z"_s << false;
    QTest::newRow("first") << u"1990-01-01T00:00:00Z"_s << true;
    QTest::newRow("last") << u"2100-12-31T23:59:59Z"_s << true;
    QTest::newRow("after") << u"2101-01-01T00:00:00Z"_s << false;
}

void TestDemo::now_isJudged() {
    QFETCH(const QString, now);
    QFETCH(const bool, good);
    DemoRequest request = DemoData::request(100, Language::Chinese);
    request.now = *Instant::fromIso(now);
    const auto done =
        generateDemo(*Catalog::builtin(), request, [](DemoRow &&) { return Result<void>(); });
    QCOMPARE(done.ok(), good);
    if (!good)
        QCOMPARE(done.error().message.id, u"demo.now"_s);
}

void TestDemo::stop_endsIt() {
    StopToken stop;
    qint64 rows = 0;
    const auto done = generateDemo(
        *Catalog::builtin(), DemoData::request(5000, Language::English),
        [&](DemoRow &&) -> Result<void> {
            if (++rows == 1000)
                stop.stop();
            return {};
        },
        {}, stop);
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Cancelled);
    QVERIFY2(rows < 3000, qPrintable(QString::number(rows)));
}

void TestDemo::sink_thatFails_endsIt() {
    qint64 rows = 0;
    const auto done = generateDemo(*Catalog::builtin(), DemoData::request(100, Language::English),
                                   [&](DemoRow &&) -> Result<void> {
                                       if (++rows < 500)
                                           return {};
                                       return makeError(ErrorKind::Full, u"store.full"_s);
                                   });
    QVERIFY(!done);
    QCOMPARE(done.error().message.id, u"store.full"_s);
    QCOMPARE(rows, 500);
}

void TestDemo::progress_growsToTheTotal() {
    qint64 last = 0, whole = 0;
    const auto done = generateDemo(
        *Catalog::builtin(), DemoData::request(200, Language::English),
        [](DemoRow &&) { return Result<void>(); },
        [&](qint64 n, qint64 total) {
            QVERIFY(n > last && n <= total);
            last = n;
            whole = total;
        });
    QVERIFY(done.ok());
    QVERIFY(whole > 200);
    QCOMPARE(last, whole);
}

void TestDemo::vocabularies_haveTheSameShape() {
    const auto en = DemoVocabulary::load(Language::English);
    const auto zh = DemoVocabulary::load(Language::Chinese);
    QVERIFY2(en.ok(), en ? "" : qPrintable(en.error().message.args.value(u"member"_s)));
    QVERIFY2(zh.ok(), zh ? "" : qPrintable(zh.error().message.args.value(u"member"_s)));
    const auto keysOf = [](const auto &hash) {
        const auto keys = hash.keys();
        return QSet(keys.begin(), keys.end());
    };
    QCOMPARE(keysOf((*en)->sources), keysOf((*zh)->sources));
    QCOMPARE(keysOf((*en)->touches), keysOf((*zh)->touches));
    QCOMPARE(keysOf((*en)->channels), keysOf((*zh)->channels));
    QCOMPARE(keysOf((*en)->titles), keysOf((*zh)->titles));
    QCOMPARE(keysOf((*en)->tasks), keysOf((*zh)->tasks));
    QCOMPARE(keysOf((*en)->campaigns), keysOf((*zh)->campaigns));
    QCOMPARE((*en)->sectors.size(), (*zh)->sectors.size());
    for (size_t n = 0; n < (*en)->sectors.size(); ++n)
        QCOMPARE((*en)->sectors[n].key, (*zh)->sectors[n].key);
    for (size_t n = 0; n < (*en)->lossReasons.size(); ++n) {
        QCOMPARE((*en)->lossReasons[n].key, (*zh)->lossReasons[n].key);
        QVERIFY((*en)->signs.contains((*en)->lossReasons[n].key));
        QVERIFY((*zh)->signs.contains((*zh)->lossReasons[n].key));
    }
    for (size_t n = 0; n < (*en)->pipelines.size(); ++n)
        QCOMPARE((*en)->pipelines[n].stages.size(), (*zh)->pipelines[n].stages.size());
    QCOMPARE((*zh)->newYear(2026), QDate(2026, 2, 17));
    QCOMPARE((*zh)->newYear(3000), QDate(3000, 2, 5));
}

void TestDemo::withoutSkillsField_skillsAreLeftOut() {
    const auto done = generateDemo(*Catalog::builtin(), DemoData::request(100, Language::English),
                                   [&](DemoRow &&row) -> Result<void> {
                                       for (const auto &[field, value] : row.draft.values()) {
                                           if (field.isNull())
                                               return makeError(ErrorKind::Invalid, u"field"_s);
                                       }
                                       return {};
                                   });
    QVERIFY(done.ok());
}

DW_TEST(TestDemo)
#include "tst_demo.moc"
