// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/fielddefinition.h"
#include "tests/support/random.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

/// What the tables showed: a field of a row had this value from a moment on.
struct Observed {
    Instant known;
    RecordId row;
    FieldHandle field; ///< Null: whether it was there and not in the bin.
    FieldValue value;
};

/// A random history written through the door, and beside it the plainest possible memory of it.
class RandomHistory {
public:
    explicit RandomHistory(quint64 seed) : m_random(seed) {
        for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
            m_tags << w.create(u"tag", {{u"name", name}}).text();
        (void)w.pipeline();
        addField(u"visits"_s, FieldType::Counter);
        w.tick();
    }

    void step(int i) {
        if (i == 25)
            addField(u"remark"_s, FieldType::Text);
        if (m_random.chance(0.8))
            w.tick(m_random.between(1, 3'600'000));
        else if (m_random.chance(0.2))
            w.wall.advanceMs(-m_random.between(1, 10'000'000)); // The laptop's clock is put back.
        SetInfo info;
        if (m_random.chance(0.3))
            info.at = Instant{w.clock.now().ms - m_random.between(0, 40LL * 86'400'000)};
        info.trusted = info.at && m_random.chance(0.7);
        const int what = m_deals.empty() ? 0 : m_random.below(10);
        if (what <= 1)
            make(info);
        else if (what == 2)
            take(w.undo(m_random.between(1, m_last)));
        else if (what == 3)
            binOrBack(info);
        else
            edit(info);
    }

    /// The row as it was known at `t`, from what the tables showed.
    [[nodiscard]] std::optional<Record> naive(RecordId row, Instant t) const {
        auto known = m_observed;
        std::erase_if(known, [&](const Observed &o) { return o.row != row || t < o.known; });
        std::stable_sort(known.begin(), known.end(),
                         [](const Observed &a, const Observed &b) { return a.known < b.known; });
        Record record(u"deal"_s, row);
        bool isThere = false;
        for (const Observed &o : known) {
            if (o.field.isNull())
                isThere = o.value.as<bool>();
            else
                record.set(o.field, o.value);
        }
        return isThere ? std::optional(record) : std::nullopt;
    }

    [[nodiscard]] const std::vector<RecordId> &deals() const { return m_deals; }
    [[nodiscard]] Random &random() { return m_random; }
    [[nodiscard]] int undone() const { return m_undone; }
    [[nodiscard]] int trusted() const { return m_trusted; }

    TestWorkspace w;

private:
    void addField(const QString &key, FieldType type) {
        FieldDesc field;
        field.key = key;
        field.type = type;
        must(w.run([&](WriteTransaction &tx) -> Result<void> {
            must(tx.create(fieldToRecord(tx.catalog(), {u"deal"_s, field}, {})));
            return {};
        }));
    }

    FieldValue any(const FieldDesc &field) {
        if (!field.validity.required && m_random.chance(0.2))
            return {};
        switch (field.type) {
        case FieldType::Money:
            return Money(m_random.between(0, 1'000'000), *Currency::fromCode(u"CNY"_s));
        case FieldType::Date:
            return QDate(2026, 1, 1).addDays(m_random.below(300));
        case FieldType::Counter:
            return m_random.between(-5, 50);
        case FieldType::Set: {
            QStringList members;
            for (const QString &tag : m_tags) {
                if (m_random.chance(0.5))
                    members << tag;
            }
            return members;
        }
        case FieldType::Link:
            return field.name == "stage"_L1 ? FieldValue(m_random.pick(w.pipeline().stages))
                                            : FieldValue(w.pipeline().id);
        default:
            return u"text %1"_s.arg(m_random.below(4));
        }
    }

    /// Values for some of the fields of a deal.
    Record values(RecordId id, double share) {
        const EntityDesc &entity = w.entity(u"deal");
        Record record(entity.key, id);
        QStringList keys{u"name"_s,     u"stage"_s,      u"amount"_s, u"expected_close"_s,
                         u"tags"_s,     u"source"_s,     u"visits"_s, u"remark"_s,
                         u"pipeline"_s, u"description"_s};
        for (const QString &key : std::as_const(keys)) {
            const FieldHandle handle = entity.byKey(key);
            if (handle.isNull())
                continue;
            const FieldDesc &field = entity.field(handle);
            if (m_random.chance(share) || (id.isNull() && field.validity.required))
                record.set(handle, any(field));
        }
        return record;
    }

    void make(const SetInfo &info) {
        const Record draft = values({}, 0.5);
        RecordId id;
        const auto done = w.run(
            [&](WriteTransaction &tx) -> Result<void> {
                id = must(tx.create(draft));
                return {};
            },
            info);
        m_deals.push_back(id);
        take(done);
    }

