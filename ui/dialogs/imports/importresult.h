// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/imports/importer.h"
#include "ui/shell/page.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace dw::ui {

/// What a trial of an import found: rows that are new, changed, the same and rejected, by what they
/// are, and the sums of their amounts to compare with the source's.
class ImportResult final : public QWidget {
    Q_OBJECT
public:
    ImportResult(ShellServices &shell, QWidget *parent);

    /// Nothing was tried yet, or not with what is chosen now.
    void showNothing();
    void showBusy();
    /// A total of 0: nobody knows.
    void showProgress(qint64 done, qint64 total);
    void showReport(const ImportReport &report);
    void retranslate();

signals:
    void cancelAsked();
    void saveRejectsAsked();

private:
    enum class State { Nothing, Busy, Report };
    void use(State state);
    void build();
    void clearFigures();
    void addFigures(const QString &entity);
    void addFigure(int row, const QString &icon, QColor Tokens::*color, const QString &text,
                   qint64 count);
    void addSums();
    void addNotes();
    void addLine(const char *role, const QString &text);

    ShellServices &m_shell;
    State m_state = State::Nothing;
    std::optional<ImportReport> m_report;
    QLabel *m_title;
    QLabel *m_saying;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    QWidget *m_figures;
    QVBoxLayout *m_lines;
    QGridLayout *m_grid = nullptr;
    QPushButton *m_save;
};

} // namespace dw::ui
