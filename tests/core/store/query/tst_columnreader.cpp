// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/query/columnreader.h"

#include "core/domain/columnsums.h"
#include "core/store/query/statsquery.h"
#include "tests/support/faultyvfs.h"
#include "tests/support/random.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestColumnReader : public QObject {
    Q_OBJECT

private slots:
    void read_ofAnEmptyWorkspace_hasEmptyTables();
    void read_twice_givesTheSame();
    void read_afterWhatIsNotPlanned_keepsTheTables();
    void read_afterAnEdit_copiesOneBlock();
    void read_tellsHowFarItCame();
    void values_ofTheWrongClass_areEmpty();
    void hanging_goesAndComesWithItsOwner();
    void log_putBack_isReadAnew();
    void rowsGone_areReadAnew();
    void failure_keepsWhatWasRead();
    void anySequence_leavesColumnsEqualToTheDatabase_data();
    void anySequence_leavesColumnsEqualToTheDatabase();
};

namespace {

std::vector<ColumnPlan> plans() {
    return {{u"deal"_s,
             {u"pipeline"_s, u"stage"_s, u"owner"_s, u"account"_s, u"partner"_s, u"amount"_s,
              u"expected_close"_s, u"closed_on"_s, u"stage_since"_s, u"created_at"_s,
              u"forecast_call"_s}},
            {u"account"_s, {u"owner"_s, u"kind"_s}},
            {u"task"_s, {u"owner"_s, u"done"_s, u"due_on"_s}}};
}

ColumnStorePtr read(ColumnReader &reader, TestWorkspace &w) {
    const auto snapshot = must(Transaction::begin(w.connection(), Transaction::Kind::Read));
    return must(reader.read(w.connection(), *w.catalog().get()));
}

/// "row: value value …" of every row, by its place.
QStringList content(const ColumnTable &table) {
    QStringList lines;
    for (qsizetype row = 0; row < table.rows(); ++row) {
        QStringList parts{table.id(row).text(), QString::number(table.flags(row))};
        for (size_t i = 0; i < table.columns().size(); ++i) {
            const FieldValue value = table.value(row, int(i));
            parts << QString::fromLatin1(encodeValue(LoggedValue::given(value)).toHex());
        }
        lines << parts.join(u' ');
    }
    return lines;
}

/// The same from rows as a query gives them: those that stand, by id.
QStringList standingByReader(TestWorkspace &w, const ColumnTable &table) {
    QStringList lines;
    const EntityDesc &entity = w.entity(table.entity());
    Query query;
    query.entity = entity.key;
    for (const Row &row : must(w.reader().list(query, {}))) {
        QStringList parts{row.record.id().text(), u"0"_s};
        for (const ColumnDesc &column : table.columns()) {
            FieldValue value = row.record.value(entity.byName(column.name));
            if (value.is<bool>())
                value = qint64(value.as<bool>());
            parts << QString::fromLatin1(encodeValue(LoggedValue::given(value)).toHex());
        }
        lines << parts.join(u' ');
    }
    lines.sort();
    return lines;
}

QStringList standing(const ColumnTable &table) {
    const QStringList all = content(table);
    QStringList lines;
    for (qsizetype row = 0; row < table.rows(); ++row) {
        if (table.flags(row) == 0)
            lines << all.at(row);
    }
    lines.sort();
    return lines;
}

QStringList sumsByQuery(TestWorkspace &w) {
    QStringList lines;
    for (const StageSum &sum : must(stageSums(w.connection())))
        lines << u"%1 %2 %3 %4 %5"_s.arg(sum.pipeline.text(), sum.stage.text(), sum.currency.code())
                     .arg(sum.deals)
                     .arg(sum.minor.value().value_or(-1));
    lines.sort();
    return lines;
}

QStringList sumsByColumns(const ColumnTable &deals) {
    SumQuery query;
    query.amount = deals.column(u"amount");
    query.by = {deals.column(u"pipeline"), deals.column(u"stage")};
    QStringList lines;
    for (const ColumnSum &sum : sumAmounts(deals, query))
        lines << u"%1 %2 %3 %4 %5"_s
                     .arg(deals.ids(query.by[0]).at(sum.key[0]).text(),
                          deals.ids(query.by[1]).at(sum.key[1]).text(), sum.currency.code())
                     .arg(sum.rows)
                     .arg(sum.sum.value().value_or(-1));
    lines.sort();
    return lines;
}

/// Does to a workspace what people and programs do.
class Life {
public:
    Life(TestWorkspace &w, quint64 seed) : m_w(w), m_random(seed) {
        for (const auto *name : {u"A", u"B", u"C"})
            m_accounts.push_back(w.create(u"account", {{u"name", QString::fromUtf16(name)}}));
        (void)w.pipeline();
    }

