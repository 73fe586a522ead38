// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/log/standing.h"
#include "core/store/query/compile.h"
#include "core/store/schema/columns.h"
#include "tests/core/expr/exprfixture.h"
#include "tests/core/store/query/exprgenerator.h"
#include "tests/support/randomvalue.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace dw::test {

/// Holds the two back ends equal: what SQLite finds by the compiled form is what evaluate() finds
/// row by row.
class TestCompileRandom : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void conditions_areEqual_data();
    void conditions_areEqual();
    void numbers_areEqualToTheBit();
    void amounts_areEqual();
    void readerAsLookup_isEqual();

private:
    void addColumns();
    void fill();
    FieldValue randomOf(const FieldDesc &field);
    /// Rows of the entity that the compiled condition finds.
    std::set<RecordId> found(const QString &entity, const CompiledExpression &condition);
    std::set<RecordId> expected(const Expression &condition, Lookup &lookup);
    QString difference(const Expression &e, Lookup &lookup);
    void sameValues(bool amounts);

    const CatalogPtr m_catalog = exprCatalog();
    const ReadTime m_time{*Instant::fromIso(u"2026-02-26T16:30:00Z"_s), QTimeZone("Asia/Shanghai")};
    Random m_random{20261124};
    StoreFolder m_folder;
    std::unique_ptr<Connection> m_connection;
    CatalogHolder m_holder{m_catalog};
    RowsLookup m_rows{m_catalog};
    std::map<QString, std::vector<RecordId>> m_ids; // deleted ones too, and some that never were
    std::map<QString, std::vector<Record>> m_alive;
    int m_compiled = 0;
    int m_differing = 0; // conditions that hold for some rows and not for others
};

const std::map<QString, int> &rowCounts() {
    static const std::map<QString, int> counts{{u"account"_s, 12},
                                               {u"person"_s, 7},
                                               {u"team"_s, 3},
                                               {u"territory"_s, 3},
                                               {u"pipeline"_s, 2},
                                               {u"stage"_s, 6},
                                               {u"tag"_s, 4},
                                               {u"product"_s, 4},
                                               {u"deal"_s, 50},
                                               {u"deal_line"_s, 90},
                                               {u"contact"_s, 10},
                                               {u"touchpoint"_s, 90},
                                               {u"task"_s, 50},
                                               {u"lead"_s, 10},
                                               {u"note"_s, 15},
                                               {u"deal_contact"_s, 30},
                                               {u"deal_competitor"_s, 20},
                                               {u"attachment"_s, 8}};
    return counts;
}

void TestCompileRandom::initTestCase() {
    m_connection = m_folder.create();
    addColumns();
    for (const auto &[entity, count] : rowCounts()) {
        for (int i = 0; i < count + 1; ++i) // the last one is in nobody's table
            m_ids[entity].push_back(idOf(entity + QString::number(i)));
    }
    fill();
    for (const auto &[entity, count] : rowCounts())
        QVERIFY2(m_alive[entity].size() > size_t(count) / 3, qPrintable(entity));
}

/// The custom fields of the catalogue, as the door would add them.
void TestCompileRandom::addColumns() {
    const EntityDesc &deal = *m_catalog->entity(u"deal"_s);
    for (const FieldDesc &field : deal.fields) {
        if (!field.custom)
            continue;
        const QStringList columns = columnsOf(field);
        for (qsizetype i = 0; i < columns.size(); ++i)
            QVERIFY(m_connection->exec(
                u"ALTER TABLE deal ADD COLUMN %1 %2"_s.arg(columns[i], columnTypesOf(field)[i])));
        if (field.type == FieldType::Set)
            QVERIFY(m_connection->exec(
                u"CREATE TABLE %1 (row BLOB NOT NULL, member TEXT NOT NULL, PRIMARY KEY (row, "
                "member)) WITHOUT ROWID"_s.arg(setTableOf(deal.key, field))));
    }
}

