// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rail.h"

#include "ui/shell/page.h"
#include "ui/shell/railbutton.h"

#include <QPainter>
#include <QToolButton>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr QRect logo(17, 13, 22, 22);
constexpr int logoGlyph = 14;
constexpr int firstItem = 53;
constexpr QSize tallItem(47, 46);
constexpr QSize wideItem(184, 30);
constexpr int tallPitch = 48;
constexpr int widePitch = 32;
constexpr int tallLeft = 4;
constexpr int wideLeft = 8;
constexpr int nameLeft = 48;
constexpr int toggleSide = 30;

} // namespace

Rail::Rail(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_toggle(new QToolButton(this)) {
    setObjectName(u"rail"_s);
    m_toggle->setObjectName(u"railWidth"_s);
    m_toggle->setIcon(theme.icon(u"rail"_s));
    m_toggle->setIconSize({16, 16});
    m_toggle->setFixedSize(toggleSide, toggleSide);
    connect(m_toggle, &QToolButton::clicked, this, [this] {
        setWide(!m_wide);
        emit widthChosen(m_wide);
    });
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    setWide(false);
}

void Rail::addPage(const Page &page) {
    const int at = int(m_buttons.size());
    auto *button = new RailButton(m_theme, page.iconName(), this);
    button->setObjectName(u"rail:"_s + page.id());
    connect(button, &QAbstractButton::clicked, this, [this, at] { emit chosen(at); });
    m_pages.push_back(&page);
    m_buttons.push_back(button);
    retranslate();
    place();
}

void Rail::setCurrent(int at) { m_buttons[size_t(at)]->setChecked(true); }

void Rail::setWide(bool wide) {
    m_wide = wide;
    setFixedWidth(wide ? metric::rail : metric::railCollapsed);
    retranslate();
    place();
    update();
}

void Rail::retranslate() {
    for (size_t i = 0; i < m_pages.size(); ++i) {
        m_buttons[i]->setText(m_pages[i]->title());
        m_buttons[i]->setToolTip(m_wide ? QString() : m_pages[i]->title());
    }
    m_toggle->setToolTip(m_wide ? tr("Narrow navigation") : tr("Wide navigation"));
    m_toggle->setAccessibleName(m_toggle->toolTip());
}

void Rail::place() {
    for (size_t i = 0; i < m_buttons.size(); ++i) {
        RailButton &button = *m_buttons[i];
        button.setWide(m_wide);
        const QPoint at(m_wide ? wideLeft : tallLeft,
                        firstItem + int(i) * (m_wide ? widePitch : tallPitch));
        button.setGeometry(QRect(at, m_wide ? wideItem : tallItem));
    }
    const int left = m_wide ? wideLeft : (metric::railCollapsed - toggleSide) / 2 - 1;
    m_toggle->move(left, height() - toggleSide - 8);
}

void Rail::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    place();
}

void Rail::paintEvent(QPaintEvent *) {
    const Tokens &t = m_theme.tokens();
    QPainter p(this);
    p.fillRect(rect(), t.background);
    p.fillRect(QRect(width() - 1, 0, 1, height()), t.border);
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(Qt::NoPen);
    p.setBrush(t.accent);
    p.drawRoundedRect(logo, metric::radiusControl, metric::radiusControl);
    QRectF glyph(0, 0, logoGlyph, logoGlyph);
    glyph.moveCenter(QRectF(logo).center());
    m_theme.paintIcon(p, glyph, u"board"_s, t.onAccent);
    if (!m_wide)
        return;
    p.setPen(t.text);
    p.setFont(m_theme.font(metric::section, 600));
    p.drawText(QRect(nameLeft, 0, width() - nameLeft, metric::topBar),
               Qt::AlignLeft | Qt::AlignVCenter, u"Dealwright"_s);
}

} // namespace dw::ui