    void step() {
        m_w.tick(qint64(m_random.below(100'000)));
        switch (m_random.below(12)) {
        case 0:
        case 1:
            addDeal();
            break;
        case 2:
            m_accounts.push_back(m_w.create(u"account", {{u"name", u"N"_s}}));
            break;
        case 3:
            addTask();
            break;
        case 4:
        case 5:
        case 6:
            if (!m_deals.empty())
                changeDeal(m_random.pick(m_deals));
            break;
        case 7:
            binOrRestore(u"account", m_random.pick(m_accounts));
            break;
        case 8:
            if (!m_deals.empty())
                binOrRestore(u"deal", m_random.pick(m_deals));
            break;
        case 9:
            if (!m_tasks.empty())
                binOrRestore(u"task", m_random.pick(m_tasks));
            break;
        case 10:
            if (!m_sets.empty())
                (void)m_w.undo(m_random.pick(m_sets));
            break;
        default:
            addMany();
            break;
        }
    }

private:
    FieldValue amount() {
        if (m_random.chance(0.2))
            return {};
        const Currency currency = *Currency::fromCode(m_random.chance(0.7) ? u"CNY"_s : u"USD"_s);
        return Money(m_random.between(-1'000, 1'000'000), currency);
    }
    FieldValue day() {
        return m_random.chance(0.3) ? FieldValue()
                                    : FieldValue(QDate(2026, 1, 1).addDays(m_random.below(400)));
    }
    FieldValue account() {
        return m_random.chance(0.2) ? FieldValue() : FieldValue(m_random.pick(m_accounts));
    }
    FieldValue stage() { return m_w.pipeline().stages[size_t(m_random.below(5))]; }
    /// A unit may be refused (links to what is in the bin); then nothing is there.
    bool keep(const Result<Committed> &done) {
        if (done && done->set != 0)
            m_sets.push_back(done->set);
        return done.ok();
    }
    Record newDeal() {
        return m_w.record(u"deal",
                          {{u"name", u"D"_s},
                           {u"pipeline", m_w.pipeline().id},
                           {u"stage", stage()},
                           {u"account", account()},
                           {u"partner", account()},
                           {u"owner", m_random.chance(0.5) ? FieldValue(m_w.actor) : FieldValue()},
                           {u"amount", amount()},
                           {u"expected_close", day()},
                           {u"forecast_call", u"commit"_s}});
    }
    void addDeals(int count) {
        std::vector<RecordId> ids;
        const bool kept = keep(m_w.run([&](WriteTransaction &tx) -> Result<void> {
            for (int i = 0; i < count; ++i) {
                const auto made = tx.create(newDeal());
                if (!made)
                    return made.error();
                ids.push_back(*made);
            }
            return {};
        }));
        if (kept)
            m_deals.insert(m_deals.end(), ids.begin(), ids.end());
    }
    void addDeal() { addDeals(1); }
    void addMany() { addDeals(m_random.below(20)); }
    void addTask() {
        const FieldValue deal =
            m_deals.empty() || m_random.chance(0.3) ? FieldValue() : m_random.pick(m_deals);
        RecordId task;
        const bool kept = keep(m_w.run([&](WriteTransaction &tx) -> Result<void> {
            const auto made = tx.create(m_w.record(u"task", {{u"title", u"T"_s},
                                                             {u"deal", deal},
                                                             {u"account", account()},
                                                             {u"done", m_random.chance(0.5)},
                                                             {u"due_on", day()}}));
            if (!made)
                return made.error();
            task = *made;
            return {};
        }));
        if (kept)
            m_tasks.push_back(task);
    }
    void changeDeal(RecordId id) {
        keep(m_w.run([&](WriteTransaction &tx) {
            const Fields some = {{u"amount", amount()}, {u"closed_on", day()}};
            const Fields other = {{u"account", account()}, {u"forecast_call", FieldValue()}};
            const Fields move = {{u"pipeline", m_w.pipeline().id}, {u"stage", stage()}};
            const int which = m_random.below(3);
            return tx.change(m_w.record(u"deal",
                                        which == 0   ? some
                                        : which == 1 ? other
                                                     : move,
                                        id));
        }));
    }
    void binOrRestore(QStringView entity, RecordId id) {
        const bool gone = m_w.row(entity, id).deleted;
        keep(m_w.run([&](WriteTransaction &tx) {
            return gone ? tx.restore(entity.toString(), id) : tx.remove(entity.toString(), id);
        }));
    }

    TestWorkspace &m_w;
    Random m_random;
    std::vector<RecordId> m_accounts;
    std::vector<RecordId> m_deals;
    std::vector<RecordId> m_tasks;
    std::vector<qint64> m_sets;
};

} // namespace

void TestColumnReader::read_ofAnEmptyWorkspace_hasEmptyTables() {
    TestWorkspace w;
    ColumnReader reader(plans());
    const auto columns = read(reader, w);
    QCOMPARE(columns->tables().size(), size_t(3));
    for (const auto &table : columns->tables())
        QCOMPARE(table->rows(), 0);
}

void TestColumnReader::read_twice_givesTheSame() {
    TestWorkspace w;
    w.deal(u"A"_s);
    ColumnReader reader(plans());
    const auto columns = read(reader, w);
    QCOMPARE(columns->table(u"deal")->rows(), 1);
    QCOMPARE(read(reader, w), columns);
}

void TestColumnReader::read_afterWhatIsNotPlanned_keepsTheTables() {
    TestWorkspace w;
    w.deal(u"A"_s);
    ColumnReader reader(plans());
    const auto before = read(reader, w);
    w.create(u"contact", {{u"name", u"Li"_s}});
    const auto after = read(reader, w);
    QVERIFY(after->record() > before->record());
    QVERIFY(after->set() > before->set());
    QCOMPARE(after->tables(), before->tables());
}

void TestColumnReader::read_afterAnEdit_copiesOneBlock() {
    TestWorkspace w;
    std::vector<RecordId> ids;
    must(w.run([&](WriteTransaction &tx) -> Result<void> {
        for (int i = 0; i < int(columnBlockRows) * 2 + 1; ++i)
            ids.push_back(must(tx.create(w.record(u"account", {{u"name", u"A"_s}}))));
        return {};
    }));
    ColumnReader reader(plans());
    const auto before = read(reader, w);
    w.change(u"account", ids[size_t(columnBlockRows)], {{u"kind", u"partner"_s}});
    const auto after = read(reader, w);
    const auto &old = *before->table(u"account");
    const auto &now = *after->table(u"account");
    QCOMPARE(now.blocks()[0], old.blocks()[0]);
    QVERIFY(now.blocks()[1] != old.blocks()[1]);
    QCOMPARE(now.blocks()[2], old.blocks()[2]);
    QVERIFY(old.value(columnBlockRows, old.column(u"kind")).isEmpty());
    QCOMPARE(now.value(columnBlockRows, now.column(u"kind")), FieldValue(u"partner"_s));
}

void TestColumnReader::read_tellsHowFarItCame() {
    TestWorkspace w;
    ColumnReader reader(plans());
    QCOMPARE(read(reader, w)->record(), 0);
    const RecordId deal = w.deal(u"A"_s);
    const qint64 set = w.change(u"deal", deal, {{u"name", u"B"_s}});
    const auto columns = read(reader, w);
    QCOMPARE(columns->set(), set);
    QCOMPARE(columns->record(),
             must(w.connection().scalar(u"SELECT max(seq) FROM change_record"_s)));
}

void TestColumnReader::values_ofTheWrongClass_areEmpty() {
    TestWorkspace w;
    const RecordId deal = w.deal(u"A"_s);
    w.change(u"deal", deal, {{u"amount", Money(5, *Currency::fromCode(u"CNY"_s))}});
    must(w.door().maintain([](Connection &c) {
        return c.exec(u"UPDATE deal SET owner='x', account=x'01', expected_close='x',"
                      " forecast_call=x'05', amount_currency='no', stage_since=x'00'"_s);
    }));
    ColumnReader reader(plans());
    const auto columns = read(reader, w);
    const ColumnTable &deals = *columns->table(u"deal");
    for (const auto *name :
         {u"owner", u"account", u"expected_close", u"forecast_call", u"amount", u"stage_since"})
        QVERIFY2(deals.value(0, deals.column(name)).isEmpty(),
                 qPrintable(QString::fromUtf16(name)));
    QCOMPARE(standing(deals), standingByReader(w, deals));
}

void TestColumnReader::hanging_goesAndComesWithItsOwner() {
    TestWorkspace w;
    const RecordId deal = w.deal(u"A"_s);
    const RecordId account = w.create(u"account", {{u"name", u"A"_s}});
    w.create(u"task", {{u"title", u"of the deal"_s}, {u"deal", deal}});
    w.create(u"task", {{u"title", u"of both"_s}, {u"deal", deal}, {u"account", account}});
    ColumnReader reader(plans());
    const auto flags = [&] {
        const auto columns = read(reader, w);
        const ColumnTable &tasks = *columns->table(u"task");
        return std::pair(int(tasks.flags(0)), int(tasks.flags(1)));
    };
    using Two = std::pair<int, int>;
    const int hidden = ColumnBlock::Hidden;
    QCOMPARE(flags(), Two(0, 0));
    const qint64 bin = w.remove(u"deal", deal);
    QCOMPARE(flags(), Two(hidden, 0));
    w.remove(u"account", account);
    QCOMPARE(flags(), Two(hidden, hidden));
    must(w.undo(bin));
    QCOMPARE(flags(), Two(0, 0));
}

void TestColumnReader::log_putBack_isReadAnew() {
    TestWorkspace w;
    const RecordId deal = w.deal(u"A"_s);
    ColumnReader reader(plans());
    w.change(u"deal", deal, {{u"forecast_call", u"commit"_s}});
    (void)read(reader, w);
    // As when a backup comes in its place: other rows under the same numbers.
    must(w.door().maintain([](Connection &c) {
        return c.exec(u"UPDATE deal SET forecast_call='pipeline';"
                      "UPDATE change_record SET id=x'00' WHERE seq="
                      "(SELECT max(seq) FROM change_record)"_s);
    }));
    const auto columns = read(reader, w);
    const ColumnTable &deals = *columns->table(u"deal");
    QCOMPARE(deals.value(0, deals.column(u"forecast_call")), FieldValue(u"pipeline"_s));
}

void TestColumnReader::rowsGone_areReadAnew() {
    TestWorkspace w;
    const RecordId first = w.deal(u"A"_s);
    const RecordId second = w.deal(u"B"_s);
    ColumnReader reader(plans());
    (void)read(reader, w);
    w.change(u"deal", first, {{u"name", u"C"_s}});
    must(w.door().maintain(
        [](Connection &c) { return c.exec(u"DELETE FROM deal WHERE name='C'"_s); }));
    const auto columns = read(reader, w);
    QCOMPARE(columns->table(u"deal")->rows(), 1);
    QCOMPARE(columns->table(u"deal")->id(0), second);
}

void TestColumnReader::failure_keepsWhatWasRead() {
    TestWorkspace w;
    const RecordId deal = w.deal(u"A"_s);
    ColumnReader reader(plans());
    const auto before = read(reader, w);
    w.change(u"deal", deal, {{u"forecast_call", u"commit"_s}});
    w.create(u"task", {{u"title", u"T"_s}});
    must(w.door().maintain(
        [](Connection &c) { return c.exec(u"ALTER TABLE task RENAME TO elsewhere"_s); }));
    QVERIFY(!reader.read(w.connection(), *w.catalog().get()));
    QVERIFY(before->table(u"deal")
                ->value(0, before->table(u"deal")->column(u"forecast_call"))
                .isEmpty());
    must(w.door().maintain(
        [](Connection &c) { return c.exec(u"ALTER TABLE elsewhere RENAME TO task"_s); }));
    const auto after = read(reader, w);
    const ColumnTable &deals = *after->table(u"deal");
    QCOMPARE(deals.value(0, deals.column(u"forecast_call")), FieldValue(u"commit"_s));
    QCOMPARE(after->table(u"task")->rows(), 1);
}

void TestColumnReader::anySequence_leavesColumnsEqualToTheDatabase_data() {
    QTest::addColumn<quint64>("seed");
    for (const quint64 seed : {1, 2, 3, 4})
        QTest::addRow("seed %llu", seed) << seed;
}

/// Block by block with columns that are read anew, row by row with what a query gives, and the sums
/// with those of SQL.
void TestColumnReader::anySequence_leavesColumnsEqualToTheDatabase() {
    QFETCH(const quint64, seed);
    TestWorkspace w({.vfs = faultyvfs::name()});
    Life life(w, seed);
    Random random(seed + 100);
    ColumnReader followed(plans());
    (void)read(followed, w);
    for (int round = 0; round < 40; ++round) {
        for (int steps = random.below(8); steps >= 0; --steps)
            life.step();
        const auto columns = read(followed, w);
        ColumnReader anew(plans());
        const auto fresh = read(anew, w);
        QCOMPARE(columns->record(), fresh->record());
        for (size_t i = 0; i < fresh->tables().size(); ++i) {
            QCOMPARE(content(*columns->tables()[i]), content(*fresh->tables()[i]));
            QCOMPARE(columns->tables()[i]->blocks().size(), fresh->tables()[i]->blocks().size());
            QCOMPARE(standing(*columns->tables()[i]), standingByReader(w, *columns->tables()[i]));
        }
        QCOMPARE(sumsByColumns(*columns->table(u"deal")), sumsByQuery(w));
    }
}

} // namespace dw::test

using dw::test::TestColumnReader;
DW_TEST(TestColumnReader)

#include "tst_columnreader.moc"
