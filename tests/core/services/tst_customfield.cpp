// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/services/customfieldsamples.h"
#include "tests/core/services/workspacefixture.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// A field that somebody adds at run time is there wherever a built-in one is.
class TestCustomField : public QObject {
    Q_OBJECT

private slots:
    void init();
    void samples_areOfEveryType();
    void form_hasIt_data() { rows(); }
    void form_hasIt();
    void list_showsFiltersAndSorts_data() { rows(); }
    void list_showsFiltersAndSorts();
    void history_tellsIt_data() { rows(); }
    void history_tellsIt();
    void reopened_itIsStillThere_data() { rows(); }
    void reopened_itIsStillThere();
    void undoOfItsCreation_putsItAway_data() { rows(); }
    void undoOfItsCreation_putsItAway();
    void formula_staysWhatItWas_whenItsFieldIsPutAway();
    void label_thatIsMissing_isTakenFromTheOther();

private:
    static void rows();
    [[nodiscard]] static CustomFieldSample sample();
    qint64 add(const CustomFieldSample &sample);
    [[nodiscard]] QString shown(RecordId deal, const QString &key);
    [[nodiscard]] QStringList where(const QString &condition) {
        return dealsWhere(m_f->reader(), m_f->workspace().readTime(), condition);
    }
    [[nodiscard]] FieldDesc fieldNow(const QString &key) const {
        const EntityDesc &deal = m_f->entity(u"deal");
        return deal.field(deal.byKey(key));
    }

    std::unique_ptr<WorkspaceFixture> m_f;
    RecordId m_deal, m_other;
};

void TestCustomField::init() {
    m_f = std::make_unique<WorkspaceFixture>();
    for (const auto &[entity, title] : customFieldTargets())
        m_f->create(entity, u"name="_s + title);
    m_deal = m_f->create(u"deal"_s, u"name=A"_s);
    m_other = m_f->create(u"deal"_s, u"name=B"_s);
}

void TestCustomField::rows() {
    QTest::addColumn<int>("row");
    const auto samples = customFieldSamples();
    for (size_t i = 0; i < samples.size(); ++i)
        QTest::newRow(qPrintable(samples[i].field.key)) << int(i);
}

CustomFieldSample TestCustomField::sample() {
    QFETCH(int, row);
    return customFieldSamples().at(size_t(row));
}

qint64 TestCustomField::add(const CustomFieldSample &sample) {
    return must(m_f->run(addSample(sample, m_f->origin()))).set;
}

QString TestCustomField::shown(RecordId deal, const QString &key) {
    const auto view = must(viewRecord(m_f->reader(), m_f->workspace().readTime(), u"deal"_s, deal));
    return shownField(*m_f->workspace().catalog(), view, key);
}

void TestCustomField::samples_areOfEveryType() {
    QSet<int> types;
    for (const CustomFieldSample &sample : customFieldSamples())
        types << int(sample.field.type);
    QCOMPARE(types.size(), 15);
}

void TestCustomField::form_hasIt() {
    const CustomFieldSample s = sample();
    const auto before = formOf(m_f->entity(u"deal"));
    QSignalSpy spy(&m_f->workspace(), &Workspace::catalogChanged);
    const qint64 set = add(s);
    QTRY_COMPARE(spy.size(), 1);
    QCOMPARE(m_f->label(set), u"added the field %1 to deal"_s.arg(s.field.key));

    const FieldDesc field = fieldNow(s.field.key);
    QCOMPARE(field.type, s.field.type);
    QCOMPARE(field.label, s.field.label);
    QCOMPARE(field.choices, s.field.choices);
    const auto form = formOf(m_f->entity(u"deal"));
    QCOMPARE(form.size(), before.size() + 1);
    QCOMPARE(form.back().key, u"custom"_s);
    QCOMPARE(form.back().label, (Label{u"Custom fields"_s, u"自定义字段"_s}));
    QCOMPARE(form.back().fields, std::vector<FieldHandle>{m_f->entity(u"deal").byKey(s.field.key)});
    QCOMPARE(m_f->damage(), QStringList());
}

