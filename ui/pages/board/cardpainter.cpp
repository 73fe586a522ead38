// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/cardpainter.h"

#include "core/services/wording/wording.h"
#include "ui/widgets/avatar.h"

#include <QPainter>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr qreal paddingX = 9, paddingY = 7, icon = 12;

void drawElided(QPainter &p, const QRectF &where, const QString &text, const QColor &color,
                Qt::Alignment side = Qt::AlignLeft) {
    p.setPen(color);
    const QFontMetricsF metrics(p.font());
    p.drawText(where, side | Qt::AlignVCenter | Qt::TextSingleLine,
               metrics.elidedText(text, Qt::ElideRight, where.width()));
}

struct NextStep {
    QString icon, text;
    bool late = false;
};

NextStep nextStepOf(const BoardCard &card, const CardPainter::Look &look) {
    if (look.stage.outcome != Outcome::Open) {
        const QString day =
            card.closedOn ? displayDate(*card.closedOn, look.today, Style::Short) : QString();
        return {u"check"_s, CardPainter::tr("Closed %1").arg(day).trimmed(), false};
    }
    if (card.nextStep.isEmpty())
        return {u"clock"_s, CardPainter::tr("No next step"), true};
    if (!card.nextStepDue)
        return {u"calendar"_s, card.nextStep, false};
    const qint64 late = card.nextStepDue->daysTo(look.today);
    if (late > 0)
        return {u"clock"_s,
                CardPainter::tr("%Ln day(s) overdue", nullptr, int(late)) + u" · "_s
                    + card.nextStep,
                true};
    return {u"calendar"_s,
            displayDate(*card.nextStepDue, look.today, Style::Short) + u' ' + card.nextStep, false};
}

} // namespace

CardPainter::CardPainter(Theme &theme) : m_theme(theme) {}

QString CardPainter::daysText(int days) { return tr("%Ln d", "days in the stage", days); }

QStringList CardPainter::warningsOf(const BoardCard &card, const Look &look,
                                    const Catalog &catalog) {
    QStringList texts;
    for (const Message &message : cardWarnings(card, look.stage.outcome, look.today))
        texts << word(message, look.language, catalog);
    return texts;
}

void CardPainter::paint(QPainter &p, const QRectF &where, const BoardCard &card,
                        const Look &look) const {
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    if (look.ghost)
        p.setOpacity(0.38);
    paintFrame(p, where, look);
    const QRectF inner = where.adjusted(paddingX, paddingY, -paddingX, -paddingY);
    const auto line = [&](qreal top, qreal size) {
        return QRectF(inner.left(), inner.top() + top, inner.width(), size);
    };
    paintTitle(p, line(0, 18), card, look);
    p.setFont(m_theme.font(metric::small));
    const QString account = card.accountName.isEmpty() ? tr("No account") : card.accountName;
    drawElided(p, line(18, 16), account,
               card.accountName.isEmpty() ? m_theme.tokens().faint : m_theme.tokens().secondary);
    paintAmount(p, line(37, 22), card, look);
    paintNextStep(p, line(61, 17), card, look);
    paintFoot(p, line(81, 20), card, look);
    p.restore();
}

void CardPainter::paintFrame(QPainter &p, const QRectF &where, const Look &look) const {
    const Tokens &t = m_theme.tokens();
    qreal width = 1;
    QColor edge = look.hovered ? t.strongBorder : t.border;
    if (look.selected) {
        width = 2;
        edge = t.accent;
    }
    QPen pen(edge, width);
    if (look.ghost)
        pen.setStyle(Qt::DashLine);
    p.setPen(pen);
    p.setBrush(t.surface);
    const qreal half = width / 2;
    p.drawRoundedRect(where.adjusted(half, half, -half, -half), metric::radiusCard,
                      metric::radiusCard);
    if (look.focused && !look.selected) {
        QColor ring = t.accent;
        p.setBrush(Qt::NoBrush);
        p.setPen(QPen(ring, 1));
        p.drawRoundedRect(where.adjusted(0.5, 0.5, -0.5, -0.5), metric::radiusCard,
                          metric::radiusCard);
    }
}

