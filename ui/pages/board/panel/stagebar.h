// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/board/board.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace dw::ui {

/// The stages of a pipeline as segments; passed ones tinted, the one in force full. Closed ones are
/// green or red.
class StageBar final : public QWidget {
    Q_OBJECT
public:
    StageBar(const Theme &theme, QWidget *parent);
    void show(const BoardPipeline &pipeline, RecordId stage);
    [[nodiscard]] QSize sizeHint() const override { return {200, 4}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    int m_count = 0, m_current = -1;
    Outcome m_outcome = Outcome::Open;
};

} // namespace dw::ui
