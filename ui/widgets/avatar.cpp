// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/avatar.h"

#include "ui/theme/contrast.h"

#include <QPainter>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr double tint = 0.18;

bool isHan(const QString &text) {
    const QList<uint> codes = text.toUcs4();
    return !codes.isEmpty() && QChar::script(codes.first()) == QChar::Script_Han;
}

QString firstCharacter(const QString &word) {
    return word.left(word.at(0).isHighSurrogate() && word.size() > 1 ? 2 : 1).toUpper();
}

} // namespace

QString initialsOf(const QString &name) {
    const QStringList words = name.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return {};
    const QString first = firstCharacter(words.first());
    if (words.size() == 1 || isHan(words.first()))
        return first;
    return first + firstCharacter(words.last());
}

void paintAvatar(QPainter &p, const QRectF &where, const QString &name, const Theme &theme,
                 const QColor &under) {
    const QColor color = categoryColor(name);
    const QColor fill = mixed(color, under, tint);
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(Qt::NoPen);
    p.setBrush(fill);
    p.drawEllipse(where);
    p.setPen(readable(color, fill, theme.tokens().text));
    const QString initials = initialsOf(name);
    const double share = initials.size() > 1 ? 0.42 : 0.52;
    p.setFont(theme.font(int(where.height() * share + 0.5), 600));
    p.drawText(where, Qt::AlignCenter, initials);
    p.restore();
}

Avatar::Avatar(const Theme &theme, int side, QWidget *parent) : QWidget(parent), m_theme(theme) {
    setFixedSize(side, side);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Avatar::setName(const QString &name) {
    m_name = name;
    update();
}

void Avatar::paintEvent(QPaintEvent *) {
    QPainter p(this);
    paintAvatar(p, rect(), m_name, m_theme, m_theme.tokens().surface);
}

} // namespace dw::ui
