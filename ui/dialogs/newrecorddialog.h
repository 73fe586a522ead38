// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/record.h"
#include "ui/dialogs/dialog.h"

class QScrollArea;
class QToolButton;

namespace dw::ui {

class RecordFields;
class ShellServices;

/// The form of a new row, as the catalogue describes it: the main section open, the others under
/// "More fields". Stays open with its draft when the door refuses; turned away after typing, it
/// offers to go on where it was.
class NewRecordDialog final : public Dialog {
    Q_OBJECT
public:
    NewRecordDialog(const QString &entity, const Record &preset, ShellServices &shell,
                    QWidget *parent);

    void reject() override;
    [[nodiscard]] bool hasInput() const override;

protected:
    void confirm() override;
    void retranslate() override;

private:
    void build();
    void showMore(bool shown);
    void fit();
    void submit(const Record &draft);
    void showRefusal(const Error &error);

    QString m_entity;
    ShellServices &m_shell;
    RecordId m_id; ///< Drawn once, so that a draft that comes back is the same row.
    bool m_wasDraft;
    QScrollArea *m_scroll;
    RecordFields *m_fields;
    RecordFields *m_more;
    QToolButton *m_toggle;
};

} // namespace dw::ui