void TestCustomField::list_showsFiltersAndSorts() {
    const CustomFieldSample s = sample();
    add(s);
    QCOMPARE(shown(m_deal, s.field.key), QString());
    QCOMPARE(where(s.condition), QStringList());
    QCOMPARE(where(s.field.key + u" is empty"_s), QStringList({u"A"_s, u"B"_s}));

    m_f->edit(u"deal"_s, m_deal, s.first);
    QCOMPARE(shown(m_deal, s.field.key), s.shown);
    QCOMPARE(shown(m_other, s.field.key), QString());
    QCOMPARE(where(s.condition), QStringList{u"A"_s});
    QCOMPARE(where(u"not ("_s + s.condition + u')'), QStringList{u"B"_s});
    QCOMPARE(where(s.field.key + u" is empty"_s), QStringList{u"B"_s});

    const FieldDesc field = fieldNow(s.field.key);
    for (const bool descending : {false, true}) {
        const auto sorted = m_f->reader().list(
            {u"deal"_s, {}, {{field.name, descending}}, {}, 0, false}, m_f->workspace().readTime());
        QCOMPARE(messageId(sorted), field.hasColumn() ? u"ok"_s : u"record.sort"_s);
        if (sorted)
            QCOMPARE(sorted->front().record.id(), m_deal); // Empty values come last.
    }
    m_f->edit(u"deal"_s, m_deal, s.second);
    QCOMPARE(where(s.condition), QStringList());
    QCOMPARE(m_f->damage(), QStringList());
}

void TestCustomField::history_tellsIt() {
    const CustomFieldSample s = sample();
    add(s);
    const FieldDesc field = fieldNow(s.field.key);
    // A formula has no history of its own; that of what it is made of stands in its place.
    const QString logged = field.type == FieldType::Formula ? u"amount"_s : field.name;
    const QString key = field.type == FieldType::Formula ? u"amount"_s : field.key;
    const auto lines = [&] {
        QStringList keys;
        for (const HistoryEntry &entry :
             must(historyOf(m_f->reader(), u"deal"_s, m_deal, logged))) {
            for (const HistoryLine &line : entry.lines)
                keys << line.field;
            if (entry.actorName != "Li Na"_L1)
                keys << u"by "_s + entry.actorName;
        }
        keys.removeDuplicates();
        return keys;
    };
    QCOMPARE(lines(), QStringList());
    m_f->tick();
    m_f->edit(u"deal"_s, m_deal, s.first);
    const Instant then = m_f->wall.now();
    m_f->tick();
    const qint64 second = m_f->edit(u"deal"_s, m_deal, s.second);
    QCOMPARE(lines(), QStringList{key});
    QCOMPARE(must(historyOf(m_f->reader(), u"deal"_s, m_deal, logged)).size(), 2U);
    QCOMPARE(must(m_f->workspace().history().why(m_deal, logged))->set, second);

    m_f->tick();
    must(m_f->run(undoWork(second, m_f->origin())));
    QCOMPARE(shown(m_deal, s.field.key), s.shown);
    QCOMPARE(where(s.condition), QStringList{u"A"_s});
    QCOMPARE(must(historyOf(m_f->reader(), u"deal"_s, m_deal, logged)).size(), 3U);
    const auto known = must(
        m_f->workspace().history().recordAt(*m_f->workspace().catalog(), u"deal"_s, m_deal, then));
    QVERIFY(known);
    const FieldHandle handle = m_f->entity(u"deal").byName(logged);
    QCOMPARE(known->value(handle), m_f->row(u"deal"_s, m_deal).record.value(handle));
    QCOMPARE(m_f->damage(), QStringList());
}

void TestCustomField::reopened_itIsStillThere() {
    const CustomFieldSample s = sample();
    add(s);
    m_f->edit(u"deal"_s, m_deal, s.first);
    const FieldDesc before = fieldNow(s.field.key);
    for (const auto mode : {Workspace::Mode::Write, Workspace::Mode::ReadOnly}) {
        m_f->reopen(mode);
        QVERIFY(m_f->workspace().openingNotes().empty());
        QCOMPARE(fieldNow(s.field.key), before);
        QCOMPARE(shown(m_deal, s.field.key), s.shown);
        QCOMPARE(where(s.condition), QStringList{u"A"_s});
        QCOMPARE(formOf(m_f->entity(u"deal")).back().key, u"custom"_s);
    }
}

