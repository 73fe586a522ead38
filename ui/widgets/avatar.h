// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace dw::ui {

/// What stands in a person's circle: the family name's character of a Chinese name (李), the first
/// letters of the first and last word of another ("Li Wanqing" → "LW"); empty for an empty name.
[[nodiscard]] QString initialsOf(const QString &name);

/// A circle in the person's colour at 18 % on `under`, with the initials in a shade of it that
/// reads at 4.5:1.
void paintAvatar(QPainter &p, const QRectF &where, const QString &name, const Theme &theme,
                 const QColor &under);

class Avatar final : public QWidget {
    Q_OBJECT
public:
    Avatar(const Theme &theme, int side, QWidget *parent);
    void setName(const QString &name);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_name;
};

} // namespace dw::ui
