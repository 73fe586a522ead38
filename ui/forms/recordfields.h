// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldeditor.h"

#include <span>

class QGridLayout;
class QLabel;

namespace dw::ui {

/// Editors of some fields of one entity, each with its label above it, a mark where the field is
/// required, and its message under it; in two columns, long texts across both.
/// A field that was edited is judged when it is left, all of them by read().
class RecordFields final : public QWidget {
    Q_OBJECT
public:
    RecordFields(const EntityDesc &entity, ShellServices &shell, QWidget *parent);
    ~RecordFields() override;

    /// `required` asks for a value whatever the catalogue says.
    FieldEditor *add(FieldHandle handle, bool required = false);
    void addHeading(const Label &text);
    [[nodiscard]] const EntityDesc &entity() const { return m_entity; }
    [[nodiscard]] FieldEditor *editor(QStringView key) const;
    [[nodiscard]] bool isEdited() const;

    /// Shows the values that the record holds.
    void show(const Record &record);
    /// What stands in the editors, empty fields left out. What cannot be read or is not valid is
    /// said under its field; nothing then, and the first such field gets the caret.
    [[nodiscard]] std::optional<Record> read();
    /// As far as it can be read; says nothing.
    [[nodiscard]] Record draft() const;
    /// Puts each reason that names a field here under that field; returns those that name none.
    [[nodiscard]] std::vector<Message> showReasons(std::span<const Message> reasons);
    void focusFirst();
    /// The caret to the first field that has a message; false where none has.
    bool focusProblem();

signals:
    void edited();
    /// A message came or went because a field was left.
    void judged();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Entry {
        FieldHandle handle;
        bool required;
        QLabel *label;
        FieldEditor *editor;
    };
    struct Heading {
        Label text;
        QLabel *label;
    };
    [[nodiscard]] const FieldDesc &descOf(const Entry &entry) const;
    [[nodiscard]] std::optional<Message> judge(const Entry &entry,
                                               const Result<FieldValue> &value) const;
    [[nodiscard]] QString say(const Entry &entry, Message problem) const;
    void follow(QWidget *left, QWidget *entered);
    void place(QLabel *label, FieldEditor *editor, bool wide);
    void label(const Entry &entry);
    void tie(const Entry &entry);
    void passOn(const Entry &from);

    EntityDesc m_entity;
    ShellServices &m_shell;
    QGridLayout *m_grid;
    std::vector<Entry> m_entries;
    std::vector<Heading> m_headings;
    int m_row = 0;
    int m_column = 0;
};

} // namespace dw::ui
