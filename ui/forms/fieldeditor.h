// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/fielddesc.h"
#include "ui/shell/page.h"

class QLabel;

namespace dw::ui {

/// The editor of one field, by its type; forms, the close dialog and the side panel of the board
/// use the same ones. The control is 30 px high (long text grows); a message stands under it. Enter
/// commits (in a text of several lines Ctrl+Enter) and Escape cancels; while an input method
/// composes neither key comes here (ui/widgets/composing.h).
class FieldEditor : public QWidget {
    Q_OBJECT
public:
    /// Never null; a formula gets an editor that only shows.
    [[nodiscard]] static FieldEditor *make(const FieldDesc &field, ShellServices &shell,
                                           QWidget *parent);

    [[nodiscard]] const FieldDesc &field() const { return m_field; }
    /// Shows a value without counting as an edit. `label` is what people call the row that a link
    /// points at (for a set of links: the titles, comma-separated, in the order of the members).
    virtual void setValue(const FieldValue &value, const QString &label = {}) = 0;
    /// What stands in the editor; empty where nothing does. Fails: "value.<type>" where the text
    /// cannot be read.
    [[nodiscard]] virtual Result<FieldValue> value() const = 0;
    /// True while a person has changed what setValue() showed.
    [[nodiscard]] bool isEdited() const { return m_edited; }

    /// A message under the control and a danger border; empty text takes both away.
    virtual void showProblem(const QString &text);
    [[nodiscard]] QString problem() const;
    /// Offers only rows whose link `field` (stable name) points at `row` (stages of the chosen
    /// pipeline). Others pass over it.
    virtual void restrictTo(const QString &field, RecordId row);
    virtual void setReadOnly(bool readOnly);
    /// Puts the caret into it with everything selected.
    virtual void startEditing();
    /// In a form Enter and Escape go on to the dialog after committed() and cancelled(); alone they
    /// end here.
    void setInForm(bool inForm) { m_inForm = inForm; }

signals:
    void edited();    ///< At every change by a person.
    void committed(); ///< Enter, or a choice was made.
    void cancelled(); ///< Escape.

protected:
    FieldEditor(const FieldDesc &field, ShellServices &shell, QWidget *parent);
    [[nodiscard]] ShellServices &shell() const { return m_shell; }
    /// The widget that takes focus and shows the border; called once by each editor.
    void setControl(QWidget *control, QWidget *row = nullptr);
    void markEdited();
    void markClean() { m_edited = false; }
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    /// What stands beside the field's own label, again in the language in force; editors call it
    /// once when they are made.
    virtual void retranslate() {}

private:
    void name();
    FieldDesc m_field;
    ShellServices &m_shell;
    QWidget *m_control = nullptr;
    QWidget *m_row = nullptr; ///< What stands in the layout: the control, or what holds it.
    QLabel *m_problem = nullptr;
    bool m_edited = false;
    bool m_inForm = false;
};

} // namespace dw::ui
