// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/board/board.h"
#include "core/services/works.h"
#include "ui/dialogs/dialog.h"

#include <vector>

namespace dw::ui {

class FieldEditor;
class RecordFields;
class ShellServices;

/// What a move to Won or Lost asks for.
struct CloseRequest {
    QString deal;  ///< Its name, or how many they are.
    QString stage; ///< Name of the stage it goes to.
    Outcome outcome = Outcome::Won;
    bool several = false; ///< Then each keeps its own amount.
    Record known;         ///< The deal as it stands; what it has is shown.
};

/// Asks for date, final amount, reason and competitor of a deal that closes; what Won or Lost
/// cannot do without is marked. The date starts at today. Use: make, connect answered(), open().
/// Deletes itself when closed. No nested event loop.
class CloseDealDialog final : public Dialog {
    Q_OBJECT
public:
    struct Answer {
        std::vector<TypedEdit> edits; ///< Ready for MoveRequest::edits.
        RecordId competitor;          ///< Null where none was named.
    };
    CloseDealDialog(ShellServices &shell, const CloseRequest &request, QWidget *parent);
    [[nodiscard]] bool hasInput() const override;

signals:
    /// rejected() when the person turned away.
    void answered(const dw::ui::CloseDealDialog::Answer &answer);

protected:
    void confirm() override;

private:
    void addCompetitor(ShellServices &shell);

    RecordFields *m_fields;
    FieldEditor *m_competitor = nullptr;
};

} // namespace dw::ui
