// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/startdialogs.h"

#include "ui/dialogs/busydialog.h"
#include "ui/dialogs/newfolderdialog.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QUrl>

namespace dw::desktop {

void StartDialogs::choose(const ui::ChoiceDialog::Situation &situation,
                          std::function<void(std::optional<int>)> answer) {
    auto *dialog = new ui::ChoiceDialog(situation, m_theme, nullptr);
    connect(dialog, &ui::ChoiceDialog::chosen, this, [answer](int way) { answer(way); });
    connect(dialog, &QDialog::rejected, this, [answer] { answer(std::nullopt); });
    dialog->open();
}

void StartDialogs::folder(const QString &title, std::function<void(QString)> answer) {
    auto *dialog = new QFileDialog(nullptr, title, ui::usualPlace());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this,
            [answer](const QString &folder) { answer(folder); });
    connect(dialog, &QDialog::rejected, this, [answer] { answer({}); });
    dialog->open();
}

void StartDialogs::newFolder(const QString &title, std::function<void(QString)> answer) {
    auto *dialog =
        new ui::NewFolderDialog(title, QStringLiteral("Dealwright"), ui::usualPlace(), nullptr);
    connect(dialog, &ui::NewFolderDialog::answered, this,
            [answer](const QString &folder) { answer(folder); });
    connect(dialog, &QDialog::rejected, this, [answer] { answer({}); });
    dialog->open();
}

void StartDialogs::showFolder(const QString &folder) {
    QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
}

void StartDialogs::busy(const QString &saying, StopToken stop) {
    m_busy = new ui::BusyDialog(saying, nullptr);
    connect(m_busy, &QDialog::rejected, this, [stop]() mutable { stop.stop(); });
    m_busy->open();
}

void StartDialogs::progress(qint64 done, qint64 total) {
    if (m_busy)
        m_busy->setProgress(done, total);
}

void StartDialogs::finished() {
    if (m_busy)
        m_busy->finish();
}

} // namespace dw::desktop
