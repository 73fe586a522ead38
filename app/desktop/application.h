// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/desktopoptions.h"
#include "app/desktop/endsignals.h"
#include "app/desktop/pictures.h"
#include "app/desktop/session.h"
#include "app/desktop/startdialogs.h"
#include "app/desktop/startup.h"
#include "ui/shell/languages.h"
#include "ui/shell/lookmenus.h"
#include "ui/shell/preferences.h"
#include "ui/widgets/composing.h"
#include "ui/widgets/focusring.h"

class QSessionManager;

namespace dw::desktop {

/// The window program: builds what lives as long as it does, and runs either the workbench for
/// people or the pictures.
class Application final : public QObject {
    Q_OBJECT
public:
    explicit Application(const DesktopOptions &options);
    ~Application() override;

    /// The exit code: 0 done, 1 failed with the reason on stderr.
    int run();

private:
    void openForPeople();
    void showWindow();
    void askForAnother();
    void exchange(const QString &path);
    [[nodiscard]] bool openForPictures();
    void makePictures();
    void endSession(QSessionManager &manager);
    void quit(int code);
    void complain(const Error &error);

    DesktopOptions m_options;
    EndSignals m_endSignals;
    Clocks m_clocks;
    ui::Preferences m_preferences;
    ui::Theme m_theme;
    ui::Languages m_languages;
    ui::LookMenus m_look;
    ui::Composing m_composing;
    ui::FocusRing m_focusRing;
    StartDialogs m_dialogs;
    StartUp m_startUp;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Pictures> m_pictures;
};

} // namespace dw::desktop
