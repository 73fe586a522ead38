// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/columns/columnhead.h"

#include "core/services/wording/wording.h"
#include "ui/pages/board/columns/grouptext.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolButton>
#include <QToolTip>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr qreal padding = 12, bubbleHeight = 18, barTop = 76, barHeight = 3;
constexpr int addSide = 22, addRight = 7; ///< Its button, and how far that stands from the edge.

QString elided(const QFont &font, const QString &text, qreal width) {
    return QFontMetricsF(font).elidedText(text, Qt::ElideRight, width);
}

qreal widthOf(const QFont &font, const QString &text) {
    return QFontMetricsF(font).horizontalAdvance(text) + 1;
}

} // namespace

ColumnHead::ColumnHead(BoardGroup group, ShellServices &shell, QWidget *parent)
    : QWidget(parent),
      m_group(std::move(group)),
      m_shell(shell),
      m_add(new QToolButton(this)) {
    setFixedHeight(sizeHint().height());
    m_add->setObjectName(u"addCard"_s);
    m_add->setFixedSize(addSide, addSide);
    m_add->setIconSize({14, 14});
    m_add->setIcon(shell.theme().icon(u"plus"_s));
    m_add->setVisible(m_group.outcome == Outcome::Open && m_group.when != BoardGroup::When::Earlier
                      && shell.workspace().mode() == Workspace::Mode::Write);
    connect(m_add, &QToolButton::clicked, this, &ColumnHead::addAsked);
    connect(&shell.theme(), &Theme::changed, this, qOverload<>(&QWidget::update));
    retranslate();
}

QString ColumnHead::name() const { return GroupText::name(m_group, m_shell.language()); }

void ColumnHead::retranslate() {
    m_add->setToolTip(tr("Add a deal here"));
    m_add->setAccessibleName(tr("Add a deal to “%1”").arg(name()));
    setAccessibleName(name() + u": "_s + explanation());
}

void ColumnHead::show(ColumnTotals totals) {
    m_totals = std::move(totals);
    setAccessibleName(name() + u": "_s + explanation());
    update();
}

void ColumnHead::setConversion(const StageConversion &conversion, bool wanted) {
    m_conversion = conversion;
    m_barRoom = wanted;
    setFixedHeight(sizeHint().height());
    setAccessibleName(name() + u": "_s + explanation());
    update();
}

void ColumnHead::setPeriod(ClosedPeriod period) {
    m_period = period;
    update();
}

QString ColumnHead::sumsText(const ColumnTotals &totals, Language language, bool weighted) {
    QStringList parts;
    for (const CurrencySum &sum : totals.sums)
        parts << displayMoney(weighted ? sum.weighted : sum.sum, language, Style::Short);
    return parts.isEmpty() ? u"–"_s : parts.join(u" · "_s);
}

QString ColumnHead::weightedText() const {
    const QString period = GroupText::period(m_period);
    switch (m_group.outcome) {
    case Outcome::Won:
        return tr("Won %1").arg(period);
    case Outcome::Lost:
        return tr("Lost %1").arg(period);
    case Outcome::Open:
        break;
    }
    return tr("Weighted %1").arg(sumsText(m_totals, m_shell.language(), true));
}

QString ColumnHead::conversionText() const {
    const auto rate = m_conversion.rate();
    return rate ? u"%1%"_s.arg(qRound(*rate * 100)) : QString();
}

QString ColumnHead::explanation() const {
    QStringList lines{tr("%Ln deal(s)", nullptr, m_totals.count)};
    for (const CurrencySum &sum : m_totals.sums) {
        lines << tr("Sum %1").arg(displayMoney(sum.sum, m_shell.language(), Style::Full));
        lines << tr("Weighted %1").arg(displayMoney(sum.weighted, m_shell.language(), Style::Full));
    }
    if (m_group.outcome != Outcome::Open)
        lines << weightedText();
    if (m_group.winProbability)
        lines << tr("Weighted: amount × %1% of this stage").arg(*m_group.winProbability);
    else if (m_group.by != BoardGrouping::Stage)
        lines << tr("Weighted: amount × the win probability of each deal's stage");
    if (m_totals.withoutAmount > 0)
        lines << tr("%Ln deal(s) without an amount are not in the sum", nullptr,
                    m_totals.withoutAmount);
    if (m_totals.overflow)
        lines << tr("A sum is too large to be shown");
    if (m_conversion.rate())
        lines << tr("%1 went on: %2 of %3 deals closed in the last 12 months that reached this "
                    "stage reached a later one or were won")
                     .arg(conversionText(), QLocale().toString(m_conversion.wentOn),
                          QLocale().toString(m_conversion.reached));
    else if (m_barRoom && m_group.outcome == Outcome::Open)
        lines << tr("Too few closed deals reached this stage to say how many go on");
    return lines.join(u'\n');
}

