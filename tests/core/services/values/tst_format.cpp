// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/values/format.h"

#include "core/services/wording/wording.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <QTimeZone>
#include <limits>

using namespace Qt::StringLiterals;

namespace dw::test {

/// Values as people read them.
class TestFormat : public QObject {
    Q_OBJECT

private slots:
    void moneyShort_data();
    void moneyShort();
    void moneyFull_data();
    void moneyFull();
    void moneyOfEveryScale_isNeverEmpty();
    void numbers_data();
    void numbers();
    void groupedInteger_atTheEnds();
    void dates();
    void instants_areShownInTheZone();
    void values_data();
    void values();
    void links_showTheirLabel();
    void yearsTakeNoSeparators();
    void visibleText_writesOutWhatATerminalObeys_data();
    void visibleText_writesOutWhatATerminalObeys();
    void languageFromName_data();
    void languageFromName();
};

namespace {

Money money(const QString &text) {
    const auto parsed = Money::fromText(text);
    Q_ASSERT(parsed);
    return *parsed;
}

const QDate today(2026, 3, 5);

} // namespace

void TestFormat::moneyShort_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("en");
    QTest::addColumn<QString>("zh");
    const auto row = [](const char *text, const char16_t *en, const char16_t *zh) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromUtf16(en)
                            << QString::fromUtf16(zh);
    };
    row("CNY 12840000", u"¥12.84M", u"¥1,284万");
    row("CNY 234000000", u"¥234.00M", u"¥2.34亿");
    row("CNY 6190000", u"¥6.19M", u"¥619万");
    row("CNY 0", u"¥0", u"¥0");
    row("CNY 0.49", u"¥0", u"¥0");
    row("CNY 0.50", u"¥1", u"¥1");
    row("CNY 9999.49", u"¥9,999", u"¥9,999");
    row("CNY 9999.50", u"¥10K", u"¥1万");
    row("CNY 10000", u"¥10K", u"¥1万");
    row("CNY 12800", u"¥12.8K", u"¥1.28万");
    row("CNY 99949", u"¥99.9K", u"¥9.99万");
    row("USD 20500", u"$20.5K", u"$2.05万");
    row("CNY 99950", u"¥100K", u"¥10万");
    row("CNY 518000", u"¥518K", u"¥51.8万");
    row("CNY 999499", u"¥999K", u"¥99.9万");
    row("CNY 999500", u"¥1.00M", u"¥100万");
    row("CNY 99994999", u"¥99.99M", u"¥9,999万");
    row("CNY 99995000", u"¥100.00M", u"¥1.00亿");
    row("CNY 999994999", u"¥999.99M", u"¥10.00亿");
    row("CNY 999995000", u"¥1.00B", u"¥10.00亿");
    row("CNY 123456789012", u"¥123.46B", u"¥1,235亿");
    row("CNY -12840000", u"\u2212¥12.84M", u"\u2212¥1,284万");
    row("USD 1054", u"$1,054", u"$1,054");
    row("JPY 12840000", u"JP¥12.84M", u"JP¥1,284万");
    row("KWD 12.345", u"KWD\u00a012", u"KWD\u00a012");
    row("CHF 1200", u"CHF\u00a01,200", u"CHF\u00a01,200");
}

void TestFormat::moneyShort() {
    QFETCH(const QString, text);
    QTEST(displayMoney(money(text), Language::English, Style::Short), "en");
    QTEST(displayMoney(money(text), Language::Chinese, Style::Short), "zh");
}

void TestFormat::moneyFull_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("whole") << u"CNY 12840000.00"_s << u"¥12,840,000"_s;
    QTest::newRow("parts") << u"CNY 12840000.50"_s << u"¥12,840,000.50"_s;
    QTest::newRow("small") << u"EUR 0.05"_s << u"€0.05"_s;
    QTest::newRow("negative") << u"USD -1234.05"_s << u"\u2212$1,234.05"_s;
    QTest::newRow("no minor unit") << u"JPY 1234"_s << u"JP¥1,234"_s;
    QTest::newRow("three digits") << u"KWD 1.005"_s << u"KWD\u00a01.005"_s;
    QTest::newRow("largest") << u"CNY 92233720368547758.07"_s << u"¥92,233,720,368,547,758.07"_s;
}

void TestFormat::moneyFull() {
    QFETCH(const QString, text);
    QTEST(displayMoney(money(text), Language::English, Style::Full), "shown");
    QTEST(displayMoney(money(text), Language::Chinese, Style::Full), "shown");
}

