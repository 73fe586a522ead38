// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/jobs/jobs.h"
#include "core/store/jobs/stagingfile.h"
#include "tests/core/services/workspacefixture.h"

namespace dw::test {

/// A workspace and staged imports of it: contacts of a few accounts, changes of accounts that
/// stand, rejected rows.
class JobFixture : public WorkspaceFixture {
public:
    struct Plan {
        int accounts = 3;
        int contacts = 40;
        int rejected = 2;
        std::vector<std::pair<Record, std::vector<GroupVersion>>> changes = {};
    };
    /// Writes a finished staging file and gives its path.
    [[nodiscard]] QString stage(const Plan &plan);
    [[nodiscard]] QString stage() { return stage(Plan{}); }
    /// Stages, starts, and waits for the end.
    JobInfo import(const Plan &plan);
    JobInfo import() { return import(Plan{}); }
    [[nodiscard]] Jobs &jobs() { return workspace().jobs(); }
    /// Lets the job run so far that `enough` says so, and pauses it there; ends the run where the
    /// job is done first.
    JobInfo pauseWhen(qint64 job, const std::function<bool(const JobInfo &)> &enough);

    /// The drafts of the last stage().
    [[nodiscard]] Record account(int n);
    [[nodiscard]] Record contact(int n);
    [[nodiscard]] Record values(QStringView entity, RecordId id,
                                std::initializer_list<std::pair<QStringView, FieldValue>> fields);
    /// The versions of all groups as they stand.
    [[nodiscard]] std::vector<GroupVersion> versions(RecordId id);
    /// Rows of an entity that are not deleted.
    [[nodiscard]] qint64 count(const QString &entity);
    /// Rows of the contact's name, found by the key table.
    [[nodiscard]] qsizetype found(const QString &name);
    [[nodiscard]] QStringList filesOfJobs() const;
    /// Ids of the messages.
    [[nodiscard]] static QStringList ids(const std::vector<Message> &messages);

    /// Of the rows of the last stage(), in order.
    std::vector<RecordId> accountIds, contactIds;
};

} // namespace dw::test
