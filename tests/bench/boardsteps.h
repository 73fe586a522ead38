// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/bench.h"

#include <QAbstractScrollArea>
#include <QPointer>

namespace dw {
class Workspace;
}
namespace dw::ui {
class BoardPage;
class BoardView;
class ColumnView;
class MainWindow;
} // namespace dw::ui

namespace dw::bench {

/// What a person does on the board, each step timed from the event to the painted pixels.
class BoardSteps {
public:
    BoardSteps(ui::MainWindow &window, Workspace &workspace);

    /// Milliseconds until cards are painted.
    [[nodiscard]] double firstPaint();
    [[nodiscard]] std::vector<double> scroll(int frames);
    /// All columns in each frame.
    [[nodiscard]] std::vector<double> scrollAll(int frames);
    /// To anywhere in the column.
    [[nodiscard]] std::vector<double> jump(int frames);
    [[nodiscard]] std::vector<double> drag(int frames);
    struct Drops {
        std::vector<double> painted, committed;
    };
    [[nodiscard]] Drops drop(int times);
    /// The longest time without an answer to events while a text is typed, one letter a time.
    [[nodiscard]] std::vector<double> filterText(const QString &text);
    struct Narrowed {
        double painted = 0, blocked = 0;
    };
    [[nodiscard]] Narrowed filterBy(const QString &expression);
    [[nodiscard]] Narrowed groupByOwner();
    /// Share of one processor over so many milliseconds in which nobody does anything.
    [[nodiscard]] double idle(int ms);

private:
    [[nodiscard]] ui::ColumnView &view(int column) const;
    [[nodiscard]] Narrowed untilReady();
    /// One round of events; the milliseconds that it took.
    double round() const;

    ui::MainWindow &m_window;
    Workspace &m_workspace;
    ui::BoardPage &m_page;
    ui::BoardView &m_board;
};

/// Frames of a bare view scrolled in the same way.
[[nodiscard]] std::vector<double> scrollFrames(QAbstractScrollArea &view, int frames);

} // namespace dw::bench
