// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/dialog.h"
#include "ui/shell/page.h"

namespace dw::ui {

/// What the program is: version, licence, libraries, where its log lies; and a button that saves
/// what helps to find a fault, without personal data.
class AboutDialog final : public Dialog {
    Q_OBJECT
public:
    AboutDialog(ShellServices &shell, QWidget *parent);

protected:
    void confirm() override;
    void retranslate() override;

private:
    void addFact(const QString &name, const QString &value);
    void fill();
    void save(const QString &path);

    ShellServices &m_shell;
    QWidget *m_facts;
};

} // namespace dw::ui