void CardPainter::paintTitle(QPainter &p, const QRectF &line, const BoardCard &card,
                             const Look &look) const {
    QRectF text = line;
    if (!cardWarnings(card, look.stage.outcome, look.today).empty()) {
        const QRectF glyph(line.right() - 14, line.center().y() - 7, 14, 14);
        m_theme.paintIcon(p, glyph, u"warning"_s, m_theme.tokens().warning);
        text.setRight(glyph.left() - 4);
    }
    p.setFont(m_theme.font(metric::body, 600));
    drawElided(p, text, card.name, m_theme.tokens().text);
}

qreal CardPainter::paintPill(QPainter &p, const QRectF &line, const Look &look) const {
    if (!look.stage.winProbability)
        return 0;
    const Tokens &t = m_theme.tokens();
    const bool won = look.stage.outcome == Outcome::Won, lost = look.stage.outcome == Outcome::Lost;
    const QString text = u"%1%"_s.arg(qRound(*look.stage.winProbability));
    p.setFont(m_theme.font(metric::caption, 500));
    const qreal width = QFontMetricsF(p.font()).horizontalAdvance(text) + 16;
    const QRectF pill(line.right() - width, line.center().y() - 9, width, 18);
    p.setPen(Qt::NoPen);
    p.setBrush(won ? t.positiveSoft : lost ? t.dangerSoft : t.sunken);
    p.drawRoundedRect(pill, 9, 9);
    p.setPen(won ? t.positiveText : lost ? t.dangerText : t.secondary);
    p.drawText(pill, Qt::AlignCenter, text);
    return width;
}

void CardPainter::paintAmount(QPainter &p, const QRectF &line, const BoardCard &card,
                              const Look &look) const {
    const qreal pill = paintPill(p, line, look);
    const QRectF text = line.adjusted(0, 0, pill > 0 ? -pill - 6 : 0, 0);
    const Tokens &t = m_theme.tokens();
    if (card.amount) {
        p.setFont(m_theme.font(14, 600));
        drawElided(p, text, displayMoney(*card.amount, look.language, Style::Short), t.text);
    } else {
        p.setFont(m_theme.font(metric::small, 500));
        drawElided(p, text, tr("No amount"), t.warningText);
    }
}

void CardPainter::paintNextStep(QPainter &p, const QRectF &line, const BoardCard &card,
                                const Look &look) const {
    const Tokens &t = m_theme.tokens();
    const NextStep next = nextStepOf(card, look);
    m_theme.paintIcon(p, {line.left(), line.center().y() - icon / 2, icon, icon}, next.icon,
                      next.late ? t.warning : t.glyph);
    p.setFont(m_theme.font(metric::caption));
    drawElided(p, line.adjusted(icon + 5, 0, 0, 0), next.text,
               next.late ? t.warningText : t.secondary);
}

void CardPainter::paintFoot(QPainter &p, const QRectF &line, const BoardCard &card,
                            const Look &look) const {
    const Tokens &t = m_theme.tokens();
    qreal right = line.right();
    p.setFont(m_theme.font(metric::caption));
    if (card.stageSince && look.stage.outcome == Outcome::Open) {
        const QString days = daysText(daysInStage(card, look.time));
        const qreal width = QFontMetricsF(p.font()).horizontalAdvance(days) + 1;
        drawElided(p, {right - width, line.top(), width, line.height()}, days, t.faint,
                   Qt::AlignRight);
        right -= width + 6;
    }
    if (card.ownerName.isEmpty()) {
        drawElided(p, {line.left(), line.top(), right - line.left(), line.height()}, tr("No owner"),
                   t.faint);
        return;
    }
    paintAvatar(p, {line.left(), line.top(), 20, 20}, card.ownerName, m_theme, t.surface);
    p.setFont(m_theme.font(metric::caption));
    drawElided(p, {line.left() + 26, line.top(), right - line.left() - 26, line.height()},
               card.ownerName, t.secondary);
}

} // namespace dw::ui
