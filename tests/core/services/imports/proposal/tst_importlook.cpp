// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/proposal/importlook.h"
#include "tests/core/services/imports/importfixture.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;
using test::ImportFixture;
using test::must;

namespace {

const QByteArray dealsFile = "Opportunity Name,Account Name,Amount (USD),Close Date,Stage\n"
                             "One,Acme,100,2025-03-01,Qualify\n"
                             "Two,Other,200,2025-04-01,Qualify\n";

const ColumnProposal *columnOf(const ImportLook &look, const QString &header) {
    for (const ColumnProposal &proposal : look.columns) {
        if (proposal.header == header)
            return &proposal;
    }
    return nullptr;
}

} // namespace

class TestImportLook : public QObject {
    Q_OBJECT
private slots:
    void init() { m_fixture = std::make_unique<ImportFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void file_isLookedAt_andNothingIsWritten();
    void pastedCells_areRead();
    void encoding_isFound_andCanBeTold();
    void separator_isFound();
    void unreadable_saysWhy_data();
    void unreadable_saysWhy();
    void ambiguousDates_areAskedOnce_andOnlyWhereImported();
    void confirmedShape_isProposedAgain_inAnyOrderOfColumns();
    void confirmedShape_decidesWhatTheRowsAre();
    void confirmedShape_whoseFieldIsGone_isPassedOver();
    void unsureColumns_areLeftOutOfTheMapping_andNamed();
    void twiceTheSameHeader_isMappedByPlace();
    void knownNames_comeFromTheWorkspace();
    void otherEntity_isProposedWithoutReadingAgain();
    void stopped_isCancelled();
    void longFile_isSampled();

private:
    [[nodiscard]] ReadSource source() { return ReadSource::of(m_fixture->workspace()); }
    [[nodiscard]] Result<ImportLook> look(const QByteArray &content, const QString &entity = {},
                                          const QString &name = u"in.csv"_s) {
        return lookAtSource(source(), {.file = m_fixture->file(name, content), .entity = entity});
    }
    void remember(const ImportLook &look, const ImportMapping &mapping,
                  const TableForm &form = {}) {
        const auto work =
            rememberWork(look.shape, {mapping, form}, {m_fixture->workspace().actor()});
        QVERIFY(work);
        must(m_fixture->workspace().run(*work));
    }

    std::unique_ptr<ImportFixture> m_fixture;
};

void TestImportLook::file_isLookedAt_andNothingIsWritten() {
    const qint64 before = m_fixture->count(u"setting"_s);
    const ImportLook found = must(look(dealsFile));
    QCOMPARE(found.entity, u"deal"_s);
    QCOMPARE(found.name, u"in.csv"_s);
    QCOMPARE(found.header.size(), 5);
    QCOMPARE(found.rows.size(), size_t(2));
    QCOMPARE(found.rows[1].cells.at(0), u"Two"_s);
    QVERIFY(found.whole);
    QCOMPARE(found.form.encoding, u"UTF-8"_s);
    QVERIFY(!found.question);
    QVERIFY(!found.remembered);
    const ImportMapping mapping = proposedMapping(found);
    QCOMPARE(mapping.columns.size(), size_t(5));
    QCOMPARE(mapping.columns[0].field, u"name"_s);
    QCOMPARE(mapping.columns[2].field, u"amount"_s);
    QCOMPARE(mapping.columns[2].currency, u"USD"_s);
    QCOMPARE(m_fixture->count(u"setting"_s), before);
}

void TestImportLook::pastedCells_areRead() {
    LookRequest request;
    request.pasted = "Name\tEmail\nAnn\ta@x.com\nBo\tb@y.com\n";
    const ImportLook found = must(lookAtSource(source(), request));
    QCOMPARE(found.header, (QStringList{u"Name"_s, u"Email"_s}));
    QCOMPARE(found.form.separator, std::optional<QChar>(u'\t'));
    QCOMPARE(columnOf(found, u"Email"_s)->as.field, u"email"_s);
    QVERIFY(found.name.isEmpty());
}

void TestImportLook::encoding_isFound_andCanBeTold() {
    // 客户名称,城市 / 张家港恒瑞精密,苏州, several times over, in GB18030.
    QByteArray gb("\xBF\xCD\xBB\xA7\xC3\xFB\xB3\xC6,\xB3\xC7\xCA\xD0\n");
    for (int i = 0; i < 30; ++i)
        gb += "\xD5\xC5\xBC\xD2\xB8\xDB\xBA\xE3\xC8\xF0\xBE\xAB\xC3\xDC,\xCB\xD5\xD6\xDD\n";
    const QString path = m_fixture->file(u"gb.csv"_s, gb);
    LookRequest request;
    request.file = path;
    const ImportLook found = must(lookAtSource(source(), request));
    QCOMPARE(found.form.encoding, u"GB18030"_s);
    QVERIFY(found.encodingIsGuess);
    QCOMPARE(found.header, (QStringList{u"客户名称"_s, u"城市"_s}));
    QCOMPARE(found.entity, u"account"_s);
    request.form.encoding = u"GB18030"_s;
    QVERIFY(!must(lookAtSource(source(), request)).encodingIsGuess);
}

void TestImportLook::separator_isFound() {
    const ImportLook found = must(look("Name;Email\nAnn;a@x.com\n"));
    QCOMPARE(found.form.separator, std::optional<QChar>(u';'));
    QCOMPARE(found.header.size(), 2);
}

void TestImportLook::unreadable_saysWhy_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("reason");
    QTest::newRow("empty") << QByteArray() << u"import.empty_file"_s << QString();
    QTest::newRow("blank lines") << QByteArray("\n \n\n") << u"import.empty_file"_s << QString();
    QTest::newRow("old workbook") << QByteArray::fromHex("d0cf11e0a1b11ae1") + QByteArray(600, '\0')
                                  << u"mapping.unreadable"_s << u"table.format"_s;
    QTest::newRow("PDF") << QByteArray("%PDF-1.7\n") << u"mapping.unreadable"_s
                         << u"table.format"_s;
}

