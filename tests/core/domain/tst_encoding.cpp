// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/encoding.h"
#include "tests/support/randomvalue.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestEncoding : public QObject {
    Q_OBJECT

private slots:
    void goldenBytes_areWrittenAndRead();
    void goldenFile_hasEveryValue();
    void given_andChanged_tellEmptiesApart();
    void equalValues_haveEqualBytes_data();
    void equalValues_haveEqualBytes();
    void differentTypes_haveDifferentBytes();
    void whatIsWritten_isReadBack();
    void whatIsReadable_isCanonical();
    void cutBytes_areRefused();
    void otherBytes_areRefused_data();
    void otherBytes_areRefused();
    void twoBytes_areJudgedWithoutExceptionOfAny();

private:
    static std::vector<std::pair<QByteArray, LoggedValue>> goldenValues();
    static QList<QList<QByteArray>> goldenLines();
};

std::vector<std::pair<QByteArray, LoggedValue>> TestEncoding::goldenValues() {
    std::vector<std::pair<QByteArray, LoggedValue>> values{{"absent", LoggedValue::absent()},
                                                           {"null", LoggedValue::given({})},
                                                           {"cleared", LoggedValue::changed({})}};
    const auto add = [&values](const QByteArray &name, FieldValue value) {
        values.emplace_back(name, LoggedValue::given(std::move(value)));
    };
    const auto money = [](qint64 minor, const QString &code) {
        return Money(minor, *Currency::fromCode(code));
    };
    constexpr qint64 least = std::numeric_limits<qint64>::min();
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    add("no", false);
    add("yes", true);
    for (const qint64 n : {0LL, 1LL, 23LL, 24LL, 255LL, 256LL, 65535LL, 65536LL, 4294967295LL,
                           4294967296LL, -1LL, -24LL, -25LL, -256LL, -257LL})
        add("counter " + QByteArray::number(n), n);
    add("counter 9223372036854775807", most);
    add("counter -9223372036854775808", least);
    add("number 0", 0.0);
    add("number 1", 1.0);
    add("number 0.1", 0.1);
    add("number -2.5", -2.5);
    add("number 1e300", 1e300);
    add("number 5e-324", std::numeric_limits<double>::denorm_min());
    add("number 9007199254740993", 9007199254740993.0);
    add("text empty", u""_s);
    add("text a", u"a"_s);
    add("text suzhou", u"苏州"_s);
    add("text emoji", u"\U0001F600"_s);
    add("text 23", QString(23, u'x'));
    add("text 24", QString(24, u'x'));
    add("text 256", QString(256, u'x'));
    add("text nul", u'a' + QString(QChar(0)) + u'b');
    add("text mark", u"\uFEFFa"_s);
    add("text decomposed", u"e\u0301"_s);
    add("text composed", u"\u00E9"_s);
    for (const QDate day : {QDate(1970, 1, 1), QDate(1969, 12, 31), QDate(2026, 2, 28),
                            QDate(1, 1, 1), QDate(9999, 12, 31)})
        add("date " + day.toString(Qt::ISODate).toLatin1(), day);
    for (const qint64 ms : {0LL, -1LL, 1770685200000LL, -62135596800000LL, 253402300799999LL})
        add("instant " + QByteArray::number(ms), Instant{ms});
    add("money 50000000 CNY", money(50'000'000, u"CNY"_s));
    add("money -1 JPY", money(-1, u"JPY"_s));
    add("money 1234 KWD", money(1234, u"KWD"_s));
    add("money 0 USD", money(0, u"USD"_s));
    add("money -9223372036854775808 CNY", money(least, u"CNY"_s));
    add("money 9223372036854775807 EUR", money(most, u"EUR"_s));
    add("money none", Money());
    const QString uuid = u"0189f7ea-ae2c-7def-8000-0123456789ab"_s;
    add("link " + uuid.toLatin1(), RecordId::fromText(uuid));
    add("set a", QStringList{u"a"_s, u"a"_s});
    add("set a b", QStringList{u"b"_s, u"a"_s});
    add("set prefix", QStringList{u"b"_s, u"aa"_s, u"a"_s});
    add("set chinese", QStringList{u"高"_s, u"苏州"_s});
    add("set astral", QStringList{u"\uE000"_s, u"\U0001F600"_s});
    return values;
}

QList<QList<QByteArray>> TestEncoding::goldenLines() {
    QFile file(QStringLiteral(DW_SOURCE_DIR "/tests/data/golden/values.txt"));
    QList<QList<QByteArray>> lines;
    if (!file.open(QIODevice::ReadOnly))
        return lines;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (!line.isEmpty() && !line.startsWith('#'))
            lines << line.split('\t');
    }
    return lines;
}