    void edit(const SetInfo &info) {
        std::vector<Record> edits;
        for (int n = m_random.below(3); n >= 0; --n)
            edits.push_back(values(m_random.pick(m_deals), 0.3));
        take(w.run(
            [&](WriteTransaction &tx) -> Result<void> {
                for (const Record &edit : edits) {
                    const auto changed = tx.change(edit);
                    if (!changed && changed.error().message.id != "write.in_bin"_L1)
                        return changed;
                }
                return {};
            },
            info));
    }

    void binOrBack(const SetInfo &info) {
        const RecordId id = m_random.pick(m_deals);
        const bool isDeleted = w.row(u"deal", id).deleted;
        take(w.run(
            [&](WriteTransaction &tx) {
                return isDeleted ? tx.restore(u"deal"_s, id) : tx.remove(u"deal"_s, id);
            },
            info));
    }

    /// Remembers what the tables show differently now.
    void take(const Result<Committed> &done) {
        if (!done) {
            if (!done.error().message.id.startsWith(u"undo."_s))
                qFatal("%s", qPrintable(done.error().message.id));
            return;
        }
        if (done->set == 0)
            return;
        m_last = done->set;
        const auto set = must(w.history().set(done->set));
        m_undone += set->undoOf != 0 ? 1 : 0;
        for (const ChangeRecord &record : must(w.history().ofSet(done->set))) {
            if (record.entity != "deal"_L1)
                continue;
            m_trusted += record.trusted ? 1 : 0;
            observe(record.row, record.known());
        }
    }

    void observe(RecordId id, Instant known) {
        const Row row = w.row(u"deal", id);
        const bool isNew = !m_shown.contains(id);
        const Row before = m_shown.value(id);
        if (isNew || before.deleted != row.deleted)
            m_observed.push_back({known, id, {}, !row.deleted});
        for (const auto &[handle, value] : row.record.values()) {
            if (isNew || before.record.value(handle) != value)
                m_observed.push_back({known, id, handle, value});
        }
        m_shown.insert(id, row);
    }

    Random m_random;
    QStringList m_tags;
    std::vector<RecordId> m_deals;
    std::vector<Observed> m_observed;
    QHash<RecordId, Row> m_shown;
    qint64 m_last = 1;
    int m_undone = 0;
    int m_trusted = 0;
};

/// The fields that differ, for the failure's text.
QString differences(const EntityDesc &entity, const std::optional<Record> &a,
                    const std::optional<Record> &b) {
    if (a.has_value() != b.has_value())
        return a ? u"only the log has it"_s : u"only the model has it"_s;
    QStringList names;
    for (size_t i = 0; a && i < entity.fields.size(); ++i) {
        const FieldHandle handle{quint16(i)};
        if (a->value(handle) != b->value(handle))
            names << entity.fields[i].key;
    }
    return names.join(u' ');
}

} // namespace

class TestReplay : public QObject {
    Q_OBJECT

private slots:
    void anyHistory_atAnyInstant_isWhatTheTablesShowed_data();
    void anyHistory_atAnyInstant_isWhatTheTablesShowed();
};

void TestReplay::anyHistory_atAnyInstant_isWhatTheTablesShowed_data() {
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 5; ++seed)
        QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << seed;
}

void TestReplay::anyHistory_atAnyInstant_isWhatTheTablesShowed() {
    QFETCH(const quint64, seed);
    RandomHistory history(seed);
    TestWorkspace &w = history.w;
    const Instant first{w.wall.now().ms - 50LL * 86'400'000};
    for (int i = 0; i < 100; ++i)
        history.step(i);
    QVERIFY(history.undone() > 0);
    QVERIFY(history.trusted() > 0);
    const Instant last{w.wall.now().ms + 20'000'000};
    const Catalog &catalog = *w.catalog().get();
    const EntityDesc &entity = w.entity(u"deal");
    for (int i = 0; i < 15; ++i) {
        const Instant t = i == 0 ? last : Instant{history.random().between(first.ms, last.ms)};
        QHash<RecordId, Record> rows;
        must(w.history().rowsAt(catalog, u"deal"_s, t,
                                [&](const Record &record) { rows.insert(record.id(), record); }));
        for (const RecordId id : history.deals()) {
            const auto replayed = must(w.history().recordAt(catalog, u"deal"_s, id, t));
            const auto expected = history.naive(id, t);
            const QString wrong = differences(entity, replayed, expected);
            QVERIFY2(wrong.isEmpty(), qPrintable(t.toIso() + u": "_s + wrong));
            QCOMPARE(rows.contains(id), replayed.has_value());
            if (replayed)
                QCOMPARE(rows.value(id), *replayed);
        }
    }
    QCOMPARE(w.damages(), QStringList());
}

} // namespace dw::test

using dw::test::TestReplay;
DW_TEST(TestReplay)

#include "tst_replay.moc"
