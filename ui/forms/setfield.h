// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/candidates.h"
#include "ui/forms/fieldeditor.h"

class QFrame;
class QLineEdit;
class QToolButton;

namespace dw::ui {

class FlowLayout;
class Picker;

/// Several of many: tags, or choices of a set. Each member is a chip with a cross; typing searches
/// for more, Backspace in the empty line takes the last one away.
class SetField final : public FieldEditor {
    Q_OBJECT
public:
    SetField(const FieldDesc &field, ShellServices &shell, QWidget *parent);

    void setValue(const FieldValue &value, const QString &label) override;
    [[nodiscard]] Result<FieldValue> value() const override;
    void setReadOnly(bool readOnly) override;

protected:
    void retranslate() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Member {
        QString key;
        QToolButton *chip;
    };
    void name(const Member &member, const QString &title) const;
    void add(const QString &key, const QString &label);
    void take(const Candidate &candidate);
    void remove(const QString &key);
    [[nodiscard]] QString labelOf(const QString &key, const QString &title) const;

    QFrame *m_frame;
    FlowLayout *m_flow;
    QLineEdit *m_line;
    Picker *m_picker;
    std::vector<Member> m_members;
};

} // namespace dw::ui
