// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/elidedlabel.h"

#include <QEvent>
#include <QStyle>

namespace dw::ui {

ElidedLabel::ElidedLabel(const char *role, QWidget *parent) : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    setProperty("role", QString::fromLatin1(role));
}

void ElidedLabel::setWhole(const QString &text) {
    m_whole = text;
    setAccessibleName(text);
    updateGeometry();
    elide();
}

void ElidedLabel::setRole(const char *role) {
    const QString name = QString::fromLatin1(role);
    if (property("role").toString() == name)
        return;
    setProperty("role", name);
    style()->unpolish(this);
    style()->polish(this);
    elide();
}

QSize ElidedLabel::minimumSizeHint() const { return {20, fontMetrics().height()}; }

QSize ElidedLabel::sizeHint() const {
    return {fontMetrics().horizontalAdvance(m_whole) + 2, fontMetrics().height()};
}

void ElidedLabel::resizeEvent(QResizeEvent *event) {
    QLabel::resizeEvent(event);
    elide();
}

void ElidedLabel::changeEvent(QEvent *event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        elide();
}

void ElidedLabel::elide() {
    const QString fitting = fontMetrics().elidedText(m_whole, Qt::ElideRight, width());
    if (fitting != text())
        setText(fitting);
    setToolTip(fitting == m_whole ? QString() : m_whole.toHtmlEscaped());
}

QLabel *makeText(const char *role, const QString &text, QWidget *parent) {
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("role", QString::fromLatin1(role));
    label->setWordWrap(true);
    label->setText(text);
    return label;
}

QWidget *makeLine(QWidget *parent) {
    auto *line = new QFrame(parent);
    line->setProperty("kind", QStringLiteral("line"));
    line->setFixedHeight(1);
    return line;
}

} // namespace dw::ui
