// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/candidates.h"

namespace dw::ui {

/// Rows of the entity that a link, a person or a set of links points at, asked of the worker.
class RowCandidates final : public Candidates {
public:
    RowCandidates(const FieldDesc &field, ShellServices &shell);

    void find(const QString &text, QObject *context,
              std::function<void(std::vector<Candidate>)> answer) override;
    [[nodiscard]] Result<Candidate> exactly(const QString &text) override;
    [[nodiscard]] bool mayMake() const override;
    [[nodiscard]] Candidate make(const QString &text, std::function<void()> failed) override;
    void restrictTo(const QString &field, RecordId row) override;

private:
    FieldDesc m_field;
    ShellServices &m_shell;
    QString m_restrictField;
    RecordId m_restrictRow;
};

} // namespace dw::ui