FieldValue TestCompileRandom::randomOf(const FieldDesc &field) {
    static const std::vector<double> numbers{0,   1,     2,    3,     -1,      2.5,
                                             0.1, 1e300, 1e-9, 0.145, 7.0 / 3, 100};
    static const std::vector<qint64> minors{0,
                                            10'000,
                                            -350,
                                            1,
                                            12'345,
                                            -1,
                                            7'777,
                                            std::numeric_limits<qint64>::max(),
                                            std::numeric_limits<qint64>::min() + 1};
    static const QStringList currencies{u"CNY"_s, u"CNY"_s, u"CNY"_s, u"USD"_s, u"JPY"_s};
    if (m_random.chance(0.25))
        return {};
    switch (field.type) {
    case FieldType::Number:
        return m_random.pick(numbers);
    case FieldType::Counter:
        return m_random.chance(0.1) ? qint64(9'007'199'254'740'993) : qint64(m_random.below(4));
    case FieldType::Money:
        return Money(m_random.pick(minors), *Currency::fromCode(m_random.pick(currencies)));
    case FieldType::Date:
        return m_random.chance(0.05) ? QDate(9999, 12, 31)
                                     : QDate(2024, 2, 29).addDays(m_random.below(800));
    case FieldType::Instant:
        return Instant{m_time.now.ms + m_random.between(-20'000'000'000, 3'000'000'000)};
    case FieldType::YesNo:
        return m_random.chance(0.6);
    case FieldType::Choice:
        return m_random.pick(field.choices).key;
    case FieldType::Person:
    case FieldType::Link: {
        const auto ids = m_ids.find(field.target);
        return ids == m_ids.end() ? FieldValue() : FieldValue(m_random.pick(ids->second));
    }
    case FieldType::Set: {
        QStringList members;
        for (int left = m_random.below(4); left > 0; --left)
            members << (field.target.isEmpty() ? m_random.pick(field.choices).key
                                               : m_random.pick(m_ids[field.target]).text());
        return members;
    }
    case FieldType::Formula:
        return {};
    default:
        if (m_random.chance(0.15))
            return randomText(m_random);
        return m_random.chance(0.5) ? m_random.pick(ExprGenerator::texts())
                                    : m_random.pick(ExprGenerator::titles());
    }
}

void TestCompileRandom::fill() {
    for (const auto &[entity, count] : rowCounts()) {
        const EntityDesc &desc = *m_catalog->entity(entity);
        for (int i = 0; i < count; ++i) {
            Record record(entity, m_ids[entity][size_t(i)]);
            for (size_t f = 0; f < desc.fields.size(); ++f)
                record.set({quint16(f)}, randomOf(desc.fields[f]));
            const QString shortId =
                QChar::fromLatin1(desc.letter) + u"-7700%1"_s.arg(i, 2, 10, QChar(u'0'));
            insertRow(*m_connection, *m_catalog, record, {shortId, m_random.chance(0.15)});
        }
    }
    // What evaluate() sees is what the database gives back.
    Reader reader(*m_connection, m_holder);
    for (const auto &[entity, count] : rowCounts()) {
        Query all;
        all.entity = entity;
        const auto rows = reader.list(all, m_time);
        QVERIFY(rows.ok());
        for (const Row &row : *rows) {
            m_rows.add(row.record, row.shortId);
            m_alive[entity].push_back(row.record);
        }
    }
}

std::set<RecordId> TestCompileRandom::found(const QString &entity,
                                            const CompiledExpression &compiled) {
    std::set<RecordId> ids;
    auto s = m_connection->prepare(u"SELECT t.id FROM %1 t WHERE %2 AND (%3)"_s.arg(
        entity, standsSql(*m_catalog->entity(entity), u"t"_s), compiled.sql));
    if (!s) {
        QTest::qFail(qPrintable(s.error().detail + u' ' + compiled.sql), __FILE__, __LINE__);
        return {};
    }
    bindCompiled(*s, 1, compiled);
    for (;;) {
        const auto row = s->step();
        if (!row) {
            QTest::qFail(qPrintable(row.error().detail), __FILE__, __LINE__);
            return {};
        }
        if (!*row)
            return ids;
        ids.insert(RecordId::fromBytes(s->blob(0)));
    }
}

std::set<RecordId> TestCompileRandom::expected(const Expression &condition, Lookup &lookup) {
    EvalContext context{*m_catalog, lookup, m_time.now, m_time.zone};
    std::set<RecordId> ids;
    for (const Record &row : m_alive[condition.entity()]) {
        if (holds(condition, row, context))
            ids.insert(row.id());
    }
    return ids;
}

/// Empty where both find the same, or where the condition is too deep for SQLite's parser.
QString TestCompileRandom::difference(const Expression &e, Lookup &lookup) {
    const auto compiled = compileCondition(e, *m_catalog, m_time);
    if (!compiled) {
        const QString id = compiled.error().message.id;
        return id == u"expr.too_deep"_s ? QString() : id;
    }
    ++m_compiled;
    const auto bySql = found(e.entity(), *compiled);
    const auto byEvaluation = expected(e, lookup);
    m_differing += !bySql.empty() && bySql.size() < m_alive[e.entity()].size() ? 1 : 0;
    if (bySql == byEvaluation)
        return {};
    return u"%1 rows by SQL, %2 by evaluation: %3\n%4"_s.arg(bySql.size())
        .arg(byEvaluation.size())
        .arg(e.text(*m_catalog), compiled->sql);
}

void TestCompileRandom::conditions_areEqual_data() {
    QTest::addColumn<QString>("entity");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("depth");
    QTest::newRow("deals, shallow") << u"deal"_s << 2000 << 1;
    QTest::newRow("deals, deep") << u"deal"_s << 1500 << 3;
    QTest::newRow("deals, deeper") << u"deal"_s << 300 << 5;
    QTest::newRow("accounts") << u"account"_s << 1000 << 2;
    QTest::newRow("people") << u"person"_s << 500 << 2;
    QTest::newRow("lines, whose title is a link") << u"deal_line"_s << 500 << 2;
    QTest::newRow("touchpoints") << u"touchpoint"_s << 500 << 2;
}

void TestCompileRandom::conditions_areEqual() {
    QFETCH(QString, entity);
    QFETCH(int, count);
    QFETCH(int, depth);
    ExprGenerator generator(m_random, m_catalog);
    m_differing = m_compiled = 0;
    int parsed = 0;
    for (int i = 0; i < count; ++i) {
        const QString text = generator.condition(entity, depth);
        const auto e = Expression::parse(text, *m_catalog, entity);
        if (!e) {
            static const QStringList known{u"expr.currency"_s,          u"expr.unit"_s,
                                           u"expr.nested_aggregates"_s, u"expr.too_many"_s,
                                           u"expr.too_deep"_s,          u"expr.choice"_s,
                                           u"expr.link_targets"_s};
            QVERIFY2(known.contains(e.error().message.id),
                     qPrintable(e.error().message.id + u": "_s + text));
            continue;
        }
        ++parsed;
        const QString wrong = difference(*e, m_rows);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }
    QVERIFY(parsed > count * 3 / 4);
    QVERIFY(m_compiled > parsed * 9 / 10);
    // A test of conditions that hold everywhere or nowhere would show little.
    QVERIFY(m_differing > m_compiled / 4);
}

/// The value that evaluate() gives is written out and compared by SQLite.
void TestCompileRandom::sameValues(bool amounts) {
    ExprGenerator generator(m_random, m_catalog);
    EvalContext context{*m_catalog, m_rows, m_time.now, m_time.zone};
    int compared = 0;
    for (int i = 0; i < 1500; ++i) {
        const QString text =
            amounts ? generator.amount(u"deal"_s, 3) : generator.number(u"deal"_s, 3);
        const auto e = Expression::parse(text, *m_catalog, u"deal"_s);
        if (!e)
            continue;
        const Record &row = m_random.pick(m_alive[u"deal"_s]);
        const FieldValue value = evaluate(*e, row, context);
        QString literal = u"is empty"_s;
        if (value.is<double>())
            literal =
                u"= "_s + QString::number(value.as<double>(), 'g', QLocale::FloatingPointShortest);
        else if (value.is<Money>())
            literal = u"= "_s + value.as<Money>().toText();
        const auto equal =
            Expression::parse(u'(' + text + u") "_s + literal, *m_catalog, u"deal"_s);
        QVERIFY2(equal.ok(), qPrintable(text + u' ' + literal));
        const auto compiled = compileCondition(*equal, *m_catalog, m_time);
        if (!compiled)
            continue;
        QVERIFY2(found(u"deal"_s, *compiled).contains(row.id()), qPrintable(text + u' ' + literal));
        compared += value.isEmpty() ? 0 : 1;
    }
    QVERIFY(compared > 300);
}

void TestCompileRandom::numbers_areEqualToTheBit() { sameValues(false); }

void TestCompileRandom::amounts_areEqual() { sameValues(true); }

void TestCompileRandom::readerAsLookup_isEqual() {
    Reader reader(*m_connection, m_holder);
    ExprGenerator generator(m_random, m_catalog);
    for (int i = 0; i < 250; ++i) {
        const auto e = Expression::parse(generator.condition(u"deal"_s, 2), *m_catalog, u"deal"_s);
        if (!e)
            continue;
        const QString wrong = difference(*e, reader);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        Query query;
        query.entity = u"deal"_s;
        query.where = *e;
        const auto count = reader.count(query, m_time);
        if (count)
            QCOMPARE(size_t(*count), expected(*e, m_rows).size());
        else
            QCOMPARE(count.error().message.id, u"expr.too_deep"_s);
    }
}

} // namespace dw::test

using dw::test::TestCompileRandom;
DW_TEST(TestCompileRandom)

#include "tst_compile_random.moc"
