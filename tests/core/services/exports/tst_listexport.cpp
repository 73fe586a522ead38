// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/exports/listexport.h"

#include "core/exchange/table.h"
#include "tests/core/services/customfieldsamples.h"
#include "tests/core/services/workspacefixture.h"
#include "tests/support/faultyvfs.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QDir>
#include <QTest>

#ifdef Q_OS_UNIX
#    include <csignal>
#    include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;

namespace dw::test {

class TestListExport : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { faultyvfs::reset(); }
    void names_sayFormatEncodingAndSeparator();
    void csv_isWrittenAsAsked_data();
    void csv_isWrittenAsAsked();
    void csv_ofBothLanguages();
    void texts_thatASpreadsheetWouldRun_areDisarmed();
    void links_leadBack();
    void stages_areNamedWithinTheirPipeline();
    void sets_leadBack();
    void choices_areLabels_orKeysWhereTheseMislead();
    void rows_areThoseOfTheCondition_inTheirOrder_data();
    void rows_areThoseOfTheCondition_inTheirOrder();
    void rows_ofManyPages_areAllThereOnce_data();
    void rows_ofManyPages_areAllThereOnce();
    void rows_areOneSnapshot();
    void everyColumn_isThere_theUuidFirst();
    void workbook_hasTypes();
    void target_thatMustNotBeWritten_isRefused_data();
    void target_thatMustNotBeWritten_isRefused();
    void stopped_leavesTheOlderFile_data();
    void stopped_leavesTheOlderFile();
    void disk_thatTakesNoMore_leavesTheOlderFile_data();
    void disk_thatTakesNoMore_leavesTheOlderFile();
    void folder_thatIsReadOnly_isRefused();
    void unknownEntity_isRefused();

private:
    ListExportRequest request(const QString &entity, const QString &columns,
                              const QString &file = u"out.csv"_s);
    QByteArray content(const QString &file = u"out.csv"_s);
    /// The lines of a CSV file in UTF-8 without a mark, but for the header.
    QStringList lines(ListExportRequest request);
    [[nodiscard]] ReadSource source() { return ReadSource::of(m_f->workspace()); }

