// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/boardsteps.h"

#include "core/services/readworker.h"
#include "tests/support/random.h"
#include "ui/models/columnmodel.h"
#include "ui/pages/board/boardpage.h"
#include "ui/pages/board/boardview.h"
#include "ui/pages/board/cards/carddrag.h"
#include "ui/pages/board/columns/boardcolumn.h"
#include "ui/pages/board/columns/columnview.h"
#include "ui/pages/board/filters/filterbar.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QScrollBar>
#include <QTest>
#include <QThread>
#include <QTimer>
#include <QWheelEvent>
#include <ctime>

using namespace Qt::StringLiterals;

namespace dw::bench {
namespace {

constexpr int wheelPx = 40;

void wheel(QAbstractScrollArea &view, int px) {
    const QPoint at = view.viewport()->rect().center();
    QWheelEvent event(at, view.viewport()->mapToGlobal(at), QPoint(0, -px), QPoint(0, -px * 2),
                      Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(view.viewport(), &event);
}

void mouse(QWidget &to, QEvent::Type type, const QPoint &global, Qt::MouseButtons held) {
    QMouseEvent event(type, to.mapFromGlobal(global), global,
                      type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, held, {});
    QApplication::sendEvent(&to, &event);
}

} // namespace

std::vector<double> scrollFrames(QAbstractScrollArea &view, int frames) {
    std::vector<double> samples;
    QScrollBar &bar = *view.verticalScrollBar();
    int step = wheelPx;
    for (int i = 0; i < frames; ++i) {
        if (bar.value() == bar.maximum())
            step = -wheelPx;
        else if (bar.value() == bar.minimum())
            step = wheelPx;
        samples.push_back(milliseconds([&] {
            wheel(view, step);
            view.viewport()->repaint();
        }));
    }
    return samples;
}

BoardSteps::BoardSteps(ui::MainWindow &window, Workspace &workspace)
    : m_window(window),
      m_workspace(workspace),
      m_page(*window.findChild<ui::BoardPage *>()),
      m_board(*window.findChild<ui::BoardView *>()) {}

ui::ColumnView &BoardSteps::view(int column) const { return *m_board.column(column)->view(); }

double BoardSteps::round() const {
    return milliseconds([] { QApplication::processEvents(); });
}

double BoardSteps::firstPaint() {
    QElapsedTimer timer;
    timer.start();
    m_window.show();
    while (m_board.firstCard().isNull() || view(0).column()->rowCount() == 0) {
        round();
        QThread::usleep(200);
        if (timer.elapsed() > 60'000)
            fail(u"the board stayed empty"_s);
    }
    QApplication::processEvents();
    const double painted = double(timer.nsecsElapsed()) / 1e6;
    (void)untilReady();
    return painted;
}

std::vector<double> BoardSteps::scroll(int frames) { return scrollFrames(view(0), frames); }

std::vector<double> BoardSteps::scrollAll(int frames) {
    std::vector<double> samples;
    samples.reserve(size_t(frames));
    for (int i = 0; i < frames; ++i)
        samples.push_back(milliseconds([&] {
            for (int c = 0; m_board.firstCard() != RecordId() && c < 7; ++c)
                wheel(view(c), wheelPx);
            QApplication::processEvents();
        }));
    return samples;
}

std::vector<double> BoardSteps::jump(int frames) {
    std::vector<double> samples;
    samples.reserve(size_t(frames));
    test::Random random(7);
    QScrollBar &bar = *view(0).verticalScrollBar();
    for (int i = 0; i < frames; ++i)
        samples.push_back(milliseconds([&] {
            bar.setValue(int(random.below(bar.maximum() + 1)));
            view(0).viewport()->repaint();
        }));
    bar.setValue(0);
    return samples;
}

std::vector<double> BoardSteps::drag(int frames) {
    ui::ColumnView &from = view(0);
    const QPoint start =
        from.viewport()->mapToGlobal(from.visualRect(from.column()->index(0)).center());
    mouse(*from.viewport(), QEvent::MouseButtonPress, start, Qt::LeftButton);
    mouse(*from.viewport(), QEvent::MouseMove, start + QPoint(30, 10), Qt::LeftButton);
    const QPointer<ui::CardDrag> drag = m_window.findChild<ui::CardDrag *>();
    if (!drag)
        fail(u"no drag began"_s);
    const QPoint end = view(5).viewport()->mapToGlobal(view(5).viewport()->rect().center());
    std::vector<double> samples;
    for (int i = 0; i < frames; ++i) {
        const double share = double(i) / frames;
        const QPoint at = start + QPoint(int((end - start).x() * share), (i * 7) % 400);
        if (!drag)
            fail(u"the drag ended by itself"_s);
        samples.push_back(milliseconds([&] {
            mouse(*drag, QEvent::MouseMove, at, Qt::LeftButton);
            QApplication::processEvents();
        }));
    }
    QTest::keyClick(drag.data(), Qt::Key_Escape);
    QApplication::processEvents();
    return samples;
}

BoardSteps::Drops BoardSteps::drop(int times) {
    Drops drops;
    for (int i = 0; i < times; ++i) {
        ui::ColumnView &from = view(0);
        from.setFocus();
        from.setCurrentIndex(from.column()->index(0));
        QApplication::processEvents();
        bool committed = false;
        QElapsedTimer timer;
        const auto heard = QObject::connect(&m_workspace, &Workspace::changed, &m_window,
                                            [&] { committed = true; });
        timer.start();
        QTest::keyClick(&from, Qt::Key_Right, Qt::ControlModifier);
        QApplication::processEvents();
        drops.painted.push_back(double(timer.nsecsElapsed()) / 1e6);
        while (!committed && timer.elapsed() < 10'000)
            round();
        drops.committed.push_back(double(timer.nsecsElapsed()) / 1e6);
        QObject::disconnect(heard);
        if (!committed)
            fail(u"a drop was not committed"_s);
        (void)untilReady();
    }
    return drops;
}

BoardSteps::Narrowed BoardSteps::untilReady() {
    Narrowed narrowed;
    QElapsedTimer timer;
    timer.start();
    // The answer of the worker comes between two rounds: ready twice in a row is ready.
    int calm = 0;
    while (calm < 2 && timer.elapsed() < 60'000) {
        narrowed.blocked = std::max(narrowed.blocked, round());
        calm = m_page.isReady() ? calm + 1 : 0;
        if (!m_page.isReady())
            QThread::usleep(100);
    }
    QApplication::processEvents();
    narrowed.painted = double(timer.nsecsElapsed()) / 1e6;
    return narrowed;
}

std::vector<double> BoardSteps::filterText(const QString &text) {
    auto &line = *m_window.findChild<QLineEdit *>(u"boardFilter"_s);
    std::vector<double> blocked;
    line.setFocus();
    for (const QChar letter : text) {
        QTest::keyClick(&line, letter.toLatin1());
        QElapsedTimer timer;
        timer.start();
        double longest = 0;
        while (timer.elapsed() < 250)
            longest = std::max(longest, round());
        blocked.push_back(longest);
    }
    line.clear();
    QElapsedTimer timer;
    timer.start();
    double longest = 0;
    while (timer.elapsed() < 250)
        longest = std::max(longest, round());
    blocked.push_back(longest);
    return blocked;
}

BoardSteps::Narrowed BoardSteps::filterBy(const QString &expression) {
    auto &bar = *m_window.findChild<ui::FilterBar *>();
    BoardFilter filter;
    filter.expression = expression;
    bar.setFilter(filter);
    const Narrowed narrowed = untilReady();
    bar.setFilter({});
    (void)untilReady();
    return narrowed;
}

BoardSteps::Narrowed BoardSteps::groupByOwner() {
    auto &bar = *m_window.findChild<ui::FilterBar *>();
    Narrowed narrowed;
    const auto choose = [&](BoardGrouping by) {
        narrowed.blocked = milliseconds([&] { bar.setGrouping(by); });
        const Narrowed rest = untilReady();
        narrowed.painted = narrowed.blocked + rest.painted;
        narrowed.blocked = std::max(narrowed.blocked, rest.blocked);
    };
    choose(BoardGrouping::Owner);
    const Narrowed first = narrowed;
    choose(BoardGrouping::Stage);
    return first;
}

double BoardSteps::idle(int ms) {
    (void)untilReady();
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    const std::clock_t before = std::clock();
    loop.exec();
    return double(std::clock() - before) / CLOCKS_PER_SEC / ms * 1000;
}

} // namespace dw::bench
