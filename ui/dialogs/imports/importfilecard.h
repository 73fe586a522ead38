// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/imports/importdraft.h"

#include <QAbstractButton>

class QToolButton;

namespace dw::ui {

/// One source of an import: its name, what is known of it, and a way to leave it out. The shown one
/// is checked.
class ImportFileCard final : public QAbstractButton {
    Q_OBJECT
public:
    ImportFileCard(ShellServices &shell, QWidget *parent);
    void show(const ImportDraftSource &source, bool current);
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void removeAsked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QString about(const ImportDraftSource &source) const;

    ShellServices &m_shell;
    QToolButton *m_remove;
    QString m_about;
    bool m_problem = false;
};

} // namespace dw::ui
