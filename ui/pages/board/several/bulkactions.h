// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/works.h"
#include "ui/shell/page.h"

namespace dw::ui {

class BoardStore;

/// What is done with several deals at once, beside moving them: each asks once and is one change
/// that is undone at once.
class BulkActions final : public QObject {
    Q_OBJECT
public:
    BulkActions(const BoardStore &store, ShellServices &shell, QWidget *window);

    void assign(const std::vector<RecordId> &deals);
    void addTask(const std::vector<RecordId> &deals);
    void tag(const std::vector<RecordId> &deals);

signals:
    void done();

private:
    [[nodiscard]] QString subject(const std::vector<RecordId> &deals) const;
    void write(std::vector<Work> works, const QString &id, const QString &to, size_t count,
               const QString &saying);

    const BoardStore &m_store;
    ShellServices &m_shell;
    QWidget *m_window;
};

} // namespace dw::ui
