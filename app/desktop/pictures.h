// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/shell/mainwindow.h"

#include <QElapsedTimer>
#include <QTimer>

namespace dw::desktop {

/// Renders every page of a window to <page>.png in a folder, one after the other, each once it
/// shows all it has loaded. Never asks; a page that does not finish in time is an error.
class Pictures final : public QObject {
    Q_OBJECT
public:
    Pictures(ui::MainWindow &window, QString folder, QSize size);
    void start();

signals:
    void finished();
    /// "cli.picture_failed" {file}, "cli.picture_late" {name}.
    void failed(const dw::Error &error);

private:
    enum class Step { Loading, Preparing, Settling };
    void look();
    void take();
    void next();

    ui::MainWindow &m_window;
    QString m_folder;
    QTimer m_timer;
    QElapsedTimer m_since;
    size_t m_page = 0;
    Step m_step = Step::Loading;
};

} // namespace dw::desktop
