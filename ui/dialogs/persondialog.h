// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/workspace.h"
#include "ui/dialogs/dialog.h"

#include <vector>

class QLineEdit;
class QListWidget;

namespace dw::ui {

class ShellServices;

/// Who sits here: one of the people, found by typing, or a new name typed in full. Keeps the answer
/// for this device (only for the session where the workspace is open to read) and closes.
class PersonDialog final : public Dialog {
    Q_OBJECT
public:
    PersonDialog(ShellServices &shell, QWidget *parent);

protected:
    void confirm() override;
    void retranslate() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Entry {
        RecordId id;
        QString name, title;
    };
    void read();
    void filter();
    void sit(RecordId person);
    void make(const QString &name);
    void settle(const Result<Committed> &done, const std::function<void()> &next);

    ShellServices &m_shell;
    QLineEdit *m_search;
    QListWidget *m_list;
    std::vector<Entry> m_people;
};

} // namespace dw::ui
