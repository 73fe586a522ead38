// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/exports/listexport.h"
#include "core/services/imports/importer.h"
#include "core/services/imports/proposal/importlook.h"
#include "tests/core/services/exports/exportfixture.h"
#include "tests/support/faultyvfs.h"
#include "tests/support/storefolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// What a list export wrote and the import reads with its own proposals changes nothing.
class TestListRoundTrip : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { faultyvfs::reset(); }
    void everyRow_isUnchanged_data();
    void everyRow_isUnchanged();
    void aMendedCell_changesItsRowAlone();

private:
    /// The file as the command line and the window read it: with the proposals that are sure.
    [[nodiscard]] Result<ImportReport> readBack(const QString &entity, const QString &path);
    std::unique_ptr<ExportFixture> m_x;
};

Result<ImportReport> TestListRoundTrip::readBack(const QString &entity, const QString &path) {
    ImportSource source{.entity = entity, .file = path};
    const auto look = lookAtSource(m_x->source(), {.file = path, .entity = entity});
    if (!look)
        return look.error();
    source.mapping = proposedMapping(*look);
    ImportRequest request;
    request.sources = {source};
    request.mode = ImportMode::Overwrite;
    return dryRunImport(m_x->f().workspace(), request);
}

void TestListRoundTrip::initTestCase() {
    m_x = std::make_unique<ExportFixture>();
    WorkspaceFixture &f = m_x->f();
    // Rows that names do not tell apart, and texts that a spreadsheet would run.
    for (int i = 0; i < 2; ++i) {
        f.create(u"account"_s, u"name=Twice|phone=+86 512 1|city=-"_s);
        f.create(u"deal"_s, u"name=Twice|amount=USD -0.01|expected_close=2026-03-31"_s);
        f.create(u"contact"_s, u"name='=1|email=a@example.com"_s);
    }
    f.create(u"task"_s, u"title=@x|due_at=2026-03-09T10:00:00.123+08:00|done=yes"_s);
    f.create(u"product"_s, u"name=P|price=KWD 1.234|active=no"_s);
}

void TestListRoundTrip::everyRow_isUnchanged_data() {
    QTest::addColumn<QString>("entity");
    QTest::addColumn<QString>("name");
    QTest::addColumn<Language>("language");
    QTest::addColumn<ListEncoding>("encoding");
    using enum ListEncoding;
    for (const char *entity :
         {"account", "contact", "deal", "product", "task", "tag", "stage", "pipeline", "person"}) {
        const QString key = QString::fromLatin1(entity);
        QTest::addRow("%s, CSV", entity) << key << u"x.csv"_s << Language::English << Utf8WithMark;
        QTest::addRow("%s, Chinese GB18030", entity)
            << key << u"x.csv"_s << Language::Chinese << Gb18030;
        QTest::addRow("%s, workbook", entity) << key << u"x.xlsx"_s << Language::Chinese << Utf8;
    }
}

void TestListRoundTrip::everyRow_isUnchanged() {
    QFETCH(QString, entity);
    QFETCH(QString, name);
    QFETCH(Language, language);
    QFETCH(ListEncoding, encoding);
    ListExportRequest request;
    request.path = m_x->out(name);
    request.format = must(listFormatOf(name));
    request.entity = entity;
    request.language = language;
    request.encoding = encoding;
    const auto written = must(exportList(m_x->source(), request));
    QVERIFY(written.rows > 0);
    const auto report = readBack(entity, request.path);
    QVERIFY2(report, qPrintable(failure(report)));
    QStringList reasons;
    for (const RejectedRow &row : report->rejects) {
        for (const Message &reason : row.reasons)
            reasons << reason.id + u' ' + QStringList(reason.args.values()).join(u' ');
    }
    QCOMPARE(reasons, QStringList());
    QCOMPARE(report->created, (QMap<QString, qint64>()));
    QCOMPARE(report->updated, (QMap<QString, qint64>()));
    QCOMPARE(report->unchanged, (QMap<QString, qint64>{{entity, written.rows}}));
}

/// Although another row bears the same name.
void TestListRoundTrip::aMendedCell_changesItsRowAlone() {
    ListExportRequest request;
    request.path = m_x->out(u"x.csv"_s);
    request.entity = u"account"_s;
    (void)must(exportList(m_x->source(), request));
    QFile file(request.path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray content = file.readAll();
    const qsizetype at = content.indexOf("'-,");
    QVERIFY(at > 0);
    content.replace(at, 2, "Suzhou");
    QVERIFY(file.seek(0) && file.write(content) == content.size());
    file.close();
    const auto report = readBack(u"account"_s, request.path);
    QVERIFY2(report, qPrintable(failure(report)));
    QCOMPARE(report->updated.value(u"account"_s), 1);
    QCOMPARE(report->created, (QMap<QString, qint64>()));
    QCOMPARE(report->rejected, 0);
}

} // namespace dw::test

using dw::test::TestListRoundTrip;
DW_TEST(TestListRoundTrip)

#include "tst_listroundtrip.moc"
