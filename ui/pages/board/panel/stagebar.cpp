// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/panel/stagebar.h"

#include <QPainter>

namespace dw::ui {

StageBar::StageBar(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme) {
    setFixedHeight(4);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void StageBar::show(const BoardPipeline &pipeline, RecordId stage) {
    m_count = 0;
    m_current = -1;
    m_outcome = Outcome::Open;
    for (const BoardStage &s : pipeline.stages) {
        if (s.id == stage) {
            m_current = m_count;
            m_outcome = s.outcome;
        }
        if (s.outcome == Outcome::Open)
            ++m_count;
    }
    setAccessibleName(tr("Stage %1 of %2").arg(std::min(m_current + 1, m_count)).arg(m_count));
    update();
}

void StageBar::paintEvent(QPaintEvent *) {
    if (m_count == 0)
        return;
    const Tokens &t = m_theme.tokens();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(Qt::NoPen);
    constexpr qreal gap = 3;
    const qreal width = (this->width() - gap * (m_count - 1)) / m_count;
    for (int i = 0; i < m_count; ++i) {
        QColor color = t.border;
        if (m_outcome == Outcome::Won) {
            color = t.positive;
        } else if (m_outcome == Outcome::Lost) {
            color = t.danger;
        } else if (i <= m_current) {
            color = t.accent;
            color.setAlphaF(i == m_current ? 1.0F : 0.45F);
        }
        p.setBrush(color);
        p.drawRoundedRect(QRectF(i * (width + gap), 0, width, 4), 2, 2);
    }
}

} // namespace dw::ui