void TestImportLook::unreadable_saysWhy() {
    QFETCH(QByteArray, content);
    QFETCH(QString, id);
    QFETCH(QString, reason);
    const auto found = look(content);
    QVERIFY(!found);
    QCOMPARE(found.error().message.id, id);
    QCOMPARE(found.error().message.args.value(u"file"_s), u"in.csv"_s);
    if (!reason.isEmpty())
        QCOMPARE(found.error().reasons.front().id, reason);
    const auto missing = lookAtSource(source(), {.file = m_fixture->path(u"none.csv"_s)});
    QCOMPARE(missing.error().message.id, u"import.no_file"_s);
    const auto folder = lookAtSource(source(), {.file = m_fixture->path(QString())});
    QCOMPARE(folder.error().message.id, u"import.no_file"_s);
}

void TestImportLook::ambiguousDates_areAskedOnce_andOnlyWhereImported() {
    const QByteArray file = "Deal Name,Close Date,Zzz\nOne,01/02/2025,03/04/2025\n"
                            "Two,05/06/2025,03/04/2025\n";
    ImportLook found = must(look(file, u"deal"_s));
    QVERIFY(found.question);
    QCOMPARE(found.question->id, u"mapping.date_order"_s);
    QVERIFY(found.question->args.value(u"columns"_s).contains(u"Close Date"_s));
    QVERIFY(!found.question->args.value(u"columns"_s).contains(u"Zzz"_s));
    QVERIFY(!found.order);

    LookRequest told;
    told.file = m_fixture->path(u"in.csv"_s);
    told.entity = u"deal"_s;
    told.order = DateOrder::DayMonthYear;
    const ImportLook again = must(lookAtSource(source(), told));
    QVERIFY(!again.question);
    QCOMPARE(proposedMapping(again).dates, std::optional(DateOrder::DayMonthYear));

    found.columns[1].as.use = ColumnUse::None;
    QVERIFY(!dateQuestion(found, *m_fixture->workspace().catalog()));
    QVERIFY(
        !must(look("Deal Name,Close Date\nOne,01/02/2025\nTwo,25/06/2025\n", u"deal"_s)).question);
}

void TestImportLook::confirmedShape_isProposedAgain_inAnyOrderOfColumns() {
    const ImportLook first = must(look(dealsFile, u"deal"_s));
    ImportMapping mapping = proposedMapping(first);
    mapping.columns[0].field = u"description"_s;
    mapping.columns[4].use = ColumnUse::None;
    mapping.columns[4].field.clear();
    mapping.mode = ImportMode::Overwrite;
    remember(first, mapping);

    const ImportLook again =
        must(look("stage,CLOSE DATE,Opportunity name,Amount (USD),Account Name\n"
                  "Qualify,2025-03-01,One,100,Acme\n",
                  u"deal"_s));
    QVERIFY(again.remembered);
    QCOMPARE(again.remembered->mapping.mode, std::optional(ImportMode::Overwrite));
    QCOMPARE(columnOf(again, u"Opportunity name"_s)->as.field, u"description"_s);
    QCOMPARE(columnOf(again, u"Opportunity name"_s)->reason.id, u"mapping.remembered"_s);
    QVERIFY(columnOf(again, u"Opportunity name"_s)->isSure());
    QCOMPARE(columnOf(again, u"stage"_s)->as.use, ColumnUse::None);
    QVERIFY(!must(look("Opportunity Name,Amount (USD)\nOne,1\n", u"deal"_s)).remembered);
    QVERIFY(!must(lookAgainAs(source(), again, u"account"_s)).remembered);
}