void TestEncoding::goldenBytes_areWrittenAndRead() {
    QHash<QByteArray, QByteArray> golden;
    for (const QList<QByteArray> &line : goldenLines())
        golden.insert(line.value(0), line.value(1));
    for (const auto &[name, value] : goldenValues()) {
        QVERIFY2(golden.contains(name), name.constData());
        const QByteArray bytes = QByteArray::fromHex(golden.value(name));
        QVERIFY2(encodeValue(value) == bytes,
                 (name + ": " + encodeValue(value).toHex()).constData());
        const auto back = decodeValue(bytes);
        QVERIFY2(back.ok(), name.constData());
        QVERIFY2(*back == value, name.constData());
    }
}

void TestEncoding::goldenFile_hasEveryValue() {
    QCOMPARE(size_t(goldenLines().size()), goldenValues().size());
}

void TestEncoding::given_andChanged_tellEmptiesApart() {
    using State = LoggedValue::State;
    QCOMPARE(LoggedValue::absent().state, State::Absent);
    QCOMPARE(LoggedValue::given({}).state, State::Null);
    QCOMPARE(LoggedValue::changed({}).state, State::Cleared);
    QCOMPARE(LoggedValue::given(u"x"_s).state, State::Value);
    QCOMPARE(LoggedValue::given(u"x"_s), LoggedValue::changed(u"x"_s));
    QVERIFY(encodeValue(LoggedValue::given({})) != encodeValue(LoggedValue::changed({})));
    // An empty text is a value.
    QCOMPARE(LoggedValue::given(u""_s).state, State::Value);
}

void TestEncoding::equalValues_haveEqualBytes_data() {
    QTest::addColumn<FieldValue>("one");
    QTest::addColumn<FieldValue>("other");
    QTest::newRow("zeros") << FieldValue(0.0) << FieldValue(-0.0);
    QTest::newRow("sets") << FieldValue(QStringList{u"b"_s, u"a"_s, u"b"_s})
                          << FieldValue(QStringList{u"a"_s, u"b"_s});
    QTest::newRow("null text") << FieldValue(QString()) << FieldValue(u""_s);
    QTest::newRow("codes") << FieldValue(Money(1, *Currency::fromCode(u"cny"_s)))
                           << FieldValue(Money(1, *Currency::fromCode(u"CNY"_s)));
    QTest::newRow("no number") << FieldValue(std::numeric_limits<double>::quiet_NaN())
                               << FieldValue();
    QTest::newRow("no day") << FieldValue(QDate()) << FieldValue();
    QTest::newRow("no record") << FieldValue(RecordId()) << FieldValue();
    QTest::newRow("no members") << FieldValue(QStringList()) << FieldValue();
}

void TestEncoding::equalValues_haveEqualBytes() {
    QFETCH(FieldValue, one);
    QFETCH(FieldValue, other);
    QCOMPARE(one, other);
    QCOMPARE(encodeValue(LoggedValue::given(one)), encodeValue(LoggedValue::given(other)));
}

void TestEncoding::differentTypes_haveDifferentBytes() {
    const std::vector<FieldValue> ones{FieldValue(true),
                                       FieldValue(1),
                                       FieldValue(1.0),
                                       FieldValue(u"1"_s),
                                       FieldValue(QDate(1970, 1, 2)),
                                       FieldValue(Instant{1}),
                                       FieldValue(Money(1, *Currency::fromCode(u"CNY"_s))),
                                       FieldValue(QStringList{u"1"_s})};
    QSet<QByteArray> bytes;
    for (const FieldValue &one : ones)
        bytes << encodeValue(LoggedValue::given(one));
    QCOMPARE(size_t(bytes.size()), ones.size());
}

void TestEncoding::whatIsWritten_isReadBack() {
    Random random(1);
    for (int i = 0; i < 20'000; ++i) {
        const LoggedValue value = randomLoggedValue(random);
        const QByteArray bytes = encodeValue(value);
        const auto back = decodeValue(bytes);
        QVERIFY2(back.ok(), bytes.toHex().constData());
        QVERIFY2(*back == value, bytes.toHex().constData());
    }
}

/// Whatever somebody does to the bytes: they are refused, or they are the only ones of their value.
void TestEncoding::whatIsReadable_isCanonical() {
    Random random(2);
    int accepted = 0;
    for (int i = 0; i < 100'000; ++i) {
        QByteArray bytes = encodeValue(randomLoggedValue(random));
        for (int changes = random.between(1, 3); changes > 0; --changes) {
            const qsizetype place = random.below(bytes.size());
            if (random.chance(0.6))
                bytes[place] = char(random.bits());
            else if (random.chance(0.5))
                bytes.insert(place, char(random.bits()));
            else if (bytes.size() > 1)
                bytes.remove(place, 1);
        }
        const auto value = decodeValue(bytes);
        if (!value)
            continue;
        ++accepted;
        QVERIFY2(encodeValue(*value) == bytes, bytes.toHex().constData());
    }
    QVERIFY(accepted > 1000);
}

