// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/recordview.h"

#include "tests/core/services/workspacefixture.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// A record as people see it, and the form to edit it with.
class TestRecordView : public QObject {
    Q_OBJECT

private slots:
    void view_hasEveryField_inTheOrderOfTheCatalogue();
    void view_labelsLinks();
    void view_labelsMembersOfSets();
    void view_ofARowInTheBin_isThere();
    void view_ofNothing_fails();
    void formula_isComputed_andEmptyWhereItNoLongerFits();
    void form_ofEveryEntity_hasWhatPeopleMayEdit();
    void form_ofADeal_isInItsSections();
    void form_ofUnknownSections_standsBehind();

private:
    static RecordView view(WorkspaceFixture &f, const QString &entity, RecordId id) {
        return must(viewRecord(f.reader(), f.workspace().readTime(), entity, id));
    }
    static QString label(WorkspaceFixture &f, const RecordView &view, QStringView field) {
        const FieldView *found = view.field(f.entity(view.row.record.entity()).byName(field));
        return found ? found->label : u"no field"_s;
    }
};

void TestRecordView::view_hasEveryField_inTheOrderOfTheCatalogue() {
    WorkspaceFixture f;
    const RecordId deal = f.create(u"deal"_s, u"name=A|amount=CNY 5"_s);
    const auto seen = view(f, u"deal"_s, deal);
    QCOMPARE(seen.title, u"A"_s);
    QCOMPARE(seen.row.record.id(), deal);
    const EntityDesc &deals = f.entity(u"deal");
    QCOMPARE(seen.fields.size(), deals.fields.size());
    for (size_t i = 0; i < seen.fields.size(); ++i) {
        QCOMPARE(seen.fields[i].handle, FieldHandle{quint16(i)});
        QCOMPARE(seen.fields[i].value, seen.row.record.value(FieldHandle{quint16(i)}));
    }
    QVERIFY(!seen.field(FieldHandle()));
    QVERIFY(!seen.field(FieldHandle{9999}));
}

void TestRecordView::view_labelsLinks() {
    WorkspaceFixture f;
    const RecordId acme = f.create(u"account"_s, u"name=Acme"_s);
    const RecordId deal = f.create(u"deal"_s, u"name=A|account=Acme|owner=Li Na"_s);
    const auto seen = view(f, u"deal"_s, deal);
    QCOMPARE(label(f, seen, u"account"), u"Acme"_s);
    QCOMPARE(label(f, seen, u"owner"), u"Li Na"_s);
    QCOMPARE(label(f, seen, u"stage"), u"Qualification"_s);
    QCOMPARE(label(f, seen, u"partner"), QString());
    QCOMPARE(label(f, seen, u"name"), QString());
    // What a link points at keeps its name in the bin.
    must(f.run(removeWork(u"account"_s, acme, f.origin())));
    QCOMPARE(label(f, view(f, u"deal"_s, deal), u"account"), u"Acme"_s);
}

void TestRecordView::view_labelsMembersOfSets() {
    WorkspaceFixture f;
    for (const QString &tag : {u"red"_s, u"blue"_s, u"a, b"_s})
        f.create(u"tag"_s, u"name="_s + tag);
    const RecordId deal = f.create(u"deal"_s, u"name=A|tags=red,blue"_s);
    QStringList titles = label(f, view(f, u"deal"_s, deal), u"tags").split(u", "_s);
    titles.sort();
    QCOMPARE(titles, (QStringList{u"blue"_s, u"red"_s}));
    f.edit(u"deal"_s, deal, u"tags="_s);
    QCOMPARE(label(f, view(f, u"deal"_s, deal), u"tags"), QString());
}

void TestRecordView::view_ofARowInTheBin_isThere() {
    WorkspaceFixture f;
    const RecordId deal = f.create(u"deal"_s, u"name=A"_s);
    must(f.run(removeWork(u"deal"_s, deal, f.origin())));
    const auto seen = view(f, u"deal"_s, deal);
    QVERIFY(seen.row.deleted);
    QCOMPARE(seen.title, u"A"_s);
}

