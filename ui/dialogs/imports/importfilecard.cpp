// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/imports/importfilecard.h"

#include <QPainter>
#include <QToolButton>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {
constexpr int cardHeight = 48, padding = 10, iconSide = 16, removeSide = 22;
}

ImportFileCard::ImportFileCard(ShellServices &shell, QWidget *parent)
    : QAbstractButton(parent),
      m_shell(shell),
      m_remove(new QToolButton(this)) {
    setObjectName(u"importFile"_s);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_remove->setObjectName(u"removeFile"_s);
    m_remove->setIcon(shell.theme().icon(u"close"_s, &Tokens::glyph));
    m_remove->setIconSize({12, 12});
    m_remove->setFixedSize(removeSide, removeSide);
    connect(m_remove, &QToolButton::clicked, this, &ImportFileCard::removeAsked);
    connect(&shell.theme(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize ImportFileCard::sizeHint() const { return {200, cardHeight}; }

QString ImportFileCard::about(const ImportDraftSource &source) const {
    if (source.isStale)
        return tr("Reading…");
    if (source.problem)
        return tr("Cannot be read");
    const ImportLook &look = *source.look;
    QStringList parts;
    if (const EntityDesc *entity = m_shell.workspace().catalog()->entity(look.entity))
        parts << entity->pluralLabel.in(m_shell.language());
    parts << tr("%Ln column(s)", nullptr, int(look.header.size()));
    parts << (look.whole
                  ? tr("%Ln row(s)", nullptr, int(look.sampled))
                  : QLocale().formattedDataSize(look.bytes, 1, QLocale::DataSizeTraditionalFormat));
    return parts.join(u" · "_s);
}

void ImportFileCard::show(const ImportDraftSource &source, bool current) {
    setText(source.name);
    setChecked(current);
    m_problem = source.problem && !source.isStale;
    m_about = about(source);
    setToolTip(source.request.file.isEmpty() ? QString() : source.request.file.toHtmlEscaped());
    setAccessibleName(source.name + u", "_s + m_about);
    m_remove->setToolTip(tr("Leave out"));
    m_remove->setAccessibleName(tr("Leave out %1").arg(source.name));
    update();
}

void ImportFileCard::resizeEvent(QResizeEvent *event) {
    QAbstractButton::resizeEvent(event);
    m_remove->move(width() - removeSide - 5, 5);
}

void ImportFileCard::paintEvent(QPaintEvent *) {
    const Theme &theme = m_shell.theme();
    const Tokens &t = theme.tokens();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const double width2 = isChecked() ? 2 : 1;
    p.setPen(QPen(isChecked() ? t.accent : underMouse() ? t.strongBorder : t.border, width2));
    p.setBrush(t.surface);
    const QRectF box = QRectF(rect()).adjusted(width2 / 2, width2 / 2, -width2 / 2, -width2 / 2);
    p.drawRoundedRect(box, metric::radiusCard, metric::radiusCard);
    theme.paintIcon(p, QRectF(padding, (height() - iconSide) / 2.0, iconSide, iconSide),
                    m_problem ? u"error"_s : u"file"_s,
                    m_problem     ? t.danger
                    : isChecked() ? t.accent
                                  : t.glyph);
    const int left = padding + iconSide + 8;
    const auto line = [&](int top, int right, const QString &text, const QFont &font,
                          const QColor &color) {
        p.setFont(font);
        p.setPen(color);
        const int room = width() - left - right;
        p.drawText(QRect(left, top, room, height() / 2 - 5), Qt::AlignLeft | Qt::AlignVCenter,
                   QFontMetrics(font).elidedText(text, Qt::ElideMiddle, room));
    };
    line(5, removeSide + 8, text(), theme.font(metric::body, 600), t.text);
    line(height() / 2, padding, m_about, theme.font(metric::small),
         m_problem ? t.dangerText : t.secondary);
}

} // namespace dw::ui
