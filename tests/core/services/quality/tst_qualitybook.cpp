// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/quality/qualitybook.h"

#include "tests/core/services/workspacefixture.h"
#include "tests/support/random.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestQualityBook : public QObject {
    Q_OBJECT

private slots:
    void percent_isExactAtItsEnds_data();
    void percent_isExactAtItsEnds();
    void nothing_isNoFigure();
    void account_isMeasuredByWhatIsThere();
    void assets_countWithWhatBelongsToTheAccount();
    void groups_arePersonsTeamsAndSources();
    void worst_namesWhatIsMissing();
    void settings_sayWhatCounts();
    void customField_counts();
    void unknownPart_isToldAndDoesNotCount();
    void change_looksOnlyAtWhatMoved();
    void anySequence_isAsCountedAnew_data();
    void anySequence_isAsCountedAnew();

private:
    static void read(QualityBook &book, WorkspaceFixture &f);
    static QualityReport reportOf(QualityBook &book, WorkspaceFixture &f, const QString &entity,
                                  QualityBy by = QualityBy::Nothing);
    static qint64 missing(const QualityReport &report, const QString &part);
    static void setSetting(WorkspaceFixture &f, const QString &key, const QString &json);
};

void TestQualityBook::read(QualityBook &book, WorkspaceFixture &f) {
    const auto snapshot =
        must(Transaction::begin(f.reader().connection(), Transaction::Kind::Read));
    (void)must(book.read(f.reader()));
}

QualityReport TestQualityBook::reportOf(QualityBook &book, WorkspaceFixture &f,
                                        const QString &entity, QualityBy by) {
    read(book, f);
    for (const QualityReport &report : book.report(f.reader(), by)) {
        if (report.entity == entity)
            return report;
    }
    return {};
}

qint64 TestQualityBook::missing(const QualityReport &report, const QString &part) {
    for (size_t i = 0; i < report.parts.size(); ++i) {
        if (report.parts[i].key == part)
            return report.all.missing[i];
    }
    return -1;
}

void TestQualityBook::setSetting(WorkspaceFixture &f, const QString &key, const QString &json) {
    const auto value = QJsonDocument::fromJson(u"[%1]"_s.arg(json).toUtf8()).array().at(0);
    must(f.run(settingWork(key, SettingScope::Team, value, f.origin())));
}

