// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/valuetext.h"
#include "core/services/recordview.h"
#include "tests/core/services/workspacefixture.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// What happened to a record, ready to be worded.
class TestHistoryView : public QObject {
    Q_OBJECT

private slots:
    void history_isOldestFirst_withWhoAndWhat();
    void history_ofOneField_hasNoOtherLine();
    void history_ofLinks_hasTheirTitles();
    void history_ofSets_saysWhatCameAndWent();
    void history_ofABinnedRow_saysSo();
    void history_ofAGroup_namesWhatStayed();
    void limit_takesTheNewest_data();
    void limit_takesTheNewest();
    void history_ofNothing_fails();

private:
    static std::vector<HistoryEntry> history(WorkspaceFixture &f, const QString &entity,
                                             RecordId id, const QString &field = {}) {
        return must(historyOf(f.reader(), entity, id, field));
    }
    /// "field: old -> next" of what differs.
    static QStringList lines(const HistoryEntry &entry);
};

QStringList TestHistoryView::lines(const HistoryEntry &entry) {
    const auto text = [](const LoggedValue &value, const QString &label) {
        return label.isEmpty() ? valueToText({}, value.value) : label;
    };
    QStringList lines;
    for (const HistoryLine &line : entry.lines) {
        if (line.op == ChangeOp::Set && line.old.value == line.next.value)
            continue;
        const QString sign = line.op == ChangeOp::Include   ? u"+"_s
                             : line.op == ChangeOp::Exclude ? u"-"_s
                                                            : u":"_s;
        lines << u"%1%2 %3 -> %4"_s.arg(line.field, sign, text(line.old, line.oldLabel),
                                        text(line.next, line.nextLabel));
    }
    return lines;
}

void TestHistoryView::history_isOldestFirst_withWhoAndWhat() {
    WorkspaceFixture f;
    const RecordId wu = f.create(u"person"_s, u"name=Wu Wei"_s);
    const RecordId account = f.create(u"account"_s, u"name=Acme"_s);
    f.tick();
    must(f.run(typedWork(u"account"_s, account, WorkspaceFixture::edits(u"sector=IT"_s),
                         {.actor = wu, .source = u"minutes"_s})));
    f.tick();
    must(f.run(typedWork(u"account"_s, account, WorkspaceFixture::edits(u"sector="_s), {})));
    const auto all = history(f, u"account"_s, account);
    QCOMPARE(all.size(), 3U);
    QVERIFY(all[0].change.created);
    QCOMPARE(lines(all[0]), QStringList{u"name:  -> Acme"_s});
    QCOMPARE(all[0].actorName, u"Li Na"_s);
    QCOMPARE(lines(all[1]), QStringList{u"sector:  -> IT"_s});
    QCOMPARE(all[1].actorName, u"Wu Wei"_s);
    QCOMPARE(all[1].change.source, u"minutes"_s);
    QCOMPARE(lines(all[2]), QStringList{u"sector: IT -> "_s});
    QCOMPARE(all[2].actorName, QString());
    QCOMPARE(all[2].lines.front().next.state, LoggedValue::State::Cleared);
}

void TestHistoryView::history_ofOneField_hasNoOtherLine() {
    WorkspaceFixture f;
    const RecordId deal = f.create(u"deal"_s, u"name=A|source=web"_s);
    f.edit(u"deal"_s, deal, u"source=fair|payment_terms=cash"_s);
    f.edit(u"deal"_s, deal, u"payment_terms=30 days"_s);
    const auto all = history(f, u"deal"_s, deal, u"source"_s);
    QCOMPARE(all.size(), 2U);
    QCOMPARE(lines(all[0]), QStringList{u"source:  -> web"_s});
    QCOMPARE(lines(all[1]), QStringList{u"source: web -> fair"_s});
    QVERIFY(history(f, u"deal"_s, deal, u"amount"_s).empty());
    QVERIFY(history(f, u"deal"_s, deal, u"no such field"_s).empty());
}

