// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/board/cards/cardpainter.h"
#include "ui/shell/page.h"

#include <QWidget>

namespace dw::ui {

/// A card, or several as a stack, that follows the mouse, with a label that says what letting go
/// will do. Takes all mouse and key events while it is up; no nested event loop. Escape, or losing
/// the mouse, ends it without a drop.
class CardDrag final : public QWidget {
    Q_OBJECT
public:
    /// `face`: of the card under the mouse, laid out for `width`.
    CardDrag(std::vector<RecordId> deals, CardFace face, int width, QPoint grip,
             ShellServices &shell, QWidget *board);

    [[nodiscard]] const std::vector<RecordId> &deals() const { return m_deals; }
    /// Moves it so that the grip lies under this point.
    void follow(const QPoint &global);
    /// Empty = none; in danger colours where letting go would be refused.
    void setLabel(const QString &label, bool allowed = true);

signals:
    void moved(const QPoint &global);
    void dropped(const QPoint &global);
    void cancelled();

protected:
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void finish();

    std::vector<RecordId> m_deals;
    CardFace m_face;
    CardPainter m_painter;
    ShellServices &m_shell;
    QPoint m_grip;
    int m_cardWidth;
    QString m_label;
    bool m_allowed = true;
    bool m_done = false;
};

} // namespace dw::ui
