// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace dw::ui {

/// Watches input methods at work in the whole program. While one is composing, Enter and Escape
/// belong to it: they choose or drop the candidate, and must never confirm or close anything. Made
/// once; the keys are swallowed before a widget sees them.
class Composing final : public QObject {
    Q_OBJECT
public:
    explicit Composing(QObject *parent);

    [[nodiscard]] bool isActive() const { return m_active; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool m_active = false;
};

} // namespace dw::ui
