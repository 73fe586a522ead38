// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/importer.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

class TestImportMapping : public QObject {
    Q_OBJECT

private slots:
    void fromJson_readsEveryMember();
    void fromJson_refuses_data();
    void fromJson_refuses();
    void toJson_isReadBack();
    void propose_data();
    void propose();
    void propose_passesOverWhatRejectsAdd();
};

void TestImportMapping::fromJson_readsEveryMember() {
    const auto mapping = ImportMapping::fromJson(
        R"({"columns": {"Name": "name", "Skip": null, "Too": ""}, "currency": "cny", "key": "name",
            "mode": "add", "defaults": {"kind": "customer"}})");
    QVERIFY(mapping.ok());
    const std::vector<MappedColumn> columns{{.header = u"Name"_s, .field = u"name"_s},
                                            {.header = u"Skip"_s, .use = ColumnUse::None},
                                            {.header = u"Too"_s, .use = ColumnUse::None}};
    QCOMPARE(mapping->columns, columns);
    QCOMPARE(mapping->currency, u"CNY"_s);
    QCOMPARE(mapping->match, QStringList{u"name"_s});
    QCOMPARE(mapping->mode, ImportMode::Add);
    QCOMPARE(mapping->defaults, (QMap<QString, QString>{{u"kind"_s, u"customer"_s}}));
}

void TestImportMapping::fromJson_refuses_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("member");
    const auto row = [](const char *name, const QByteArray &json, const char *member) {
        QTest::newRow(name) << json << u"import.bad_map"_s << QString::fromLatin1(member);
    };
    QTest::newRow("no JSON") << QByteArray("name,amount") << u"import.map_not_json"_s << QString();
    QTest::newRow("an array") << QByteArray("[]") << u"import.map_not_json"_s << QString();
    QTest::newRow("nothing") << QByteArray() << u"import.map_not_json"_s << QString();
    row("unknown member", R"({"colums": {}})", "colums");
    row("columns as list", R"({"columns": []})", "columns");
    row("a number as field", R"({"columns": {"A": 1}})", "columns.A");
    row("currency as number", R"({"currency": 1})", "currency");
    row("no currency of ISO", R"({"currency": "EURO"})", "currency");
    row("default as object", R"({"defaults": {"kind": {}}})", "defaults.kind");
    row("key as list", R"({"key": ["name"]})", "key");
    row("match as text", R"({"match": "name"})", "match");
    row("match of numbers", R"({"match": [1]})", "match");
    row("trusted as text", R"({"trusted": "yes"})", "trusted");
    row("missing of another kind", R"({"missing": "guess"})", "missing");
    row("an unknown use", R"({"columns": {"A": {"use": "magic"}}})", "columns.A.use");
    row("an unknown member of a column", R"({"columns": {"A": {"fild": "x"}}})", "columns.A.fild");
    row("a column as list", R"({"columns": {"A": []}})", "columns.A");
    row("a form without a mark", R"({"columns": {"A": {"field": "x", "number": {}}}})",
        "columns.A.number.decimal");
    row("one mark for both",
        R"({"columns": {"A": {"field": "x", "number": {"decimal": ".", "group": "."}}}})",
        "columns.A.number.group");
    row("half a row", R"({"columns": {"A": {"field": "x", "multiplier": 0.5}}})",
        "columns.A.multiplier");
    row("a formula from a file",
        R"({"columns": {"A": {"field": "x", "new_field": {"type": "formula"}}}})",
        "columns.A.new_field.type");
    row("a new field without a key",
        R"({"columns": {"A": {"field": "X Y", "new_field": {"type": "text"}}}})",
        "columns.A.new_field.key");
    row("another mode", R"({"mode": "update"})", "mode");
    row("mode as number", R"({"mode": 1})", "mode");
}

