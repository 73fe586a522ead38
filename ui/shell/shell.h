// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/exports/backupschedule.h"
#include "core/services/jobs/jobs.h"
#include "ui/shell/languages.h"
#include "ui/shell/page.h"
#include "ui/shell/undocontrol.h"

namespace dw::ui {

/// What the window has to say at its bottom.
struct Notification {
    ShellServices::Tone tone = ShellServices::Tone::Info;
    QString text;
    ShellServices::Action action;
    qint64 set =
        0; ///< The set that the action is about: gone once a later one is written. 0: none.
};

/// The services of the window over one open workspace; knows no widget of the window but the one
/// that dialogs stand over.
class Shell final : public QObject, public ShellServices {
    Q_OBJECT
public:
    Shell(Workspace &workspace, Theme &theme, Languages &languages);

    /// Dialogs stand over this window.
    void setWindow(QWidget *window) { m_window = window; }
    [[nodiscard]] UndoControl &undoControl() { return m_undo; }
    [[nodiscard]] Languages &languages() { return m_languages; }
    /// Backups of the workspace; scheduled ones once it was started.
    [[nodiscard]] BackupSchedule &backups() { return m_backups; }
    /// Asks who sits here.
    void choosePerson();
    /// Opens the import with these files, or asks for some.
    void openImport(const QStringList &files);
    /// Says how a long job ended, and offers to take it back.
    void sayJob(const JobInfo &job);

    [[nodiscard]] Workspace &workspace() override { return m_workspace; }
    [[nodiscard]] Theme &theme() override { return m_theme; }
    [[nodiscard]] Language language() const override { return m_languages.current(); }
    void notify(Tone tone, const QString &text, const Action &action) override;
    void notifyError(const Error &error) override;
    void run(Work work, const QString &saying,
             std::function<void(const Result<Committed> &)> done) override;
    void attempt(Work work, const QString &saying,
                 std::function<void(const Result<Committed> &)> done) override;
    void sayDone(const QString &saying, const Committed &done) override;
    void undo() override { m_undo.undo(); }
    void redo() override { m_undo.redo(); }
    void undoSet(qint64 set) override { m_undo.undoSet(set); }
    void openNew(const QString &entity, const Record &preset) override;

signals:
    void notified(const dw::ui::Notification &notification);

private:
    void listen();
    [[nodiscard]] QString say(const Message &message) const;
    [[nodiscard]] QString sayStep(const Message &label, const Committed &done) const;
    [[nodiscard]] std::vector<QString> wordAll(const std::vector<Message> &messages) const;
    [[nodiscard]] QString whyItStays(const UndoPlan::Stays &one) const;
    void sayPartly(const UndoPlan &plan);
    void sayBackup(const QString &path);
    void sayNoBackup(const Error &error, BackupKind kind);
    void askLarge(const UndoControl::Large &step);

    Workspace &m_workspace;
    Theme &m_theme;
    Languages &m_languages;
    UndoControl m_undo;
    BackupSchedule m_backups;
    QWidget *m_window = nullptr;
};

} // namespace dw::ui
