// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/focusring.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QSplitter>

namespace dw::ui {

namespace {

constexpr int thickness = 2;
constexpr float opacity = 0.28F;

class Ring final : public QWidget {
public:
    Ring(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme) {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
    }

protected:
    void paintEvent(QPaintEvent *) override {
        QPainter p(this);
        p.setRenderHint(QPainter::Antialiasing);
        QColor color = m_theme.tokens().accent;
        color.setAlphaF(opacity);
        p.setPen(QPen(color, thickness));
        const double inset = thickness / 2.0;
        const double radius = metric::radiusControl + inset;
        p.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), radius, radius);
    }

private:
    const Theme &m_theme;
};

bool isControl(const QWidget *widget) {
    return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget)
           || qobject_cast<const QAbstractButton *>(widget)
           || qobject_cast<const QPlainTextEdit *>(widget);
}

/// The line edit inside a combo box is part of that box.
QWidget *controlOf(QWidget *focused) {
    if (!focused || focused->window() == focused)
        return nullptr;
    if (auto *box = qobject_cast<QComboBox *>(focused->parentWidget()))
        return box;
    // A splitter would take the ring for a pane.
    const bool fits = isControl(focused) && !qobject_cast<QSplitter *>(focused->parentWidget());
    return fits ? focused : nullptr;
}

} // namespace

FocusRing::FocusRing(const Theme &theme, QObject *parent) : QObject(parent), m_theme(theme) {
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget *, QWidget *now) { follow(controlOf(now)); });
}

FocusRing::~FocusRing() { delete m_ring; }

void FocusRing::follow(QWidget *widget) {
    if (m_target)
        m_target->removeEventFilter(this);
    delete m_ring;
    m_target = widget;
    if (!widget)
        return;
    m_ring = new Ring(m_theme, widget->parentWidget());
    widget->installEventFilter(this);
    place();
}

void FocusRing::place() {
    if (!m_ring || !m_target)
        return;
    m_ring->setGeometry(
        m_target->geometry().adjusted(-thickness, -thickness, thickness, thickness));
    m_ring->raise();
    m_ring->setVisible(m_target->isVisible());
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event) {
    switch (event->type()) {
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::Hide:
        place();
        break;
    case QEvent::ParentChange:
        follow(nullptr);
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace dw::ui
