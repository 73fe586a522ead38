// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/imports/importdialog.h"

#include "core/services/imports/rejectsfile.h"
#include "core/services/jobs/jobs.h"
#include "ui/dialogs/imports/droppedfiles.h"
#include "ui/dialogs/imports/importcolumnsmodel.h"
#include "ui/dialogs/imports/importcolumnsview.h"
#include "ui/dialogs/imports/importdraft.h"
#include "ui/dialogs/imports/importjobpane.h"
#include "ui/dialogs/imports/importoptions.h"
#include "ui/dialogs/imports/importpreview.h"
#include "ui/dialogs/imports/importresult.h"
#include "ui/dialogs/imports/importworker.h"
#include "ui/shell/errortext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconlabel.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr QSize usualSize(1240, 780);
constexpr int optionsWidth = 280, resultWidth = 250, paneGap = 20;
constexpr qsizetype mostRejectedCells = 8;
/// Much more is no longer what somebody copied by hand.
constexpr qsizetype mostPasted = 64 << 20;

QWidget *makeUpright(QWidget *parent) {
    auto *line = new QFrame(parent);
    line->setProperty("kind", u"line"_s);
    line->setFixedWidth(1);
    return line;
}

/// Ids of the other system come beside their rows and are not counted.
qint64 rowsToWrite(const ImportReport &report) {
    qint64 rows = 0;
    for (const auto *counts : {&report.created, &report.updated}) {
        for (auto it = counts->begin(); it != counts->end(); ++it)
            rows += it.key() == "cross_reference"_L1 ? 0 : it.value();
    }
    return rows;
}

} // namespace

ImportDialog::ImportDialog(ShellServices &shell, QWidget *parent)
    : Dialog(parent),
      m_shell(shell),
      m_draft(new ImportDraft(shell, this)),
      m_worker(new ImportWorker(this)),
      m_steps(new QStackedWidget(this)) {
    setObjectName(u"import"_s);
    setAcceptDrops(true);
    m_steps->addWidget(buildChoose());
    m_steps->addWidget(buildMap());
    m_job = new ImportJobPane(shell, m_steps);
    m_steps->addWidget(m_job);
    body()->addWidget(m_steps, 1);
    auto *pasteKeys = new QShortcut(QKeySequence::Paste, this);
    connect(pasteKeys, &QShortcut::activated, this, &ImportDialog::paste);
    listen();
    retranslate();
    const QSize room = screen()->availableGeometry().size() - QSize(40, 80);
    resize(usualSize.boundedTo(room));
    m_chooseFiles->setFocus();
}

ImportDialog::~ImportDialog() = default;

