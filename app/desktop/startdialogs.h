// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/startquestions.h"

#include <QPointer>

namespace dw::ui {
class BusyDialog;
}

namespace dw::desktop {

/// Asks with dialogs of their own, before there is a window.
class StartDialogs final : public QObject, public StartQuestions {
    Q_OBJECT
public:
    explicit StartDialogs(const ui::Theme &theme) : m_theme(theme) {}

    void choose(const ui::ChoiceDialog::Situation &situation,
                std::function<void(std::optional<int>)> answer) override;
    void folder(const QString &title, std::function<void(QString)> answer) override;
    void newFolder(const QString &title, std::function<void(QString)> answer) override;
    void showFolder(const QString &folder) override;
    void busy(const QString &saying, StopToken stop) override;
    void progress(qint64 done, qint64 total) override;
    void finished() override;

private:
    const ui::Theme &m_theme;
    QPointer<ui::BusyDialog> m_busy;
};

} // namespace dw::desktop