void TestImportLook::confirmedShape_decidesWhatTheRowsAre() {
    const QByteArray file = "Name,Zzz\nA,1\nB,2\n";
    const ImportLook first = must(look(file, u"territory"_s));
    remember(first, proposedMapping(first));
    QCOMPARE(must(look(file)).entity, u"territory"_s);
}

void TestImportLook::confirmedShape_whoseFieldIsGone_isPassedOver() {
    const ImportLook first = must(look(dealsFile, u"deal"_s));
    ImportMapping mapping = proposedMapping(first);
    mapping.columns[0].field = u"never_was"_s;
    remember(first, mapping);
    const ImportLook again = must(look(dealsFile, u"deal"_s));
    QVERIFY(!again.remembered);
    QCOMPARE(again.columns[0].as.field, u"name"_s);
}

void TestImportLook::unsureColumns_areLeftOutOfTheMapping_andNamed() {
    const ImportLook found = must(look("Name,Amount\nOne,soon\nTwo,later\n", u"deal"_s));
    const auto unsure = unsureColumns(found);
    QCOMPARE(unsure.size(), size_t(1));
    QCOMPARE(unsure[0].header, u"Amount"_s);
    const ImportMapping mapping = proposedMapping(found);
    QCOMPARE(mapping.columns[1].use, ColumnUse::None);
    QVERIFY(mapping.columns[1].field.isEmpty());
}

void TestImportLook::twiceTheSameHeader_isMappedByPlace() {
    const ImportLook found = must(look("Name,Email,Email\nAnn,a@x.com,b@y.com\n", u"contact"_s));
    QCOMPARE(found.columns[0].as.header, u"Name"_s);
    QCOMPARE(found.columns[1].as.header, u"#2"_s);
    QCOMPARE(found.columns[2].as.header, u"#3"_s);
    QVERIFY(found.columns[1].isSure() != found.columns[2].isSure());
}

void TestImportLook::knownNames_comeFromTheWorkspace() {
    const QString person =
        m_fixture->workspace().reader().title(u"person"_s, m_fixture->workspace().actor());
    QVERIFY(!person.isEmpty());
    must(m_fixture->import(u"person"_s, "name\nBo Berg\n"));
    const ImportLook found =
        must(look("Name,F2\nOne," + person.toUtf8() + "\nTwo,Bo Berg\n", u"deal"_s));
    QCOMPARE(found.columns[1].as.field, u"owner"_s);
    QCOMPARE(found.columns[1].reason.id, u"mapping.values_known"_s);
}

void TestImportLook::otherEntity_isProposedWithoutReadingAgain() {
    const ImportLook found = must(look(dealsFile, u"deal"_s));
    QVERIFY(QFile::remove(m_fixture->path(u"in.csv"_s)));
    const ImportLook other = must(lookAgainAs(source(), found, u"account"_s));
    QCOMPARE(other.entity, u"account"_s);
    QCOMPARE(columnOf(other, u"Account Name"_s)->as.field, u"name"_s);
    QCOMPARE(lookAgainAs(source(), found, u"nothing"_s).error().message.id,
             u"catalog.unknown_entity"_s);
}

void TestImportLook::stopped_isCancelled() {
    StopToken stop;
    stop.stop();
    const auto found =
        lookAtSource(source(), {.file = m_fixture->file(u"in.csv"_s, dealsFile)}, stop);
    QCOMPARE(found.error().kind, ErrorKind::Cancelled);
}

void TestImportLook::longFile_isSampled() {
    QByteArray file("Name,Email\n");
    for (int i = 0; i < 5'000; ++i)
        file += "Ann " + QByteArray::number(i) + ",a@x.com\n";
    const ImportLook found = must(look(file, u"contact"_s));
    QVERIFY(!found.whole);
    QCOMPARE(found.sampled, 1'000);
    QCOMPARE(found.rows.size(), mostPreviewRows);
    QVERIFY(!found.sample[0].whole);
}

DW_TEST(TestImportLook)
#include "tst_importlook.moc"