QWidget *ImportDialog::buildChoose() {
    auto *page = new QFrame(m_steps);
    page->setObjectName(u"importDrop"_s);
    page->setProperty("kind", u"drop"_s);
    auto *icon = new IconLabel(m_shell.theme(), 32, page);
    icon->setIcon(u"import"_s, &Tokens::glyph);
    m_dropText = makeText("section", {}, page);
    m_dropHint = makeText("secondary", {}, page);
    for (QLabel *label : {m_dropText, m_dropHint}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(false);
    }
    m_chooseFiles = new QPushButton(page);
    m_chooseFiles->setObjectName(u"chooseFiles"_s);
    m_chooseFiles->setProperty("kind", u"primary"_s);
    m_paste = new QPushButton(page);
    m_paste->setObjectName(u"pasteCells"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    for (QPushButton *button : {m_chooseFiles, m_paste}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto *layout = new QVBoxLayout(page);
    layout->setSpacing(12);
    layout->addStretch(2);
    layout->addWidget(icon, 0, Qt::AlignHCenter);
    layout->addWidget(m_dropText, 0, Qt::AlignHCenter);
    layout->addWidget(m_dropHint, 0, Qt::AlignHCenter);
    layout->addSpacing(4);
    layout->addLayout(buttons);
    layout->addStretch(3);
    return page;
}

QWidget *ImportDialog::buildQuestion() {
    m_question = new QFrame(m_steps);
    m_question->setObjectName(u"dateQuestion"_s);
    m_question->setProperty("kind", u"note-warning"_s);
    auto *icon = new IconLabel(m_shell.theme(), 16, m_question);
    icon->setIcon(u"warning"_s, &Tokens::warning);
    m_questionText = makeText("", {}, m_question);
    auto *layout = new QHBoxLayout(m_question);
    layout->setContentsMargins(10, 6, 8, 6);
    layout->setSpacing(8);
    layout->addWidget(icon);
    layout->addWidget(m_questionText, 1);
    for (const auto &[order, name] : {std::pair(DateOrder::DayMonthYear, u"dayFirst"_s),
                                      {DateOrder::MonthDayYear, u"monthFirst"_s}}) {
        auto *answer = new QPushButton(m_question);
        answer->setObjectName(name);
        answer->setAutoDefault(false);
        connect(answer, &QPushButton::clicked, this, [this, order = order] {
            m_draft->setOrder(order);
            m_columnsView->setFocus();
        });
        m_answers.push_back(answer);
        layout->addWidget(answer);
    }
    return m_question;
}

QWidget *ImportDialog::buildViews() {
    auto *middle = new QWidget(m_steps);
    m_summary = makeText("secondary", {}, middle);
    m_summary->setObjectName(u"importSummary"_s);
    m_views = new QButtonGroup(this);
    auto *head = new QHBoxLayout;
    head->setSpacing(4);
    for (const View view : {Columns, Rows, Rejects}) {
        auto *button = new QPushButton(middle);
        button->setObjectName(u"importView:%1"_s.arg(int(view)));
        button->setProperty("kind", u"view"_s);
        button->setCheckable(true);
        button->setAutoDefault(false);
        m_views->addButton(button, view);
        head->addWidget(button);
    }
    head->addSpacing(12);
    head->addWidget(m_summary, 1);
    m_viewStack = new QStackedWidget(middle);
    m_columns = new ImportColumnsModel(*m_draft, m_shell, this);
    m_columnsView = new ImportColumnsView(*m_draft, *m_columns, m_shell, m_viewStack);
    m_rows = new ImportPreview(m_shell.theme(), m_viewStack);
    m_rows->setObjectName(u"importRows"_s);
    m_rejects = new ImportPreview(m_shell.theme(), m_viewStack);
    m_rejects->setObjectName(u"importRejects"_s);
    for (QWidget *view : {static_cast<QWidget *>(m_columnsView), static_cast<QWidget *>(m_rows),
                          static_cast<QWidget *>(m_rejects)})
        m_viewStack->addWidget(view);
    auto *layout = new QVBoxLayout(middle);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(buildQuestion());
    layout->addWidget(m_viewStack, 1);
    m_views->button(Columns)->setChecked(true);
    return middle;
}

QWidget *ImportDialog::buildMap() {
    auto *page = new QWidget(m_steps);
    auto *scroll = new QScrollArea(page);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFixedWidth(optionsWidth);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_options = new ImportOptions(*m_draft, m_shell, scroll);
    m_options->setProperty("kind", u"content"_s);
    scroll->setWidget(m_options);
    m_result = new ImportResult(m_shell, page);
    m_result->setFixedWidth(resultWidth);
    auto *layout = new QHBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(paneGap / 2);
    layout->addWidget(scroll);
    layout->addWidget(makeUpright(page));
    layout->addWidget(buildViews(), 1);
    layout->addWidget(makeUpright(page));
    layout->addWidget(m_result);
    return page;
}

void ImportDialog::listen() {
    connect(m_chooseFiles, &QPushButton::clicked, this, &ImportDialog::askForFiles);
    connect(m_options, &ImportOptions::addAsked, this, &ImportDialog::askForFiles);
    connect(m_paste, &QPushButton::clicked, this, &ImportDialog::paste);
    connect(m_draft, &ImportDraft::changed, this, &ImportDialog::forgetTrial);
    connect(m_draft, &ImportDraft::sourcesChanged, this, &ImportDialog::refresh);
    connect(m_views, &QButtonGroup::idClicked, m_viewStack, &QStackedWidget::setCurrentIndex);
    connect(m_worker, &ImportWorker::progressed, m_result, &ImportResult::showProgress);
    connect(m_result, &ImportResult::cancelAsked, this, &ImportDialog::forgetTrial);
    connect(m_result, &ImportResult::saveRejectsAsked, this, &ImportDialog::askForRejectsFile);
    connect(m_job, &ImportJobPane::ended, this, &ImportDialog::showConfirm);
    connect(m_job, &ImportJobPane::undone, this, &QDialog::accept);
    connect(&m_shell.theme(), &Theme::changed, this, &ImportDialog::showViews);
}

void ImportDialog::retranslate() {
    setHeading(tr("Import"), tr("The whole import can be undone. Rows that cannot come in are kept "
                                "with the reason, to be mended and tried again."));
    m_dropText->setText(tr("Drop CSV or Excel files here"));
    m_dropHint->setText(tr("Any encoding and separator. Several files at once find one another’s "
                           "rows, such as deals their accounts."));
    m_chooseFiles->setText(tr("Choose files…"));
    m_paste->setText(tr("Paste cells"));
    const QString answers[] = {tr("Day first"), tr("Month first")};
    for (size_t i = 0; i < m_answers.size(); ++i)
        m_answers[i]->setText(answers[i]);
    m_columnsView->setAccessibleName(tr("Columns of the file"));
    m_rows->setAccessibleName(tr("First rows"));
    m_rejects->setAccessibleName(tr("Rejected rows"));
    m_options->retranslate();
    m_result->retranslate();
    m_job->retranslate();
    refresh();
}

void ImportDialog::askForFiles() {
    auto *dialog =
        new QFileDialog(this, tr("Import files"), QDir::homePath(),
                        tr("Tables (*.csv *.tsv *.txt *.xlsx)") + u";;"_s + tr("All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &ImportDialog::addFiles);
    dialog->open();
}

void ImportDialog::paste() {
    if (m_steps->currentIndex() == Run)
        return;
    const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
    if (copied && !droppedFiles(*copied).isEmpty())
        addFiles(droppedFiles(*copied));
    else
        addPasted(copied ? copied->text() : QString());
}

void ImportDialog::addFiles(const QStringList &paths) {
    showProblem({});
    m_draft->addFiles(paths);
}

void ImportDialog::addPasted(const QString &text) {
    if (text.trimmed().isEmpty()) {
        showProblem(tr("The clipboard holds no cells. Copy them in the spreadsheet, with their "
                       "headings, and paste again."));
        return;
    }
    if (text.size() > mostPasted) {
        showProblem(tr("That is too much to paste. Save it as a file and import that."));
        return;
    }
    showProblem({});
    m_draft->addPasted(text.toUtf8());
}

void ImportDialog::dragEnterEvent(QDragEnterEvent *event) {
    if (m_steps->currentIndex() != Run && !droppedFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ImportDialog::dropEvent(QDropEvent *event) {
    addFiles(droppedFiles(*event->mimeData()));
    event->acceptProposedAction();
}

bool ImportDialog::hasInput() const { return m_steps->currentIndex() == Map; }

bool ImportDialog::isSettled() const {
    const auto &sources = m_draft->sources();
    return !m_worker->isBusy()
           && std::none_of(sources.begin(), sources.end(),
                           [](const ImportDraftSource &s) { return s.isStale; });
}

void ImportDialog::refresh() {
    const bool wasChoosing = m_steps->currentIndex() == Choose;
    if (m_steps->currentIndex() != Run)
        m_steps->setCurrentIndex(m_draft->sources().empty() ? Choose : Map);
    if (wasChoosing && m_steps->currentIndex() == Map)
        m_columnsView->setFocus();
    m_columns->refresh();
    const ImportLook *look = m_draft->look();
    m_rows->show(look ? firstRows(*look) : ImportPreview::Table());
    if (m_steps->currentIndex() == Map && m_draft->current() < m_draft->sources().size()) {
        const ImportDraftSource &source = m_draft->sources()[m_draft->current()];
        showProblem(source.problem && !source.isStale ? errorText(
                        *source.problem, m_shell.language(), *m_shell.workspace().catalog())
                                                      : QString());
    }
    showQuestion();
    showSummary();
    showViews();
    showConfirm();
}

void ImportDialog::showQuestion() {
    const ImportLook *look = m_draft->look();
    m_question->setVisible(look && look->question);
    if (look && look->question)
        m_questionText->setText(
            word(*look->question, m_shell.language(), *m_shell.workspace().catalog()));
}

void ImportDialog::showSummary() {
    using State = ImportColumnsModel::State;
    const int all = m_columns->rowCount();
    QStringList parts;
    const auto add = [&](int count, const QString &text) {
        if (count > 0)
            parts << text;
    };
    const int clear = m_columns->count(State::Sure) + m_columns->count(State::Chosen);
    const int unsure = m_columns->count(State::Unsure), fresh = m_columns->count(State::NewField),
              left = m_columns->count(State::Left);
    add(clear, tr("%Ln clear", "columns", clear));
    add(unsure, tr("%Ln to look at", "columns", unsure));
    add(fresh, tr("%Ln new field(s)", nullptr, fresh));
    add(left, tr("%Ln left out", "columns", left));
    m_summary->setText(all == 0 ? QString() : parts.join(tr(", ", "list")));
}

void ImportDialog::showViews() {
    const qint64 rejected = m_staged ? m_staged->report().rejected : 0;
    m_views->button(Columns)->setText(tr("Columns"));
    m_views->button(Rows)->setText(tr("First rows"));
    m_views->button(Rejects)->setText(tr("Rejected · %1").arg(QLocale().toString(rejected)));
    m_views->button(Rejects)->setVisible(rejected > 0);
    if (rejected == 0 && m_views->checkedId() == Rejects)
        m_views->button(Columns)->click();
    showRejects();
}

void ImportDialog::showRejects() {
    ImportPreview::Table table;
    if (m_staged) {
        const ImportReport &report = m_staged->report();
        const bool several = m_draft->sources().size() > 1;
        table.headings << tr("Line");
        if (several)
            table.headings << tr("File");
        table.headings << tr("Values") << tr("Reason");
        table.numbers = 1;
        table.stretched = int(table.headings.size()) - 1;
        for (size_t i = 0; i < std::min(mostShownRejects, report.rejects.size()); ++i) {
            const RejectedRow &row = report.rejects[i];
            QStringList reasons, cells{QLocale().toString(row.line)};
            for (const Message &reason : row.reasons)
                reasons << word(reason, m_shell.language(), *m_shell.workspace().catalog());
            if (several)
                cells << row.file;
            QStringList values = row.cells.mid(0, mostRejectedCells);
            values.removeAll({});
            cells << values.join(u" · "_s) << reasons.join(u' ');
            table.rows.push_back(std::move(cells));
        }
    }
    m_rejects->show(std::move(table));
}

/// What was found out is no longer about what is chosen.
void ImportDialog::forgetTrial() {
    m_worker->stop();
    m_staged.reset();
    m_result->showNothing();
    showViews();
    showConfirm();
}

void ImportDialog::confirm() {
    switch (m_steps->currentIndex()) {
    case Choose:
        askForFiles();
        return;
    case Map:
        if (m_staged)
            startImport();
        else if (m_draft->isReady() && !m_worker->isBusy())
            startTrial();
        return;
    default:
        accept();
    }
}

void ImportDialog::startTrial() {
    showProblem({});
    m_result->showBusy();
    const Workspace &workspace = m_shell.workspace();
    m_worker->run<Result<std::shared_ptr<StagedImport>>>(
        [context = ImportContext::of(workspace, workspace.actor()), request = m_draft->request()](
            const WorkProgress &progress,
            const StopToken &stop) -> Result<std::shared_ptr<StagedImport>> {
            auto staged = stageImport(context, request, progress, stop);
            if (!staged)
                return staged.error();
            return std::make_shared<StagedImport>(*std::move(staged));
        },
        [this](Result<std::shared_ptr<StagedImport>> staged) { takeTrial(std::move(staged)); });
    showConfirm();
}

void ImportDialog::takeTrial(Result<std::shared_ptr<StagedImport>> staged) {
    if (!staged) {
        m_result->showNothing();
        showProblem(errorText(staged.error(), m_shell.language(), *m_shell.workspace().catalog()));
        showConfirm();
        return;
    }
    m_staged = *std::move(staged);
    m_result->showReport(m_staged->report());
    showViews();
    showConfirm();
    confirmButton()->setFocus();
}

/// Kept before the import, so that undo takes back the import first.
void ImportDialog::remember() {
    Workspace &workspace = m_shell.workspace();
    for (const auto &[shape, confirmed] : m_draft->shapes()) {
        if (const auto work = rememberWork(shape, confirmed, {workspace.actor()}))
            workspace.submit(*work, this, [this](const Result<Committed> &done) {
                if (!done)
                    m_shell.notifyError(done.error());
            });
    }
}

void ImportDialog::startImport() {
    remember();
    const ImportReport report = m_staged->report();
    const auto number = dw::startImport(m_shell.workspace(), std::move(*m_staged));
    m_staged.reset();
    if (!number) {
        m_result->showNothing();
        showProblem(errorText(number.error(), m_shell.language(), *m_shell.workspace().catalog()));
        showConfirm();
        return;
    }
    m_steps->setCurrentIndex(Run);
    m_job->show(*number, report);
    showConfirm();
    confirmButton()->setFocus();
}

void ImportDialog::askForRejectsFile() {
    auto *dialog =
        new QFileDialog(this, tr("Save rejected rows"), QDir::homePath(), tr("Tables (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(tr("rejected") + u".csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &ImportDialog::saveRejects);
    dialog->open();
}

void ImportDialog::saveRejects(const QString &path) {
    if (!m_staged)
        return;
    QStringList inputs{m_shell.workspace().paths().database()};
    for (const ImportDraftSource &source : m_draft->sources()) {
        if (!source.request.file.isEmpty())
            inputs << source.request.file;
    }
    auto written = checkRejectsTarget(path, inputs);
    if (written)
        written = writeRejects(path, m_staged->report(), m_shell.language(),
                               *m_shell.workspace().catalog());
    showProblem(
        written ? QString()
                : errorText(written.error(), m_shell.language(), *m_shell.workspace().catalog()));
}

void ImportDialog::showConfirm() {
    QPushButton &button = *confirmButton();
    const int step = m_steps->currentIndex();
    cancelButton()->setVisible(step != Run);
    cancelButton()->setText(tr("Cancel"));
    button.setVisible(step != Choose);
    button.setToolTip({});
    if (step == Run) {
        button.setText(tr("Close"));
        button.setEnabled(true);
        return;
    }
    if (!m_staged) {
        button.setText(tr("Try it"));
        button.setEnabled(m_draft->isReady() && !m_worker->isBusy());
        if (const auto wanted = m_draft->wants())
            button.setToolTip(word(*wanted, m_shell.language(), *m_shell.workspace().catalog()));
        return;
    }
    const qint64 rows = rowsToWrite(m_staged->report());
    const qint64 rejected = m_staged->report().rejected;
    button.setEnabled(rows > 0 || rejected > 0);
    if (rows > 0)
        button.setText(tr("Import %Ln record(s)", nullptr, int(rows)));
    else
        button.setText(rejected > 0 ? tr("Keep the rejected rows") : tr("Nothing to import"));
}

} // namespace dw::ui