void TestRecordView::view_ofNothing_fails() {
    WorkspaceFixture f;
    const ReadTime time = f.workspace().readTime();
    const auto none = viewRecord(f.reader(), time, u"deal"_s, testId(9));
    QCOMPARE(messageId(none), u"record.unknown"_s);
    QCOMPARE(none.error().message.args.value(u"id"_s), testId(9).text());
    QCOMPARE(messageId(viewRecord(f.reader(), time, u"deal"_s, {})), u"record.unknown"_s);
    QCOMPARE(messageId(viewRecord(f.reader(), time, u"unicorn"_s, testId(9))),
             u"catalog.unknown_entity"_s);
    const auto stranger =
        viewRow(f.reader(), time, Row{Record(u"unicorn"_s, testId(9)), {}, {}, {}});
    QVERIFY(stranger.fields.empty() && stranger.title.isEmpty());
}

void TestRecordView::formula_isComputed_andEmptyWhereItNoLongerFits() {
    WorkspaceFixture f;
    FieldDesc field;
    field.key = u"days_open"_s;
    field.type = FieldType::Formula;
    field.formula = u"days_between(date(created_at), today())"_s;
    must(f.run(addFieldWork({u"deal"_s, field}, f.origin())));
    const RecordId deal = f.create(u"deal"_s, u"name=A"_s);
    const FieldHandle handle = f.entity(u"deal").byKey(u"days_open");
    QCOMPARE(view(f, u"deal"_s, deal).field(handle)->value, FieldValue(0.0));
    f.tick(qint64(15) * 3'600'000); // past midnight there
    QCOMPARE(view(f, u"deal"_s, deal).field(handle)->value, FieldValue(1.0));

    f.close();
    must(must(Connection::open(f.folder() + u"/workspace.dealwright"_s, OpenMode::ReadWrite))
             ->exec(u"UPDATE custom_field SET definition="
                    "'{\"formula\":\"no_such_field + 1\",\"formula_type\":\"number\"}'"_s));
    f.reopen();
    QVERIFY(view(f, u"deal"_s, deal).field(handle)->value.isEmpty());
}

void TestRecordView::form_ofEveryEntity_hasWhatPeopleMayEdit() {
    for (const EntityDesc &entity : Catalog::builtin()->entities()) {
        QSet<quint16> shown;
        for (const FormSection &section : formOf(entity)) {
            QVERIFY(!section.fields.empty());
            QVERIFY2(!section.label.en.isEmpty() && !section.label.zh.isEmpty(),
                     qPrintable(section.key));
            QVERIFY2(section.label.en != section.key, qPrintable(section.key));
            for (const FieldHandle handle : section.fields) {
                QVERIFY(!shown.contains(handle.index));
                shown << handle.index;
            }
        }
        for (size_t i = 0; i < entity.fields.size(); ++i) {
            const FieldDesc &field = entity.fields[i];
            const bool isOurs = field.derived || field.readOnly || field.section == "system"_L1;
            QVERIFY2(shown.contains(quint16(i)) != isOurs,
                     qPrintable(entity.key + u'.' + field.key));
        }
    }
}

void TestRecordView::form_ofADeal_isInItsSections() {
    const auto form = formOf(*Catalog::builtin()->entity(u"deal"));
    QStringList sections;
    for (const FormSection &section : form)
        sections << section.key + u'=' + section.label.zh;
    QCOMPARE(sections, (QStringList{u"main=基本信息"_s, u"closing=结案"_s, u"more=更多信息"_s}));
    const EntityDesc &deals = *Catalog::builtin()->entity(u"deal");
    QCOMPARE(deals.field(form.front().fields.front()).key, u"name"_s);
}

void TestRecordView::form_ofUnknownSections_standsBehind() {
    EntityDesc entity;
    for (const char *section : {"zebra", "more", "", "custom", "zebra"}) {
        FieldDesc field;
        field.key = field.name = u"f%1"_s.arg(entity.fields.size());
        field.section = QString::fromLatin1(section);
        entity.fields.push_back(field);
    }
    entity.fields[1].hidden = true;
    const auto form = formOf(entity);
    QStringList sections;
    for (const FormSection &section : form)
        sections << u"%1 %2"_s.arg(section.label.en).arg(section.fields.size());
    QCOMPARE(sections, (QStringList{u"Details 1"_s, u"Custom fields 1"_s, u"zebra 2"_s}));
}

} // namespace dw::test

using dw::test::TestRecordView;
DW_TEST(TestRecordView)

#include "tst_recordview.moc"
