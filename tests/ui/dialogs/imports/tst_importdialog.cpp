// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/jobs/jobs.h"
#include "tests/support/testmain.h"
#include "tests/support/ui/windowfixture.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/dialogs/imports/fieldpicker.h"
#include "ui/dialogs/imports/importcolumnsmodel.h"
#include "ui/dialogs/imports/importcolumnsview.h"
#include "ui/dialogs/imports/importdialog.h"
#include "ui/dialogs/imports/importfilecard.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace dw;
using namespace dw::ui;

namespace {

constexpr int patience = 20'000;

const QByteArray dealsFile = "Deal Name,Account Name,Amount,Stage,Zzz\n"
                             "Cold chain,Acme,CNY 120000,Qualification,1\n"
                             "Line two,Acme,CNY 80000,Qualification,2\n"
                             ",Acme,CNY 1,Qualification,3\n";

QByteArray manyContacts(int count) {
    QByteArray file("Name,Email,Phone,Job title\n");
    for (int i = 0; i < count; ++i) {
        const QByteArray n = QByteArray::number(i);
        file +=
            "Person " + n + ",p" + n + "@example.com,13800" + n.rightJustified(6, '0') + ",Buyer\n";
    }
    return file;
}

} // namespace

class TestImportDialog : public QObject {
    Q_OBJECT
private slots:
    void init() { m_fixture = std::make_unique<test::WindowFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void wholeImport_byMouseAndKeyboard_comesInAndIsUndone();
    void columnsModel_keepsItsContract();
    void column_isChosenByKeyboard_andTheTrialIsForgotten();
    void column_asNewField_isMadeWithTheImport();
    void takenField_leavesItsOldColumn();
    void ambiguousDates_holdTheTrialUp_untilAnswered();
    void unreadableFile_saysWhy_andCanBeLeftOut();
    void encoding_toldByAPerson_isUsed();
    void pastedCells_areTaken();
    void emptyClipboard_saysWhatToDo();
    void filesDroppedOnTheWindow_openTheImport();
    void remembered_isProposedTheNextTime();
    void modes_decideWhatBecomesOfMatches();
    void rejectedRows_areShown_andSaved();
    void job_pausesAndGoesOn_inDialogAndTopBar();
    void job_stopped_isTakenBack();
    void closedWhileItRuns_theTopBarShowsIt_andItsEndIsTold();
    void language_changesWhileItIsOpen();
    void enter_whileComposing_doesNotStartATrial();

private:
    QString file(const QString &name, const QByteArray &content) {
        const QString path = m_folder.filePath(name);
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
            qFatal("%s", qPrintable(path));
        return path;
    }
    ImportDialog *open() {
        m_fixture->window().activateWindow();
        if (!QTest::qWaitForWindowActive(&m_fixture->window()))
            qFatal("the window does not become active");
        QTest::keyClick(&m_fixture->window(), Qt::Key_I, Qt::ControlModifier);
        m_fixture->settle();
        return m_fixture->dialog<ImportDialog>();
    }
    ImportDialog *openWith(const QByteArray &content, const QString &name = u"deals.csv"_s) {
        ImportDialog *dialog = open();
        dialog->addFiles({file(name, content)});
        wait(dialog);
        return dialog;
    }
    static bool wait(ImportDialog *dialog) {
        return QTest::qWaitFor([dialog] { return dialog->isSettled(); }, patience);
    }
    static QPushButton *button(const QWidget *dialog, const QString &name) {
        return dialog->findChild<QPushButton *>(name);
    }
    static void click(QAbstractButton *button) {
        // A text that has just changed moves the button; people click where it is then.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    static ImportColumnsView *columns(const QWidget *dialog) {
        return dialog->findChild<ImportColumnsView *>();
    }
    static QString becomes(const QWidget *dialog, int row) {
        const QAbstractItemModel &model = *columns(dialog)->model();
        return model.index(row, ImportColumnsModel::FieldColumn).data().toString();
    }
    /// Chooses what a column becomes as a person at the keyboard does.
    static bool choose(ImportDialog *dialog, int row, const QString &typed) {
        ImportColumnsView *view = columns(dialog);
        view->setCurrentIndex(view->model()->index(row, 0));
        QTest::keyClick(view, Qt::Key_Return);
        auto *picker = view->findChild<FieldPicker *>();
        if (!picker)
            return false;
        auto *search = picker->findChild<QLineEdit *>();
        QTest::keyClicks(search, typed);
        QTest::keyClick(search, Qt::Key_Return);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return true;
    }
    bool tryIt(ImportDialog *dialog) {
        click(button(dialog, u"confirm"_s));
        return wait(dialog);
    }
    static bool showsProblem(const QWidget *dialog) {
        return dialog->findChild<QLabel *>(u"problem"_s)->isVisibleTo(dialog);
    }
    qint64 count(const QString &entity) {
        Query query;
        query.entity = entity;
        return *m_fixture->workspace().reader().count(query, m_fixture->workspace().readTime());
    }
    std::optional<JobInfo> newestJob() {
        const auto jobs = m_fixture->workspace().jobs().list();
        return jobs && !jobs->empty() ? std::optional(jobs->front()) : std::nullopt;
    }
    bool waitForJob(JobState state) {
        return QTest::qWaitFor(
            [&] {
                const auto job = newestJob();
                return job && job->state == state && !job->isRunning;
            },
            patience);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<test::WindowFixture> m_fixture;
};

void TestImportDialog::wholeImport_byMouseAndKeyboard_comesInAndIsUndone() {
    ImportDialog *dialog = openWith(dealsFile);
    QCOMPARE(becomes(dialog, 0), u"Name"_s);
    QCOMPARE(becomes(dialog, 1), u"Account"_s);
    QCOMPARE(becomes(dialog, 4), u"Do not import"_s);
    QPushButton *confirm = button(dialog, u"confirm"_s);
    QCOMPARE(confirm->text(), u"Try it"_s);
    QVERIFY(confirm->isEnabled());
    click(confirm);
    QVERIFY(wait(dialog));
    QCOMPARE(count(u"deal"_s), 0);
    // Two deals and the account that they name.
    QCOMPARE(confirm->text(), u"Import 3 records"_s);
    const auto sums = dialog->findChildren<QLabel *>(u"sum"_s);
    QVERIFY(!sums.isEmpty());
    QVERIFY(sums.front()->text().contains(u"200,000"_s));
    QTest::keyClick(confirm, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(count(u"deal"_s), 2, patience);
    QVERIFY(waitForJob(JobState::Done));
    QTRY_VERIFY(button(dialog, u"undoJob"_s)->isVisibleTo(dialog));
    QCOMPARE(newestJob()->rejected, 1);
    QCOMPARE(m_fixture->called(u"account"_s, u"Acme"_s).size(), size_t(1));

    click(button(dialog, u"undoJob"_s));
    QTRY_COMPARE_WITH_TIMEOUT(count(u"deal"_s), 0, patience);
    QVERIFY(!m_fixture->dialog<ImportDialog>());
}

void TestImportDialog::columnsModel_keepsItsContract() {
    ImportDialog *dialog = openWith(dealsFile);
    const QAbstractItemModelTester tester(columns(dialog)->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    dialog->addFiles({file(u"more.csv"_s, "Name,Email\nAnn,a@x.com\n")});
    QVERIFY(wait(dialog));
    click(dialog->findChildren<ImportFileCard *>().back());
    QCOMPARE(columns(dialog)->model()->rowCount(), 2);
    QVERIFY(choose(dialog, 0, u"description"_s));
    click(dialog->findChildren<QToolButton *>(u"removeFile"_s).back());
    QTRY_COMPARE(columns(dialog)->model()->rowCount(), 5);
}

void TestImportDialog::column_isChosenByKeyboard_andTheTrialIsForgotten() {
    ImportDialog *dialog = openWith(dealsFile);
    QVERIFY(tryIt(dialog));
    QVERIFY(button(dialog, u"confirm"_s)->text().startsWith(u"Import"_s));
    QVERIFY(choose(dialog, 4, u"payment"_s));
    QCOMPARE(becomes(dialog, 4), u"Payment terms"_s);
    QCOMPARE(button(dialog, u"confirm"_s)->text(), u"Try it"_s);
    QVERIFY(choose(dialog, 4, u"do not"_s));
    QCOMPARE(becomes(dialog, 4), u"Do not import"_s);
}

void TestImportDialog::column_asNewField_isMadeWithTheImport() {
    ImportDialog *dialog = openWith(dealsFile);
    QVERIFY(choose(dialog, 4, u"new field"_s));
    QVERIFY(becomes(dialog, 4).startsWith(u"New field: Zzz"_s));
    QVERIFY(tryIt(dialog));
    QVERIFY(m_fixture->workspace().catalog()->entity(u"deal")->byKey(u"zzz").isNull());
    click(button(dialog, u"confirm"_s));
    QVERIFY(waitForJob(JobState::Done));
    const EntityDesc &deal = *m_fixture->workspace().catalog()->entity(u"deal");
    QVERIFY(!deal.byKey(u"zzz").isNull());
    const RecordId made = m_fixture->called(u"deal"_s, u"Line two"_s).front();
    const auto row = m_fixture->workspace().reader().find(u"deal"_s, made);
    QCOMPARE((*row)->record.value(deal.byKey(u"zzz")).as<double>(), 2.0);
}

void TestImportDialog::takenField_leavesItsOldColumn() {
    ImportDialog *dialog = openWith(dealsFile);
    QVERIFY(choose(dialog, 4, u"amount"_s));
    QCOMPARE(becomes(dialog, 4), u"Amount"_s);
    QCOMPARE(becomes(dialog, 2), u"Do not import"_s);
}

void TestImportDialog::ambiguousDates_holdTheTrialUp_untilAnswered() {
    ImportDialog *dialog = openWith("Deal Name,Close Date\nOne,01/02/2025\nTwo,03/04/2025\n");
    auto *question = dialog->findChild<QFrame *>(u"dateQuestion"_s);
    QVERIFY(question->isVisibleTo(dialog));
    QVERIFY(!button(dialog, u"confirm"_s)->isEnabled());
    click(button(dialog, u"dayFirst"_s));
    QVERIFY(!question->isVisibleTo(dialog));
    QVERIFY(button(dialog, u"confirm"_s)->isEnabled());
    QVERIFY(tryIt(dialog));
    click(button(dialog, u"confirm"_s));
    QVERIFY(waitForJob(JobState::Done));
    const EntityDesc &deal = *m_fixture->workspace().catalog()->entity(u"deal");
    const RecordId made = m_fixture->called(u"deal"_s, u"One"_s).front();
    const auto row = m_fixture->workspace().reader().find(u"deal"_s, made);
    QCOMPARE((*row)->record.value(deal.byKey(u"expected_close")).as<QDate>(), QDate(2025, 2, 1));
}

void TestImportDialog::unreadableFile_saysWhy_andCanBeLeftOut() {
    ImportDialog *dialog = openWith("%PDF-1.7 no table\n", u"offer.pdf"_s);
    QVERIFY(showsProblem(dialog));
    QVERIFY(dialog->findChild<QLabel *>(u"problem"_s)->text().contains(u"offer.pdf"_s));
    QVERIFY(!button(dialog, u"confirm"_s)->isEnabled());
    dialog->addFiles({file(u"deals.csv"_s, dealsFile)});
    QVERIFY(wait(dialog));
    QVERIFY(!button(dialog, u"confirm"_s)->isEnabled());
    click(dialog->findChildren<QToolButton *>(u"removeFile"_s).front());
    QTRY_VERIFY(button(dialog, u"confirm"_s)->isEnabled());
    QVERIFY(!showsProblem(dialog));
}

void TestImportDialog::encoding_toldByAPerson_isUsed() {
    // 名称 and 张 in GB18030: too short to be sure of.
    ImportDialog *dialog = openWith("Name,City\nM\xFCller,M\xFCnchen\n", u"accounts.csv"_s);
    auto *encoding = dialog->findChild<QComboBox *>(u"encoding"_s);
    encoding->setCurrentIndex(encoding->findData(u"windows-1252"_s));
    QVERIFY(encoding->currentIndex() >= 0);
    emit encoding->activated(encoding->currentIndex());
    QVERIFY(wait(dialog));
    const QAbstractItemModel &model = *columns(dialog)->model();
    QCOMPARE(model.index(0, ImportColumnsModel::SampleColumn).data().toString(), u"Müller"_s);
}

void TestImportDialog::pastedCells_areTaken() {
    ImportDialog *dialog = open();
    QGuiApplication::clipboard()->setText(u"Name\tEmail\nAnn\ta@x.com\n"_s);
    QTest::keyClick(dialog, Qt::Key_V, Qt::ControlModifier);
    QVERIFY(wait(dialog));
    QCOMPARE(columns(dialog)->model()->rowCount(), 2);
    QCOMPARE(becomes(dialog, 1), u"E-mail"_s);
    QCOMPARE(dialog->findChild<ImportFileCard *>()->text(), u"Pasted cells"_s);
    QVERIFY(tryIt(dialog));
    click(button(dialog, u"confirm"_s));
    QVERIFY(waitForJob(JobState::Done));
}

void TestImportDialog::emptyClipboard_saysWhatToDo() {
    ImportDialog *dialog = open();
    QGuiApplication::clipboard()->clear();
    click(button(dialog, u"pasteCells"_s));
    QVERIFY(showsProblem(dialog));
    QVERIFY(!dialog->hasInput());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_fixture->dialog<ImportDialog>());
}

void TestImportDialog::filesDroppedOnTheWindow_openTheImport() {
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(file(u"deals.csv"_s, dealsFile)),
                   QUrl(u"https://example.com/x.csv"_s)});
    QDragEnterEvent enter(QPoint(400, 300), Qt::CopyAction, &files, Qt::LeftButton, {});
    QApplication::sendEvent(&m_fixture->window(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(400, 300), Qt::CopyAction, &files, Qt::LeftButton, {});
    QApplication::sendEvent(&m_fixture->window(), &drop);
    QTRY_VERIFY(m_fixture->dialog<ImportDialog>());
    auto *dialog = m_fixture->dialog<ImportDialog>();
    QVERIFY(wait(dialog));
    QCOMPARE(dialog->findChildren<ImportFileCard *>().size(), 1);
    QVERIFY(dialog->hasInput());
}

void TestImportDialog::remembered_isProposedTheNextTime() {
    ImportDialog *dialog = openWith(dealsFile);
    QVERIFY(choose(dialog, 4, u"payment"_s));
    QVERIFY(tryIt(dialog));
    click(button(dialog, u"confirm"_s));
    QVERIFY(waitForJob(JobState::Done));
    click(button(dialog, u"confirm"_s));
    QTRY_VERIFY(!m_fixture->dialog<ImportDialog>());

    dialog = openWith(dealsFile);
    QCOMPARE(becomes(dialog, 4), u"Payment terms"_s);
    const QAbstractItemModel &model = *columns(dialog)->model();
    QCOMPARE(model.index(4, ImportColumnsModel::SureColumn).data().toString(), u"100 %"_s);
    QVERIFY(model.index(4, 0).data(Qt::ToolTipRole).toString().contains(u"before"_s));
}

void TestImportDialog::modes_decideWhatBecomesOfMatches() {
    m_fixture->make(u"account"_s, {{.key = u"name"_s, .text = u"Acme"_s}});
    const QByteArray accounts = "Company,City\nAcme,Boston\nOther,Austin\n";
    ImportDialog *dialog = openWith(accounts, u"accounts.csv"_s);
    QVERIFY(tryIt(dialog));
    QCOMPARE(button(dialog, u"confirm"_s)->text(), u"Import 1 record"_s);
    click(dialog->findChild<QRadioButton *>(u"modeFill"_s));
    QCOMPARE(button(dialog, u"confirm"_s)->text(), u"Try it"_s);
    QVERIFY(tryIt(dialog));
    QCOMPARE(button(dialog, u"confirm"_s)->text(), u"Import 2 records"_s);
}

void TestImportDialog::rejectedRows_areShown_andSaved() {
    ImportDialog *dialog = openWith(dealsFile);
    QVERIFY(tryIt(dialog));
    QPushButton *view = button(dialog, u"importView:2"_s);
    QVERIFY(view->isVisibleTo(dialog));
    click(view);
    auto *table = dialog->findChild<QTableView *>(u"importRejects"_s);
    QVERIFY(table->isVisibleTo(dialog));
    QCOMPARE(table->model()->rowCount(), 1);
    QCOMPARE(table->model()->index(0, 0).data().toString(), u"4"_s);
    QVERIFY(button(dialog, u"saveRejects"_s)->isVisibleTo(dialog));
}

void TestImportDialog::job_pausesAndGoesOn_inDialogAndTopBar() {
    ImportDialog *dialog = openWith(manyContacts(12'000), u"contacts.csv"_s);
    QVERIFY(tryIt(dialog));
    click(button(dialog, u"confirm"_s));
    auto *pause = button(dialog, u"pauseJob"_s);
    click(pause);
    QVERIFY(waitForJob(JobState::Paused));
    QTRY_COMPARE(pause->text(), u"Go on"_s);
    auto *status = m_fixture->window().findChild<QWidget *>(u"jobStatus"_s);
    QVERIFY(status->isVisible());
    auto *barPause = status->findChild<QToolButton *>(u"pauseJob"_s);
    QCOMPARE(barPause->toolTip(), u"Go on"_s);
    click(pause);
    QVERIFY(waitForJob(JobState::Done));
    QCOMPARE(count(u"contact"_s), 12'000);
    QTRY_VERIFY(!status->isVisible());
}

void TestImportDialog::job_stopped_isTakenBack() {
    ImportDialog *dialog = openWith(manyContacts(12'000), u"contacts.csv"_s);
    QVERIFY(tryIt(dialog));
    click(button(dialog, u"confirm"_s));
    click(button(dialog, u"pauseJob"_s));
    QVERIFY(waitForJob(JobState::Paused));
    click(button(dialog, u"stopJob"_s));
    QTRY_VERIFY(m_fixture->dialog<ConfirmDialog>());
    click(button(m_fixture->dialog<ConfirmDialog>(), u"confirm"_s));
    QVERIFY(waitForJob(JobState::TakenBack));
    QCOMPARE(count(u"contact"_s), 0);
}

void TestImportDialog::closedWhileItRuns_theTopBarShowsIt_andItsEndIsTold() {
    ImportDialog *dialog = openWith(manyContacts(12'000), u"contacts.csv"_s);
    QVERIFY(tryIt(dialog));
    click(button(dialog, u"confirm"_s));
    click(button(dialog, u"pauseJob"_s));
    QVERIFY(waitForJob(JobState::Paused));
    click(button(dialog, u"confirm"_s));
    QTRY_VERIFY(!m_fixture->dialog<ImportDialog>());
    auto *status = m_fixture->window().findChild<QWidget *>(u"jobStatus"_s);
    QVERIFY(status->isVisible());
    m_fixture->said.clear();
    click(status->findChild<QToolButton *>(u"pauseJob"_s));
    QVERIFY(waitForJob(JobState::Done));
    QTRY_VERIFY(!m_fixture->said.empty());
    QVERIFY(m_fixture->said.back().text.contains(u"contacts.csv"_s));
    QCOMPARE(m_fixture->said.back().action.text, u"Undo"_s);
    QVERIFY(!status->isVisible());

    m_fixture->said.back().action.run();
    QTRY_VERIFY(m_fixture->dialog<ConfirmDialog>());
    click(button(m_fixture->dialog<ConfirmDialog>(), u"confirm"_s));
    QTRY_COMPARE_WITH_TIMEOUT(count(u"contact"_s), 0, patience);
    QVERIFY(waitForJob(JobState::Done));
    QCOMPARE(newestJob()->kind, JobKind::Undo);
}

void TestImportDialog::language_changesWhileItIsOpen() {
    ImportDialog *dialog = openWith(dealsFile);
    QVERIFY(tryIt(dialog));
    QCOMPARE(dialog->windowTitle(), u"Import"_s);
    m_fixture->languages().use(Language::Chinese);
    m_fixture->settle();
    QCOMPARE(dialog->windowTitle(), u"导入"_s);
    QCOMPARE(becomes(dialog, 0), u"名称"_s);
    QCOMPARE(button(dialog, u"confirm"_s)->text(), u"导入 3 条记录"_s);
}

void TestImportDialog::enter_whileComposing_doesNotStartATrial() {
    ImportDialog *dialog = openWith("Record ID,Deal Name\n1,One\n2,Two\n");
    auto *system = dialog->findChild<QLineEdit *>(u"system"_s);
    QVERIFY(system->isVisibleTo(dialog));
    system->setFocus();
    QInputMethodEvent composing(u"jiu"_s, {});
    QCoreApplication::sendEvent(system, &composing);
    QTest::keyClick(system, Qt::Key_Return);
    QVERIFY(wait(dialog));
    QCOMPARE(button(dialog, u"confirm"_s)->text(), u"Try it"_s);
    QInputMethodEvent chosen;
    chosen.setCommitString(u"旧系统"_s);
    QCoreApplication::sendEvent(system, &chosen);
    QCOMPARE(system->text(), u"旧系统"_s);
}

DW_TEST(TestImportDialog)
#include "tst_importdialog.moc"
