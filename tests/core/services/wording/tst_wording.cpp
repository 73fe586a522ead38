// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/wording/wording.h"

#include "core/services/wording/wordingtable.h"
#include "tests/support/testmain.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// Message ids become sentences; every id of the sources has one in both languages.
class TestWording : public QObject {
    Q_OBJECT

private slots:
    void unknownId_isShownAsItself();
    void arguments_data();
    void arguments();
    void plural_followsTheNumber_data();
    void plural_followsTheNumber();
    void controlCharactersOfArguments_areWrittenOut();
    void error_givesAReasonALine();
    void everyEntry_isFilledOnceAndHasTheSamePlaceholders();
    void everyIdInTheSources_hasAWording();
    void idsMadeOfParts_haveAWording();

private:
    static std::vector<WordingEntry> all();
};

namespace {

QString inEnglish(const Message &message) {
    return word(message, Language::English, *Catalog::builtin());
}
QString inChinese(const Message &message) {
    return word(message, Language::Chinese, *Catalog::builtin());
}

struct SourceText {
    QString path;
    QString text;
};

/// Sources of the programs, without the tables themselves.
std::vector<SourceText> sources() {
    std::vector<SourceText> found;
    const QString root = QStringLiteral(DW_SOURCE_DIR);
    for (const QString &area : {u"core"_s, u"app"_s, u"ui"_s}) {
        QDirIterator it(root + u'/' + area, {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString path = it.next();
            QFile file(path);
            if (path.contains(u"/wording_"_s) || !file.open(QIODevice::ReadOnly))
                continue;
            found.push_back({path.mid(root.size() + 1), QString::fromUtf8(file.readAll())});
        }
    }
    return found;
}

QSet<QString> placeholders(const char16_t *text) {
    static const QRegularExpression shape(u"\\{([a-z_]+)(:[^{}|]*\\|[^{}|]*)?\\}"_s);
    QSet<QString> names;
    auto matches = shape.globalMatch(QString::fromUtf16(text));
    while (matches.hasNext())
        names.insert(matches.next().captured(1));
    return names;
}

} // namespace

std::vector<WordingEntry> TestWording::all() {
    std::vector<WordingEntry> entries;
    for (const auto table :
         {wordings::domain(), wordings::expressions(), wordings::store(), wordings::log(),
          wordings::services(), wordings::imports(), wordings::exchange(), wordings::quality(),
          wordings::demo(), wordings::commandLine()}) {
        entries.insert(entries.end(), table.begin(), table.end());
    }
    return entries;
}

void TestWording::unknownId_isShownAsItself() {
    QCOMPARE(inEnglish({u"no.such_id"_s, {}}), u"no.such_id"_s);
    QCOMPARE(inChinese({u"no.such_id"_s, {{u"a"_s, u"1"_s}, {u"b"_s, u"x\ny"_s}}}),
             u"no.such_id (a: 1, b: x\\ny)"_s);
    QVERIFY(!hasWording(u"no.such_id"_s));
    QVERIFY(hasWording(u"cli.created"_s));
}

void TestWording::arguments_data() {
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("en");
    QTest::addColumn<QString>("zh");
    // cli.unknown_column begins with {entity}; cli.created has it in the middle.
    QTest::newRow("entity opens") << u"cli.unknown_column"_s << u"entity"_s << u"deal_line"_s
                                  << u"Deal line has"_s << u"商机明细没有"_s;
    QTest::newRow("entity inside")
        << u"cli.created"_s << u"entity"_s << u"deal"_s << u"Created deal"_s << u"已新建商机"_s;
    QTest::newRow("no entity") << u"cli.created"_s << u"entity"_s << u"unicorn"_s
                               << u"Created unicorn"_s << u"已新建unicorn"_s;
    // What people typed stays as it is.
    QTest::newRow("typed date") << u"cli.unknown_verb"_s << u"value"_s << u"2026-03-10T00:00:00Z"_s
                                << u"“2026-03-10T00:00:00Z”"_s << u"“2026-03-10T00:00:00Z”"_s;
    QTest::newRow("typed amount") << u"cli.note"_s << u"text"_s << u"CNY 500000"_s
                                  << u"Note: CNY 500000"_s << u"提示：CNY 500000"_s;
    QTest::newRow("count") << u"cli.check_clean"_s << u"records"_s << u"8800"_s
                           << u"8,800 records"_s << u"8,800 条记录"_s;
    QTest::newRow("type") << u"cli.no_condition"_s << u"type"_s << u"yes_no"_s
                          << u"type yes or no."_s << u"类型是 是/否。"_s;
    QTest::newRow("number of a set")
        << u"cli.created"_s << u"set"_s << u"8800"_s << u"(set 8800)"_s << u"（变更集 8800）"_s;
    QTest::newRow("braces in a value") << u"cli.note"_s << u"text"_s << u"{text} {x:a|b}"_s
                                       << u"Note: {text} {x:a|b}"_s << u"提示：{text} {x:a|b}"_s;
    QTest::newRow("missing") << u"cli.note"_s << u"other"_s << u"1"_s << u"Note: {text}"_s
                             << u"提示：{text}"_s;
}

void TestWording::arguments() {
    QFETCH(const QString, id);
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    QFETCH(const QString, en);
    QFETCH(const QString, zh);
    const Message message{id, {{name, value}}};
    QVERIFY2(inEnglish(message).contains(en), qPrintable(inEnglish(message)));
    QVERIFY2(inChinese(message).contains(zh), qPrintable(inChinese(message)));
}

void TestWording::plural_followsTheNumber_data() {
    QTest::addColumn<QString>("count");
    QTest::addColumn<QString>("start");
    QTest::newRow("none") << u"0"_s << u"Read 0 rows,"_s;
    QTest::newRow("one") << u"1"_s << u"Read 1 row,"_s;
    QTest::newRow("many") << u"8800"_s << u"Read 8,800 rows,"_s;
    QTest::newRow("one less than none") << u"-1"_s << u"Read \u22121 rows,"_s;
}

void TestWording::plural_followsTheNumber() {
    QFETCH(const QString, count);
    QFETCH(const QString, start);
    const QString text = inEnglish({u"cli.import_done"_s, {{u"count"_s, count}}});
    QVERIFY2(text.startsWith(start), qPrintable(text));
}

void TestWording::controlCharactersOfArguments_areWrittenOut() {
    const QString hostile = u"\u001b]0;title\u0007\nAll done."_s;
    for (const QString &name : {u"text"_s, u"field"_s, u"entity"_s, u"fields"_s, u"count"_s}) {
        const Message unworded{u"no.such_id"_s, {{name, hostile}}};
        QVERIFY(!inEnglish(unworded).contains(QChar(0x1B)));
    }
    QCOMPARE(inEnglish({u"cli.note"_s, {{u"text"_s, hostile}}}),
             u"Note: \\u{1b}]0;title\\u{7}\\nAll done."_s);
}

void TestWording::error_givesAReasonALine() {
    const Error error{ErrorKind::Refused,
                      {u"cli.no_verb"_s, {}},
                      u"detail"_s,
                      {{u"cli.yes"_s, {}}, {u"x.y"_s, {}}}};
    const QStringList lines = word(error, Language::English, *Catalog::builtin()).split(u'\n');
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines.at(0), inEnglish({u"cli.no_verb"_s, {}}));
    QCOMPARE(lines.at(1), u"yes"_s);
    QCOMPARE(lines.at(2), u"x.y"_s);
}