    std::unique_ptr<WorkspaceFixture> m_f;
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestListExport::init() {
    m_f = std::make_unique<WorkspaceFixture>();
    m_dir = std::make_unique<QTemporaryDir>();
}

ListExportRequest TestListExport::request(const QString &entity, const QString &columns,
                                          const QString &file) {
    ListExportRequest request;
    request.path = m_dir->filePath(file);
    request.format = must(listFormatOf(file));
    request.entity = entity;
    if (!columns.isEmpty())
        request.columns =
            must(columnsFromKeys(columns, *m_f->workspace().catalog(), m_f->entity(entity)));
    return request;
}

QByteArray TestListExport::content(const QString &name) {
    QFile file(m_dir->filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("none");
}

QStringList TestListExport::lines(ListExportRequest request) {
    request.encoding = ListEncoding::Utf8;
    (void)must(exportList(source(), request));
    return QString::fromUtf8(content()).split(u"\r\n"_s, Qt::SkipEmptyParts).mid(1);
}

void TestListExport::names_sayFormatEncodingAndSeparator() {
    QVERIFY(must(listFormatOf(u"a.CSV"_s)) == ListFormat::Csv);
    QVERIFY(must(listFormatOf(u"a.b/c.xlsx"_s)) == ListFormat::Xlsx);
    QCOMPARE(messageId(listFormatOf(u"csv"_s)), u"export.unknown_format"_s);
    QCOMPARE(messageId(listFormatOf(u"a.xls"_s)), u"export.unknown_format"_s);
    QVERIFY(must(listEncodingOf(u"GB18030"_s)) == ListEncoding::Gb18030);
    QVERIFY(must(listEncodingOf(u"utf-8"_s)) == ListEncoding::Utf8);
    QVERIFY(must(listEncodingOf(u"UTF-8-BOM"_s)) == ListEncoding::Utf8WithMark);
    QCOMPARE(messageId(listEncodingOf(u"utf-16"_s)), u"export.unknown_encoding"_s);
    QCOMPARE(must(listSeparatorOf(u"tab"_s)), QChar(u'\t'));
    QCOMPARE(must(listSeparatorOf(u";"_s)), QChar(u';'));
    QCOMPARE(messageId(listSeparatorOf(u""_s)), u"export.unknown_separator"_s);
    QCOMPARE(messageId(listSeparatorOf(u"\""_s)), u"export.unknown_separator"_s);
}

void TestListExport::csv_isWrittenAsAsked_data() {
    QTest::addColumn<ListEncoding>("encoding");
    QTest::addColumn<QChar>("separator");
    QTest::addColumn<ListHeader>("header");
    QTest::addColumn<QByteArray>("expected");
    using enum ListEncoding;
    QTest::newRow("with a mark") << Utf8WithMark << QChar(u',') << ListHeader::Labels
                                 << QByteArray("\xef\xbb\xbfName,Amount\r\n"
                                               "\xe8\x8b\x8f\xe5\xb7\x9e; 1,CNY 5.00\r\n");
    QTest::newRow("without") << Utf8 << QChar(u',') << ListHeader::Keys
                             << QByteArray("name,amount\r\n"
                                           "\xe8\x8b\x8f\xe5\xb7\x9e; 1,CNY 5.00\r\n");
    QTest::newRow("GB18030") << Gb18030 << QChar(u';') << ListHeader::Labels
                             << QByteArray("Name;Amount\r\n\"\xcb\xd5\xd6\xdd; 1\";CNY 5.00\r\n");
}

void TestListExport::csv_isWrittenAsAsked() {
    QFETCH(ListEncoding, encoding);
    QFETCH(QChar, separator);
    QFETCH(ListHeader, header);
    QFETCH(QByteArray, expected);
    m_f->create(u"deal"_s, u"name=苏州; 1|amount=CNY 5"_s);
    auto asked = request(u"deal"_s, u"name,amount"_s);
    asked.encoding = encoding;
    asked.separator = separator;
    asked.header = header;
    const auto report = exportList(source(), asked);
    QVERIFY2(report, qPrintable(failure(report)));
    QCOMPARE(content(), expected);
    QCOMPARE(report->rows, 1);
    QCOMPARE(report->bytes, expected.size());
}

void TestListExport::csv_ofBothLanguages() {
    m_f->create(u"deal"_s, u"name=A|forecast_call=commit|amount=USD 1|expected_close=2026-03-31"_s);
    m_f->create(u"product"_s, u"name=P|active=yes"_s);
    auto asked = request(u"deal"_s, u"forecast_call,amount,expected_close,owner"_s);
    asked.language = Language::Chinese;
    asked.encoding = ListEncoding::Utf8;
    (void)must(exportList(source(), asked));
    const EntityDesc &deal = m_f->entity(u"deal");
    const FieldDesc &call = deal.field(deal.byKey(u"forecast_call"));
    QStringList heads;
    for (const ListColumn &column : asked.columns)
        heads << column.field.label.zh;
    const QString commit =
        std::find_if(call.choices.begin(), call.choices.end(), [](const Choice &choice) {
            return choice.key == u"commit"_s;
        })->label.zh;
    QCOMPARE(QString::fromUtf8(content()),
             heads.join(u',') + u"\r\n"_s + commit + u",USD 1.00,2026-03-31,\r\n"_s);
    auto products = request(u"product"_s, u"name,active"_s);
    QCOMPARE(lines(products), QStringList{u"P,yes"_s});
    products.language = Language::Chinese;
    QCOMPARE(lines(products), QStringList{u"P,是"_s});
}

void TestListExport::texts_thatASpreadsheetWouldRun_areDisarmed() {
    for (const QString &name : {u"+1"_s, u"-1"_s, u"@x"_s, u"'=1"_s, u"a=1"_s, u"'a"_s})
        m_f->create(u"account"_s, u"phone=+86 512|name="_s + name);
    m_f->create(u"account"_s, u"revenue=CNY -5|name==1+1"_s);
    auto asked = request(u"account"_s, u"name,phone,revenue"_s);
    QCOMPARE(lines(asked), (QStringList{u"'+1,'+86 512,"_s, u"'-1,'+86 512,"_s, u"'@x,'+86 512,"_s,
                                        u"''=1,'+86 512,"_s, u"a=1,'+86 512,"_s, u"'a,'+86 512,"_s,
                                        u"'=1+1,,CNY -5.00"_s}));
    asked.formulas = FormulaTexts::AsTheyAre;
    QCOMPARE(lines(asked).first(), u"+1,+86 512,"_s);
}

/// A title that several bear, that belongs to a deleted row, or that reads as an id does not say
/// which row is meant.
void TestListExport::links_leadBack() {
    const RecordId twice = m_f->create(u"account"_s, u"name=Twice"_s);
    m_f->create(u"account"_s, u"name=ｔｗｉｃｅ"_s);
    const RecordId gone = m_f->create(u"account"_s, u"name=Gone"_s);
    const RecordId id = m_f->create(u"account"_s, u"name=A-770001"_s);
    const RecordId plain = m_f->create(u"account"_s, u"name=Plain, with a comma"_s);
    for (const RecordId account : {twice, gone, id, plain})
        m_f->create(u"deal"_s, u"name=D|account="_s + account.text());
    must(m_f->run(removeWork(u"account"_s, gone, m_f->origin())));
    const auto shortId = [&](RecordId account) { return m_f->row(u"account"_s, account).shortId; };
    QCOMPARE(
        lines(request(u"deal"_s, u"account"_s)),
        (QStringList{shortId(twice), shortId(gone), shortId(id), u"\"Plain, with a comma\""_s}));
}

void TestListExport::stages_areNamedWithinTheirPipeline() {
    m_f->create(u"pipeline"_s, u"name=Second|active=yes|position=9"_s);
    m_f->create(u"stage"_s, u"name=Won|pipeline=Second|position=1|outcome=won"_s);
    m_f->create(u"stage"_s, u"name=Twice|pipeline=Second|position=2|outcome=open"_s);
    const RecordId twice =
        m_f->create(u"stage"_s, u"name=twice|pipeline=Second|position=3|outcome=open"_s);
    m_f->create(u"deal"_s, u"name=A|pipeline=Second|stage="_s + twice.text());
    const RecordId deal = m_f->create(u"deal"_s, u"name=B|amount=CNY 5"_s);
    const auto &stages = must(m_f->reader().byTitle(u"stage"_s, u"Won"_s));
    QCOMPARE(stages.size(), size_t(2));
    for (const RecordId stage : stages) {
        const auto pipeline = m_f->text(u"stage"_s, stage, u"pipeline");
        if (pipeline == m_f->text(u"deal"_s, deal, u"pipeline"))
            must(m_f->run(moveWork({.deal = deal, .stage = stage}, m_f->origin())));
    }
    QCOMPARE(lines(request(u"deal"_s, u"stage"_s)),
             (QStringList{m_f->row(u"stage"_s, twice).shortId, u"Won"_s}));
}

void TestListExport::sets_leadBack() {
    m_f->create(u"tag"_s, u"name=hot"_s);
    const RecordId parted = m_f->create(u"tag"_s, u"name=a、b"_s);
    const RecordId deal = m_f->create(u"deal"_s, u"name=D|tags+=hot"_s);
    m_f->edit(u"deal"_s, deal, u"tags+="_s + parted.text());
    const QStringList found = lines(request(u"deal"_s, u"tags"_s));
    QCOMPARE(found.size(), 1);
    QStringList members = found.first().mid(1).chopped(1).split(u", "_s);
    members.sort();
    QStringList expected{u"hot"_s, m_f->row(u"tag"_s, parted).shortId};
    expected.sort();
    QCOMPARE(members, expected);
}

void TestListExport::choices_areLabels_orKeysWhereTheseMislead() {
    FieldDefinition definition;
    definition.entity = u"deal"_s;
    definition.field.key = u"risk"_s;
    definition.field.type = FieldType::Choice;
    definition.field.label = {u"Risk"_s, u"风险"_s};
    // What is shown for the second is the key of the first.
    definition.field.choices = {{u"high"_s, {u"Low"_s, u"低"_s}}, {u"low"_s, {u"High"_s, u"高"_s}}};
    must(m_f->run(addFieldWork(definition, m_f->origin())));
    m_f->create(u"deal"_s, u"name=A|risk=high"_s);
    m_f->create(u"deal"_s, u"name=B|risk=low"_s);
    auto asked = request(u"deal"_s, u"risk"_s);
    QCOMPARE(lines(asked), (QStringList{u"high"_s, u"low"_s}));
    asked.language = Language::Chinese;
    QCOMPARE(lines(asked), (QStringList{u"低"_s, u"高"_s}));
}

void TestListExport::rows_areThoseOfTheCondition_inTheirOrder_data() {
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("sort");
    QTest::addColumn<bool>("bin");
    QTest::addColumn<QStringList>("names");
    const QStringList made{u"b"_s, u"a"_s, u"c"_s};
    QTest::newRow("as they were made") << u""_s << u""_s << false << made;
    QTest::newRow("by name") << u""_s << u"name"_s << false << QStringList{u"a"_s, u"b"_s, u"c"_s};
    QTest::newRow("downwards") << u""_s << u"-name"_s << false
                               << QStringList{u"c"_s, u"b"_s, u"a"_s};
    QTest::newRow("by a path") << u""_s << u"account.name"_s << false
                               << QStringList{u"a"_s, u"c"_s, u"b"_s};
    QTest::newRow("by a path, downwards")
        << u""_s << u"-account.name"_s << false << QStringList{u"c"_s, u"a"_s, u"b"_s};
    QTest::newRow("condition") << u"amount > CNY 1"_s << u""_s << false
                               << QStringList{u"b"_s, u"c"_s};
    QTest::newRow("condition and path")
        << u"amount > CNY 1"_s << u"account.name"_s << false << QStringList{u"c"_s, u"b"_s};
    QTest::newRow("nothing") << u"amount > CNY 100"_s << u""_s << false << QStringList();
    QTest::newRow("bin") << u""_s << u""_s << true << QStringList{u"gone"_s};
}

void TestListExport::rows_areThoseOfTheCondition_inTheirOrder() {
    QFETCH(QString, where);
    QFETCH(QString, sort);
    QFETCH(bool, bin);
    QFETCH(QStringList, names);
    m_f->create(u"account"_s, u"name=X"_s);
    m_f->create(u"account"_s, u"name=Y"_s);
    m_f->create(u"deal"_s, u"name=b|amount=CNY 2"_s);
    m_f->create(u"deal"_s, u"name=a|amount=CNY 1|account=X"_s);
    m_f->create(u"deal"_s, u"name=c|amount=CNY 3|account=Y"_s);
    must(m_f->run(removeWork(u"deal"_s, m_f->create(u"deal"_s, u"name=gone"_s), m_f->origin())));
    auto asked = request(u"deal"_s, u"name"_s);
    const Catalog &catalog = *m_f->workspace().catalog();
    if (!where.isEmpty())
        asked.where = must(Expression::parse(where, catalog, u"deal"_s));
    if (!sort.isEmpty())
        asked.order = must(sortOrderFrom(sort, catalog, m_f->entity(u"deal")));
    asked.bin = bin;
    QCOMPARE(lines(asked), names);
}

void TestListExport::rows_ofManyPages_areAllThereOnce_data() {
    QTest::addColumn<QString>("sort");
    QTest::newRow("as they were made") << u""_s;
    QTest::newRow("by name") << u"-name"_s;
    QTest::newRow("by a field that ties") << u"color"_s;
}

void TestListExport::rows_ofManyPages_areAllThereOnce() {
    QFETCH(QString, sort);
    const auto unit = [](WriteTransaction &tx) -> Result<void> {
        const EntityDesc &tag = *tx.catalog().entity(u"tag"_s);
        for (int i = 0; i < 2'500; ++i) {
            Record draft(tag.key, RecordId{makeUuidV7(Instant{1'770'000'000'000 + i})});
            draft.set(tag.byName(u"name"), QString::number(i));
            if (const auto made = tx.create(draft); !made)
                return made.error();
        }
        return {};
    };
    must(m_f->run({{.actor = m_f->workspace().actor(), .label = {u"set.edit"_s, {}}}, unit}));
    auto asked = request(u"tag"_s, u"name"_s);
    if (!sort.isEmpty())
        asked.order = must(sortOrderFrom(sort, *m_f->workspace().catalog(), m_f->entity(u"tag")));
    std::vector<std::pair<qint64, qint64>> told;
    asked.encoding = ListEncoding::Utf8;
    const auto report = must(exportList(
        source(), asked, [&](qint64 done, qint64 total) { told.emplace_back(done, total); }));
    QCOMPARE(report.rows, 2'500);
    QCOMPARE(told.size(), size_t(3));
    QCOMPARE(told.back(), std::pair(qint64(2'000), qint64(2'500)));
    const QStringList found = QString::fromUtf8(content()).split(u"\r\n"_s, Qt::SkipEmptyParts);
    QCOMPARE(QSet<QString>(found.begin(), found.end()).size(), 2'501);
}

void TestListExport::rows_areOneSnapshot() {
    m_f->create(u"deal"_s, u"name=Before"_s);
    const auto report =
        must(exportList(source(), request(u"deal"_s, u"name"_s),
                        [&](qint64, qint64) { m_f->create(u"deal"_s, u"name=Meanwhile"_s); }));
    QCOMPARE(report.rows, 1);
    QVERIFY(!content().contains("Meanwhile"));
}

void TestListExport::everyColumn_isThere_theUuidFirst() {
    for (const auto &[entity, title] : customFieldTargets())
        m_f->create(entity, u"name="_s + title);
    for (const CustomFieldSample &sample : customFieldSamples())
        must(m_f->run(addSample(sample, m_f->origin())));
    const RecordId deal = m_f->create(u"deal"_s, u"name=D"_s);
    auto asked = request(u"deal"_s, {});
    asked.header = ListHeader::Keys;
    asked.encoding = ListEncoding::Utf8;
    (void)must(exportList(source(), asked));
    const QStringList head = QString::fromUtf8(content()).section(u"\r\n"_s, 0, 0).split(u',');
    QCOMPARE(head.first(), u"id"_s);
    for (const FieldDesc &field : m_f->entity(u"deal").fields)
        QVERIFY2(head.contains(field.key) != field.hidden, qPrintable(field.key));
    QVERIFY(QString::fromUtf8(content()).section(u"\r\n"_s, 1, 1).startsWith(deal.text()));
}

void TestListExport::workbook_hasTypes() {
    m_f->create(u"account"_s, u"name=X"_s);
    m_f->create(u"deal"_s,
                u"name==1|amount=USD -5|expected_close=2026-03-31|account=X|description=a\nb"_s);
    m_f->create(u"deal"_s, u"name=empty"_s);
    auto asked =
        request(u"deal"_s, u"name,amount,expected_close,account,description,created_at,short_id"_s,
                u"out.xlsx"_s);
    const auto report = exportList(source(), asked);
    QVERIFY2(report, qPrintable(failure(report)));
    QCOMPARE(report->rows, 2);
    QCOMPARE(report->bytes, content(u"out.xlsx"_s).size());
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList{u"out.xlsx"_s});

    auto file = std::make_unique<QFile>(asked.path);
    QVERIFY(file->open(QIODevice::ReadOnly));
    const auto table = must(openTable(std::move(file)));
    TableRow row;
    QVERIFY(must(table->next(row)));
    QCOMPARE(row.cells.first(),
             m_f->entity(u"deal").field(m_f->entity(u"deal").byKey(u"name")).label.en);
    QVERIFY(must(table->next(row)));
    const QString shortId = row.cells.at(6);
    QCOMPARE(row.cells, (QStringList{u"'=1"_s, u"USD -5"_s, u"2026-03-31"_s, u"X"_s, u"a\nb"_s,
                                     u"2026-03-09T10:00:00"_s, shortId}));
    QCOMPARE(row.kind(1), CellKind::Money);
    QCOMPARE(row.kind(2), CellKind::Date);
    QCOMPARE(row.kind(3), CellKind::Text);
    QCOMPARE(row.kind(5), CellKind::Instant);
    QVERIFY(must(table->next(row)));
    QCOMPARE(row.cells.mid(0, 3), (QStringList{u"empty"_s, u""_s, u""_s}));
    QVERIFY(!must(table->next(row)));
    QCOMPARE(table->sheets(), QStringList{m_f->entity(u"deal").pluralLabel.en});
}

void TestListExport::target_thatMustNotBeWritten_isRefused_data() {
    QTest::addColumn<QString>("path"); // "%w": the workspace.
    QTest::addColumn<QString>("id");
    QTest::newRow("database") << u"%w/workspace.dealwright"_s << u"export.own_file"_s;
    QTest::newRow("its log") << u"%w/workspace.dealwright-wal"_s << u"export.own_file"_s;
    QTest::newRow("by another way")
        << u"%w/files/../workspace.dealwright"_s << u"export.own_file"_s;
    QTest::newRow("lock") << u"%w/workspace.lock"_s << u"export.own_file"_s;
    QTest::newRow("attachments") << u"%w/files/x.csv"_s << u"export.own_file"_s;
    QTest::newRow("jobs") << u"%w/jobs/x.csv"_s << u"export.own_file"_s;
    QTest::newRow("folder") << u"%d"_s << u"export.not_a_file"_s;
    QTest::newRow("no such folder") << u"%d/nowhere/x.csv"_s << u"export.unwritable"_s;
#ifdef Q_OS_UNIX
    QTest::newRow("device") << u"/dev/null"_s << u"export.not_a_file"_s;
    QTest::newRow("stream") << u"/dev/stdout"_s << u"export.not_a_file"_s;
#endif
}

void TestListExport::target_thatMustNotBeWritten_isRefused() {
    QFETCH(QString, path);
    QFETCH(QString, id);
    auto asked = request(u"deal"_s, u"name"_s);
    asked.path = path.replace(u"%w"_s, m_f->folder()).replace(u"%d"_s, m_dir->path());
    const auto before = QFileInfo(m_f->workspace().paths().database()).size();
    for (const ListFormat format : {ListFormat::Csv, ListFormat::Xlsx}) {
        asked.format = format;
        QCOMPARE(messageId(exportList(source(), asked)), id);
    }
    QCOMPARE(QFileInfo(m_f->workspace().paths().database()).size(), before);
    QVERIFY(QDir(m_dir->path()).isEmpty());
}

void TestListExport::stopped_leavesTheOlderFile_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("CSV") << u"out.csv"_s;
    QTest::newRow("workbook") << u"out.xlsx"_s;
}

void TestListExport::stopped_leavesTheOlderFile() {
    QFETCH(QString, name);
    m_f->create(u"deal"_s, u"name=A"_s);
    const auto asked = request(u"deal"_s, u"name"_s, name);
    QFile older(asked.path);
    QVERIFY(older.open(QIODevice::WriteOnly) && older.write("older") == 5);
    older.close();
    StopToken stop;
    stop.stop();
    QCOMPARE(messageId(exportList(source(), asked, {}, stop)), u"cancelled"_s);
    QCOMPARE(content(name), QByteArray("older"));
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList{name});
}

void TestListExport::disk_thatTakesNoMore_leavesTheOlderFile_data() {
    stopped_leavesTheOlderFile_data();
}

/// A limit on the length of files stands for a disk that is full.
void TestListExport::disk_thatTakesNoMore_leavesTheOlderFile() {
#ifdef Q_OS_UNIX
    QFETCH(QString, name);
    for (int i = 0; i < 40; ++i)
        m_f->create(u"deal"_s, u"name="_s + QString::number(i) + QString(150, u'x'));
    const auto asked = request(u"deal"_s, u"name"_s, name);
    QFile older(asked.path);
    QVERIFY(older.open(QIODevice::WriteOnly) && older.write("older") == 5);
    older.close();
    const int code = inChild(RunAs::Self, [&] {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{1'500, 1'500};
        if (::setrlimit(RLIMIT_FSIZE, &limit) != 0)
            return 1;
        const auto report = exportList(source(), asked);
        if (report)
            return 2;
        return report.error().message.id == u"export.not_written"_s ? 0 : 3;
    });
    QCOMPARE(code, 0);
    QCOMPARE(content(name), QByteArray("older"));
#else
    QSKIP("a limit of Unix");
#endif
}

void TestListExport::folder_thatIsReadOnly_isRefused() {
    if (!canFork())
        QSKIP("no fork on this system");
    m_f->create(u"deal"_s, u"name=A"_s);
    // Everybody may read the workspace, nobody may write where the file is to go.
    const auto everybody = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner
                           | QFileDevice::ReadOther | QFileDevice::ExeOther
                           | QFileDevice::WriteOther;
    QVERIFY(QFile::setPermissions(m_f->folder(), everybody));
    QVERIFY(QFile::setPermissions(m_dir->path(), QFileDevice::ReadOwner | QFileDevice::ExeOwner
                                                     | QFileDevice::ReadOther
                                                     | QFileDevice::ExeOther));
    const auto asked = request(u"deal"_s, u"name"_s);
    const int code = inChild(RunAs::Nobody, [&] {
        const auto report = exportList(source(), asked);
        return !report && report.error().message.id == u"export.unwritable"_s ? 0 : 1;
    });
    QCOMPARE(code, 0);
    QVERIFY(QDir(m_dir->path()).isEmpty());
    QVERIFY(QFile::setPermissions(m_dir->path(), everybody));
}

void TestListExport::unknownEntity_isRefused() {
    auto asked = request(u"deal"_s, u"name"_s);
    asked.entity = u"invoice"_s;
    QCOMPARE(messageId(exportList(source(), asked)), u"catalog.unknown_entity"_s);
    QVERIFY(QDir(m_dir->path()).isEmpty());
}

} // namespace dw::test

using dw::test::TestListExport;
DW_TEST(TestListExport)

#include "tst_listexport.moc"