void TestEncoding::cutBytes_areRefused() {
    for (const auto &[name, value] : goldenValues()) {
        const QByteArray bytes = encodeValue(value);
        for (qsizetype size = 0; size < bytes.size(); ++size)
            QVERIFY2(!decodeValue(bytes.first(size)).ok(), name.constData());
        QVERIFY2(!decodeValue(bytes + '\0').ok(), name.constData());
        QVERIFY2(!decodeValue(bytes + bytes).ok(), name.constData());
    }
}

void TestEncoding::otherBytes_areRefused_data() {
    QTest::addColumn<QByteArray>("hex");
    const auto row = [](const char *what, const char *hex) {
        QTest::newRow(what) << QByteArray(hex);
    };
    row("nothing", "");
    row("23 in two bytes", "1817");
    row("255 in three bytes", "1900ff");
    row("65535 in five bytes", "1a0000ffff");
    row("4294967295 in nine bytes", "1b00000000ffffffff");
    row("beyond 64 bits with sign", "1b8000000000000000");
    row("below 64 bits with sign", "3b8000000000000000");
    row("reserved info 28", "1c");
    row("indefinite integer", "1f");
    row("16-bit float", "f93c00");
    row("32-bit float", "fa3f800000");
    row("NaN", "fb7ff8000000000000");
    row("infinity", "fb7ff0000000000000");
    row("minus infinity", "fbfff0000000000000");
    row("minus zero", "fb8000000000000000");
    row("simple value 0", "e0");
    row("simple value in two bytes", "f8ff");
    row("break", "ff");
    row("plain bytes", "4161");
    row("plain array", "816161");
    row("plain map", "a0");
    row("text that is longer than there is", "7affffffff61");
    row("text of 2^63 bytes", "7b800000000000000061");
    row("text in pieces", "7f6161ff");
    row("text with overlong UTF-8", "62c080");
    row("text with half a pair", "63eda080");
    row("text with a lone byte", "6180");
    row("text beyond Unicode", "64f4908080");
    row("text cut within a character", "62e88b");
    row("text with length in two bytes", "780161");
    row("cleared over a value", "d9ea6300");
    row("cleared over undefined", "d9ea63f7");
    row("cleared twice", "d9ea63d9ea63f6");
    row("unknown tag", "d9ea6400");
    row("tag in three bytes", "d9006400");
    row("day as a text", "d8646161");
    row("day as a float", "d864fb0000000000000000");
    row("day that no calendar has", "d8641b7fffffffffffffff");
    row("day that no calendar had", "d8643b7fffffffffffffff");
    row("day over null", "d864f6");
    row("instant as a date text", "c074323032362d30322d31305430313a30303a30305a");
    row("money of one member", "d9ea628100");
    row("money of three members", "d9ea62830063434e5900");
    row("money with a float", "d9ea6282fb000000000000000063434e59");
    row("money with a small code", "d9ea6282006363 6e79");
    row("money with a long code", "d9ea62820064434e5958");
    row("money without an array", "d9ea6200");
    row("link of 15 bytes", "d8254f0189f7eaae2c7def80000123456789");
    row("link of 17 bytes", "d825510189f7eaae2c7def80000123456789abcd");
    row("link of zeros", "d8255000000000000000000000000000000000");
    row("link as text", "d825700123456789abcdef0123456789abcdef");
    row("empty set", "d9010280");
    row("set in other order", "d901028261626161");
    row("set with a double", "d901028261616161");
    row("set with a number", "d9010282616101");
    row("set that promises more", "d901029b7fffffffffffffff6161");
    row("set as a map", "d90102a161616162");
}

void TestEncoding::otherBytes_areRefused() {
    QFETCH(QByteArray, hex);
    const auto value = decodeValue(QByteArray::fromHex(hex));
    QVERIFY(!value.ok());
    QCOMPARE(value.error().kind, ErrorKind::Damaged);
    QCOMPARE(value.error().message.id, u"format.value"_s);
}

/// All 65,536 of them, and with a byte behind: no read past the end, no second form.
void TestEncoding::twoBytes_areJudgedWithoutExceptionOfAny() {
    int accepted = 0;
    for (int n = 0; n < 65'536; ++n) {
        const QByteArray bytes{std::initializer_list<char>{char(n >> 8), char(n)}.begin(), 2};
        for (const QByteArray &tried : {bytes, bytes + 'a', bytes + char(0xFF)}) {
            const auto value = decodeValue(tried);
            if (!value)
                continue;
            ++accepted;
            QVERIFY2(encodeValue(*value) == tried, tried.toHex().constData());
        }
    }
    // Integers of two bytes, texts of one; integers of three bytes and texts of two, whose third
    // byte is ours.
    QVERIFY(accepted > 2 * (256 - 24) + 128);
}

} // namespace dw::test

using dw::test::TestEncoding;
DW_TEST(TestEncoding)

#include "tst_encoding.moc"