void TestImportMapping::fromJson_refuses() {
    QFETCH(QByteArray, json);
    const auto mapping = ImportMapping::fromJson(json);
    QVERIFY(!mapping.ok());
    QTEST(mapping.error().message.id, "id");
    QTEST(mapping.error().message.args.value(u"member"_s), "member");
}

void TestImportMapping::toJson_isReadBack() {
    FieldDesc made;
    made.key = u"rating"_s;
    made.type = FieldType::Choice;
    made.custom = true;
    made.label = {u"Rating"_s, u"评级"_s};
    made.choices = {{u"a"_s, {u"A"_s, u"甲"_s}}, {u"b"_s, {u"B"_s, u"乙"_s}}};
    ImportMapping mapping;
    mapping.columns = {
        {.header = u"#3"_s,
         .field = u"amount"_s,
         .number = NumberForm{u',', u'.'},
         .currency = u"EUR"_s,
         .multiplier = 10'000},
        {.header = u"Account Id"_s, .use = ColumnUse::ExternalId, .field = u"account"_s},
        {.header = u"Id"_s, .use = ColumnUse::ExternalId, .system = u"erp"_s},
        {.header = u"Made"_s, .use = ColumnUse::CreatedAt, .dates = DateOrder::DayMonthYear},
        {.header = u"Rating"_s, .field = u"rating"_s, .newField = made},
        {.header = u"Skip"_s, .use = ColumnUse::None},
        {.header = u"名称"_s, .field = u"name"_s}};
    mapping.currency = u"USD"_s;
    mapping.dates = DateOrder::MonthDayYear;
    mapping.match = {u"name"_s, u"account"_s};
    mapping.mode = ImportMode::Overwrite;
    mapping.missing = MissingTargets::Reject;
    mapping.system = u"crm"_s;
    mapping.trusted = true;
    mapping.defaults = {{u"source"_s, u"fair, 2026"_s}};
    const auto back = ImportMapping::fromJson(mapping.toJson());
    QVERIFY(back.ok());
    QCOMPARE(*back, mapping);
    QCOMPARE(ImportMapping::fromJson(ImportMapping().toJson()).value(), ImportMapping());
}

void TestImportMapping::propose_data() {
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("field");
    const auto row = [](const char16_t *header, const char *field) {
        const QString text = QString::fromUtf16(header);
        QTest::newRow(qPrintable(text)) << text << QString::fromLatin1(field);
    };
    row(u"name", "name");
    row(u"NAME ", "name");
    row(u"expected_close", "expected_close");
    row(u"Expected close", "expected_close");
    row(u"Expected-Close", "expected_close");
    row(u"expectedclose", "expected_close");
    row(u"预计签约", "expected_close");
    row(u"ＡＭＯＵＮＴ", "amount");
    row(u"金额", "amount");
    row(u"客户", "account");
    row(u"created_at", "");
    row(u"Order on the board", "");
    row(u"Opportunity", "");
    row(u"Amount (CNY)", "");
    row(u"", "");
}

void TestImportMapping::propose() {
    QFETCH(QString, header);
    const auto catalog = Catalog::builtin();
    const auto mapping = ImportMapping::propose(*catalog->entity(u"deal"), {header});
    QTEST(mapping.columns.empty() ? QString() : mapping.columns.front().field, "field");
}

void TestImportMapping::propose_passesOverWhatRejectsAdd() {
    const auto catalog = Catalog::builtin();
    const auto mapping = ImportMapping::propose(*catalog->entity(u"deal"),
                                                {u"Name"_s, u"reason"_s, u"rejected: line"_s,
                                                 u"rejected: reason"_s, u"Rejected: Reason"_s});
    const std::vector<MappedColumn> columns{{.header = u"Name"_s, .field = u"name"_s},
                                            {.header = u"reason"_s, .field = u"reason"_s}};
    QCOMPARE(mapping.columns, columns);
}

} // namespace dw::test

using dw::test::TestImportMapping;
DW_TEST(TestImportMapping)

#include "tst_importmapping.moc"
