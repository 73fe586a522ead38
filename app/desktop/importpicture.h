// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/imports/importdialog.h"

#include <QPointer>
#include <QTemporaryDir>

namespace dw::desktop {

/// The import with a small file of another system, for a picture: columns proposed, and tried where
/// the workspace may be written to. Writes no record.
class ImportPicture final {
public:
    ImportPicture(ui::ShellServices &shell, QWidget *window);
    ~ImportPicture();

    /// Goes on by itself; true once everything is there that a picture should show.
    [[nodiscard]] bool isReady();
    [[nodiscard]] QPixmap grab();

private:
    QTemporaryDir m_folder;
    QPointer<ui::ImportDialog> m_dialog;
    bool m_mayTry;
};

} // namespace dw::desktop
