// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/support/ui/windowfixture.h"
#include "ui/dialogs/busydialog.h"
#include "ui/dialogs/exports/exportrun.h"
#include "ui/widgets/select.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;
using namespace dw::ui;

class TestExportDialog : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_fixture.reset(); }

    void menu_opensItWithTheShownList();
    void what_offersEveryListedEntityAndTheWhole();
    void form_followsWhat();
    void place_isAskedWithAProposedName();
    void answered_hasWhatWasChosen();
    void language_changesItWhereItStands();
    void run_writesTheList_andSaysSo();
    void run_writesTheWholeWorkspace();
    void run_whereItCannotWrite_saysWhy();
    void run_ofAWindowThatCloses_isStopped();

private:
    ExportDialog *open();
    [[nodiscard]] static Select *select(ExportDialog *dialog, const QString &name) {
        return dialog->findChild<Select *>(name);
    }
    static QStringList texts(const Select *select);
    /// Runs to its end; what the window said of it.
    Notification run(const ExportChoice &choice);

    std::unique_ptr<test::WindowFixture> m_fixture;
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestExportDialog::init() {
    m_fixture = std::make_unique<test::WindowFixture>();
    m_dir = std::make_unique<QTemporaryDir>();
    m_fixture->make(u"deal"_s, {{u"name"_s, TypedEdit::Kind::Set, u"Cold chain"_s}});
    m_fixture->settle();
}

ExportDialog *TestExportDialog::open() {
    m_fixture->window().findChild<QAction *>(u"export"_s)->trigger();
    auto *dialog = m_fixture->dialog<ExportDialog>();
    if (!dialog)
        qFatal("no dialog");
    return dialog;
}

QStringList TestExportDialog::texts(const Select *select) {
    QStringList texts;
    for (int i = 0; i < select->count(); ++i)
        texts << select->itemText(i);
    return texts;
}

void TestExportDialog::menu_opensItWithTheShownList() {
    ExportDialog *dialog = open();
    QCOMPARE(select(dialog, u"what"_s)->currentText(), u"Deals of “Sales pipeline”"_s);
    QCOMPARE(select(dialog, u"form"_s)->currentText(), u"Excel workbook (XLSX)"_s);
    QVERIFY(!dialog->findChild<QLabel *>(u"hint"_s)->text().isEmpty());
    QVERIFY(!dialog->hasInput());
}

void TestExportDialog::what_offersEveryListedEntityAndTheWhole() {
    const QStringList offered = texts(select(open(), u"what"_s));
    for (const EntityDesc &entity : m_fixture->workspace().catalog()->entities())
        QCOMPARE(offered.contains(u"All: "_s + entity.pluralLabel.en), entity.listed);
    QVERIFY(offered.last().contains(u"whole workspace"_s));
}

void TestExportDialog::form_followsWhat() {
    ExportDialog *dialog = open();
    Select *what = select(dialog, u"what"_s);
    Select *form = select(dialog, u"form"_s);
    QCOMPARE(form->count(), 3);
    form->setCurrentIndex(2);
    const QString chosen = form->currentText();
    what->setCurrentIndex(1);
    QCOMPARE(form->currentText(), chosen);
    what->setCurrentIndex(what->count() - 1);
    QCOMPARE(texts(form), (QStringList{u"One archive (ZIP)"_s, u"A folder of CSV and JSON"_s}));
    what->setCurrentIndex(0);
    QCOMPARE(form->count(), 3);
}

void TestExportDialog::place_isAskedWithAProposedName() {
    ExportDialog *dialog = open();
    Select *what = select(dialog, u"what"_s);
    Select *form = select(dialog, u"form"_s);
    const auto proposed = [&] {
        dialog->findChild<QPushButton *>(u"confirm"_s)->click();
        auto *place = dialog->findChild<QFileDialog *>();
        const QString name = QFileInfo(place->selectedFiles().value(0)).fileName();
        place->reject();
        delete place;
        return name;
    };
    QCOMPARE(proposed(), u"Deals-2026-03-05.xlsx"_s);
    form->setCurrentIndex(1);
    QCOMPARE(proposed(), u"Deals-2026-03-05.csv"_s);
    what->setCurrentIndex(what->count() - 1);
    QCOMPARE(proposed(), u"workspace-2026-03-05.zip"_s);
    form->setCurrentIndex(1);
    QCOMPARE(proposed(), u"workspace-2026-03-05"_s);
    QVERIFY2(dialog->isVisible(), "turning away from the place does not turn away from the export");
}

