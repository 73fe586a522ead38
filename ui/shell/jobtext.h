// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/jobs/jobs.h"
#include "core/services/wording/wording.h"

#include <QCoreApplication>

namespace dw::ui {

/// What the window says of a long job, in the language in force.
class JobText {
    Q_DECLARE_TR_FUNCTIONS(dw::ui::JobText)
public:
    JobText(const Catalog &catalog, Language language) : m_catalog(catalog), m_language(language) {}

    /// "Import deals.csv", "Undo: Import deals.csv".
    [[nodiscard]] QString title(const JobInfo &job) const;
    /// What it does now: "Writing rows", "Paused".
    [[nodiscard]] static QString state(const JobInfo &job);
    /// How it ended, with details(), a line each.
    [[nodiscard]] QString ending(const JobInfo &job) const;
    /// Why it stands still, what was rejected and what stayed, a line each.
    [[nodiscard]] QString details(const JobInfo &job) const;
    /// 0..100; 99 is the most before it has ended.
    [[nodiscard]] static int percent(const JobInfo &job);

private:
    const Catalog &m_catalog;
    Language m_language;
};

} // namespace dw::ui
