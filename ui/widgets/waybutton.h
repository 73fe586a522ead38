// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QPushButton>

namespace dw::ui {

/// A large button: an icon, a title, and a line of meaning under it.
class WayButton final : public QPushButton {
    Q_OBJECT
public:
    WayButton(const Theme &theme, const QString &icon, const QString &text, const QString &hint,
              QWidget *parent);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QRect hintArea(int width) const;

    const Theme &m_theme;
    QString m_icon;
    QString m_hint;
};

} // namespace dw::ui