void TestHistoryView::history_ofLinks_hasTheirTitles() {
    WorkspaceFixture f;
    const RecordId acme = f.create(u"account"_s, u"name=Acme"_s);
    f.create(u"account"_s, u"name=Beta"_s);
    const RecordId deal = f.create(u"deal"_s, u"name=A|account=Acme"_s);
    f.edit(u"deal"_s, deal, u"account=Beta"_s);
    // As the rows are called now.
    f.edit(u"account"_s, acme, u"name=Acme Ltd"_s);
    must(f.run(removeWork(u"account"_s, acme, f.origin())));
    const auto all = history(f, u"deal"_s, deal, u"account"_s);
    QCOMPARE(lines(all.back()), QStringList{u"account: Acme Ltd -> Beta"_s});
}

void TestHistoryView::history_ofSets_saysWhatCameAndWent() {
    WorkspaceFixture f;
    for (const QString &tag : {u"red"_s, u"blue"_s, u"green"_s})
        f.create(u"tag"_s, u"name="_s + tag);
    const RecordId deal = f.create(u"deal"_s, u"name=A"_s);
    f.edit(u"deal"_s, deal, u"tags=red"_s);
    f.edit(u"deal"_s, deal, u"tags+=blue|tags-=red"_s);
    const auto all = history(f, u"deal"_s, deal, u"tags"_s);
    QCOMPARE(all.size(), 2U);
    QCOMPARE(lines(all[0]), QStringList{u"tags+  -> red"_s});
    QStringList last = lines(all[1]);
    last.sort();
    QCOMPARE(last, (QStringList{u"tags+  -> blue"_s, u"tags-  -> red"_s}));
}

void TestHistoryView::history_ofABinnedRow_saysSo() {
    WorkspaceFixture f;
    const RecordId account = f.create(u"account"_s, u"name=Acme"_s);
    must(f.run(removeWork(u"account"_s, account, f.origin())));
    QCOMPARE(lines(history(f, u"account"_s, account).back()), QStringList{u"deleted: no -> yes"_s});
    must(f.run(restoreWork(u"account"_s, account, f.origin())));
    const auto all = history(f, u"account"_s, account, u"deleted"_s);
    QCOMPARE(all.size(), 2U);
    QCOMPARE(lines(all.back()), QStringList{u"deleted: yes -> no"_s});
}

void TestHistoryView::history_ofAGroup_namesWhatStayed() {
    WorkspaceFixture f;
    const RecordId account = f.create(u"account"_s, u"name=Acme|city=Suzhou|country=China"_s);
    f.edit(u"account"_s, account, u"city=Wuxi"_s);
    const auto all = history(f, u"account"_s, account);
    QCOMPARE(lines(all.back()), QStringList{u"city: Suzhou -> Wuxi"_s});
    // The whole address went through the log, so that two writers of it meet as a whole.
    QVERIFY(all.back().lines.size() > 1);
}

void TestHistoryView::limit_takesTheNewest_data() {
    QTest::addColumn<int>("limit");
    QTest::addColumn<QString>("sources");
    QTest::newRow("none") << 0 << u"0 1 2 3"_s;
    QTest::newRow("one") << 1 << u"3"_s;
    QTest::newRow("two") << 2 << u"2 3"_s;
    QTest::newRow("more than there are") << 100 << u"0 1 2 3"_s;
}

void TestHistoryView::limit_takesTheNewest() {
    QFETCH(const int, limit);
    WorkspaceFixture f;
    const RecordId deal = f.create(u"deal"_s, u"name=A|source=0"_s);
    for (int i = 1; i < 4; ++i)
        f.edit(u"deal"_s, deal, u"source=%1"_s.arg(i));
    QStringList sources;
    for (const HistoryEntry &entry :
         must(historyOf(f.reader(), u"deal"_s, deal, u"source"_s, limit)))
        sources << entry.lines.front().next.value.as<QString>();
    QTEST(sources.join(u' '), "sources");
}

void TestHistoryView::history_ofNothing_fails() {
    WorkspaceFixture f;
    const RecordId account = f.create(u"account"_s, u"name=Acme"_s);
    QCOMPARE(messageId(historyOf(f.reader(), u"deal"_s, testId(9))), u"record.unknown"_s);
    QCOMPARE(messageId(historyOf(f.reader(), u"deal"_s, account)), u"record.unknown"_s);
    QCOMPARE(messageId(historyOf(f.reader(), u"unicorn"_s, account)), u"catalog.unknown_entity"_s);
}

} // namespace dw::test

using dw::test::TestHistoryView;
DW_TEST(TestHistoryView)

#include "tst_historyview.moc"
