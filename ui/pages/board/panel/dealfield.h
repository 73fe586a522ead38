// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/recordview.h"
#include "ui/shell/page.h"

class QToolButton;
class QStackedLayout;

namespace dw::ui {

class Avatar;
class ElidedLabel;
class FieldEditor;

/// One field of the panel: label, value, the mark that tells its sources. A click or Return on the
/// value edits it in place. Enter, or going elsewhere, commits what was typed; Escape drops it.
/// What cannot be read stays in the editor with a message until it is mended or dropped.
class DealField final : public QWidget {
    Q_OBJECT
public:
    DealField(const FieldDesc &field, ShellServices &shell, QWidget *parent);

    static constexpr int labelWidth = 96; ///< The longest label of a deal in English.

    [[nodiscard]] const FieldDesc &field() const { return m_field; }
    /// `seen` is the version of the field's merge group that the view shows.
    void show(const FieldView &view, const GroupVersion &seen);
    /// While editing: the draft now stands over this newer value, so the next commit replaces it
    /// knowingly.
    void rebase(const FieldView &view, const GroupVersion &seen);
    [[nodiscard]] const GroupVersion &seen() const { return m_seen; }
    /// A few words behind the value ("26 days left").
    void setNote(const QString &note);
    /// Only rows of this pipeline are offered as stages.
    void restrictTo(const QString &link, RecordId row);
    [[nodiscard]] bool isEditing() const { return m_editor != nullptr; }
    void startEditing();
    /// Brings back what was typed before and could not be written.
    void resume(const FieldValue &draft, const QString &problem);
    /// The draft stays, with the message under it.
    void showProblem(const QString &text);
    void stopEditing();
    /// Commits what was typed; false where it cannot be read, which then has focus and a message.
    [[nodiscard]] bool leave();

signals:
    void committed(const QString &name, const dw::FieldValue &value);
    void whyAsked(const QString &name, const QPoint &global);
    void editingStarted(); ///< Before the editor takes the focus.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fill();
    void commit();
    void followFocus(const QWidget *now);
    void setStacked(bool stacked);

    FieldDesc m_field;
    ShellServices &m_shell;
    ElidedLabel *m_label;
    Avatar *m_avatar = nullptr; ///< Of a person.
    ElidedLabel *m_value;
    QString m_note;
    QToolButton *m_why;
    QWidget *m_shown;
    FieldEditor *m_editor = nullptr;
    bool m_pending = false; ///< Committed, and no answer yet.
    FieldView m_view;
    GroupVersion m_seen;
    QString m_restrictLink;
    RecordId m_restrictRow;
};

} // namespace dw::ui