bool ColumnHead::event(QEvent *event) {
    if (event->type() == QEvent::ToolTip) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), explanation(), this);
        return true;
    }
    return QWidget::event(event);
}

void ColumnHead::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ColumnHead::resizeEvent(QResizeEvent *) { m_add->move(width() - addSide - addRight, 8); }

std::vector<ColumnHead::Line> ColumnHead::lines() const {
    const Theme &theme = m_shell.theme();
    const qreal left = padding, right = width() - padding;
    const qreal end = m_add->isHidden() ? right : width() - addSide - addRight - 4;
    std::vector<Line> lines;
    const QFont bold = theme.font(metric::body, 600), caption = theme.font(metric::caption),
                bubbleFont = theme.font(metric::caption, 500);
    const QString count = QLocale().toString(m_totals.count);
    const qreal bubble = std::max(bubbleHeight, widthOf(bubbleFont, count) + 11);
    const QString shown = elided(bold, name(), end - left - bubble - 6);
    const qreal nameWidth = widthOf(bold, shown);
    lines.push_back({{left, 9, nameWidth, 20}, shown, bold, &Tokens::text});
    lines.push_back({{left + nameWidth + 6, 10, bubble, bubbleHeight},
                     count,
                     bubbleFont,
                     &Tokens::secondary,
                     Qt::AlignHCenter});
    const QFont sums = theme.font(metric::section, 600);
    lines.push_back({{left, 30, right - left, 22},
                     elided(sums, sumsText(m_totals, m_shell.language(), false), right - left),
                     sums,
                     &Tokens::text});
    lines.push_back({{left, 52, right - left, 16},
                     elided(caption, weightedText(), right - left),
                     caption,
                     &Tokens::faint});
    if (const QString rate = conversionText(); m_barRoom && !rate.isEmpty()) {
        const qreal width = widthOf(caption, rate);
        lines.push_back({{right - 12 - width, barTop - 6, width, 15},
                         rate,
                         caption,
                         &Tokens::secondary,
                         Qt::AlignRight});
    }
    return lines;
}

void ColumnHead::paintBar(QPainter &p) const {
    const auto rate = m_conversion.rate();
    if (!m_barRoom || !rate)
        return;
    const Tokens &t = m_shell.theme().tokens();
    const qreal right = width() - padding;
    const qreal text = widthOf(m_shell.theme().font(metric::caption), conversionText());
    const QRectF whole(padding, barTop, right - 12 - text - 8 - padding, barHeight);
    if (whole.width() < 10)
        return;
    p.setPen(Qt::NoPen);
    p.setBrush(t.border);
    p.drawRoundedRect(whole, 1.5, 1.5);
    p.setBrush(t.glyph);
    p.drawRoundedRect(QRectF(whole.topLeft(), QSizeF(whole.width() * *rate, barHeight)), 1.5, 1.5);
    m_shell.theme().paintIcon(p, {right - 10, barTop - 3.5, 10, 10}, u"chevron-right"_s, t.glyph);
}

void ColumnHead::paintEvent(QPaintEvent *) {
    const Tokens &t = m_shell.theme().tokens();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const std::vector<Line> texts = lines();
    p.setPen(QPen(t.border, 1));
    p.setBrush(t.surface);
    p.drawRoundedRect(texts[1].box.adjusted(0.5, 0.5, -0.5, -0.5), 9, 9);
    for (const Line &line : texts) {
        p.setFont(line.font);
        p.setPen(t.*line.color);
        p.drawText(line.box, int(line.side | Qt::AlignVCenter | Qt::TextSingleLine), line.text);
    }
    paintBar(p);
}

} // namespace dw::ui