void TestWording::everyEntry_isFilledOnceAndHasTheSamePlaceholders() {
    const std::vector<WordingEntry> entries = all();
    QVERIFY(entries.size() > 100);
    QStringList wrong;
    QSet<QString> seen;
    for (const WordingEntry &entry : entries) {
        const QString id = QString::fromLatin1(entry.id);
        if (seen.contains(id))
            wrong << id + u": twice"_s;
        seen.insert(id);
        if (!hasWording(id))
            wrong << id + u": not in both languages"_s;
        else if (placeholders(entry.en) != placeholders(entry.zh))
            wrong << id + u": other placeholders in Chinese"_s;
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestWording::everyIdInTheSources_hasAWording() {
    QSet<QString> modules;
    for (const WordingEntry &entry : all())
        modules.insert(QString::fromLatin1(entry.id).section(u'.', 0, 0));
    // Literals of that shape that are no messages: settings, files, columns of SQL.
    const QSet<QString> others{
        u"workspace.lock"_s,       u"workspace.dealwright"_s,  u"calendar.week_start"_s,
        u"calendar.start_month"_s, u"calendar.fiscal_start"_s, u"access.rules"_s,
        u"quality.parts"_s,        u"quality.threshold"_s,     u"catalog.json"_s};
    static const QRegularExpression literal(
        u"(makeError\\([^;{}\"]*|Message\\s*\\{\\s*)?u\"([a-z]+(?:\\.[a-z_]+)+)\"_s(?!\\s*\\+)"_s);
    QStringList missing;
    int found = 0;
    for (const SourceText &source : sources()) {
        auto matches = literal.globalMatch(source.text);
        while (matches.hasNext()) {
            const auto match = matches.next();
            const QString id = match.captured(2);
            const bool isMessage = match.hasCaptured(1) && !match.captured(1).isEmpty();
            if (others.contains(id) || (!isMessage && !modules.contains(id.section(u'.', 0, 0))))
                continue;
            ++found;
            if (!hasWording(id))
                missing << source.path + u": "_s + id;
        }
    }
    missing.removeDuplicates();
    missing.sort();
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
    QVERIFY(found > 100);
}

/// Ids that the sources put together from a module and a name.
void TestWording::idsMadeOfParts_haveAWording() {
    QStringList ids;
    for (const QString &what : {u"type"_s, u"required"_s, u"min"_s, u"max"_s, u"length"_s,
                                u"choice"_s, u"email"_s, u"phone"_s, u"control"_s})
        ids << u"valid."_s + what;
    using enum FieldType;
    for (const FieldType type : {Number, FieldType::Money, Date, FieldType::Instant, YesNo,
                                 FieldType::Choice, Set, Link, Counter})
        ids << u"value."_s + typeName(type);
    QStringList missing;
    for (const QString &id : ids) {
        if (!hasWording(id))
            missing << id;
    }
    QCOMPARE(missing, QStringList());
}

} // namespace dw::test

using dw::test::TestWording;
DW_TEST(TestWording)

#include "tst_wording.moc"
