// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/composing.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>

namespace dw::ui {

namespace {

bool belongsToInputMethod(int key) {
    return key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape;
}

} // namespace

Composing::Composing(QObject *parent) : QObject(parent) {
    qApp->installEventFilter(this);
    // A composition ends with the focus, and not every input method says so.
    connect(qApp, &QApplication::focusChanged, this, [this] { m_active = false; });
}

bool Composing::eventFilter(QObject *watched, QEvent *event) {
    switch (event->type()) {
    case QEvent::InputMethod:
        m_active = !static_cast<QInputMethodEvent *>(event)->preeditString().isEmpty();
        break;
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
    case QEvent::ShortcutOverride:
        if (m_active && belongsToInputMethod(static_cast<QKeyEvent *>(event)->key())) {
            event->accept();
            return true;
        }
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace dw::ui
