// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace dw::ui {

class ImportColumnsModel;
class ImportDraft;
class ShellServices;

/// The table of columns. A click on what a column becomes, Enter, Space or F2 on its row opens the
/// list of everything that it may become.
class ImportColumnsView final : public QTableView {
    Q_OBJECT
public:
    ImportColumnsView(ImportDraft &draft, ImportColumnsModel &model, ShellServices &shell,
                      QWidget *parent);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void pick(int row);

    ImportDraft &m_draft;
    ShellServices &m_shell;
};

} // namespace dw::ui
