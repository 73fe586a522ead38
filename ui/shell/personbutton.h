// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace dw::ui {

/// Who sits here: avatar, name, and the mark of a menu.
class PersonButton final : public QAbstractButton {
    Q_OBJECT
public:
    PersonButton(const Theme &theme, QWidget *parent);

    /// `shown` stands for a missing name; the avatar is then an outline.
    void setPerson(const QString &name, const QString &shown);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_name;
};

} // namespace dw::ui
