// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/activity/activitydraft.h"

#include "core/services/works.h"
#include "tests/core/services/workspacefixture.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

using Kind = ActivityDraft::Kind;

class TestActivityDraft : public QObject {
    Q_OBJECT

private slots:
    void init() { m_f = std::make_unique<WorkspaceFixture>(); }
    void cleanup() { m_f.reset(); }
    void title_isTheFirstLine_data();
    void title_isTheFirstLine();
    void kinds_data();
    void kinds();
    void day_ofATask_isDue();
    void day_ofACall_isNoonOfTheZone();

private:
    [[nodiscard]] Record record(const ActivityDraft &draft) {
        return recordOf(draft, {RecordId{makeUuidV5(u"deal"_s)}, {}, {}}, m_f->workspace());
    }
    [[nodiscard]] FieldValue value(const Record &record, QStringView field) {
        return record.value(m_f->workspace().catalog()->entity(record.entity())->byName(field));
    }

    std::unique_ptr<WorkspaceFixture> m_f;
};

void TestActivityDraft::title_isTheFirstLine_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("body");
    QTest::newRow("one line") << u"  Call back "_s << u"Call back"_s << QString();
    QTest::newRow("several lines")
        << u"\n\nAgreed\nTerms in May\n"_s << u"Agreed"_s << u"Agreed\nTerms in May"_s;
    const QString most(300, u'x');
    QTest::newRow("at the limit") << most << most << QString();
    QTest::newRow("above the limit") << most + u'y' << most.left(299) + u'…' << most + u'y';
}

void TestActivityDraft::title_isTheFirstLine() {
    QFETCH(const QString, text);
    QFETCH(const QString, title);
    QFETCH(const QString, body);
    const Record note = record({Kind::Note, text, {}});
    QCOMPARE(value(note, u"title").as<QString>(), title);
    QCOMPARE(value(note, u"body").as<QString>(), body);
}

void TestActivityDraft::kinds_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("entity");
    QTest::addColumn<QString>("choice");
    QTest::newRow("note") << int(Kind::Note) << u"note"_s << QString();
    QTest::newRow("call") << int(Kind::Call) << u"touchpoint"_s << u"call"_s;
    QTest::newRow("visit") << int(Kind::Visit) << u"touchpoint"_s << u"visit"_s;
    QTest::newRow("message") << int(Kind::Message) << u"touchpoint"_s << u"message"_s;
    QTest::newRow("task") << int(Kind::Task) << u"task"_s << QString();
}

void TestActivityDraft::kinds() {
    QFETCH(const int, kind);
    QFETCH(const QString, entity);
    QFETCH(const QString, choice);
    const Record made = record({Kind(kind), u"Words"_s, {}});
    QCOMPARE(made.entity(), entity);
    QVERIFY(!made.id().isNull());
    QVERIFY(!value(made, u"deal").isEmpty());
    if (!choice.isEmpty()) {
        QCOMPARE(value(made, u"kind").as<QString>(), choice);
        QCOMPARE(value(made, u"happened_at").as<Instant>(), m_f->clock.now());
    }
    must(m_f->run(createWork(
        [&] {
            Record alone = made;
            alone.set(m_f->workspace().catalog()->entity(entity)->byName(u"deal"), {});
            return alone;
        }(),
        m_f->origin())));
}

void TestActivityDraft::day_ofATask_isDue() {
    const QDate day(2026, 3, 9);
    QCOMPARE(value(record({Kind::Task, u"Call"_s, day}), u"due_on").as<QDate>(), day);
    QVERIFY(value(record({Kind::Task, u"Call"_s, {}}), u"due_on").isEmpty());
}

void TestActivityDraft::day_ofACall_isNoonOfTheZone() {
    const Record call = record({Kind::Call, u"Talked"_s, QDate(2026, 3, 3)});
    const QDateTime at = value(call, u"happened_at").as<Instant>().toUtc();
    QCOMPARE(at, QDateTime(QDate(2026, 3, 3), QTime(4, 0), QTimeZone::utc()));
}

} // namespace dw::test

using dw::test::TestActivityDraft;
DW_TEST(TestActivityDraft)

#include "tst_activitydraft.moc"
