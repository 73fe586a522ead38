// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/works.h"
#include "ui/shell/page.h"

#include <QTemporaryDir>
#include <memory>

namespace dw::test {

/// A shell without a window: a real workspace in a temporary folder, a fixed clock, and every
/// message kept for the test to read.
class FakeShell final : public ui::ShellServices {
public:
    /// 2026-03-05T02:00:00Z: 10 o'clock in Shanghai, the workspace's zone.
    FakeShell();
    ~FakeShell() override;

    [[nodiscard]] Workspace &workspace() override { return *m_workspace; }
    [[nodiscard]] ui::Theme &theme() override { return m_theme; }
    [[nodiscard]] Language language() const override { return m_language; }
    void setLanguage(Language language) { m_language = language; }
    void notify(Tone tone, const QString &text, const Action &action) override;
    void notifyError(const Error &error) override;
    void run(Work work, const QString &saying,
             std::function<void(const Result<Committed> &)> done) override;
    void attempt(Work work, const QString &saying,
                 std::function<void(const Result<Committed> &)> done) override;
    void sayDone(const QString &saying, const Committed &done) override;
    void undo() override;
    void undoSet(qint64 set) override { must(undoWork(set, origin())); }
    void redo() override {}
    void openNew(const QString &entity, const Record &preset) override;

    FixedClock clock;
    std::vector<Error> errors;
    QStringList messages;
    std::vector<std::pair<QString, Record>> opened;
    int running = 0; ///< Units that have not answered yet.

    /// Makes a deal from typed text in the named stage of the seeded pipeline; returns its id.
    RecordId makeDeal(const QString &stage, std::vector<TypedEdit> edits);
    /// Runs and waits; ends the test program with the reason where it fails.
    Committed must(const Work &work);
    [[nodiscard]] Origin origin() { return {m_workspace->actor()}; }

private:
    QTemporaryDir m_folder;
    SystemClock m_wall;
    ui::Theme m_theme;
    std::unique_ptr<Workspace> m_workspace;
    Language m_language = Language::English;
};

} // namespace dw::test