void TestExportDialog::answered_hasWhatWasChosen() {
    ExportDialog *dialog = open();
    select(dialog, u"form"_s)->setCurrentIndex(2);
    std::optional<ExportChoice> answer;
    // Before the window does, so that nothing is written here.
    disconnect(dialog, &ExportDialog::answered, nullptr, nullptr);
    connect(dialog, &ExportDialog::answered, this, [&](const ExportChoice &c) { answer = c; });
    dialog->findChild<QPushButton *>(u"confirm"_s)->click();
    emit dialog->findChild<QFileDialog *>()->fileSelected(m_dir->filePath(u"x.csv"_s));
    QVERIFY(answer.has_value());
    QCOMPARE(answer->entity, u"deal"_s);
    QVERIFY(answer->where.startsWith(u"pipeline = \""_s));
    QCOMPARE(answer->path, m_dir->filePath(u"x.csv"_s));
    QVERIFY(answer->format == ListFormat::Csv);
    QVERIFY(answer->encoding == ListEncoding::Gb18030);
}

void TestExportDialog::language_changesItWhereItStands() {
    ExportDialog *dialog = open();
    Select *what = select(dialog, u"what"_s);
    what->setCurrentIndex(what->count() - 1);
    m_fixture->languages().use(Language::Chinese);
    m_fixture->settle();
    QCOMPARE(what->currentIndex(), what->count() - 1);
    QVERIFY(what->currentText() != u"The whole workspace, with its history"_s);
    QVERIFY(!dialog->windowTitle().contains(u"Export"_s));
}

Notification TestExportDialog::run(const ExportChoice &choice) {
    const size_t before = m_fixture->said.size();
    new ExportRun(choice, m_fixture->shell(), &m_fixture->window());
    const bool ended = QTest::qWaitFor([&] { return m_fixture->said.size() > before; }, 20'000);
    if (!ended)
        qFatal("the export did not end");
    m_fixture->settle();
    return m_fixture->said.back();
}

void TestExportDialog::run_writesTheList_andSaysSo() {
    const QString path = m_dir->filePath(u"x.csv"_s);
    const auto shown = m_fixture->window().pages().front()->shownList();
    QVERIFY(shown.has_value());
    const Notification said = run({shown->entity, shown->where, path});
    QVERIFY(said.tone == ShellServices::Tone::Success);
    QCOMPARE(said.text, u"Wrote 1 row to “x.csv”"_s);
    QCOMPARE(said.action.text, u"Show in folder"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("Cold chain"));
    QVERIFY(!m_fixture->dialog<BusyDialog>());
}

void TestExportDialog::run_writesTheWholeWorkspace() {
    const QString path = m_dir->filePath(u"x.zip"_s);
    QVERIFY(run({{}, {}, path}).tone == ShellServices::Tone::Success);
    QVERIFY(QFileInfo(path).size() > 1000);
}

void TestExportDialog::run_whereItCannotWrite_saysWhy() {
    const Notification said = run({u"deal"_s, {}, m_dir->filePath(u"nowhere/x.csv"_s)});
    QVERIFY(said.tone == ShellServices::Tone::Failure);
    QVERIFY(said.text.contains(u"cannot be written"_s));
}

void TestExportDialog::run_ofAWindowThatCloses_isStopped() {
    const QString path = m_dir->filePath(u"x.zip"_s);
    new ExportRun({{}, {}, path}, m_fixture->shell(), &m_fixture->window());
    m_fixture.reset();
    for (const QString &name :
         QDir(m_dir->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot))
        QCOMPARE(name, u"x.zip"_s);
}

DW_TEST(TestExportDialog)

#include "tst_exportdialog.moc"
