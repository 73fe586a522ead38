// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/imports/importer.h"
#include "ui/dialogs/dialog.h"
#include "ui/shell/page.h"

class QButtonGroup;
class QStackedWidget;

namespace dw::ui {

class ImportColumnsModel;
class ImportColumnsView;
class ImportDraft;
class ImportJobPane;
class ImportOptions;
class ImportPreview;
class ImportResult;
class ImportWorker;

/// Files or pasted cells into the workspace: what the columns become is proposed, a trial says what
/// would happen, and the very rows that it judged are then written by a job, which goes on when the
/// dialog is closed.
class ImportDialog final : public Dialog {
    Q_OBJECT
public:
    ImportDialog(ShellServices &shell, QWidget *parent);
    ~ImportDialog() override;

    void addFiles(const QStringList &paths);
    /// Cells of a spreadsheet as text.
    void addPasted(const QString &text);
    [[nodiscard]] bool hasInput() const override;
    /// True once what was added is looked at, and nothing runs (pictures wait for it).
    [[nodiscard]] bool isSettled() const;

protected:
    void confirm() override;
    void retranslate() override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *buildChoose();
    QWidget *buildMap();
    QWidget *buildQuestion();
    QWidget *buildViews();
    void listen();
    void askForFiles();
    void paste();
    void refresh();
    void showQuestion();
    void showSummary();
    void showViews();
    void showRejects();
    void forgetTrial();
    void startTrial();
    void takeTrial(Result<std::shared_ptr<StagedImport>> staged);
    void startImport();
    void remember();
    void askForRejectsFile();
    void saveRejects(const QString &path);
    void showConfirm();

    enum Step { Choose, Map, Run };
    enum View { Columns, Rows, Rejects };

    ShellServices &m_shell;
    ImportDraft *m_draft;
    ImportWorker *m_worker;
    std::shared_ptr<StagedImport> m_staged;
    QStackedWidget *m_steps;
    QLabel *m_dropText;
    QLabel *m_dropHint;
    QPushButton *m_chooseFiles;
    QPushButton *m_paste;
    ImportOptions *m_options;
    QFrame *m_question;
    QLabel *m_questionText;
    std::vector<QPushButton *> m_answers;
    QLabel *m_summary;
    QButtonGroup *m_views;
    QStackedWidget *m_viewStack;
    ImportColumnsModel *m_columns;
    ImportColumnsView *m_columnsView;
    ImportPreview *m_rows;
    ImportPreview *m_rejects;
    ImportResult *m_result;
    ImportJobPane *m_job;
};

} // namespace dw::ui
