// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui/boardfixture.h"

#include "core/services/readworker.h"
#include "ui/models/columnmodel.h"
#include "ui/pages/board/boardview.h"
#include "ui/pages/board/cards/carddrag.h"
#include "ui/pages/board/cards/cardface.h"
#include "ui/pages/board/columns/boardcolumn.h"
#include "ui/pages/board/columns/columnview.h"
#include "ui/pages/board/columns/grouptext.h"

#include <QApplication>
#include <QMenu>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

using namespace ui;

BoardView &BoardFixture::board() const { return *m_page->findChild<BoardView *>(); }

BoardColumn &BoardFixture::column(int at) const { return *board().column(at); }

ColumnView &BoardFixture::view(int at) const { return *column(at).view(); }

void BoardFixture::open() {
    m_page = std::make_unique<BoardPage>(m_shell);
    m_page->resize(1440, 820);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    settle();
}

void BoardFixture::settle() {
    QTRY_VERIFY(m_page->isReady() && m_shell.running == 0);
    for (int i = 0; i < 3; ++i) {
        QCoreApplication::processEvents();
        workspace().worker().drain();
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    QTRY_VERIFY(m_page->isReady() && m_shell.running == 0);
}

RecordId BoardFixture::deal(const QString &stage, const QString &name, const QString &amount) {
    std::vector<TypedEdit> edits{{u"name"_s, {}, name}};
    if (!amount.isEmpty())
        edits.push_back({u"amount"_s, {}, amount});
    m_shell.clock.advanceMs(1000);
    return m_shell.makeDeal(stage, edits);
}

FieldValue BoardFixture::value(RecordId deal, QStringView field) {
    const auto row = workspace().reader().find(u"deal"_s, deal);
    return (**row).record.value(workspace().catalog()->entity(u"deal")->byName(field));
}

QString BoardFixture::stageOf(RecordId deal) {
    return workspace().reader().title(u"stage"_s, value(deal, u"stage").as<RecordId>());
}

QStringList BoardFixture::names(int column) const {
    QStringList list;
    for (const BoardCard *card : view(column).column()->cards())
        list << card->name;
    return list;
}

int BoardFixture::columnCalled(const QString &name) const {
    for (int i = 0; board().columnCount() > i; ++i) {
        if (GroupText::name(view(i).column()->group(), m_shell.language()) == name)
            return i;
    }
    return -1;
}

QPoint BoardFixture::center(int column, int row) const {
    const ColumnView &v = view(column);
    return v.viewport()->mapToGlobal(v.visualRect(v.column()->index(row)).center());
}

void BoardFixture::click(int column, int row, Qt::KeyboardModifiers keys) {
    ColumnView &v = view(column);
    QTest::mouseClick(v.viewport(), Qt::LeftButton, keys,
                      v.viewport()->mapFromGlobal(center(column, row)));
    settle();
}

void BoardFixture::select(int column, int row) {
    view(column).setFocus();
    view(column).setCurrentIndex(view(column).column()->index(row));
}

void BoardFixture::key(int column, int key, Qt::KeyboardModifiers keys) {
    QTest::keyClick(&view(column), Qt::Key(key), keys);
    settle();
}

void BoardFixture::hold(int column, int row, int to, int before) {
    QWidget &source = *view(column).viewport();
    const QPoint start = source.mapFromGlobal(center(column, row));
    QTest::mousePress(&source, Qt::LeftButton, {}, start);
    QMouseEvent far(QEvent::MouseMove, start + QPoint(30, 10),
                    source.mapToGlobal(start + QPoint(30, 10)), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(&source, &far);
    auto *drag = m_page->window()->findChild<CardDrag *>();
    if (!drag)
        return;
    m_held = view(to).viewport()->mapToGlobal(QPoint(60, before * cardsize::pitch + 4));
    QMouseEvent move(QEvent::MouseMove, drag->mapFromGlobal(m_held), m_held, Qt::NoButton,
                     Qt::LeftButton, {});
    QApplication::sendEvent(drag, &move);
}

void BoardFixture::letGo() {
    auto *drag = m_page->window()->findChild<CardDrag *>();
    QMouseEvent release(QEvent::MouseButtonRelease, drag->mapFromGlobal(m_held), m_held,
                        Qt::LeftButton, Qt::NoButton, {});
    QApplication::sendEvent(drag, &release);
    settle();
}

void BoardFixture::drag(int column, int row, int to, int before) {
    hold(column, row, to, before);
    letGo();
}

bool BoardFixture::choose(const QString &text) {
    QCoreApplication::processEvents();
    for (QMenu *menu : m_page->findChildren<QMenu *>()) {
        for (QAction *action : menu->actions()) {
            if (menu->isVisible() && action->text() == text) {
                action->trigger();
                menu->close();
                settle();
                return true;
            }
        }
    }
    return false;
}

void BoardFixture::undo() {
    m_shell.undo();
    settle();
}

} // namespace dw::test
