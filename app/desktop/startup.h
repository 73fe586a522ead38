// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/startquestions.h"
#include "core/base/clock.h"
#include "core/services/backgroundwork.h"
#include "core/services/workspace.h"

namespace dw::desktop {

/// From "the program was started" to an open workspace: opens what was named, and where that does
/// not go offers every way on (make one, open another, the sample, read only, restore a backup,
/// copy from a network). Never waits for an answer.
class StartUp final : public QObject {
    Q_OBJECT
public:
    struct Surroundings {
        const Clock &clock;
        const Clock &wall;
        StartQuestions &questions;
        std::function<Language()> language;
        std::function<QString(Language)> sampleWorkspace; ///< Where the sample is made.
    };
    explicit StartUp(Surroundings surroundings);
    ~StartUp() override;

    /// An empty path asks what to do.
    void begin(const QString &path);
    void askForAnother();

    /// The workspace of the last opened(); null before.
    [[nodiscard]] std::unique_ptr<Workspace> takeWorkspace() { return std::move(m_workspace); }

signals:
    void opened();
    /// The person left without a workspace.
    void gaveUp();

private:
    /// One offer: how it looks and what it does.
    struct Offer {
        ui::Way way;
        std::function<void()> act;
    };
    void open(const QString &path, Workspace::Mode mode);
    void welcome();
    void explain(const Error &error, const QString &path);
    void ask(const QString &icon, const QString &title, const QString &text,
             std::vector<Offer> offers);
    [[nodiscard]] std::vector<Offer> offersFor(const Error &error, const QString &path);
    [[nodiscard]] std::vector<Offer> restoreOffers(const QString &path);
    [[nodiscard]] std::vector<Offer> withoutBackup(const Error &error, const QString &path);
    [[nodiscard]] Offer offerNew();
    [[nodiscard]] Offer offerAnother();
    [[nodiscard]] Offer offerSample();
    [[nodiscard]] Offer offerAgain(const QString &path);
    [[nodiscard]] Offer offerCopy(const QString &path);
    void create(const QString &folder);
    void openSample();
    void restore(const QString &path, const QString &backup);
    void copy(const QString &from, const QString &to);
    void inBackground(const QString &saying, std::function<Result<void>()> task,
                      const QString &thenOpen);
    [[nodiscard]] QString say(const Error &error) const;
    [[nodiscard]] Workspace::Options optionsFor(const QString &path, Workspace::Mode mode) const;

    Surroundings m_around;
    std::unique_ptr<Workspace> m_workspace;
    StopToken m_stop;
    std::unique_ptr<BackgroundWork> m_background;
};

} // namespace dw::desktop
