// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/board/board.h"
#include "core/services/works.h"
#include "ui/dialogs/dialog.h"

#include <vector>

namespace dw::ui {

class RecordFields;
class ShellServices;

/// What a move to Won or Lost still asks for.
struct CloseRequest {
    QString deal;  ///< Its name.
    QString stage; ///< Name of the stage it goes to.
    Outcome outcome = Outcome::Won;
    std::vector<QString> missing; ///< Keys of the fields asked for, of missingForStage().
    Record known;                 ///< The deal as it stands; what it has is shown.
};

/// Asks for exactly the missing fields (amount, closed_on, reason); closed_on starts at today. Use:
/// make, connect answered(), open(); where nothing is missing, open() answers at once. Deletes
/// itself when closed. No nested event loop.
class CloseDealDialog final : public Dialog {
    Q_OBJECT
public:
    CloseDealDialog(ShellServices &shell, const CloseRequest &request, QWidget *parent);
    void open() override;
    [[nodiscard]] bool hasInput() const override;

signals:
    /// The fields as typed edits, ready for MoveRequest::edits. rejected() when the person turned
    /// away.
    void answered(const std::vector<dw::TypedEdit> &edits);

protected:
    void confirm() override;

private:
    RecordFields *m_fields;
    bool m_asks;
};

} // namespace dw::ui