void TestQualityBook::percent_isExactAtItsEnds_data() {
    QTest::addColumn<qint64>("part");
    QTest::addColumn<qint64>("whole");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing") << qint64(0) << qint64(0) << u"none"_s;
    QTest::newRow("none of some") << qint64(0) << qint64(5) << u"0.0"_s;
    QTest::newRow("nearly none") << qint64(1) << qint64(100'000) << u"0.1"_s;
    QTest::newRow("half up") << qint64(1) << qint64(2'000) << u"0.1"_s;
    QTest::newRow("a third") << qint64(1) << qint64(3) << u"33.3"_s;
    QTest::newRow("nearly all") << qint64(99'999) << qint64(100'000) << u"99.9"_s;
    QTest::newRow("all") << qint64(7) << qint64(7) << u"100.0"_s;
}

void TestQualityBook::percent_isExactAtItsEnds() {
    QFETCH(const qint64, part);
    QFETCH(const qint64, whole);
    const auto share = percentOf(part, whole);
    QTEST(share ? QString::number(*share, 'f', 1) : u"none"_s, "expected");
}

void TestQualityBook::nothing_isNoFigure() {
    WorkspaceFixture f;
    QualityBook book;
    const QualityReport accounts = reportOf(book, f, u"account"_s, QualityBy::Person);
    QCOMPARE(accounts.all.records, 0);
    QVERIFY(!completenessOf(accounts.all, accounts.total));
    QVERIFY(accounts.groups.empty());
    QVERIFY(book.worst(f.reader(), {.entity = u"account"_s}).empty());
}

void TestQualityBook::account_isMeasuredByWhatIsThere() {
    WorkspaceFixture f;
    QualityBook book;
    const RecordId acme = f.create(u"account"_s, u"name=Acme|sector=Steel|email=a@b.cn"_s);
    QualityReport report = reportOf(book, f, u"account"_s);
    QCOMPARE(report.total, 16);
    QCOMPARE(report.all.records, 1);
    QCOMPARE(report.all.points, 4); // name 1, sector 1, e-mail 2
    QCOMPARE(completenessOf(report.all, report.total), std::optional(25.0));
    QCOMPARE(missing(report, u"name"_s), 0);
    QCOMPARE(missing(report, u"phone|email"_s), 0);
    QCOMPARE(missing(report, u"owner"_s), 1);
    f.edit(u"account"_s, acme, u"phone=+86 21 5555 0000|email=|owner=Li Na"_s);
    QCOMPARE(reportOf(book, f, u"account"_s).all.points, 6);
    f.edit(u"account"_s, acme, u"phone="_s);
    QCOMPARE(reportOf(book, f, u"account"_s).all.points, 4);
    must(f.run(removeWork(u"account"_s, acme, f.origin())));
    report = reportOf(book, f, u"account"_s);
    QCOMPARE(report.all.records, 0);
    QCOMPARE(missing(report, u"owner"_s), 0);
    must(f.run(restoreWork(u"account"_s, acme, f.origin())));
    QCOMPARE(reportOf(book, f, u"account"_s).all.records, 1);
}

void TestQualityBook::assets_countWithWhatBelongsToTheAccount() {
    WorkspaceFixture f;
    QualityBook book;
    f.create(u"account"_s, u"name=Acme"_s);
    f.create(u"account"_s, u"name=Other"_s);
    const auto captured = [&] { return reportOf(book, f, u"account"_s).all.captured; };
    const RecordId contact = f.create(u"contact"_s, u"name=Wang|account=Acme"_s);
    const RecordId deal = f.create(u"deal"_s, u"name=D|account=Acme"_s);
    f.create(u"touchpoint"_s, u"kind=call|deal=D"_s);
    QCOMPARE(captured(), 0);
    const RecordId file = f.create(u"attachment"_s, u"name=a.pdf|contact=Wang"_s);
    QCOMPARE(captured(), 1);
    // The history goes where the deal goes.
    f.edit(u"deal"_s, deal, u"account=Other"_s);
    QCOMPARE(captured(), 0);
    const qint64 note = f.edit(u"deal"_s, deal, u"account=Acme"_s);
    QCOMPARE(captured(), 1);
    must(f.run(undoWork(note, f.origin())));
    QCOMPARE(captured(), 0);
    f.edit(u"deal"_s, deal, u"account=Acme"_s);
    must(f.run(removeWork(u"attachment"_s, file, f.origin())));
    QCOMPARE(captured(), 0);
    must(f.run(restoreWork(u"attachment"_s, file, f.origin())));
    QCOMPARE(captured(), 1);
    // In the bin with what it hangs on.
    must(f.run(removeWork(u"deal"_s, deal, f.origin())));
    QCOMPARE(captured(), 0);
    must(f.run(restoreWork(u"deal"_s, deal, f.origin())));
    QCOMPARE(captured(), 1);
    must(f.run(removeWork(u"contact"_s, contact, f.origin())));
    QCOMPARE(captured(), 0);
    QCOMPARE(book.threshold(), 41.0);
}

void TestQualityBook::groups_arePersonsTeamsAndSources() {
    WorkspaceFixture f;
    QualityBook book;
    f.create(u"team"_s, u"name=East"_s);
    f.create(u"person"_s, u"name=Zhou|team=East"_s);
    f.create(u"lead"_s, u"name=A|owner=Li Na|source=Expo"_s);
    f.create(u"lead"_s, u"name=B|owner=Zhou|source=Expo|company=X"_s);
    f.create(u"lead"_s, u"name=C|owner=Zhou|source=Web|company=X|phone=13800000000"_s);
    f.create(u"lead"_s, u"name=D"_s);
    Work import = createWork({}, f.origin());
    import.info.kind = SetKind::Import;
    import.info.source = u"leads.csv"_s;
    import.unit = [&](WriteTransaction & tx)->Result<void> { Record lead(u"lead"_s, {});
    lead.set(f.entity(u"lead").byName(u"name"), u"E"_s);
    const auto made = tx.create(lead);
    return made ? Result<void>() : made.error();
};
must(f.run(import));
const auto shown = [&](QualityBy by) {
    QStringList lines;
    for (const QualityGroup &group : reportOf(book, f, u"lead"_s, by).groups)
        lines << u"%1 %2 %3"_s.arg(group.name.isEmpty() ? u"-"_s : group.name)
                     .arg(group.tally.records)
                     .arg(group.tally.points);
    return lines;
};
QCOMPARE(shown(QualityBy::Person), (QStringList{u"- 2 2"_s, u"Li Na 1 5"_s, u"Zhou 2 15"_s}));
QCOMPARE(shown(QualityBy::Team), (QStringList{u"- 3 7"_s, u"East 2 15"_s}));
QCOMPARE(shown(QualityBy::Source),
         (QStringList{u"- 1 1"_s, u"leads.csv 1 1"_s, u"Expo 2 11"_s, u"Web 1 9"_s}));
} // namespace dw::test

void TestQualityBook::worst_namesWhatIsMissing() {
    WorkspaceFixture f;
    QualityBook book;
    f.create(u"contact"_s, u"name=Whole|title=CEO|phone=13800000000|owner=Li Na|account="_s);
    f.create(u"contact"_s, u"name=Bare"_s);
    const RecordId half = f.create(u"contact"_s, u"name=Half|title=CFO|owner=Li Na"_s);
    read(book, f);
    const auto items = book.worst(f.reader(), {.entity = u"contact"_s, .limit = 2});
    QCOMPARE(items.size(), size_t(2));
    QCOMPARE(items[0].title, u"Bare"_s);
    QCOMPARE(items[0].points, 1);
    QCOMPARE(items[0].missing,
             (QStringList{u"title"_s, u"account"_s, u"email|phone"_s, u"owner"_s}));
    QCOMPARE(items[1].id, half);
    const auto withoutPhone =
        book.worst(f.reader(), {.entity = u"contact"_s, .part = u"email|phone"_s});
    QCOMPARE(withoutPhone.size(), size_t(2));
    const auto ofLiNa = book.worst(
        f.reader(), {.entity = u"contact"_s, .person = f.workspace().actor(), .part = {}});
    QCOMPARE(ofLiNa.size(), size_t(2));
    QVERIFY(book.worst(f.reader(), {.entity = u"contact"_s, .part = u"no_part"_s}).empty());
    QVERIFY(book.worst(f.reader(), {.entity = u"product"_s}).empty());
}

void TestQualityBook::settings_sayWhatCounts() {
    WorkspaceFixture f;
    QualityBook book;
    f.create(u"account"_s, u"name=Acme"_s);
    QCOMPARE(reportOf(book, f, u"account"_s).all.points, 1);
    setSetting(f, u"quality.parts"_s, uR"({"account": {"name": 3, "city": 1}, "lead": {}})"_s);
    setSetting(f, u"quality.threshold"_s, u"60.5"_s);
    const QualityReport report = reportOf(book, f, u"account"_s);
    QCOMPARE(report.total, 4);
    QCOMPARE(report.all.points, 3);
    QCOMPARE(book.threshold(), 60.5);
    QCOMPARE(reportOf(book, f, u"lead"_s).entity, QString());
    QCOMPARE(reportOf(book, f, u"deal"_s).entity, u"deal"_s);
}

void TestQualityBook::customField_counts() {
    WorkspaceFixture f;
    QualityBook book;
    const RecordId acme = f.create(u"account"_s, u"name=Acme|tags="_s);
    read(book, f);
    setSetting(f, u"quality.parts"_s, uR"({"account": {"grade": 1, "tags": 1, "revenue": 1}})"_s);
    QCOMPARE(reportOf(book, f, u"account"_s).total, 2);
    FieldDefinition grade;
    grade.entity = u"account"_s;
    grade.field.key = u"grade"_s;
    grade.field.type = FieldType::Number;
    grade.field.label = {u"Grade"_s, u"评级"_s};
    must(f.run(addFieldWork(grade, f.origin())));
    QCOMPARE(reportOf(book, f, u"account"_s).total, 3);
    f.create(u"tag"_s, u"name=hot"_s);
    f.edit(u"account"_s, acme, u"grade=0|tags+=hot|revenue=CNY 0"_s);
    QCOMPARE(reportOf(book, f, u"account"_s).all.points, 3);
    f.edit(u"account"_s, acme, u"tags-=hot"_s);
    QCOMPARE(reportOf(book, f, u"account"_s).all.points, 2);
}

void TestQualityBook::unknownPart_isToldAndDoesNotCount() {
    WorkspaceFixture f;
    QualityBook book;
    setSetting(f, u"quality.parts"_s, uR"({"account": {"name": 1, "fax|phone": 5}})"_s);
    QCOMPARE(reportOf(book, f, u"account"_s).total, 1);
    QCOMPARE(book.notes(), (std::vector<Message>{{u"quality.unknown_part"_s,
                                                  {{u"part"_s, u"account.fax|phone"_s}}}}));
}

void TestQualityBook::change_looksOnlyAtWhatMoved() {
    WorkspaceFixture f;
    QualityBook book;
    for (int i = 0; i < 20; ++i)
        f.create(u"account"_s, u"name=A%1"_s.arg(i));
    const RecordId acme = f.create(u"account"_s, u"name=Acme"_s);
    read(book, f);
    QCOMPARE(book.looked(), 21);
    read(book, f);
    QCOMPARE(book.looked(), 0);
    f.edit(u"account"_s, acme, u"sector=Steel"_s);
    read(book, f);
    QCOMPARE(book.looked(), 1);
    f.create(u"contact"_s, u"name=Wang|account=Acme"_s);
    read(book, f);
    QCOMPARE(book.looked(), 1);
    // What is not measured moves nothing.
    f.edit(u"account"_s, acme, u"website=acme.example"_s);
    read(book, f);
    QCOMPARE(book.looked(), 0);
}

void TestQualityBook::anySequence_isAsCountedAnew_data() {
    QTest::addColumn<quint64>("seed");
    for (const quint64 seed : {1, 2, 3})
        QTest::addRow("seed %llu", seed) << seed;
}

namespace {

/// What a workspace says in the plainest way: every record by itself, from the rows that stand.
class PlainCount {
public:
    explicit PlainCount(WorkspaceFixture &f) : m_f(f) {}

    QStringList lines() {
        QStringList lines;
        for (const EntityQuality &rule : usualQuality()) {
            for (const Row &row : rows(rule.entity))
                lines << line(rule, row.record);
        }
        lines.sort();
        return lines;
    }

private:
    std::vector<Row> rows(const QString &entity) {
        Query query;
        query.entity = entity;
        return must(m_f.reader().list(query, {}));
    }
    bool points(const Row &row, const QString &field, RecordId at) {
        const FieldHandle handle = m_f.entity(row.record.entity()).byName(field);
        return !handle.isNull() && row.record.value(handle) == FieldValue(at);
    }
    bool hasRow(const QString &entity, const QStringList &links, RecordId at) {
        for (const Row &row : rows(entity)) {
            for (const QString &link : links) {
                if (points(row, link, at))
                    return true;
            }
        }
        return false;
    }
    bool hasDirectly(const QString &part, RecordId at) {
        const QStringList owners{u"account"_s, u"contact"_s, u"deal"_s, u"lead"_s};
        if (part == "@contacts"_L1)
            return hasRow(u"contact"_s, {u"account"_s}, at)
                   || hasRow(u"deal_contact"_s, {u"deal"_s}, at);
        if (part == "@files"_L1)
            return hasRow(u"attachment"_s, owners, at);
        return hasRow(u"touchpoint"_s, owners, at) || hasRow(u"note"_s, owners, at);
    }
    bool hasRows(const QString &part, RecordId at) {
        if (hasDirectly(part, at))
            return true;
        if (part == "@contacts"_L1)
            return false;
        for (const QString &below : {u"deal"_s, u"contact"_s}) {
            for (const Row &row : rows(below)) {
                if (points(row, u"account"_s, at) && hasDirectly(part, row.record.id()))
                    return true;
            }
        }
        return false;
    }
    QString line(const EntityQuality &rule, const Record &record) {
        const EntityDesc &entity = m_f.entity(rule.entity);
        int points = 0;
        QStringList missing;
        for (const QualityPart &part : rule.parts) {
            bool isThere = part.isRows() && hasRows(part.key, record.id());
            for (const FieldHandle handle : fieldsOf(part, entity))
                isThere = isThere || !record.value(handle).isEmpty();
            if (isThere)
                points += part.weight;
            else
                missing << part.key;
        }
        return u"%1 %2 %3 %4"_s.arg(record.id().text(),
                                    record.value(entity.byName(u"owner")).as<RecordId>().text(),
                                    QString::number(points), missing.join(u','));
    }

    WorkspaceFixture &m_f;
};

QStringList linesOf(const QualityIndex &index) {
    QStringList lines;
    for (size_t i = 0; i < index.rules().size(); ++i) {
        index.eachRecord(i, [&](const QualityRecord &record) {
            QStringList missing;
            for (size_t part = 0; part < index.rules()[i].parts.size(); ++part) {
                if ((record.there >> part & 1) == 0)
                    missing << index.rules()[i].parts[part].key;
            }
            lines << u"%1 %2 %3 %4"_s.arg(record.id.text(), record.owner.text(),
                                          QString::number(record.points), missing.join(u','));
        });
    }
    lines.sort();
    return lines;
}

class Life {
public:
    Life(WorkspaceFixture &f, quint64 seed) : m_f(f), m_random(seed) {
        for (const auto &text : {u"name=A"_s, u"name=B"_s, u"name=C|sector=Steel"_s})
            m_rows[u"account"_s].push_back(f.create(u"account"_s, text));
    }
    void step() {
        m_f.tick();
        switch (m_random.below(10)) {
        case 0:
        case 1:
        case 2:
        case 3:
            make(m_random.pick(std::vector<QString>{u"account"_s, u"contact"_s, u"lead"_s,
                                                    u"deal"_s, u"touchpoint"_s, u"note"_s,
                                                    u"attachment"_s, u"deal_contact"_s}));
            break;
        case 4:
        case 5:
        case 6:
            change();
            break;
        case 7:
            if (!m_sets.empty())
                keep(m_f.run(undoWork(m_random.pick(m_sets), m_f.origin())));
            break;
        default:
            binOrRestore();
            break;
        }
    }

private:
    bool keep(const Result<Committed> &done) {
        if (done && done->set != 0)
            m_sets.push_back(done->set);
        return done.ok();
    }
    FieldValue some(const QString &entity) {
        const std::vector<RecordId> rows = m_rows.value(entity);
        return rows.empty() || m_random.chance(0.3) ? FieldValue()
                                                    : FieldValue(m_random.pick(rows));
    }
    void fill(Record &record, QStringView field, const FieldValue &value) {
        const FieldHandle handle = m_f.entity(record.entity()).byName(field);
        if (!handle.isNull() && m_random.chance(0.6))
            record.set(handle, value);
    }
    void fillAny(Record &record) {
        const EntityDesc &entity = m_f.entity(record.entity());
        const auto text = [&](const QString &value) {
            return m_random.chance(0.3) ? FieldValue() : FieldValue(value);
        };
        fill(record, u"owner",
             m_random.chance(0.5) ? FieldValue(m_f.workspace().actor()) : FieldValue());
        for (const auto *link : {u"account", u"contact", u"lead", u"deal"})
            fill(record, QString::fromUtf16(link), some(QString::fromUtf16(link)));
        fill(record, u"phone", text(u"13800000000"_s));
        fill(record, u"city", text(u"Suzhou"_s));
        fill(record, u"sector", text(u"Steel"_s));
        if (!entity.byName(u"stage_since").isNull())
            fill(record, u"source", text(u"Expo"_s));
    }
    void make(const QString &entity) {
        Record draft(entity, {});
        const EntityDesc &desc = m_f.entity(entity);
        if (const FieldHandle title = desc.byName(u"name"); !title.isNull())
            draft.set(title, u"N"_s);
        if (const FieldHandle kind = desc.byName(u"kind"); entity == "touchpoint"_L1)
            draft.set(kind, u"call"_s);
        fillAny(draft);
        if (entity == "deal_contact"_L1) {
            draft.set(desc.byName(u"deal"), some(u"deal"_s));
            draft.set(desc.byName(u"contact"), some(u"contact"_s));
        }
        // A refused draft (a link into the bin, say) makes nothing.
        const auto done = m_f.run(createWork(draft, m_f.origin()));
        if (keep(done))
            m_rows[entity].push_back(done->notice.moved.front().id);
    }
    void change() {
        const QString entity = m_random.pick(m_rows.keys());
        Record values(entity, m_random.pick(m_rows[entity]));
        fillAny(values);
        keep(m_f.run(changeWork(values, {}, m_f.origin())));
    }
    void binOrRestore() {
        const QString entity = m_random.pick(m_rows.keys());
        const RecordId id = m_random.pick(m_rows[entity]);
        keep(m_f.run(m_f.row(entity, id).deleted ? restoreWork(entity, id, m_f.origin())
                                                 : removeWork(entity, id, m_f.origin())));
    }

    WorkspaceFixture &m_f;
    Random m_random;
    QMap<QString, std::vector<RecordId>> m_rows;
    std::vector<qint64> m_sets;
};

} // namespace

/// Figures kept up to date are those counted anew, and the records are as each row says by itself.
void TestQualityBook::anySequence_isAsCountedAnew() {
    QFETCH(const quint64, seed);
    WorkspaceFixture f;
    Life life(f, seed);
    QualityBook followed;
    read(followed, f);
    for (int round = 0; round < 25; ++round) {
        for (int i = 0; i < 6; ++i)
            life.step();
        read(followed, f);
        QualityBook anew;
        read(anew, f);
        for (size_t i = 0; i < anew.index().rules().size(); ++i) {
            QCOMPARE(followed.index().all(i), anew.index().all(i));
            QVERIFY(followed.index().byOwner(i) == anew.index().byOwner(i));
            QVERIFY(followed.index().bySource(i) == anew.index().bySource(i));
        }
        QCOMPARE(linesOf(followed.index()), PlainCount(f).lines());
    }
}

} // namespace dw::test

using dw::test::TestQualityBook;
DW_TEST(TestQualityBook)

#include "tst_qualitybook.moc"
