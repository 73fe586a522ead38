// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csv.h"
#include "core/services/imports/proposal/importlook.h"
#include "tests/core/services/imports/importfixture.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

/// Public data sets beside the repository; empty where they are not there.
QString sharedFile(const QString &name) {
    QDir at(QStringLiteral(DW_SOURCE_DIR));
    const QString path = at.filePath(u"../shared/data/"_s + name);
    return QFile::exists(path) ? path : QString();
}

std::vector<QStringList> rowsOf(const QString &path) {
    std::vector<QStringList> rows;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    CsvReader reader(file);
    CsvRow row;
    for (;;) {
        const auto more = reader.next(row);
        if (!more || !*more)
            return rows;
        rows.push_back(row.cells);
    }
}

} // namespace

/// Exports of other companies as ordinary files, compared with the files cell by cell.
class TestImportReal : public QObject {
    Q_OBJECT

private slots:
    void ibm_everyRowComesInAndStaysTheSame();
    void maven_fourFilesTogether();
};

void TestImportReal::ibm_everyRowComesInAndStaysTheSame() {
    const QString path = sharedFile(u"ibm_sales_win_loss/WA_Fn-UseC_-Sales-Win-Loss.csv"_s);
    if (path.isEmpty())
        QSKIP("the public data set is not beside the repository");
    const auto rows = rowsOf(path);
    const qsizetype amount = rows.front().indexOf(u"Opportunity Amount USD"_s),
                    result = rows.front().indexOf(u"Opportunity Result"_s);
    QVERIFY(amount >= 0 && result >= 0);
    qint64 sum = 0, won = 0;
    for (size_t i = 1; i < rows.size(); ++i) {
        sum += rows[i].at(amount).toLongLong();
        won += rows[i].at(result) == "Won"_L1 ? 1 : 0;
    }
    ImportFixture fixture;
    ImportMapping mapping;
    mapping.columns = {
        {.header = u"Opportunity Amount USD"_s, .field = u"amount"_s, .currency = u"USD"_s},
        {.header = u"Opportunity Result"_s, .field = u"stage"_s}};
    const ImportRequest request = importOf(u"deal"_s, path, mapping);
    const auto dry = dryRunImport(fixture.workspace(), request);
    QVERIFY(dry.ok());
    const auto report = runImport(fixture.workspace(), request, fixture.actor());
    QVERIFY(report.ok());
    QCOMPARE(report->read, qint64(rows.size()) - 1);
    QCOMPARE(report->rejected, 0);
    QCOMPARE(report->created.value(u"deal"_s), report->read);
    QCOMPARE(report->created, dry->created);
    QCOMPARE(report->sums, dry->sums);
    QCOMPARE(report->sums.front().money.minor(), sum * 100);
    QCOMPARE(fixture.count(u"deal"_s, u"stage.name = \"Won\""_s), won);
    const auto again = dryRunImport(fixture.workspace(), request);
    QVERIFY(again.ok());
    QCOMPARE(again->unchanged.value(u"deal"_s), report->read);
}

void TestImportReal::maven_fourFilesTogether() {
    if (sharedFile(u"maven_crm/accounts.csv"_s).isEmpty())
        QSKIP("the public data set is not beside the repository");
    ImportFixture fixture;
    ImportRequest request;
    request.system = u"maven"_s;
    const std::pair<QString, QString> files[] = {{u"deal"_s, u"sales_pipeline"_s},
                                                 {u"person"_s, u"sales_teams"_s},
                                                 {u"product"_s, u"products"_s},
                                                 {u"account"_s, u"accounts"_s}};
    for (const auto &[entity, name] : files) {
        const QString path = sharedFile(u"maven_crm/"_s + name + u".csv"_s);
        const auto look =
            lookAtSource(ReadSource::of(fixture.workspace()), {.file = path, .entity = entity});
        QVERIFY(look.ok());
        request.sources.push_back(
            {.entity = entity, .file = path, .mapping = proposedMapping(*look)});
    }
    const auto report = runImport(fixture.workspace(), request, fixture.actor());
    QVERIFY(report.ok());
    QCOMPARE(report->rejected, 0);
    const auto rows = rowsOf(sharedFile(u"maven_crm/sales_pipeline.csv"_s));
    QCOMPARE(report->created.value(u"deal"_s), qint64(rows.size()) - 1);
    // Every deal by its id: account, person, stage, amount as the file says.
    QHash<QString, RecordId> byId;
    const EntityDesc &references = *fixture.workspace().catalog()->entity(u"cross_reference");
    for (const Row &row : fixture.rows(u"cross_reference"_s))
        byId.insert(
            row.record.value(references.byName(u"external_id")).as<QString>(),
            RecordId::fromText(row.record.value(references.byName(u"record")).as<QString>()));
    Reader &reader = fixture.workspace().reader();
    const EntityDesc &deals = *fixture.workspace().catalog()->entity(u"deal");
    const auto linked = [&](const Record &deal, const QString &entity, QStringView field) {
        const RecordId id = deal.value(deals.byName(field)).as<RecordId>();
        return id.isNull() ? QString() : reader.title(entity, id);
    };
    for (size_t i = 1; i < rows.size(); ++i) {
        const QStringList &cells = rows[i];
        const auto deal = reader.find(u"deal"_s, byId.value(cells.at(0)));
        QVERIFY2(deal.ok() && *deal, qPrintable(cells.at(0)));
        const Record &record = (*deal)->record;
        QCOMPARE(linked(record, u"person"_s, u"owner"), cells.at(1));
        QCOMPARE(linked(record, u"account"_s, u"account"), cells.at(3));
        QCOMPARE(linked(record, u"stage"_s, u"stage"), cells.at(4));
        const auto money = record.value(deals.byName(u"amount")).as<Money>();
        QCOMPARE(cells.at(7).isEmpty() ? QString() : cells.at(7) + u".00"_s,
                 money.currency().isNull() ? QString() : money.toDecimal());
    }
    QCOMPARE(fixture.count(u"deal_line"_s), qint64(rows.size()) - 1);
    const auto again = dryRunImport(fixture.workspace(), request);
    QVERIFY(again.ok());
    QCOMPARE(again->created, (QMap<QString, qint64>()));
    QCOMPARE(fixture.damage(), QStringList());
}

} // namespace dw::test

using dw::test::TestImportReal;
DW_TEST(TestImportReal)

#include "tst_importreal.moc"
