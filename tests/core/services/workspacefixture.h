// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/works.h"
#include "core/services/workspace.h"

#include <QTemporaryDir>

namespace dw::test {

/// A fresh workspace in a folder of its own, in Asia/Shanghai and with the person "Li Na" sitting
/// there. Business time and wall clock begin at 2026-03-09T02:00:00Z (10:00 there) and move only by
/// tick(). What must not fail ends the run.
class WorkspaceFixture {
public:
    WorkspaceFixture();

    [[nodiscard]] Workspace &workspace() { return *m_workspace; }
    [[nodiscard]] Reader &reader() { return m_workspace->reader(); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] Workspace::Options options(Workspace::Mode mode = Workspace::Mode::Write) const;
    [[nodiscard]] const EntityDesc &entity(QStringView key) const;
    [[nodiscard]] Origin origin(const QString &reason = {}) const;
    void tick(qint64 ms = 60'000);
    void close() { m_workspace.reset(); }
    void reopen(Workspace::Mode mode = Workspace::Mode::Write);

    /// "name=Acme|amount=CNY 5|tags+=red" as typed edits.
    [[nodiscard]] static std::vector<TypedEdit> edits(const QString &text);
    RecordId create(const QString &entity, const QString &edits);
    qint64 edit(const QString &entity, RecordId id, const QString &edits);
    /// To the stage of that name in the default pipeline.
    qint64 move(RecordId deal, const QString &stage, const QString &edits = {},
                const QString &reason = {});
    [[nodiscard]] Result<Committed> run(const Work &work) { return m_workspace->run(work); }

    [[nodiscard]] RecordId named(const QString &entity, const QString &title);
    [[nodiscard]] Row row(const QString &entity, RecordId id);
    /// Canonical text of a field.
    [[nodiscard]] QString text(const QString &entity, RecordId id, QStringView field);
    /// Label of a set as words in English.
    [[nodiscard]] QString label(qint64 set);
    /// Damage that the check finds, by id; empty = clean.
    [[nodiscard]] QStringList damage();

    FixedClock clock;
    FixedClock wall;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Workspace> m_workspace;
};

} // namespace dw::test
