// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPixmap>
#include <memory>

class QPainter;

namespace dw::ui {

class IconCache;
class SystemScheme;

enum class ThemeChoice { Light, Dark, System };

/// The look in force: tokens, fonts and icons, and the style sheet made of them. One per program,
/// handed to whoever paints.
class Theme final : public QObject {
    Q_OBJECT
public:
    explicit Theme(QObject *parent = nullptr);
    ~Theme() override;

    [[nodiscard]] ThemeChoice choice() const { return m_choice; }
    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    [[nodiscard]] const Tokens &tokens() const { return tokensOf(m_scheme); }
    /// Sets palette, font and style sheet of the application.
    void apply(ThemeChoice choice);
    /// The same again, after the language changed: the faces for Chinese have other weights.
    void refreshFonts();

    /// The interface's font; `px` from metric, `weight` 400, 500 or 600 (the next heavier where a
    /// face lacks one).
    [[nodiscard]] QFont font(int px, int weight = 400) const;
    /// A line icon of resources/icons by name ("undo"), in a colour, sharp at any device pixel
    /// ratio.
    [[nodiscard]] QPixmap pixmap(const QString &name, int px, const QColor &color,
                                 qreal ratio) const;
    void paintIcon(QPainter &p, const QRectF &where, const QString &name,
                   const QColor &color) const;
    /// In the token's colour of whatever scheme is in force when it is painted, disabled state at
    /// 50 %.
    [[nodiscard]] QIcon icon(const QString &name, QColor Tokens::*color = &Tokens::secondary) const;

signals:
    /// Colours changed; whoever paints paints again.
    void changed();

private:
    void use(Scheme scheme);

    ThemeChoice m_choice = ThemeChoice::Light;
    Scheme m_scheme = Scheme::Light;
    std::unique_ptr<SystemScheme> m_system;
    std::unique_ptr<IconCache> m_icons;
};

} // namespace dw::ui
