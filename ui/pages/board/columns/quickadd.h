// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/board/boardgroups.h"
#include "ui/shell/page.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace dw::ui {

class FieldEditor;

/// A new deal in a column: name, account and amount, Return after Return. The column gives it its
/// stage, owner or close date. Escape closes it; what is typed stays until the next time.
class QuickAdd final : public QFrame {
    Q_OBJECT
public:
    QuickAdd(BoardGroup group, RecordId pipeline, ShellServices &shell, QWidget *parent);

    void start();
    /// True while something typed is not written yet.
    [[nodiscard]] bool hasInput() const;

signals:
    void closed();
    void added(dw::RecordId deal);
    /// The whole form, with what is typed.
    void moreAsked(const dw::Record &draft);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void place(Record &draft) const;
    [[nodiscard]] std::optional<Record> read();
    void commit();
    void clear();

    BoardGroup m_group;
    RecordId m_pipeline;
    ShellServices &m_shell;
    std::vector<std::pair<FieldHandle, FieldEditor *>> m_editors;
    QPushButton *m_add;
    QPushButton *m_more;
    bool m_running = false;
};

} // namespace dw::ui
