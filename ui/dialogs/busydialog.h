// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QProgressBar;
class QPushButton;

namespace dw::ui {

/// Something takes longer than a second: what, how far, and a way to stop it. rejected() once the
/// person asked to stop; it stays until finish() closes it, because stopping takes a moment too.
/// Deletes itself then.
class BusyDialog final : public QDialog {
    Q_OBJECT
public:
    BusyDialog(const QString &saying, QWidget *parent);

    /// A total of 0 means that nobody knows.
    void setProgress(qint64 done, qint64 total);
    void finish();
    void reject() override;

private:
    QProgressBar *m_bar;
    QPushButton *m_cancel;
};

} // namespace dw::ui