void TestCustomField::undoOfItsCreation_putsItAway() {
    const CustomFieldSample s = sample();
    const qint64 made = add(s);
    m_f->edit(u"deal"_s, m_deal, s.first);
    const auto form = formOf(m_f->entity(u"deal"));
    const auto undone = must(m_f->run(undoWork(made, m_f->origin())));
    QVERIFY(undone.notice.catalogChanged);
    for (const bool reopened : {false, true}) {
        if (reopened)
            m_f->reopen();
        QVERIFY(fieldNow(s.field.key).hidden);
        QCOMPARE(formOf(m_f->entity(u"deal")).size(), form.size() - 1);
        QCOMPARE(shown(m_deal, s.field.key), u"hidden"_s);
        const QString edit = s.field.key + u"=1"_s;
        QCOMPARE(messageId(m_f->run(
                     typedWork(u"deal"_s, m_deal, WorkspaceFixture::edits(edit), m_f->origin()))),
                 u"field.unknown"_s);
        // Its key stays its own: expressions and the log may name it.
        QCOMPARE(messageId(m_f->run(addSample(s, m_f->origin()))), u"write.key_taken"_s);
        QCOMPARE(m_f->damage(), QStringList());
    }
    must(m_f->run(redoWork(undone.set, m_f->origin())));
    QCOMPARE(formOf(m_f->entity(u"deal")).back().fields, form.back().fields);
    QCOMPARE(shown(m_deal, s.field.key), s.shown);
    QCOMPARE(where(s.condition), QStringList{u"A"_s});
    QCOMPARE(m_f->damage(), QStringList());
}

void TestCustomField::formula_staysWhatItWas_whenItsFieldIsPutAway() {
    FieldDesc number;
    number.type = FieldType::Number;
    number.key = u"seats"_s;
    const qint64 made = must(m_f->run(addFieldWork({u"deal"_s, number}, m_f->origin()))).set;
    FieldDesc formula;
    formula.type = FieldType::Formula;
    formula.key = u"pairs"_s;
    formula.formula = u"seats / 2"_s;
    must(m_f->run(addFieldWork({u"deal"_s, formula}, m_f->origin())));
    m_f->edit(u"deal"_s, m_deal, u"seats=9"_s);
    QCOMPARE(shown(m_deal, u"pairs"_s), u"4.5"_s);
    // What is stored names the column, so it means the same whatever happens to the key.
    QCOMPARE(fieldNow(u"pairs"_s).formula, fieldNow(u"seats"_s).name + u" / 2"_s);
    must(m_f->run(undoWork(made, m_f->origin())));
    m_f->reopen();
    QCOMPARE(shown(m_deal, u"seats"_s), u"hidden"_s);
    QCOMPARE(shown(m_deal, u"pairs"_s), u"4.5"_s);
    QCOMPARE(where(u"pairs > 4"_s), QStringList{u"A"_s});
}

void TestCustomField::label_thatIsMissing_isTakenFromTheOther() {
    const auto labelOf = [&](const QString &key, const Label &label) {
        FieldDesc field;
        field.key = key;
        field.label = label;
        must(m_f->run(addFieldWork({u"deals"_s, field}, m_f->origin())));
        return fieldNow(key).label;
    };
    QCOMPARE(labelOf(u"one"_s, {u"One"_s, {}}), (Label{u"One"_s, u"One"_s}));
    QCOMPARE(labelOf(u"two"_s, {{}, u"二"_s}), (Label{u"二"_s, u"二"_s}));
    QCOMPARE(labelOf(u"three"_s, {}), (Label{u"three"_s, u"three"_s}));
}

} // namespace dw::test

using dw::test::TestCustomField;
DW_TEST(TestCustomField)

#include "tst_customfield.moc"
