// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/columnhead.h"

#include "core/services/wording/wording.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

QString elided(const QPainter &p, const QString &text, qreal width) {
    return QFontMetricsF(p.font()).elidedText(text, Qt::ElideRight, width);
}

} // namespace

ColumnHead::ColumnHead(BoardStage stage, ShellServices &shell, QWidget *parent)
    : QWidget(parent),
      m_stage(std::move(stage)),
      m_shell(shell) {
    setFixedHeight(sizeHint().height());
    connect(&shell.theme(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ColumnHead::show(ColumnTotals totals) {
    m_totals = std::move(totals);
    setAccessibleName(m_stage.name + u": "_s + explanation());
    update();
}

QString ColumnHead::sumsText(const ColumnTotals &totals, Language language, bool weighted) {
    QStringList parts;
    for (const CurrencySum &sum : totals.sums)
        parts << displayMoney(weighted ? sum.weighted : sum.sum, language, Style::Short);
    return parts.isEmpty() ? u"–"_s : parts.join(u" · "_s);
}

QString ColumnHead::explanation() const {
    QStringList lines{tr("%Ln deal(s)", nullptr, m_totals.count)};
    for (const CurrencySum &sum : m_totals.sums) {
        lines << tr("Sum %1").arg(displayMoney(sum.sum, m_shell.language(), Style::Full));
        lines << tr("Weighted %1").arg(displayMoney(sum.weighted, m_shell.language(), Style::Full));
    }
    if (m_stage.winProbability)
        lines << tr("Weighted: amount × %1% of this stage").arg(*m_stage.winProbability);
    if (m_totals.withoutAmount > 0)
        lines << tr("%Ln deal(s) without an amount are not in the sum", nullptr,
                    m_totals.withoutAmount);
    if (m_totals.overflow)
        lines << tr("A sum is too large to be shown");
    return lines.join(u'\n');
}

bool ColumnHead::event(QEvent *event) {
    if (event->type() == QEvent::ToolTip) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), explanation(), this);
        return true;
    }
    return QWidget::event(event);
}

void ColumnHead::paintEvent(QPaintEvent *) {
    const Theme &theme = m_shell.theme();
    const Tokens &t = theme.tokens();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const qreal left = 12, right = width() - 12.0;

    p.setFont(theme.font(metric::caption, 500));
    const QString count = QLocale().toString(m_totals.count);
    const qreal bubble = std::max(18.0, QFontMetricsF(p.font()).horizontalAdvance(count) + 12);
    p.setFont(theme.font(metric::body, 600));
    const QString name = elided(p, m_stage.name, right - left - bubble - 6);
    const qreal nameWidth = QFontMetricsF(p.font()).horizontalAdvance(name);
    p.setPen(t.text);
    p.drawText(QRectF(left, 9, nameWidth + 1, 20), Qt::AlignLeft | Qt::AlignVCenter, name);

    p.setFont(theme.font(metric::caption, 500));
    const QRectF circle(left + nameWidth + 6, 10, bubble, 18);
    p.setPen(QPen(t.border, 1));
    p.setBrush(t.surface);
    p.drawRoundedRect(circle.adjusted(0.5, 0.5, -0.5, -0.5), 9, 9);
    p.setPen(t.secondary);
    p.drawText(circle, Qt::AlignCenter, count);

    p.setFont(theme.font(metric::section, 600));
    p.setPen(t.text);
    p.drawText(QRectF(left, 30, right - left, 22), Qt::AlignLeft | Qt::AlignVCenter,
               elided(p, sumsText(m_totals, m_shell.language(), false), right - left));
    p.setFont(theme.font(metric::caption));
    p.setPen(t.faint);
    const QString weighted =
        m_stage.outcome == Outcome::Open
            ? tr("Weighted %1").arg(sumsText(m_totals, m_shell.language(), true))
        : m_stage.outcome == Outcome::Won ? tr("Closed, won")
                                          : tr("Closed, lost");
    p.drawText(QRectF(left, 52, right - left, 16), Qt::AlignLeft | Qt::AlignVCenter,
               elided(p, weighted, right - left));
}

} // namespace dw::ui
