// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QPointer>
#include <QWidget>

namespace dw::ui {

/// The one ring of the program: 2 px of the accent at 28 % around the control that has the focus
/// (its own border turns accent by the style sheet). Made once; follows the focus of the whole
/// application.
class FocusRing final : public QObject {
    Q_OBJECT
public:
    FocusRing(const Theme &theme, QObject *parent);
    ~FocusRing() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(QWidget *widget);
    void place();

    const Theme &m_theme;
    QPointer<QWidget> m_target;
    QPointer<QWidget> m_ring;
};

} // namespace dw::ui
