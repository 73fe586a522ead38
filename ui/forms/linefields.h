// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldeditor.h"

class QAction;
class QLineEdit;

namespace dw::ui {

/// A field typed in one line: text, phone, e-mail, number, counter, date, instant. Reading and
/// showing differ by type.
class LineField : public FieldEditor {
    Q_OBJECT
public:
    LineField(const FieldDesc &field, ShellServices &shell, QWidget *parent);

    void setValue(const FieldValue &value, const QString &label) override;
    [[nodiscard]] Result<FieldValue> value() const override;
    void setReadOnly(bool readOnly) override;
    void startEditing() override;

protected:
    [[nodiscard]] QLineEdit &line() const { return *m_line; }
    /// Called with text that is not blank.
    [[nodiscard]] virtual Result<FieldValue> read(const QString &typed) const;
    [[nodiscard]] virtual QString show(const FieldValue &value) const;
    void setText(const QString &text);

private:
    /// Shows what was understood ("3/5" becomes 2026-03-05).
    void tidy();

    QLineEdit *m_line;
};

/// Numbers and counters: right-aligned, with the unit behind.
class NumberField final : public LineField {
    Q_OBJECT
public:
    NumberField(const FieldDesc &field, ShellServices &shell, QWidget *parent);

protected:
    [[nodiscard]] Result<FieldValue> read(const QString &typed) const override;
};

/// A date, typed or picked from a calendar.
class DateField final : public LineField {
    Q_OBJECT
public:
    DateField(const FieldDesc &field, ShellServices &shell, QWidget *parent);

protected:
    [[nodiscard]] Result<FieldValue> read(const QString &typed) const override;
    void retranslate() override;

private:
    void openCalendar();

    QAction *m_open;
};

/// Date and time of day in the workspace's zone.
class InstantField final : public LineField {
    Q_OBJECT
public:
    InstantField(const FieldDesc &field, ShellServices &shell, QWidget *parent);

protected:
    [[nodiscard]] Result<FieldValue> read(const QString &typed) const override;
    [[nodiscard]] QString show(const FieldValue &value) const override;
    void retranslate() override;
};

} // namespace dw::ui