void TestFormat::moneyOfEveryScale_isNeverEmpty() {
    for (const QString &code : {u"JPY"_s, u"CNY"_s, u"KWD"_s}) {
        const Currency currency = *Currency::fromCode(code);
        for (const qint64 minor :
             {std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min()}) {
            for (const Language language : {Language::English, Language::Chinese}) {
                const QString shown = displayMoney({minor, currency}, language, Style::Short);
                QVERIFY2(shown.contains(language == Language::English ? u"B"_s : u"亿"_s),
                         qPrintable(shown));
                QCOMPARE(shown.startsWith(QChar(0x2212)), minor < 0);
            }
        }
    }
}

void TestFormat::numbers_data() {
    QTest::addColumn<double>("number");
    QTest::addColumn<QString>("shown");
    QTest::newRow("zero") << 0.0 << u"0"_s;
    QTest::newRow("three digits") << 999.0 << u"999"_s;
    QTest::newRow("four digits") << 1000.0 << u"1,000"_s;
    QTest::newRow("fraction") << 1234567.25 << u"1,234,567.25"_s;
    QTest::newRow("negative") << -1234.5 << u"\u22121,234.5"_s;
    QTest::newRow("shortest") << 0.1 << u"0.1"_s;
    QTest::newRow("huge") << 1e21 << u"1e+21"_s;
    QTest::newRow("tiny") << 1e-9 << u"1e-09"_s;
    QTest::newRow("not finite") << std::numeric_limits<double>::infinity() << QString();
}

void TestFormat::numbers() {
    QFETCH(const double, number);
    QTEST(displayNumber(number, Language::English), "shown");
    QTEST(displayNumber(number, Language::Chinese), "shown");
}

void TestFormat::groupedInteger_atTheEnds() {
    QCOMPARE(groupedInteger(0), u"0"_s);
    QCOMPARE(groupedInteger(-1000), u"\u22121,000"_s);
    QCOMPARE(groupedInteger(std::numeric_limits<qint64>::max()), u"9,223,372,036,854,775,807"_s);
    QCOMPARE(groupedInteger(std::numeric_limits<qint64>::min()),
             u"\u22129,223,372,036,854,775,808"_s);
}

void TestFormat::dates() {
    QCOMPARE(displayDate(QDate(2026, 3, 10), today, Style::Short), u"3/10"_s);
    QCOMPARE(displayDate(QDate(2026, 1, 1), today, Style::Short), u"1/1"_s);
    QCOMPARE(displayDate(QDate(2025, 12, 31), today, Style::Short), u"2025-12-31"_s);
    QCOMPARE(displayDate(QDate(2026, 3, 10), today, Style::Full), u"2026-03-10"_s);
    QCOMPARE(displayDate({}, today, Style::Short), QString());
}

void TestFormat::instants_areShownInTheZone() {
    const Instant at = *Instant::fromIso(u"2025-12-31T16:05:09Z"_s);
    const QTimeZone shanghai("Asia/Shanghai");
    QVERIFY(shanghai.isValid());
    QCOMPARE(displayInstant(at, shanghai, today, Style::Short), u"1/1 00:05"_s);
    QCOMPARE(displayInstant(at, shanghai, today, Style::Full), u"2026-01-01 00:05:09"_s);
    QCOMPARE(displayInstant(at, QTimeZone(), today, Style::Full), u"2025-12-31 16:05:09"_s);
}

void TestFormat::values_data() {
    QTest::addColumn<FieldType>("type");
    QTest::addColumn<FieldValue>("value");
    QTest::addColumn<QString>("en");
    QTest::addColumn<QString>("zh");
    using enum FieldType;
    QTest::newRow("empty") << Text << FieldValue() << QString() << QString();
    QTest::newRow("text") << Text << FieldValue(u"<b>low</b>"_s) << u"<b>low</b>"_s
                          << u"<b>low</b>"_s;
    QTest::newRow("yes") << YesNo << FieldValue(true) << u"Yes"_s << u"是"_s;
    QTest::newRow("no") << YesNo << FieldValue(false) << u"No"_s << u"否"_s;
    QTest::newRow("choice") << FieldType::Choice << FieldValue(u"low"_s) << u"Low"_s << u"低"_s;
    QTest::newRow("choice that is gone")
        << FieldType::Choice << FieldValue(u"old"_s) << u"old"_s << u"old"_s;
    QTest::newRow("set") << Set << FieldValue(QStringList{u"high"_s, u"low"_s}) << u"High, Low"_s
                         << u"高、低"_s;
    QTest::newRow("counter") << Counter << FieldValue(-1200) << u"\u22121,200"_s
                             << u"\u22121,200"_s;
    QTest::newRow("date") << Date << FieldValue(QDate(2026, 3, 10)) << u"2026-03-10"_s
                          << u"2026-03-10"_s;
    QTest::newRow("money") << FieldType::Money << FieldValue(money(u"CNY 12840000"_s))
                           << u"¥12,840,000"_s << u"¥12,840,000"_s;
}

