// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QDialog>
#include <vector>

namespace dw::ui {

/// One way on: an icon, what it does, and what that means.
struct Way {
    QString icon, text, hint;
};

/// A situation and the ways on from it, a large button each. The first has the focus. Use: make,
/// connect chosen(), open(). Deletes itself when closed.
class ChoiceDialog final : public QDialog {
    Q_OBJECT
public:
    struct Situation {
        QString icon;
        QString title;
        QString text; ///< What happened, what was kept, what to do.
        std::vector<Way> ways;
        QString leave; ///< The way out ("Quit").
    };
    ChoiceDialog(const Situation &situation, const Theme &theme, QWidget *parent);

signals:
    void chosen(int way);
};

} // namespace dw::ui
