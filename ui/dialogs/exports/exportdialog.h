// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/exports/listexport.h"
#include "ui/dialogs/dialog.h"
#include "ui/shell/page.h"

class QCheckBox;
class QLabel;

namespace dw::ui {

class Select;

/// What a person wants written, and where.
struct ExportChoice {
    QString entity; ///< Empty: the whole workspace.
    QString where;  ///< A condition on its rows; empty: all of them.
    QString path;   ///< For the whole workspace a folder, or an archive by its name.
    ListFormat format = ListFormat::Csv;
    ListEncoding encoding = ListEncoding::Utf8WithMark;
};

/// Asks what is to be written (the list that is shown, the rows of any entity, or the whole
/// workspace), in which form, and with the platform's own dialog to which place. Writes nothing.
/// Use: make, connect answered(), open(). Deletes itself when closed.
class ExportDialog final : public Dialog {
    Q_OBJECT
public:
    /// `shown`: the list that stands in the window now.
    ExportDialog(const std::optional<ShownList> &shown, ShellServices &shell, QWidget *parent);

signals:
    void answered(const dw::ui::ExportChoice &choice);

protected:
    void confirm() override;
    void retranslate() override;

private:
    /// Of the second list.
    enum class Form { Workbook, Csv, CsvGb18030, Archive, Folder };
    void fillWhat();
    void fillForm();
    void explain();
    [[nodiscard]] ExportChoice choice() const;
    [[nodiscard]] Form form() const;
    [[nodiscard]] QString proposedName() const;

    ShellServices &m_shell;
    std::optional<ShownList> m_shown;
    Select *m_what;
    Select *m_form;
    QLabel *m_whatLabel;
    QLabel *m_formLabel;
    QLabel *m_hint;
};

} // namespace dw::ui