void TestFormat::values() {
    QFETCH(const FieldType, type);
    QFETCH(const FieldValue, value);
    FieldDesc field;
    field.type = type;
    field.choices = {{u"low"_s, {u"Low"_s, u"低"_s}}, {u"high"_s, {u"High"_s, u"高"_s}}};
    QTEST(displayValue(field, value, {}, Language::English, QTimeZone::utc(), today), "en");
    QTEST(displayValue(field, value, {}, Language::Chinese, QTimeZone::utc(), today), "zh");
}

void TestFormat::links_showTheirLabel() {
    FieldDesc field;
    field.type = FieldType::Link;
    field.target = u"account"_s;
    const RecordId id{makeUuidV5(u"some account"_s)};
    QCOMPARE(displayValue(field, id, u"Acme"_s, Language::English, QTimeZone::utc(), today),
             u"Acme"_s);
    QCOMPARE(displayValue(field, id, {}, Language::English, QTimeZone::utc(), today), id.text());
    field.type = FieldType::Set;
    QCOMPARE(displayValue(field, QStringList{id.text()}, u"A, B"_s, Language::English,
                          QTimeZone::utc(), today),
             u"A, B"_s);
}

void TestFormat::yearsTakeNoSeparators() {
    const EntityDesc *account = Catalog::builtin()->entity(u"account");
    const FieldDesc &founded = account->field(account->byKey(u"founded"));
    const FieldDesc &employees = account->field(account->byKey(u"employees"));
    QCOMPARE(displayValue(founded, 1996.0, {}, Language::English, QTimeZone::utc(), today),
             u"1996"_s);
    QCOMPARE(displayValue(employees, 2822.0, {}, Language::English, QTimeZone::utc(), today),
             u"2,822"_s);
    const EntityDesc *stage = Catalog::builtin()->entity(u"stage");
    const FieldDesc &probability = stage->field(stage->byKey(u"win_probability"));
    QCOMPARE(displayValue(probability, 35.5, {}, Language::Chinese, QTimeZone::utc(), today),
             u"35.5%"_s);
}

void TestFormat::visibleText_writesOutWhatATerminalObeys_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << u"Acme 公司 \\n 😀"_s << u"Acme 公司 \\n 😀"_s;
    QTest::newRow("lines") << u"a\nb\r\tc"_s << u"a\\nb\\r\\tc"_s;
    QTest::newRow("escape sequence")
        << u"\u001b[31mred\u001b[0m"_s << u"\\u{1b}[31mred\\u{1b}[0m"_s;
    QTest::newRow("nul and delete") << QString(QChar(0)) + QChar(0x7F) << u"\\u{0}\\u{7f}"_s;
    QTest::newRow("8-bit control sequence") << QString(QChar(0x9B)) + u"31m"_s << u"\\u{9b}31m"_s;
    QTest::newRow("turned around")
        << QString(QChar(0x202E)) + u"gpj.exe"_s << u"\\u{202e}gpj.exe"_s;
    QTest::newRow("hidden") << u"a"_s + QChar(0x200B) + u'b' + QChar(0xFEFF)
                            << u"a\\u{200b}b\\u{feff}"_s;
    QTest::newRow("joined emoji") << u"👩\u200d💻"_s << u"👩\u200d💻"_s;
    QTest::newRow("half a pair") << u"a"_s + QChar(0xD83D) << u"a\\u{d83d}"_s;
    QTest::newRow("other half first")
        << QString(QChar(0xDE00)) + QChar(0xD83D) << u"\\u{de00}\\u{d83d}"_s;
    QTest::newRow("line separator") << u"a\u2028b"_s << u"a\\u{2028}b"_s;
}

void TestFormat::visibleText_writesOutWhatATerminalObeys() {
    QFETCH(const QString, text);
    QFETCH(const QString, shown);
    QCOMPARE(visibleText(text), shown);
    QCOMPARE(visibleText(shown), shown);
}

void TestFormat::languageFromName_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<std::optional<Language>>("language");
    const auto row = [](const char *name, std::optional<Language> language) {
        QTest::newRow(name) << QString::fromLatin1(name) << language;
    };
    row("zh", Language::Chinese);
    row("zh_CN", Language::Chinese);
    row("ZH-cn", Language::Chinese);
    row("en", Language::English);
    row("EN", Language::English);
    row("", std::nullopt);
    row("fr", std::nullopt);
    row("zh_CNx", std::nullopt);
}

void TestFormat::languageFromName() {
    QFETCH(const QString, name);
    QFETCH(const std::optional<Language>, language);
    QVERIFY(dw::languageFromName(name) == language);
}

} // namespace dw::test

using dw::test::TestFormat;
DW_TEST(TestFormat)

#include "tst_format.moc"
